import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Action } from '../actions/action.entity.js';
import { Deferrals } from '../actions/deferrals.service.js';
import { Origin } from '../actions/origin.entity.js';
import { Member } from '../access/member.js';
import type { ActionState } from '../domain/action.js';
import type { PlanField } from '../domain/plan-fields.js';
import type { Meanings } from '../domain/plan-sheet.js';
import { Journal } from '../journal/journal.js';
import { say } from '../words/words.js';
import { wordsFrom } from './action-words.js';
import { moveTo } from './line-fate.js';
import { objectiveOf } from './new-action.js';
import type { OpenedPlan } from './plan-sheet-files.js';
import type { StoredAction } from './stored-actions.js';

/** Writes into an action what its row says anew, each part as the deed that it is. */
@Injectable()
export class ActionChanges {
  constructor(
    private readonly deferrals: Deferrals,
    private readonly journal: Journal,
  ) {}

  async apply(
    tx: EntityManager,
    { run, catalogue: { today } }: OpenedPlan,
    { action, standing }: StoredAction,
    meanings: Meanings,
    fields: PlanField[],
    now: Date,
  ): Promise<void> {
    const { id } = action;
    const reason = say('fr', 'plan_sheet.reason', { file: run.fileName });
    // Their right to write there was looked at when the line was read.
    const me = new Member(action.organizationId, run.createdBy, '', '', 'fr', []);
    if (fields.includes('dueOn')) {
      const { startOn } = action;
      const isFreed = startOn !== null && startOn > String(meanings.dueOn);
      // The start goes first where both move back, or it would stand after the end for a moment.
      if (isFreed && fields.includes('startOn')) await tx.update(Action, { id }, { startOn: null });
      const current = await tx.findOneByOrFail(Action, { id });
      await this.deferrals.move(tx, me, current, { dueOn: String(meanings.dueOn), reason }, now);
    }
    const words: Partial<Action> = wordsFrom(fields, meanings);
    if (fields.includes('objective') && action.planId) {
      const wording = meanings.objective as string | null;
      words.objectiveId = await objectiveOf(tx, action.planId, wording);
    }
    if (Object.keys(words).length > 0) {
      await tx.update(Action, { id }, { ...words, version: action.version + 1 });
      await this.journal.write(tx, me, 'action.edit', id, { words: Object.keys(words), reason });
    }
    if (fields.includes('origin')) await renameOrigin(tx, id, standing.origin, meanings.origin);
    await this.progress(tx, me, action, meanings, fields, { reason, today, now });
  }

  private async progress(
    tx: EntityManager,
    me: { id: string },
    { id, state }: Action,
    meanings: Meanings,
    fields: PlanField[],
    { reason, today, now }: { reason: string; today: string; now: Date },
  ): Promise<void> {
    const facts: Partial<Action> = {};
    const told = fields.includes('state') ? (meanings.state as ActionState) : state;
    const move = moveTo(state, told);
    if (fields.includes('progress')) facts.progress = Number(meanings.progress);
    if (move) Object.assign(facts, { state: told, movedAt: now });
    if (told === 'done') {
      facts.progress = 100;
      const day = meanings.doneOn as string | null | undefined;
      if (move || (fields.includes('doneOn') && day)) facts.doneOn = day ?? today;
    }
    if (move === 'cancel') facts.cancelReason = reason;
    if (Object.keys(facts).length === 0) return;
    await tx.update(Action, { id }, facts);
    const verb = move === 'finish' || move === 'cancel' ? `action.${move}` : 'action.report';
    const { progress } = facts;
    await this.journal.write(tx, me, verb, id, { progress, note: reason, reason });
  }
}

/** The origin that the sheet gave is worded anew. */
async function renameOrigin(
  tx: EntityManager,
  actionId: string,
  before: unknown,
  told: unknown,
): Promise<void> {
  const reference = String(told);
  const origins = await tx.find(Origin, { where: { actionId }, order: { id: 'ASC' } });
  const named = origins.find((one) => one.reference === before);
  if (named) await tx.update(Origin, { id: named.id }, { reference });
  else await tx.insert(Origin, { id: newId(), actionId, kind: 'recommendation', reference });
}
