import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import writeXlsxFile from 'write-excel-file/node';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword } from '../support/signing-in.js';

let program: RunningProgram;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  program = await startProgram();
  browser = await launchChromium();
  page = await browser.newPage({
    baseURL: program.address,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  });
  const credentials = { email: 'qualite@valmont.example', password: demoPassword };
  await page.request.post('/api/session', { data: credentials });
});
afterAll(async () => {
  await browser.close();
  await program.stop();
});

const text = (value: string) => ({ value, type: String });
const sheet = () =>
  writeXlsxFile([
    [text('Plan d’actions de l’accueil')],
    ['Axe', 'Action', 'Pilote', 'Échéance', 'Avancement', 'Priorité'].map(text),
    ...[
      ['Mieux accueillir', 'Repeindre le hall', 'La DGS', 'fin mars 2027', '60 %', 'haute'],
      ['', 'Poser un banc', '', 'dès que possible', 'à faire', 'basse'],
      ['', 'Former à l’écoute', 'La DGS', 'T2 2027', 'en cours', 'haute'],
    ].map((row) => row.map(text)),
  ]).toBuffer();

describe('the sheet that everybody has', () => {
  it('is mapped, seen line by line, and becomes a plan', async () => {
    await page.goto('/reprendre-un-plan');
    await page.getByRole('heading', { level: 1, name: 'Reprendre un tableau Excel' }).waitFor();
    const file = { name: 'plan-accueil.xlsx', mimeType: 'application/zip', buffer: await sheet() };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { level: 1, name: 'plan-accueil.xlsx' }).waitFor();
    const name = page.getByLabel('Nom du plan');
    expect(await name.inputValue()).toBe('Plan d’actions de l’accueil');
    const dgs = page.getByLabel(/^« La DGS »/);
    await dgs.selectOption({ label: 'Comme si la case était vide' });
    await page.getByRole('alert').getByText('Chaque action a une origine').waitFor();
    const origin = page.getByLabel('D’où viennent ces actions ?');
    await origin.fill('Projet social 2026-2028');
    await origin.blur();
    const status = page.getByRole('status').getByText('2 actions nouvelles.');
    await status.waitFor();
    await page.getByText('« dès que possible » n’est pas une date certaine').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Créer le plan' }).click();
    await page.getByRole('heading', { name: 'Ligne par ligne' }).waitFor();
    await page.getByText('2 actions ajoutées.').waitFor();
    const refused = page.getByRole('row', { name: /Refusée/ });
    expect(await refused.innerText()).toMatch(/^4\s+Refusée\s+.*dès que possible/s);
    expect(await barriers(page)).toEqual([]);
  });
});
