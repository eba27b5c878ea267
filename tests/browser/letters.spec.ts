import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { LetterPreviewDto, PreviewKindDto } from '../../backend/letters/letters.dto.js';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

/** A letter stands in its reader's own program, which brings the landmarks and the title. */
const inside = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

describe('the previews of the letters', () => {
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'fr-FR' });
    await page.goto(`${program.address}/courriers/apercus`);
    await signIn(page, 'qualite');
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  const overflow = (of: Page) =>
    of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('show the same letter on a desk, on a telephone and as text, by day and by night', async () => {
    await page.getByRole('heading', { level: 1, name: 'Aperçu des courriers' }).waitFor();
    await page.getByLabel('Courrier', { exact: true }).selectOption('digest');
    await page.getByText('Objet :').waitFor();
    await page.getByLabel('Apparence').last().selectOption('dark');
    const frames = page.locator('iframe');
    expect(await frames.evaluateAll((all) => all.map((one) => one.clientWidth))).toEqual([
      600, 360,
    ]);
    for (const frame of [frames.first(), frames.last()]) {
      expect(await frame.getAttribute('sandbox')).toBe('');
      await frame.contentFrame().getByText('En retard', { exact: true }).waitFor();
    }
    await page.locator('pre').getByText('EN RETARD').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('are read by everybody, at each width and in each look', async () => {
    const ask = async <Body>(path: string): Promise<Body> =>
      (await (
        await page.request.get(`${program.address}/api/mail/previews${path}`)
      ).json()) as Body;
    const sheet = await browser.newPage();
    for (const { kind, languages } of await ask<PreviewKindDto[]>('')) {
      for (const language of languages.filter((one) => ['fr', 'ar'].includes(one))) {
        const { html } = await ask<LetterPreviewDto>(`/${kind}?language=${language}`);
        for (const [width, colorScheme] of [
          [600, 'light'],
          [360, 'dark'],
        ] as const) {
          await sheet.setViewportSize({ width, height: 700 });
          await sheet.emulateMedia({ colorScheme });
          await sheet.setContent(html);
          const found = { barriers: await barriers(sheet, inside), beyond: await overflow(sheet) };
          expect({ kind, language, width, ...found }).toEqual({
            ...{ kind, language, width, barriers: [], beyond: 0 },
          });
        }
      }
    }
  });
});
