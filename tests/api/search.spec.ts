import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { logFeedback, stored, type Receipt } from '../support/deeds.js';
import { asOwner, openProgram, type Program, type Signed } from '../support/program.js';

const told = {
  complaint: 'Ma réclamation est restée sans suite : l’accueil m’a renvoyée au guichet n° 3.',
  complaints: 'Deux RÉCLAMATIONS déjà, et toujours rien… Rendez-vous annulé.',
  door: 'La porte d’entrée s’est fermée sur moi, aujourd’hui encore.',
  closed: 'Le guichet est fermé le mercredi',
  egg: 'Un œuf dans le potage. Merci👍🏽 à l’équipe !',
  arabic: 'شكرا جزيلا لكم؟',
  ukrainian: 'Дякую за Допомогу',
  odd: `Une quote ' et un \\ antislash, du c++ | a&b !(c) <-> d:* «100 %» formulaire_A`,
  long: `anticonstitutionnellement ${'x'.repeat(300)} ${'é'.repeat(19_000)}`,
};
type Name = keyof typeof told;

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
const receipts = {} as Record<Name, Receipt>;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  for (const [name, body] of Object.entries(told)) {
    receipts[name as Name] = await logFeedback(quality, tenant.rootUnitId, { body });
  }
});
afterAll(() => program.close());

async function search(q: string, by = quality): Promise<{ names: string; approximate: boolean }> {
  const { status, body } = await by.call('GET', `/feedback?q=${encodeURIComponent(q)}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  const items = body.items as { id: string }[];
  const nameOf = (id: string) =>
    Object.entries(receipts).find(([, receipt]) => receipt.id === id)?.[0] ?? id;
  expect(body.total).toBe(items.length);
  return {
    names: items
      .map(({ id }) => nameOf(id))
      .sort()
      .join(' '),
    approximate: body.approximate as boolean,
  };
}

describe('a search', () => {
  it.each<[why: string, q: string, names: string]>([
    ['a plural finds the singular', 'réclamations', 'complaint complaints'],
    ['a word without accents', 'reclamation', 'complaint complaints'],
    ['capitals', 'RÉCLAMATION', 'complaint complaints'],
    ['an elision', 'accueil', 'complaint'],
    ['an elision asked with its apostrophe', 'l’accueil', 'complaint'],
    ['or with the other one', "d'entrée", 'door'],
    ['an ending: fermée', 'fermée', 'closed door'],
    ['an ending, without accents: fermee', 'fermee', 'closed door'],
    ['an ending: fermé', 'fermé guichet', 'closed'],
    ['all the words, in any order', 'guichet réclamation', 'complaint'],
    ['not one word alone', 'porte guichet', ''],
    ['small words do not count', 'la porte de l’entrée', 'door'],
    ['the beginning of the last word', 'guichet merc', 'closed'],
    ['where the stem is shorter than what is typed', 'réclamatio', 'complaint complaints'],
    ['not the beginning of another', 'merc guichet', ''],
    ['not the middle of a word', 'lamation', ''],
    ['a small word alone is the beginning of others', 'me', 'closed egg'],
    ['a hyphen', 'rendez-vous', 'complaints'],
    ['a hyphen forgotten', 'rendez vous', 'complaints'],
    ['joined letters', 'oeuf', 'egg'],
    ['joined letters, as they are', 'Œufs', 'egg'],
    ['a number', '100', 'odd'],
    ['an emoji', '👍', 'egg'],
    ['from right to left', 'جزيلا', 'arabic'],
    ['its beginning', 'جزي', 'arabic'],
    ['Ukrainian, in capitals or not', 'допомогу ДЯКУЮ', 'ukrainian'],
    ['a very long word', `anticonstitutionnellement ${'x'.repeat(150)}`, 'long'],
    ['nothing but blanks is not a search', '   ', Object.keys(told).sort().join(' ')],
    ['nothing but signs is in no word', `& | ! ( ' :* <-> \\ %`, ''],
    ['signs between words', `c++ | (a&b) !d:*`, 'odd'],
    ['a sign at the end', `guichet fermé'`, 'closed'],
    ['SQL', `' OR 1=1 --`, ''],
    ['200 characters', 'guichet '.repeat(25), 'closed complaint'],
  ])('%s', async (_, q, names) => {
    expect(await search(q)).toEqual({ names, approximate: false });
  });

  it.each<[typed: string, names: string]>([
    ['acceuil', 'complaint'],
    ['aceuil', 'complaint'],
    ['recalmations', 'complaint complaints'],
    ['reclammation', 'complaint complaints'],
    ['réclamtion giuchet', 'complaint'],
    ['prote', 'door'],
    ['potaje', 'egg'],
    ['гопомогу', 'ukrainian'],
  ])('forgives a typing error, and says so: %s', async (typed, names) => {
    expect(await search(typed)).toEqual({ names, approximate: true });
  });

  it.each(['lamation', 'xyzzy', 'eufs', `${'z'.repeat(200)}`, `\u{10ffff}`])(
    'finds nothing where nothing is near: %s',
    async (q) => expect(await search(q)).toEqual({ names: '', approximate: false }),
  );

  it('finds a reference, whole or begun, with its hyphen or a blank', async () => {
    const { reference } = receipts.door;
    for (const typed of [reference, reference.toLowerCase(), reference.replace('-', ' ')]) {
      expect(await search(typed)).toEqual({ names: 'door', approximate: false });
    }
    expect((await search(reference.slice(0, -2))).names).toBe('door');
    expect((await search(reference.slice(3))).names).toBe('door');
  });

  it('counts within the filters: what is exact elsewhere does not hide what is near here', async () => {
    const query = `kind=anomaly&q=${encodeURIComponent('réclamation')}`;
    expect((await quality.call('GET', `/feedback?${query}`)).body.total).toBe(2);
    const none = await quality.call('GET', `/feedback?${query}&state=closed`);
    expect(none.body).toMatchObject({ total: 0, items: [], approximate: false });
  });

  it('pages, and says the total past the end', async () => {
    const page = async (nth: number): Promise<{ items: object[]; total: number }> => {
      const { body } = await quality.call('GET', `/feedback?q=guichet&pageSize=1&page=${nth}`);
      return body as { items: object[]; total: number };
    };
    const pages = [await page(1), await page(2), await page(3)];
    expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
      [1, 2],
      [1, 2],
      [0, 2],
    ]);
  });

  it('is taken away as a file with what is nearly spelled too', async () => {
    const { reference } = receipts.complaint;
    const sheet = async (q: string) => {
      const { bytes } = await quality.call('GET', `/feedback/export?format=csv&q=${q}`);
      return bytes.toString().trim().split('\n').slice(1);
    };
    expect((await sheet('acceuil')).join()).toContain(reference);
    expect(await sheet('xyzzy')).toEqual([]);
  });

  it('follows what a feedback becomes, and forgets the words that are gone', async () => {
    const { id } = await logFeedback(quality, tenant.rootUnitId, { body: 'Le zèbre a fui' });
    expect((await search('zebre')).names).toBe(id);
    const run = (sql: string) => program.within(tenant, (tx) => tx.query(sql, [id]));
    await run(`UPDATE feedback SET title = 'Évasion', body = 'L’okapi a fui' WHERE id = $1`);
    expect((await search('zebre')).names).toBe('');
    expect((await search('zébr')).names).toBe('');
    expect((await search('okapi evasion')).names).toBe(id);
    const words = () =>
      asOwner(program.databaseUrl, async (client) => {
        const { rows } = await client.query<{ word: string }>(
          `SELECT word FROM vocabulary WHERE word IN ('zebre', 'okapi', 'guichet') ORDER BY 1`,
        );
        return rows.map(({ word }) => word);
      });
    expect(await words()).toEqual(['guichet', 'okapi']);
    await run(`DELETE FROM feedback WHERE id = $1`);
    expect((await search('okapi')).names).toBe('');
    expect(await words()).toEqual(['guichet']);
  });
});

