import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import {
  checkDueOn,
  indicatorWindows,
  readCounts,
  readShares,
  recurrenceWindows,
  type Reading,
  type Span,
} from '../domain/effectiveness.js';
import type { Window } from '../domain/effectiveness.js';
import { satisfactionOf, type Satisfaction } from '../domain/satisfaction.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { calendarOf, type Calendar } from '../organization/calendar.js';
import { countSatisfaction } from '../surveys/satisfaction-count.js';
import { countAfter, countBefore } from './echoes.js';
import type { EffectDto, GivenVerdictDto } from './effect.dto.js';
import { Recurrences } from './recurrences.service.js';

/** Whether an action worked, by what was counted before and after it. */
@Injectable()
export class Effects {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly recurrences: Recurrences,
  ) {}

  /** What is known of it today, or was when the verdict was given. */
  read(me: Member, id: string, now = new Date()): Promise<EffectDto> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.peek(tx, me, id);
      const { doneOn, checkOn, checkDays, state } = action;
      const calendar = await calendarOf(tx, me, now);
      return {
        dueOn: doneOn && checkDueOn(doneOn, checkOn, checkDays),
        reading: state === 'done' ? await readEffect(tx, action, calendar) : null,
        given: state === 'done' ? null : await givenOf(tx, action),
        recurrences: await this.recurrences.of(tx, me, action),
        mayDismiss: this.recurrences.mayDismiss(me, action),
      };
    });
  }
}

/** What the figures say today of an action that is done; null where none are looked at. */
export async function readEffect(
  tx: EntityManager,
  action: Action,
  { today, dayOf }: Pick<Calendar, 'today' | 'dayOf'>,
): Promise<Reading | null> {
  const { doneOn, startOn, createdAt, checkOn, checkIndicatorId, checkTarget, checkDays } = action;
  if (doneOn === null) return null;
  const span: Span = { startedOn: startOn ?? dayOf(createdAt), doneOn, checkOn, today };
  if (checkIndicatorId && checkTarget !== null) {
    const { before, after } = indicatorWindows(span);
    const { surveyId } = await tx.findOneByOrFail(Indicator, { id: checkIndicatorId });
    const share = (window: Window) => satisfactionIn(tx, action.unitId, surveyId, window);
    return readShares(span, checkTarget, await share(before), await share(after));
  }
  if (checkDays === null) return null;
  const { before, after } = recurrenceWindows(span, checkDays);
  return readCounts(
    span,
    checkDays,
    await countBefore(tx, action.id, before),
    await countAfter(tx, action.id, after),
  );
}

/** The answers of the action's unit and of those below it. */
async function satisfactionIn(
  tx: EntityManager,
  unitId: string,
  surveyId: string,
  { from, to }: Window,
): Promise<Satisfaction> {
  const units = await tx.query<{ id: string }[]>('SELECT id FROM unit WHERE $1 = ANY (path)', [
    unitId,
  ]);
  const unitIds = units.map(({ id }) => id);
  const [counted] = await countSatisfaction(tx, { grouping: 'all', unitIds, from, to, surveyId });
  return counted?.satisfaction ?? satisfactionOf({ good: 0, medium: 0, bad: 0 });
}

/** The last verdict, as the journal froze it with its figures. */
async function givenOf(
  tx: EntityManager,
  { id, verdict, verdictNote, verdictOn, verdictBy }: Action,
): Promise<GivenVerdictDto | null> {
  if (!verdict || !verdictOn) return null;
  const [line] = await tx.query<{ who: string | null; reading: Reading | null }[]>(
    `SELECT (SELECT name FROM person WHERE id = $2) AS who,
            (SELECT details -> 'reading' FROM journal
              WHERE subject_id = $1 AND verb IN ('action.verify', 'action.resume', 'action.succeed')
              ORDER BY id DESC LIMIT 1) AS reading`,
    [id, verdictBy],
  );
  const { who = null, reading = null } = line ?? {};
  return { verdict, note: verdictNote, who, on: verdictOn, reading };
}
