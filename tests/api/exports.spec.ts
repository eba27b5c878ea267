import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { FeedbackSummaryDto } from '../../backend/feedback/feedback.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { rearm } from '../../backend/sheets/csv-sheet.js';
import {
  addUnit,
  firstTheme,
  logFeedback,
  openAction,
  openCampaign,
  smile,
  stored,
} from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;

beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());
beforeEach(async () => {
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
});

type Line = Record<string, unknown>;

async function csv(by: Signed, path: string, query = ''): Promise<Record<string, string>[]> {
  const { status, bytes, headers } = await by.call('GET', `${path}/export?format=csv&${query}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const options = { bom: true, columns: true, delimiter: ';', record_delimiter: '\r\n' } as const;
  return parse(bytes, options) as unknown as Record<string, string>[];
}

async function xlsx(by: Signed, path: string, query = ''): Promise<Line[]> {
  const { status, bytes } = await by.call('GET', `${path}/export?format=xlsx&${query}`);
  expect(status).toBe(200);
  const [sheet] = await readXlsxFile(bytes, { trim: false });
  const [titles = [], ...rows] = sheet?.data ?? [];
  return rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at]])) as Line);
}

async function pages(by: Signed, path: string, query: string): Promise<FeedbackSummaryDto[]> {
  const found: FeedbackSummaryDto[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await by.call('GET', `${path}?${query}&pageSize=2&page=${page}`);
    found.push(...(body as { items: FeedbackSummaryDto[] }).items);
    if (found.length >= (body as { total: number }).total) return found;
  }
}

describe('an export of feedback', () => {
  beforeEach(async () => {
    const theme = await firstTheme(quality);
    for (const [kind, body] of [
      ['anomaly', 'La porte est lourde'],
      ['complaint', 'Trop d’attente à l’accueil ; personne'],
      ['complaint', 'Été « oui » "non"\nà la ligne'],
      ['compliment', 'Merci'],
      ['complaint', 'Trop loin'],
    ] as const) {
      const { id } = await logFeedback(quality, tenant.rootUnitId, { kind, body });
      if (body !== 'Merci') continue;
      const qualification = {
        themeId: theme.id,
        severity: 2,
        frequency: 2,
        unitId: tenant.rootUnitId,
      };
      await quality.call('PUT', `/feedback/${id}/qualification`, qualification);
    }
  });

  it.each([
    '',
    'kind=complaint',
    'q=trop',
    'state=qualified',
    'sort=reference',
    'days=7&kind=anomaly',
  ])('holds what all the pages of the list show, in their order: %s', async (query) => {
    const shown = (await pages(quality, '/feedback', query)).map(({ reference }) => reference);
    expect(shown.length).toBeGreaterThan(0);
    const written = await csv(quality, '/feedback', query);
    expect(written.map((line) => line['Référence'])).toEqual(shown);
    const sheet = await xlsx(quality, '/feedback', query);
    expect(sheet.map((line) => line['Référence'])).toEqual(shown);
  });

  it('says each thing in the reader’s words, and a day as a day', async () => {
    const [line] = await csv(quality, '/feedback', 'state=qualified');
    const { label } = await firstTheme(quality);
    expect(line).toMatchObject({
      ...{
        Type: 'Remerciement',
        Étape: 'Qualifiée',
        Gravité: 'Gênante',
        Criticité: 'Moyenne',
        Thématique: label,
      },
      ...{ Canal: 'À l’accueil', 'Qui parle': 'Usager ou usagère', Texte: 'Merci', Titre: '' },
    });
    expect(line?.['Reçue le']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const [row] = await xlsx(quality, '/feedback', 'state=qualified');
    expect(row?.['Reçue le']).toEqual(new Date(line?.['Reçue le'] ?? ''));

    const english = { 'accept-language': 'en' };
    const { bytes, headers } = await quality.call(
      ...(['GET', '/feedback/export?format=csv', undefined, english] as const),
    );
    expect(bytes.toString()).toContain('"Reference";"Received on";"Kind"');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="feedback-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
  });
});

describe('what somebody wrote', () => {
  it.each([
    '=HYPERLINK("http://mal.example";"Cliquez")',
    '+33 6 00 00 00 00',
    '-1+1|cmd',
    '@SUM(A1)',
    '\t=1+1',
    '\r\n=1+1',
    '＝1+1',
  ])('is never run by a spreadsheet: %j', async (body) => {
    await logFeedback(quality, tenant.rootUnitId, { body });
    const [line] = await csv(quality, '/feedback');
    expect(line?.['Texte']).toBe(`'${body}`);
    expect(rearm(line?.['Texte'] ?? '')).toBe(body);
    const [row] = await xlsx(quality, '/feedback');
    expect(row?.['Texte']).toBe(body.replace('\r\n', '\n'));
  });

  it.each([
    'Été ; « oui » "non"\n à la ligne\r\net 👩‍🦽 مرحبا',
    '<b>&amp;</b> ]]>',
    '007',
    '2026-11-24',
    `'=déjà`,
    '_x0041_',
  ])('comes out to the character: %j', async (body) => {
    await logFeedback(quality, tenant.rootUnitId, { body });
    const [line] = await csv(quality, '/feedback');
    expect(line?.['Texte']).toBe(body);
    const [row] = await xlsx(quality, '/feedback');
    expect(row?.['Texte']).toBe(body.replaceAll('\r\n', '\n'));
  });

  it.each(['constructor', '__proto__', 'toString'])('is a word like another: %s', async (body) => {
    await logFeedback(quality, tenant.rootUnitId, { body });
    const [row] = await xlsx(quality, '/feedback');
    expect(String(row?.['Texte']).trim()).toBe(body);
  });

  it('is whole in the CSV however long, and says where a workbook had to cut it', async () => {
    const body = `${'é👩‍🦽'.repeat(15_000)} fin`;
    await logFeedback(quality, tenant.rootUnitId, { body: 'court' });
    await stored(program, tenant, 'UPDATE feedback SET body = $1', [body]);
    const [line] = await csv(quality, '/feedback');
    expect(line?.['Texte']).toBe(body);
    const [row] = await xlsx(quality, '/feedback');
    const written = String(row?.['Texte']);
    expect(written.length).toBeLessThanOrEqual(32_767);
    expect(written.isWellFormed()).toBe(true);
    expect(written).toMatch(/Texte coupé[^]*CSV/);
  });
});

