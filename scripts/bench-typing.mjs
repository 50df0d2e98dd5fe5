// What saving costs who types: keystrokes in a form of 200 tasks, with autosave and without, in one run.
//
//   cargo xtask build && node scripts/bench-typing.mjs [tasks] [rounds]
//
// Without autosave is the example form, which is never stored; the rest is the same. Rounds of both alternate, so
// that noise meets both. Printed: key → next frame, and tasks over 50 ms, with their ratio.
import { chromium } from 'playwright-core';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [tasks = 200, rounds = 6] = process.argv.slice(2).map(Number);
const keys = 60;
const page = pathToFileURL(fileURLToPath(new URL('../dist/selfscore.html', import.meta.url))).href;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** A form of so many tasks: the example, or a draft made of it. */
async function form(saving) {
  const tab = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })).newPage();
  await tab.goto(page);
  await tab.waitForFunction(() => window.selfscore && !document.getElementById('boot'));
  await tab.getByRole('button', { name: '看一份填好的示例' }).click();
  await tab.getByText('这是一份示例').waitFor();
  if (saving) await tab.getByRole('button', { name: '存为草稿' }).click();
  await tab.getByRole('button', { name: '从 Excel 粘贴' }).click();
  const block = Array.from({ length: tasks }, (_, at) => `${at + 100}\t第 ${at} 项任务，名称和通知里的一样长\t牵头\t85\t80\t尚有两项待接入，预计下月完成`).join('\n');
  await tab.locator('[data-field="paste"]').fill(block);
  await tab.locator('.paste').getByRole('button', { name: /^添加这 \d+ 项任务$/ }).click();
  await tab.locator(`[data-field="/answers/tasks/tasks/${tasks - 1}/title"]`).waitFor();
  if (saving) await tab.locator('[data-saved="saved"]').waitFor();
  await tab.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' });
  });
  return tab;
}

/** Types in the middle of the table; gives how long each key took until the next frame, and the long tasks. */
async function type(tab) {
  const field = tab.locator(`[data-field="/answers/tasks/tasks/${tasks >> 1}/note"]`);
  await field.focus();
  await tab.evaluate(() => {
    window.long.length = 0;
    window.took = [];
    window.listen ??= addEventListener('keydown', () => {
      const start = performance.now();
      requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - start)));
    }, true) ?? true;
  });
  for (let key = 0; key < keys; key += 1) await tab.keyboard.press('a', { delay: 60 });
  return tab.evaluate(() => ({ took: window.took, long: window.long }));
}

const sides = [{ name: 'without autosave', tab: await form(false) }, { name: 'with autosave', tab: await form(true) }];
for (const side of sides) Object.assign(side, { took: [], long: [] });
for (let round = 0; round < rounds; round += 1) {
  for (const side of sides) {
    await side.tab.bringToFront();
    const { took, long } = await type(side.tab);
    if (round > 0) { // the first is for warming up
      side.took.push(...took);
      side.long.push(...long);
    }
  }
}
const at = (all, share) => [...all].sort((a, b) => a - b)[Math.floor(all.length * share)] ?? 0;
console.log(`${tasks} tasks, ${sides[0].took.length} keys a side, Chromium ${browser.version()}`);
for (const { name, took, long } of sides) {
  console.log(`${name.padEnd(17)} median ${at(took, 0.5).toFixed(1)} ms, p95 ${at(took, 0.95).toFixed(1)} ms, `
    + `${long.length} tasks over 50 ms, the longest ${Math.max(0, ...long).toFixed(0)} ms`);
}
const ratio = (share) => (at(sides[1].took, share) / at(sides[0].took, share)).toFixed(2);
console.log(`with ÷ without     median ${ratio(0.5)}, p95 ${ratio(0.95)}`);
await browser.close();
