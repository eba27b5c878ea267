/** Offers the whole screen, where the browser has it to give. */
export function offerFullScreen(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-full-screen]');
  const root = document.documentElement;
  if (!button || !document.fullscreenEnabled) return;
  const show = () => (button.hidden = document.fullscreenElement !== null);
  button.addEventListener('click', () => {
    // Whoever refuses it goes on without.
    root.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  });
  document.addEventListener('fullscreenchange', show);
  show();
}

/** Keeps the tablet awake while the page is in sight; the browser lets go of it whenever it is not. */
export function keepAwake(): void {
  if (!('wakeLock' in navigator)) return;
  const ask = () => {
    if (document.visibilityState !== 'visible') return;
    // A battery that runs low refuses it.
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
