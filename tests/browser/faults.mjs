// Faults, really injected: what a flawless store survives (the numbers R01 … are those of the list of faults).
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DraftsPage } from './drafts_page.mjs';
import { FormPage } from './form_page.mjs';
import { oneFile, open } from './support.mjs';

/** The page, with its page objects. */
export async function opened(t, way, options) {
  const browser = await open(t, way, options);
  return { ...browser, ...objects(browser.page) };
}

const objects = (page) => ({ form: new FormPage(page), drafts: new DraftsPage(page) });

/** Another tab of it. */
export async function anotherTab(browser) {
  const page = await browser.newTab();
  return { page, ...objects(page) };
}

/** Waits until the page has started (again). */
export const started = (page) => page.waitForFunction(() => window.selfscore && !document.getElementById('boot'));

export async function reload(page) {
  await page.reload();
  await started(page);
}

/** Goes to another page of the same origin, where the program does not run and the store can be tampered with. */
export async function away(page) {
  const style = await page.evaluate(() => document.querySelector('link[rel="stylesheet"]')?.href);
  // Beside the one file, under its name, so that it counts as the page's own.
  if (!style) await writeFile(`${oneFile}.txt`, 'not the program');
  await page.goto(style ?? pathToFileURL(`${oneFile}.txt`).href);
}

/** Comes back to it. */
export async function back(page, url) {
  await page.goto(url);
  await started(page);
}

/** An empty folder for a profile, gone when the test ends. */
export async function profile(t) {
  const folder = await mkdtemp(join(tmpdir(), 'selfscore-profile-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Kills every process of the browser that runs on a profile, as a power cut would. */
export async function kill(folder) {
  const running = () => execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
    .filter((line) => line.includes(`--user-data-dir=${folder}`)).map((line) => Number(line.trim().split(' ')[0]));
  for (const pid of running()) {
    try { process.kill(pid, 'SIGKILL'); } catch { /* gone already */ }
  }
  while (running().length) await new Promise((done) => setTimeout(done, 20));
  // A killed browser leaves its locks.
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) await rm(join(folder, lock), { force: true });
}

/** Overwrites the files of a profile's IndexedDB: the disk went bad. */
export async function ruinJournal(folder) {
  const files = (await readdir(join(folder, 'Default', 'IndexedDB'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(log|ldb)$|MANIFEST|CURRENT/.test(entry.name));
  for (const { parentPath, path, name } of files) {
    const file = join(parentPath ?? path, name);
    await truncate(file, 0);
    await writeFile(file, 'ruined by a bad disk\n'.repeat(50));
  }
  return files.length;
}

/** Forbids every kind of storage, as an office's policy does; for a profile that was never opened. */
export async function forbidStorage(folder) {
  await mkdir(join(folder, 'Default'), { recursive: true });
  await writeFile(join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
}

/** How much this page's IndexedDB may hold; Infinity: as much as before. */
export async function quota(page, bytes) {
  const client = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).protocol === 'file:' ? 'file:///' : new URL(page.url()).origin;
  await client.send('Storage.overrideQuotaForOrigin', bytes === Infinity ? { origin } : { origin, quotaSize: bytes });
}

/** Fills localStorage to the last sign. */
export const fillLocalStorage = (page) => page.evaluate(() => {
  for (let size = 1 << 22; size >= 1; size >>= 1) {
    for (let part = 0; ; part += 1) {
      try { localStorage.setItem(`filler/${size}/${part}`, 'x'.repeat(size)); } catch { break; }
    }
  }
});

export const emptyLocalStorage = (page) => page.evaluate(() => Object.keys(localStorage)
  .filter((key) => key.startsWith('filler/')).forEach((key) => localStorage.removeItem(key)));

/** Another program holds the journal: every transaction of ours waits until `release()`. */
export async function holdJournal(page) {
  await page.evaluate(async () => {
    const database = await new Promise((done) => {
      const request = indexedDB.open('selfscore');
      request.onsuccess = () => done(request.result);
    });
    window.holding = true;
    const store = database.transaction([...database.objectStoreNames], 'readwrite').objectStore('heads');
    const hold = () => {
      if (window.holding) store.get('nothing').onsuccess = hold;
      else database.close();
    };
    hold();
  });
  return () => page.evaluate(() => { window.holding = false; });
}
