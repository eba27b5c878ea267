import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import * as files from '../support/files.js';
import { canBeCopied } from '../support/printed.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const word = 'Le chauffage de la salle d’attente est resté froid toute la semaine.';
const template =
  'Bonjour {nom},\n\nVous nous avez écrit le {date} ({référence}) au sujet de « {service} ».\n\nVoici notre réponse.';

describe('answering, in a browser', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let code = '';
  let record = '';
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

  const answer = () => page.getByLabel('Votre réponse');

  it('a feedback comes in with the address of whoever spoke, but not their name', async () => {
    await arrive('/fiches/nouvelle', 'qualite');
    await page.getByRole('radio', { name: /Réclamation/ }).check();
    await page.getByLabel(/Qu.a dit la personne/).fill(word);
    await page.getByLabel('Service concerné').selectOption({ label: 'Accueil central' });
    await page.getByText('Comment répondre à cette personne').click();
    await page.getByLabel(/Adresse électronique/).fill('frileuse@exemple.example');
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click();
    await page.getByText(/est parti à frileuse@exemple\.example/).waitFor();
    code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await page.locator('main').innerText())?.[0] ?? '';
    await page.getByRole('link', { name: 'Voir la fiche' }).click();
    await page.locator('blockquote').getByText(word).waitFor();
    record = new URL(page.url()).pathname;
  });

  it('a wording is kept once for all', async () => {
    await arrive('/reponses-types', 'qualite');
    await page.getByRole('button', { name: 'Ajouter une réponse type' }).click();
    await page.getByLabel('Nom').fill('Réponse à une réclamation');
    await page.getByLabel('Texte').fill(template);
    await page.getByRole('button', { name: 'Garder' }).click();
    await page.getByRole('heading', { name: /Réponse à une réclamation/ }).waitFor();
  });

  it('its blanks are filled, what is missing is asked for, and it leaves as it was previewed', async () => {
    await arrive(record, 'qualite');
    await page.getByRole('button', { name: 'Répondre', exact: true }).click();
    const wordings = page.getByLabel('Partir d’une réponse type');
    await wordings.getByText('Réponse à une réclamation').waitFor({ state: 'attached' });
    const option = wordings.getByRole('option', { name: /Réponse à une réclamation/ });
    await wordings.selectOption((await option.getAttribute('value')) ?? '');
    await page.getByText('Il reste des blancs à remplir : {nom}').waitFor();
    const started = await answer().inputValue();
    expect(started).toContain('au sujet de « Accueil central »');
    expect(started).not.toMatch(/\{(date|référence|service)\}/);

    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.getByText(/contient encore un blanc à remplir\s: \{nom\}/).waitFor();
    await answer().fill(
      started.replace('{nom}', 'Madame').replace('Voici', 'Il fait chaud. Voici'),
    );
    await page.getByText(/Il reste des blancs/).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Voir avant d’envoyer' }).click();
    const preview = page.getByRole('dialog', { name: 'Ce que la personne lira' });
    await preview.getByText('frileuse@exemple.example').waitFor();
    await preview.frameLocator('iframe').getByText('Bonjour Madame,').waitFor();
    await preview.getByRole('button', { name: 'Revenir à la réponse' }).click();

    await page.getByText('Joindre des fichiers').click();
    const devis = { name: 'devis.pdf', mimeType: 'application/pdf', buffer: files.pdf() };
    await page.locator('boucle-answer-form input[type="file"][multiple]').setInputFiles([devis]);
    await page.getByText('devis.pdf').first().waitFor();
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.getByText('La réponse est enregistrée.').waitFor();
    await page.locator('boucle-answers blockquote').getByText('Il fait chaud.').waitFor();
    await page.getByRole('link', { name: 'Télécharger devis.pdf' }).waitFor();
  });

  it('whoever spoke reads it with their code, its file beside it', async () => {
    await arrive(`/suivi/${code}`);
    await page.getByText(/Il fait chaud\. Voici notre réponse/).waitFor();
    const file = page.getByRole('link', { name: /devis\.pdf/ });
    const [saved] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(saved.suggestedFilename()).toBe('devis.pdf');
  });

  it('it prints as a letter, and the record as a tagged sheet that can be read aloud', async () => {
    await arrive(record, 'qualite');
    await page.locator('blockquote').getByText(word).waitFor();
    const sheet = await page.pdf({ tagged: true, format: 'A4' });
    expect(sheet.toString('latin1')).toContain('/StructTreeRoot');
    expect(sheet.toString('latin1')).toMatch(/\/S \/H1\b/);
    expect(canBeCopied(sheet, word)).toBe(true);
    expect(canBeCopied(sheet, 'Il fait chaud. Voici notre réponse.')).toBe(true);
    expect(canBeCopied(sheet, 'Qualifier cette fiche')).toBe(false);

    await page.getByRole('link', { name: 'Imprimer le courrier' }).click();
    await page.getByRole('heading', { name: 'Courrier' }).waitFor();
    await page.locator('article.sheet').getByText('Il fait chaud.').waitFor();
    const letter = await page.pdf({ tagged: true, format: 'A4' });
    expect(letter.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(canBeCopied(letter, 'Il fait chaud. Voici notre réponse.')).toBe(true);
    expect(canBeCopied(letter, 'Revenir à la fiche')).toBe(false);
  });

  it('the case is closed, was not useful, and is reopened', async () => {
    await arrive(record, 'qualite');
    await page.getByLabel(/De quoi parle/).selectOption({ index: 1 });
    await page.getByRole('radio', { name: /^2\. Gênante/ }).check();
    await page.getByRole('radio', { name: /^2\. Parfois/ }).check();
    await page.getByRole('button', { name: 'Qualifier', exact: true }).click();
    await page.getByRole('button', { name: 'Résoudre sans action' }).click();
    const why = page.getByRole('dialog');
    await why.getByLabel(/Pourquoi/).fill('Le chauffagiste était déjà venu.');
    await why.getByRole('button', { name: 'Résoudre', exact: true }).click();
    await page.getByRole('button', { name: 'Clore la fiche' }).click();
    await page.getByText('La boucle est bouclée.').waitFor();
    await context.close();

    await arrive(`/suivi/${code}`);
    const question = page.getByRole('region', { name: /Est-ce que cela vous a été utile/ });
    await question.getByRole('radio', { name: 'Non' }).check();
    await question.getByLabel(/Pourquoi/).fill('Il fait encore froid le matin.');
    await question.getByRole('button').click();
    await page.getByText('Vous avez répondu non. Merci. Nous allons le lire.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await context.close();

    await arrive(record, 'qualite');
    await page.getByText('Cela ne lui a pas été utile.').waitFor();
    await page.getByText('Il fait encore froid le matin.').waitFor();
    await page.locator('boucle-answers').getByRole('button', { name: 'Rouvrir' }).click();
    await page
      .getByText(/est rouverte/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Clore la fiche' }).waitFor({ state: 'detached' });
  });
});
