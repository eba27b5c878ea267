import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const word = 'Deux appels malades n’ont pas sonné';
const whys = [
  'Le récepteur de nuit était déchargé',
  'Personne ne le remet sur son socle',
  'La consigne de fin de service n’en parle pas',
];

describe('the causes of a feedback, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let address = '';
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${program.address}/fiches?q=appels+malades`);
    await signIn(page, 'qualite');
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  const saved = () => page.getByRole('status').getByText('Enregistré').waitFor();
  const line = (rank: number) => page.getByLabel(new RegExp(`Parce que \\(${rank} sur 5\\)`));

  it('one click opens their analysis', async () => {
    await page.getByRole('link', { name: new RegExp(word) }).click();
    await page.getByRole('button', { name: 'Analyser les causes' }).click();
    await page.waitForURL(/\/analyses\/[0-9a-f-]{36}$/);
    await page.getByText('Demandez « pourquoi ? »').waitFor();
    address = page.url();
  });

  it('three whys are asked with the keyboard alone', async () => {
    await page.getByLabel(/Pourquoi est-ce arrivé/).focus();
    for (const [rank, why] of whys.entries()) {
      await page.keyboard.type(why);
      await page.keyboard.press('Enter');
      await line(rank + 2)
        .and(page.locator(':focus'))
        .waitFor();
    }
    await page.keyboard.press('Backspace');
    await line(3).and(page.locator(':focus')).waitFor();
    await saved();
    await page.reload();
    for (const [rank, why] of whys.entries()) {
      expect(await line(rank + 1).inputValue()).toBe(why);
    }
  });

  it('a cause is verified by its evidence only', async () => {
    await page.getByRole('button', { name: `Détails de la cause « ${whys[2]} »` }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: /Vérifiée/ }).check();
    await sheet.getByRole('button', { name: 'Enregistrer' }).click();
    await sheet.getByText(/s’appuie sur une preuve/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await sheet.getByLabel('La preuve').fill('Consigne relue le 12 : rien sur le récepteur');
    await sheet.getByRole('button', { name: 'Enregistrer' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page
      .getByText(/Vérifiée\s: Consigne relue le 12/)
      .first()
      .waitFor();
  });

  it('who took part is noted, without a name for whoever wishes so', async () => {
    const team = page.getByRole('list', { name: 'Qui a participé' });
    await page.getByRole('button', { name: 'Noter cette personne' }).click();
    await team.getByText('Un usager ou une usagère').waitFor();
    await page.getByLabel(/À quel titre/).selectOption({ label: 'Responsable' });
    await page.getByLabel(/Nom ou fonction/).fill('Cadre de nuit');
    await page.getByRole('button', { name: 'Noter cette personne' }).click();
    await team.getByText('Cadre de nuit').waitFor();
    await page.getByLabel('Jour de la réunion').fill('2026-11-12');
  });

  it('the drawing shows the same causes, whole, and moves them', async () => {
    const leaves = page.locator('.leaf');
    const drawn = async () =>
      (await leaves.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(await drawn()).toEqual(whys);
    expect(await page.locator('.leaf.verified circle').count()).toBe(1);
    await leaves.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.writer textarea').fill('Le récepteur était déchargé');
    await page.keyboard.press('Enter');
    await line(1).waitFor();
    expect(await line(1).inputValue()).toBe('Le récepteur était déchargé');

    const target = page.locator('[data-drop="equipment"]');
    const [from, to] = [await leaves.first().boundingBox(), await target.boundingBox()];
    if (!from || !to) throw new Error('nothing is drawn');
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('heading', { level: 3, name: 'Matériel et outils' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Méthodes et organisation' }).waitFor({
      state: 'hidden',
    });
    await saved();
  });

  it('a cause that is taken out comes back with all that explains it', async () => {
    await page.getByRole('button', { name: /Détails de la cause « Personne/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
    await page.getByText('2 causes sont retirées.').waitFor();
    expect(await page.locator('.leaf').count()).toBe(1);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await line(3).waitFor();
    expect(await page.locator('.leaf').count()).toBe(3);
  });

  it('it is printed on one sheet', async () => {
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const source = paper.toString('latin1');
    expect(source.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(source) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  });

  it('an action that is opened from the cause is linked to it and to the feedback', async () => {
    await page.getByRole('button', { name: `Détails de la cause « ${whys[2]} »` }).click();
    await page.getByRole('link', { name: 'Ouvrir une action depuis cette cause' }).click();
    await page.getByText(/Elle agira sur la cause/).waitFor();
    await page.getByLabel(/Que va-t-on faire/).fill('Écrire la consigne du récepteur');
    await page.getByRole('button', { name: 'Ouvrir l’action' }).click();
    await page.getByRole('heading', { name: 'Écrire la consigne du récepteur' }).waitFor();
    await page
      .getByRole('link', { name: /Fiche 2\d-/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: /Cause trouvée par l’analyse/ }).click();
    await page.waitForURL(address);
    await page.getByRole('link', { name: 'Écrire la consigne du récepteur' }).first().waitFor();
  });

  it('it is concluded, changes no more, and its feedback says so', async () => {
    await page.getByLabel('Conclusion').fill('La consigne est à compléter.');
    await page.getByRole('button', { name: 'Conclure l’analyse' }).click();
    await page.getByText('L’analyse est conclue.').waitFor();
    await page.getByText('Conclue le').first().waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto(`${program.address}/fiches?q=appels+malades`);
    await page.getByRole('link', { name: new RegExp(word) }).click();
    await page.getByRole('link', { name: /Conclue/ }).waitFor();
  });
});
