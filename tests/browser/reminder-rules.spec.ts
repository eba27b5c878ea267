import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('the rules of reminders', () => {
  let program: RunningProgram;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
    await program.stop();
  });

  async function arrive(who: string, path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(program.address + path);
    await signIn(page, who);
    return page;
  }

  it('are seen before they act, saved, and not overwritten by another who changes them too', async () => {
    const quality = await arrive('qualite', '/regles');
    const other = await arrive('admin', '/regles/rappels');
    await other.getByLabel('Heure de l’envoi').waitFor();
    await quality.getByRole('link', { name: 'Changer les rappels' }).click();
    const preview = quality.getByRole('region', { name: 'Ce qui partirait' });
    await preview.getByRole('list', { name: 'Actions' }).getByRole('button').last().click();
    const planned = preview.getByRole('list', { name: 'Ce qui partirait' });
    await planned.waitFor();
    const before = await planned.innerText();
    expect(await barriers(quality)).toEqual([]);

    // By the keyboard: a later weekly step moves what would be sent, before anything is saved.
    await quality.getByLabel('Tous les combien de jours').focus();
    await quality.keyboard.press('ControlOrMeta+A');
    await quality.keyboard.type('10');
    await quality.getByText('puis tous les 10 jours').waitFor();
    await quality.waitForFunction(
      (text) => document.querySelector<HTMLElement>('ol.planned')?.innerText !== text,
      before,
    );
    await quality.getByRole('button', { name: 'Enregistrer les rappels' }).click();
    await quality.getByText('Les rappels sont enregistrés.').waitFor();

    await other.getByLabel('Heure de l’envoi').fill('9');
    await other.getByRole('button', { name: 'Enregistrer les rappels' }).click();
    const clash = other.getByRole('region', { name: /d’autres rappels/ });
    await clash.getByText('puis tous les 10 jours').waitFor();
    expect(await other.getByLabel('Heure de l’envoi').inputValue()).toBe('9');
    expect(await barriers(other)).toEqual([]);
    await clash.getByRole('button', { name: 'Prendre les siens' }).click();
    await clash.waitFor({ state: 'detached' });
    expect(await other.getByLabel('Tous les combien de jours').inputValue()).toBe('10');

    await other.goto(program.address);
    await other.getByRole('link', { name: 'Charge de rappels' }).click();
    await other.getByRole('heading', { name: 'Charge de rappels' }).waitFor();
    expect(await barriers(other)).toEqual([]);
  });
});
