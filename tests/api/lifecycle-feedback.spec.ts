import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  analysisLifecycle,
  analysisStates,
  type AnalysisMove,
  type AnalysisState,
} from '../../backend/domain/analysis.js';
import {
  feedbackLifecycle,
  feedbackStates,
  type FeedbackMove,
  type FeedbackState,
} from '../../backend/domain/feedback.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { firstTheme } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';
import { walk, type Walk } from '../support/walk.js';

/** The stranger leads another organisation. */
const people = [
  ...(['agent', 'manager', 'quality', 'elected', 'administrator', 'stranger'] as const),
] as const;
type Who = (typeof people)[number];

let program: Program;
let tenant: OpenedOrganization;
let signed: Record<Who, Signed>;
let head: string;
let themeId: string;
/** The unit where each may open an action. */
const units = new Map<string, string>();

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  const elsewhere = await program.organization();
  signed = {
    agent: await program.member(tenant, 'agent'),
    manager: await program.member(tenant, 'manager'),
    quality: await program.member(tenant, 'quality_manager'),
    elected: await program.member(tenant, 'elected'),
    administrator: await program.member(tenant, 'administrator'),
    stranger: await program.member(elsewhere, 'quality_manager'),
  };
  for (const { id } of Object.values(signed)) units.set(id, tenant.rootUnitId);
  units.set(signed.stranger.id, elsewhere.rootUnitId);
  themeId = (await firstTheme(signed.quality)).id;
  head = randomUUID();
  await insert([head], 'received', null);
});
afterAll(() => program.close());

const rows = <Row>(query: string, parameters: unknown[]) =>
  program.within(tenant, (tx) => tx.query<Row[]>(query, parameters));
const someIds = (count: number) => Array.from({ length: count }, () => randomUUID());
const insert = (ids: string[], state: FeedbackState, before: FeedbackState | null) =>
  rows(
    `INSERT INTO feedback (id, reference, kind, state, state_before, unit_id, channel, reporter,
         body, received_on, decision, dismissal_reason, duplicate_of, merged_at)
       SELECT id, id::text, 'anomaly', $2::text, $3, $4, 'phone', 'user', 'La porte est lourde',
              current_date,
              CASE WHEN $2 IN ('resolved', 'closed') THEN 'Vu avec la famille' END,
              CASE WHEN $2 = 'dismissed' THEN 'Hors sujet' END,
              CASE WHEN $2 = 'duplicate' THEN $5::uuid END,
              CASE WHEN $2 = 'duplicate' THEN now() END
         FROM unnest($1::uuid[]) AS id`,
    [ids, state, before, tenant.rootUnitId, head],
  );

/** Feedback in a state, as SQL writes it; what is aside was received before. */
async function feedback(state: FeedbackState, count: number): Promise<string[]> {
  const ids = someIds(count);
  const isAside = ['dismissed', 'duplicate', 'transferred'].includes(state);
  await insert(ids, state, isAside ? 'received' : null);
  if (state === 'transferred') {
    await rows(
      `INSERT INTO transfer (id, feedback_id, from_unit_id, partner, reason, sent_by, sent_on,
           outcome, settled_by, settled_on)
         SELECT gen_random_uuid(), id, $2, 'CAF du Nord', 'De leur ressort', $3, current_date,
                'received', $3, current_date FROM unnest($1::uuid[]) AS id`,
      [ids, tenant.rootUnitId, signed.quality.id],
    );
  }
  return ids;
}

