import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const first = 'La barrière du parking reste fermée le samedi matin, impossible de se garer.';
const second = 'Samedi matin la barrière du parking était fermée, je n’ai pas pu me garer.';
const answer = 'La barrière s’ouvre désormais dès huit heures.';

describe('joining, separating and passing on, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const codes: string[] = [];
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

  /** What somebody reads with their code. */
  async function follow(code: string): Promise<string> {
    const visit = await browser.newContext({ locale: 'fr-FR' });
    const follower = await visit.newPage();
    await follower.goto(`${program.address}/suivi/${code}`);
    await follower.getByRole('heading', { level: 1 }).waitFor();
    const text = await follower.locator('main').innerText();
    await visit.close();
    return text;
  }

  async function log(word: string): Promise<void> {
    await page.getByRole('radio', { name: /Anomalie/ }).check();
    await page.getByLabel(/Qu.a dit la personne/).fill(word);
  }

  async function save(): Promise<void> {
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await page.getByRole('heading', { name: /enregistré/ }).waitFor();
    const text = await page.locator('main').innerText();
    codes.push(/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0] ?? '');
  }

  it('who said it before is shown while it is typed, and proposed once it is saved', async () => {
    await arrive('/fiches/nouvelle', 'qualite');
    await log(first);
    await save();
    await page.getByRole('button', { name: 'Signaler un autre' }).click();
    await log(second);
    await page.getByRole('status').getByText('1 fiche dit presque la même chose').waitFor();
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe('TEXTAREA');
    await page.locator('summary').getByText('presque la même chose').click();
    await page.getByText(first).waitFor();
    await save();
    await page.getByRole('button', { name: /Réunir avec la fiche/ }).waitFor();
    expect(codes.map((code) => code.length)).toEqual([11, 11]);
  });

  it('two are joined: each follows with their own code, and reads their own words', async () => {
    const before = await Promise.all(codes.map(follow));
    for (const text of before) expect(text).toContain('Nous avons bien reçu votre message');

    await arrive('/fiches?q=barri%C3%A8re', 'qualite');
    await page.getByRole('link', { name: new RegExp(second) }).click();
    await page.getByRole('heading', { name: 'Ressemble à' }).waitFor();
    await page.getByRole('button', { name: /Réunir avec la fiche/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: new RegExp(first) }).check();
    await dialog.getByRole('button', { name: 'Réunir' }).click();
    await page.getByText(/Cette fiche a rejoint la fiche/).waitFor();
    await page.locator('main').getByRole('link', { name: /^2\d-/ }).first().click();
    await page.getByRole('heading', { name: '2 personnes l’ont dit' }).waitFor();
    await page.getByLabel(/De quoi parle/).selectOption({ label: 'Locaux et accessibilité' });
    await page.getByRole('radio', { name: /^2\. Gênante/ }).check();
    await page.getByRole('radio', { name: /^2\. Parfois/ }).check();
    await page.getByRole('button', { name: 'Qualifier', exact: true }).click();
    await page.getByText(/attend une action/).waitFor();
    await page.getByRole('button', { name: 'Répondre', exact: true }).click();
    await page.getByLabel('Votre réponse').fill(answer);
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.locator('main').getByText(answer).first().waitFor();

    const [ofFirst = '', ofSecond = ''] = await Promise.all(codes.map(follow));
    for (const text of [ofFirst, ofSecond]) {
      expect(text).toContain('Nous étudions votre message');
      expect(text).toContain(answer);
    }
    expect(ofFirst).toContain(first);
    expect(ofFirst).not.toContain(second);
    expect(ofFirst).not.toContain('a rejoint un message semblable');
    expect(ofSecond).toContain(second);
    expect(ofSecond).not.toContain(first);
    expect(ofSecond).toContain('a rejoint un message semblable');
  });

  it('they are separated: each is again where it was', async () => {
    await arrive('/fiches?state=duplicate', 'qualite');
    await page.getByRole('link', { name: new RegExp(second) }).click();
    await page.getByRole('button', { name: 'Séparer' }).click();
    await page.getByText(/est séparée/).waitFor();
    await page.getByText('Cette fiche attend d’être qualifiée.').waitFor();
    const [ofFirst = '', ofSecond = ''] = await Promise.all(codes.map(follow));
    expect(ofFirst).toContain(answer);
    expect(ofSecond).toContain('Nous avons bien reçu votre message');
    expect(ofSecond).not.toContain(answer);
    expect(ofSecond).not.toContain('a rejoint');
  });

  it('one is joined and that is taken back at once, from the message that says it', async () => {
    await arrive('/fiches?q=barri%C3%A8re', 'qualite');
    await page.getByRole('link', { name: new RegExp(second) }).click();
    await page.getByRole('button', { name: /Réunir avec la fiche/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Réunir' }).click();
    await page.getByText(/Cette fiche a rejoint la fiche/).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Cette fiche attend d’être qualifiée.').waitFor();
    await page.getByRole('button', { name: /Ce n.est pas la même chose/ }).click();
    await page.getByText(/ne sera plus proposée/).waitFor();
    await page.reload();
    await page.getByText('Cette fiche attend d’être qualifiée.').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { name: 'Ressemble à' }).count()).toBe(0);
  });

  it('one is passed on to a partner, told to the person, then received there', async () => {
    await arrive('/fiches?q=barri%C3%A8re', 'qualite');
    await page.getByRole('link', { name: new RegExp(second) }).click();
    await page.getByRole('button', { name: 'Transmettre' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /partenaire extérieur/ }).check();
    await dialog.getByLabel(/Quel partenaire/).fill('la mairie de Valmont');
    await dialog.getByLabel(/Comment le joindre/).fill('03 00 00 00 00');
    await dialog.getByLabel(/Pourquoi/).fill('Le parking est à la mairie.');
    await dialog.getByRole('button', { name: 'Transmettre' }).click();
    await page.getByText('Cette fiche a été transmise.').waitFor();
    const told = await follow(codes[1] ?? '');
    expect(told).toContain('Votre message a été transmis');
    expect(told).toContain('Votre message relève de la mairie de Valmont');
    expect(told).toContain('03 00 00 00 00');
    expect(told).not.toContain('Le parking est à la mairie.');

    await page.getByRole('button', { name: 'Oui, reçue' }).click();
    await dialog.getByLabel(/Qui vous l.a dit/).fill('Vu au téléphone.');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/la mairie de Valmont l.a reçue/).waitFor();
    await page.getByRole('button', { name: 'Résoudre sans action' }).click();
    expect(await dialog.getByRole('textbox').inputValue()).toMatch(/Transmise à la mairie/);
    await dialog.getByRole('button', { name: 'Résoudre' }).click();
    await page.getByText(/Reste à répondre, puis à clore/).waitFor();
  });

  it('whoever leads there finds at home what is to be asked today', async () => {
    await arrive('/', 'responsable');
    await page.getByRole('heading', { name: /À demander/ }).waitFor();
    await page.getByRole('link', { name: /allocation logement/ }).click();
    await page.getByText('A-t-elle été reçue là-bas ?').waitFor();
    await page.getByRole('button', { name: 'Pas encore' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText(/C.est noté/).waitFor();
    await page.getByText(/À demander à partir du/).waitFor();
  });
});
