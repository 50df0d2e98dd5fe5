// What the browser keeps of the program's, read and tampered with as nobody but a test does.
import { until } from './shows.mjs';

/** Runs in the page: everything in the journal, by store and key; empty where there is none. */
export const journal = (page) => page.evaluate(async () => {
  const all = { heads: {}, drafts: {}, steps: {}, damaged: {} };
  let names;
  while (!names) { // where storage is cleared while it is asked, Chromium never answers
    const asked = indexedDB.databases().catch(() => []); // ruined on the disk
    names = await Promise.race([asked, new Promise((done) => setTimeout(done, 500))]);
  }
  if (!names.some(({ name }) => name === 'selfscore')) return all;
  const database = await new Promise((done) => {
    const request = indexedDB.open('selfscore');
    // Gone since it was listed: looking must not make an empty one.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(undefined);
  });
  if (!database) return all;
  const stores = [...database.objectStoreNames];
  const transaction = stores.length && database.transaction(stores);
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  for (const name of stores) {
    const store = transaction.objectStore(name);
    const [keys, texts] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
    all[name] = Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
  }
  database.close();
  return all;
});

/** Puts texts into the journal behind the program's back: { store: { key: text } }. */
export const putJournal = (page, entries) => page.evaluate(async (entries) => {
  const database = await new Promise((done, fail) => {
    const request = indexedDB.open('selfscore');
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const transaction = database.transaction(Object.keys(entries), 'readwrite', { durability: 'strict' });
  for (const [store, texts] of Object.entries(entries)) {
    for (const [key, text] of Object.entries(texts)) transaction.objectStore(store).put(text, key);
  }
  await new Promise((done, fail) => { transaction.oncomplete = done; transaction.onabort = fail; });
  database.close();
}, entries);

/** Everything in localStorage, by its key. */
export const stored = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));

/** Puts texts into localStorage. */
export const store = (page, entries) => page.evaluate((entries) => {
  for (const [key, text] of entries) localStorage.setItem(key, text);
}, Object.entries(entries));

/** Every key and every text that the browser keeps, wherever. */
export async function everything(page) {
  const all = [...Object.values(await journal(page)), await stored(page)];
  return all.flatMap((texts) => Object.entries(texts).flat());
}

/** Waits until the copies in localStorage are as new as the journal. */
export async function mirrored(page) {
  const revisions = (drafts) => Object.entries(drafts).map(([id, { revision }]) => [id, revision]);
  await until(async () => [revisions(await storedDrafts(page)), await stored(page)], ([all, copies]) => all
    .every(([id, revision]) => JSON.parse(copies[`selfscore/draft/${id}`] ?? '{}').revision === revision));
}

/** The newest record of each draft, by its id, wherever it is kept; deleted ones have `deleted`. */
export async function storedDrafts(page) {
  const texts = [...Object.entries((await journal(page)).drafts)].map(([key, text]) => [key.slice(0, key.lastIndexOf('/')), text]);
  for (const [key, text] of Object.entries(await stored(page))) {
    if (key.startsWith('selfscore/draft/')) texts.push([key.slice('selfscore/draft/'.length), text]);
  }
  const newest = {};
  for (const [id, text] of texts) {
    let record;
    try { record = JSON.parse(text); } catch { continue; }
    if (!newest[id] || newest[id].revision < record.revision) newest[id] = record;
  }
  return newest;
}

/** The key and the text of the newest generation of the only draft in the journal. */
export async function newestText(page) {
  const { heads, drafts } = await journal(page);
  const [[id, head]] = Object.entries(heads);
  const { revision } = JSON.parse(head);
  const found = Object.entries(drafts).find(([key, text]) => key.startsWith(`${id}/`) && JSON.parse(text).revision === revision);
  return { id, revision, key: found[0], text: found[1] };
}
