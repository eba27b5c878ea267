import type { FeedbackQuery, FeedbackSort } from '../../../backend/feedback/feedback.dto';
import { channels, feedbackKinds, feedbackStates } from '../../../backend/domain/feedback';
import { isId, oneOf } from '../ui/address-filters';

/** The spans of time that the sentence proposes, in days. */
export const spans = ['7', '30', '90', '365'] as const;

/** The orders that the sentence proposes, the usual one first. */
export const sorts = {
  newest: '-receivedOn',
  oldest: 'receivedOn',
  due: 'dueOn',
  criticality: '-criticality',
  severity: '-severity',
  reference: 'reference',
} as const satisfies Record<string, FeedbackSort>;

/** What the sentence proposes of deadlines. */
export const dues = ['late', 'week'] as const satisfies FeedbackQuery['due'][];

/** What the address may say of the list, and which values make sense. */
export const feedbackFilters = {
  kind: oneOf(feedbackKinds),
  state: oneOf(feedbackStates),
  due: oneOf(dues),
  unit: isId,
  theme: isId,
  channel: oneOf(channels),
  days: oneOf(spans),
  q: (words: string) => words.length <= 200,
  sort: oneOf(Object.keys(sorts)),
};

export type FeedbackFilter = keyof typeof feedbackFilters;

/** The address of the list as the server is asked for it. */
export function feedbackQuery(
  address: Partial<Record<FeedbackFilter | 'page', string>>,
): Record<string, string> {
  const { unit, theme, sort = 'newest', ...same } = address;
  return {
    ...same,
    ...(unit && { unitId: unit }),
    ...(theme && { themeId: theme }),
    sort: sorts[sort as keyof typeof sorts],
  };
}
