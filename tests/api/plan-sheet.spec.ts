import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { PlanMapping } from '../../backend/domain/plan-sheet.js';
import { ImportRuns } from '../../backend/imports/import-runs.service.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import type {
  PlanDraftDto,
  PlanLineDto,
  PlanRunDto,
} from '../../backend/plan-sheets/plan-sheet.dto.js';
import type { PlanDto } from '../../backend/plans/plans.dto.js';
import { addUnit, stored } from '../support/deeds.js';
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

const room = '/plan-sheets';
const text = (value: string, more = {}): Cell => ({ value, type: String, ...more });
const day = (iso: string, format = 'dd/mm/yyyy'): Cell => ({
  ...{ value: new Date(iso), type: Date, format },
});
const share = (value: number): Cell => ({ value, type: Number, format: '0%' });
const number = (value: number, format?: string): Cell => ({
  ...{ value, type: Number, ...(format && { format }) },
});
const workbook = (rows: Cell[][]) => writeXlsxFile(rows, { sheet: 'Plan' }).toBuffer();

async function draft(file: Buffer, planId = '', by = quality): Promise<PlanDraftDto> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)]), 'Plan 2026.xlsx');
  const query = planId && `?planId=${planId}`;
  const { status, body } = await by.call('POST', `${room}${query}`, form);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as PlanDraftDto;
}

async function choose(
  { id, mapping }: PlanDraftDto,
  { defaults, ...changes }: Partial<Omit<PlanMapping, 'defaults'>> & { defaults?: object },
): Promise<PlanDraftDto> {
  const chosen = { ...mapping, ...changes, defaults: { ...mapping.defaults, ...defaults } };
  const { status, body } = await quality.call('PUT', `${room}/${id}/mapping`, chosen);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as PlanDraftDto;
}

/** Asks as the page does, until the sheet is at its end. */
async function ended(id: string): Promise<PlanRunDto> {
  for (;;) {
    const { body } = await quality.call('GET', `${room}/${id}`);
    if ((body as PlanRunDto).state === 'done') return body as PlanRunDto;
  }
}

async function bring({ id }: PlanDraftDto, plan = {}): Promise<PlanRunDto> {
  const { status, body } = await quality.call('POST', `${room}/${id}/start`, plan);
  expect({ status, body }).toMatchObject({ status: 202 });
  return ended(id);
}

/** Brings a sheet in with an origin for all its lines; gives the plan's id. */
async function brought(file: Buffer, planId = ''): Promise<PlanRunDto & { planId: string }> {
  const shown = await draft(file, planId);
  const run = await bring(await choose(shown, { defaults: { origin: 'Projet social 2026' } }));
  return { ...run, planId: run.plan?.id ?? '' };
}

async function exported(planId: string, own = false): Promise<Buffer> {
  const { status, bytes } = await quality.call('GET', `${room}/of/${planId}?own=${own}`);
  expect(status).toBe(200);
  return bytes;
}

const cells = async (file: Buffer) =>
  (await readXlsxFile(file, { trim: false }))[0]?.data as unknown[][];
const plan = async (id: string) => (await quality.call('GET', `/plans/${id}`)).body as PlanDto;
const action = async (id: string) =>
  (await quality.call('GET', `/actions/${id}`)).body as ActionDto;
const lines = async (id: string) =>
  ((await quality.call('GET', `${room}/${id}/lines?pageSize=100`)).body as { items: PlanLineDto[] })
    .items;

const titles = [
  'Axe',
  'N°',
  'Action',
  'Pilote',
  'Échéance',
  'Avancement',
  'Budget',
  'Commentaires',
];
const head = titles.map((title) => text(title));

