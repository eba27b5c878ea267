import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

describe('the views of the actions, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    // Once for all: whoever signs in more than ten times a minute is asked to wait.
    const door = await browser.newPage({ locale: 'fr-FR' });
    await door.goto(`${program.address}/connexion`);
    await signIn(door, 'qualite');
    storageState = await door.context().storageState();
    await door.close();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1440, height: 1100 } },
      storageState,
    });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  const open = (query: string) => page.goto(`${program.address}/actions?${query}`);
  const column = (name: string): Locator => page.getByRole('region', { name });
  const cards = (name: string): Locator => column(name).getByRole('link');
  const board = async (): Promise<void> => {
    await open('vue=tableau&status=all');
    await cards('Prévue').first().waitFor();
  };
  /** The first card of a column, and its title. */
  const first = async (name: string): Promise<{ card: Locator; title: string }> => {
    const card = cards(name).first();
    return { card, title: ((await card.textContent()) ?? '').trim() };
  };
  const drag = async (card: Locator, to: Locator): Promise<void> => {
    const [from, into] = [await card.boundingBox(), await to.boundingBox()];
    if (!from || !into) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
    await page.mouse.move(into.x + into.width / 2, into.y + 80, { steps: 12 });
    await page.mouse.up();
  };
  /** Opens one more action, so that no test needs what another left. */
  const plan = async (title: string): Promise<string> => {
    const { items } = (await (await page.request.get(`${program.address}/api/actions`)).json()) as {
      items: { unit: { id: string }; owner: { id: string } }[];
    };
    const made = await page.request.post(`${program.address}/api/actions`, {
      data: {
        ...{ kind: 'corrective', title, dueOn: '2020-01-01' },
        ...{ unitId: items[0]?.unit.id, ownerId: items[0]?.owner.id },
        origins: [{ kind: 'audit', reference: 'Critère 3.12.1' }],
      },
    });
    return ((await made.json()) as { id: string }).id;
  };

  it('a card is dragged to the next column, and the action is started', async () => {
    const id = await plan('Repeindre le couloir');
    await board();
    await drag(page.locator(`a[data-id="${id}"]`), column('En cours'));
    await page.getByText('« Repeindre le couloir » est en cours.').waitFor();
    await cards('En cours').filter({ hasText: 'Repeindre le couloir' }).waitFor();
    const { state } = (await (
      await page.request.get(`${program.address}/api/actions/${id}`)
    ).json()) as { state: string };
    expect(state).toBe('in_progress');
  });

  it('a card is moved with the keyboard alone, to the columns it may go to', async () => {
    await plan('Poser une rampe');
    await board();
    const menu = page.getByRole('button', { name: 'Déplacer « Poser une rampe » vers…' });
    await menu.focus();
    await page.keyboard.press('Enter');
    const ways = column('Prévue').locator('.panel:not([hidden]) button');
    expect(await ways.allTextContents()).toEqual(
      ['En cours', 'Faite, à vérifier', 'Annulée'].map((name) => expect.stringContaining(name)),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Un mot sur ce qui a été fait').fill('Posée ce matin');
    await page.keyboard.press('Control+Enter');
    const moved = cards('Faite, à vérifier').filter({ hasText: 'Poser une rampe' });
    await moved.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Poser une'));
  });

  it('a move that the lifecycle does not know leaves the card, and says why', async () => {
    const id = await plan('Changer les néons');
    await board();
    await drag(page.locator(`a[data-id="${id}"]`), column('Vérifiée'));
    await page.getByText('« Changer les néons » ne passe pas de « Prévue »').waitFor();
    await cards('Prévue').filter({ hasText: 'Changer les néons' }).waitFor();
  });

  it('a move that the server refuses brings the card back, and says why', async () => {
    const id = await plan('Doubler la signalétique');
    await board();
    await page.request.put(`${program.address}/api/actions/${id}/cancellation`, {
      data: { reason: 'Doublon' },
    });
    await drag(page.locator(`a[data-id="${id}"]`), column('En cours'));
    await page.getByText('« Doubler la signalétique » n’a pas bougé.').waitFor();
    await cards('Annulée').filter({ hasText: 'Doubler la signalétique' }).waitFor();
  });

  it('a move that asks first is given up: the card goes back', async () => {
    await board();
    const { card, title } = await first('En cours');
    await drag(card, column('Annulée'));
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await cards('En cours').filter({ hasText: title }).waitFor();
  });

  it.each(['status=all', 'bare', 'status=late', 'status=all&kind=corrective'])(
    'every view shows the same ones: %s',
    async (said) => {
      const filters = said === 'bare' ? '' : said;
      const told = await page.goto(`${program.address}/actions?${filters}`).then(async () => {
        const status = page.getByRole('status').filter({ hasText: /action/ });
        await status.first().waitFor({ state: 'attached' });
        return Number(/\d+/.exec((await status.first().textContent()) ?? '')?.[0] ?? 0);
      });
      await page.locator('a.row-link').first().waitFor();
      const list = await page.locator('a.row-link').count();
      const seen: Record<string, number> = { list };
      await page.getByRole('link', { name: 'Tableau', exact: true }).click();
      await page.locator('[data-count]').first().waitFor();
      const counts = await page.locator('[data-count]').allTextContents();
      seen['board'] = counts.reduce((sum, count) => sum + Number(count), 0);
      seen['cards'] = await page.locator('a[data-id]').count();
      await page.getByRole('link', { name: 'Frise', exact: true }).click();
      await page.locator('a[data-bar]').first().waitFor();
      seen['timeline'] = await page.locator('a[data-bar]').count();
      await page.getByRole('link', { name: 'Calendrier', exact: true }).click();
      const within = page.getByText(/ sur \d+$/).last();
      await within.waitFor();
      seen['calendar'] = Number(/(\d+)$/.exec((await within.textContent()) ?? '')?.[1]);
      expect(told).toBeGreaterThan(0);
      expect(seen).toEqual({
        list: told,
        board: told,
        cards: told,
        timeline: told,
        calendar: told,
      });
    },
  );

  it('a plan is chosen in the sentence, in every view; the line of time follows its objectives', async () => {
    await open('status=all');
    const sentence = page.getByRole('group', { name: 'Filtres des actions' });
    const chosen = sentence.getByLabel('Plan d’actions');
    await chosen.locator('option', { hasText: 'Projet social' }).waitFor({ state: 'attached' });
    const [, id = ''] = await chosen
      .locator('option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    await chosen.selectOption(id);
    await page.waitForURL(/plan=/);
    await page.getByRole('link', { name: 'Frise', exact: true }).click();
    await page
      .getByRole('heading', { name: 'Que personne ne reste sans aide un jour férié' })
      .waitFor();
    expect(await page.locator('a[data-bar]').count()).toBe(6);
    await page.getByRole('link', { name: 'Tableau', exact: true }).click();
    await page.locator('a[data-id]').first().waitFor();
    expect(await page.locator('a[data-id]').count()).toBe(6);
    expect(await chosen.inputValue()).toBe(id);
  });

  it('the line of time is walked with the arrows; Enter opens the record', async () => {
    const [before, after] = [await plan('Choisir les bornes'), await plan('Installer les bornes')];
    await page.request.put(`${program.address}/api/actions/${after}/predecessors/${before}`);
    await open('vue=frise&status=all&q=bornes');
    const bars = page.locator('a[data-bar]');
    await bars.first().waitFor();
    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await bars.nth(1).evaluate((bar) => bar === document.activeElement)).toBe(true);
    await page.getByText('Lire la frise en tableau').click();
    const row = page.getByRole('row').filter({ hasText: 'Installer les bornes' });
    expect(await row.textContent()).toContain('Choisir les bornes');
    await bars.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/actions\/[0-9a-f-]{36}\?/);
    await page.getByRole('heading', { name: 'Avant et après' }).waitFor();
  });

  it('an action is said to come after another, on its record', async () => {
    await plan('Voter le budget');
    const id = await plan('Acheter les chaises');
    await page.goto(`${program.address}/actions/${id}`);
    await page.getByRole('button', { name: 'Ajouter une action qui doit finir avant' }).click();
    await page.getByLabel('Chercher l’action').fill('Voter le budget');
    await page.getByRole('button', { name: 'Vient après « Voter le budget »' }).click();
    await page.getByText('Cette action vient après « Voter le budget ».').waitFor();
    await page.getByRole('button', { name: 'Ne vient plus après « Voter le budget »' }).click();
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByRole('button', { name: 'Ne vient plus après « Voter le budget »' }).waitFor();
  });

  it('the calendar is walked by keyboard, from day to month to the record', async () => {
    await plan('Vider le grenier');
    await open('vue=calendrier&status=all&q=grenier&mois=2019-12');
    const day = (iso: string) => page.locator(`td[data-day="${iso}"]`);
    await day('2019-12-01').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    const at = (iso: string) =>
      page.waitForFunction(
        (wanted) => document.activeElement?.getAttribute('data-day') === wanted,
        iso,
      );
    await at('2019-12-08');
    await page.keyboard.press('PageDown');
    await at('2020-01-08');
    await page.keyboard.press('ArrowUp');
    await at('2020-01-01');
    await day('2020-01-01').getByText('Nouvel An').waitFor();
    await day('2020-01-01').getByRole('link').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await at('2020-01-01');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vider le grenier', level: 1 }).waitFor();
  });
});
