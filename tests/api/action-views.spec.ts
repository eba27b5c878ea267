import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DrawnActionDto } from '../../backend/action-views/action-views.dto.js';
import { addDays, dayIn } from '../../backend/domain/days.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, openAction } from '../support/deeds.js';
import { openProgram, type Answer, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let deskOnly: Signed;
let desk: string;
let planId: string;
const objectiveId = randomUUID();

const today = dayIn('Europe/Paris', new Date());
const inDays = (count: number) => addDays(today, count);

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  const root = tenant.rootUnitId;
  const administrator = await program.member(tenant, 'administrator');
  desk = (await addUnit(administrator, root, 'Accueil')).id;
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent', desk);
  deskOnly = await program.member(tenant, 'manager', desk);
  const open = (unitId: string, dueOn: string, more = {}) =>
    openAction(quality, unitId, owner.id, { dueOn, ...more });
  await open(desk, inDays(-3), { title: 'Late at the desk', feasibility: 4, impact: 4 });
  await open(root, inDays(-1), { title: 'Late at the root', kind: 'preventive' });
  await open(desk, today, { startOn: inDays(-10), checkOn: inDays(40), impact: 1, feasibility: 3 });
  const plan = await quality.call('POST', '/plans', {
    ...{ title: 'Projet social', unitId: root, pilotId: quality.id },
    ...{ fromDay: '2026-01-01', toDay: '2028-12-31' },
    objectives: [{ id: objectiveId, wording: 'Réduire l’attente' }],
  });
  planId = plan.body.id;
  const started = await open(desk, inDays(5), { planId, objectiveId });
  await quality.call('POST', `/actions/${started.id}/progress`, { progress: 40 });
  const finish = async (id: string) =>
    quality.call('POST', `/actions/${id}/progress`, { progress: 100, done: true });
  await finish((await open(desk, inDays(30), { kind: 'preventive' })).id);
  const verified = await open(root, inDays(60));
  await finish(verified.id);
  await quality.call('PUT', `/actions/${verified.id}/verdict`, {
    ...{ verdict: 'effective', note: 'Constaté sur place' },
  });
  const cancelled = await open(desk, inDays(60), { feasibility: 2, impact: 4 });
  await quality.call('PUT', `/actions/${cancelled.id}/cancellation`, { reason: 'Doublon' });
});
afterAll(() => program.close());

const get = async (path: string, by = quality): Promise<Answer['body']> => {
  const answer = await by.call('GET', `/actions${path}`);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return answer.body;
};

describe('the same filters', () => {
  const filters: [string, () => string, number][] = [
    ['none', () => '', 7],
    ['open', () => 'status=open', 4],
    ['late', () => 'status=late', 2],
    ['done, to verify', () => 'status=toVerify', 1],
    ['not settled', () => 'status=unsettled', 5],
    ['verified', () => 'state=verified', 1],
    ['cancelled', () => 'state=cancelled', 1],
    ['a kind', () => 'kind=preventive', 2],
    ['a unit', () => `unitId=${desk}`, 5],
    ['a unit and those below', () => `unitId=${tenant.rootUnitId}`, 7],
    ['a person', () => `owner=${owner.id}`, 7],
    ['me', () => 'owner=me', 0],
    ['words', () => 'q=late', 2],
    ['a high priority', () => 'priority=high', 1],
    ['a middling one', () => 'priority=medium', 1],
    ['a low one', () => 'priority=low', 1],
    ['a plan', () => `plan=${planId}`, 1],
    ['another plan', () => `plan=${objectiveId}`, 0],
    ['from a day', () => `dueFrom=${inDays(1)}`, 4],
    ['to a day', () => `dueTo=${today}`, 3],
    ['a period', () => `dueFrom=${today}&dueTo=${inDays(5)}`, 2],
    ['several', () => `status=open&unitId=${desk}&dueTo=${today}&kind=corrective`, 2],
  ];

  it.each(filters)('let the same ones through in each view: %s', async (_, query, expected) => {
    const [list, counts, drawn] = await Promise.all([
      get(`?pageSize=100&${query()}`),
      get(`/counts?${query()}`),
      get(`/drawn?${query()}`),
    ]);
    expect(list.total).toBe(expected);
    expect(counts.total).toBe(expected);
    expect(drawn).toMatchObject({ total: expected, seen: expected });
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    expect(ids(drawn.items)).toEqual(ids(list.items));
    const states = (drawn.items as DrawnActionDto[]).map(({ state }) => state);
    for (const [state, count] of Object.entries(counts.byState)) {
      expect({ state, count }).toEqual({
        state,
        count: states.filter((one) => one === state).length,
      });
    }
    expect(counts.late).toBe((drawn.items as DrawnActionDto[]).filter(({ late }) => late).length);
  });

  it('let through to each only what they may see', async () => {
    expect((await get('/counts', deskOnly)).total).toBe(5);
    expect((await get('/drawn', deskOnly)).total).toBe(5);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await get('/counts', stranger)).total).toBe(0);
    expect((await get('/drawn', stranger)).items).toEqual([]);
  });

  it.each([
    'counts?dueFrom=demain',
    'drawn?seenFrom=2026-13-01',
    'counts?priority=9',
    'drawn?page=2',
  ])('refuse what makes no sense: %s', async (path) => {
    const { status } = await quality.call('GET', `/actions/${path}`);
    expect(status).toBe(400);
  });
});

