import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedbackDto } from '../../backend/feedback/feedback.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, firstTheme, logFeedback } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let manager: Signed;
let agent: Signed;
let root: string;
let desk: string;
let theme: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  desk = (await addUnit(administrator, root, 'Accueil')).id;
  manager = await program.member(tenant, 'manager', desk);
  agent = await program.member(tenant, 'agent');
  theme = (await firstTheme(quality)).id;
});
afterAll(() => program.close());

const choice = (more = {}) => ({
  ...{ themeId: theme, severity: 3, frequency: 2, unitId: desk },
  ...more,
});
const qualify = (id: string, more = {}, by = quality) =>
  by.call('PUT', `/feedback/${id}/qualification`, choice(more));

describe('a qualification', () => {
  it('is rated on the organisation’s grid, whose version it keeps', async () => {
    const { id } = await logFeedback(agent, desk);
    const { body } = await qualify(id, { answerOwnerId: manager.id });
    expect(body).toMatchObject({
      ...{ severity: 3, frequency: 2, criticality: 3, gridVersion: 1 },
      answerOwner: { id: manager.id, name: manager.name },
    });
    const { body: list } = await quality.call('GET', `/feedback?unitId=${desk}`);
    expect(list.items[0]).toMatchObject({ id, criticality: 3 });
  });

  it.each([
    ['an agent', () => agent.id],
    ['nobody that is known', () => '00000000-0000-4000-8000-000000000000'],
  ])('is not answered by %s', async (_, who) => {
    const { id } = await logFeedback(agent, desk);
    const { status, body } = await qualify(id, { answerOwnerId: who() });
    expect([status, body.code]).toEqual([400, 'feedback.owner_may_not_answer']);
  });

  it('is not answered by the manager of another unit', async () => {
    const { id } = await logFeedback(agent, root);
    const { body } = await qualify(id, { unitId: root, answerOwnerId: manager.id });
    expect(body.code).toBe('feedback.owner_may_not_answer');
  });

  it('proposes the unit’s manager first', async () => {
    const able = async (unitId: string) =>
      (await quality.call('GET', `/feedback/answer-owners?unitId=${unitId}`)).body as object[];
    expect(await able(desk)).toEqual([
      { id: manager.id, name: manager.name },
      { id: quality.id, name: quality.name },
    ]);
    expect(await able(root)).toEqual([{ id: quality.id, name: quality.name }]);
  });

  it('corrects the kind, and the deadlines with it', async () => {
    const { id } = await logFeedback(agent, desk, { kind: 'compliment' });
    const { body } = await qualify(id, { kind: 'complaint' });
    expect(body).toMatchObject({ kind: 'complaint', clocks: [{ clock: 'answer', late: false }] });
    const again = await qualify(id, { kind: 'compliment' });
    expect(again.body.clocks).toEqual([]);
  });

  it.each([
    ['frequency', { frequency: undefined }],
    ['frequency', { frequency: 5 }],
    ['frequency', { frequency: 'often' }],
    ['severity', { severity: 0 }],
    ['kind', { kind: 'rumour' }],
    ['answerOwnerId', { answerOwnerId: 'me' }],
  ])('needs a %s that makes sense: %j', async (field, more) => {
    const { id } = await logFeedback(agent, desk);
    const { status, body } = await qualify(id, more);
    expect([status, Object.keys(body.details.fields)]).toEqual([400, [field]]);
  });

  it('sorts the list by criticality, then by severity', async () => {
    const unitId = (await addUnit(await program.member(tenant, 'administrator'), root, 'Tri')).id;
    const ratings = [
      [1, 1],
      [3, 4],
      [4, 2],
      [2, 1],
    ];
    const ids: string[] = [];
    for (const [severity, frequency] of ratings) {
      const { id } = await logFeedback(agent, unitId);
      await qualify(id, { severity, frequency, unitId });
      ids.push(id);
    }
    ids.push((await logFeedback(agent, unitId)).id);
    const { body } = await quality.call('GET', `/feedback?unitId=${unitId}&sort=-criticality`);
    const order = (body.items as { id: string }[]).map(({ id }) => ids.indexOf(id));
    expect(order).toEqual([2, 1, 3, 0, 4]);
  });
});