/** The sheet that everybody has, with all that makes it awkward. */
async function awkward(owner: Signed): Promise<Buffer> {
  const odd: Cell[] = [
    ...[
      '=1+1',
      '+33 6',
      '@SUM(A1)',
      '-',
      '007',
      '_x0063_onstructor',
      'été 👩‍🦽 Ω',
      '  deux  espaces ',
    ].map((value) => text(value)),
    ...[
      text('é'.repeat(20_000)),
      text('a\nb\n\nc'),
      number(1234.5),
      { value: true, type: Boolean },
    ],
    ...[null, share(0.075), day('2026-02-28T14:30:00Z', 'dd/mm/yyyy hh:mm'), text('_x000D_')],
  ] as Cell[];
  const days = [
    ...[
      day('2026-03-31'),
      text('31/03/2026'),
      text('fin mars 2026'),
      text('T2 2026'),
      text('2026'),
    ],
    ...[number(2027), text('mars 2026'), null, day('2026-03-01', 'mmm-yy')],
  ] as Cell[];
  const progress = [share(0.6), text('60 %'), text('en cours'), text('fait'), share(0), null];
  const money = [text('1 200 €'), number(1200, '#,##0\u00a0"€"'), number(0.5), null, text('12 k€')];
  const rows = Array.from({ length: 200 }, (_, at): Cell[] => [
    at % 4 === 0 ? text(`Axe ${(at / 4) % 7} – Accueillir`, { rowSpan: 4 }) : null,
    text(String(at + 1).padStart(3, '0')),
    text(at === 7 ? `Une action ${'très longue '.repeat(40)}` : `Action ${at % 150}`),
    [text(owner.name), text(owner.email.toUpperCase()), null][at % 3] ?? null,
    days[at % days.length] ?? null,
    progress[at % progress.length] ?? null,
    money[at % money.length] ?? null,
    odd[at % odd.length] ?? null,
  ]);
  return workbook([
    [text('Plan d’actions 2026-2028 du CCAS', { columnSpan: 4 })],
    [],
    [null, text('Mis à jour le'), day('2026-01-15')],
    head,
    ...rows.slice(0, 100),
    [],
    ...rows.slice(100),
    [],
    [text('Document interne')],
  ]);
}