describe('the figures', () => {
  it('say over what they are counted', async () => {
    await program.within(tenant, (tx) =>
      tx.query(
        `UPDATE action SET created_at = now() - interval '34 days' WHERE state = 'verified'`,
      ),
    );
    expect(await get('/counts')).toMatchObject({
      ...{ total: 7, finished: 2, medianDays: 17, measured: 2, late: 2 },
      byState: { planned: 3, in_progress: 1, done: 1, verified: 1, cancelled: 1 },
    });
  });

  it('say nothing of how long what is not done takes', async () => {
    expect(await get('/counts?status=open')).toMatchObject({ medianDays: null, measured: 0 });
  });
});

describe('what is drawn', () => {
  it('says when it starts, when it is checked, and what may be done', async () => {
    const { items } = await get(`/drawn?dueFrom=${today}&dueTo=${today}`);
    expect(items).toMatchObject([
      {
        ...{ createdOn: today, startOn: inDays(-10), dueOn: today, checkOn: inDays(40) },
        ...{ priority: 3, moves: ['start', 'finish', 'cancel'], mayReport: true },
      },
    ]);
  });

  it('says what it serves in its plan', async () => {
    expect((await get(`/drawn?plan=${planId}`)).items).toMatchObject([{ objectiveId }]);
    const [none] = (await get('/drawn?q=late')).items;
    expect(none.objectiveId).toBeNull();
  });

  it('offers each only the moves that are theirs', async () => {
    const [mine] = (await get(`/drawn?dueFrom=${today}&dueTo=${today}`, owner)).items;
    expect(mine.moves).toEqual(['start', 'finish']);
    const other = await program.member(tenant, 'agent', desk);
    const [theirs] = (await get(`/drawn?dueFrom=${today}&dueTo=${today}`, other)).items;
    expect(theirs).toMatchObject({ moves: [], mayReport: false });
  });

  it('shows of some days what is due or checked then, and says of how many', async () => {
    const month = await get(`/drawn?seenFrom=${inDays(35)}&seenTo=${inDays(45)}`);
    expect(month).toMatchObject({ total: 7, seen: 1, items: [{ checkOn: inDays(40) }] });
  });
});

describe('the public holidays', () => {
  const ask = (from: string, to: string, language = 'fr') =>
    quality.call('GET', `/holidays?from=${from}&to=${to}`, undefined, {
      'accept-language': language,
    });

  it('are those of France, named in the reader’s language', async () => {
    expect((await ask('2026-10-26', '2026-12-06')).body).toEqual([
      { day: '2026-11-01', name: 'Toussaint' },
      { day: '2026-11-11', name: expect.stringContaining('Armistice') },
    ]);
    expect((await ask('2026-12-20', '2027-01-10', 'en')).body).toMatchObject([
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2027-01-01', name: expect.stringContaining('New Year') },
    ]);
  });

  it.each([
    ['2026-12-06', '2026-10-26'],
    ['2026-01-01', '2036-01-01'],
  ])('are not asked for from %s to %s', async (from, to) => {
    expect((await ask(from, to)).status).toBe(400);
  });
});