describe('what is owed, and by when', () => {
  let unitId: string;
  const told: Record<string, string> = {};
  /** Received, so that its answer is due so many days from today. */
  const owe = async (name: string, days: number, more = {}) => {
    const { id } = await logFeedback(agent, unitId, { kind: 'complaint', ...more });
    await program.within(tenant, (tx) =>
      tx.query('UPDATE feedback SET answer_by = current_date + $2::int WHERE id = $1', [id, days]),
    );
    told[name] = id;
  };
  const found = async (query: string) => {
    const { body } = await quality.call('GET', `/feedback?unitId=${unitId}&${query}`);
    const nameOf = Object.fromEntries(Object.entries(told).map(([name, id]) => [id, name]));
    return (body.items as { id: string }[]).map(({ id }) => nameOf[id]).join(' ');
  };

  beforeAll(async () => {
    const administrator = await program.member(tenant, 'administrator');
    unitId = (await addUnit(administrator, root, 'Échéances')).id;
    await owe('soon', 3);
    await owe('late', -9);
    await owe('far', 40);
    await owe('dismissed', -5);
    await owe('answered', -4);
    told['thanks'] = (await logFeedback(agent, unitId, { kind: 'compliment' })).id;
    await quality.call('PUT', `/feedback/${told['dismissed']}/dismissal`, { reason: 'Doublon' });
    await quality.call('POST', `/feedback/${told['answered']}/answers`, { body: 'Merci.' });
  });

  it.each([
    ['due=late', 'late'],
    ['due=week', 'soon'],
    ['sort=dueOn&pageSize=3', 'late soon far'],
  ])('%s', async (query, names) => expect(await found(query)).toBe(names));

  it('refuses a deadline that it does not know', async () => {
    const { body } = await quality.call('GET', '/feedback?due=never');
    expect(Object.keys(body.details.fields)).toEqual(['due']);
  });

  it('stands in each row, and only where something is owed', async () => {
    const { body } = await quality.call('GET', `/feedback?unitId=${unitId}`);
    const rows = body.items as { id: string; nextClock: { late: boolean } | null }[];
    const lateness = Object.fromEntries(rows.map(({ id, nextClock }) => [id, nextClock?.late]));
    expect(Object.entries(told).map(([name, id]) => [name, lateness[id]])).toEqual([
      ['soon', false],
      ['late', true],
      ['far', false],
      ['dismissed', undefined],
      ['answered', undefined],
      ['thanks', undefined],
    ]);
  });

  it('is at the top of the home of those who answer, and of nobody else', async () => {
    const lateAt = async (by: Signed) => (await by.call('GET', '/home')).body.late as object | null;
    expect(await lateAt(quality)).toMatchObject({ total: 1, items: [{ id: told['late'] }] });
    expect(await lateAt(manager)).toMatchObject({ total: 0 });
    expect(await lateAt(agent)).toBeNull();
  });

  it('is acknowledged by hand, once, and that can be taken back until the answer', async () => {
    const { id } = await logFeedback(agent, unitId, { channel: 'mail' });
    const acknowledge = (method: 'PUT' | 'DELETE', by = quality) =>
      by.call(method, `/feedback/${id}/acknowledgement`);
    expect((await acknowledge('DELETE')).body.code).toBe('feedback.acknowledgement_not_awaited');
    expect((await acknowledge('PUT', agent)).status).toBe(403);
    const given = await acknowledge('PUT');
    expect(given.body.clocks[0]).toMatchObject({ clock: 'acknowledgement', daysLeft: null });
    expect((await acknowledge('PUT')).status).toBe(409);
    const back = await acknowledge('DELETE');
    expect(back.body.clocks[0]).toMatchObject({ clock: 'acknowledgement', metOn: null });
    await acknowledge('PUT');
    const { body } = await quality.call('POST', `/feedback/${id}/answers`, { body: 'Merci.' });
    expect((await acknowledge('DELETE')).status).toBe(409);
    expect(body.history.map(({ verb }: { verb: string }) => verb)).toEqual([
      ...['feedback.receive', 'feedback.acknowledge', 'feedback.acknowledge_back'],
      ...['feedback.acknowledge', 'feedback.answer'],
    ]);
  });

  it('is not acknowledged where the channel did it on the spot', async () => {
    const { id } = await logFeedback(agent, unitId);
    expect((await quality.call('PUT', `/feedback/${id}/acknowledgement`)).status).toBe(409);
  });
});

