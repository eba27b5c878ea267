import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Feedback } from './feedback.entity.js';
import type { FamilyDto } from './family.dto.js';

/** From this feedback to the one that it joined, and on to the end: the last is the family's head. */
export async function lineage(tx: EntityManager, id: string): Promise<string[]> {
  const line = await tx.query<{ id: string }[]>(
    `WITH RECURSIVE line AS (
       SELECT id, duplicate_of, 0 AS step FROM feedback WHERE id = $1
       UNION ALL
       SELECT f.id, f.duplicate_of, step + 1 FROM line JOIN feedback f ON f.id = line.duplicate_of
     )
     SELECT id FROM line ORDER BY step`,
    [id],
  );
  return line.map((ancestor) => ancestor.id);
}

/** The one at the end of the chain, which is itself where it joined none. */
export async function headOf(tx: EntityManager, id: string): Promise<string> {
  return (await lineage(tx, id)).at(-1) ?? id;
}

/** Itself, first, then all that joined it, near or far. */
export async function withJoined(tx: EntityManager, id: string): Promise<string[]> {
  const joined = await tx.query<{ id: string }[]>(
    `WITH RECURSIVE joined AS (
       SELECT $1::uuid AS id
       UNION
       SELECT f.id FROM joined JOIN feedback f ON f.duplicate_of = joined.id
     )
     SELECT id FROM joined ORDER BY id <> $1, id`,
    [id],
  );
  return joined.map((member) => member.id);
}

/** All that say the same as this one, the head first; what one has, such as a file, they all have. */
export async function family(tx: EntityManager, id: string): Promise<string[]> {
  return withJoined(tx, await headOf(tx, id));
}

/** Whoever spoke, where they can be written to, and what they must recognise of their own word. */
export interface Follower {
  /** Their own word. */
  id: string;
  email: string;
  name: string | null;
  language: string;
  reference: string;
  unit: string;
  receivedOn: string;
}

/** Who is written to when these are answered: each address once, in the order of the ids. */
export async function followersOf(tx: EntityManager, ids: string[]): Promise<Follower[]> {
  const followers = await tx.query<Follower[]>(
    `SELECT f.id, r.email, r.name, r.language, f.reference, u.name AS unit, f.received_on AS "receivedOn"
       FROM feedback f
       JOIN reporter r ON r.feedback_id = f.id
       JOIN unit u ON u.id = f.unit_id
      WHERE f.id = ANY ($1) AND r.email IS NOT NULL
      ORDER BY array_position($1::uuid[], f.id)`,
    [ids],
  );
  const known = new Map(followers.toReversed().map((one) => [one.email.toLowerCase(), one]));
  return followers.filter((one) => known.get(one.email.toLowerCase()) === one);
}

/**
 * Whether somebody who says this can be reached, and whether each of them was answered: on their own
 * word, or on one that they had joined by then.
 */
export async function answering(
  tx: EntityManager,
  id: string,
): Promise<{ reachable: boolean; answered: boolean }> {
  const [row] = await tx.query<{ reachable: boolean; answered: boolean }[]>(
    `WITH RECURSIVE joined AS (
       SELECT id, reachable FROM feedback WHERE id = $1
       UNION
       SELECT f.id, f.reachable FROM joined JOIN feedback f ON f.duplicate_of = joined.id
     ), hears AS (
       SELECT id AS person, id AS word, '-infinity'::timestamptz AS since FROM joined WHERE reachable
       UNION ALL
       SELECT person, f.duplicate_of, greatest(since, f.merged_at)
         FROM hears JOIN feedback f ON f.id = hears.word
        WHERE f.duplicate_of IS NOT NULL
     ), told AS (
       SELECT person, count(a.id) > 0 AS answered
         FROM hears LEFT JOIN answer a ON a.feedback_id = word AND a.answered_at >= since
        GROUP BY person
     )
     SELECT count(*) > 0 AS reachable, coalesce(bool_and(answered), false) AS answered FROM told`,
    [id],
  );
  return row ?? { reachable: false, answered: false };
}

interface RelativeRow {
  id: string;
  reference: string;
  excerpt: string;
  receivedOn: string;
  unitId: string;
  /** The unit of the one that it joined. */
  joinedUnitId: string;
}

/** The one it joined, and those that joined it; of what I may not see, the reference only. */
export async function relativesOf(
  tx: EntityManager,
  me: Member,
  { id, duplicateOf }: Feedback,
): Promise<FamilyDto> {
  const head = duplicateOf ? await headOf(tx, id) : null;
  const below = await withJoined(tx, id);
  const rows = await tx.query<RelativeRow[]>(
    `SELECT f.id, f.reference, left(f.body, 200) AS excerpt, f.received_on AS "receivedOn",
            f.unit_id AS "unitId", coalesce(j.unit_id, f.unit_id) AS "joinedUnitId"
       FROM feedback f LEFT JOIN feedback j ON j.id = f.duplicate_of
      WHERE f.id = ANY ($1) ORDER BY f.received_on, f.id`,
    [head ? [head, ...below] : below],
  );
  const seen = new Set(me.unitsFor('feedback.read'));
  const describe = ({ unitId, joinedUnitId, ...row }: RelativeRow) => {
    const isSeen = seen.has(unitId);
    return {
      ...{ id: isSeen ? row.id : null, excerpt: isSeen ? row.excerpt : '' },
      ...{ reference: row.reference, receivedOn: row.receivedOn },
      maySplit: me.may('feedback.merge', unitId) && me.may('feedback.merge', joinedUnitId),
    };
  };
  const joinedHead = rows.find((row) => row.id === head);
  return {
    head: joinedHead ? describe(joinedHead) : null,
    joined: rows.filter((row) => row.id !== head && row.id !== id).map(describe),
    maySplit: rows.some((row) => row.id === id && describe(row).maySplit),
  };
}
