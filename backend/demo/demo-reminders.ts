import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Action } from '../actions/action.entity.js';
import { addDays, type Day } from '../domain/days.js';
import { calendarOfReminders, usualRules } from '../domain/reminders.js';
import { frenchHolidays } from '../organization/calendar.js';
import { Reminder } from '../reminders/reminder.entity.js';
import { instantOf, type Cast } from './seed.js';

/** How far back people were reminded; what came due since is for the first digest to tell. */
const [first, last] = [-90, -8];

/** What people were reminded of in the last months, and where they said soon after that it stood. */
export async function seedReminders(tx: EntityManager, cast: Cast): Promise<void> {
  const { today, people, journal } = cast;
  const actions = await tx.find(Action, { order: { dueOn: 'ASC' } });
  const letters = new Map<string, string>();
  for (const { id, dueOn, doneOn, createdAt, ownerId, progress } of actions) {
    const span = {
      from: latest(addDays(today, first), dayOf(createdAt)),
      until: addDays(today, last),
    };
    const until = doneOn && doneOn < span.until ? addDays(doneOn, -1) : span.until;
    const told = calendarOfReminders(dueOn, usualRules, frenchHolidays(null), { ...span, until });
    for (const [rank, { day, offset, to }] of told.entries()) {
      const personId = to === 'owner' ? ownerId : people[to === 'manager' ? 'manager' : 'quality'];
      const letterId = letters.get(personId + day) ?? newId();
      letters.set(personId + day, letterId);
      await tx.insert(Reminder, {
        ...{ personId, duty: 'action', subjectId: id, dueOn, role: to, letterId },
        ...{ step: offset, toldOn: day },
      });
      // Two times out of three.
      if (to !== 'owner' || letters.size % 3 === 0) continue;
      const said = { progress: Math.round((progress * (rank + 1)) / (told.length + 1) / 5) * 5 };
      const at = instantOf(addDays(day, 1));
      await journal.write(tx, { id: ownerId }, 'action.report', id, said, at);
    }
  }
}

const latest = (one: Day, other: Day): Day => (one > other ? one : other);

const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);
