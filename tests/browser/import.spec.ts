import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import writeXlsxFile from 'write-excel-file/node';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword } from '../support/signing-in.js';

let program: RunningProgram;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  program = await startProgram();
  browser = await launchChromium();
  page = await browser.newPage({ baseURL: program.address, locale: 'fr-FR' });
  const credentials = { email: 'qualite@valmont.example', password: demoPassword };
  await page.request.post('/api/session', { data: credentials });
});
afterAll(async () => {
  await browser.close();
  await program.stop();
});

async function send(name: string, buffer: Buffer): Promise<void> {
  await page.goto('/fiches/importer');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const column = (title: string) => page.locator('li', { hasText: title }).locator('select');

const word = (text: string) =>
  page
    .getByRole('region', { name: 'Que veulent dire ces mots ?' })
    .locator('li', { hasText: text })
    .locator('select');

/** Waits until the preview says so: each choice is read again by the server. */
const ready = (words: string) => page.getByRole('status').getByText(words).waitFor();

async function start(): Promise<void> {
  await page.getByRole('button', { name: /^Importer \d+ fiches?$/ }).click();
  await page.getByRole('heading', { name: 'Ligne par ligne' }).waitFor();
}

const csv = Buffer.from(
  'Ce qui nous a été dit;Humeur du jour;Quand\n' +
    'Le banc de l’arrêt est cassé;grognon;24/11/2024\n' +
    '"Merci ; vraiment";ravi;2024-11-25\n' +
    'Sans date;ravi;le mois dernier\n',
);

describe('a file with titles of its own', () => {
  it('is mapped, seen as it will be, brought in, and told line by line', async () => {
    await page.goto('/fiches');
    await page.getByRole('link', { name: 'Importer' }).click();
    await page.waitForURL('**/fiches/importer');
    await send('carnet.csv', csv);
    await page.getByText('Indiquez quelle colonne contient ce qui a été dit.').waitFor();
    await column('Ce qui nous a été dit').selectOption({ label: 'Ce qui a été dit' });
    await column('Humeur du jour').selectOption({ label: 'Type' });
    await column('Quand').selectOption({ label: 'Reçue le' });
    await ready('Aucune ligne ne peut être importée');
    await word('grognon').selectOption({ label: 'Réclamation' });
    await word('ravi').selectOption({ label: 'Remerciement' });
    await ready('2 lignes peuvent être importées. 1 serait refusée');
    const preview = page.getByRole('region', { name: /telles qu’elles seront/ });
    await preview.getByText('24 novembre 2024').waitFor();
    await preview.getByText('« le mois dernier » n’est pas une date').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Nom de ces réglages').fill('Carnet du quartier');
    await start();
    await page.getByText('2 fiches ajoutées.').waitFor();
    expect(await barriers(page)).toEqual([]);
    const refused = page.getByRole('row', { name: /Refusée/ });
    expect(await refused.innerText()).toMatch(/^4\s+Refusée\s+.*le mois dernier/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Télécharger les lignes refusées' }).click();
    expect((await download).suggestedFilename()).toMatch(/^lignes-refusees-carnet-/);
    await page
      .getByRole('row', { name: /^2 Ajoutée/ })
      .getByRole('link')
      .click();
    await page.getByText('Importée d’un fichier').waitFor();
  });

  it('is known the next time, and adds nothing that is there', async () => {
    await send('carnet-bis.csv', csv);
    await page.getByText('les réglages « Carnet du quartier » sont repris').waitFor();
    await ready('2 lignes peuvent être importées.');
    await start();
    await page.getByText('Aucune fiche ajoutée.').waitFor();
    await page.getByText('2 lignes étaient déjà là.').waitFor();
    await page.goto('/fiches/importer');
    await page.getByRole('link', { name: /carnet-bis\.csv/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Oublier Carnet du quartier' }).click();
    await page.getByText('Les réglages « Carnet du quartier » sont oubliés.').waitFor();
  });

  it('may be a workbook', async () => {
    const text = (value: string) => ({ value, type: String });
    const sheet = await writeXlsxFile([
      [text('Verbatim'), text('Date'), text('Lieu')],
      [
        text('Le hall du classeur est glacial'),
        { value: new Date('2024-11-24'), type: Date, format: 'dd/mm/yyyy' },
        text('Accueil central'),
      ],
    ]).toBuffer();
    await send('registre.xlsx', sheet);
    await ready('1 ligne peut être importée.');
    await start();
    await page.getByText('1 fiche ajoutée.').waitFor();
    await page.goto('/fiches?q=glacial');
    await page.locator('.row-link', { hasText: 'glacial' }).getByText('Accueil central').waitFor();
  });

  it('that is none says so, and what to do', async () => {
    await page.goto('/fiches/importer');
    const buffer = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
    const file = { name: 'photo.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('alert').getByText('enregistrez-le au format .xlsx').waitFor();
  });
});
