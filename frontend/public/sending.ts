import { isComplete } from './checks';

/** How long the server may take to say that it is there, in milliseconds. */
const patience = 8000;

/**
 * Sends a form once it is complete and the server answers, so that nobody who has lost the network
 * meets the browser's own page instead of their words.
 */
export function sendWithCare(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('[type="submit"]');
  const words = button?.querySelector('span');
  const usual = words?.textContent ?? '';
  const fault = form.querySelector('[data-fault]');
  let isBusy = false;

  const rest = () => {
    isBusy = false;
    button?.removeAttribute('aria-busy');
    if (words) words.textContent = usual;
  };
  const send = async () => {
    isBusy = true;
    button?.setAttribute('aria-busy', 'true');
    if (words && button?.dataset['sending']) words.textContent = button.dataset['sending'];
    if (fault) fault.textContent = '';
    if (await isReachable()) return form.submit();
    rest();
    if (fault) fault.textContent = form.dataset['away'] ?? '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isBusy && isComplete(form)) void send();
  });
  // Whoever comes back to the page finds it as it was; a form that was sent is asked for afresh, as
  // its code has served.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isBusy) location.reload();
    else rest();
  });
}

async function isReachable(): Promise<boolean> {
  try {
    const { ok } = await fetch('/api/health', {
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    return ok;
  } catch {
    return false;
  }
}
