/** The five points of the loop, always in this order. */
export const threadPoints = ['voice', 'analysis', 'action', 'effect', 'answer'] as const;
export type ThreadPoint = (typeof threadPoints)[number];

/** One point of the thread: what has happened and when, or what is awaited and from whom. */
export interface ThreadStep {
  point: ThreadPoint;
  state: 'done' | 'current' | 'awaited' | 'notNeeded';
  /** ISO day on which it happened, or is due. */
  at?: string;
  /** The name of whoever did it, or owes it; absent on public pages. */
  who?: string;
}

/** What is known of each point; a point without a day has not happened. */
export interface ThreadFacts {
  voice: { at: string; who?: string };
  analysis?: { at: string; who?: string };
  action?: { done: boolean; at?: string; who?: string };
  effect?: { at: string; who?: string };
  answer?: { at: string; who?: string };
  /** Whether it was decided in writing that no action is needed. */
  noActionNeeded: boolean;
  /** Whether the case is over, so that nothing more is awaited. */
  over: boolean;
}

/** The thread of one case: what happened is filled and dated, the first gap is current. */
export function threadOf(facts: ThreadFacts): ThreadStep[] {
  const { noActionNeeded, over } = facts;
  const steps: ThreadStep[] = threadPoints.map((point) => {
    if (point === 'action' || point === 'effect') {
      if (noActionNeeded) return { point, state: 'notNeeded' };
    }
    if (point === 'action') {
      const { done = false, ...rest } = facts.action ?? {};
      return { point, state: done ? 'done' : 'awaited', ...rest };
    }
    const fact = facts[point];
    return fact
      ? { point, state: 'done', ...fact }
      : { point, state: over ? 'notNeeded' : 'awaited' };
  });
  const current = steps.find((step) => step.state === 'awaited');
  if (current) current.state = over ? 'notNeeded' : 'current';
  return steps;
}
