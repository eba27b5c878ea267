import type { Day } from '../domain/days.js';
import type { DutyKind } from '../domain/reminders.js';

/** Something that one person owes, as its room tells it to the reminders. */
export interface Owed {
  duty: DutyKind;
  subjectId: string;
  personId: string;
  /** What a letter may say of it: no word of whoever spoke. */
  title: string;
  dueOn: Day;
  unitName: string;
  /** The ids from the root of the organisation down to its unit: whose rules hold. */
  path: string[];
  /** The page where it is done. */
  page: string;
}
