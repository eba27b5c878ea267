import type { EntityManager } from 'typeorm';
import type { ActionState } from '../domain/action.js';
import type { Day } from '../domain/days.js';
import { permissions } from '../domain/permissions.js';

/** An action as its owner is asked about it in a letter. */
export interface AskedAction {
  id: string;
  reference: string;
  title: string;
  unitId: string;
  unitName: string;
  ownerId: string;
  state: ActionState;
  progress: number;
  dueOn: Day;
  doneOn: Day | null;
  disownedOn: Day | null;
  disownedNote: string | null;
  verifierName: string | null;
  /** Who decides there, by their names. */
  leaders: string[];
  /** The request for more time that waits. */
  waiting: { id: string; to: Day; reason: string } | null;
  /** What its owner last said of how far it has come. */
  said: { progress: number; note: string | null; at: string } | null;
}

/** Reads it; nothing where it is gone. */
export async function askedAbout(
  tx: EntityManager,
  actionId: string,
): Promise<AskedAction | undefined> {
  const [action] = await tx.query<AskedAction[]>(
    `SELECT a.id, a.reference, a.title, a.unit_id AS "unitId", u.name AS "unitName",
            a.owner_id AS "ownerId", a.state, a.progress, a.due_on AS "dueOn", a.done_on AS "doneOn",
            a.disowned_on AS "disownedOn", a.disowned_note AS "disownedNote",
            v.name AS "verifierName",
            ARRAY(SELECT p.name FROM boucle_leads(u.path, $2, a.owner_id) AS lead
                    JOIN person p ON p.id = lead ORDER BY p.name) AS leaders,
            (SELECT json_build_object('id', d.id, 'to', d.to_day, 'reason', d.reason)
               FROM deferral d WHERE d.action_id = a.id AND d.state = 'asked') AS waiting,
            (SELECT json_build_object('progress', (j.details ->> 'progress')::int,
                                      'note', j.details ->> 'note', 'at', j.at)
               FROM journal j
              WHERE j.subject_id = a.id AND j.person_id = a.owner_id AND j.verb = 'action.report'
              ORDER BY j.id DESC LIMIT 1) AS said
       FROM action a
       JOIN unit u ON u.id = a.unit_id
       LEFT JOIN person v ON v.id = a.verifier_id
      WHERE a.id = $1`,
    [actionId, permissions['action.edit']],
  );
  return action;
}
