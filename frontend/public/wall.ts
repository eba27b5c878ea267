/** How long one screenful is left to be read, and how often the wall looks for news, in milliseconds. */
const [toRead, toRenew] = [12_000, 60_000];

const button = document.querySelector<HTMLButtonElement>('[data-pause]');
const still = matchMedia('(prefers-reduced-motion: reduce)');
let isPaused = false;

/** Goes on by one screenful, and back to the top after the last. */
function move(): void {
  if (isPaused || still.matches) return;
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  const isLast = scrollTop + clientHeight >= scrollHeight - 1;
  // The line where a card was cut is shown again.
  const top = isLast ? 0 : scrollTop + clientHeight * 0.8;
  scrollTo({ top, behavior: isLast ? 'instant' : 'smooth' });
}

/** Takes in what was put on the wall or taken off it; without network, what is there stays. */
async function renew(): Promise<void> {
  if (isPaused) return;
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    // A wall that is shut must not go on showing what it showed.
    if (answer.status === 404 || answer.status === 410) return location.reload();
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [fresh, shown] = [page, document].map((one) => one.querySelector('[data-cards]'));
    if (fresh && shown && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
  } catch {
    // The next time may be luckier.
  }
}

function pauseOnRequest(asked: HTMLButtonElement): void {
  const words = asked.querySelector('span');
  const [pause, resume] = [words?.textContent ?? '', asked.dataset['resume'] ?? ''];
  asked.hidden = false;
  asked.addEventListener('click', () => {
    isPaused = !isPaused;
    if (words) words.textContent = isPaused ? resume : pause;
  });
}

if (button) pauseOnRequest(button);
setInterval(move, toRead);
setInterval(() => void renew(), toRenew);
