import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readIn } from '../support/agenda.js';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('what each person wishes', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    await page.goto(program.address);
    await signIn(page, 'pilote');
    await page.getByRole('button', { name: /Réglages/ }).click();
    await page.getByRole('link', { name: 'Rappels et agenda' }).click();
    await page.getByRole('heading', { name: 'Mes rappels et mon agenda' }).waitFor();
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
    await program.stop();
  });

  it('is kept: how often, a holiday, and who stands in', async () => {
    await page.getByRole('radio', { name: /Une fois par semaine/ }).check();
    await page.getByLabel('Le jour', { exact: true }).selectOption({ label: 'Jeudi' });
    await page.getByLabel(/^\s*Du\s/).fill('2030-08-14');
    await page.getByLabel('Au, inclus').fill('2030-08-03');
    await page.getByLabel('Qui me remplace').selectOption({ index: 1 });
    const standIn = await page.getByLabel('Qui me remplace').inputValue();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Ce congé finit avant de commencer.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Au, inclus').fill('2030-08-25');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Vos rappels sont réglés').waitFor();

    await page.reload();
    await page.getByLabel('Le jour', { exact: true }).waitFor();
    expect(await page.getByRole('radio', { name: /Une fois par semaine/ }).isChecked()).toBe(true);
    const kept = [/^\s*Le jour\s*$/, /^\s*Du\s/, /Au, inclus/, /Qui me remplace/].map((label) =>
      page.getByLabel(label).inputValue(),
    );
    expect(await Promise.all(kept)).toEqual(['4', '2030-08-14', '2030-08-25', standIn]);
  });

  it('has a calendar behind a link that is made, copied and withdrawn by the keyboard', async () => {
    await page.getByRole('button', { name: 'Créer le lien de mon agenda' }).focus();
    await page.keyboard.press('Enter');
    const line = page.getByLabel('Le lien de mon agenda');
    await line.waitFor();
    const address = await line.inputValue();
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copié' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    const open = page.getByRole('link', { name: 'Ouvrir dans mon agenda' });
    expect(await open.getAttribute('href')).toBe(address.replace('http:', 'webcal:'));
    expect(await barriers(page)).toEqual([]);

    const days = await readIn('Indian/Reunion', await (await fetch(address)).text());
    expect(days.map(({ summary }) => summary.split('\u00a0: ')[0])).toContain('Échéance');
    await page.reload();
    await page.getByText('Dernière lecture').waitFor();
    expect(await page.getByText('aucun agenda ne l’a encore lu').count()).toBe(0);

    await page.getByRole('button', { name: 'Retirer le lien' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer le lien' }).click();
    await page.getByText('Le lien est retiré.').waitFor();
    expect((await fetch(address)).status).toBe(404);
  });

  it('takes an action into a calendar', async () => {
    await page.goto(`${program.address}/actions`);
    await page.getByRole('link', { name: /Installer une file d’attente/ }).click();
    const taken = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Ajouter à mon agenda' }).click();
    const file = await readFile(await (await taken).path(), 'utf8');
    expect(await readIn('Europe/Paris', file)).toEqual([
      expect.objectContaining({
        summary: expect.stringContaining('Installer une file d’attente'),
        wholeDay: true,
      }),
    ]);
  });
});
