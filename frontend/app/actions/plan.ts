import type { OpenActionDto } from '../../../backend/actions/actions.dto';
import type { ActionKind, Participation } from '../../../backend/domain/action';
import { addDays, type Day } from '../../../backend/domain/days';
import type { FeedbackKind } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';

/** What is typed of an action before it is opened; a form holds no absence. */
export interface Plan {
  kind: ActionKind;
  title: string;
  description: string;
  unitId: string;
  ownerId: string;
  verifierId: string;
  criterion: string;
  dueOn: Day;
  participation: Participation | '';
}

/** How long an action is given where nobody says otherwise. */
export const usualDays = 30;

const usualKind: Record<FeedbackKind, ActionKind> = {
  anomaly: 'corrective',
  complaint: 'corrective',
  suggestion: 'improvement',
  compliment: 'improvement',
};

/** What most actions born of such a feedback look like; all of it can be changed. */
export function planFor({ kind, unit }: FeedbackDto, me: string, today: Day): Plan {
  return {
    kind: usualKind[kind],
    title: '',
    description: '',
    unitId: unit.id,
    ownerId: me,
    verifierId: '',
    criterion: '',
    dueOn: addDays(today, usualDays),
    participation: '',
  };
}

/** As the server takes it: what was left empty is not sent. */
export function orderOf(plan: Plan, feedbackId: string, causeId?: string): OpenActionDto {
  const { verifierId, criterion, participation, title, description, ...told } = plan;
  return {
    ...told,
    title: title.trim(),
    description: description.trim(),
    ...(verifierId && { verifierId }),
    ...(criterion.trim() && { criterion: criterion.trim() }),
    ...(participation && { participation }),
    origins: [
      { kind: 'feedback', feedbackId },
      ...(causeId ? [{ kind: 'analysis_cause' as const, causeId }] : []),
    ],
  };
}
