import { addDays, type Day } from '../../../backend/domain/days';

export interface Quarter {
  year: number;
  /** 1 to 4. */
  rank: number;
  from: Day;
  to: Day;
}

/** The quarter that a day belongs to. */
export function quarterOf(day: Day): Quarter {
  const year = Number(day.slice(0, 4));
  const rank = Math.ceil(Number(day.slice(5, 7)) / 3);
  return { year, rank, from: firstDay(year, rank), to: addDays(firstDay(year, rank + 1), -1) };
}

/** The last quarter that was over on a day: the one that is ready to be published. */
export function quarterBefore(day: Day): Quarter {
  return quarterOf(addDays(quarterOf(day).from, -1));
}

/** A fifth quarter is the first of the next year. */
function firstDay(year: number, rank: number): Day {
  return new Date(Date.UTC(year, (rank - 1) * 3, 1)).toISOString().slice(0, 10);
}
