// How many forms of 50 tasks a second are read, recomputed and checked: by one native core, and in the page of Chromium
// by its workers, on the same forms in one run.
//
//   cargo xtask build && node scripts/bench-checking.mjs [rounds] [forms ...]
//
// The native side is `cargo bench -p selfscore-core --bench checking` in the profile of the command line. In the page a stream
// is chosen as a user chooses it, two seconds after the page was opened, and the page itself says how long it took: from the choice to
// the finished list. Once it has as many workers as there are cores, once only one. Printed, as Markdown: the best of
// all rounds for 10³, 10⁴ and 10⁵ forms, what that is of the native core, and the memory of the page and its workers.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const rounds = Number(process.argv[2] ?? 2);
const counts = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [1_000, 10_000, 100_000];
const block = 1_000;
const root = new URL('../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'selfscore-bench-'));

/** Runs the native benchmark; gives what it prints. */
function native(...args) {
  const cargo = ['bench', '--quiet', '--locked', '--profile', 'native', '-p', 'selfscore-core', '--bench', 'checking', '--', ...args];
  const run = spawnSync('cargo', cargo, { cwd: root, maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'inherit'] });
  if (run.status !== 0) throw new Error('the native benchmark failed');
  return run.stdout;
}

/** Forms a second, by their number, of the native core. */
const rates = () => Object.fromEntries(native('--bench', ...counts.map(String)).toString().split('\n')
  .filter((line) => /^\d+ \|/.test(line))
  .map((line) => [line.split(' ')[0], Number(line.split('|').at(-1))]));

const forms = native('--lines', String(block));
const file = (count) => join(folder, `${count}.ndjson`);
for (const count of counts) {
  const out = createWriteStream(file(count));
  for (let done = 0; done < count; done += block) if (!out.write(forms)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

/** What the page says of a stream, with so many workers, and the bytes of its process. */
async function inPage(count, workers) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.addInitScript((workers) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => workers });
  }, workers);
  await page.goto(new URL('dist/selfscore.html#/check', root).href);
  // Nobody chooses a file sooner; the page has its workers started by then.
  await page.locator('[data-import="office"]').waitFor({ state: 'attached' });
  await page.waitForTimeout(2_000);
  await page.locator('[data-import="office"]').setInputFiles(file(count));
  const said = page.locator('[data-fact="listing"]');
  await said.waitFor({ timeout: 600_000 });
  const [, listed, clean] = (await said.innerText()).match(/共 (\d+) 份表，其中 (\d+) 份没有发现问题/);
  const seconds = await said.getAttribute('data-took');
  if (Number(listed) !== count || Number(clean) !== count) throw new Error(`${listed} forms listed, ${clean} clean, of ${count}`);
  const session = await page.context().newCDPSession(page);
  const { metrics } = await session.send('Performance.enable').then(() => session.send('Performance.getMetrics'));
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  await browser.close();
  return { rate: count / Number(seconds), heap };
}

const cores = cpus().length;
const best = Object.fromEntries(counts.map((count) => [count, { native: 0, one: 0, all: 0, heap: 0 }]));
for (let round = 0; round < rounds; round += 1) {
  const natively = rates();
  for (const count of counts) {
    const one = await inPage(count, 1);
    const all = await inPage(count, cores);
    const now = { native: natively[count], one: one.rate, all: all.rate, heap: all.heap };
    for (const [side, figure] of Object.entries(now)) best[count][side] = Math.max(best[count][side], figure);
  }
}
console.log(`${Math.round(forms.length / block)} bytes a form; ${cores} cores; best of ${rounds} rounds; forms a second\n`);
console.log(`| forms | native, one core | page, one worker | ÷ native | page, ${cores} workers | ÷ native | heap of the page |\n|---|---:|---:|---:|---:|---:|---:|`);
for (const count of counts) {
  const { native: core, one, all, heap } = best[count];
  const number = (figure) => Math.round(figure).toLocaleString('en');
  console.log(`| ${number(count)} | ${number(core)} | ${number(one)} | ${(one / core).toFixed(2)} | ${number(all)} | ${(all / core).toFixed(2)} | ${(heap / 2 ** 20).toFixed(0)} MiB |`);
}
rmSync(folder, { recursive: true });
