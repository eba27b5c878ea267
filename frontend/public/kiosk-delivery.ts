import { afterFault, outcomeOf, type Answer } from './kiosk-outcome';
import { changes, dropWord, setAside, wordsKept, type Waiting } from './kiosk-store';

/** How long the server may take for one word, in milliseconds. */
const patience = 20_000;

let isUnderWay = false;
/** Something came while the last delivery was under way. */
let isAskedAgain = false;
let faults = 0;
let later: ReturnType<typeof setTimeout> | undefined;

/** Delivers what waits: now, when something comes, when the network is back, and again after a fault. */
export function deliverEverything(): void {
  const start = () => void deliver();
  addEventListener('online', () => {
    // What failed before says nothing about this network.
    faults = 0;
    start();
  });
  changes.addEventListener('change', start);
  document.addEventListener('visibilitychange', start);
  start();
}

async function deliver(): Promise<void> {
  isAskedAgain = isUnderWay;
  if (isUnderWay) return;
  isUnderWay = true;
  clearTimeout(later);
  let wait: number | null;
  try {
    // Two windows of one tablet deliver one after the other.
    wait = await (navigator.locks
      ? navigator.locks.request('boucle-kiosk', deliverInOrder)
      : deliverInOrder());
  } catch {
    // The tablet's own store failed: its words stay where they are, and it is asked again.
    wait = afterFault(++faults);
  }
  isUnderWay = false;
  if (wait !== null) later = setTimeout(() => void deliver(), wait);
  else if (isAskedAgain) void deliver();
}

/** Sends one word after the other; gives how long to wait before more, or null where all is done. */
async function deliverInOrder(): Promise<number | null> {
  let isOneLeft = false;
  for (const one of await wordsKept()) {
    if (one.refused !== undefined) continue;
    const { fate, reason, wait } = outcomeOf(await send(one));
    if (fate === 'delivered') await dropWord(one);
    if (fate === 'refused') await setAside(one, reason);
    // A word that the server stumbles over must not hold up those behind it.
    if (fate === 'stumbled') isOneLeft = true;
    if (fate === 'later') return wait ?? afterFault(++faults);
  }
  if (isOneLeft) return afterFault(++faults);
  faults = 0;
  return null;
}

/** The server's answer to a word, or null where none came whole. */
async function send({ key, language, word }: Waiting): Promise<Answer | null> {
  try {
    const response = await fetch(`/api/public/units/${encodeURIComponent(key)}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ ...word, channel: 'kiosk' }),
      signal: AbortSignal.timeout(patience),
    });
    const { status, headers } = response;
    // A network that asks to be signed in to answers anything with a page of its own.
    const { code, followUpCode } = (await response.json()) as Partial<Record<string, string>>;
    const retryAfter = Number(headers.get('retry-after'));
    return { status, code, isReceipt: followUpCode === word.followUpCode, retryAfter };
  } catch {
    return null;
  }
}
