import { addDays, addYears, type Day } from '../../../backend/domain/days';
import type { ObjectiveInputDto, PlanDto, PlanWordsDto } from '../../../backend/plans/plans.dto';

/** What is typed of a plan; a form holds no absence. */
export interface PlanWords {
  title: string;
  description: string;
  unitId: string;
  pilotId: string;
  fromDay: Day;
  toDay: Day;
  /** As it is typed: « 120 000,50 ». */
  budget: string;
  governance: string;
  objectives: ObjectiveInputDto[];
}

/** What stands in the form of a new plan: three years, as a social project runs. */
export function newPlan(me: string, today: Day): PlanWords {
  return {
    ...{ title: '', description: '', unitId: '', pilotId: me, fromDay: today },
    toDay: addDays(addYears(today, 3), -1),
    ...{ budget: '', governance: '', objectives: [] },
  };
}

/** The words of a plan that is known, as they are typed. */
export function wordsOf(plan: PlanDto): PlanWords {
  const { title, description, fromDay, toDay, governance, unit, pilot, budget } = plan;
  const objectives = plan.objectives.map(({ id, wording }) => ({ id, wording }));
  return {
    ...{ title, description, fromDay, toDay, governance, objectives },
    ...{ unitId: unit.id, pilotId: pilot.id, budget: budgetInWords(budget) },
  };
}

/** What stands on the server, as a refused change tells it. */
export function wordsStanding(current: Record<string, unknown>): PlanWords {
  const told = current as unknown as Omit<PlanWords, 'budget'> & { budget: number | null };
  const { title, description, unitId, pilotId, fromDay, toDay, governance, objectives } = told;
  return {
    ...{ title, description, unitId, pilotId, fromDay, toDay, governance, objectives },
    budget: budgetInWords(told.budget),
  };
}

/** As the server takes it: trimmed, what was left empty not sent. */
export function orderOf(words: PlanWords): PlanWordsDto {
  const { budget, objectives, ...told } = words;
  const amount = readBudget(budget);
  return {
    ...told,
    title: told.title.trim(),
    description: told.description.trim(),
    governance: told.governance.trim(),
    ...(amount !== null && { budget: amount }),
    objectives: objectives
      .map(({ id, wording }) => ({ id, wording: wording.trim() }))
      .filter(({ wording }) => wording !== ''),
  };
}

/** « 120 000,50 » is 120000.5; null where nothing is said. @returns NaN for what is no amount. */
export function readBudget(typed: string): number | null {
  const bare = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (bare === '') return null;
  return /^\d{1,11}(\.\d{1,2})?$/.test(bare) ? Number(bare) : NaN;
}

/** Whether an objective can be sent: one that says nothing is left out. */
export function isObjective(wording: string): boolean {
  const { length } = wording.trim();
  return length === 0 || (length >= 3 && length <= 300);
}

function budgetInWords(budget: number | null): string {
  return budget === null ? '' : String(budget).replace('.', ',');
}
