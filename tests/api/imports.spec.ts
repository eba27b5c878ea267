import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { FeedbackDto, FeedbackSummaryDto } from '../../backend/feedback/feedback.dto.js';
import type {
  ImportDraftDto,
  ImportLineDto,
  ImportMappingDto,
  ImportRunDto,
} from '../../backend/imports/import.dto.js';
import { ImportRuns } from '../../backend/imports/import-runs.service.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, firstTheme, stored } from '../support/deeds.js';
import { openProgram, type Answer, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;

beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());
beforeEach(async () => {
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
});

const room = '/feedback/imports';

function send(by: Signed, file: string | Buffer, name = 'registre.csv'): Promise<Answer> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(file))]), name);
  return by.call('POST', room, form);
}

async function draft(file: string | Buffer, name?: string): Promise<ImportDraftDto> {
  const { status, body } = await send(quality, file, name);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as ImportDraftDto;
}

async function choose(
  { id, mapping }: ImportDraftDto,
  changes: Partial<ImportMappingDto>,
): Promise<ImportDraftDto> {
  const chosen = { ...mapping, ...changes };
  const { status, body } = await quality.call('PUT', `${room}/${id}/mapping`, chosen);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as ImportDraftDto;
}

async function bring({ id }: ImportDraftDto, more = {}): Promise<ImportRunDto> {
  const { status, body } = await quality.call('POST', `${room}/${id}/start`, more);
  expect({ status, body }).toMatchObject({ status: 202 });
  return ended(id);
}

/** Asks as the page does, until the import is at its end. */
async function ended(id: string, by = quality): Promise<ImportRunDto> {
  for (;;) {
    const { body } = await by.call('GET', `${room}/${id}`);
    const run = body as ImportRunDto;
    if (run.state === 'done') return run;
  }
}

const lines = async (id: string, query = '') => {
  const { body } = await quality.call('GET', `${room}/${id}/lines?pageSize=100&${query}`);
  return (body as { items: ImportLineDto[] }).items;
};
const all = async () => {
  const { body } = await quality.call('GET', '/feedback?sort=receivedOn&pageSize=100');
  return (body as { items: FeedbackSummaryDto[] }).items;
};
const read = async (id: string) =>
  (await quality.call('GET', `/feedback/${id}`)).body as FeedbackDto;

