// The points for tasks in exact fractions of whole numbers; shares no code with any side.
//
// The rule is that of schemes/business-environment-2021.json, as core/src/scoring/tasks.rs reads it: 60 × Σ(weight ×
// share) ÷ Σ weight with weight 1 for a lead task and 0.5 for a supporting one; the share is all from 100 % on and where a
// system is being debugged, nothing below 60 %, else what is claimed; rounded once, half away from zero, to two places.

/** A plain decimal that is not negative as a fraction. */
function fraction(decimal) {
  const [whole, places = ''] = decimal.split('.');
  return { over: BigInt(whole + places), under: 10n ** BigInt(places.length) };
}

const plus = (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
const times = (a, b) => ({ over: a.over * b.over, under: a.under * b.under });
const atLeast = (a, whole) => a.over >= BigInt(whole) * a.under;

const weights = { lead: { over: 1n, under: 1n }, supporting: { over: 1n, under: 2n } };

function share(task) {
  const completion = fraction(task.completion);
  if (task.in_debugging || atLeast(completion, 100)) return { over: 1n, under: 1n };
  if (!atLeast(completion, 60)) return { over: 0n, under: 1n };
  return times(fraction(task.claim), { over: 1n, under: 100n });
}

/** Shares have few different denominators; summed for each by itself they stay small. */
function sum(fractions) {
  const byUnder = new Map();
  for (const { over, under } of fractions) byUnder.set(under, (byUnder.get(under) ?? 0n) + over);
  return [...byUnder].map(([under, over]) => ({ over, under })).reduce(plus);
}

/** The points before rounding, in cents. */
export function inCents(tasks) {
  const weighted = sum(tasks.map((task) => times(weights[task.role], share(task))));
  const weight = sum(tasks.map((task) => weights[task.role]));
  return times(times({ over: 6_000n, under: 1n }, weighted), { over: weight.under, under: weight.over });
}

/** The points in whole cents. */
export function exact(tasks) {
  const { over, under } = inCents(tasks);
  return (2n * over + under) / (2n * under);
}

/** Whether the points lie just on half a cent. */
export function isTie(tasks) {
  const { over, under } = inCents(tasks);
  return (2n * over) % under === 0n && ((2n * over) / under) % 2n === 1n;
}
