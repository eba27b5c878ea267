import type { EntityManager } from 'typeorm';
import { owedActions, type OwedAction } from '../actions/owed-actions.js';
import { owedChecks } from '../effects/owed-checks.js';
import { owedDecisions } from '../actions/owed-decisions.js';
import type { Tenant } from '../database/tenancy.js';
import { sectionOf, type DigestSection } from '../domain/digest.js';
import { addDays, daysBetween, type Day } from '../domain/days.js';
import type { FeedbackKind } from '../domain/feedback.js';
import {
  firstOffset,
  isQuiet,
  levelsDue,
  stepDue,
  type DutyRole,
  type ReminderRules,
} from '../domain/reminders.js';
import { owedAnswers } from '../feedback/owed-answers.js';
import type { Calendar } from '../organization/calendar.js';
import type { Owed } from '../people/owed.js';
import { owedCalls } from '../work/calls.js';
import { owedSteps } from '../work/owed-steps.js';
import { leadersOf } from './leaders.js';
import type { Reminder } from './reminder.entity.js';
import { RulesInForce } from './rules-in-force.js';

/** What stands in somebody's digest. */
export interface Duty extends Owed {
  role: DutyRole;
  section: DigestSection;
  /** The step that has come due and that nobody told them, if there is one. */
  step: number | null;
  /** Whether its unit writes to nobody today. */
  quiet: boolean;
  /** The local hour from which it may be told. */
  hour: number;
  /** Of an action. */
  reference?: string;
  ownerName?: string;
  formerDays?: Day[];
  /** Of a decision: who says that the action is not theirs. */
  disownedBy?: string | null;
  /** Of a step: the title of its action. */
  partOf?: string;
  /** Of a mention: who wrote it. */
  author?: string;
  /** Of a feedback. */
  kind?: FeedbackKind;
}

/** All that is owed in an organisation on a day, what is due first at the head. */
export async function dutiesOn(
  tx: EntityManager,
  tenant: Tenant,
  { today, isHoliday, dayOf }: Calendar,
): Promise<Duty[]> {
  const rules = await RulesInForce.of(tx, tenant);
  const until = (kind: 'action' | 'step' | 'answer'): Day => {
    const first = Math.min(...rules.all().map((one) => firstOffset(kind, one)));
    return addDays(today, -first);
  };
  const actions = await owedActions(tx, until('action'));
  const owed: Owed[] = [
    ...actions,
    ...(await owedSteps(tx, until('step'))),
    ...(await owedChecks(tx, today)),
    ...(await owedAnswers(tx, until('answer'))),
    ...(await owedDecisions(tx)),
    ...(await owedCalls(tx)),
  ];
  const told = await toldAbout(tx, owed);
  const stands = (one: Owed, role: DutyRole, offset: number | undefined): Duty => {
    const inForce = rules.on(one.path);
    const quiet = isQuiet(today, inForce, isHoliday);
    const isNews =
      !quiet && offset !== undefined && !told.has(keyOf({ ...one, role, step: offset }));
    const section = role === 'owner' ? sectionOf(one.duty, one.dueOn, today) : 'escalated';
    return { ...one, role, section, step: isNews ? offset : null, quiet, hour: inForce.hour };
  };
  const own = owed
    .map((one) => ({ one, step: stepDue(one.duty, one.dueOn, rules.on(one.path), today) }))
    .filter(({ step }) => step !== null)
    .map(({ one, step }) => {
      const rests = restsOn(one, rules.on(one.path), today, dayOf);
      return stands(one, 'owner', rests ? undefined : step?.offset);
    });
  const leaders = await leadersOf(tx);
  const escalated = actions.flatMap((action) => {
    return levelsDue(action.dueOn, rules.on(action.path), today).flatMap(({ after, to }) =>
      leaders(action.path, to, action.personId).map((personId) =>
        stands({ ...action, personId }, to, after),
      ),
    );
  });
  return [...own, ...escalated];
}

/** Whoever has just said where an action stands is not asked again at once. */
function restsOn(
  one: Owed & Partial<Pick<OwedAction, 'reportedAt'>>,
  { restAfterReport }: ReminderRules,
  today: Day,
  dayOf: (instant: Date) => Day,
): boolean {
  return (
    one.duty === 'action' &&
    Boolean(one.reportedAt) &&
    daysBetween(dayOf(one.reportedAt as Date), today) < restAfterReport
  );
}

type Told = Pick<Reminder, 'personId' | 'duty' | 'subjectId' | 'dueOn' | 'role' | 'step'>;

function keyOf({ personId, duty, subjectId, dueOn, role, step }: Told): string {
  return [personId, duty, subjectId, dueOn, role, step].join(' ');
}

async function toldAbout(tx: EntityManager, owed: Owed[]): Promise<Set<string>> {
  const subjects = [...new Set(owed.map(({ subjectId }) => subjectId))];
  const rows = await tx.query<Told[]>(
    `SELECT person_id AS "personId", duty, subject_id AS "subjectId", due_on AS "dueOn", role, step
       FROM reminder WHERE subject_id = ANY ($1)`,
    [subjects],
  );
  return new Set(rows.map(keyOf));
}
