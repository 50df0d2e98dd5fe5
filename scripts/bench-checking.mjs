// How many forms of 50 tasks a second are read, recomputed and checked: by one native core, in Node and in a Web
// Worker of Chromium, on the same forms in one run.
//
//   cargo xtask build && node scripts/bench-checking.mjs [rounds]
//
// The forms are those of `cargo bench -p selfscore-core --bench checking`, which is the native side, in the release profile
// with `opt-level = 3`. The other two call `check_lines` of the page's own module on blocks of 1,000 forms. Printed, as
// Markdown: the best of all rounds for 10³, 10⁴ and 10⁵ forms, what that is of the native one, and the memory.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const rounds = Number(process.argv[2] ?? 2);
const block = 1_000;
const counts = [1_000, 10_000, 100_000];
const root = new URL('../', import.meta.url);

/** Runs the native benchmark; gives what it prints. */
function native(...args) {
  const cargo = ['bench', '--quiet', '--locked', '-p', 'selfscore-core', '--bench', 'checking', '--', ...args];
  const run = spawnSync('cargo', cargo, {
    cwd: root, maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, CARGO_PROFILE_BENCH_OPT_LEVEL: '3' },
  });
  if (run.status !== 0) throw new Error('the native benchmark failed');
  return run.stdout;
}

/** Forms a second, by their number, of the native core. */
const rates = () => Object.fromEntries(native('--bench').toString().split('\n')
  .filter((line) => /^\d+ \|/.test(line))
  .map((line) => [line.split(' ')[0], Number(line.split('|').at(-1))]));

const forms = native('--lines', String(block));

const selfscore = createRequire(import.meta.url)('../dist/node/selfscore.js');
function node(count) {
  const start = performance.now();
  for (let done = 0; done < count; done += block) {
    const { scored } = selfscore.check_lines(forms);
    if (scored !== block) throw new Error(`${scored} of ${block} forms have figures`);
  }
  return count / (performance.now() - start) * 1_000;
}

/** The page's script, loaded by a worker of an empty page: the module in it is what the page runs. */
const worker = `
  importScripts('/selfscore.js');
  const ready = wasm_bindgen({ module_or_path: selfscoreModule });
  onmessage = async ({ data: { forms, count, block } }) => {
    const { memory } = await ready;
    const start = performance.now();
    for (let done = 0; done < count; done += block) {
      const { scored } = wasm_bindgen.check_lines(forms);
      if (scored !== block) throw new Error(scored + ' forms have figures');
    }
    postMessage({ rate: count / (performance.now() - start) * 1000, bytes: memory.buffer.byteLength });
  };`;
const site = new URL('dist/site/', root);
const script = readdirSync(site).find((name) => /^selfscore-[0-9a-f]{12}\.js$/.test(name));
const files = {
  '/': ['text/html', '<!doctype html><title>.</title>'], '/worker.js': ['text/javascript', worker],
  '/selfscore.js': ['text/javascript', readFileSync(new URL(script, site))], '/forms': ['application/x-ndjson', forms],
};
const server = createServer(({ url }, reply) => {
  const [type, body] = files[url] ?? ['text/plain', ''];
  reply.writeHead(files[url] ? 200 : 404, { 'content-type': type }).end(body);
});
await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const tab = await browser.newPage();
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
await tab.evaluate(async () => {
  window.worker = new Worker('/worker.js');
  window.forms = new Uint8Array(await (await fetch('/forms')).arrayBuffer());
});
const chromiumRate = (count) => tab.evaluate(([count, block]) => new Promise((done, failed) => {
  window.worker.onmessage = ({ data }) => done(data);
  window.worker.onerror = (error) => failed(new Error(error.message));
  window.worker.postMessage({ forms: window.forms, count, block });
}), [count, block]);

const best = Object.fromEntries(counts.map((count) => [count, { native: 0, node: 0, chromium: 0, bytes: 0 }]));
for (let round = 0; round < rounds; round += 1) {
  const natively = rates();
  for (const count of counts) {
    const { rate, bytes } = await chromiumRate(count);
    const now = { native: natively[count], node: node(count), chromium: rate, bytes };
    for (const [side, figure] of Object.entries(now)) best[count][side] = Math.max(best[count][side], figure);
  }
}
console.log(`${Math.round(forms.length / block)} bytes a form; Chromium ${browser.version()}, Node ${process.version}; best of ${rounds} rounds; forms a second\n`);
console.log('| forms | native, one core | Node | Chromium, one worker | Chromium ÷ native | memory of the module |\n|---|---:|---:|---:|---:|---:|');
for (const count of counts) {
  const { native: core, node: inNode, chromium: page, bytes } = best[count];
  const cells = [count, core, inNode, page].map((figure) => Math.round(figure).toLocaleString('en'));
  console.log(`| ${cells.join(' | ')} | ${(page / core).toFixed(2)} | ${(bytes / 2 ** 20).toFixed(0)} MiB |`);
}
await browser.close();
server.close();