describe('a feedback, by whoever tries what', () => {
  // agent, manager, quality, elected, administrator, stranger
  const made = '403 200 200 403 403 404';
  const not = ['403 409 409 403 403 404'] as const;
  const acts = '403 201 201 403 403 404';
  const stuck = {
    ...{ qualify: not, requalify: not, act: not, resolve: not, close: not, reopen: not },
    ...{ dismiss: not, restore: not, merge: not, split: not, transfer: not, receive: not },
  };

  const untreated = {
    ...stuck,
    // Both are asked for in the same way.
    qualify: [made, 'qualified'],
    requalify: [made, 'qualified'],
    act: [acts, 'in_progress'],
    dismiss: [made, 'dismissed'],
    merge: [made, 'duplicate'],
    transfer: [made, 'transferred'],
  } as const;

  const table: Walk<FeedbackState, FeedbackMove> = {
    received: untreated,
    qualified: { ...untreated, resolve: [made, 'resolved'] },
    in_progress: {
      ...stuck,
      qualify: [made, 'in_progress'],
      requalify: [made, 'in_progress'],
      act: [acts, 'in_progress'],
      resolve: [made, 'resolved'],
      merge: [made, 'duplicate'],
    },
    resolved: {
      ...stuck,
      act: [acts, 'in_progress'],
      close: [made, 'closed'],
      reopen: [made, 'in_progress'],
    },
    closed: { ...stuck, reopen: [made, 'in_progress'] },
    dismissed: { ...stuck, restore: [made, 'received'] },
    duplicate: { ...stuck, split: [made, 'received'] },
    transferred: { ...stuck, resolve: [made, 'resolved'], receive: [made, 'received'] },
  };

  const reason = 'Vu avec l’équipe';
  const opened = (id: string, by: Signed) => ({
    ...{ kind: 'corrective', title: 'Réparer', dueOn: '2030-01-15', ownerId: by.id },
    unitId: units.get(by.id),
    origins: [{ kind: 'feedback', feedbackId: id }],
  });

  walk(table, {
    initial: feedbackLifecycle.initial,
    people,
    signed: () => signed,
    build: feedback,
    conflicts: { receive: 'transfer.none' },
    make: (move, id, by) => {
      const at = (part: string) => `/feedback/${id}/${part}`;
      const choice = { themeId, severity: 2, frequency: 2, unitId: tenant.rootUnitId };
      const qualify = () => by.call('PUT', at('qualification'), choice);
      return {
        qualify,
        requalify: qualify,
        act: () => by.call('POST', '/actions', opened(id, by)),
        resolve: () => by.call('PUT', at('resolution'), { decision: reason }),
        close: () => by.call('PUT', at('closure')),
        reopen: () => by.call('DELETE', at('closure')),
        dismiss: () => by.call('PUT', at('dismissal'), { reason }),
        restore: () => by.call('DELETE', at('dismissal')),
        merge: () => by.call('PUT', at('merge'), { into: head }),
        split: () => by.call('DELETE', at('merge')),
        transfer: () => by.call('PUT', at('transfer'), { partner: 'CAF du Nord', reason }),
        receive: () => by.call('PUT', at('transfer/outcome'), { outcome: 'taken_back' }),
      }[move]();
    },
    stateOf: async (ids) => {
      const query = `SELECT state FROM feedback JOIN unnest($1::uuid[]) WITH ORDINALITY
        AS asked(id, rank) USING (id) ORDER BY rank`;
      return (await rows<{ state: FeedbackState }>(query, [ids])).map(({ state }) => state);
    },
  });

  it('has been tried whole', () => {
    expect(Object.keys(table)).toEqual([...feedbackStates]);
    const moves = Object.keys(feedbackLifecycle.moves);
    expect(Object.keys(stuck)).toEqual(moves);
  });
});

describe('an analysis, by whoever tries what', () => {
  const made = '403 200 200 403 403 404';
  const not = ['403 409 409 403 403 404'] as const;

  const table: Walk<AnalysisState, AnalysisMove> = {
    open: { conclude: [made, 'concluded'], reopen: not },
    concluded: { conclude: not, reopen: [made, 'open'] },
  };

  walk(table, {
    initial: analysisLifecycle.initial,
    people,
    signed: () => signed,
    build: async (state, count) => {
      const ids = someIds(count);
      await program.within(tenant, async (tx) => {
        await tx.query(
          `INSERT INTO analysis (id, reference, state, unit_id, title, conclusion, held_on,
               concluded_on, created_by)
             SELECT id, id::text, $2::text, $3, 'L’attente', 'Un guichet de trop peu',
                    current_date, CASE WHEN $2 = 'concluded' THEN current_date END, $4
               FROM unnest($1::uuid[]) AS id`,
          [ids, state, tenant.rootUnitId, signed.quality.id],
        );
        const parts = [
          `INSERT INTO analysis_feedback (analysis_id, feedback_id)
             SELECT id, $2 FROM unnest($1::uuid[]) AS id`,
          `INSERT INTO participant (id, analysis_id, kind)
             SELECT gen_random_uuid(), id, kind FROM unnest($1::uuid[]) AS id,
                    (VALUES ('user'), ('manager')) AS kinds(kind) WHERE $2::uuid IS NOT NULL`,
        ];
        for (const part of parts) await tx.query(part, [ids, head]);
      });
      return ids;
    },
    make: (move, id, by) =>
      by.call(move === 'conclude' ? 'PUT' : 'DELETE', `/analyses/${id}/conclusion`),
    stateOf: async (ids) => {
      const query = `SELECT state FROM analysis JOIN unnest($1::uuid[]) WITH ORDINALITY
        AS asked(id, rank) USING (id) ORDER BY rank`;
      return (await rows<{ state: AnalysisState }>(query, [ids])).map(({ state }) => state);
    },
  });

  it('has been tried whole', () => {
    expect(Object.keys(table)).toEqual([...analysisStates]);
    expect(Object.keys(table.open)).toEqual(Object.keys(analysisLifecycle.moves));
  });
});
