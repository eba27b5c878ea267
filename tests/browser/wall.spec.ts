import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword } from '../support/signing-in.js';

const said = 'Monsieur Durand du bureau 4 est formidable, mais on attend debout.';
const words = 'L’accueil est formidable, mais on attend debout.';
const outcome = 'Six chaises sont arrivées.';

describe('the wall of expression', () => {
  let program: RunningProgram;
  let browser: Browser;
  let staff: Page;
  let hall: Page;
  let key = '';
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    staff = await openPage();
    hall = await openPage();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    expect(faults).toEqual([]);
  });

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({
      ...{ locale: 'fr-FR', viewport: { width: 1280, height: 800 } },
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    return page;
  }

  async function call<Body>(path: string, cookie: string, body?: object): Promise<Body> {
    const answer = await fetch(`${program.address}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Body;
  }

  /** Somebody agrees to be shown, and is answered. */
  async function tell(): Promise<void> {
    const email = 'qualite@valmont.example';
    const signed = await fetch(`${program.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: demoPassword }),
    });
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    const units = await call<{ name: string; publicKey: string }[]>('/units', cookie);
    key = units.find(({ name }) => name === 'Accueil central')?.publicKey ?? '';
    const word = { kind: 'compliment', body: said, wallConsent: true };
    const { id } = await call<{ id: string }>(`/public/units/${key}/feedback`, '', word);
    await call(`/feedback/${id}/answers`, cookie, { body: 'Merci, les chaises arrivent.' });
    const [name = '', value = ''] = cookie.split('=');
    await staff.context().addCookies([{ name, value, url: program.address }]);
  }

  it('shows in the hall what staff chose, follows what they change, and stops on request', async () => {
    await tell();
    await hall.clock.install();
    await hall.goto(`${program.address}/mur/${key}`);
    await hall.getByText('Les mots des personnes viendront ici.').waitFor();

    await staff.goto(`${program.address}/mur-expression`);
    await staff.getByText(said).waitFor();
    expect(await barriers(staff)).toEqual([]);
    await staff
      .getByRole('link', { name: /^Lire et décider/ })
      .first()
      .click();
    await staff.getByRole('button', { name: 'Afficher sur le mur' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByText(/Enlevez les noms/).waitFor();
    expect(await barriers(staff)).toEqual([]);
    await dialog.getByLabel('Les mots à afficher').fill(words);
    await dialog.getByLabel(/Nous avons fait/).fill(outcome);
    await dialog.getByRole('button', { name: 'Afficher', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await staff.getByText('Ces mots sont sur le mur.').first().waitFor();

    await hall.clock.runFor(61_000);
    await hall.getByText(words).waitFor();
    await hall.getByText(outcome).waitFor();
    expect(await hall.locator('body').innerText()).not.toContain('Durand');
    expect(await barriers(hall)).toEqual([]);

    await staff.goto(`${program.address}/mur-expression`);
    const withdraw = staff.getByRole('button', { name: /^Retirer du mur/ });
    await withdraw.click();
    await withdraw.waitFor({ state: 'hidden' });
    await hall.clock.runFor(61_000);
    await hall.getByText(words).waitFor({ state: 'detached' });

    await hall.getByRole('button', { name: 'Arrêter le défilement' }).click();
    await staff.getByRole('button', { name: 'Annuler' }).click();
    await withdraw.waitFor();
    await hall.clock.runFor(61_000);
    expect(await hall.getByText(words).count()).toBe(0);
    await hall.getByRole('button', { name: 'Reprendre le défilement' }).click();
    await hall.clock.runFor(61_000);
    await hall.getByText(words).waitFor();
  });

  it('moves on by itself where it is longer than the screen, unless movement is unwelcome', async () => {
    await hall.setViewportSize({ width: 1280, height: 200 });
    const top = () => hall.evaluate(() => document.documentElement.scrollTop);
    await hall.emulateMedia({ reducedMotion: 'reduce' });
    await hall.evaluate(() => scrollTo(0, 0));
    await hall.clock.runFor(30_000);
    expect(await top()).toBe(0);
    await hall.emulateMedia({ reducedMotion: 'no-preference' });
    await hall.clock.runFor(12_000);
    await hall.waitForFunction(() => document.documentElement.scrollTop > 0);
  });
});
