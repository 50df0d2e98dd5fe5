// The served page without a network: it opens, saves, and takes a newer version into use when somebody agrees.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { FormPage } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { serveFolder } from './server.mjs';
import { launch, root } from './support.mjs';

/** A copy of the built site on a server of its own: it can be changed, and go away. */
async function deployed(t) {
  const folder = await mkdtemp(join(tmpdir(), 'selfscore-offline-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await cp(join(root, 'dist/site'), folder, { recursive: true });
  let up = true;
  const { server, url } = await serveFolder(folder, () => up);
  t.after(() => { server.closeAllConnections(); server.close(); });
  return {
    url,
    goAway() { up = false; server.closeAllConnections(); },
    /** Puts another version there, told apart by a mark in its page. */
    async renew(mark) {
      const change = async (name, edit) => {
        const path = join(folder, name);
        await writeFile(path, edit(await readFile(path, 'utf8')));
      };
      await change('index.html', (text) => text.replace('<meta name="renderer"', `<meta name="mark" content="${mark}"><meta name="renderer"`));
      await change('sw.js', (text) => text.replace(/name\('\w+'\);/, `name('${mark}');`));
    },
  };
}

async function visitor(t) {
  const { context, close } = await launch({ serviceWorkers: 'allow' });
  t.after(close);
  const page = await context.newPage();
  const started = () => page.waitForFunction(() => window.selfscore && !document.getElementById('boot'));
  const kept = () => page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active.state;
  });
  return { context, page, started, kept };
}

test('without a network the page opens again, whole, with what was typed', { timeout: 120_000 }, async (t) => {
  const site = await deployed(t);
  const { page, started, kept } = await visitor(t);
  await page.goto(site.url);
  await started();
  await shows(kept, 'activated');
  const form = new FormPage(page);
  await form.type('/filled_by', '张三');
  await form.untilSaved();
  site.goAway();
  await page.reload();
  await started();
  await shows(() => form.typed('/filled_by'), '张三');
  // What is loaded when it is used is there, too.
  const name = (await readdir(join(root, 'dist/site'))).filter((name) => /^selfscore-(books|worker)-/.test(name));
  assert.equal(name.length, 2);
  const sizes = await page.evaluate(async (names) => {
    const cache = await caches.open((await caches.keys())[0]);
    return Promise.all(names.map(async (name) => (await (await cache.match(name)).arrayBuffer()).byteLength));
  }, name);
  assert.ok(sizes.every((bytes) => bytes > 100_000), String(sizes));
  await page.evaluate(() => { location.hash = '#/check'; });
  await page.locator('[data-import="office"]').setInputFiles({ name: '坏.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await page.locator('.units tbody tr').first().waitFor();
});

test('a newer version waits until somebody agrees, and nothing typed is lost', { timeout: 120_000 }, async (t) => {
  const site = await deployed(t);
  const { page, started, kept } = await visitor(t);
  await page.goto(site.url);
  await started();
  await shows(kept, 'activated');
  await site.renew('second');
  await page.reload();
  await started();
  const mark = () => page.evaluate(() => document.querySelector('meta[name="mark"]')?.content ?? 'first');
  const banner = page.locator('[data-newer="version"]');
  await banner.waitFor();
  assert.equal(await mark(), 'first', 'the one in use stays');
  const form = new FormPage(page);
  await form.type('/filled_by', '李四');
  await banner.getByRole('button', { name: '现在更新' }).click();
  await page.waitForFunction(() => document.querySelector('meta[name="mark"]')?.content === 'second');
  await started();
  await shows(() => form.typed('/filled_by'), '李四');
  await until(() => page.evaluate(() => caches.keys()), (names) => names.length === 2 && names.every((name) => name.startsWith(`selfscore ${site.url} `)));
  assert.equal(await banner.count(), 0);
});

test('the manifest says what an installed page needs', async (t) => {
  const site = await deployed(t);
  const { page, started, context } = await visitor(t);
  await page.goto(site.url);
  await started();
  const session = await context.newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.name, '绩效考核自评');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A private window installs nothing.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
  for (const { src, sizes } of manifest.icons.filter(({ type }) => type === 'image/png')) {
    const bytes = await readFile(join(root, 'dist/site', src));
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
});
