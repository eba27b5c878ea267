import type { EntityManager } from 'typeorm';
import { standing, tellsTrouble } from '../actions/recurrence-count.js';
import type { Window } from '../domain/effectiveness.js';

/**
 * How much a word must resemble one that led to an action to be taken for the same trouble. Higher
 * than what is proposed to a person who is about to look: this one is told to nobody in particular.
 */
const alikeEnough = 0.32;
/** What resembles less than this the other way round is not worth a second look. */
const worthALook = 0.12;
/** An action is watched for so long after it was done. */
const watchedDays = 730;

/**
 * What led to the actions of `a`, as rows of an action and a feedback: their origins, and what joined
 * those or what those joined, as long as it was told before the work was done.
 */
const voices = `
  line AS (
    SELECT a.id AS action_id, a.done_on, f.id, f.duplicate_of, f.received_on
      FROM a JOIN origin o ON o.action_id = a.id JOIN feedback f ON f.id = o.feedback_id
    UNION
    SELECT line.action_id, line.done_on, f.id, f.duplicate_of, f.received_on
      FROM line JOIN feedback f ON f.duplicate_of = line.id OR f.id = line.duplicate_of
  ), voice AS (
    SELECT line.action_id, f.id, f.unit_id, concat_ws(' ', f.title, f.body) AS said
      FROM line JOIN feedback f USING (id) WHERE f.received_on <= line.done_on
  )`;

/** Where the trouble would come back: the units of an action and of its voices, and those below. */
const within = (actions: string) => `u.path && ARRAY(
  SELECT unit_id FROM ${actions} UNION SELECT unit_id FROM voice)`;

/** How many in these days said what led to this action, whoever linked them to it or nobody. */
export async function countBefore(
  tx: EntityManager,
  actionId: string,
  { from, to }: Window,
): Promise<number> {
  const [counted] = await tx.query<{ count: number }[]>(
    `WITH RECURSIVE a AS (SELECT * FROM action WHERE id = $1), ${voices},
     candidate AS (
       SELECT f.id, concat_ws(' ', f.title, f.body) AS said
         FROM feedback f JOIN unit u ON u.id = f.unit_id
        WHERE f.received_on BETWEEN $2 AND $3 AND ${tellsTrouble} AND ${within('a')}
     ), near AS (
       SELECT DISTINCT feedback_id AS id
         FROM voice, boucle_alike_among(voice.said, ARRAY(SELECT id FROM candidate))
        WHERE similarity >= ${worthALook}
     )
     SELECT count(*)::int AS count FROM candidate c
      WHERE c.id IN (SELECT id FROM voice)
         OR c.id IN (SELECT id FROM near) AND EXISTS (
              SELECT FROM boucle_alike_among(c.said, ARRAY(SELECT id FROM voice))
               WHERE similarity >= ${alikeEnough})`,
    [actionId, from, to],
  );
  return counted?.count ?? 0;
}

/** How many in these days told it again, and were not said to be something else. */
export async function countAfter(
  tx: EntityManager,
  actionId: string,
  { from, to }: Window,
): Promise<number> {
  const [counted] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count
       FROM action a, recurrence r JOIN feedback f ON f.id = r.feedback_id
      WHERE a.id = $1 AND f.received_on BETWEEN $2 AND $3 AND ${standing}`,
    [actionId, from, to],
  );
  return counted?.count ?? 0;
}

// One that was found ineffective and taken over by another is not: the other is.
const watched = `(a.state = 'done' OR a.state = 'verified' AND a.verdict <> 'ineffective')
  AND a.done_on >= $1::date - ${watchedDays}`;

/** What came in since some action was done and was not compared yet, oldest first. */
export async function toLookAt(tx: EntityManager, today: string, most: number): Promise<string[]> {
  const found = await tx.query<{ id: string }[]>(
    `SELECT f.id FROM feedback f
      WHERE f.received_on > (SELECT min(a.done_on) FROM action a
              WHERE ${watched} AND EXISTS (SELECT FROM origin o
                WHERE o.action_id = a.id AND o.feedback_id IS NOT NULL))
        AND NOT EXISTS (SELECT FROM recurrence_look l WHERE l.feedback_id = f.id)
      ORDER BY f.id LIMIT $2`,
    [today, most],
  );
  return found.map(({ id }) => id);
}

/** An action that a word says again, and how much it resembles what led to it. */
export interface Echo {
  actionId: string;
  similarity: number;
}

/** The actions whose trouble this feedback tells again; one that joined their own voices does. */
export function echoesOf(tx: EntityManager, feedbackId: string, today: string): Promise<Echo[]> {
  return tx.query<Echo[]>(
    `WITH RECURSIVE told AS (
       SELECT f.id, f.received_on, u.path, concat_ws(' ', f.title, f.body) AS said
         FROM feedback f JOIN unit u ON u.id = f.unit_id WHERE f.id = $2
     ), a AS (
       SELECT a.* FROM action a, told WHERE ${watched} AND a.done_on < told.received_on
     ), ${voices}, near AS (
       SELECT a.id AS action_id, voice.id
         FROM told, a JOIN voice ON voice.action_id = a.id
        WHERE (a.unit_id = ANY (told.path) OR voice.unit_id = ANY (told.path))
          AND NOT EXISTS (SELECT FROM not_alike n
            WHERE n.feedback_id = least(voice.id, told.id)
              AND n.other_id = greatest(voice.id, told.id))
     )
     SELECT action_id AS "actionId", max(similarity) AS similarity FROM (
       SELECT near.action_id, e.similarity
         FROM told, boucle_alike_among(told.said, ARRAY(SELECT DISTINCT id FROM near)) e
         JOIN near ON near.id = e.feedback_id
        WHERE e.similarity >= ${alikeEnough}
       UNION ALL
       SELECT line.action_id, 1 FROM line, told WHERE line.id = told.id
     ) AS echo
      WHERE NOT EXISTS (SELECT FROM origin o
        WHERE o.action_id = echo.action_id AND o.feedback_id = $2)
      GROUP BY action_id ORDER BY action_id`,
    [today, feedbackId],
  );
}
