import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