describe('a file of one’s own', () => {
  it('is read by a guess, then brought in as it was shown', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const unit = await addUnit(administrator, tenant.rootUnitId, 'Accueil de la mairie');
    const theme = await firstTheme(quality);
    const shown = await draft(
      'N°;Date;Nature;Objet;Observations;Établissement;Canal;Qualité;Thématique;Gravité;Nom;E-mail;Tél;Interne\n' +
        `A-1;24/11/2024;Plainte;Attente;"Trop ""long""\net froid";accueil de la MAIRIE;Téléphone;Famille;${theme.label};Forte;Lou Berger;lou@exemple.example;0600000000;secret\n` +
        'A-2;2024-02-29;;;Merci;;;;;;;;;\n',
    );
    expect(shown).toMatchObject({
      ...{ total: 2, ready: 2, unknown: [], missing: [], source: null, remembered: null },
      rows: [
        {
          line: 2,
          values: {
            ...{ externalId: 'A-1', receivedOn: '2024-11-24', kind: 'complaint', title: 'Attente' },
            ...{ body: 'Trop "long"\net froid', service: unit.id, channel: 'phone' },
            ...{ reporter: 'relative', theme: theme.id, severity: '3', name: 'Lou Berger' },
          },
          problems: [],
        },
        { line: 4, values: { kind: 'suggestion', channel: 'mail', service: tenant.rootUnitId } },
      ],
    });
    const run = await bring(shown);
    expect(run).toMatchObject({ added: 2, alreadyThere: 0, refused: 0, total: 2 });
    const [second, first] = await all();
    expect(second).toMatchObject({ kind: 'suggestion', receivedOn: '2024-02-29' });
    const record = await read(first?.id ?? '');
    expect(record).toMatchObject({
      ...{ kind: 'complaint', title: 'Attente', body: 'Trop "long"\net froid', state: 'received' },
      ...{ channel: 'phone', reporter: 'relative', severity: 3, reachable: true },
      ...{ unit: { id: unit.id }, theme: { id: theme.id } },
      identity: { name: 'Lou Berger', email: 'lou@exemple.example', phone: '0600000000' },
      imported: { sourceId: 'A-1' },
    });
    // Neither who spoke nor what nobody chose to bring in is kept beside it.
    expect(JSON.stringify(record.imported)).not.toMatch(/Berger|exemple|0600|secret/);
    const report = await lines(run.id);
    expect(report).toMatchObject([
      { line: 2, outcome: 'added', feedback: { id: first?.id } },
      { line: 4, outcome: 'added', feedback: { id: second?.id } },
    ]);
  });

  it('asks what a word means, and takes what is chosen', async () => {
    const before = await draft(
      'Texte;Type\nA;Coup de gueule\nB;coup de GUEULE\nC;Merci\nD;Autre\n',
    );
    expect(before.ready).toBe(1);
    expect(before.unknown).toEqual([
      { field: 'kind', text: 'Coup de gueule', count: 2 },
      { field: 'kind', text: 'Autre', count: 1 },
    ]);
    expect(before.rows[0]?.problems).toEqual([
      { field: 'kind', message: expect.stringContaining('Coup de gueule') },
    ]);
    const values = [
      { field: 'kind' as const, text: 'Coup de gueule', to: 'complaint' },
      { field: 'kind' as const, text: 'Autre', to: '' },
    ];
    const after = await choose(before, { values });
    expect(after).toMatchObject({ ready: 4, unknown: [] });
    expect(after.rows.map(({ values: { kind } }) => kind)).toEqual([
      ...['complaint', 'complaint', 'compliment', 'suggestion'],
    ]);
  });

  it('adds nothing the second time, even of rows that are alike', async () => {
    const file = 'Texte;Type\nMerci;positif\nMerci;positif\nTrop long;négatif\n';
    expect(await bring(await draft(file))).toMatchObject({ added: 3, alreadyThere: 0 });
    const again = await bring(await draft(file));
    expect(again).toMatchObject({ added: 0, alreadyThere: 3 });
    // In another order of columns it is the same file.
    const turned = 'Type;Texte\npositif;Merci\npositif;Merci\nnégatif;Trop long\n';
    expect(await bring(await draft(turned))).toMatchObject({ added: 0, alreadyThere: 3 });
    expect(await all()).toHaveLength(3);
    expect(await lines(again.id)).toMatchObject([{ feedback: { id: expect.any(String) } }, {}, {}]);
  });

  it('is remembered by its titles, named, and forgotten on demand', async () => {
    const first = await draft('Ce qui a été vu;Humeur\nA;grr\n');
    const values = [{ field: 'kind' as const, text: 'grr', to: 'complaint' }];
    const mapped = await choose(first, { fields: ['body', 'kind'], values });
    await bring(mapped, { rememberAs: 'Registre de l’accueil' });
    const next = await draft('Humeur;Ce qui a été vu\ngrr;B\n');
    expect(next).toMatchObject({
      remembered: { name: 'Registre de l’accueil' },
      mapping: { fields: ['kind', 'body'] },
      ...{ ready: 1, rows: [{ values: { kind: 'complaint', body: 'B' } }] },
    });
    const other = await program.member(await program.organization(), 'quality_manager');
    const strange = await send(other, 'Humeur;Ce qui a été vu\ngrr;B\n');
    expect(strange.body).toMatchObject({ remembered: null });
    expect((await other.call('GET', `${room}/mappings`)).body).toEqual([]);
    const id = next.remembered?.id;
    expect((await other.call('DELETE', `${room}/mappings/${id}`)).status).toBe(404);
    expect((await quality.call('DELETE', `${room}/mappings/${id}`)).status).toBe(204);
    expect((await draft('Humeur;Ce qui a été vu\ngrr;C\n')).remembered).toBeNull();
  });

  it('reports each refused line, which can be mended and brought again', async () => {
    const file =
      'Texte;Date;E-mail\nBon;01/02/2024;\n;01/02/2024;\nFaux;31/02/2024;pas une adresse\n' +
      'trop;court\n=1+1;01/02/2999;\n' +
      `${'x'.repeat(20_001)};;\n`;
    const shown = await draft(file);
    expect(shown).toMatchObject({ total: 6, ready: 1 });
    expect(shown.rows[2]?.problems.map(({ field }) => field)).toEqual(['email', 'receivedOn']);
    const run = await bring(shown);
    expect(run).toMatchObject({ added: 1, refused: 5 });
    const refused = await lines(run.id, 'outcome=refused');
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(refused[2]?.problems[0]?.message).toMatch(/colonnes/);

    const { bytes, headers } = await quality.call('GET', `${room}/${run.id}/refused`);
    expect(headers.get('content-disposition')).toMatch(/lignes-refusees-registre-.*\.csv/);
    const text = bytes.toString();
    expect(text).toContain(`"'=1+1"`);
    const mended = text
      .replace('31/02/2024', '28/02/2024')
      .replace('pas une adresse', 'lou@exemple.example')
      .replace('2999', '2023');
    const again = await draft(mended);
    expect(again.columns).toHaveLength(3);
    expect(await bring(again)).toMatchObject({ added: 2, refused: 2 });
    expect((await all()).map(({ excerpt }) => excerpt).sort()).toEqual(['=1+1', 'Bon', 'Faux']);
  });

  it.each<[string, Buffer]>([
    ['in UTF-8 with its mark', Buffer.from('\uFEFFTexte;Type\nÉté à l’œil;négatif\n')],
    ['with commas', Buffer.from('Texte,Type\n"Été à l’œil",négatif\n')],
    ['with tabs', Buffer.from('Texte\tType\r\nÉté à l’œil\tnégatif\r\n')],
    [
      'from an old Windows',
      Buffer.from('Texte;Type\n\xc9t\xe9 \xe0 l\x92\x9cil;n\xe9gatif\n', 'latin1'),
    ],
    [
      'in the Unicode of Excel',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('Texte\tType\r\nÉté à l’œil\tnégatif\r\n', 'utf16le'),
      ]),
    ],
  ])('is read whatever its letters: %s', async (_, file) => {
    const { rows } = await draft(file);
    expect(rows[0]?.values).toMatchObject({ body: 'Été à l’œil', kind: 'complaint' });
  });

  it('may be a workbook, whose sheet is chosen', async () => {
    const text = (value: string) => ({ value, type: String });
    const file = await writeXlsxFile([
      { sheet: 'Lisez-moi', data: [[text('Mode d’emploi')], [text('Rien ici')]] },
      {
        sheet: 'Registre',
        data: [
          [text('Date'), text('Texte'), text('Gravité')],
          [],
          [
            { value: new Date('2024-02-29'), type: Date, format: 'dd/mm/yyyy' },
            text('Le hall est froid'),
            { value: 2, type: Number },
          ],
        ],
      },
    ]).toBuffer();
    const first = await draft(file, 'registre.xlsx');
    expect(first).toMatchObject({ sheets: ['Lisez-moi', 'Registre'], sheet: 'Lisez-moi' });
    const second = await choose(first, { sheet: 'Registre' });
    expect(second).toMatchObject({
      ...{ sheet: 'Registre', total: 1, ready: 1, missing: [] },
      rows: [
        { line: 3, values: { body: 'Le hall est froid', receivedOn: '2024-02-29', severity: '2' } },
      ],
    });
    expect(await bring(second)).toMatchObject({ added: 1 });
  });
});

