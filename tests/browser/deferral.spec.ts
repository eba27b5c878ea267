import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addDays } from '../../backend/domain/days.js';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const reason = 'Le fournisseur ne livre qu’en janvier.';
const title = 'Créer un planning en images avec les familles';

describe('a later due date', () => {
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

  async function arrive(who: string, path = '/'): Promise<Page> {
    const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(program.address + path);
    await signIn(page, who);
    return page;
  }

  it('is asked for, taken back and asked again, refused, and granted; the record tells it all', async () => {
    const owner = await arrive('pilote');
    await owner.getByRole('link', { name: title }).click();
    const request = owner.getByRole('region', { name: 'Report demandé' });
    await owner.getByRole('button', { name: 'Demander un report' }).click();
    const asking = owner.getByRole('dialog', { name: 'Demander un report' });
    await asking.getByRole('button', { name: 'Demander le report' }).click();
    await asking.getByLabel('Pour quand ?').fill('2020-01-01');
    await asking.getByLabel('Pourquoi ?').fill(reason);
    await asking.getByRole('button', { name: 'Demander le report' }).click();
    await asking.getByText('Choisissez un jour après l’échéance actuelle.').waitFor();
    const day = addDays(new Date().toISOString().slice(0, 10), 60);
    await asking.getByLabel('Pour quand ?').fill(day);
    await asking.getByRole('button', { name: 'Demander le report' }).click();
    await request.getByText(reason).waitFor();
    await request.getByRole('button', { name: 'Retirer la demande' }).click();
    await request.waitFor({ state: 'detached' });
    await owner.getByRole('button', { name: 'Annuler', exact: true }).last().click();
    await request.getByText(reason).waitFor();
    expect(await barriers(owner)).toEqual([]);

    const quality = await arrive('qualite');
    const waiting = quality.getByRole('region', { name: /Reports à décider/ });
    await waiting.getByRole('link', { name: title }).click();
    await quality.getByRole('button', { name: 'Refuser' }).click();
    const refusing = quality.getByRole('dialog', { name: 'Refuser ce report ?' });
    await refusing.getByLabel('Pourquoi ?').fill('Les familles attendent avant Noël.');
    expect(await barriers(quality)).toEqual([]);
    await refusing.getByRole('button', { name: 'Refuser le report' }).click();
    await quality.getByText('Les familles attendent avant Noël.').first().waitFor();

    await owner.reload();
    await owner.getByText('Les familles attendent avant Noël.').first().waitFor();
    await owner.getByRole('button', { name: 'Demander un report' }).click();
    await asking.getByLabel('Pour quand ?').fill(day);
    await asking.getByLabel('Pourquoi ?').fill(reason);
    await owner.keyboard.press('Control+Enter');
    await request.getByText(reason).waitFor();

    await quality.reload();
    await quality.getByRole('button', { name: 'Accorder le report' }).click();
    const granting = quality.getByRole('dialog');
    await granting.getByRole('button', { name: 'Accorder le report' }).click();
    const told = quality.getByRole('region', { name: 'Échéance', exact: true });
    await told.getByText(/reportée 2 fois/).waitFor();
    expect(await told.getByRole('listitem').count()).toBe(4);
    expect(await barriers(quality)).toEqual([]);
  });
});
