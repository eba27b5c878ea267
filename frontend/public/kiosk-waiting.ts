import { changes, dropWord, setAside, wordsKept, type Waiting } from './kiosk-store';
import { sayToStaff } from './kiosk-words';

/** How long staff presses to read what somebody else wrote, in milliseconds. */
const pressed = 3000;

const part = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector);

/** Tells staff how much waits on the tablet and since when, and what the server never takes. */
export function showWaiting(): void {
  const sign = part<HTMLButtonElement>('[data-waiting]');
  const panel = part<HTMLDialogElement>('[data-panel]');
  if (!sign || !panel) return;
  const draw = () => void redraw(sign, panel);
  changes.addEventListener('change', draw);
  addEventListener('online', draw);
  sign.addEventListener('click', () => panel.showModal());
  part('[data-close-panel]')?.addEventListener('click', () => panel.close());
  draw();
}

async function redraw(sign: HTMLElement, panel: HTMLDialogElement): Promise<void> {
  const kept = await wordsKept().catch((): Waiting[] => []);
  const refused = kept.filter((one) => one.refused !== undefined);
  const waiting = kept.filter((one) => one.refused === undefined);
  sign.hidden = kept.length === 0;
  if (kept.length === 0) panel.close();
  sign.textContent = [
    ...(waiting[0] ? [tell('kiosk.waiting', waiting.length, waiting[0])] : []),
    ...(refused[0] ? [tell('kiosk.refused', refused.length, refused[0])] : []),
  ].join(' · ');
  part('[data-refused]')?.replaceChildren(...refused.map(describe));
}

function tell(name: string, count: number, { since }: Waiting): string {
  return sayToStaff(name, { count, since: dayAndHour(since) });
}

/** The hour alone today, else the day with it. */
function dayAndHour(since: string): string {
  const at = new Date(since);
  const isToday = at.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'long' } as const);
  return at.toLocaleString('fr-FR', { ...day, hour: '2-digit', minute: '2-digit' });
}

/** One word that was set aside: why, and what can be done; its text only for whoever insists. */
function describe(one: Waiting): HTMLElement {
  const item = document.createElement('li');
  const reason = document.createElement('p');
  const code = one.word.followUpCode;
  reason.textContent = sayToStaff(`kiosk.reason.${one.refused}`, {
    ...{ code, since: dayAndHour(one.since) },
  });
  const text = document.createElement('p');
  text.className = 'said';
  item.append(
    reason,
    text,
    button('kiosk.again', (again) =>
      again.addEventListener('click', () => void setAside(one, undefined)),
    ),
    button('kiosk.read', (read) => whenPressed(read, () => (text.textContent = wordsOf(one)))),
    button('kiosk.drop', (drop) => whenPressed(drop, () => void dropWord(one))),
  );
  return item;
}

function wordsOf({ word }: Waiting): string {
  return [word.body, word.email, word.phone].filter(Boolean).join('\n');
}

function button(name: string, prepare: (made: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = sayToStaff(name);
  prepare(made);
  return made;
}

/** Does it once the button was held, by a finger or by a key: a passer-by only touches. */
function whenPressed(held: HTMLButtonElement, act: () => void): void {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    clearTimeout(clock);
    clock = setTimeout(act, pressed);
  };
  const stop = () => clearTimeout(clock);
  held.addEventListener('pointerdown', start);
  held.addEventListener('keydown', ({ key, repeat }) => {
    if (!repeat && (key === 'Enter' || key === ' ')) start();
  });
  for (const sign of ['pointerup', 'pointerleave', 'pointercancel', 'keyup', 'blur']) {
    held.addEventListener(sign, stop);
  }
  held.addEventListener('contextmenu', (event) => event.preventDefault());
}
