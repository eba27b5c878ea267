import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { canBeCopied } from '../support/printed.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('a plan of actions, in a browser', () => {
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
    await page.goto(`${program.address}/actions`);
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

  const focused = (one: Locator) => one.and(page.locator(':focus')).waitFor();
  const objective = (rank: number) => page.getByLabel(`Objectif ${rank}`, { exact: true });

  it('is opened from the actions, with its objectives in the order wanted', async () => {
    await page.getByRole('link', { name: 'Plans d’actions' }).click();
    await page.getByRole('link', { name: /Projet social 2026/ }).waitFor();
    await page.getByRole('link', { name: 'Ouvrir un plan' }).click();
    await page.getByLabel('Intitulé').fill('Améliorer l’accueil');
    await page.getByLabel('Service', { exact: true }).selectOption({ index: 1 });
    for (const [rank, wording] of ['Mieux informer', 'Réduire l’attente'].entries()) {
      await page.getByRole('button', { name: 'Ajouter un objectif' }).click();
      await focused(objective(rank + 1));
      await page.keyboard.type(wording);
    }
    await page.getByRole('button', { name: 'Monter l’objectif 2' }).click();
    await focused(objective(1));
    expect(await objective(1).inputValue()).toBe('Réduire l’attente');
    await page.getByRole('button', { name: 'Ouvrir le plan' }).click();
    await page.getByRole('heading', { name: '1. Réduire l’attente' }).waitFor();
    await page.getByText('l’avancement se comptera dès la première').first().waitFor();
  });

  it('takes actions in, one of which is moved and weighed by the keyboard alone', async () => {
    await page.getByRole('button', { name: /existante à : 1\. Réduire/ }).click();
    await page.getByRole('searchbox').fill('porte automatique');
    await page.getByRole('button', { name: /^Ajouter : Régler la fermeture/ }).click();
    await page.getByText('Déjà dans ce plan').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .getByText(/100\s%\s— 1 action pondérée/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Placer dans le plan/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.locator('select').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('2,5');
    await page.keyboard.press('Enter');
    await page.getByText('poids 2,5').waitFor();
    const second = page.locator('section', { hasText: '2. Mieux informer' }).last();
    await second.getByRole('link', { name: /Régler la fermeture/ }).waitFor();
  });

  it('is kept as a template, from which another starts', async () => {
    await page.goto(`${program.address}/plans`);
    await page.getByRole('link', { name: /Projet social 2026/ }).click();
    await page.getByRole('button', { name: 'En faire un modèle' }).click();
    await page.getByText(/sert de modèle/).waitFor();
    await page.goto(`${program.address}/plans/nouveau`);
    await page.getByText('Partir d’un modèle').click();
    const form = page.locator('boucle-plan-from-template');
    await form.getByLabel('Modèle', { exact: true }).selectOption({ index: 1 });
    await form.getByText('Ouvrir un accueil commun aux quatre services').waitFor();
    expect(await barriers(page)).toEqual([]);
    await form.getByLabel('Intitulé').fill('Projet social d’après');
    await form.getByLabel('Service', { exact: true }).selectOption({ index: 1 });
    await form.getByLabel('Pourquoi ces actions').fill('Projet social 2029-2031');
    await form.getByRole('button', { name: 'Ouvrir le plan depuis ce modèle' }).click();
    await page.getByRole('heading', { name: 'Projet social d’après' }).waitFor();
    await page.getByRole('link', { name: /Ouvrir un accueil commun/ }).waitFor();
  });

  it('shows how far it has come at the size of a phone, and prints in words', async () => {
    await page.goto(`${program.address}/plans`);
    await page.getByRole('link', { name: /Projet social 2026/ }).click();
    await page.getByText(/34\s%\s— 6 actions pondérées, dont 1 annulée/).waitFor();
    await page.getByRole('heading', { name: /Que personne ne reste sans aide/ }).waitFor();
    const pdf = await page.pdf();
    expect(canBeCopied(pdf, 'Que personne ne reste sans aide un jour férié')).toBe(true);
    expect(canBeCopied(pdf, 'Ajouter une action existante')).toBe(false);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger (PDF)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^plan-P\d\d-\w+\.pdf$/);
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
});
