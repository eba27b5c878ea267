import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  actionLifecycle,
  actionStates,
  type ActionMove,
  type ActionState,
} from '../../backend/domain/action.js';
import {
  deferralLifecycle,
  deferralStates,
  type DeferralMove,
  type DeferralState,
} from '../../backend/domain/deferral.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { openProgram, type Program, type Signed } from '../support/program.js';
import { walk, type Walk } from '../support/walk.js';

/** The owner and the verifier are agents; the stranger leads another organisation. */
const people = [
  ...(['agent', 'manager', 'quality', 'elected', 'administrator'] as const),
  ...(['owner', 'verifier', 'stranger'] as const),
] as const;
type Who = (typeof people)[number];

let program: Program;
let tenant: OpenedOrganization;
let signed: Record<Who, Signed>;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  signed = {
    agent: await program.member(tenant, 'agent'),
    manager: await program.member(tenant, 'manager'),
    quality: await program.member(tenant, 'quality_manager'),
    elected: await program.member(tenant, 'elected'),
    administrator: await program.member(tenant, 'administrator'),
    owner: await program.member(tenant, 'agent'),
    verifier: await program.member(tenant, 'agent'),
    stranger: await program.member(await program.organization(), 'quality_manager'),
  };
});
afterAll(() => program.close());

const rows = <Row>(query: string, parameters: unknown[]) =>
  program.within(tenant, (tx) => tx.query<Row[]>(query, parameters));