describe('the words of another organisation', () => {
  it('are found neither as they are nor as they are nearly spelled', async () => {
    const other = await program.organization();
    const stranger = await program.member(other, 'quality_manager');
    await logFeedback(stranger, other.rootUnitId, { body: 'Le toboggan' });
    for (const q of ['réclamation', 'acceuil', receipts.door.reference]) {
      expect(await search(q, stranger)).toEqual({ names: '', approximate: false });
    }
    expect(await search('toboggan')).toEqual({ names: '', approximate: false });
    expect(await search('tobogan')).toEqual({ names: '', approximate: false });
  });

  it.each(['boucle_found', 'boucle_nearly'])('are not given by %s', async (reading) => {
    const sql = `SELECT ${reading} AS id FROM ${reading}('guichet')`;
    const working = program.app.get<DataSource>(getDataSourceToken());
    expect(await working.query(sql)).toEqual([]);
    expect(await stored(program, await program.organization(), sql)).toEqual([]);
    expect(await stored(program, tenant, sql)).toHaveLength(2);
  });

  it.each([
    'SELECT count(*) FROM feedback_words',
    'SELECT count(*) FROM vocabulary',
    `SELECT boucle_neighbours('guichet')`,
    `INSERT INTO vocabulary SELECT boucle_organization(), 'intrus'`,
  ])('are out of reach of the working role: %s', async (sql) => {
    await expect(stored(program, tenant, sql)).rejects.toThrow(/permission denied/);
  });
});
