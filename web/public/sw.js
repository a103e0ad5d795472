// Keeps the player page and the help resources available when the network or the whole server is gone.
// Network first, so a new release is never hidden by an old copy; nothing a player wrote or read is ever kept here.
const KEPT = 'shell-1';
const HELP = '/v1/help/resources';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll(['/', HELP]))
      // A failed first fill must not block the page: each later visit fills it again.
      .catch(() => undefined)
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

function keyOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return null;
  // The invitation code in `/?invite=…` is never a cache key.
  if (url.pathname === '/') return '/';
  if (url.pathname === HELP || url.pathname === '/icon.svg' || url.pathname.startsWith('/assets/')) return url.pathname;
  return null;
}

async function networkFirst(request, key) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(key, answer.clone());
    if (answer.ok || answer.status < 500) return answer;
    return (await cache.match(key)) ?? answer;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const key = keyOf(event.request);
  if (key !== null) event.respondWith(networkFirst(event.request, key));
});
