// Keeps a served page at hand without a network. A version is fetched whole before it is used, and the one in use
// stays until somebody agrees to the next. Nothing but the page's own files is ever asked for.
'use strict';
var files = [/* build: files */];
// Several folders of one server may have the page.
var name = function (version) { return 'selfscore ' + self.registration.scope + ' ' + version; };
var here = name('/* build: version */');

self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(here).then(function (cache) {
    return cache.addAll(files.map(function (file) { return new Request(file, { cache: 'no-cache' }); }));
  }));
});

self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (all) {
    var ours = all.filter(function (one) { return one.indexOf(name('')) === 0 && one !== here; });
    // The version before stays: its tabs may still be open, and load parts of theirs.
    return Promise.all(ours.slice(0, -1).map(function (one) { return caches.delete(one); }));
  }).then(function () { return self.clients.claim(); }));
});

self.addEventListener('message', function (event) {
  if (event.data === 'update') { self.skipWaiting(); }
});

self.addEventListener('fetch', function (event) {
  var request = event.request;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) { return; }
  var wanted = request.mode === 'navigate' ? 'index.html' : request;
  event.respondWith(caches.open(here).then(function (cache) {
    return cache.match(wanted, { ignoreSearch: true });
  }).then(function (found) {
    return found || caches.match(request, { ignoreSearch: true });
  }).then(function (found) {
    return found || fetch(request);
  }));
});