describe('many at once', () => {
  let unitId: string;
  const change = (many: object, by = quality) => by.call('POST', '/feedback/batches', many);
  const undo = (id: string, by = quality) => by.call('DELETE', `/feedback/batches/${id}`);
  const read = async (id: string) =>
    (await quality.call('GET', `/feedback/${id}`)).body as FeedbackDto;
  const log = async (count: number) => {
    const ids: string[] = [];
    for (let nth = 0; nth < count; nth += 1) ids.push((await logFeedback(agent, unitId)).id);
    return ids;
  };

  beforeAll(async () => {
    const administrator = await program.member(tenant, 'administrator');
    unitId = (await addUnit(administrator, root, 'Par lots')).id;
  });

  it('are qualified in one stroke, and given back in one', async () => {
    const ids = await log(3);
    const rated = { themeId: theme, severity: 3, frequency: 4, answerOwnerId: quality.id };
    const { body } = await change({ ids, change: rated });
    expect(body).toMatchObject({ changed: 3, skipped: [] });
    expect(await read(ids[0] ?? '')).toMatchObject({
      ...{ state: 'qualified', criticality: 4, answerOwner: { id: quality.id } },
    });
    expect((await undo(body.id)).body).toMatchObject({ changed: 3, skipped: [] });
    const back = await read(ids[0] ?? '');
    expect(back).toMatchObject({ state: 'received', theme: null, criticality: null });
    const verbs = back.history.map(({ verb }: { verb: string }) => verb);
    expect(verbs).toEqual(['feedback.receive', 'feedback.qualify', 'feedback.undo']);
    expect((await undo(body.id)).body.code).toBe('batch.undone');
  });

  it('are dismissed with one reason, except those that the law keeps', async () => {
    const [first = '', second = '', third = ''] = await log(3);
    await quality.call('PUT', `/feedback/${second}/dismissal`, { reason: 'Déjà vu' });
    const ids = [first, second, third, '00000000-0000-4000-8000-000000000000'];
    const { body } = await change({ ids, change: { dismissal: 'Hors sujet' } });
    expect(body.changed).toBe(2);
    const { reference } = await read(second);
    expect(body.skipped).toEqual([
      { ...{ id: ids[3], reference: null, code: 'feedback.unknown' }, message: expect.any(String) },
      { ...{ id: second, reference, code: 'move.forbidden' }, message: expect.any(String) },
    ]);
    expect((await read(second)).dismissalReason).toBe('Déjà vu');
  });

  it('are given back only where nobody changed them since', async () => {
    const [first = '', second = ''] = await log(2);
    const { body } = await change({ ids: [first, second], change: { dismissal: 'Hors sujet' } });
    await quality.call('DELETE', `/feedback/${first}/dismissal`);
    const undone = await undo(body.id);
    expect(undone.body).toMatchObject({
      ...{ changed: 1, skipped: [{ id: first, code: 'batch.changed_since' }] },
    });
    expect((await read(second)).state).toBe('received');
  });

  it('still await what they lack: a theme alone qualifies nothing', async () => {
    const [id = ''] = await log(1);
    await change({ ids: [id], change: { themeId: theme } });
    expect(await read(id)).toMatchObject({ state: 'received', theme: { id: theme } });
    await change({ ids: [id], change: { severity: 1, frequency: 1 } });
    expect((await read(id)).state).toBe('qualified');
  });

  it('are all that the filters let through', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const own = (await addUnit(administrator, root, 'Filtrés')).id;
    for (const kind of ['complaint', 'complaint', 'anomaly'])
      await logFeedback(agent, own, { kind });
    const filters = { unitId: own, kind: 'complaint' };
    const { body } = await change({ filters, change: { dismissal: 'Hors sujet' } });
    expect(body.changed).toBe(2);
    const left = await quality.call('GET', `/feedback?unitId=${own}&state=received`);
    expect(left.body.total).toBe(1);
  });

  it.each([
    ['nobody', { ids: [], change: { dismissal: 'Hors sujet' } }, 'batch.nothing_chosen'],
    ['nothing', { filters: {}, change: {} }, 'batch.change_missing'],
    ['half a rating', { filters: {}, change: { severity: 2 } }, 'batch.change_missing'],
  ])('refuse to change %s', async (_, many, code) => {
    expect((await change(many)).body.code).toBe(code);
  });

  it('are not for an agent, nor undone by somebody else', async () => {
    const ids = await log(1);
    const many = { ids, change: { dismissal: 'Hors sujet' } };
    expect((await change(many, agent)).status).toBe(403);
    const { body } = await change(many);
    const other = await program.member(tenant, 'quality_manager');
    expect((await undo(body.id, other)).body.code).toBe('batch.unknown');
  });

  it('of another organisation are unknown', async () => {
    const ids = await log(1);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    const { body } = await change({ ids, change: { dismissal: 'Hors sujet' } }, stranger);
    expect(body).toMatchObject({ changed: 0, skipped: [{ reference: null }] });
  });

  it('changed twice at once, each is changed by one', async () => {
    const ids = await log(4);
    const many = { ids, change: { dismissal: 'Hors sujet' } };
    const answers = await Promise.all([change(many), change(many)]);
    expect(answers.map(({ body }) => body.changed as number).sort()).toEqual([0, 4]);
  });
});

