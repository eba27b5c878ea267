import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import type { PlanDto } from '../../backend/plans/plans.dto.js';
import { addUnit, openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;
let root: string;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

const words = (more = {}) => ({
  ...{ title: 'Projet social', unitId: root, pilotId: quality.id },
  ...{ fromDay: '2026-01-01', toDay: '2028-12-31', ...more },
});
async function openPlan(more = {}, by = quality): Promise<PlanDto> {
  const { status, body } = await by.call('POST', '/plans', words(more));
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as PlanDto;
}
const objective = (wording: string) => ({ id: randomUUID(), wording });
const read = async (id: string, by = quality) =>
  (await by.call('GET', `/plans/${id}`)).body as PlanDto;
const place = (planId: string, actionId: string, where = {}, by = quality) =>
  by.call('PUT', `/plans/${planId}/actions/${actionId}`, where);
const inPlan = (planId: string, more = {}) =>
  openAction(quality, root, owner.id, { planId, ...more });

describe('a plan', () => {
  it('keeps its words and its objectives in their order', async () => {
    const objectives = [objective('Réduire l’attente'), objective('Mieux informer')];
    const told = {
      ...{ description: 'Trois ans', budget: 120_000.5, governance: 'Un comité par trimestre' },
      objectives,
    };
    const plan = await openPlan(told);
    expect(plan).toMatchObject({
      ...{ title: 'Projet social', fromDay: '2026-01-01', toDay: '2028-12-31', ...told },
      ...{ unit: { id: root }, pilot: { id: quality.id, name: quality.name }, version: 1 },
      ...{ actions: [], hidden: 0, mayWrite: true, history: [{ verb: 'plan.open' }] },
      progress: { percent: null, actions: 0 },
      reference: expect.stringMatching(/^P\d\d-/),
    });
  });

  it.each([
    ['that ends before it starts', { toDay: '2025-12-31' }, 'plan.ends_before_start'],
    ['without a title', { title: '   ' }, 'input.invalid'],
    ['whose budget is a debt', { budget: -1 }, 'input.invalid'],
    ['whose objective says nothing', { objectives: [objective('    ')] }, 'input.invalid'],
    ['led by nobody here', { pilotId: randomUUID() }, 'person.unknown'],
    ['on a day that is none', { fromDay: '2026-02-30' }, 'input.invalid'],
  ])('%s is refused', async (_, more, code) => {
    expect((await quality.call('POST', '/plans', words(more))).body.code).toBe(code);
  });

  it('changes, its objectives with it, and its actions stay when theirs is taken out', async () => {
    const [first, second] = [objective('Réduire l’attente'), objective('Mieux informer')];
    const { id, version } = await openPlan({ objectives: [first, second] });
    const action = await inPlan(id, { objectiveId: first.id });
    const kept = { ...second, wording: 'Informer plus tôt' };
    const added = objective('Ouvrir le samedi');
    const change = { version, ...words({ title: 'Projet 2026', objectives: [kept, added] }) };
    const { status, body } = await quality.call('PUT', `/plans/${id}`, change);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { title: 'Projet 2026', version: 2, objectives: [kept, added] },
    });
    expect(body.actions).toMatchObject([{ id: action.id, objectiveId: null }]);
    expect(body.history.at(-1)).toMatchObject({
      ...{ verb: 'plan.edit', details: { words: ['title', 'objectives'] } },
    });
  });

  it('loses nobody’s words when two people change it: the second is told what stands', async () => {
    const { id, version } = await openPlan();
    const mine = objective('Le mien');
    await quality.call('PUT', `/plans/${id}`, { version, ...words({ objectives: [mine] }) });
    const late = await quality.call('PUT', `/plans/${id}`, {
      ...{ version, ...words({ governance: 'La tienne' }) },
    });
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'plan.changed',
        details: { who: quality.name, current: { version: 2, governance: '', objectives: [mine] } },
      },
    });
  });

  it('of which nothing is changed keeps its version', async () => {
    const objectives = [objective('Réduire l’attente')];
    const { id, version } = await openPlan({ objectives });
    const { body } = await quality.call('PUT', `/plans/${id}`, {
      version,
      ...words({ objectives }),
    });
    expect(body).toMatchObject({ version, history: [{ verb: 'plan.open' }] });
  });

  it('does not take over the objective of another', async () => {
    const theirs = objective('Le leur');
    await openPlan({ objectives: [theirs] });
    const { status } = await quality.call('POST', '/plans', words({ objectives: [theirs] }));
    expect(status).toBe(409);
  });
});

