import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const title = 'Prévenir la famille la veille de tout remplacement';

describe('the words of an action, in two browsers', () => {
  let program: RunningProgram;
  let browser: Browser;
  /** Dany leads quality, Andréa owns the action. */
  let dany: Page;
  let andrea: Page;
  let address = '';
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    dany = await arrive('/actions?status=all', 'qualite');
    await dany.getByRole('link', { name: new RegExp(title) }).click();
    await dany.getByRole('link', { name: 'Modifier' }).waitFor();
    address = new URL(dany.url()).pathname;
    andrea = await arrive(address, 'pilote');
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  afterEach(async () => {
    expect(await barriers(dany)).toEqual([]);
    expect(await barriers(andrea)).toEqual([]);
    expect(faults).toEqual([]);
  });

  async function arrive(path: string, who: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(program.address + path);
    await signIn(page, who);
    return page;
  }

  async function change(page: Page): Promise<void> {
    await page.goto(`${program.address}${address}/modifier`);
    await page.getByRole('button', { name: 'Enregistrer' }).waitFor();
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer' }).click();
  const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click();
  const isSaved = (page: Page) => page.getByRole('link', { name: 'Modifier' }).waitFor();

  /** Goes on with the Tab key until the focus is there. */
  async function tabTo(page: Page, there: Locator): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      if (await there.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('the keyboard does not get there');
  }

  it('are changed with the keyboard alone', async () => {
    await dany.keyboard.press('e');
    await dany.getByRole('heading', { level: 1, name: 'Modifier l’action' }).waitFor();
    await tabTo(dany, dany.locator('summary', { hasText: 'La priorité' }));
    await dany.keyboard.press('Enter');
    await tabTo(dany, dany.getByRole('radio', { name: /^Facile, Peu utile/ }));
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
      await dany.keyboard.press(key);
    await dany
      .getByText('Plutôt facile (3) × Très utile (4) : priorité 12 sur 16, haute')
      .waitFor();
    await tabTo(dany, dany.locator('summary', { hasText: 'Ce qu’il faut' }));
    await dany.keyboard.press('Enter');
    await tabTo(dany, dany.getByLabel(/Combien cela coûte/));
    await dany.keyboard.type('douze');
    await dany.keyboard.press('Control+Enter');
    await dany.getByText('Écrivez un nombre').waitFor();
    await dany.keyboard.press('Control+a');
    await dany.keyboard.type('1250,50');
    await dany.keyboard.press('Control+Enter');
    await isSaved(dany);
    await dany.getByText(/^1\s250,50\s€$/).waitFor();
    await dany.getByText('12 sur 16, haute').waitFor();
    await dany.locator('h1:focus').waitFor();
  });

  it('that each changed apart are all there', async () => {
    await change(andrea);
    await change(dany);
    await unfold(dany, 'Avec qui');
    await dany.getByLabel(/Qu.est-ce qui aide/).fill('Le planning est déjà partagé');
    await save(dany);
    await isSaved(dany);

    await andrea.getByText('Ce qui engage d’autres personnes').waitFor();
    await unfold(andrea, 'Avec qui');
    await andrea.getByLabel(/Qu.est-ce qui freine/).fill('Les remplacements du matin même');
    await save(andrea);
    await andrea.getByText(/Dany Morel avait changé entre-temps.*ce qui aide/).waitFor();
    await andrea.getByText('Le planning est déjà partagé').waitFor();
    await andrea.getByText('Les remplacements du matin même').waitFor();
  });

  it('that both changed are shown side by side, and both can stay', async () => {
    const [hers, theirs] = ['Appeler avant dix-huit heures.', 'Écrire à la personne de confiance.'];
    await change(andrea);
    await change(dany);
    await unfold(dany, 'Quoi et pourquoi');
    await dany.getByLabel('Précisions').fill(theirs);
    await save(dany);
    await isSaved(dany);

    await unfold(andrea, 'Quoi et pourquoi');
    await andrea.getByLabel('Précisions').fill(hers);
    await save(andrea);
    await andrea.locator('h2:focus', { hasText: 'Dany Morel a modifié cette action' }).waitFor();
    const sides = andrea.locator('.side');
    const [mine, other] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(mine?.y).toBe(other?.y);
    expect(await sides.allInnerTexts()).toEqual([
      expect.stringContaining(hers),
      expect.stringContaining(theirs),
    ]);
    await andrea.getByRole('radio', { name: /Les deux/ }).check();
    expect(await barriers(andrea)).toEqual([]);
    const both = andrea.getByLabel('Le texte qui sera gardé');
    expect(await both.inputValue()).toBe(`${theirs}\n\n${hers}`);
    for (const width of [390, 320]) {
      await andrea.setViewportSize({ width, height: 640 });
      expect(await overflow(andrea)).toBe(0);
    }
    await both.fill(`${theirs} ${hers}`);
    await andrea.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await isSaved(andrea);
    await andrea.getByText(`${theirs} ${hers}`).waitFor();
  });

  it.each([390, 320])('are written on a screen of %i without going sideways', async (width) => {
    await dany.setViewportSize({ width, height: 640 });
    await change(dany);
    for (const fold of await dany.locator('form summary').all()) await fold.click();
    await dany.getByRole('radio', { name: 'Un indicateur atteint sa valeur' }).check();
    expect(await overflow(dany)).toBe(0);
    await dany.getByRole('link', { name: 'Annuler' }).click();
    await isSaved(dany);
    expect(await overflow(dany)).toBe(0);
  });

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
});