describe('an export', () => {
  it('never says who spoke, and stays within my units and my organisation', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const mine = await addUnit(administrator, tenant.rootUnitId, 'Accueil');
    const identity = { name: 'Lou Berger', email: 'lou@exemple.example', phone: '0600000000' };
    await logFeedback(quality, mine.id, identity);
    await logFeedback(quality, tenant.rootUnitId);
    const agent = await program.member(tenant, 'agent', mine.id);
    const { bytes } = await agent.call('GET', '/feedback/export?format=csv');
    expect(bytes.toString()).not.toMatch(/Berger|exemple|0600/);
    expect(await csv(agent, '/feedback')).toHaveLength(1);
    const other = await program.member(await program.organization(), 'quality_manager');
    expect(await csv(other, '/feedback')).toEqual([]);
    expect(await xlsx(other, '/actions')).toEqual([]);
  });

  it('asks for the list’s permission, a format, and filters that exist', async () => {
    const elected = await program.member(tenant, 'elected');
    const refused = async (by: Signed, path: string) => (await by.call('GET', path)).status;
    expect(await refused(elected, '/feedback/export?format=csv')).toBe(403);
    expect((await program.anybody('GET', '/feedback/export?format=csv')).status).toBe(401);
    expect(await refused(quality, '/feedback/export?format=pdf')).toBe(400);
    expect(await refused(quality, '/feedback/export')).toBe(400);
    expect(await refused(quality, '/feedback/export?format=csv&page=2')).toBe(400);
    expect(await refused(quality, '/feedback/export?format=csv&kind=other')).toBe(400);
  });

  it('is written in the journal with its filters', async () => {
    await csv(quality, '/feedback', 'kind=complaint');
    const [line] = await stored(
      program,
      tenant,
      `SELECT person_id, details FROM journal WHERE verb = 'feedback.export'`,
    );
    expect(line).toMatchObject({
      person_id: quality.id,
      details: { format: 'csv', kind: 'complaint' },
    });
  });

  it('takes more rows than one reading of the cursor', async () => {
    await stored(
      program,
      tenant,
      `INSERT INTO feedback (id, reference, kind, unit_id, channel, reporter, body, received_on)
       SELECT gen_random_uuid(), 'R' || n, 'anomaly', $1, 'phone', 'user', 'Mot ' || n, '2026-01-01'
         FROM generate_series(1, 1001) n`,
      [tenant.rootUnitId],
    );
    const lines = await csv(quality, '/feedback', 'sort=reference');
    expect(new Set(lines.map((line) => line['Texte'])).size).toBe(1001);
  });
});

describe('the other lists', () => {
  it('give their actions, with what their filters let through', async () => {
    const owner = await program.member(tenant, 'manager');
    await openAction(quality, tenant.rootUnitId, owner.id);
    const mine = { title: 'La mienne', dueOn: '2020-01-31' };
    await openAction(quality, tenant.rootUnitId, quality.id, mine);
    const [late, ...others] = await csv(quality, '/actions', 'status=late');
    expect(others).toEqual([]);
    expect(late).toMatchObject({
      ...{ Titre: 'La mienne', Type: 'Corrective', 'En retard': 'oui', Avancement: '0,0 %' },
      ...{ Pilote: quality.name, Échéance: '2020-01-31' },
    });
    const rows = await xlsx(quality, '/actions', 'sort=-dueOn');
    expect(rows.map((row) => row['Échéance'])).toEqual([
      new Date('2030-01-15'),
      new Date('2020-01-31'),
    ]);
    // An owner sees their own, whatever their role.
    const elected = await program.member(tenant, 'elected');
    expect(await csv(elected, '/actions')).toEqual([]);
  });

  it('give the people, the services, and satisfaction that few cannot be read from', async () => {
    const people = await csv(quality, '/people');
    expect(people).toEqual([
      expect.objectContaining({ Nom: quality.name, 'Adresse électronique': quality.email }),
    ]);
    expect(await csv(quality, '/units')).toEqual([
      expect.objectContaining({ Type: 'Organisme', 'Service au-dessus': '' }),
    ]);
    const { publicKey, surveyId } = await openCampaign(quality, tenant.rootUnitId);
    const indicator = { name: 'Accueil', surveyId, target: 0.8 };
    await quality.call('POST', '/indicators', indicator);
    await smile(program.anybody, publicKey, { good: 4 });
    expect(await xlsx(quality, '/surveys')).toEqual([
      expect.objectContaining({ Réponses: 4, 'Part satisfaite': null }),
    ]);
    await smile(program.anybody, publicKey, { bad: 1 });
    expect(await xlsx(quality, '/surveys')).toEqual([
      expect.objectContaining({ Réponses: 5, 'Part satisfaite': 0.8 }),
    ]);
    expect(await csv(quality, '/indicators')).toEqual([
      expect.objectContaining({ Indicateur: 'Accueil', Objectif: '80,0 %' }),
    ]);
  });
});
