import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { logFeedback, openAction, stored } from '../support/deeds.js';
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

const disown = `UPDATE action SET disowned_on = '2026-01-01', disowned_note = 'Non' WHERE id = $1`;

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
    [`state = 'cancelled', cancel_reason = '  '`, 'cancelled_has_reason'],
    [`verdict = 'effective', verdict_note = 'Vu'`, 'verdict_has_author'],
    [`start_on = '2030-01-16'`, 'starts_before_due'],
    [`disowned_on = '2026-01-01'`, 'disowned_has_note'],
    [`disowned_note = 'Pas à moi'`, 'disowned_has_note'],
    [`progress = 101`, 'action_progress_check'],
  ])('an action with %s', async (assignment, constraint) => {
    const { id } = await open();
    const update = `UPDATE action SET ${assignment} WHERE id = $1`;
    await expect(sql([update, [id]])).rejects.toMatchObject({ driverError: { constraint } });
  });

  it.each([
    [`state = 'done', done_on = '2026-01-01'`],
    [`state = 'cancelled', cancel_reason = 'Non'`],
  ])('to disown what is over: %s', async (over) => {
    const { id } = await open();
    await sql([`UPDATE action SET ${over} WHERE id = $1`, [id]]);
    await expect(sql([disown, [id]])).rejects.toMatchObject({
      driverError: { constraint: 'disowned_is_open' },
    });
  });

  describe('a closed feedback with an open action', () => {
    const closing = `UPDATE feedback SET state = 'closed' WHERE id = $1`;
    const decided = `UPDATE feedback SET state = 'closed', decision = 'Dit' WHERE id = $1`;
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
      await sql([decided, [feedback.id]]);
      const link = `INSERT INTO origin (id, action_id, kind, feedback_id)
                    VALUES (gen_random_uuid(), $1, 'feedback', $2)`;
      await expect(sql([link, [id, feedback.id]])).rejects.toMatchObject(refused);
    });
  });

  describe('a closed feedback for which nothing was done', () => {
    const closing = `UPDATE feedback SET state = 'closed' WHERE id = $1`;
    const decided = `UPDATE feedback SET decision = 'Vu avec la famille' WHERE id = $1`;
    const done = `UPDATE action SET state = 'done', done_on = '2026-01-01' WHERE id = $1`;
    const cancelled = `UPDATE action SET state = 'cancelled', cancel_reason = 'Non' WHERE id = $1`;
    const refused = { driverError: { constraint: 'settled_has_outcome' } };
    const withAction = async (): Promise<[feedback: string, action: string]> => {
      const feedback = await logFeedback(owner, tenant.rootUnitId);
      const action = await openAction(quality, tenant.rootUnitId, owner.id, {
        feedbackId: feedback.id,
      });
      return [feedback.id, action.id];
    };

    it('when it is closed with no action, or with a cancelled one only', async () => {
      const { id } = await logFeedback(owner, tenant.rootUnitId);
      await expect(sql([closing, [id]])).rejects.toMatchObject(refused);
      const [feedback, action] = await withAction();
      const stopped = sql([cancelled, [action]], [closing, [feedback]]);
      await expect(stopped).rejects.toMatchObject(refused);
      const blank = `UPDATE feedback SET decision = ' ' WHERE id = $1`;
      const unsaid = sql([cancelled, [action]], [blank, [feedback]], [closing, [feedback]]);
      await expect(unsaid).rejects.toMatchObject(refused);
      await sql([cancelled, [action]], [decided, [feedback]], [closing, [feedback]]);
    });

    it('when its action, or the decision, is taken from it afterwards', async () => {
      const [feedback, action] = await withAction();
      await sql([done, [action]], [closing, [feedback]]);
      await expect(sql([cancelled, [action]])).rejects.toMatchObject(refused);
      const link = `DELETE FROM origin WHERE feedback_id = $1`;
      const unlinked = sql(insertOrigin(action), [link, [feedback]]);
      await expect(unlinked).rejects.toMatchObject(refused);
      const { id } = await logFeedback(owner, tenant.rootUnitId);
      await sql([decided, [id]], [closing, [id]]);
      const unsaid = sql(['UPDATE feedback SET decision = NULL WHERE id = $1', [id]]);
      await expect(unsaid).rejects.toMatchObject(refused);
    });

    it('but for what was done for somebody who joined it', async () => {
      const [said, action] = await withAction();
      const { id } = await logFeedback(owner, tenant.rootUnitId);
      const join = `UPDATE feedback SET state = 'duplicate', duplicate_of = $2 WHERE id = $1`;
      await sql([join, [said, id]], [done, [action]], [closing, [id]]);
      await expect(sql([cancelled, [action]])).rejects.toMatchObject(refused);
    });
  });

  it('that what did not work is over, but for an action that takes over from it', async () => {
    const [{ id }, next] = [await open(), await open()];
    const judge = `UPDATE action SET state = 'verified', done_on = '2026-01-01',
      verdict = 'ineffective', verdict_by = $2 WHERE id = $1`;
    await expect(sql([judge, [id, quality.id]])).rejects.toMatchObject({
      driverError: { constraint: 'ineffective_goes_on' },
    });
    const take = 'UPDATE action SET successor_of = $2 WHERE id = $1';
    await sql([judge, [id, quality.id]], [take, [next.id, id]]);
  });

  it('to make an owner of whoever judged', async () => {
    const { id } = await open();
    const judge = `UPDATE action SET state = 'verified', done_on = '2026-01-01',
      verdict = 'effective', verdict_by = $2 WHERE id = $1`;
    await sql([judge, [id, quality.id]]);
    const handed = sql(['UPDATE action SET owner_id = $2 WHERE id = $1', [id, quality.id]]);
    await expect(handed).rejects.toMatchObject({
      driverError: { constraint: 'verdict_not_by_owner' },
    });
  });

  describe('a due date that moves without a reason', () => {
    const move = `UPDATE action SET due_on = $2 WHERE id = $1`;
    const refused = { driverError: { constraint: 'due_date_has_reason' } };
    /** A request, settled at once by somebody else unless said. */
    const deferral = (action: string, from: string, to: string, more = {}): [string, unknown[]] => {
      const row = {
        ...{ id: randomUUID(), action_id: action, from_day: from, to_day: to, reason: 'Rupture' },
        ...{ asked_by: owner.id, asked_at: '2026-01-01', state: 'granted' },
        ...{ decided_by: quality.id, decided_at: '2026-01-02', ...more },
      };
      const places = Object.keys(row).map((_, index) => `$${index + 1}`);
      return [
        `INSERT INTO deferral (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row),
      ];
    };
    const [due, later, latest] = ['2030-01-15', '2030-02-15', '2030-03-15'] as const;
    const asking = { state: 'asked', decided_by: null, decided_at: null };

    it('at the end of the transaction, whichever comes first', async () => {
      const [first, second] = [await open(), await open()];
      await expect(sql([move, [first.id, later]])).rejects.toMatchObject(refused);
      await sql([move, [first.id, later]], deferral(first.id, due, later));
      await sql(deferral(second.id, due, later), [move, [second.id, later]]);
    });

    it.each([
      ['from another day', (id: string) => deferral(id, '2030-01-14', later)],
      ['to another day', (id: string) => deferral(id, due, latest)],
      ['only asked for', (id: string) => deferral(id, due, later, asking)],
      [
        'refused',
        (id: string) => deferral(id, due, later, { state: 'refused', decision_note: 'Non' }),
      ],
    ])('for one %s', async (_, reason) => {
      const { id } = await open();
      await expect(sql(reason(id), [move, [id, later]])).rejects.toMatchObject(refused);
    });

    it('for that of another action, or of another day', async () => {
      const [mine, other] = [await open(), await open()];
      const borrowed = sql(deferral(other.id, due, later), [move, [mine.id, later]]);
      await expect(borrowed).rejects.toMatchObject(refused);
      await sql(deferral(mine.id, due, later), [move, [mine.id, later]]);
      await sql(deferral(mine.id, later, due), [move, [mine.id, due]]);
      await expect(sql([move, [mine.id, later]])).rejects.toMatchObject(refused);
    });

    it.each([
      [{ decided_by: null }, 'deferral_has_decision'],
      [{ state: 'asked' }, 'deferral_has_decision'],
      [{ state: 'refused' }, 'refused_has_note'],
      [{ state: 'refused', decision_note: ' ' }, 'refused_has_note'],
      [{ reason: ' ' }, 'deferral_reason_check'],
      [{ to_day: '2030-01-15' }, 'deferral_moves'],
    ])('a request with %o', async (more, constraint) => {
      const { id } = await open();
      const inserted = sql(deferral(id, due, later, more));
      await expect(inserted).rejects.toMatchObject({ driverError: { constraint } });
    });

    it('a decision by whoever asked', async () => {
      const { id } = await open();
      const own = { driverError: { constraint: 'deferral_not_by_asker' } };
      const mine = { decided_by: owner.id };
      await expect(sql(deferral(id, due, later, mine))).rejects.toMatchObject(own);
      const no = { ...mine, state: 'refused', decision_note: 'Non', decided_at: '2026-01-01' };
      await expect(sql(deferral(id, due, later, no))).rejects.toMatchObject(own);
      await sql(deferral(id, due, later, asking));
      const granting = `UPDATE deferral SET state = 'granted', decided_by = $2, decided_at = now()
        WHERE action_id = $1`;
      await expect(sql([granting, [id, owner.id]])).rejects.toMatchObject(own);
      await sql([granting, [id, quality.id]]);
    });

    it('a second request while one waits, and a second decision', async () => {
      const { id } = await open();
      await sql(deferral(id, due, later, asking));
      await expect(sql(deferral(id, due, latest, asking))).rejects.toMatchObject({
        driverError: { constraint: 'deferral_is_asked_once' },
      });
      const refusing = `UPDATE deferral SET state = 'refused', decided_by = $2, decided_at = now(),
        decision_note = 'Non' WHERE action_id = $1`;
      await sql([refusing, [id, quality.id]]);
      await expect(sql([refusing, [id, quality.id]])).rejects.toMatchObject({
        driverError: { constraint: 'deferral_is_settled_once' },
      });
    });

    it.each(['DELETE FROM deferral', `UPDATE deferral SET reason = 'x'`, 'TRUNCATE deferral'])(
      'to rewrite how it moved: %s',
      async (statement) => {
        await expect(sql([statement])).rejects.toThrow('permission denied for table deferral');
      },
    );
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

  it('an owner who gave the verdict that stands', async () => {
    const { id, kind, title } = await openAction(quality, tenant.rootUnitId, owner.id);
    await owner.call('POST', `/actions/${id}/progress`, { progress: 100, done: true });
    await quality.call('PUT', `/actions/${id}/verdict`, { verdict: 'effective', note: 'Vu ici' });
    const words = { version: 1, kind, title, unitId: tenant.rootUnitId, ownerId: quality.id };
    const { status, body } = await quality.call('PUT', `/actions/${id}`, words);
    expect([status, body.code]).toEqual([409, 'action.owner_gave_verdict']);
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

describe('that an owner disowned an action', () => {
  const disowned = async (id: string) => {
    const query = 'SELECT disowned_on, disowned_note FROM action WHERE id = $1';
    const [row] = await stored(program, tenant, query, [id]);
    return row;
  };
  const itself = { disowned_on: '2026-01-01', disowned_note: 'Non' };

  it.each([
    ['somebody else takes it over', 'owner_id = $2'],
    ['it is done', `state = 'done', done_on = '2026-01-01'`],
    ['it is cancelled', `state = 'cancelled', cancel_reason = 'Non'`],
    [
      'it is done and disowned in one breath',
      `state = 'done', done_on = '2026-01-01', disowned_on = '2026-01-02', disowned_note = 'Non'`,
    ],
    [
      'somebody else takes it over and disowns it in one breath',
      `owner_id = $2, disowned_on = '2026-01-02', disowned_note = 'Non'`,
    ],
  ])('ends when %s', async (_, assignment) => {
    const { id } = await open();
    await sql([disown, [id]]);
    expect(await disowned(id)).toEqual(itself);
    const others = assignment.includes('$2') ? [quality.id] : [];
    await sql([`UPDATE action SET ${assignment} WHERE id = $1`, [id, ...others]]);
    expect(await disowned(id)).toEqual({ disowned_on: null, disowned_note: null });
  });

  it.each([
    ['it is begun', `state = 'in_progress'`],
    ['its owner is written again', 'owner_id = owner_id'],
    ['its words change', `title = 'Autrement', progress = 40`],
  ])('stays when %s', async (_, assignment) => {
    const { id } = await open();
    await sql([disown, [id]], [`UPDATE action SET ${assignment} WHERE id = $1`, [id]]);
    expect(await disowned(id)).toEqual(itself);
  });
});
