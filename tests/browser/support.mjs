// Opens the built page in real browsers, in both ways that users have: from a server and from disk.
//
//   import { open, ways } from './support.mjs';
//   for (const way of ways) test(`adds up, ${way}`, async (t) => {
//     const { page } = await open(t, way);      // Playwright's Page; closed by itself
//   });
import { chromium } from 'playwright-core';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after } from 'node:test';
import { serveFolder } from './server.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const oneFile = join(root, 'dist/selfscore.html');

/** The two ways to open the page, for `for (const way of ways) test(…)`. */
export const ways = ['site', 'file'];

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let serving;

/** Serves dist/site and gives the address. One server for the whole test file, so that the storage of a kept profile is found again. */
export function serve() {
  return (serving ??= serveFolder(join(root, 'dist/site')).then(({ url }) => url));
}

/** The page's address. */
export const address = (way, file) => (way === 'file' ? pathToFileURL(file).href : serve());

let running;

/** One Chromium for the whole test file; what a test does in it stays in the test's own context. */
function shared() {
  return (running ??= chromium.launch({ executablePath, args, headless: true }));
}

after(async () => (await running)?.close());

/**
 * Starts Chromium with a profile (a folder, kept), or gives a fresh and empty context of the one that
 * runs: nothing of another test is in its storage.
 */
export async function launch({ profile, ...options } = {}) {
  // Without its service worker, which would fetch the whole page once more in every test; offline.test.mjs is about it.
  const settings = { acceptDownloads: true, locale: 'zh-CN', viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', ...options };
  const context = profile
    ? await chromium.launchPersistentContext(profile, { executablePath, args, headless: true, ...settings })
    : await (await shared()).newContext(settings);
  context.setDefaultTimeout(20_000); // ample: two files run side by side on two slow processors
  return { context, close: () => context.close() };
}

/**
 * Opens the page in Chromium and waits until it has started.
 *
 * t        the test's context: when the test ends, however it ends, the browser is closed, and the
 *          test fails if `problems` is not empty (one that expects complaints empties it itself)
 * way      'site' (a server's address) or 'file' (the one file, from disk)
 * options  `profile`: a folder to keep between two calls, as when the browser is started again;
 *          `file`: another one-file page than dist/selfscore.html; `started: false`: do not wait;
 *          everything else goes to Playwright's context (viewport, colorScheme …)
 *
 * Returns { page, context, problems, url, newTab(), close() }. A second tab shares the storage.
 */
export async function open(t, way, { file = oneFile, started = true, ...options } = {}) {
  const url = await address(way, file);
  const browser = await launch(options);
  const { context } = browser;
  const { problems, close } = closing(t, () => browser.close());
  const enter = async (page) => {
    watch(page, url, problems);
    await page.goto(url);
    if (started) await page.waitForFunction(() => window.selfscore && !document.getElementById('boot'));
    return page;
  };
  const newTab = async () => enter(await context.newPage());
  return { page: await enter(context.pages()[0] ?? await context.newPage()), context, problems, url, newTab, close };
}

/** Goes to another part of the page by its address, and waits until it is there. */
export async function visit(page, route) {
  await page.evaluate((route) => { location.hash = `#/${route}`; }, route);
  await page.locator({ fill: '.fill', check: '.page.office .facts' }[route] ?? `.page.${route}`).waitFor();
}

/** Closes once, at the latest when the test ends; then no complaint may be left. */
export function closing(t, stop) {
  const problems = [];
  let closed;
  const close = () => (closed ??= stop());
  t.after(async () => {
    await close();
    if (problems.length) throw new Error(`the page complained:\n${problems.join('\n')}`);
  });
  return { problems, close };
}

/** Notes whatever the page complains of, and every request that leaves the page. */
function watch(page, own, problems) {
  page.on('console', (message) => {
    // The driver says so where a test does without the service worker.
    const blocked = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !blocked) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(own)) problems.push(`request: ${url}`);
  });
}