/** Actions in a state, as SQL writes them. */
async function actions(state: ActionState, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await program.within(tenant, async (tx) => {
    await tx.query(
      `INSERT INTO action (id, reference, kind, title, unit_id, owner_id, verifier_id, due_on,
           created_by, state, done_on, verdict, verdict_by, cancel_reason)
         SELECT id, id::text, 'corrective', 'Réparer', $2, $3, $4, '2030-01-15', $5, $6::text,
                CASE WHEN $6 IN ('done', 'verified') THEN current_date END,
                CASE WHEN $6 = 'verified' THEN 'effective' END,
                CASE WHEN $6 = 'verified' THEN $5::uuid END,
                CASE WHEN $6 = 'cancelled' THEN 'Sans objet' END
           FROM unnest($1::uuid[]) AS id`,
      [ids, tenant.rootUnitId, signed.owner.id, signed.verifier.id, signed.quality.id, state],
    );
    await tx.query(
      `INSERT INTO origin (id, action_id, kind, reference)
         SELECT gen_random_uuid(), id, 'audit', '3.12.1' FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
  });
  return ids;
}

describe('an action, by whoever tries what', () => {
  // agent, manager, quality, elected, administrator; owner, verifier, stranger
  const reports = '403 201 201 404 403 201 403 404';
  const noReport = '403 409 409 404 403 409 403 404';
  const judges = '403 200 200 404 403 403 200 404';
  const noVerdict = '403 409 409 404 403 403 409 404';
  const succeeds = '403 201 201 403 403 403 403 404';
  const noSuccessor = '403 409 409 403 403 403 403 404';
  const cancels = '403 200 200 403 403 403 403 404';
  const noCancel = '403 409 409 403 403 403 403 404';

  const table: Walk<ActionState, ActionMove> = {
    planned: {
      start: [reports, 'in_progress'],
      finish: [reports, 'done'],
      verify: [noVerdict],
      resume: [noVerdict],
      succeed: [noSuccessor],
      cancel: [cancels, 'cancelled'],
    },
    in_progress: {
      // What goes on is told in the same way as what begins.
      start: [reports],
      finish: [reports, 'done'],
      verify: [noVerdict],
      resume: [noVerdict],
      succeed: [noSuccessor],
      cancel: [cancels, 'cancelled'],
    },
    done: {
      start: [noReport],
      finish: [noReport],
      verify: [judges, 'verified'],
      resume: [judges, 'in_progress'],
      succeed: [succeeds, 'verified'],
      cancel: [noCancel],
    },
    verified: {
      start: [noReport],
      finish: [noReport],
      verify: [noVerdict],
      resume: [noVerdict],
      succeed: [noSuccessor],
      cancel: [noCancel],
    },
    cancelled: {
      start: [noReport],
      finish: [noReport],
      verify: [noVerdict],
      resume: [noVerdict],
      succeed: [noSuccessor],
      cancel: [noCancel],
    },
  };

  const progress = (id: string) => ['POST', `/actions/${id}/progress`] as const;
  const verdict = (id: string) => ['PUT', `/actions/${id}/verdict`] as const;
  const note = 'Vu sur place';
  const successor = () => ({
    ...{ title: 'Réparer mieux', dueOn: '2030-03-15', ownerId: signed.owner.id },
  });

  walk(table, {
    initial: actionLifecycle.initial,
    people,
    signed: () => signed,
    build: actions,
    make: (move, id, by) =>
      ({
        start: () => by.call(...progress(id), { progress: 30 }),
        finish: () => by.call(...progress(id), { progress: 100, done: true }),
        verify: () => by.call(...verdict(id), { verdict: 'effective', note }),
        resume: () => by.call(...verdict(id), { verdict: 'ineffective', note }),
        succeed: () => by.call('POST', `/actions/${id}/successor`, { ...successor(), note }),
        cancel: () => by.call('PUT', `/actions/${id}/cancellation`, { reason: note }),
      })[move](),
    stateOf: async (ids) => {
      const query = `SELECT state FROM action JOIN unnest($1::uuid[]) WITH ORDINALITY AS asked(id, rank)
        USING (id) ORDER BY rank`;
      return (await rows<{ state: ActionState }>(query, [ids])).map(({ state }) => state);
    },
  });

  it('has been tried whole', () => {
    expect(Object.keys(table)).toEqual([...actionStates]);
    const moves = Object.keys(actionLifecycle.moves);
    expect(Object.values(table).map((tried) => Object.keys(tried))).toEqual(
      actionStates.map(() => moves),
    );
  });
});

describe('a request for a later due date, by whoever tries what', () => {
  const decides = '403 200 200 403 403 403 403 404';
  const noDecision = '403 409 409 403 403 403 403 404';
  const withdraws = '403 403 403 404 403 200 403 404';
  const noWithdrawal = '403 403 403 404 403 409 403 404';
  const over = { grant: [noDecision], refuse: [noDecision], withdraw: [noWithdrawal] } as const;

  const table: Walk<DeferralState, DeferralMove> = {
    asked: {
      grant: [decides, 'granted'],
      refuse: [decides, 'refused'],
      withdraw: [withdraws, 'withdrawn'],
    },
    granted: over,
    refused: over,
    withdrawn: over,
  };

  /** Which action each request is about. */
  const subjects = new Map<string, string>();
  const address = (id: string) => `/actions/${subjects.get(id)}/deferrals/${id}`;

  walk(table, {
    initial: deferralLifecycle.initial,
    people,
    signed: () => signed,
    build: async (state, count) => {
      const ids = await actions('in_progress', count);
      const query = `INSERT INTO deferral (id, action_id, from_day, to_day, reason, asked_by,
          asked_at, state, decided_by, decided_at, decision_note)
        SELECT gen_random_uuid(), action_id, '2030-01-15', '2030-02-15', 'Rupture', $2,
               '2026-01-01', $3::text, CASE WHEN $3 <> 'asked' THEN $4::uuid END,
               CASE WHEN $3 <> 'asked' THEN now() END, 'Dit'
          FROM unnest($1::uuid[]) AS action_id RETURNING id, action_id`;
      const { owner, quality } = signed;
      const made = await rows<{ id: string; action_id: string }>(query, [
        ...[ids, owner.id, state, quality.id],
      ]);
      for (const { id, action_id } of made) subjects.set(id, action_id);
      return made.map(({ id }) => id);
    },
    make: (move, id, by) =>
      move === 'withdraw'
        ? by.call('DELETE', address(id))
        : by.call('PUT', `${address(id)}/decision`, { decision: move, note: 'Vu avec l’équipe' }),
    stateOf: async (ids) => {
      const query = `SELECT state FROM deferral JOIN unnest($1::uuid[]) WITH ORDINALITY
        AS asked(id, rank) USING (id) ORDER BY rank`;
      return (await rows<{ state: DeferralState }>(query, [ids])).map(({ state }) => state);
    },
  });

  it('has been tried whole', () => {
    expect(Object.keys(table)).toEqual([...deferralStates]);
    expect(Object.keys(table.asked)).toEqual(Object.keys(deferralLifecycle.moves));
  });
});
