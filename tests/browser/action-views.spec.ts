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
    context = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1440, height: 1100 } },
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
});