describe('the actions of a plan', () => {
  it('come in, move, weigh and go; the history says so', async () => {
    const target = objective('Réduire l’attente');
    const { id } = await openPlan({ objectives: [target] });
    const action = await openAction(quality, root, owner.id);
    await place(id, action.id, { objectiveId: target.id, weight: 2.5 });
    expect((await read(id)).actions).toMatchObject([{ objectiveId: target.id, weight: 2.5 }]);
    // Moved without a word of its weight, it keeps it.
    expect((await place(id, action.id)).body.actions).toMatchObject([
      { objectiveId: null, weight: 2.5 },
    ]);
    const left = await quality.call('DELETE', `/plans/${id}/actions/${action.id}`);
    expect(left.body).toMatchObject({ actions: [] });
    const told = (await read(id)).history.map(({ verb }) => verb);
    expect(told).toEqual(['plan.open', 'plan.join', 'plan.place', 'plan.leave']);
    expect((await quality.call('GET', `/actions/${action.id}`)).body.plan).toBeNull();
  });

  it('may be opened in it, and tell it on their record and to the filter', async () => {
    const target = objective('Réduire l’attente');
    const { id, reference, title } = await openPlan({ objectives: [target] });
    const action = await inPlan(id, { objectiveId: target.id });
    expect(action.plan).toEqual({ id, reference, title, objective: target.wording });
    await openAction(quality, root, owner.id);
    const { body } = await quality.call('GET', `/actions?plan=${id}`);
    expect(body).toMatchObject({ total: 1, items: [{ id: action.id }] });
  });

  it('are under an objective of that very plan', async () => {
    const elsewhere = objective('Ailleurs');
    await openPlan({ objectives: [elsewhere] });
    const { id } = await openPlan();
    const action = await openAction(quality, root, owner.id);
    const placed = await place(id, action.id, { objectiveId: elsewhere.id });
    expect(placed).toMatchObject({ status: 400, body: { code: 'plan.objective_unknown' } });
    const sql = `UPDATE action SET plan_id = $1, objective_id = $2 WHERE id = $3`;
    await expect(
      program.within(tenant, (tx) => tx.query(sql, [id, elsewhere.id, action.id])),
    ).rejects.toMatchObject({ driverError: { constraint: 'objective_of_plan' } });
    await expect(
      program.within(tenant, (tx) => tx.query(sql, [null, elsewhere.id, action.id])),
    ).rejects.toMatchObject({ driverError: { constraint: 'objective_has_plan' } });
    await expect(
      program.within(tenant, (tx) =>
        tx.query('UPDATE action SET weight = 0 WHERE id = $1', [action.id]),
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'weight_is_positive' } });
  });

  it.each([0, -1, 1000.5, 0.001])('weigh more than %s', async (weight) => {
    const { id } = await openPlan();
    const { id: actionId } = await openAction(quality, root, owner.id);
    expect((await place(id, actionId, { weight })).status).toBe(400);
  });
});

describe('the figures of a plan', () => {
  it('are those of its law, on every action, by objective, and over what', async () => {
    const [first, second] = [objective('Réduire l’attente'), objective('Mieux informer')];
    const { id } = await openPlan({ objectives: [first, second], budget: 10_000 });
    const objectiveId = first.id;
    // 3 × 100 (done) + 1 × 40 (at work) + 1 × 0 (cancelled) + 2 × 0 (late) over 7: 48.57.
    const done = await inPlan(id, { objectiveId, cost: 1200.1 });
    await owner.call('POST', `/actions/${done.id}/progress`, { progress: 80, done: true });
    const atWork = await inPlan(id, { objectiveId, cost: 800.2 });
    await owner.call('POST', `/actions/${atWork.id}/progress`, { progress: 40 });
    const given = await inPlan(id, { objectiveId: second.id, cost: 9000 });
    await owner.call('POST', `/actions/${given.id}/progress`, { progress: 90 });
    const reason = { reason: 'Le local est vendu' };
    await quality.call('PUT', `/actions/${given.id}/cancellation`, reason);
    const late = await inPlan(id, { dueOn: '2026-01-15' });
    await place(id, done.id, { objectiveId, weight: 3 });
    await place(id, late.id, { weight: 2 });
    const plan = await read(id);
    expect(plan.progress).toEqual({ percent: 48, actions: 4, done: 1, cancelled: 1, late: 1 });
    expect(plan.objectives).toMatchObject([
      { progress: { percent: 85, actions: 2, done: 1 } },
      { progress: { percent: 0, actions: 1, cancelled: 1 } },
    ]);
    expect(plan.spending).toEqual({ engaged: 2000.3, withCost: 2, actions: 3 });
    expect(plan.actions.map((one) => one.id)).toEqual([late.id, atWork.id, done.id, given.id]);
    const { body } = await quality.call('GET', '/plans');
    expect(body.items.find((one: PlanDto) => one.id === id).progress).toEqual(plan.progress);
  });
});

