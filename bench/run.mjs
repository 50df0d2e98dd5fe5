// The page beside SurveyJS, HyperFormula and a page by hand: the same form, in one run, sides in turn.
//
//   cargo xtask build && npm ci --prefix bench && node bench/run.mjs
//
// Prints the tables as Markdown, and what it is doing on standard error. Options: `--quick` (few rounds, to see that it
// works), `--dist FOLDER` (the built page; dist), `--commit NAME` (what the built page is of, where that is not the
// checked-out commit), `--native PROGRAM` (core/benches/checking as it was built, else cargo builds it; `none` leaves it
// out), `--out FOLDER` (writes the tables, the curves and all figures there, too). `CHROMIUM` names the browser.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { drawing } from './draw.mjs';
import { besideNative, nativeForms } from './measure/native.mjs';
import { byForms, byTasks } from './measure/curves.mjs';
import { exactness } from './measure/exactness.mjs';
import { heaps } from './measure/heap.mjs';
import { readiness } from './measure/ready.mjs';
import { sizes } from './measure/size.mjs';
import { typing } from './measure/typing.mjs';
import { report } from './report.mjs';
import { sides } from './sides.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' }, dist: { type: 'string', default: join(root, 'dist') }, commit: { type: 'string' },
    native: { type: 'string' }, out: { type: 'string' },
  },
});
const full = {
  ready: 10, typing: { rounds: 4, keys: 16 }, curve: { rounds: 3, keys: 10 }, batch: 3, tasks: [10, 100, 1_000, 5_000], forms: [1_000, 3_000, 10_000, 30_000],
  limit: 10_000, exact: 1_000_000,
};
const quick = {
  ready: 1, typing: { rounds: 1, keys: 4 }, curve: { rounds: 1, keys: 4 }, batch: 1, tasks: [10, 100], forms: [600, 1_200], limit: 1_200, exact: 2_000,
};
const extent = options.quick ? quick : full;
const workers = availableParallelism();
const said = (words) => console.error(`${new Date().toISOString().slice(11, 19)} ${words}`);
const folder = mkdtempSync(join(tmpdir(), 'selfscore-bench-'));
const file = join(folder, 'forms.ndjson');

/** What was measured with what. */
function versions(browser) {
  const package_ = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
  const program = readdirSync(join(options.dist, 'site')).find((name) => /^selfscore-[0-9a-f]+\.js$/.test(name));
  return {
    ours: `${options.commit ?? execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).toString().trim()} (${program})`,
    surveyjs: `survey-core and survey-js-ui ${package_('survey-core')}`,
    hyperformula: package_('hyperformula'),
    decimal: package_('decimal.js'),
    chromium: browser.version(),
    node: process.version.slice(1),
    date: new Date().toISOString().slice(0, 10),
    workers,
    load: [loadavg()[0]],
    quick: options.quick === true,
  };
}

const browser = await launch();
const all = await sides(options.dist);
const found = { versions: versions(browser), names: Object.fromEntries(all.map(({ key, name }) => [key, name])) };
const step = async (name, measure) => {
  said(name);
  found[name] = await measure();
};
await step('size', () => sizes(browser, all));
await step('ready', () => readiness(browser, all, 200, extent.ready));
await step('typing', async () => {
  const took = {};
  for (const tasks of [200, 1_000]) {
    for (const slower of [1, 4]) {
      said(`typing: ${tasks} tasks, processor ${slower} times slower`);
      took[`${tasks}/${slower}`] = await typing(browser, all, { tasks, slower, ...extent.typing });
    }
  }
  return took;
});
await step('heap', () => heaps(all, 200));
await step('tasks', () => byTasks(browser, all, extent.tasks, { ...extent.curve, said }));
const counting = { file, workers, rounds: extent.batch, limit: extent.limit, seed: 2026, said };
await step('forms', () => byForms(browser, all, extent.forms, counting));
if (options.native !== 'none') {
  await step('native', async () => {
    const stream = await nativeForms(options.native, file, options.quick ? 1_000 : 10_000);
    return besideNative(browser, all[0], stream, { program: options.native, workers, rounds: extent.batch });
  });
}
await step('exact', () => exactness(browser, all[0], { file, forms: extent.exact, workers, seed: 1, said }));
found.versions.load.push(loadavg()[0]);
await browser.close();
rmSync(folder, { recursive: true });

const markdown = report(found);
console.log(markdown);
if (options.out) {
  mkdirSync(options.out, { recursive: true });
  writeFileSync(join(options.out, 'figures.json'), JSON.stringify(found, null, 1));
  writeFileSync(join(options.out, 'side-by-side.md'), markdown);
  writeFileSync(join(options.out, 'curves.svg'), drawing(found));
}
for (const side of all) side.close();
