import { isOpen } from '../domain/action.js';
import { threadOf, type ThreadFacts, type ThreadStep } from '../domain/thread.js';
import type { Answer } from './answer.entity.js';
import type { ConsequenceDto } from './feedback.dto.js';
import type { Feedback } from './feedback.entity.js';
import type { Study } from './studies.js';

/** The thread of one feedback, from the first word to the answer. */
export function feedbackThread(
  feedback: Feedback,
  studies: Pick<Study, 'concludedOn'>[],
  actions: ConsequenceDto[],
  answers: Answer[],
  dayOf: (instant: Date) => string,
): ThreadStep[] {
  const effective = actions.filter(({ state }) => state !== 'cancelled');
  const facts: ThreadFacts = {
    voice: { at: feedback.receivedOn },
    noActionNeeded: effective.length === 0 && feedback.decision !== null,
    over: feedback.state === 'closed' || feedback.state === 'dismissed',
  };
  // What a team concluded says more than that somebody read it.
  const concludedOn = studies
    .flatMap((study) => study.concludedOn ?? [])
    .sort()
    .at(-1);
  // Whoever sets a word aside has studied it, and the reason they give is an answer.
  const studiedAt = feedback.qualifiedAt ?? feedback.dismissedAt;
  if (concludedOn) facts.analysis = { at: concludedOn };
  else if (studiedAt) facts.analysis = { at: dayOf(studiedAt) };
  const action = actionFact(effective);
  if (action) facts.action = action;
  const effect = effectFact(effective);
  if (effect) facts.effect = effect;
  const last = answers.at(-1);
  if (last) facts.answer = { at: dayOf(last.answeredAt), who: last.authorName };
  else if (feedback.dismissedAt) facts.answer = { at: dayOf(feedback.dismissedAt) };
  return threadOf(facts);
}

/** Done once all are done, on the last day; otherwise the one that is due first is awaited. */
function actionFact(actions: ConsequenceDto[]): ThreadFacts['action'] {
  const byDueDay = [...actions].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const next = byDueDay.find(({ state }) => isOpen(state));
  if (next) return { done: false, at: next.dueOn, who: next.owner.name };
  const last = [...actions].sort((a, b) => (a.doneOn ?? '').localeCompare(b.doneOn ?? '')).at(-1);
  return last?.doneOn ? { done: true, at: last.doneOn, who: last.owner.name } : undefined;
}

function effectFact(actions: ConsequenceDto[]): ThreadFacts['effect'] {
  const days = actions.flatMap(({ verdictOn }) => verdictOn ?? []).sort();
  const last = days.at(-1);
  const allVerified = actions.length > 0 && actions.every(({ state }) => state === 'verified');
  return allVerified && last ? { at: last } : undefined;
}
