import type { EntityManager } from 'typeorm';
import { withNames } from '../domain/mentions.js';
import type { Owed } from '../people/owed.js';
import type { NamedDto } from '../people/people.dto.js';
import type { CallDto } from './comments.dto.js';

const excerptLength = 200;

interface Row extends Omit<CallDto, 'excerpt' | 'at'> {
  body: string;
  people: NamedDto[];
  at: Date;
}

/** A comment that mentions somebody who has not seen it. */
export interface OwedCall extends Owed {
  author: string;
}

/** Whom comments mention who have not seen them, the oldest at the head; due when written. */
export function owedCalls(tx: EntityManager): Promise<OwedCall[]> {
  return tx.query<OwedCall[]>(
    `SELECT 'mention' AS duty, c.id AS "subjectId", m.person_id AS "personId", a.title,
            (c.created_at AT TIME ZONE o.time_zone)::date::text AS "dueOn",
            author.name AS author, u.name AS "unitName", u.path, '/actions/' || a.id AS page
       FROM action_mention m
       JOIN action_comment c ON c.id = m.comment_id
       JOIN person author ON author.id = c.author_id
       JOIN action a ON a.id = c.action_id
       JOIN unit u ON u.id = a.unit_id
       JOIN organization o ON o.id = a.organization_id
      WHERE m.seen_at IS NULL
      ORDER BY c.id`,
  );
}

/** How many comments call somebody who has not seen it. */
export async function countCalls(tx: EntityManager, personId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM action_mention WHERE person_id = $1 AND seen_at IS NULL`,
    [personId],
  );
  return row?.count ?? 0;
}

/** Where somebody is mentioned and has not seen it, the latest first: for their home, for a digest. */
export async function callsTo(tx: EntityManager, personId: string, limit = 50): Promise<CallDto[]> {
  const rows = await tx.query<Row[]>(
    `SELECT c.id AS "commentId", c.body, c.created_at AS at, author.name AS author,
            json_build_object('id', a.id, 'reference', a.reference, 'title', a.title) AS action,
            (SELECT json_agg(json_build_object('id', p.id, 'name', p.name))
               FROM action_mention named JOIN person p ON p.id = named.person_id
              WHERE named.comment_id = c.id) AS people
       FROM action_mention m
       JOIN action_comment c ON c.id = m.comment_id
       JOIN action a ON a.id = c.action_id
       JOIN person author ON author.id = c.author_id
      WHERE m.person_id = $1 AND m.seen_at IS NULL
      ORDER BY c.id DESC LIMIT $2`,
    [personId, limit],
  );
  return rows.map(({ body, people, at, ...row }) => ({
    ...row,
    excerpt: [...withNames(body, people)].slice(0, excerptLength).join(''),
    at: at.toISOString(),
  }));
}
