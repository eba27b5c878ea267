import type { Satisfaction } from '../../../backend/domain/satisfaction';

interface Month {
  period: string;
  satisfaction: Satisfaction;
}

export type Change =
  | { verdict: 'tooFew' }
  | { verdict: 'none' | 'up' | 'down'; from: string; to: string; before: number; after: number };

/**
 * From the first month that shows something to the last. A change is called one only when the
 * intervals are apart: two months whose intervals overlap may be the same month twice.
 */
export function changeOver(months: readonly Month[]): Change {
  const shown = months.flatMap(({ period, satisfaction }) =>
    satisfaction.shown ? [{ period, ...satisfaction }] : [],
  );
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last || first === last) return { verdict: 'tooFew' };
  const facts = { from: first.period, to: last.period, before: first.share, after: last.share };
  if (last.interval.low > first.interval.high) return { verdict: 'up', ...facts };
  if (last.interval.high < first.interval.low) return { verdict: 'down', ...facts };
  return { verdict: 'none', ...facts };
}

/** Every ISO month from the first to the last, those without an answer included. */
export function withoutGaps(months: readonly Month[]): Month[] {
  const first = months[0]?.period;
  const last = months.at(-1)?.period;
  if (!first || !last) return [];
  const known = new Map(months.map((month) => [month.period, month]));
  const all: Month[] = [];
  for (let period = first; period <= last; period = monthAfter(period)) {
    all.push(known.get(period) ?? { period, satisfaction: { n: 0, shown: false } });
  }
  return all;
}

function monthAfter(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}
