import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const title = 'Prévenir la famille la veille';

describe('the work on an action, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  const enter = async (who: string, address: string): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce' },
    });
    const entered = await context.newPage();
    entered.on('pageerror', (error) => faults.push(String(error)));
    await entered.goto(`${program.address}${address}`);
    await signIn(entered, who);
    return entered;
  };

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    page = await enter('pilote', '/actions?owner=me&status=open');
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Étapes' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const steps = async (): Promise<string[]> =>
    (await page.locator('boucle-step-line .title').allTextContents()).map((text) => text.trim());

  it('three steps are written with the keyboard alone', async () => {
    await page.getByLabel('Nouvelle étape').focus();
    for (const step of ['Appeler', 'Écrire', 'Vérifier']) {
      await page.keyboard.type(step);
      await press('Enter');
      await page.locator('boucle-step-line').getByText(step, { exact: true }).waitFor();
    }
    expect((await steps()).slice(-3)).toEqual(['Appeler', 'Écrire', 'Vérifier']);
    expect(await page.getByLabel('Nouvelle étape').inputValue()).toBe('');
  });

  it('one is moved up twice, and the focus goes with it', async () => {
    await page.getByRole('button', { name: 'Modifier les étapes' }).focus();
    await press('Enter');
    const up = page.getByRole('button', { name: 'Monter « Vérifier »' });
    await up.focus();
    await press('Enter', 'Enter');
    await page.getByText('« Vérifier » est maintenant l’étape 3 sur 5.').waitFor();
    await up.and(page.locator(':focus')).waitFor();
    await page.locator('ol.steps:not([aria-busy])').waitFor();
    await page.reload();
    await page.getByLabel('Nouvelle étape').waitFor();
    expect((await steps()).slice(-3)).toEqual(['Vérifier', 'Appeler', 'Écrire']);
  });

  it('one gets a day after the action’s own, which is said', async () => {
    await page.getByRole('button', { name: 'Modifier les étapes' }).click();
    await page.getByRole('button', { name: 'Modifier « Écrire »' }).focus();
    await press('Enter');
    await page.getByLabel('Que faut-il faire').and(page.locator(':focus')).waitFor();
    await page.getByLabel('Pour quand').fill('2031-01-15');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('après l’échéance de l’action').waitFor();
    await page.getByRole('button', { name: 'Terminé' }).click();
  });

  it('one is ticked, and taken back', async () => {
    const box = page.getByRole('checkbox', { name: 'Appeler' });
    await box.focus();
    await press('Space');
    await page.getByText('« Appeler » est faite.').waitFor();
    await page.getByText('1 étape faite sur 5.').waitFor();
    await page.getByRole('button', { name: 'Noter 20 %' }).waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByText('Aucune étape faite sur 5.').waitFor();
    expect(await box.isChecked()).toBe(false);
  });

  it('a link and a figure prove it, and no link that is none', async () => {
    await page.getByRole('button', { name: 'Un lien' }).click();
    await page.getByLabel('Ce que c’est').fill('Message type');
    await page.getByLabel('Adresse').fill('javascript:alert(1)');
    await press('Enter');
    await page.getByText('Une adresse qui commence par https://, sans mot de passe.').waitFor();
    await page.getByLabel('Adresse').fill('https://www.valmont.example/message');
    await press('Enter');
    const link = page.getByRole('link', { name: /Message type/ });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await page.getByRole('button', { name: 'Un chiffre' }).click();
    await page.getByLabel('Ce que c’est').fill('Familles prévenues');
    await page.getByLabel('Valeur').fill('9,5');
    await page.getByLabel('Unité').fill('sur dix');
    await press('Enter');
    await page.getByText('9,5 sur dix').waitFor();
  });

  it('a comment calls somebody by the keyboard, and they find it at home', async () => {
    await page.getByLabel('Votre commentaire').focus();
    await page.keyboard.type('Qu’en dites-vous, @domi');
    await page.getByRole('option', { name: 'Dominique Perrin' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await press('Enter');
    await page.keyboard.type('?');
    await press('Control+Enter');
    await page.getByText('Votre commentaire est publié.').waitFor();
    await page.getByText('@Dominique Perrin', { exact: true }).waitFor();

    const theirs = await enter('responsable', '/');
    const calls = theirs.getByRole('region', { name: /On vous a mentionné/ });
    const call = calls.getByRole('link', { name: /Qu’en dites-vous, @Dominique Perrin/ });
    expect(await barriers(theirs)).toEqual([]);
    const seen = theirs.waitForResponse(/mentions\/seen/);
    await call.click();
    await seen;
    await theirs.getByText('On vous a mentionné').waitFor();
    await theirs.goto(program.address);
    await theirs.getByRole('heading', { name: 'Ce qui m’attend aujourd’hui' }).waitFor();
    await theirs
      .getByRole('heading', { name: /Mes actions|Fiches/ })
      .first()
      .waitFor();
    expect(await calls.count()).toBe(0);
    await theirs.context().close();
  });
});