describe('the sheet that everybody has', () => {
  it('comes in, goes back cell by cell, and comes in again without a change', async () => {
    const owner = await program.member(tenant, 'manager');
    const file = await awkward(owner);
    const before = await cells(file);
    const shown = await draft(file);
    expect(shown).toMatchObject({
      ...{ total: 200, missing: ['origin'], unknown: [], plan: null, remembered: false },
      counts: { added: 200, refused: 0 },
      mapping: {
        ...{ titleLine: 4, sheet: 'Plan' },
        fields: [...['objective', 'externalId', 'title', 'owner', 'dueOn', 'progress', 'cost', '']],
      },
      proposal: { title: 'Plan d’actions 2026-2028 du CCAS' },
    });
    const run = await bring(await choose(shown, { defaults: { origin: 'Projet social' } }));
    expect(run).toMatchObject({ total: 200, counts: { added: 200, refused: 0 } });
    const id = run.plan?.id ?? '';
    const { actions, objectives, title } = await plan(id);
    expect(title).toBe('Plan d’actions 2026-2028 du CCAS');
    expect([actions.length, objectives.length]).toEqual([200, 7]);
    expect(actions.filter(({ owner: { id: who } }) => who === owner.id)).toHaveLength(134);

    const after = await exported(id);
    expect(await cells(after)).toEqual(before);
    const again = await draft(after, id);
    expect(again.counts).toMatchObject({ already_there: 200, added: 0, changed: 0, conflict: 0 });
    const second = await bring(again);
    expect(second.counts).toMatchObject({ already_there: 200, added: 0, changed: 0 });
    expect((await plan(id)).actions).toHaveLength(200);
    expect(await cells(await exported(id))).toEqual(before);
    const versions = await stored(program, tenant, 'SELECT DISTINCT version FROM action');
    expect(versions).toEqual([{ version: 1 }]);
  });

  it('says of each line what is not certain, and gives those lines back too', async () => {
    const file = await workbook([
      head,
      [null, null, text('Sans date'), null, text('dès que possible')],
      [null, null, null, null, day('2026-03-31'), null, number(12)],
      [null, null, text('Trop avancée'), null, null, text('110 %')],
      [null, null, text('Pour qui ?'), text('Le bureau')],
      [null, null, text('Combien ?'), null, null, null, text('à chiffrer')],
      [null, null, text('Celle-ci va')],
    ]);
    const shown = await draft(file);
    expect(shown.counts).toMatchObject({ added: 1, refused: 5 });
    expect(shown.refused.map(({ line, problems }) => [line, problems[0]?.field])).toEqual([
      ...[
        [2, 'dueOn'],
        [3, 'title'],
        [4, 'progress'],
        [5, 'owner'],
        [6, 'cost'],
      ],
    ]);
    expect(shown.refused[0]?.problems[0]?.message).toMatch(/dès que possible.*31\/03\/2026/);
    const run = await brought(file);
    expect(run.counts).toMatchObject({ added: 1, refused: 5 });
    expect((await lines(run.id)).map(({ outcome }) => outcome)).toEqual([
      ...['refused', 'refused', 'refused', 'refused', 'refused', 'added'],
    ]);
    expect(await cells(await exported(run.planId))).toEqual(await cells(file));
  });

  it('asks once whom a name stands for, and keeps it as it is written', async () => {
    const lou = await program.member(tenant, 'manager');
    const unit = await addUnit(
      await program.member(tenant, 'administrator'),
      ...([tenant.rootUnitId, 'Pôle Enfance'] as const),
    );
    const file = await workbook([
      ['Action', 'Pilote', 'Service'].map((title) => text(title)),
      [text('Une'), text('Mme B.'), text('PÔLE  enfance')],
      [text('Deux'), text('mme b.'), text('Crèche')],
      [text('Trois'), text('DGS'), null],
    ]);
    const shown = await draft(file);
    expect(shown.unknown).toEqual([
      { field: 'owner', text: 'Mme B.', count: 2 },
      { field: 'service', text: 'Crèche', count: 1 },
      { field: 'owner', text: 'DGS', count: 1 },
    ]);
    const values = [
      { field: 'owner' as const, text: 'Mme B.', to: lou.id },
      { field: 'service' as const, text: 'Crèche', to: unit.id },
      { field: 'owner' as const, text: 'DGS', to: '' },
    ];
    const after = await choose(shown, { values, defaults: { origin: 'Audit' } });
    expect(after).toMatchObject({ unknown: [], counts: { added: 3 } });
    const run = await bring(after);
    const { actions } = await plan(run.plan?.id ?? '');
    expect(actions.map((one) => [one.title, one.owner.id, one.unit.id]).sort()).toEqual([
      ['Deux', lou.id, unit.id],
      ['Trois', quality.id, tenant.rootUnitId],
      ['Une', lou.id, unit.id],
    ]);
    expect(await cells(await exported(run.plan?.id ?? ''))).toEqual(await cells(file));
    // The next sheet with these titles knows them.
    const next = await draft(
      await workbook([
        ['Action', 'Pilote', 'Service'].map((title) => text(title)),
        [text('Quatre'), text('DGS'), text('Crèche')],
      ]),
    );
    expect(next).toMatchObject({ remembered: true, unknown: [], counts: { added: 1 } });
  });

  it('opens no action without an origin: the column says it, or one sentence for all', async () => {
    const file = await workbook([
      ['Action', 'Origine'].map((title) => text(title)),
      [text('Une'), text('Critère 1.2.3')],
      [text('Deux'), null],
    ]);
    const shown = await draft(file);
    expect(shown.missing).toEqual(['origin']);
    const refused = await quality.call('POST', `${room}/${shown.id}/start`, {});
    expect(refused).toMatchObject({ status: 400, body: { code: 'plan_sheet.origin_missing' } });
    const defaults = { origin: 'Évaluation externe', originKind: 'audit' };
    const run = await bring(await choose(shown, { defaults }));
    const { actions } = await plan(run.plan?.id ?? '');
    const origins = await Promise.all(actions.map(async ({ id }) => (await action(id)).origins));
    expect(
      origins
        .flat()
        .map(({ kind, reference }) => [kind, reference])
        .sort(),
    ).toEqual([
      ['audit', 'Critère 1.2.3'],
      ['audit', 'Évaluation externe'],
    ]);
  });
});

