import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword } from '../support/signing-in.js';

describe('the tablet of a waiting room', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let key: string;
  let cookie: string;
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    const signed = await fetch(`${program.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'qualite@valmont.example', password: demoPassword }),
    });
    cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    const units = await read<{ name: string; publicKey: string }[]>('/units');
    key = units.find(({ name }) => name === 'Accueil central')?.publicKey ?? '';
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1024, height: 768 } },
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(String(error)));
  });
  afterEach(async () => {
    expect(faults.splice(0)).toEqual([]);
    await context.close();
  });

  async function read<Body>(path: string): Promise<Body> {
    const answer = await fetch(`${program.address}/api${path}`, { headers: { cookie } });
    return (await answer.json()) as Body;
  }
  const open = () => page.goto(`${program.address}/borne/${key}`);
  const title = (name: RegExp | string) => page.getByRole('heading', { level: 1, name });
  const touch = (name: RegExp | string) => page.getByRole('button', { name }).click();
  const start = () => title('Vous nous parlez de quoi ?').waitFor();
  const sign = () => page.locator('[data-waiting]');

  /** Somebody says something, up to the code that they take away. */
  async function tell(words: string): Promise<string> {
    await touch(/^Une idée/);
    await page.getByLabel('Quelle est votre idée ?').fill(words);
    await touch('Continuer');
    await touch('Envoyer');
    await title(/^Merci/).waitFor();
    return page.locator('[data-code]').innerText();
  }

  /** How many feedback hold these words, and through which channel they came. */
  async function came(words: string): Promise<string[]> {
    const search = new URLSearchParams({ q: words });
    const { items } = await read<{ items: { id: string }[] }>(`/feedback?${search}`);
    const records = await Promise.all(
      items.map(({ id }) => read<{ body: string; channel: string }>(`/feedback/${id}`)),
    );
    return records.filter(({ body }) => body === words).map(({ channel }) => channel);
  }

  /** Until the page can be opened without network. */
  const keptForLater = () => page.locator('html[data-offline="ready"]').waitFor();

  it('asks one question at a time, with targets that nobody misses, and links that lead nowhere', async () => {
    await open();
    for (const step of [/^Un problème/, 'Je préfère ne pas écrire', 'Moyen', 'Envoyer', null]) {
      expect(await barriers(page)).toEqual([]);
      expect(await page.locator('h1:visible').count()).toBe(1);
      const targets = await page.locator('button:visible, textarea:visible, input:visible').all();
      const sizes = await Promise.all(targets.map((target) => target.boundingBox()));
      const small = sizes.filter((box) => (box?.height ?? 0) < 64);
      const isTick = await page.locator('.tick:visible').count();
      expect(small.length).toBe(isTick);
      expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
      if (step !== null) await touch(step);
    }
    expect(await title(/^Merci/).count()).toBe(1);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-waiting]')?.hidden);
    expect(await came('Visage neutre, sans un mot.')).toEqual(['kiosk']);
  });

  it('speaks five languages, and comes back to its own for the next person', async () => {
    await open();
    await touch('العربية');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await title('عمّ تريد أن تحدثنا؟').or(page.locator('h1:visible')).waitFor();
    await touch('English');
    await touch(/^A compliment|^A thank/);
    await page.locator('textarea').fill('The lady at the desk was kind.');
    await touch('Continue');
    await touch('Send');
    await touch('I have finished');
    await start();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await touch(/^Un merci/);
    expect(await page.locator('textarea').inputValue()).toBe('');
  });

  it('keeps what is said without network, and delivers each once, in order', async () => {
    await open();
    await start();
    await keptForLater();
    await context.setOffline(true);
    const codes = [await tell('Un premier banc dehors')];
    await touch('J’ai terminé');
    await page.reload();
    await start();
    codes.push(await tell('Un deuxième banc dehors'));
    await touch('J’ai terminé');
    codes.push(await tell('Un troisième banc dehors'));
    expect(await sign().innerText()).toMatch(/^À transmettre\s: 3, depuis \d\d:\d\d$/);
    expect(new Set(codes).size).toBe(3);

    // The first delivery arrives, and its answer is lost.
    const delivered: string[] = [];
    let isLost = false;
    await context.route('**/api/public/units/*/feedback', async (route) => {
      const { body } = route.request().postDataJSON() as { body: string };
      delivered.push(body);
      const answer = await route.fetch();
      if (!isLost) {
        isLost = true;
        expect(answer.status()).toBe(201);
        await route.abort('connectionreset');
        return;
      }
      await route.fulfill({ response: answer });
    });
    await context.setOffline(false);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-waiting]')?.hidden);
    expect(delivered).toEqual([
      'Un premier banc dehors',
      'Un premier banc dehors',
      'Un deuxième banc dehors',
      'Un troisième banc dehors',
    ]);
    for (const words of ['Un premier', 'Un deuxième', 'Un troisième']) {
      expect(await came(`${words} banc dehors`)).toEqual(['kiosk']);
    }
    for (const code of codes) {
      expect(await read(`/public/follow-ups/${code}`)).toMatchObject({ state: 'received' });
    }
  });

  it('sets aside what is never taken, shows it to whoever insists, and lets the others through', async () => {
    await open();
    await start();
    // A page that its service worker is about to take over would not be heard whole.
    await keptForLater();
    await context.route('**/api/public/units/*/feedback', async (route) => {
      const { body } = route.request().postDataJSON() as { body: string };
      if (!body.startsWith('Perdu')) return route.continue();
      await route.fulfill({ status: 410, json: { code: 'door.expired', message: '' } });
    });
    await tell('Perdu de vue');
    await touch('J’ai terminé');
    await tell('Passe quand même');
    await touch('J’ai terminé');
    await sign()
      .filter({ hasText: /^Mises de côté\s: 1$/ })
      .click();
    const panel = page.getByRole('dialog', { name: 'Sur cette tablette' });
    expect(await barriers(page)).toEqual([]);
    expect(await panel.innerText()).not.toContain('Perdu de vue');
    await panel.getByRole('button', { name: /^Lire/ }).focus();
    await page.keyboard.down('Enter');
    await panel.getByText('Perdu de vue').waitFor();
    await page.keyboard.up('Enter');
    expect(await came('Passe quand même')).toEqual(['kiosk']);
    await context.unroute('**/api/public/units/*/feedback');
    await panel.getByRole('button', { name: 'Envoyer de nouveau' }).click();
    await panel.waitFor({ state: 'hidden' });
    expect(await came('Perdu de vue')).toEqual(['kiosk']);
  });

  it('asks whether somebody is still there, then erases what they left', async () => {
    await page.clock.install();
    await open();
    await touch(/^Un problème/);
    await page.locator('textarea').fill('Je suis malade et je');
    await page.clock.runFor(59_000);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.clock.runFor(2_000);
    await page.getByRole('dialog', { name: 'Êtes-vous toujours là ?' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await touch('Oui, je continue');
    expect(await page.locator('textarea').inputValue()).toBe('Je suis malade et je');
    await page.clock.runFor(61_000);
    await page.getByRole('dialog').waitFor();
    await page.clock.runFor(20_000);
    await start();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await touch(/^Un problème/);
    expect(await page.locator('textarea').inputValue()).toBe('');
  });
});
