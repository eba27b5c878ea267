/** The three smileys of « Je donne mon avis » and what each is worth, out of 10. */
export const smileys = ['good', 'medium', 'bad'] as const;
export type Smiley = (typeof smileys)[number];
export const smileyScores: Record<Smiley, number> = { good: 10, medium: 5, bad: 0 };

/** How many people chose each smiley. */
export type SmileyCounts = Record<Smiley, number>;

/** Under this many answers no figure is shown: it would say little, and tell who answered. */
export const fewestAnswersShown = 5;

/** Of the reasons given in a campaign, the newest are shown, and no more than one sitting reads. */
export const mostReasonsShown = 20;

/** The two-sided 95 % quantile of the normal law. */
const z95 = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's 95 % score interval of a share, in 0…1; none where nobody answered.
 * Wilson, E. B. (1927), JASA 22 (158), 209–212.
 */
export function wilsonInterval(successes: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = successes / n;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** A satisfaction as it may be shown: nothing but `n` while too few have answered. */
export type Satisfaction =
  | { n: number; shown: false }
  | {
      n: number;
      shown: true;
      share: number;
      interval: Interval;
      score: number;
      counts: SmileyCounts;
    };

/** The share of good smileys with its interval, and the mean score out of 10. */
export function satisfactionOf(counts: SmileyCounts): Satisfaction {
  const n = counts.good + counts.medium + counts.bad;
  const interval = wilsonInterval(counts.good, n);
  if (n < fewestAnswersShown || !interval) return { n, shown: false };
  const total = smileys.reduce((sum, smiley) => sum + counts[smiley] * smileyScores[smiley], 0);
  return { n, shown: true, share: counts.good / n, interval, score: total / n, counts };
}

/**
 * Units beside their total: while those that are hidden have fewer than five answers between them,
 * the total minus the others would tell theirs, so the smallest one shown is hidden too.
 */
export function protectParts<Part extends { satisfaction: Satisfaction }>(parts: Part[]): Part[] {
  const hidden = parts.filter(({ satisfaction }) => !satisfaction.shown);
  const answers = hidden.reduce((sum, { satisfaction }) => sum + satisfaction.n, 0);
  if (answers === 0 || answers >= fewestAnswersShown) return parts;
  const shown = parts.filter(({ satisfaction }) => satisfaction.shown);
  const [smallest] = shown.sort((a, b) => a.satisfaction.n - b.satisfaction.n);
  return parts.map((part) =>
    part === smallest
      ? { ...part, satisfaction: { n: part.satisfaction.n, shown: false as const } }
      : part,
  );
}

export type TargetVerdict = 'met' | 'missed' | 'inconclusive';

/** A target is met or missed only when the whole interval is on one side of it. */
export function againstTarget(interval: Interval, target: number): TargetVerdict {
  if (interval.low >= target) return 'met';
  return interval.high < target ? 'missed' : 'inconclusive';
}