describe('what changed since', () => {
  const sheet = (rows: Cell[][]) =>
    workbook([['Action', 'Échéance', 'Avancement', 'Notes'].map((title) => text(title)), ...rows]);
  const first = [
    [text('Repeindre'), day('2026-03-31'), share(0), text('=a')],
    [text('Ranger'), text('T2 2026'), text('en cours'), null],
  ];

  it('here is written in its column, the rest stands as it was', async () => {
    const { planId } = await brought(await sheet(first));
    const { actions } = await plan(planId);
    const painting = actions.find(({ title }) => title === 'Repeindre')?.id ?? '';
    const tidying = actions.find(({ title }) => title === 'Ranger')?.id ?? '';
    await quality.call('POST', `/actions/${painting}/progress`, { progress: 40 });
    const moved = { dueOn: '2026-09-30', reason: 'Le devis manque' };
    expect((await quality.call('PUT', `/actions/${tidying}/due-date`, moved)).status).toBe(200);
    const file = await exported(planId, true);
    const [, one, two] = await cells(file);
    expect(one?.slice(0, 4)).toEqual(['Repeindre', new Date('2026-03-31'), 0.4, '=a']);
    expect(two?.slice(0, 4)).toEqual(['Ranger', '30/09/2026', 'en cours', null]);
    expect((await cells(file))[0]).toEqual([
      ...['Action', 'Échéance', 'Avancement', 'Notes', 'Référence Boucle', 'Étape', 'Faite le'],
    ]);
    // What Boucle wrote is no news to Boucle.
    const again = await draft(file, planId);
    expect(again.counts).toMatchObject({ already_there: 2, added: 0, changed: 0, conflict: 0 });
    expect((await bring(again)).counts).toMatchObject({ already_there: 2 });
    expect(await cells(await exported(planId, true))).toEqual(await cells(file));
  });

  it('in the sheet is taken, field by field, as the deed that it is', async () => {
    const { planId } = await brought(await sheet(first));
    const changed = await sheet([
      [text('Repeindre'), day('2026-04-30'), share(1), text('=b')],
      [text('Ranger'), text('T2 2026'), text('en cours'), null],
      [text('Semer'), null, null, null],
    ]);
    const shown = await draft(changed, planId);
    expect(shown.counts).toMatchObject({ added: 1, changed: 1, already_there: 1 });
    expect(shown.changed[0]?.changes).toEqual([
      { field: 'dueOn', here: '2026-03-31', sheet: '2026-04-30' },
      { field: 'progress', here: '0 %', sheet: '100 %' },
      { field: 'state', here: 'Prévue', sheet: 'Faite, à vérifier' },
    ]);
    const run = await bring(shown);
    expect(run.counts).toMatchObject({ added: 1, changed: 1, already_there: 1 });
    const { actions } = await plan(planId);
    const painting = await action(actions.find(({ title }) => title === 'Repeindre')?.id ?? '');
    expect(painting).toMatchObject({ state: 'done', progress: 100, dueOn: '2026-04-30' });
    const verbs = painting.history.map(({ verb }) => verb);
    expect(verbs).toEqual(['action.open', 'action.reschedule', 'action.finish']);
    expect(await cells(await exported(planId))).toEqual(await cells(changed));
  });

  it('on both sides is shown, and is nobody’s until somebody chooses', async () => {
    const { planId } = await brought(await sheet(first));
    const [{ id } = { id: '' }] = (await plan(planId)).actions;
    const mine = (await action(id)).title === 'Repeindre';
    expect(mine).toBe(true);
    const moved = { dueOn: '2026-05-31', reason: 'Plus tard' };
    await quality.call('PUT', `/actions/${id}/due-date`, moved);
    const theirs = await sheet([
      [text('Repeindre'), day('2026-12-31'), share(0), text('=c')],
      first[1] ?? [],
    ]);
    const shown = await draft(theirs, planId);
    expect(shown.counts).toMatchObject({ conflict: 1, already_there: 1 });
    expect(shown.conflicts).toMatchObject([
      { line: 2, conflicts: [{ field: 'dueOn', here: '2026-05-31', sheet: '2026-12-31' }] },
    ]);
    expect((await bring(shown)).counts).toMatchObject({ conflict: 1, changed: 0 });
    expect(await action(id)).toMatchObject({ dueOn: '2026-05-31' });

    const { seen = '' } = shown.conflicts[0] ?? {};
    const here = await choose(await draft(theirs, planId), {
      choices: [{ line: 2, take: 'here', seen }],
    });
    expect((await bring(here)).counts).toMatchObject({ changed: 1, conflict: 0 });
    expect(await action(id)).toMatchObject({ dueOn: '2026-05-31' });
    const written = await cells(await exported(planId));
    expect(written[1]).toEqual(['Repeindre', new Date('2026-05-31'), 0, '=c']);

    const later = await sheet([
      [text('Repeindre'), day('2027-01-31'), share(0), text('=c')],
      first[1] ?? [],
    ]);
    const once = await draft(later, planId);
    expect(once.counts).toMatchObject({ changed: 1, conflict: 0 });
    await bring(once);
    expect(await action(id)).toMatchObject({ dueOn: '2027-01-31' });
  });

  it('a choice falls with what it was made of', async () => {
    const { planId } = await brought(await sheet(first));
    const [{ id } = { id: '' }] = (await plan(planId)).actions;
    const move = (dueOn: string) =>
      quality.call('PUT', `/actions/${id}/due-date`, { dueOn, reason: 'Plus tard' });
    await move('2026-05-31');
    const theirs = await sheet([
      [text('Repeindre'), day('2026-12-31'), share(0), text('=a')],
      first[1] ?? [],
    ]);
    const shown = await draft(theirs, planId);
    const { seen = '' } = shown.conflicts[0] ?? {};
    const chosen = await choose(shown, { choices: [{ line: 2, take: 'sheet', seen }] });
    expect(chosen.counts).toMatchObject({ changed: 1 });
    await move('2026-06-30');
    expect((await bring(chosen)).counts).toMatchObject({ conflict: 1, changed: 0 });
    expect(await action(id)).toMatchObject({ dueOn: '2026-06-30' });
  });

  it('a verified action, a cancelled one and one that left the plan stay what they are', async () => {
    const { planId } = await brought(await sheet(first));
    const { actions } = await plan(planId);
    const [painting, tidying] = ['Repeindre', 'Ranger'].map(
      (title) => actions.find((one) => one.title === title)?.id ?? '',
    );
    const reason = { reason: 'Plus de budget' };
    await quality.call('PUT', `/actions/${painting}/cancellation`, reason);
    await quality.call('DELETE', `/plans/${planId}/actions/${tidying}`);
    const shown = await draft(
      await sheet([[text('Repeindre'), day('2026-03-31'), share(0.5), null], first[1] ?? []]),
      planId,
    );
    expect(shown.counts).toMatchObject({ refused: 1, conflict: 1, added: 0 });
    expect(shown.refused[0]?.problems[0]?.message).toMatch(/sortie du plan/);
  });
});

