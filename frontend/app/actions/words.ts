import type { EditActionDto } from '../../../backend/actions/action-words.dto';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type {
  ActionKind,
  CheckMethod,
  Participation,
  Rating,
} from '../../../backend/domain/action';
import type { Day } from '../../../backend/domain/days';

/** The words of an action that several people may be writing, as the server holds them. */
export interface Words {
  kind: ActionKind;
  title: string;
  description: string;
  rationale: string;
  unitId: string;
  ownerId: string;
  startOn: Day | null;
  feasibility: Rating | null;
  impact: Rating | null;
  cost: number | null;
  effortDays: number | null;
  skills: string;
  stakeholders: string;
  levers: string;
  obstacles: string;
  participation: Participation | null;
  participants: string;
  verifierId: string | null;
  criterion: string | null;
  checkOn: Day | null;
  checkMethod: CheckMethod | null;
  checkIndicatorId: string | null;
  checkTarget: number | null;
  checkDays: number | null;
}

/** The words of an action as its record tells them. */
export function wordsOf(action: ActionDto): Words {
  const { kind, title, description, rationale, startOn, feasibility, impact } = action;
  const { cost, effortDays, skills, stakeholders, levers, obstacles } = action;
  const { participation, participants, criterion, check } = action;
  return {
    ...{ kind, title, description, rationale, startOn, feasibility, impact },
    ...{ cost, effortDays, skills, stakeholders, levers, obstacles },
    ...{ participation, participants, criterion },
    ...{ unitId: action.unit.id, ownerId: action.owner.id },
    verifierId: action.verifier?.id ?? null,
    checkOn: check.on,
    checkMethod: check.method,
    checkIndicatorId: check.indicator?.id ?? null,
    checkTarget: check.target,
    checkDays: check.days,
  };
}

/** As the server takes them back: what is empty is left out. */
export function changeOf(words: Words, version: number): EditActionDto {
  return { ...said(words), version } as EditActionDto;
}

/** Without what says nothing, which the server takes for empty. */
export function said(words: Partial<Words>): object {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null));
}
