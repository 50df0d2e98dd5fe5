// What a killed browser loses: somebody types without a pause, every process of the browser is killed at a moment
// that nobody chose, and the draft is opened again.
//
//   cargo xtask build && node scripts/bench-kill.mjs [rounds] [tasks]
//
// Printed for each round: how old the typing was that is gone, from the key's event to the kill, in milliseconds.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { kill } from '../tests/browser/faults.mjs';

const [rounds = 20, tasks = 200] = process.argv.slice(2).map(Number);
const page = pathToFileURL(fileURLToPath(new URL('../dist/selfscore.html', import.meta.url))).href;

async function start(folder) {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, locale: 'zh-CN',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  const tab = context.pages()[0] ?? await context.newPage();
  await tab.goto(page);
  await tab.waitForFunction(() => window.selfscore && !document.getElementById('boot'));
  return { context, tab };
}

async function round(at) {
  const folder = await mkdtemp(join(tmpdir(), 'selfscore-kill-'));
  const first = await start(folder);
  await first.tab.getByRole('button', { name: '从 Excel 粘贴' }).click();
  const block = Array.from({ length: tasks }, (_, row) => `${row + 1}\t第 ${row} 项任务，名称和通知里的一样长\t牵头\t85\t80\t尚有两项待接入，预计下月完成`).join('\n');
  await first.tab.locator('[data-field="paste"]').fill(block);
  await first.tab.locator('.paste').getByRole('button', { name: /^添加这 \d+ 项任务$/ }).click();
  await first.tab.locator('[data-saved="saved"]').waitFor();
  const field = '[data-field="/filled_by"]';
  await first.tab.focus(field);
  // The page says when each key's event came, by the clock of the machine.
  const typed = [];
  await first.tab.exposeFunction('typed', (when) => typed.push(when));
  await first.tab.evaluate((field) => document.querySelector(field)
    .addEventListener('input', () => window.typed(Date.now())), field);
  let alive = true;
  const typing = (async () => {
    while (alive) await first.tab.keyboard.press('a');
  })().catch(() => {}); // the browser is gone
  // From one to two and a half seconds, spread evenly over the rounds.
  await new Promise((done) => setTimeout(done, 1_000 + 1_500 * at / rounds));
  const killed = Date.now();
  await kill(folder);
  alive = false;
  await typing;
  await first.context.close().catch(() => {});

  const second = await start(folder);
  const kept = (await second.tab.locator(field).inputValue()).length;
  await second.context.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const before = typed.filter((when) => when <= killed);
  return { typed: before.length, kept, lost: kept < before.length ? killed - before[kept] : 0 };
}

const all = [];
for (let at = 0; at < rounds; at += 1) {
  const { typed, kept, lost } = await round(at);
  console.log(`${typed} signs typed, ${kept} there afterwards: ${lost} ms of typing lost`);
  all.push(lost);
}
all.sort((a, b) => a - b);
console.log(`${tasks} tasks, ${rounds} kills: median ${all[rounds >> 1]} ms, the most ${all.at(-1)} ms`);
