import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const many = 20;
const columns = [
  ...['ID expérience', 'Titre', 'Description', 'Écrit le'],
  ...['Ressenti usager', 'Canaux Typologie 1', 'Pseudonyme usager'],
];

describe('triage, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    await bring(program);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } },
    });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${program.address}/connexion`);
    await signIn(page, 'qualite');
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  const list = async (filters: string): Promise<void> => {
    await page.goto(`${program.address}/fiches?${filters}`);
    await page.locator('a.row-link').first().waitFor();
  };
  const left = async (): Promise<number> => {
    const answer = await page.request.get(`${program.address}/api/feedback?state=received&q=Essai`);
    return ((await answer.json()) as { total: number }).total;
  };

  it(`${many} imported feedback are qualified with the keyboard alone, in one go`, async () => {
    await list('state=received&q=Essai&sort=oldest');
    expect(await left()).toBe(many);
    await page.keyboard.press('j');
    await page.keyboard.press('q');
    for (let nth = 1; nth <= many; nth += 1) {
      const theme = page.getByLabel(/De quoi parle/);
      await page.waitForFunction(() =>
        document.activeElement?.matches('boucle-qualify-form select'),
      );
      expect(await theme.inputValue()).toBe('');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      const said = page.waitForResponse(
        (answer) => answer.url().endsWith('/qualification') && answer.status() === 200,
      );
      await page.keyboard.press('Control+Enter');
      await said;
    }
    await page.getByText('Aucune fiche ne correspond').waitFor({ state: 'attached' });
    expect(await left()).toBe(0);
  });

  it('several are chosen, changed in one go and given back', async () => {
    await list('q=Essai&sort=oldest');
    const boxes = page.getByRole('checkbox', { name: /Choisir la fiche/ });
    await boxes.nth(0).click();
    await boxes.nth(4).click({ modifiers: ['Shift'] });
    await page.getByText('5 fiches choisies').waitFor();
    await page.getByRole('button', { name: 'Classer sans suite ensemble' }).click();
    await page.getByLabel('Pourquoi ?').fill('Ne relève pas de nous.');
    await page.getByRole('button', { name: 'Classer sans suite', exact: true }).click();
    await page.getByText('5 fiches changées.').waitFor();
    const dismissed = page.locator('a.row-link').filter({ hasText: 'Sans suite' });
    await dismissed.nth(4).waitFor();
    expect(await dismissed.count()).toBe(5);
    await page.keyboard.press('u');
    await page.getByText('5 fiches remises comme avant.').waitFor();
    await page.locator('a.row-link').filter({ hasText: 'Sans suite' }).first().waitFor({
      state: 'detached',
    });
  });

  it('a view is kept under a name, and found again after a reload', async () => {
    await list('kind=complaint&q=Essai');
    await page.getByRole('button', { name: 'Garder cette vue' }).click();
    await page.getByLabel('Nom de la vue').fill('Réclamations d’essai');
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
    await page.getByRole('link', { name: 'Réclamations d’essai' }).waitFor();
    await page.goto(`${program.address}/fiches`);
    await page.reload();
    await page.getByRole('link', { name: 'Réclamations d’essai' }).click();
    await page.waitForURL(/kind=complaint/);
    expect(page.url()).toContain('q=Essai');
  });
});

/** Imports as many complaints as the tests need, through the same command as anybody. */
async function bring(program: RunningProgram): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'boucle-triage-'));
  const rows = Array.from({ length: many }, (_, nth) =>
    [
      900_000 + nth,
      `Essai ${nth + 1}`,
      `J’attends depuis ${nth + 2} semaines.`,
      '2026-01-15',
      'Négatif',
      'Téléphone',
      '',
    ]
      .map((cell) => `"${cell}"`)
      .join(';'),
  );
  const file = join(folder, 'essai.csv');
  await writeFile(file, [columns.join(';'), ...rows].join('\n'));
  await program.boucle('import', 'feedback', file);
  await rm(folder, { recursive: true });
}
