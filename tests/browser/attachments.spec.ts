import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import * as files from '../support/files.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('files with what somebody said, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  async function arrive(path: string, who: string): Promise<void> {
    context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(program.address + path);
    await signIn(page, who);
  }

  async function write(body: string): Promise<void> {
    await page.getByLabel('Anomalie').check();
    await page.getByLabel(/Qu.a dit la personne/).fill(body);
  }

  const choose = (...chosen: { name: string; mimeType: string; buffer: Buffer }[]) =>
    page.locator('input[type="file"][multiple]').setInputFiles(chosen);

  it('a photograph and a sound on the form are seen and heard on the record', async () => {
    await arrive('/fiches/nouvelle', 'agent');
    await write('La rampe est cassée, voici la photo.');
    await page.getByText('Joindre une photo').click();
    await choose(
      { name: 'rampe.jpg', mimeType: 'image/jpeg', buffer: await files.tellingPhoto() },
      { name: 'message.wav', mimeType: 'audio/wav', buffer: files.wav() },
      { name: 'lettre.docx', mimeType: 'application/zip', buffer: files.zip() },
    );
    await page.getByText(/Ni une photo/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await page.getByRole('heading', { name: /enregistré/ }).waitFor();
    await page.getByText('envoyé', { exact: true }).nth(1).waitFor();
    expect(await page.getByText('lettre.docx').count()).toBe(0);

    await page.getByRole('link', { name: 'Voir la fiche' }).click();
    await page.getByRole('button', { name: 'Agrandir rampe.jpg' }).click();
    const large = page.getByRole('dialog').getByRole('img', { name: 'rampe.jpg' });
    await large.waitFor();
    // Upright, and really drawn.
    const sides = () =>
      large.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => [
        naturalWidth,
        naturalHeight,
      ]);
    await expect(sides()).resolves.toEqual([6, 8]);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const focused = page.getByRole('button', { name: 'Agrandir rampe.jpg' });
    await expect(focused.evaluate((it) => it === document.activeElement)).resolves.toBe(true);
    await page.getByText(/durée 0:00/).waitFor();
    expect(await page.getByRole('button', { name: /^Retirer/ }).count()).toBe(0);
  });

  it('a program renamed into a photograph is refused with a sentence, and the rest is kept', async () => {
    await arrive('/fiches/nouvelle', 'agent');
    await write('Le rapport est joint.');
    await page.getByText('Joindre une photo').click();
    await choose(
      { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: files.program() },
      { name: 'rapport.pdf', mimeType: 'application/pdf', buffer: files.pdf() },
    );
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await page.getByRole('heading', { name: /enregistré/ }).waitFor();
    await page.getByText(/Ce fichier ne peut pas être joint.*JPEG.*PDF/).waitFor();
    await page.getByText('envoyé', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /Réessayer/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Ne pas envoyer photo.jpg' }).click();
    await page.getByRole('link', { name: 'Voir la fiche' }).click();
    await page.locator('blockquote').getByText('Le rapport est joint.').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger rapport.pdf' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('rapport.pdf');
    expect(await page.getByText('photo.jpg').count()).toBe(0);
  });

  it('a file that the network lost is sent again from the receipt', async () => {
    await arrive('/fiches/nouvelle', 'agent');
    await write('Le réseau va et vient.');
    await page.getByText('Joindre une photo').click();
    await choose({ name: 'porte.png', mimeType: 'image/png', buffer: await files.png() });
    await page.route('**/attachments', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await page.getByText(/Le serveur ne répond pas/).waitFor();
    await page.getByRole('button', { name: 'Réessayer d’envoyer porte.png' }).click();
    await page.getByText('envoyé', { exact: true }).waitFor();
  });

  it('whoever may qualify takes a file away, with a reason', async () => {
    await arrive('/fiches?q=rampe+cass%C3%A9e', 'qualite');
    await page.getByRole('link', { name: /voici la photo/ }).click();
    await page.getByRole('button', { name: 'Retirer rampe.jpg' }).click();
    await page.getByLabel('Pourquoi ?').fill('On reconnaît quelqu’un.');
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click();
    await page.getByText('rampe.jpg est retiré.').waitFor();
    await page.getByRole('button', { name: 'Agrandir rampe.jpg' }).waitFor({ state: 'detached' });
    await page.getByText('message.wav').first().waitFor();
  });
});
