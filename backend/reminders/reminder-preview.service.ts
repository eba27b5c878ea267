import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { visibleActions } from '../actions/action-search.js';
import { owedActions, type OwedAction } from '../actions/owed-actions.js';
import { Tenancy } from '../database/tenancy.js';
import { isOpen } from '../domain/action.js';
import { addDays, daysBetween, type Day } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { reachOf } from '../domain/digest.js';
import { previewOf } from '../domain/reminder-preview.js';
import { firstOffset, refuseBadRules, whyQuiet, type ReminderRules } from '../domain/reminders.js';
import { calendarOf, type Calendar } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { Unit } from '../organization/unit.entity.js';
import { Person } from '../people/person.entity.js';
import { leadersOf } from './leaders.js';
import type {
  PreviewedReaderDto,
  PreviewedReminderDto,
  PreviewRemindersDto,
  ReminderPreviewDto,
} from './reminder-rules.dto.js';
import { Reminder } from './reminder.entity.js';
import { readerFor } from './stand-ins.js';
import { plainRules } from './rules-edition.js';

/** How long after its due date, or today where it is late, an action's reminders are shown. */
const shownAfter = 42;

/** Shows for a real action what rules would send, before they act; stores nothing. */
@Injectable()
export class ReminderPreviews {
  constructor(private readonly tenancy: Tenancy) {}

  /** @throws Refusal `record.unknown`, `reminders.shape`. */
  async preview(
    me: Member,
    actionId: string,
    { rules: edited, unitId }: PreviewRemindersDto,
    now = new Date(),
  ): Promise<ReminderPreviewDto> {
    const rules = plainRules(edited);
    refuseBadRules(rules);
    return this.tenancy.within(me, async (tx) => {
      const action = await visibleActions(tx, me)
        .andWhere('a.id = :actionId', { actionId })
        .getOne();
      if (!action) throw new Refusal('unknown', 'record.unknown');
      const unit = await tx.findOneByOrFail(Unit, { id: action.unitId });
      const calendar = await calendarOf(tx, me, now);
      const { reference, title, dueOn } = action;
      const first = addDays(dueOn, firstOffset('action', rules));
      const from = first > calendar.today ? first : calendar.today;
      const until = addDays(dueOn > calendar.today ? dueOn : calendar.today, shownAfter);
      const otherRules = await rulesInstead(tx, me, unit, unitId ?? null);
      const [owed] = await owedActions(tx, dueOn, actionId);
      const silent = owed ? null : isOpen(action.state) ? 'asked' : 'over';
      const planned =
        owed && !otherRules ? await plan(tx, owed, rules, calendar, { from, until }) : [];
      return {
        ...{ reference, title, dueOn, unitName: unit.name, otherRules, silent, from, until },
        planned,
        quiet: quietDays(rules, calendar, { from, until }),
      };
    });
  }
}

/** Whose rules hold on a unit instead of those of `edited`, the organisation's where it is null. */
async function rulesInstead(
  tx: EntityManager,
  me: Member,
  { path }: Unit,
  edited: string | null,
): Promise<ReminderPreviewDto['otherRules']> {
  const known = new Map((await tx.find(Unit)).map((unit) => [unit.id, unit]));
  const closest = path.findLast((id) => id === edited || known.get(id)?.reminderRules);
  if ((closest ?? null) === edited) return null;
  if (closest) return { name: known.get(closest)?.name ?? null };
  const { name } = await tx.findOneByOrFail(Organization, { id: me.organizationId });
  return { name };
}

/** With the names of whoever is written to; what was told already is not told twice. */
async function plan(
  tx: EntityManager,
  action: OwedAction,
  rules: ReminderRules,
  { isHoliday, dayOf }: Calendar,
  span: { from: Day; until: Day },
): Promise<PreviewedReminderDto[]> {
  const { dueOn, path, reportedAt, subjectId, personId: ownerId } = action;
  const reportedOn = reportedAt && dayOf(reportedAt);
  const restsUntil = reportedOn && addDays(reportedOn, rules.restAfterReport);
  const leaders = await leadersOf(tx);
  const told = await tx.findBy(Reminder, { duty: 'action', subjectId, dueOn });
  const people = new Map((await tx.find(Person)).map((one) => [one.id, one]));
  const planned = previewOf({ dueOn, restsUntil }, rules, isHoliday, span);
  return planned.flatMap((reminder) => {
    const { to, offset, day } = reminder;
    const able = to === 'owner' ? [ownerId] : leaders(path, to, ownerId);
    const asked = able.filter(
      (id) => !told.some((one) => one.personId === id && one.role === to && one.step === offset),
    );
    const isTold = able.length > 0 && asked.length === 0;
    const readers = asked.flatMap((id) => readingOf(people, id, offset, day) ?? []);
    return isTold ? [] : [{ ...reminder, readers }];
  });
}

/** By whom somebody's step is read on that day, and how it reaches them. */
function readingOf(
  people: Map<string, Person>,
  id: string,
  offset: number,
  day: Day,
): PreviewedReaderDto | null {
  const owner = people.get(id);
  if (!owner) return null;
  const reader = readerFor(owner, people, day);
  if (!reader) return { name: owner.name, insteadOf: null, reach: 'return' };
  return {
    name: reader.name,
    insteadOf: reader === owner ? null : owner.name,
    reach: reachOf(reader.digestFrequency, offset),
  };
}

function quietDays(
  rules: ReminderRules,
  { isHoliday }: Calendar,
  { from, until }: { from: Day; until: Day },
): ReminderPreviewDto['quiet'] {
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, nth) => addDays(from, nth));
  return days.flatMap((day) => {
    const why = whyQuiet(day, rules, isHoliday);
    return why ? [{ day, why }] : [];
  });
}
