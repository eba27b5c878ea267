import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { logFeedback, openAction } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let owner: Signed;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  owner = await program.member(tenant, 'agent');
});
afterAll(() => program.close());

/** SQL that no service wrote, in one transaction, as the program's own role. */
const sql = (...statements: [string, unknown[]?][]) =>
  program.within(tenant, async (tx) => {
    for (const [statement, parameters] of statements) await tx.query(statement, parameters);
  });
const open = () => openAction(quality, tenant.rootUnitId, owner.id) as Promise<{ id: string }>;

const insertAction = (id: string): [string, unknown[]] => [
  `INSERT INTO action (id, reference, kind, title, unit_id, owner_id, due_on, created_by)
   VALUES ($1::uuid, $1::text, 'corrective', 'Sans origine', $2, $3, '2030-01-01', $4)`,
  [id, tenant.rootUnitId, owner.id, quality.id],
];
const insertOrigin = (actionId: string): [string, unknown[]] => [
  `INSERT INTO origin (id, action_id, kind, reference) VALUES ($1, $2, 'audit', '3.12.1')`,
  [randomUUID(), actionId],
];

describe('the database refuses', () => {
  it('an action without an origin, at the end of the transaction', async () => {
    await expect(sql(insertAction(randomUUID()))).rejects.toMatchObject({
      driverError: { constraint: 'action_has_origin' },
    });
    const id = randomUUID();
    await expect(sql(insertAction(id), insertOrigin(id))).resolves.toBeUndefined();
  });

  it('to take an action its last origin', async () => {
    const { id } = await open();
    const removal: [string, unknown[]] = ['DELETE FROM origin WHERE action_id = $1', [id]];
    await expect(sql(removal)).rejects.toMatchObject({
      driverError: { constraint: 'action_has_origin' },
    });
    await expect(sql(removal, insertOrigin(id))).resolves.toBeUndefined();
  });

  it('to hand an action’s last origin to another', async () => {
    const [from, to] = [await open(), await open()];
    await expect(
      sql(['UPDATE origin SET action_id = $1 WHERE action_id = $2', [to.id, from.id]]),
    ).rejects.toMatchObject({ driverError: { constraint: 'action_has_origin' } });
  });

  it('an origin that says nothing', async () => {
    const { id } = await open();
    const nothing = `INSERT INTO origin (id, action_id, kind) VALUES (gen_random_uuid(), $1, 'feedback')`;
    await expect(sql([nothing, [id]])).rejects.toMatchObject({
      driverError: { constraint: 'origin_says_what' },
    });
  });

  it.each([
    [`state = 'verified', done_on = '2026-01-01'`, 'verified_has_verdict'],
    [`verdict = 'effective', verdict_by = owner_id`, 'verdict_not_by_owner'],
    [`verifier_id = owner_id`, 'verifier_not_owner'],
    [`state = 'done'`, 'done_has_day'],
    [`state = 'cancelled'`, 'cancelled_has_reason'],
    [`progress = 101`, 'action_progress_check'],
  ])('an action with %s', async (assignment, constraint) => {
    const { id } = await open();
    const update = `UPDATE action SET ${assignment} WHERE id = $1`;
    await expect(sql([update, [id]])).rejects.toMatchObject({ driverError: { constraint } });
  });

  describe('a closed feedback with an open action', () => {
    const closing = `UPDATE feedback SET state = 'closed' WHERE id = $1`;
    const refused = { driverError: { constraint: 'closed_is_settled' } };

    it('when it is closed', async () => {
      const feedback = await logFeedback(owner, tenant.rootUnitId);
      await openAction(quality, tenant.rootUnitId, owner.id, { feedbackId: feedback.id });
      await expect(sql([closing, [feedback.id]])).rejects.toMatchObject(refused);
    });

    it('when the action opens again', async () => {
      const feedback = await logFeedback(owner, tenant.rootUnitId);
      const { id } = await openAction(quality, tenant.rootUnitId, owner.id, {
        feedbackId: feedback.id,
      });
      await sql(
        [`UPDATE action SET state = 'done', done_on = '2026-01-01' WHERE id = $1`, [id]],
        [closing, [feedback.id]],
      );
      const resumed = sql([`UPDATE action SET state = 'in_progress' WHERE id = $1`, [id]]);
      await expect(resumed).rejects.toMatchObject(refused);
    });

    it('when the two are linked', async () => {
      const feedback = await logFeedback(owner, tenant.rootUnitId);
      const { id } = await open();
      await sql([closing, [feedback.id]]);
      const link = `INSERT INTO origin (id, action_id, kind, feedback_id)
                    VALUES (gen_random_uuid(), $1, 'feedback', $2)`;
      await expect(sql([link, [id, feedback.id]])).rejects.toMatchObject(refused);
    });
  });

  it.each([`UPDATE journal SET verb = 'x'`, 'DELETE FROM journal', 'TRUNCATE journal'])(
    'to rewrite the journal: %s',
    async (statement) => {
      await expect(sql([statement])).rejects.toThrow('permission denied for table journal');
    },
  );
});

describe('a gate of the database is told as the law tells it', () => {
  it('an action without an origin', async () => {
    const plan = { kind: 'corrective', title: 'Sans origine', dueOn: '2030-01-01', origins: [] };
    const place = { unitId: tenant.rootUnitId, ownerId: owner.id };
    const { status, body } = await quality.call('POST', '/actions', { ...plan, ...place });
    expect([status, body.code]).toEqual([400, 'action.origin_missing']);
    expect(body.message).toMatch(/origine/);
  });

  it.each([
    ['names no feedback', [{ kind: 'feedback' }]],
    ['names no finding', [{ kind: 'audit' }]],
    ['names both', [{ kind: 'audit', feedbackId: randomUUID() }]],
  ])('an origin that %s', async (_, origins) => {
    const plan = { kind: 'corrective', title: 'Sans origine', dueOn: '2030-01-01', origins };
    const place = { unitId: tenant.rootUnitId, ownerId: owner.id };
    const { status, body } = await quality.call('POST', '/actions', { ...plan, ...place });
    expect([status, body.code]).toEqual([400, 'action.origin_missing']);
  });

  it('the same feedback named twice is one origin', async () => {
    const { id: feedbackId } = await logFeedback(owner, tenant.rootUnitId);
    const origin = { kind: 'feedback', feedbackId };
    const action = await openAction(quality, tenant.rootUnitId, owner.id, {
      origins: [origin, origin],
    });
    expect(action.origins).toHaveLength(1);
  });

  it('an owner who would verify', async () => {
    const plan = { kind: 'corrective', title: 'Juge', dueOn: '2030-01-01', verifierId: owner.id };
    const { status, body } = await quality.call('POST', '/actions', {
      ...{ ...plan, unitId: tenant.rootUnitId, ownerId: owner.id },
      origins: [{ kind: 'audit', reference: '3.12.1' }],
    });
    expect([status, body.code]).toEqual([400, 'action.verifier_is_owner']);
  });
});