describe('who sees a plan', () => {
  it('is whoever works in its unit or below; what they may not see is counted, not told', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const mine = await addUnit(administrator, root, 'Accueil');
    const theirs = await addUnit(administrator, root, 'Crèche');
    const [manager, other] = [
      await program.member(tenant, 'manager', mine.id),
      await program.member(tenant, 'manager', theirs.id),
    ];
    const whole = await openPlan();
    const action = await openAction(quality, mine.id, owner.id, { planId: whole.id });
    await openAction(quality, theirs.id, owner.id, { planId: whole.id });
    expect(await read(whole.id, manager)).toMatchObject({
      ...{ progress: { actions: 2 }, actions: [{ id: action.id }], hidden: 1, mayWrite: false },
    });
    const local = await openPlan({ unitId: mine.id }, manager);
    expect((await other.call('GET', `/plans/${local.id}`)).status).toBe(404);
    const { body } = await other.call('GET', '/plans?pageSize=100');
    const seen = body.items.map((one: PlanDto) => one.id);
    expect(seen).toContain(whole.id);
    expect(seen).not.toContain(local.id);
    const elsewhere = await other.call('POST', '/plans', words({ unitId: mine.id }));
    expect(elsewhere.status).toBe(403);
  });

  it('does not tell on the action’s record a plan that its reader may not see', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const { id: unitId } = await addUnit(administrator, root, 'Portage');
    const guest = await program.member(
      tenant,
      'agent',
      (await addUnit(administrator, root, 'Cuisine')).id,
    );
    const { id: planId } = await openPlan({ unitId });
    const { id } = await openAction(quality, unitId, guest.id, { planId });
    expect((await guest.call('GET', `/actions/${id}`)).body.plan).toBeNull();
  });

  it('is changed by its pilot, whatever their role, and by no other agent', async () => {
    const { id, version } = await openPlan({ pilotId: owner.id });
    const change = { version, ...words({ pilotId: owner.id, governance: 'Tous les mois' }) };
    expect((await owner.call('PUT', `/plans/${id}`, change)).body).toMatchObject({ version: 2 });
    const stranger = await program.member(tenant, 'agent');
    const theirs = await stranger.call('PUT', `/plans/${id}`, { ...change, version: 2 });
    expect(theirs.status).toBe(403);
    const { id: actionId } = await openAction(quality, root, owner.id);
    expect((await place(id, actionId, {}, stranger)).status).toBe(403);
    expect((await place(id, actionId, {}, owner)).status).toBe(200);
  });

  it('does not let an action be taken from a plan that one may not change', async () => {
    const theirs = await openPlan();
    const mine = await openPlan({ pilotId: owner.id });
    const { id: actionId } = await inPlan(theirs.id);
    expect(await place(mine.id, actionId, {}, owner)).toMatchObject({
      ...{ status: 409, body: { code: 'plan.action_elsewhere' } },
    });
    const byOwner = await openAction(quality, root, owner.id);
    expect((await place(mine.id, byOwner.id, {}, quality)).status).toBe(200);
    expect((await place(theirs.id, byOwner.id, {}, quality)).status).toBe(200);
    expect((await read(mine.id)).actions).toEqual([]);
  });

  it('ends at the wall between tenants', async () => {
    const { id } = await openPlan();
    const neighbours = await program.organization();
    const neighbour = await program.member(neighbours, 'quality_manager');
    expect((await neighbour.call('GET', `/plans/${id}`)).status).toBe(404);
    const theirs = await openAction(neighbour, neighbours.rootUnitId, neighbour.id);
    expect((await place(id, theirs.id)).status).toBe(404);
    const opened = await neighbour.call('POST', '/actions', {
      ...{ kind: 'corrective', title: 'Chez le voisin', unitId: neighbours.rootUnitId },
      ...{ ownerId: neighbour.id, dueOn: '2030-01-15', planId: id },
      origins: [{ kind: 'audit', reference: '3.12.1' }],
    });
    expect(opened.status).toBe(404);
  });

  it('are no elected officials', async () => {
    const { id } = await openPlan();
    const elected = await program.member(tenant, 'elected');
    expect((await elected.call('GET', '/plans')).status).toBe(403);
    expect((await elected.call('GET', `/plans/${id}`)).status).toBe(403);
  });
});

describe('the list of plans', () => {
  it('is narrowed by what is over, by unit and by words', async () => {
    const house = await program.organization();
    const lead = await program.member(house, 'manager');
    const [past, next] = await Promise.all(
      [
        { title: 'Plan ancien', fromDay: '2020-01-01', toDay: '2021-12-31' },
        { title: 'Évaluation', fromDay: '2026-01-01', toDay: '2099-12-31' },
      ].map(async (more) => {
        const plan = { ...more, unitId: house.rootUnitId, pilotId: lead.id };
        return (await lead.call('POST', '/plans', plan)).body as PlanDto;
      }),
    );
    const titles = async (query: string) => {
      const { body } = await lead.call('GET', `/plans${query}`);
      return (body.items as PlanDto[]).map(({ id }) => id);
    };
    expect(await titles('')).toEqual([next?.id, past?.id]);
    expect(await titles('?status=running')).toEqual([next?.id]);
    expect(await titles('?status=over')).toEqual([past?.id]);
    expect(await titles('?q=evaluation')).toEqual([next?.id]);
    expect(await titles(`?unitId=${house.rootUnitId}`)).toHaveLength(2);
  });
});
