/** What an owner may say of an action from their letter, without signing in. */
export const answerGestures = ['done', 'underway', 'more_time', 'not_mine'] as const;
export type AnswerGesture = (typeof answerGestures)[number];

/** The gesture that an address names, if it names one. */
export function readGesture(named: unknown): AnswerGesture | null {
  return answerGestures.find((gesture) => gesture === named) ?? null;
}
