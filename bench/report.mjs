// The tables, in Markdown.
import { mib, median, ms, ratio, table, whole } from './figures.mjs';
import { formCurve, goals, keyCost, steepest, taskCurve } from './goals.mjs';

/** A section of the report for each thing that was measured; what was left out is left out. */
export function report(found) {
  return [heading, once, keys, batch, tasks, forms, native, exact, bars].map((part) => part(found)).filter(Boolean).join('\n\n');
}

const keysOf = ({ names }) => Object.keys(names);
const named = ({ names }, rest = []) => ['', ...Object.values(names), ...rest];
/** A row with a figure for each side, and ours beside two of them. */
function row(found, words, figure, shown) {
  const figures = Object.fromEntries(keysOf(found).map((key) => [key, figure(key)]));
  const beside = ['handwritten', 'surveyjs'].map((key) => ratio(figures.ours / figures[key]));
  return [words, ...Object.values(figures).map(shown), ...beside];
}
const beside = ['ours ÷ hand-written', 'ours ÷ SurveyJS'];

function heading({ versions: v }) {
  const quick = v.quick ? ' **A quick run: few rounds, no figures to go by.**' : '';
  return `${v.date}: this page ${v.ours}; SurveyJS (${v.surveyjs}); HyperFormula ${v.hyperformula}; by hand with decimal.js `
    + `${v.decimal}; Chromium ${v.chromium}, Node ${v.node}, ${v.workers} cores. Medians; sides in turn. `
    + `Load of the machine: ${v.load.map((one) => one.toFixed(1)).join(' at the start, ')} at the end.${quick}`;
}

function once(found) {
  const { size, ready, heap } = found;
  const bytes = (what) => row(found, `first load, ${what}, bytes`, (key) => size[key][what], whole);
  const held = (words, what) => row(found, words, (key) => heap[key][what], mib);
  return table(named(found, beside), [
    ...['raw', 'gzip', 'brotli'].map(bytes),
    row(found, 'navigation → first input', (key) => ready[key].ready, ms),
    row(found, 'navigation → all 200 tasks', (key) => ready[key].whole, ms),
    row(found, '200 tasks: heap', (key) => heap[key].script + heap[key].document + heap[key].buffers, mib),
    held('— of it scripts', 'script'),
    held('— of it the document', 'document'),
    held('— of it buffers', 'buffers'),
    held('200 tasks: private memory of the process', 'own'),
  ]);
}

function keys(found) {
  const rows = [];
  for (const [variant, took] of Object.entries(found.typing)) {
    const [tasks, slower] = variant.split('/');
    const words = `${whole(Number(tasks))} tasks${slower === '1' ? '' : `, ${slower} × slower`}`;
    for (const [what, end] of [['text', 'text'], ['frame', 'frame']]) {
      for (const share of ['median', 'p95']) {
        rows.push(row(found, `key → ${end}, ${words}, ${share}`, (key) => took[key]?.[what]?.[share], ms));
      }
    }
    rows.push([`keys, ${words}`, ...keysOf(found).map((key) => whole(took[key]?.keys)), '', '']);
  }
  return table(named(found, beside), rows);
}

/** The largest batch that every side did. */
function batch(found) {
  const [forms, { sides, ties }] = Object.entries(found.forms).findLast(([, one]) => Object.keys(found.names).every((key) => one.sides[key]));
  const names = {
    ours: `this page, ${found.versions.workers} workers: read, check code, recomputed, checked`, one: 'this page, one worker: the same',
    surveyjs: 'SurveyJS: parsed, total', hyperformula: 'HyperFormula: parsed, total', handwritten: 'decimal.js: parsed, total',
  };
  const rows = Object.entries(names).map(([key, name]) => {
    const all = sides[key];
    const rate = (seconds) => all[0].forms / seconds;
    return [
      name, whole(rate(median(all.map(({ seconds }) => seconds)))), whole(rate(median(all.map(({ scoring }) => scoring)))),
      `${whole(all[0].wrong)} of ${whole(all[0].forms)}`,
    ];
  });
  return `${whole(Number(forms))} forms of 50 tasks, ${whole(ties)} of them just on half a cent:\n\n`
    + table(['', 'forms/s', 'forms/s, the engine alone', 'wrong totals'], rows);
}

/** A curve of each side by rows, each with what one task or form costs, and the steepest growth between two rows. */
function curve(found, title, each, keys, names, curveOf, shown) {
  const curves = keys.map((key) => curveOf(key));
  const counts = [...new Set(curves.flat().map(([count]) => count))].sort((a, b) => a - b);
  const rows = counts.map((count) => [whole(count), ...curves.map((one) => {
    const cost = one.find(([at]) => at === count)?.[1];
    return cost === undefined ? '–' : `${shown(cost)} (${ratio((cost * each.times) / count)})`;
  })]);
  rows.push(['steepest growth', ...curves.map((one) => (one.length > 1 ? ratio(steepest(one)) : '–'))]);
  return table([`${title} (${each.words})`, ...names], rows);
}

function tasks(found) {
  const keys = keysOf(found);
  const names = Object.values(found.names);
  const each = { words: 'µs a task', times: 1_000 };
  const part = (title, cost) => curve(found, title, each, keys, names, (key) => taskCurve(found, key, cost), ms);
  return `Cost against the tasks of a form; growth 1 is linear:\n\n${part('tasks: key → text', keyCost)}\n\n`
    + part('tasks: form is there', (one) => one.opened);
}

function forms(found) {
  const keys = ['ours', 'one', ...keysOf(found).slice(1)];
  const names = [`this page, ${found.versions.workers} workers`, 'this page, one worker', ...Object.values(found.names).slice(1)];
  const each = { words: 'µs a form', times: 1_000_000 };
  return `Cost against the forms of a batch, 50 tasks each:\n\n`
    + curve(found, 'forms', each, keys, names, (key) => formCurve(found, key), (seconds) => `${seconds.toFixed(2)} s`);
}

function native({ native, versions }) {
  if (!native) return '';
  const [core, one, all] = [native.native, native.one, native.all].map(median);
  return `Forms of 50 tasks of the native benchmark, read, recomputed and checked, forms/s:\n\n`
    + table(['', 'forms/s', '÷ native'], [
      ['native, one core', whole(core), '1'], ['this page, one worker', whole(one), ratio(one / core)],
      [`this page, ${versions.workers} workers`, whole(all), ratio(all / core)],
    ]);
}

const exact = ({ exact }) => `Of ${whole(exact.forms)} forms of 1 to 20 tasks, ${whole(exact.ties)} of them just on half a cent, `
  + `this page gave **${whole(exact.wrong)}** a wrong total (${whole(exact.forms / exact.seconds)} forms/s).`;

const bars = (found) => `Goals:\n\n${table(['', 'measured', 'goal', 'reached'], goals(found)
  .map(({ what, figure, bar, reached }) => [what, figure, bar, reached ? 'yes' : '**no**']))}`;
