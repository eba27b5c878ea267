/** What the server said to a word. */
export interface Answer {
  status: number;
  /** Which refusal it is. */
  code?: string | undefined;
  /** Whether it is the receipt of this very word. */
  isReceipt: boolean;
  /** How many seconds it asks to wait. */
  retryAfter: number;
}

/** Why a word is never taken as it is: what is in it, or where it goes. */
export type Reason = 'word' | 'place';

/** What becomes of a word once it was sent. */
export interface Outcome {
  /** `stumbled`: the server is there and failed on this one; `later`: it takes nothing for now. */
  fate: 'delivered' | 'refused' | 'stumbled' | 'later';
  reason?: Reason;
  /** How long the server asks to wait, in milliseconds. */
  wait?: number;
}

const [shortest, longest] = [2_000, 5 * 60_000];

/** How long to wait after so many faults in a row: twice as long each time, five minutes at most. */
export function afterFault(faults: number): number {
  return Math.min(shortest * 2 ** (faults - 1), longest);
}

/**
 * Reads what the server said. The same word sent twice bears the same code, and the server takes it
 * once: what got no answer can be sent again.
 */
export function outcomeOf(answer: Answer | null): Outcome {
  if (!answer) return { fate: 'later' };
  const { status, code, isReceipt, retryAfter } = answer;
  if (isReceipt && status < 300) return { fate: 'delivered' };
  if (status === 404 || status === 410) return { fate: 'refused', reason: 'place' };
  if ([400, 413, 422].includes(status) || code === 'feedback.code_taken') {
    return { fate: 'refused', reason: 'word' };
  }
  if (status === 500) return { fate: 'stumbled' };
  return retryAfter > 0
    ? { fate: 'later', wait: Math.min(retryAfter * 1000, longest) }
    : { fate: 'later' };
}
