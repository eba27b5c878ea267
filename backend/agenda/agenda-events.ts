import type { EntityManager } from 'typeorm';
import { checkDayAfter, checkDueDay } from '../actions/to-verify.js';
import type { Day } from '../domain/days.js';
import { permissions } from '../domain/permissions.js';

/** A day in somebody's calendar: an action or a step to be done, or an effect to be verified. */
export interface AgendaEvent {
  kind: 'due' | 'step' | 'check';
  /** The action's id, or the step's. */
  id: string;
  title: string;
  day: Day;
  /** Of an effect: whether its action is still to be done, which may move the day. */
  awaited: boolean;
  action: { id: string; reference: string; title: string; unitName: string };
  /** How often something was done to the action, and when last: what tells versions apart. */
  revision: number;
  changedAt: Date;
}

const open = `a.state IN ('planned', 'in_progress')`;
const awaitedCheckDay = checkDayAfter('a.due_on');

const due = `SELECT 'due' AS kind, a.id, a.id AS action_id, a.title, a.due_on AS day,
    false AS awaited FROM action a`;
const step = `SELECT 'step', s.id, a.id, s.title, s.due_on, false
    FROM action_step s JOIN action a ON a.id = s.action_id
   WHERE s.due_on IS NOT NULL AND s.done_on IS NULL AND s.removed_at IS NULL AND ${open}`;
const check = `SELECT 'check' AS kind, a.id, a.id AS action_id, a.title, ${checkDueDay} AS day,
    false AS awaited FROM action a`;

// What somebody said is not theirs waits for the decision, not for them. A step is its own person's,
// or the owner's. Whoever leads is asked where no verifier is left. No owner is among them: neither
// the verifier's column nor boucle_leads lets them in.
const mine = `${due} WHERE a.owner_id = $1 AND ${open} AND a.disowned_on IS NULL
  UNION ALL ${step} AND s.owner_id = $1
  UNION ALL ${step} AND s.owner_id IS NULL AND a.owner_id = $1 AND a.disowned_on IS NULL
  UNION ALL SELECT 'check', a.id, a.id, a.title, ${awaitedCheckDay}, true FROM action a
    WHERE a.verifier_id = $1 AND ${open}
      AND (a.check_on IS NOT NULL OR a.check_days IS NOT NULL)
  UNION ALL ${check} WHERE a.verifier_id = $1 AND a.state = 'done'
  UNION ALL ${check} JOIN unit u ON u.id = a.unit_id
    WHERE a.state = 'done'
      AND NOT EXISTS (SELECT FROM person v WHERE v.id = a.verifier_id AND v.active)
      AND u.path && ARRAY(SELECT unit_id FROM membership WHERE person_id = $1 AND role = ANY ($2))
      AND $1 IN (SELECT boucle_leads(u.path, $2, a.owner_id))`;

const told = (days: string) => `
  SELECT d.kind, d.id, d.title, d.day::text AS day, d.awaited,
         json_build_object('id', a.id, 'reference', a.reference, 'title', a.title,
                           'unitName', u.name) AS action,
         said.revision, coalesce(said.at, a.created_at) AS "changedAt"
    FROM (${days}) AS d
    JOIN action a ON a.id = d.action_id
    JOIN unit u ON u.id = a.unit_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS revision, max(at) AS at
                          FROM journal WHERE subject_id = a.id) AS said
   ORDER BY d.day, d.kind, d.id`;

/** What somebody has to do and to verify, by day; nothing of what is over or given up. */
export function agendaOf(tx: EntityManager, personId: string): Promise<AgendaEvent[]> {
  return tx.query<AgendaEvent[]>(told(mine), [personId, permissions['action.verify']]);
}

/** What comes next of one action: its due date, then its effect; nothing once it is over. */
export async function nextOf(tx: EntityManager, actionId: string): Promise<AgendaEvent | null> {
  const next = `${due} WHERE a.id = $1 AND ${open}
    UNION ALL ${check} WHERE a.id = $1 AND a.state = 'done'`;
  const [event] = await tx.query<AgendaEvent[]>(told(next), [actionId]);
  return event ?? null;
}
