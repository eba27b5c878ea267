import { Injectable } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { daysToAct, deedsOf, lastDayJudged, nagShareOf } from '../domain/nag-load.js';
import { calendarOf } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import type { NagLoadDto, NagLoadQuery } from './nag-load.dto.js';

interface Counted {
  unitId: string | null;
  unitName: string;
  reminders: number;
  letters: number;
  people: number;
  judged: number;
  acted: number;
}

/** How heavily people are reminded, and whether it serves. */
@Injectable()
export class NagLoads {
  constructor(private readonly tenancy: Tenancy) {}

  /** The reminders of a period, by those of my units that got some. */
  read(me: Member, { from, to }: NagLoadQuery, now = new Date()): Promise<NagLoadDto> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      const { timeZone } = await tx.findOneByOrFail(Organization, { id: me.organizationId });
      const counted = await tx.query<Counted[]>(count, [
        ...[from, to, me.unitsFor('reminder.load'), lastDayJudged(today), daysToAct, deeds],
        timeZone,
      ]);
      const rows = counted.map(({ judged, acted, ...row }) => ({
        ...row,
        actedOn: nagShareOf(acted, judged),
      }));
      const units = rows.flatMap((row) => (row.unitId ? [{ ...row, unitId: row.unitId }] : []));
      const { reminders, letters, people, actedOn } = rows.find(({ unitId }) => !unitId) ?? nothing;
      return { from, to, units, total: { reminders, letters, people, actedOn } };
    });
  }
}

const nothing = { reminders: 0, letters: 0, people: 0, actedOn: nagShareOf(0, 0) };

/** « duty deed », so that one parameter says which deed settles which duty. */
const deeds = Object.entries(deedsOf).flatMap(([duty, verbs]) =>
  verbs.map((verb) => `${duty} ${verb}`),
);

// Whoever did it: what was asked of two managers is off both their minds once one has done it.
// The deeds are joined, not looked for reminder by reminder: a year of them is one journey.
const count = `
  WITH told AS MATERIALIZED (
    SELECT row_number() OVER () AS id, r.letter_id, r.person_id, r.duty, r.told_on,
           r.role = 'owner' AND r.told_on <= $4 AS is_judged,
           coalesce(d.action_id, s.action_id, c.action_id, r.subject_id) AS subject_id,
           coalesce(a.unit_id, f.unit_id) AS unit_id
      FROM reminder r
      LEFT JOIN deferral d ON r.duty = 'decision' AND d.id = r.subject_id
      LEFT JOIN action_step s ON r.duty = 'step' AND s.id = r.subject_id
      LEFT JOIN action_comment c ON r.duty = 'mention' AND c.id = r.subject_id
      LEFT JOIN action a ON a.id = coalesce(d.action_id, s.action_id, c.action_id, r.subject_id)
      LEFT JOIN feedback f ON r.duty = 'answer' AND f.id = r.subject_id
     WHERE r.told_on BETWEEN $1 AND $2
  ), deed AS MATERIALIZED (
    SELECT subject_id, verb, (at AT TIME ZONE $7)::date AS day FROM journal
     WHERE at >= $1::date::timestamp AT TIME ZONE $7
       AND at < ($2::date + $5::int + 1)::timestamp AT TIME ZONE $7
  ), acted AS (
    SELECT DISTINCT told.id
      FROM told JOIN deed USING (subject_id)
     WHERE told.is_judged AND told.duty || ' ' || deed.verb = ANY ($6)
       AND deed.day BETWEEN told.told_on AND told.told_on + $5::int
  )
  SELECT told.unit_id AS "unitId", u.name AS "unitName", count(*)::int AS reminders,
         count(DISTINCT told.letter_id)::int AS letters,
         count(DISTINCT told.person_id)::int AS people,
         count(*) FILTER (WHERE told.is_judged)::int AS judged, count(acted.id)::int AS acted
    FROM told JOIN unit u ON u.id = told.unit_id LEFT JOIN acted ON acted.id = told.id
   WHERE told.unit_id = ANY ($3)
   GROUP BY GROUPING SETS ((told.unit_id, u.name), ())
   ORDER BY u.name`;
