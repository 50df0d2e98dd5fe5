// What is to be reached, beside what was measured.
import { growth, median, ratio, whole, ms } from './figures.mjs';

const atMost = (what, figure, bar, shown = ratio) => ({ what, figure: shown(figure), bar: `≤ ${shown(bar)}`, reached: figure <= bar });
const atLeast = (what, figure, bar, shown = ratio) => ({ what, figure: shown(figure), bar: `≥ ${shown(bar)}`, reached: figure >= bar });

/** The steepest growth between two neighbours of a curve, of those the side has. */
export function steepest(curve) {
  const steps = curve.slice(1).map(([more, to], at) => growth(curve[at][1], to, curve[at][0], more));
  return Math.max(...steps);
}

/** The cost of one side of the page by number of tasks: what a key takes, or how long the form takes to be there. */
export const taskCurve = (found, key, cost) => Object.entries(found.tasks)
  .filter(([, sides]) => sides[key] && cost(sides[key]) !== undefined)
  .map(([tasks, sides]) => [Number(tasks), cost(sides[key])]);

/** What a key takes until the text has changed, where the side took any. */
export const keyCost = (one) => one.text?.median;

/** The seconds of one side by number of forms. */
export const formCurve = (found, key) => Object.entries(found.forms)
  .filter(([, { sides }]) => sides[key])
  .map(([forms, { sides }]) => [Number(forms), median(sides[key].map(({ seconds }) => seconds))]);

export function goals(found) {
  const { ready, typing, native, exact } = found;
  const list = [];
  for (const [cost, words] of [['ready', 'first input'], ['whole', 'all 200 tasks']]) {
    list.push(atMost(`${words} ÷ hand-written`, ready.ours[cost] / ready.handwritten[cost], 1.5));
    list.push(atMost(`${words} ÷ SurveyJS`, ready.ours[cost] / ready.surveyjs[cost], 0.15));
  }
  for (const tasks of [200, 1_000]) {
    const { ours, handwritten } = typing[`${tasks}/1`];
    list.push(atMost(`key → text, p95, ${whole(tasks)} tasks ÷ hand-written`, ours.text.p95 / handwritten.text.p95, 1.5));
    list.push(atMost(`key → next frame, p95, ${whole(tasks)} tasks ÷ hand-written`, ours.frame.p95 / handwritten.frame.p95, 1.5));
  }
  for (const tasks of [200, 1_000]) {
    const { ours } = typing[`${tasks}/4`];
    list.push(atMost(`key → text, p95, ${whole(tasks)} tasks, processor 4 times slower`, ours.text.p95, 50, ms));
  }
  if (native) {
    list.push(atLeast('batch in the browser, forms/s', median(native.all), 50_000, whole));
    list.push(atLeast('one worker ÷ native on one core', median(native.one) / median(native.native), 0.5));
  }
  list.push(atMost(`wrong totals of ${whole(exact.forms)}`, exact.wrong, 0, whole));
  list.push(atMost('steepest growth of key → text with the tasks (1 is linear)', steepest(taskCurve(found, 'ours', keyCost)), 1.1));
  list.push(atMost('steepest growth of opening with the tasks', steepest(taskCurve(found, 'ours', (one) => one.opened)), 1.1));
  list.push(atMost('steepest growth of the batch with the forms', steepest(formCurve(found, 'ours')), 1.1));
  return list;
}
