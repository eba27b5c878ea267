import { isOpen, type ActionState } from '../../../backend/domain/action';
import { addDays, type Day } from '../../../backend/domain/days';

/** The parts of « my actions », in the order in which a person thinks of them. */
export const parts = ['late', 'today', 'week', 'later', 'waiting', 'over'] as const;
export type Part = (typeof parts)[number];

/** Which part an action belongs to; a week ends on Sunday. */
export function partOf({ state, dueOn }: { state: ActionState; dueOn: Day }, today: Day): Part {
  if (state === 'done') return 'waiting';
  if (!isOpen(state)) return 'over';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  const sunday = addDays(today, (7 - new Date(today).getUTCDay()) % 7);
  return dueOn <= sunday ? 'week' : 'later';
}
