import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import { addDays, addWorkingDays } from '../../backend/domain/days.js';
import { frenchHolidays } from '../../backend/organization/calendar.js';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { openPostbox, type Postbox } from '../support/postbox.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword, signIn } from '../support/signing-in.js';

const today = new Date().toISOString().slice(0, 10);
const nextDay = addWorkingDays(today, 1, frenchHolidays(null));
/** Long enough ago for its links to be over. */
const formerDay = addWorkingDays(addDays(today, -45), 1, frenchHolidays(null));
const later = addDays(nextDay, 30);
const [door, ramp, old] = ['Alléger la porte', 'Fixer la rampe', 'Repeindre le hall'] as const;

describe('from the mailbox to the recorded gesture', () => {
  let postbox: Postbox;
  let program: RunningProgram;
  let browser: Browser;
  let quality: string;
  const actions: Record<string, string> = {};
  const contexts: BrowserContext[] = [];
  const letters: Record<string, string> = {};

  beforeAll(async () => {
    postbox = await openPostbox();
    program = await startProgram({ SMTP_URL: postbox.url });
    browser = await launchChromium();
    quality = await sessionOf('qualite');
    const { items } = await ask<{ items: ActionDto[] }>(
      'GET',
      '/actions?owner=me&status=open',
      await sessionOf('pilote'),
    );
    const [{ unit, owner } = { unit: { id: '' }, owner: { id: '' } }] = items;
    const open = async (title: string, dueOn: string) => {
      const { id } = await ask<ActionDto>('POST', '/actions', quality, {
        ...{ kind: 'corrective', title, dueOn, unitId: unit.id, ownerId: owner.id },
        origins: [{ kind: 'audit', reference: 'Critère 3.12.1' }],
      });
      actions[title] = id;
    };
    await open(old, formerDay);
    await remind(formerDay, old);
    await open(door, nextDay);
    await open(ramp, nextDay);
    await remind(nextDay, door);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    await postbox.close();
  });

  /** Sends the digests of a day, and keeps what the owner's says of this action. */
  async function remind(day: string, title: string): Promise<void> {
    await program.boucle('remind', '--at', `${day}T09:00:00Z`);
    const { html } = await postbox.letterTo('pilote@valmont.example', ({ text = '' }) =>
      text.includes(title),
    );
    letters[title] = html || '';
  }

  async function sessionOf(who: string): Promise<string> {
    const { headers } = await fetch(`${program.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${who}@valmont.example`, password: demoPassword }),
    });
    return headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async function ask<Body>(
    method: string,
    path: string,
    cookie: string,
    body?: object,
  ): Promise<Body> {
    const answer = await fetch(`${program.address}/api${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Body;
  }

  const record = (title: string) =>
    ask<ActionDto>('GET', `/actions/${actions[title] ?? ''}`, quality);

  /** Opens the letter as a mail program would, and follows one of its links by the keyboard. */
  async function follow(
    letter: string,
    title: string,
    words: string,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce', ...options },
    });
    contexts.push(context);
    const page = await context.newPage();
    await page.setContent(letters[letter] ?? '');
    const item = page.locator('td', { has: page.getByRole('link', { name: title }) }).last();
    await item.getByRole('link', { name: words }).press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  async function look(page: Page): Promise<void> {
    expect(await barriers(page)).toEqual([]);
    expect(await page.locator('body').innerText()).not.toMatch(/undefined|null|\{\{|gesture\./);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  }

  const tabTo = async (page: Page, name: string) => {
    for (let tabs = 0; tabs < 15; tabs += 1) {
      await page.keyboard.press('Tab');
      const reached = page.locator(':focus');
      if ((await reached.innerText()) === name) return;
    }
    throw new Error(`No Tab leads to ${name}`);
  };
  const noted = (page: Page) => page.getByRole('status').getByText('C’est noté');

  it('is on its way, then needs more time, with the keyboard alone; looking changes nothing', async () => {
    const page = await follow(door, door, 'C’est en cours');
    await look(page);
    expect(await record(door)).toMatchObject({ state: 'planned', progress: 0 });
    const progress = page.getByLabel('Avancement, en %');
    await progress.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('60');
    await page.reload();
    await page.getByText('Nous avons gardé ce que vous aviez écrit').waitFor();
    expect(await progress.inputValue()).toBe('60');
    await progress.focus();
    await tabTo(page, 'Enregistrer l’avancement');
    await page.keyboard.press('Enter');
    await noted(page).waitFor();
    await page.getByText('L’action est en cours, à 60 %.').waitFor();
    await look(page);
    expect(await record(door)).toMatchObject({ state: 'in_progress', progress: 60 });
    await page.getByRole('link', { name: 'Corriger' }).press('Enter');
    await progress.waitFor();
    expect(await page.getByText('Nous avons gardé').isVisible()).toBe(false);
    await page.goBack();
    await noted(page).waitFor();

    await tabTo(page, 'Il me faut plus de temps');
    await page.keyboard.press('Enter');
    await page.getByLabel('Jour demandé').waitFor();
    await look(page);
    // What is missing is said at once, beside its field, where the keyboard is led.
    await page.getByRole('button', { name: 'Demander ce report' }).press('Enter');
    await page.locator('#dueOn-error').getByText('À remplir').waitFor();
    expect(await page.getByLabel('Jour demandé').evaluate((one) => one.matches(':focus'))).toBe(
      true,
    );
    await page.getByLabel('Jour demandé').fill(later);
    await page.getByLabel('Pourquoi ?').fill('La pièce ne vient qu’en janvier.');
    await page.getByRole('button', { name: 'Demander ce report' }).dblclick();
    await noted(page).waitFor();
    await look(page);
    const { deferrals } = await record(door);
    expect(deferrals.map(({ to, state }) => [to, state])).toEqual([[later, 'asked']]);

    // Whoever goes back and sends it once more asks for nothing twice.
    await page.goBack();
    await page.getByRole('heading', { name: /Vous avez demandé un report/ }).waitFor();
    expect(await page.getByLabel('Jour demandé').count()).toBe(0);
  });

  it('is not mine, then is done, on a telephone by night and without a script', async () => {
    const plain = {
      ...{ javaScriptEnabled: false, colorScheme: 'dark' as const },
      viewport: { width: 320, height: 640 },
    };
    const page = await follow(door, ramp, 'Ce n’est pas pour moi', plain);
    await page.getByRole('button', { name: 'Confirmer : ce n’est pas pour moi' }).click();
    await page.getByText('Il y a quelque chose à corriger').waitFor();
    expect((await record(ramp)).disowning).toBeNull();
    await page.getByLabel('Pourquoi ?').fill('C’est aux services techniques.');
    await page.getByRole('button', { name: 'Confirmer : ce n’est pas pour moi' }).click();
    await noted(page).waitFor();
    await page.getByText('C’est aux services techniques.').waitFor();
    expect((await record(ramp)).disowning).toMatchObject({ mayDecide: true });

    await page.getByRole('link', { name: 'C’est fait' }).click();
    expect((await record(ramp)).state).toBe('planned');
    await page.getByRole('button', { name: 'Confirmer : c’est fait' }).click();
    await noted(page).waitFor();
    expect(await record(ramp)).toMatchObject({ state: 'done', disowning: null });
  });

  it('is seen in the record by whoever decides of it', async () => {
    const page = await follow(door, door, 'Ce n’est pas pour moi');
    await look(page);
    await page.getByLabel('Pourquoi ?').fill('Camille a les clés.');
    await page.getByRole('button', { name: 'Confirmer : ce n’est pas pour moi' }).click();
    await noted(page).waitFor();
    await look(page);
    await page.getByRole('link', { name: 'Ouvrir l’action dans Boucle' }).click();
    await signIn(page, 'qualite');
    const disowned = page.getByRole('region', { name: 'Pas la ou le bon pilote ?' });
    await disowned.getByText('Camille a les clés.').waitFor();
    await page.getByText(/Historique/).click();
    await page.getByText('Camille a les clés.').nth(1).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('says what to do where a link is over, or is not whole', async () => {
    const page = await follow(old, old, 'C’est fait');
    await page.getByText('Ce lien n’est plus valable.').waitFor();
    await look(page);
    expect(
      await page.getByRole('link', { name: 'Ouvrir l’action dans Boucle' }).getAttribute('href'),
    ).toBe(`/actions/${actions[old] ?? ''}`);
    await page.goto(page.url().replace(/.{5}\?.*$/, ''));
    await page.getByText('Ce lien n’est pas complet.').waitFor();
    await look(page);
    expect(await record(old)).toMatchObject({ state: 'planned' });
  });
});
