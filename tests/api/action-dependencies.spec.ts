import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
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

const open = (more = {}) => openAction(quality, root, owner.id, more);
const three = async () => [await open(), await open(), await open()] as const;
const follow = (id: string, before: string, by = quality) =>
  by.call('PUT', `/actions/${id}/predecessors/${before}`);
const insert = (actionId: string, afterId: string) =>
  program.within(tenant, (tx) =>
    tx.query(`INSERT INTO action_dependency (action_id, after_id) VALUES ($1, $2)`, [
      actionId,
      afterId,
    ]),
  );

describe('an action that comes after another', () => {
  it('is told on both, with what contradicts itself', async () => {
    const first = await open({ title: 'Choisir le fournisseur', dueOn: '2030-03-31' });
    const second = await open({ startOn: '2030-03-01', dueOn: '2030-06-30' });
    const { status, body } = await follow(second.id, first.id);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        before: [{ id: first.id, title: 'Choisir le fournisseur', clash: true }],
        ...{ after: [], mayChange: true },
      },
    });
    const seen = await quality.call('GET', `/actions/${first.id}/neighbours`);
    expect(seen.body).toMatchObject({ before: [], after: [{ id: second.id, clash: true }] });
    const record = await quality.call('GET', `/actions/${second.id}`);
    expect(record.body.history.at(-1)).toMatchObject({
      ...{ verb: 'action.follow', details: { reference: first.reference } },
    });
    const drawn = await quality.call('GET', '/actions/drawn');
    expect(drawn.body.dependencies).toEqual([{ actionId: second.id, afterId: first.id }]);
  });

  it('told twice is told once; taken away, it is gone', async () => {
    const [a, b] = await three();
    await follow(b.id, a.id);
    expect((await follow(b.id, a.id)).body.before).toHaveLength(1);
    const gone = await quality.call('DELETE', `/actions/${b.id}/predecessors/${a.id}`);
    expect(gone).toMatchObject({ status: 200, body: { before: [] } });
    const { body } = await quality.call('GET', `/actions/${b.id}`);
    expect(body.history.map(({ verb }: { verb: string }) => verb)).toEqual([
      ...['action.open', 'action.follow', 'action.unfollow'],
    ]);
  });

  it('never comes after itself, however long the way round', async () => {
    const [a, b, c] = await three();
    expect((await follow(a.id, a.id)).body.code).toBe('action.dependency_circle');
    await follow(b.id, a.id);
    await follow(c.id, b.id);
    expect(await follow(a.id, c.id)).toMatchObject({
      ...{ status: 409, body: { code: 'action.dependency_circle' } },
    });
    expect((await follow(c.id, a.id)).status).toBe(200);
  });

  it('is said by whoever may change it, its owner too', async () => {
    const [a, b] = await three();
    const other = await program.member(tenant, 'agent');
    expect((await follow(b.id, a.id, other)).status).toBe(403);
    expect((await follow(b.id, a.id, owner)).status).toBe(200);
    const { body } = await other.call('GET', `/actions/${b.id}/neighbours`);
    expect(body).toMatchObject({ mayChange: false, before: [{ id: a.id }] });
  });

  it('tells nobody of an action that they may not see', async () => {
    const administrator = await program.member(tenant, 'administrator');
    const desk = (await addUnit(administrator, root, 'Accueil')).id;
    const lead = await program.member(tenant, 'manager', desk);
    const hidden = await open();
    const own = await openAction(quality, desk, lead.id);
    await follow(own.id, hidden.id);
    const { body } = await lead.call('GET', `/actions/${own.id}/neighbours`);
    expect(body.before).toEqual([]);
    expect((await follow(own.id, (await open()).id, lead)).status).toBe(404);
    const stranger = await program.member(await program.organization(), 'quality_manager');
    expect((await follow(own.id, hidden.id, stranger)).status).toBe(404);
  });
});

describe('the database', () => {
  it('refuses a circle written past the program', async () => {
    const [a, b, c] = await three();
    await insert(b.id, a.id);
    await insert(c.id, b.id);
    await expect(insert(a.id, c.id)).rejects.toThrow('would come after itself');
    await expect(insert(a.id, a.id)).rejects.toThrow('would come after itself');
  });

  it('refuses one that two people close at the same moment', async () => {
    const pairs = await Promise.all(Array.from({ length: 6 }, () => three()));
    const ends = pairs.map(async ([a, b]) => {
      const both = await Promise.all([follow(a.id, b.id), follow(b.id, a.id)]);
      return both.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort();
    });
    for (const told of await Promise.all(ends)) {
      expect(told).toEqual(['200 ', '409 action.dependency_circle']);
    }
  });

  it('ties no action of another organisation', async () => {
    const elsewhere = await program.organization();
    const there = await program.member(elsewhere, 'quality_manager');
    const foreign = await openAction(there, elsewhere.rootUnitId, there.id);
    await expect(insert((await open()).id, foreign.id)).rejects.toThrow('foreign key');
  });
});
