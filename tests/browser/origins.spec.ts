import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('an action from anywhere, in a browser', () => {
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
    await page.goto(`${program.address}/indicateurs`);
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

  const title = () => page.getByLabel(/Que va-t-on faire/);
  const opened = (words: string) => page.getByRole('heading', { level: 1, name: words }).waitFor();

  it('one click on an indicator’s point opens it, linked, and a template brings its steps', async () => {
    await page
      .getByRole('link', { name: /Ouvrir une action sur/ })
      .first()
      .click();
    await page.getByText(/Elle agira sur l’indicateur/).waitFor();
    await page.getByLabel('Service', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Partir d’un modèle').selectOption({ label: 'Former une équipe' });
    await page.getByText('Il apporte 4 étapes.').waitFor();
    await title().fill('Former l’accueil à l’écoute');
    await page.getByRole('button', { name: 'Ouvrir l’action' }).click();
    await opened('Former l’accueil à l’écoute');
    await page.getByText('Choisir la date et qui anime').first().waitFor();
    await page
      .getByRole('link', { name: /^Indicateur «/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Former l’accueil à l’écoute' }).waitFor();
  });

  it('one click on a survey’s result does so too', async () => {
    await page.goto(`${program.address}/enquetes`);
    await page
      .getByRole('link', { name: /Ouvrir une action/ })
      .first()
      .click();
    await page.getByText(/ce qui ressort de l’enquête/).waitFor();
    expect(await title().inputValue()).toMatch(/^Améliorer/);
    await page.getByRole('button', { name: 'Ouvrir l’action' }).click();
    await page
      .getByRole('link', { name: /^Enquête «/ })
      .first()
      .waitFor();
  });

  it('an origin is looked for and added, the thread draws it, and it is removed and back', async () => {
    await page.getByRole('button', { name: 'Ajouter une origine' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('appels malades');
    await dialog.getByRole('radio', { name: /appels malades/ }).check();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    const thread = page.getByRole('list', { name: 'De chaque parole à sa réponse' });
    await thread
      .getByRole('link', { name: /^Fiche / })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Retirer.+Fiche/ }).click();
    await page.getByText('Une action garde toujours une origine.').waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await thread
      .getByRole('link', { name: /^Fiche / })
      .first()
      .click();
    await page
      .getByRole('list', { name: 'De chaque parole à sa réponse' })
      .getByRole('link', { name: /^Améliorer/ })
      .waitFor();
  });
});
