import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { mentionedIn } from '../domain/mentions.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { ActionComment } from './action-comment.entity.js';
import { ActionMention } from './action-mention.entity.js';
import { mustBeNameable } from './nameable.js';

/** What is said about an action, by whoever sees it. The journal notes that it was, not what. */
@Injectable()
export class Comments {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  /** Says something, or says it otherwise; what was taken back may be said again. */
  save(me: Member, actionId: string, id: string, said: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.actions.peek(tx, me, actionId);
      const body = said.trim();
      const known = await this.mine(tx, me, actionId, id);
      if (known?.body === body) return;
      const called = mentionedIn(body);
      await mustBeNameable(tx, called);
      if (!known) await tx.insert(ActionComment, { id, actionId, authorId: me.id, body });
      else {
        const editedAt = known.removedAt ? known.editedAt : now;
        await tx.update(ActionComment, { id, actionId }, { body, editedAt, removedAt: null });
      }
      await call(tx, me, id, called, now);
      const verb = known ? 'action.comment_edit' : 'action.comment';
      await this.journal.write(tx, me, verb, actionId);
    });
  }

  /** Notes what came in a message, once; gives whether it had not. It calls nobody. */
  hear(me: Member, actionId: string, messageId: string, body: string): Promise<boolean> {
    return this.tenancy.within(me, async (tx) => {
      await this.actions.peek(tx, me, actionId);
      const rows = await tx.query<unknown[]>(
        `INSERT INTO action_comment (id, action_id, author_id, body, message_id)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organization_id, message_id) WHERE message_id IS NOT NULL DO NOTHING
         RETURNING id`,
        [newId(), actionId, me.id, body, messageId],
      );
      if (rows.length > 0) await this.journal.write(tx, me, 'action.comment', actionId);
      return rows.length > 0;
    });
  }

  /** Takes back what one said: its words go, its place stays. */
  remove(me: Member, actionId: string, id: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.actions.peek(tx, me, actionId);
      const known = await this.mine(tx, me, actionId, id);
      if (!known) throw new Refusal('unknown', 'record.unknown');
      if (known.removedAt) return;
      await tx.delete(ActionMention, { commentId: id });
      await tx.update(ActionComment, { id, actionId }, { body: '', removedAt: now });
      await this.journal.write(tx, me, 'action.comment_remove', actionId);
    });
  }

  /** Notes that I have seen where I am mentioned. */
  see(me: Member, actionId: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.actions.peek(tx, me, actionId);
      await tx.query(
        `UPDATE action_mention SET seen_at = $3 WHERE person_id = $2 AND seen_at IS NULL
            AND comment_id IN (SELECT id FROM action_comment WHERE action_id = $1)`,
        [actionId, me.id, now],
      );
    });
  }

  /** A comment of mine, held until the end. @throws Refusal `comment.not_mine`. */
  private async mine(
    tx: EntityManager,
    me: Member,
    actionId: string,
    id: string,
  ): Promise<ActionComment | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const known = await tx.findOne(ActionComment, { where: { id, actionId }, lock });
    if (known && known.authorId !== me.id) throw new Refusal('forbidden', 'comment.not_mine');
    return known;
  }
}

/** Whoever was called already is not called again by another wording; nobody calls themselves. */
async function call(
  tx: EntityManager,
  me: Member,
  commentId: string,
  called: string[],
  now: Date,
): Promise<void> {
  await tx.delete(ActionMention, { commentId, personId: Not(In(called)) });
  if (called.length === 0) return;
  const rows = called.map((personId) => {
    return { commentId, personId, seenAt: personId === me.id ? now : null };
  });
  await tx.createQueryBuilder().insert().into(ActionMention).values(rows).orIgnore().execute();
}