describe('a sheet', () => {
  const small = () =>
    workbook([head, [null, null, text('Repeindre')], [null, null, text('Ranger')]]);

  it('goes on where a process that died left it, and opens no action twice', async () => {
    const shown = await choose(await draft(await small()), { defaults: { origin: 'Audit' } });
    const runs = program.app.get(ImportRuns);
    const first = await bring(shown);
    const planId = first.plan?.id ?? '';
    const next = await draft(
      await workbook([
        head,
        ...['Un', 'Deux', 'Trois'].map((name) => [null, null, text(`${name}.`)]),
      ]),
      planId,
    );
    await stored(
      program,
      tenant,
      `UPDATE import_run SET state = 'running', working_until = now() - interval '1 second'
        WHERE id = $1`,
      [next.id],
    );
    await Promise.all([runs.sweep(), runs.sweep()]);
    expect((await ended(next.id)).counts).toMatchObject({ added: 3 });
    expect((await plan(planId)).actions).toHaveLength(5);
  });

  it('is nobody else’s to see, to change, to start or to take away', async () => {
    const { planId, id } = await brought(await small());
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const colleague = await program.member(tenant, 'manager');
    for (const other of [stranger, colleague]) {
      for (const path of ['', '/draft', '/lines']) {
        expect((await other.call('GET', `${room}/${id}${path}`)).status).toBe(404);
      }
      expect((await other.call('POST', `${room}/${id}/start`, {})).status).toBe(404);
    }
    expect((await stranger.call('GET', `${room}/of/${planId}`)).status).toBe(404);
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(await small())]), 'a.xlsx');
    const sent = await stranger.call('POST', `${room}?planId=${planId}`, form);
    expect(sent.status).toBe(404);
    const agent = await program.member(tenant, 'agent');
    expect((await agent.call('GET', `${room}/of/${planId}`)).status).toBe(403);
  });

  it('never writes where whoever brings it may not', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const mine = await addUnit(administrator, tenant.rootUnitId, 'À moi');
    await addUnit(administrator, tenant.rootUnitId, 'À d’autres');
    const local = await program.member(tenant, 'manager', mine.id);
    const file = await workbook([
      ['Action', 'Service'].map((title) => text(title)),
      [text('Une'), text('À moi')],
      [text('Autre'), text('À d’autres')],
    ]);
    const shown = await draft(file, '', local);
    expect(shown.counts).toMatchObject({ added: 1, refused: 1 });
    expect(shown.refused[0]?.problems[0]?.message).toMatch(/ne pouvez pas écrire/);
  });

  it('of a plan that never was one has the usual columns, and comes back as it is', async () => {
    const words = { title: 'Plan neuf', unitId: tenant.rootUnitId, pilotId: quality.id };
    const objective = { id: crypto.randomUUID(), wording: 'Mieux accueillir' };
    const { body } = await quality.call('POST', '/plans', {
      ...{ ...words, fromDay: '2026-01-01', toDay: '2028-12-31', objectives: [objective] },
    });
    const opened = await quality.call('POST', '/actions', {
      ...{ kind: 'corrective', title: '=Repeindre', unitId: tenant.rootUnitId },
      ...{ ownerId: quality.id, dueOn: '2030-01-15', planId: body.id, objectiveId: objective.id },
      origins: [{ kind: 'audit', reference: 'Critère 3.1' }],
    });
    expect(opened.status).toBe(201);
    const file = await exported(body.id);
    expect((await cells(file))[1]?.slice(0, 2)).toEqual(['Mieux accueillir', '=Repeindre']);
    const shown = await draft(file, body.id);
    expect(shown.counts).toMatchObject({ already_there: 1, added: 0, changed: 0 });
  });

  it.each<[string, () => Buffer, number, string]>([
    ['an empty one', () => Buffer.from(''), 400, 'sheet.empty'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 415, 'sheet.not_workbook'],
    ['too many rows', () => Buffer.from(`Action\n${'a\n'.repeat(20_001)}`), 413, 'sheet.too_large'],
    ['a damaged line', () => Buffer.from('Action;Pilote\nun\n'), 400, 'sheet.damaged'],
  ])('is refused: %s', async (_, file, status, code) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(file())]), 'a.csv');
    const answer = await quality.call('POST', room, form);
    expect(answer).toMatchObject({ status, body: { code } });
  });
});
