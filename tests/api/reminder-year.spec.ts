import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { addDays, daysBetween } from '../../backend/domain/days.js';
import { usualRules } from '../../backend/domain/reminders.js';
import { frenchHolidays } from '../../backend/organization/calendar.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { DigestService } from '../../backend/reminders/digest.service.js';
import { addUnit, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

/** A year, a summer closure, and the two days on which the clock changes. */
const first = '2026-01-01';
const days = Array.from({ length: 365 }, (_, nth) => addDays(first, nth));
const closure = { from: '2026-08-03', to: '2026-08-14' };

/** An action of the year: the day it is due, and the one it is done, if it is. */
interface Planned {
  id: string;
  ownerId: string;
  dueOn: string;
  doneOn: string | null;
}

let program: Program;
let tenant: OpenedOrganization;
let planned: Planned[];
let digests: { personId: string; day: string; letterId: string }[];
let told: {
  personId: string;
  duty: string;
  subjectId: string;
  step: number;
  role: string;
  day: string;
}[];

const isQuiet = (day: string): boolean =>
  [0, 6].includes(new Date(day).getUTCDay()) ||
  frenchHolidays(null)(day) ||
  (closure.from <= day && day <= closure.to);
const nextOpen = (day: string): string => (isQuiet(day) ? nextOpen(addDays(day, 1)) : day);

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  const quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  const owners: Signed[] = [];
  for (const name of ['Accueil', 'Aide à domicile', 'Crèche']) {
    const { id } = await addUnit(administrator, tenant.rootUnitId, name);
    await program.member(tenant, 'manager', id);
    for (let nth = 0; nth < 3; nth += 1) owners.push(await program.member(tenant, 'agent', id));
  }
  const units = await stored<{ id: string }>(
    ...([
      program,
      tenant,
      'SELECT id FROM unit WHERE parent_id IS NOT NULL ORDER BY name',
    ] as const),
  );
  planned = Array.from({ length: 90 }, (_, nth) => {
    const dueOn = addDays(first, 10 + ((nth * 37) % 340));
    // One in five is early, one in five on its day, two late, and one never done.
    const delay = [-5, 0, 11, 40, null][nth % 5] ?? null;
    return {
      ...{ id: newId(), ownerId: (owners[nth % owners.length] as Signed).id, dueOn },
      doneOn: delay === null ? null : addDays(dueOn, delay),
    };
  });
  await program.within(tenant, async (tx) => {
    await tx.query('UPDATE organization SET reminder_rules = $1', [
      { ...usualRules, quietPeriods: [closure] },
    ]);
    for (const [nth, { id, ownerId, dueOn }] of planned.entries()) {
      await tx.query(
        `INSERT INTO action (id, reference, kind, title, unit_id, owner_id, due_on, created_by)
         VALUES ($1, $2, 'corrective', $3, $4, $5, $6, $7)`,
        [id, `A-${nth}`, `Action ${nth}`, units[nth % 3]?.id, ownerId, dueOn, quality.id],
      );
      await tx.query(
        `INSERT INTO origin (id, action_id, kind, reference) VALUES ($1, $2, 'audit', '3.12.1')`,
        [newId(), id],
      );
    }
  });
  for (const day of days) await live(day);
  digests = await stored(
    ...([
      program,
      tenant,
      'SELECT person_id AS "personId", day, letter_id AS "letterId" FROM digest',
    ] as const),
  );
  told = await stored(
    ...([
      program,
      tenant,
      `SELECT person_id AS "personId", duty, subject_id AS "subjectId", step, role,
              told_on AS day FROM reminder`,
    ] as const),
  );
}, 120_000);
afterAll(() => program.close());

/** One day of the year: what is done that day is done at dawn; now and then the clock turns twice. */
async function live(day: string): Promise<void> {
  const done = planned.filter(({ doneOn }) => doneOn === day).map(({ id }) => id);
  if (done.length > 0) {
    await program.within(tenant, (tx) =>
      tx.query(
        `UPDATE action SET state = 'done', done_on = $2, progress = 100 WHERE id = ANY ($1)`,
        [done, day],
      ),
    );
  }
  const service = program.app.get(DigestService);
  await service.sweep(new Date(`${day}T06:30:00Z`));
  if (day.endsWith('1')) await service.sweep(new Date(`${day}T15:00:00Z`));
  // The mail server of that day took its letters: a digest that waits would be taken back by the next.
  await program.within(tenant, (tx) =>
    tx.query(`UPDATE letter SET state = 'sent' WHERE state = 'waiting'`),
  );
}

describe('a year of reminders', () => {
  it('writes nobody twice on one day, and one letter for each digest', async () => {
    expect(digests.length).toBeGreaterThan(200);
    expect(new Set(digests.map(({ personId, day }) => `${personId} ${day}`)).size).toBe(
      digests.length,
    );
    expect(new Set(digests.map(({ letterId }) => letterId)).size).toBe(digests.length);
    const letters = await stored(program, tenant, `SELECT FROM letter WHERE kind = 'digest'`);
    expect(letters).toHaveLength(digests.length);
  });

  it('writes nobody on a quiet day', () => {
    expect(digests.filter(({ day }) => isQuiet(day))).toEqual([]);
  });

  it('reminds nobody of what is done', () => {
    const doneOn = new Map(planned.map((one) => [one.id, one.doneOn]));
    const after = told.filter(({ duty, subjectId, day }) => {
      const done = doneOn.get(subjectId);
      return duty === 'action' && done != null && day >= done;
    });
    expect(after).toEqual([]);
  });

  it('reminds of every action at each of its steps, on the first day that is not quiet', () => {
    const last = days.at(-1) as string;
    const missing: string[] = [];
    for (const { id, ownerId, dueOn, doneOn } of planned) {
      const until = [doneOn ?? '9999', addDays(last, 1)].sort()[0] as string;
      const offsets = [-7, -1, ...Array.from({ length: 60 }, (_, week) => week * 7)];
      const expected = offsets
        .map((step) => ({ step, day: nextOpen(addDays(dueOn, step)) }))
        .filter(({ day }) => day >= first && day < until)
        // Of two steps that wait for the same day, the last says it all.
        .filter(({ day }, rank, all) => all[rank + 1]?.day !== day);
      const had = told
        .filter((one) => one.subjectId === id && one.personId === ownerId && one.role === 'owner')
        .filter(({ duty }) => duty === 'action')
        .map(({ step, day }) => `${step} ${day}`);
      const due = expected.map(({ step, day }) => `${step} ${day}`);
      if (had.sort().join() !== due.sort().join())
        missing.push(`${dueOn}: ${had.join()} ≠ ${due.join()}`);
    }
    expect(missing).toEqual([]);
  });

  it('tells a manager after a week and the quality manager after three, once each', () => {
    const raised = told.filter(({ role }) => role !== 'owner');
    const keys = raised.map(({ subjectId, role, personId }) => `${subjectId} ${role} ${personId}`);
    expect(new Set(keys).size).toBe(keys.length);
    const lastDay = days.at(-1) as string;
    const late = (after: number) =>
      planned.filter(({ dueOn, doneOn }) => {
        const day = nextOpen(addDays(dueOn, after));
        return day <= lastDay && day < (doneOn ?? '9999');
      });
    const levels = { manager: late(7), quality_manager: late(21) };
    for (const [role, actions] of Object.entries(levels)) {
      const heard = new Set(raised.filter((one) => one.role === role).map((one) => one.subjectId));
      expect([...heard].sort()).toEqual(actions.map(({ id }) => id).sort());
    }
    expect(daysBetween(first, lastDay)).toBe(364);
  });
});
