// Keeps the page for when there is no internet. The build writes the names of its files and their digest into the two lines
// below; nothing else is ever kept or fetched.
const VERSION = "VERSION";
const FILES = ["FILES"];

/** How long a slow network is waited for before the kept copy is taken. Unit: milliseconds. */
const PATIENCE = 3000;
const CACHE = `kith-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("kith-") && name !== CACHE;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  // Mail programs write "%23" for the "#" of a link.
  if (request.mode === "navigate" && new URL(request.url).pathname.includes("%23")) {
    event.respondWith(Response.redirect(request.url.replace("%23", "#")));
    return;
  }
  event.respondWith(answer(request));
});

async function answer(request) {
  const kept = await caches.match(request, { cacheName: CACHE, ignoreSearch: true })
    ?? (request.mode === "navigate" ? await caches.match("./", { cacheName: CACHE }) : undefined);
  // A name with a digest stands for one content for ever; every other name may stand for a newer one by now.
  if (kept && /-[0-9a-f]{16}(_bg)?\.\w+$/.test(new URL(request.url).pathname)) return kept;
  if (!kept) return fetch(request);
  const late = new Promise((done) => { setTimeout(done, PATIENCE, kept); });
  return Promise.race([fetch(request).catch(() => kept), late]);
}
