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
