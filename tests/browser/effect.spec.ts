import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('the effect of an action, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${program.address}/actions?status=toVerify`);
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

  const open = async (title: RegExp) => {
    await page.goto(`${program.address}/actions?status=toVerify`);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: 'Effet', exact: true }).waitFor();
  };

  it('is read in a sentence and a table, and confirmed by its verifier in one click', async () => {
    await open(/tournées du matin/);
    await page
      .getByText(/Même le bas de l’intervalle \(83\s%\) atteint les 80\s% attendus/)
      .waitFor();
    const table = page.getByRole('table', { name: /Part de satisfaits/ });
    expect(await table.getByRole('row').allInnerTexts()).toHaveLength(3);
    await table.getByRole('cell', { name: /de 83\s% à 98\s%/ }).waitFor();
    await page.getByRole('heading', { name: /Les chiffres disent\s: Efficace/ }).waitFor();
    await page.getByRole('button', { name: /Confirmer\s: efficace/ }).click();
    await page.getByText(/avis rendu par Dany Morel/).waitFor();
    await page.getByText('Les chiffres disaient la même chose.').waitFor();
    await table.waitFor();
  });

  it('that is told again is not the same once somebody says so, and is again when they undo it', async () => {
    await open(/caisses chaudes/);
    await page.getByText(/Le problème a été dit de nouveau/).waitFor();
    await page.getByRole('button', { name: /Ce n’est pas la même chose/ }).click();
    await page.getByText(/pas assez de cas avant pour conclure/).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText(/Le problème a été dit de nouveau/).waitFor();
  });

  it('that was not there hands the work over to another action with the same origins', async () => {
    await page.getByRole('button', { name: 'Ouvrir une action qui prend la suite' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(/Que va-t-on faire/).fill('Changer de livreur le dimanche');
    await sheet.getByLabel(/Qui s’en charge/).selectOption({ label: 'Dominique Perrin' });
    expect(await barriers(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Ouvrir l’action' }).click();
    await page.getByRole('heading', { name: 'Changer de livreur le dimanche' }).waitFor();
    await page.getByRole('link', { name: /Fiche 2\d-.*Les repas/ }).waitFor();
    await page
      .getByRole('link', { name: /^A2.*Livrer les repas dans des caisses chaudes/ })
      .first()
      .click();
    await page
      .getByRole('heading', { name: 'Livrer les repas dans des caisses chaudes' })
      .waitFor();
    await page
      .getByRole('link', { name: /Changer de livreur le dimanche/ })
      .first()
      .waitFor();
  });

  it('of which nobody can tell may be confirmed as such', async () => {
    await open(/panneau de l’ascenseur/);
    await page.getByRole('button', { name: /Confirmer\s: pas de conclusion/ }).click();
    await page.getByText(/Pas de conclusion possible\s: avis rendu/).waitFor();
  });
});
