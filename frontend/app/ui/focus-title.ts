/** How long a title may take to come; after that the person has gone on without it. */
const patience = 10_000;

/**
 * Gives the focus to the title in `place`, at once or as soon as it is known, so that a screen
 * reader says where one has come rather than « main » or « loading ». Meanwhile `place` holds it;
 * somebody who moves on is left where they went.
 */
export function focusTitle(place: HTMLElement): void {
  if (focusNow(place)) return;
  place.focus({ preventScroll: true });
  const watch = new MutationObserver(() => {
    const { activeElement, body } = document;
    const waiting = activeElement === place || activeElement === body || activeElement === null;
    if (!waiting || focusNow(place)) stop();
  });
  const clock = setTimeout(stop, patience);
  watch.observe(place, { childList: true, subtree: true, attributeFilter: ['tabindex'] });

  function stop(): void {
    watch.disconnect();
    clearTimeout(clock);
  }
}

/** A title that is still on its way bears no tabindex: see <boucle-heading>. */
function focusNow(place: HTMLElement): boolean {
  const title = place.querySelector<HTMLElement>('h1[tabindex], h2[tabindex]');
  title?.focus({ preventScroll: true });
  return title !== null;
}
