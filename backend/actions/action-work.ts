import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { describeAttachment } from '../attachments/attachments.service.js';
import { progressOf, workRights, type Standing } from '../domain/action-work.js';
import { isOpen } from '../domain/action.js';
import type { NamedDto } from '../people/people.dto.js';
import { ActionEvidence } from './action-evidence.entity.js';
import { standingOf } from './action-standing.js';
import type { ActionWorkDto, CommentDto, EvidenceDto, StepDto } from './action-work.dto.js';
import type { Action } from './action.entity.js';

/** The work on an action, as whoever sees it reads it. */
export async function workOf(
  tx: EntityManager,
  me: Member,
  action: Action,
  today: string,
): Promise<ActionWorkDto> {
  const standing = await standingOf(tx, me, action);
  const steps = await stepsOf(tx, action, today);
  return {
    steps,
    contributors: await contributorsOf(tx, action.id),
    suggestedProgress: progressOf(steps),
    evidence: await evidenceOf(tx, me, action.id, standing),
    comments: await commentsOf(tx, me, action.id),
    may: workRights(standing),
  };
}

/** Those who help, by name. */
export function contributorsOf(tx: EntityManager, actionId: string): Promise<NamedDto[]> {
  return tx.query<NamedDto[]>(
    `SELECT p.id, p.name FROM action_contributor c JOIN person p ON p.id = c.person_id
      WHERE c.action_id = $1 ORDER BY p.name, p.id`,
    [actionId],
  );
}

async function stepsOf(
  tx: EntityManager,
  { id, state }: Action,
  today: string,
): Promise<StepDto[]> {
  const rows = await tx.query<Omit<StepDto, 'late'>[]>(
    `SELECT s.id, s.version, s.title, s.due_on::text AS "dueOn", s.done_on::text AS "doneOn",
            done.name AS "doneBy", CASE WHEN owner.id IS NOT NULL
              THEN json_build_object('id', owner.id, 'name', owner.name) END AS owner
       FROM action_step s LEFT JOIN person owner ON owner.id = s.owner_id
       LEFT JOIN person done ON done.id = s.done_by
      WHERE s.action_id = $1 AND s.removed_at IS NULL ORDER BY s.position, s.id`,
    [id],
  );
  return rows.map((step) => ({
    ...step,
    late: isOpen(state) && !step.doneOn && step.dueOn !== null && step.dueOn < today,
  }));
}

async function evidenceOf(
  tx: EntityManager,
  me: Member,
  actionId: string,
  { owns, leads }: Standing,
): Promise<EvidenceDto> {
  const order = { id: 'ASC' } as const;
  const files = await tx.find(Attachment, { where: { actionId }, order });
  const shown = await tx.find(ActionEvidence, { where: { actionId }, order });
  const names = await namesOf(tx, [...files, ...shown]);
  const facts = ({ createdBy }: { createdBy: string | null }) => ({
    by: names.get(createdBy ?? '') ?? null,
    mayRemove: owns || leads || createdBy === me.id,
  });
  const told = ({ id, label, createdAt, ...one }: ActionEvidence) => ({
    ...{ id, label, at: createdAt.toISOString() },
    ...facts(one),
  });
  return {
    files: files.map((file) => ({ ...describeAttachment(file), ...facts(file) })),
    links: shown.flatMap((one) => (one.address ? [{ ...told(one), address: one.address }] : [])),
    figures: shown.flatMap((one) =>
      one.value !== null && one.day !== null
        ? [{ ...told(one), value: one.value, unit: one.unit ?? '', day: one.day }]
        : [],
    ),
  };
}

async function namesOf(
  tx: EntityManager,
  made: { createdBy: string | null }[],
): Promise<Map<string, string>> {
  const ids = [...new Set(made.map(({ createdBy }) => createdBy))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM person WHERE id = ANY ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function commentsOf(tx: EntityManager, me: Member, actionId: string): Promise<CommentDto[]> {
  type Row = Omit<CommentDto, 'at' | 'editedAt'> & { at: Date; editedAt: Date | null };
  const rows = await tx.query<Row[]>(
    `SELECT c.id, c.body, c.created_at AS at, c.edited_at AS "editedAt",
            json_build_object('id', author.id, 'name', author.name) AS author,
            c.removed_at IS NOT NULL AS removed, c.author_id = $2 AS mine,
            coalesce(called.people, '[]') AS people,
            coalesce(called.me, false) AS "callsMe"
       FROM action_comment c JOIN person author ON author.id = c.author_id
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name) AS people,
                bool_or(m.person_id = $2 AND m.seen_at IS NULL) AS me
           FROM action_mention m JOIN person p ON p.id = m.person_id WHERE m.comment_id = c.id
       ) called ON true
      WHERE c.action_id = $1 ORDER BY c.created_at, c.id`,
    [actionId, me.id],
  );
  return rows.map(({ at, editedAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }));
}
