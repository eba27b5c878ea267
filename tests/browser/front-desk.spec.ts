import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword, signIn } from '../support/signing-in.js';

describe('the front desk, in a browser', () => {
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
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(program.address);
    await signIn(page, 'agent');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  const said = () => page.getByLabel(/Qu.a dit la personne/);
  const channel = () => page.getByLabel('Par quel canal ?');
  const save = () => page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
  const saved = () => page.getByRole('heading', { name: /enregistré/ }).waitFor();

  async function write(body: string): Promise<void> {
    await page.goto(`${program.address}/fiches/nouvelle`);
    await page.getByRole('radio', { name: /Anomalie/ }).check();
    await said().fill(body);
  }

  /** How many of the feedback that this person reads hold these words. */
  async function cameIn(words: string): Promise<number> {
    const params = { q: words };
    const answer = await page.request.get(`${program.address}/api/feedback`, { params });
    const { items } = (await answer.json()) as { items: { excerpt: string }[] };
    return items.filter(({ excerpt }) => excerpt.includes(words)).length;
  }

  it('one is logged from the home page with a few keys and no mouse; the next keeps the place', async () => {
    let keys = 0;
    const press = async (...names: string[]): Promise<void> => {
      for (const name of names) await page.keyboard.press(name);
      keys += names.length;
    };
    const focused = (selector: string) =>
      page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

    await press('n');
    await page.getByRole('heading', { name: 'Signaler' }).waitFor();
    await focused('h1');
    await press('Tab', 'Space', 'Tab');
    await focused('textarea');
    await page.keyboard.type('Le guichet trois n’a pas de chaise.');
    await press('Control+Enter');
    await saved();
    expect(keys).toBeLessThanOrEqual(5);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await focused('input[type="radio"]');
    await channel().selectOption({ label: 'Par téléphone' });
    const unit = await page.getByLabel('Service concerné').inputValue();
    expect(unit).not.toBe('');
    await page.getByRole('radio', { name: /Suggestion/ }).check();
    await said().fill('Une chaise haute au guichet trois.');
    await save();
    await saved();
    await page.getByRole('button', { name: 'Signaler un autre' }).click();
    expect(await channel().inputValue()).toBe('phone');
    expect(await page.getByLabel('Service concerné').inputValue()).toBe(unit);
    expect(await said().inputValue()).toBe('');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('a lost network loses no word, and a lost answer brings nothing in twice', async () => {
    const words = 'La borne du hall n’imprime plus de ticket.';
    await write(words.slice(0, 20));
    await context.setOffline(true);
    await said().fill(words);
    await page.getByText('Comment répondre à cette personne').click();
    await page.getByLabel(/Nom/).fill('Claude Essai');
    await save();
    await page
      .getByRole('alert')
      .getByText(/ce que vous avez écrit est gardé/)
      .waitFor();
    expect(await said().inputValue()).toBe(words);

    await context.setOffline(false);
    await page.reload();
    await said().waitFor();
    expect(await said().inputValue()).toBe(words);
    expect(await page.getByLabel(/Nom/).inputValue()).toBe('Claude Essai');
    expect(await page.getByRole('radio', { name: /Anomalie/ }).isChecked()).toBe(true);

    let arrived = 0;
    await page.route(
      (url) => url.pathname === '/api/feedback',
      async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        arrived = (await route.fetch()).status();
        return route.abort();
      },
    );
    await save();
    await page
      .getByRole('alert')
      .getByText(/ce que vous avez écrit est gardé/)
      .waitFor();
    expect(arrived).toBe(201);
    await page.unrouteAll();
    await page.reload();
    await said().waitFor();
    expect(await said().inputValue()).toBe(words);
    await save();
    await saved();
    expect(await cameIn(words)).toBe(1);
  });

  it('a session that ends while typing costs a password, and no word', async () => {
    const words = 'La porte automatique se referme trop vite.';
    await write(words);
    await page.request.delete(`${program.address}/api/session`);
    await save();
    const dialog = page.getByRole('dialog', { name: 'Votre session a pris fin' });
    await dialog.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await saved();
    expect(await cameIn(words)).toBe(1);
  });

  it('nor does one that ended before the page was loaded again', async () => {
    const words = 'Le fauteuil de l’entrée est déchiré.';
    await write(words);
    await page.request.delete(`${program.address}/api/session`);
    await page.reload();
    await signIn(page, 'agent');
    await said().waitFor();
    expect(await said().inputValue()).toBe(words);
  });

  it('words are found without their accents and in the plural, and a near match says it is one', async () => {
    await write('Mes réclamations restent au fond d’un tiroir.');
    await save();
    await saved();
    await page.goto(`${program.address}/fiches`);
    const found = page.getByRole('link', { name: /au fond d’un tiroir/ });
    await page.getByRole('searchbox').fill('reclamation tiroirs');
    await page.waitForURL(/q=reclamation/);
    await found.waitFor();
    expect(await page.getByText(/Voici ce qui s’écrit presque pareil/).count()).toBe(0);
    await page.getByRole('searchbox').fill('réclamtions');
    await page
      .getByText(/ne contient exactement «\sréclamtions\s»/)
      .last()
      .waitFor();
    await found.waitFor();
  });

  it('a text that is too long is refused beside the field, whole', async () => {
    const long = 'Trop long. '.repeat(10_000).slice(0, 100_000);
    await write('');
    // As somebody pastes it.
    await said().focus();
    await page.keyboard.insertText(long);
    await save();
    await page
      .locator('boucle-field')
      .getByText(/C’est trop long/)
      .waitFor();
    expect((await said().inputValue()).length).toBe(100_000);
    await said().and(page.locator(':focus')).waitFor();
    expect(await page.getByRole('heading', { name: 'Signaler' }).count()).toBe(1);
    // What a test leaves is typed by nobody, and axe reads every sign of it.
    await said().fill('');
  });

  it('pictures and letters from right to left arrive as they were typed', async () => {
    const words = 'Merci 👨‍👩‍👧‍👦 🇫🇷 pour l’accueil — شكرا جزيلا على الاستقبال';
    await write(words);
    await save();
    await saved();
    await page.getByRole('link', { name: 'Voir la fiche' }).click();
    const quoted = page.locator('blockquote').first();
    await quoted.waitFor();
    expect(await quoted.innerText()).toBe(words);
  });

  it('a sign that cannot be kept is refused with a sentence', async () => {
    const words = 'Un texte collé depuis\0un vieux logiciel.';
    await write('Un texte collé');
    await said().evaluate((field: HTMLTextAreaElement, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);
    await save();
    await page
      .getByRole('alert')
      .getByText(/caractère invisible/)
      .waitFor();
    expect(await said().inputValue()).toBe(words);
  });
});