describe('a saved view', () => {
  const save = (by: Signed, more = {}) =>
    by.call('POST', '/views', {
      ...{ room: 'feedback', name: 'À trier', query: 'state=received', ...more },
    });
  const names = async (by: Signed) =>
    ((await by.call('GET', '/views?room=feedback')).body as { name: string }[]).map(
      ({ name }) => name,
    );

  it('is mine alone, until it is shared with those who work beside me', async () => {
    const { body } = await save(manager);
    const [{ id }] = body;
    expect(await names(quality)).toEqual([]);
    await manager.call('PATCH', `/views/${id}`, { shared: true, name: 'Réclamations' });
    expect(await names(quality)).toEqual(['Réclamations']);
    const administrator = await program.member(tenant, 'administrator');
    const elsewhere = await addUnit(administrator, root, 'Loin');
    expect(await names(await program.member(tenant, 'manager', elsewhere.id))).toEqual([]);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect(await names(stranger)).toEqual([]);
    for (const by of [quality, stranger]) {
      expect((await by.call('DELETE', `/views/${id}`)).status).toBe(404);
    }
    const usual = await quality.call('PUT', `/views/${id}/usual`);
    expect(usual.body).toMatchObject([{ id, usual: true, mine: false, owner: manager.name }]);
    expect((await stranger.call('PUT', `/views/${id}/usual`)).status).toBe(404);
    expect((await manager.call('DELETE', `/views/${id}`)).body).toEqual([]);
    expect(await names(quality)).toEqual([]);
  });

  it('has a name of its own', async () => {
    await save(manager, { name: 'Deux' });
    expect((await save(manager, { name: 'Deux' })).body.code).toBe('view.exists');
    expect((await save(manager, { name: ' ' })).status).toBe(400);
    expect((await save(manager, { query: 'x'.repeat(2001) })).status).toBe(400);
  });
});