describe('an export of Services Publics+', () => {
  it('is known by its titles, and needs no mapping', async () => {
    const titles =
      '"ID expérience";"Titre";"Pseudonyme usager";"Écrit le";"Description";"Ressenti usager";"Canaux Typologie 1"';
    const file = `\uFEFF${titles}\r\n"7";"T";"Lou";"2024-02-29";"Bonjour";"Positif";"Accueil"\r\n`;
    const shown = await draft(file, 'experiences.csv');
    expect(shown).toMatchObject({
      ...{ source: 'services-publics-plus', mapping: null, ready: 1 },
      rows: [{ values: { body: 'Bonjour', kind: 'compliment', channel: 'front_desk' } }],
    });
    expect(await bring(shown)).toMatchObject({ added: 1 });
    expect(await bring(await draft(file))).toMatchObject({ added: 0, alreadyThere: 1 });
  });
});

describe('a file is refused', () => {
  const hollow = (cells: string) =>
    Buffer.from(
      zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from(`<sheetData>${cells}</sheetData>`) }),
    );
  /** A megabyte of nothing that says it is a thousand bytes. */
  function lying(): Buffer {
    const file = Buffer.from(zipSync({ 'xl/a.xml': new Uint8Array(80 * 1024 * 1024) }));
    file.writeUInt32LE(1000, file.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
    return file;
  }

  it.each<[string, () => string | Buffer, number, string]>([
    ['an empty one', () => '', 400, 'sheet.empty'],
    [
      'an old or locked workbook',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      415,
      'sheet.not_workbook',
    ],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 415, 'sheet.not_workbook'],
    [
      'an archive of something else',
      () => Buffer.from(zipSync({ 'a.txt': Buffer.from('a') })),
      415,
      'sheet.not_workbook',
    ],
    ['half an archive', () => hollow('').subarray(0, 60), 415, 'sheet.not_workbook'],
    [
      'a bomb',
      () => Buffer.from(zipSync({ 'xl/a.xml': new Uint8Array(80 * 1024 * 1024) })),
      413,
      'sheet.too_large',
    ],
    ['a bomb that lies', lying, 413, 'sheet.too_large'],
    [
      'a hollow sheet',
      () => hollow('<row><c r="XFD1"/></row>'.repeat(1000)),
      413,
      'sheet.too_large',
    ],
    [
      'a cell at the far end',
      () => hollow('<row r="1048576"><c r=\'XFD1048576\'><v>1</v></c></row>'),
      413,
      'sheet.too_large',
    ],
    [
      'a place that is written to mislead',
      () => hollow('<row r="1e9"><c r="A&#49;e9"><v>1</v></c></row>'),
      415,
      'sheet.not_workbook',
    ],
    [
      'a sheet that takes for ever to look through',
      () => hollow('<c '.repeat(1_000_000)),
      415,
      'sheet.not_workbook',
    ],
    ['a quote that is never closed', () => `"${'a'.repeat(9_000_000)}`, 400, 'sheet.unreadable'],
    [
      'too many rows, all damaged',
      () => `Texte;Date\n${'a\n'.repeat(20_001)}`,
      413,
      'sheet.too_large',
    ],
    ['too many rows', () => `Texte\n${'a\n'.repeat(20_001)}`, 413, 'sheet.too_large'],
    ['too many columns', () => `${'a;'.repeat(100)}b\n`, 413, 'sheet.too_large'],
    [
      'more than ten megabytes',
      () => Buffer.alloc(10 * 1024 * 1024 + 1, 'a'),
      413,
      'attachment.too_large',
    ],
  ])('%s', async (_, file, status, code) => {
    const answer = await send(quality, file());
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.message.length).toBeGreaterThan(20);
    const [row] = await stored(program, tenant, 'SELECT count(*)::int AS n FROM import_run');
    expect(row).toEqual({ n: 0 });
  });

  it('from a form of another site, and from whoever may not import', async () => {
    const form = new FormData();
    form.set('file', new Blob(['Texte\na\n']), 'a.csv');
    const forged = await quality.call('POST', room, form, { 'x-boucle': '' });
    expect(forged).toMatchObject({ status: 403, body: { code: 'request.forged' } });
    const manager = await program.member(tenant, 'manager');
    expect((await send(manager, 'Texte\na\n')).status).toBe(403);
    expect((await quality.call('POST', room, {})).status).toBe(400);
  });
});

