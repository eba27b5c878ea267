import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword, signIn } from '../support/signing-in.js';

const word = 'La rampe de la porte bouge quand on la tient.';
const answer = 'La rampe est fixée depuis ce matin. Merci de nous l’avoir dit.';

/** The next day that is neither at the weekend nor a holiday all year round, at nine. */
function nextWorkingMorning(): string {
  const day = new Date();
  do day.setUTCDate(day.getUTCDate() + 1);
  while ([0, 6].includes(day.getUTCDay()));
  return `${day.toISOString().slice(0, 10)}T09:00:00Z`;
}

describe('the seven steps of the loop, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let code = '';
  const faults: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });
  afterEach(async () => {
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  async function arrive(path: string, who?: string): Promise<void> {
    context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(program.address + path);
    if (who) await signIn(page, who);
  }

  async function publicLink(unit: string): Promise<string> {
    const { headers } = await fetch(`${program.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@valmont.example', password: demoPassword }),
    });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const units = (await (
      await fetch(`${program.address}/api/units`, { headers: { cookie } })
    ).json()) as { name: string; publicKey: string }[];
    return `/p/${units.find(({ name }) => name === unit)?.publicKey}`;
  }

  it('1. in: somebody without an account tells, and keeps a code', async () => {
    await arrive(await publicLink('Accueil central'));
    await page.getByLabel('Un problème').check();
    await page.getByLabel(/Que s.est-il passé/).fill(word);
    await page.reload();
    expect(await page.getByLabel(/Que s.est-il passé/).inputValue()).toBe(word);
    await page.getByLabel(/Votre adresse électronique/).fill('usager@exemple.example');
    await page.getByRole('button', { name: 'Envoyer mon message' }).click();
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
    code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await page.locator('main').innerText())?.[0] ?? '';
    expect(code).not.toBe('');
  });

  it('1. in: an agent logs with the keyboard alone', async () => {
    await arrive('/', 'agent');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Signaler' }).waitFor();
    await page.getByRole('radio', { name: /Suggestion/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Un banc devant la porte.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /enregistré/ }).waitFor();
  });

  it('2. understood: the quality manager finds it and qualifies it', async () => {
    await arrive('/fiches', 'qualite');
    await page.getByRole('searchbox').fill('RAMPE');
    await page.getByRole('link', { name: new RegExp(word) }).click();
    await page.getByLabel(/De quoi parle/).selectOption({ label: 'Locaux et accessibilité' });
    await page.getByRole('radio', { name: /^3\. Grave/ }).check();
    await page.getByRole('radio', { name: /^2\. Parfois/ }).check();
    await page.getByRole('button', { name: 'Qualifier' }).click();
    await page.getByRole('link', { name: 'Ouvrir une action' }).waitFor();
    expect(page.url()).toMatch(/\/fiches\/[0-9a-f-]{36}/);
  });

  it('3. acted on: one click opens an action that is linked to it', async () => {
    await arrive('/fiches?q=rampe', 'qualite');
    await page.getByRole('link', { name: new RegExp(word) }).click();
    await page.getByRole('link', { name: 'Ouvrir une action' }).click();
    await page.getByRole('radio', { name: /Corrective/ }).check();
    await page.getByLabel(/Que va-t-on faire/).fill('Fixer la rampe');
    await page.getByLabel(/Qui s.en charge/).selectOption({ label: 'Andréa Roussel' });
    await page.getByLabel('Pour quand').fill(nextWorkingMorning().slice(0, 10));
    const verifier = page.getByLabel(/Qui vérifiera/);
    await page.locator('summary', { hasText: 'Préciser' }).click();
    await page.locator('summary', { hasText: 'vérifiera l’effet' }).click();
    await verifier.selectOption({ label: 'Dany Morel' });
    await page.getByRole('button', { name: 'Ouvrir l’action' }).click();
    await page.getByRole('heading', { name: 'Fixer la rampe' }).waitFor();
    await page
      .getByRole('link', { name: /26-|2\d-/ })
      .first()
      .click();
    await page.locator('blockquote').getByText(word).waitFor();
    // The record tells it twice: on the drawn thread, and as a row with when it is due.
    await page.getByRole('link', { name: 'Fixer la rampe', exact: true }).waitFor();
    await page.getByRole('link', { name: /^Fixer la rampe Prévue/ }).waitFor();
  });

  it('4. reminded: the owner gets the digest by e-mail', async () => {
    expect(await program.boucle('remind', '--at', nextWorkingMorning())).toMatch(/[1-9]\d* digest/);
    await arrive('/', 'pilote');
    await page.goto(program.mailbox);
    await page
      .getByRole('button', { name: /^PI pilote@valmont\.example .*sujets vous attendent/ })
      .click();
    await page.frameLocator('iframe').first().getByText('Fixer la rampe').waitFor();
    await page.goto(program.address);
    await page.getByRole('link', { name: /Fixer la rampe/ }).waitFor();
  });

  it('5. effect: the owner says it is done, somebody else gives the verdict', async () => {
    await arrive('/actions', 'pilote');
    await page.getByRole('link', { name: /Fixer la rampe/ }).click();
    await page.getByRole('button', { name: 'C’est fait' }).click();
    await page.getByText(/Nul n.est juge de son propre travail/).waitFor();
    await context.close();

    await arrive('/', 'qualite');
    await page.getByRole('link', { name: /Fixer la rampe/ }).click();
    await page.getByRole('radio', { name: /^Efficace/ }).check();
    await page.getByLabel(/Comment le savez-vous/).fill('Essayée avec deux personnes.');
    await page.getByRole('button', { name: 'Rendre l’avis' }).click();
    await page
      .getByText(/est vérifiée/)
      .first()
      .waitFor();
  });

  it('6. answered: the answer goes by e-mail and on the follow-up page, then it closes', async () => {
    await arrive('/fiches?q=rampe', 'qualite');
    await page.getByRole('link', { name: new RegExp(word) }).click();
    await page.getByRole('button', { name: 'Résoudre' }).click();
    const close = page.getByRole('button', { name: 'Clore la fiche' });
    await close.waitFor();
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    const write = page.getByRole('button', { name: 'Répondre', exact: true });
    if (await write.isVisible()) await write.click();
    await page.getByLabel('Votre réponse').fill(answer);
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.getByText(answer).first().waitFor();
    await close.click();
    await page.getByText('La boucle est bouclée.').waitFor();
    await context.close();

    await arrive('/suivi');
    await page.getByLabel(/code de suivi/).fill(code.toLowerCase().replace('-', ''));
    await page.getByRole('button', { name: /Voir où en est/ }).click();
    await page.getByText(answer).waitFor();
  });

  it('7. measured: an opinion is counted, and the official reads it without a name', async () => {
    await arrive('/enquetes', 'qualite');
    const survey = page.getByRole('region', { name: 'Satisfaction de l’accueil' });
    await survey.getByText('Lien public').first().click();
    const link = await survey
      .getByRole('link', { name: /Ouvrir/ })
      .first()
      .getAttribute('href');
    await context.close();

    await arrive(new URL(link ?? '', program.address).pathname);
    await page.getByRole('radio', { name: 'Bien' }).check({ force: true });
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByRole('heading', { name: /Merci/ }).waitFor();
    await context.close();

    await arrive('/', 'elu');
    await page.getByRole('heading', { name: 'Tableaux de bord' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Andréa');
    await page.getByRole('link', { name: 'Indicateurs' }).click();
    await page
      .getByText(/121.réponses/)
      .first()
      .waitFor();
  });
});
