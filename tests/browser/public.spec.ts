import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { languages } from '../../backend/domain/languages.js';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword } from '../support/signing-in.js';

const word = 'La rampe de la porte bouge.';

describe('somebody without an account', () => {
  let program: RunningProgram;
  let browser: Browser;
  let form: string;
  let opinion: string;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    [form, opinion] = await publicLinks(program);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  async function arrive(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      ...{ locale: 'fr-FR', reducedMotion: 'reduce', ...options },
    });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(program.address + path);
    return page;
  }

  const codeOn = async (page: Page) => (await page.locator('.code').innerText()).trim();

  it('tells, keeps a code and follows it without any script', async () => {
    const page = await arrive(form, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    await page.getByText('Il y a quelque chose à corriger').waitFor();
    await page.getByRole('radio', { name: /Un problème/ }).check();
    await page.locator('textarea').fill(word);
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
    const code = await codeOn(page);
    await page.goto(`${program.address}/suivi`);
    await page.getByLabel('Votre code de suivi').fill(code.toLowerCase());
    await page.getByRole('button', { name: /Voir où en est/ }).click();
    await page.getByText(word).waitFor();
    expect(page.url()).not.toContain(code);
  });

  it('gives an opinion without any script, the face first', async () => {
    const page = await arrive(opinion, { javaScriptEnabled: false });
    expect(await page.locator('textarea').isVisible()).toBe(false);
    await page.getByText('Mauvais').click();
    await page.getByLabel(/Qu.est-ce qui n.allait pas/).fill('Trop long');
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByRole('heading', { name: 'Merci de votre avis' }).waitFor();
  });

  it('does it all with the keyboard alone', async () => {
    const page = await arrive(form);
    await page.getByRole('radio', { name: /Un problème/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type(word);
    const send = page.getByRole('button', { name: 'Envoyer mon message' });
    for (let tabs = 0; tabs < 12; tabs += 1) {
      if (await send.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
  });

  it('finds again what they typed, and forgets it once it is sent', async () => {
    const page = await arrive(form);
    await page.getByRole('radio', { name: /Une idée/ }).check();
    await page.locator('textarea').fill(word);
    await page.reload();
    await page.getByText('Nous avons gardé ce que vous aviez écrit').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe(word);
    // In another language as well.
    await page.getByRole('link', { name: 'Português' }).click();
    await page.getByText('Guardámos o que tinha escrito').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe(word);
    await page.getByRole('button', { name: 'Enviar a minha mensagem' }).click();
    await page.getByRole('heading', { name: /Obrigado/ }).waitFor();
    await page.getByRole('link', { name: 'Escrever outra mensagem' }).click();
    await page.getByRole('heading', { name: 'Diga-nos' }).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('');
  });

  it('starts afresh when they ask for it', async () => {
    const page = await arrive(form);
    await page.locator('textarea').fill(word);
    await page.reload();
    await page.getByRole('button', { name: 'Tout effacer et recommencer' }).click();
    expect(await page.locator('textarea').inputValue()).toBe('');
    await page.reload();
    expect(await page.getByText('Nous avons gardé').isVisible()).toBe(false);
  });

  it('is told at once what is missing, and led to it', async () => {
    const page = await arrive(form);
    await page.getByLabel(/adresse électronique/).fill('pas une adresse');
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    expect(await page.locator('#kind-error').innerText()).toContain('À remplir');
    expect(await page.locator('#email-error').innerText()).toContain('Une adresse comme');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kind');
  });

  it('keeps their words while the network is away, and sends them once it is back', async () => {
    const page = await arrive(form);
    await page.getByRole('radio', { name: /Un merci/ }).check();
    await page.locator('textarea').fill(word);
    await page.context().setOffline(true);
    const send = page.getByRole('button', { name: 'Envoyer mon message' });
    await send.click();
    await page.getByRole('alert').getByText('La connexion est coupée').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe(word);
    expect(await send.getAttribute('aria-busy')).toBeNull();
    await page.context().setOffline(false);
    await send.click();
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
  });

  it('enlarges the letters, which stay so on the next page, at twice their size without a hidden word', async () => {
    const page = await arrive(form, { viewport: { width: 390, height: 844 } });
    const larger = page.getByRole('button', { name: 'Agrandir le texte' });
    for (let step = 0; step < 3; step += 1) await larger.click();
    await page.getByRole('link', { name: 'Suivre mon message' }).click();
    await page.getByLabel('Votre code de suivi').waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '32px',
    );
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('presses the button twice, and is heard once', async () => {
    const page = await arrive(form);
    await page.getByRole('radio', { name: /Un merci/ }).check();
    await page.locator('textarea').fill('Une seule fois.');
    await page.getByRole('button', { name: 'Envoyer mon message' }).dblclick();
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
    const code = await codeOn(page);
    await page.reload();
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
    expect(await codeOn(page)).toBe(code);
  });

  describe.each(languages)('in %s', (language) => {
    it.each([
      ['light', 1440],
      ['dark', 390],
      ['light', 320],
    ] as const)('meets no barrier and no hidden edge, %s, at %i px', async (colorScheme, width) => {
      const page = await arrive(`${form}?lang=${language}`, {
        ...{ colorScheme, viewport: { width, height: 844 } },
      });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      const look = async () => {
        expect(await barriers(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      };
      await look();
      await page.locator('[name=kind]').first().check();
      await page.locator('textarea').fill(word);
      await page.locator('[type=submit]').click();
      await page.locator('.ticket').waitFor();
      await look();
      await page.locator('.ticket a.primary').click();
      await page.locator('.verbatim').waitFor();
      await look();
      await page.goto(`${program.address}${opinion}?lang=${language}`);
      await page.locator('label.face').first().click();
      await look();
      await page.goto(`${program.address}/p/nowhere?lang=${language}`);
      await look();
      expect(faults).toEqual([]);
    });
  });
});

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Where the QR codes of the demonstration lead: a service's form, and a campaign's question. */
async function publicLinks({ address }: RunningProgram): Promise<[string, string]> {
  const { headers } = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ email: 'qualite@valmont.example', password: demoPassword },
    }),
  });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  const read = async (path: string) =>
    (await (await fetch(`${address}/api${path}`, { headers: { cookie } })).json()) as {
      publicKey: string;
      campaigns: { publicKey: string }[];
    }[];
  const [, unit] = await read('/units');
  const [survey] = await read('/surveys');
  return [`/p/${unit?.publicKey}`, `/avis/${survey?.campaigns[0]?.publicKey}`];
}