describe('an import', () => {
  it('is nobody else’s to see, to change or to start', async () => {
    const { id, mapping } = await draft('Texte\nA\n');
    const colleague = await program.member(tenant, 'administrator');
    const stranger = await program.member(await program.organization(), 'quality_manager');
    for (const other of [colleague, stranger]) {
      expect((await other.call('GET', room)).body).toEqual([]);
      for (const path of ['', '/draft', '/lines', '/refused']) {
        expect((await other.call('GET', `${room}/${id}${path}`)).status).toBe(404);
      }
      expect((await other.call('PUT', `${room}/${id}/mapping`, mapping)).status).toBe(404);
      expect((await other.call('POST', `${room}/${id}/start`, {})).status).toBe(404);
      expect((await other.call('DELETE', `${room}/${id}`)).status).toBe(404);
    }
  });

  it('starts once, and only with what was said', async () => {
    const shown = await draft('A;B\nC;D\n');
    expect(shown.missing).toEqual(['body']);
    const unsaid = await quality.call('POST', `${room}/${shown.id}/start`, {});
    expect(unsaid).toMatchObject({ status: 400, body: { code: 'import.body_unmapped' } });
    for (const fields of [['body', 'body'], ['body'], ['body', '', '']]) {
      const twice = { ...shown.mapping, fields };
      const { body } = await quality.call('PUT', `${room}/${shown.id}/mapping`, twice);
      expect(body.code).toBe('import.fields');
    }
    await bring(await choose(shown, { fields: ['body', ''] }));
    const again = await quality.call('POST', `${room}/${shown.id}/start`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'import.started' } });
    expect((await quality.call('GET', `${room}/${shown.id}/draft`)).status).toBe(409);
    const [kept] = await stored(program, tenant, 'SELECT bytes FROM import_run');
    expect(kept).toEqual({ bytes: null });
  });

  it('never lets a line in to a unit where one may not import', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const mine = await addUnit(administrator, tenant.rootUnitId, 'À moi');
    await addUnit(administrator, tenant.rootUnitId, 'À d’autres');
    const local = await program.member(tenant, 'quality_manager', mine.id);
    const { body } = await send(local, 'Texte;Service\nA;À moi\nB;À d’autres\n');
    expect(body).toMatchObject({ ready: 1, unknown: [{ field: 'service', text: 'À d’autres' }] });
    const values = [{ field: 'service', text: 'À d’autres', to: tenant.rootUnitId }];
    const forced = { ...body.mapping, values };
    const { body: after } = await local.call('PUT', `${room}/${body.id}/mapping`, forced);
    expect(after.ready).toBe(1);
    const elsewhere = { ...forced.defaults, unitId: tenant.rootUnitId };
    const moved = { ...forced, values: [], defaults: elsewhere, fields: ['body', ''] };
    const { body: outside } = await local.call('PUT', `${room}/${body.id}/mapping`, moved);
    expect(outside.ready).toBe(0);
  });

  it('nor does a known export, nor the report of what others brought in before', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const mine = await addUnit(administrator, tenant.rootUnitId, 'À moi');
    await addUnit(administrator, tenant.rootUnitId, 'Mairie');
    const local = await program.member(tenant, 'quality_manager', mine.id);
    const file = (ids: string[]) =>
      [
        '"ID expérience";"Écrit le";"Description";"Ressenti usager";"Intitulé structure 1"',
        ...ids.map((id) => `"${id}";"2024-02-29";"Bonjour";"Positif";"Mairie"`),
      ].join('\r\n') + '\r\n';
    expect(await bring(await draft(file(['7'])))).toMatchObject({ added: 1 });
    const { body: shown } = await send(local, file(['7', '8']));
    await local.call('POST', `${room}/${shown.id}/start`, {});
    await ended(shown.id, local);
    // Only what stands in my units is told by its reference.
    const { body } = await local.call('GET', `${room}/${shown.id}/lines`);
    expect(body.items).toMatchObject([
      { outcome: 'already_there', feedback: null },
      { outcome: 'added', feedback: { reference: expect.any(String) } },
    ]);
  });

  it('goes on where a process that died left it, and counts each line once', async () => {
    const shown = await draft('Texte\nA\nB\nC\n');
    await stored(
      program,
      tenant,
      `UPDATE import_run SET state = 'running', working_until = now() - interval '1 second'`,
    );
    await stored(
      program,
      tenant,
      `INSERT INTO import_line (run_id, line, outcome) VALUES ($1, 3, 'added')`,
      [shown.id],
    );
    const runs = program.app.get(ImportRuns);
    await Promise.all([runs.sweep(), runs.sweep()]);
    expect(await ended(shown.id)).toMatchObject({ added: 3, refused: 0, alreadyThere: 0 });
    expect((await all()).map(({ excerpt }) => excerpt).sort()).toEqual(['A', 'C']);
  });

  it('is not taken from a process that is at work', async () => {
    const shown = await draft('Texte\nA\n');
    await stored(
      program,
      tenant,
      `UPDATE import_run SET state = 'running', working_until = now() + interval '1 hour'`,
    );
    await program.app.get(ImportRuns).sweep();
    const { body } = await quality.call('GET', `${room}/${shown.id}`);
    expect(body).toMatchObject({ state: 'running', added: 0 });
    expect((await quality.call('DELETE', `${room}/${shown.id}`)).status).toBe(409);
  });

  it('is forgotten with the lines it refused, once it has had its time', async () => {
    await bring(await draft('Texte;Date\nA;demain\n'));
    await draft('Texte\nA\n');
    const runs = program.app.get(ImportRuns);
    const day = 24 * 60 * 60 * 1000;
    await runs.sweep(new Date(Date.now() + 2 * day));
    expect(await stored(program, tenant, 'SELECT state FROM import_run')).toEqual([
      { state: 'done' },
    ]);
    await runs.sweep(new Date(Date.now() + 31 * day));
    expect(await stored(program, tenant, 'SELECT line FROM import_line')).toEqual([]);
  });
});
