/** The page and what it is made of, for the day when it is opened without network. */
const shelf = 'boucle-kiosk';

/** Keeps the page on the tablet, so that it opens again when the network is down. */
export function keepShell(): void {
  // A browser has neither for pages that come over plain http.
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  addEventListener('load', () => {
    navigator.serviceWorker
      .register('/borne/service-worker.js', { scope: '/borne/' })
      .then(() => document.fonts.ready)
      .then(keepFiles)
      .then(() => (document.documentElement.dataset['offline'] = 'ready'))
      // Without network at the start: what was kept before still stands.
      .catch(() => undefined);
  });
}

async function keepFiles(): Promise<void> {
  const made = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const bundles = made.filter(({ pathname }) => pathname.startsWith('/public/'));
  const files = [...new Set([location.href, ...bundles.map(({ href }) => href)])];
  const cache = await caches.open(shelf);
  await cache.addAll(files);
  // Those of an earlier edition are of no use any more.
  for (const { url } of await cache.keys()) {
    if (new URL(url).pathname.startsWith('/public/') && !files.includes(url)) {
      await cache.delete(url);
    }
  }
}
