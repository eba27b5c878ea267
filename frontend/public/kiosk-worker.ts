/*
 * What stands between the kiosk's page and the network: the network first, and what was kept of the
 * page where there is none. It keeps nothing itself, and leaves the API alone.
 */
const shelf = 'boucle-kiosk';

/** How long the network may take to give the page, in milliseconds. */
const patience = 5000;

/** The part of a service worker that is used here. */
interface Fetching extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = globalThis as unknown as Worker;

addEventListener('install', (event) => (event as Fetching).waitUntil(worker.skipWaiting()));
addEventListener('activate', (event) => (event as Fetching).waitUntil(worker.clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { pathname } = new URL(request.url);
  const isKept = request.mode === 'navigate' || pathname.startsWith('/public/');
  if (request.method === 'GET' && isKept) (event as Fetching).respondWith(give(request));
});

async function give(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: shelf, ignoreVary: true });
  // What bears its hash in its name never changes.
  if (kept && request.mode !== 'navigate') return kept;
  if (!kept) return fetch(request);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(patience) });
    return fresh.status >= 500 || fresh.status === 429 ? kept : fresh;
  } catch {
    return kept;
  }
}
