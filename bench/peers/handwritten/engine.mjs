// The total by decimal.js: `points × Σ(weight × share) ÷ Σ weight`, divided once and rounded half up once to two
// places, as schemes/business-environment-2021.json ("over_tasks", its rule "rounding") and core/src/scoring/tasks.rs have it.
import Decimal from 'decimal.js';

const points = new Decimal(60);
const weights = { lead: new Decimal(1), supporting: new Decimal('0.5') };
const hundred = new Decimal(100);
const nothing = new Decimal(0);

/** What a text says, or nothing where it is no number. */
function number(text) {
  try {
    return new Decimal(text);
  } catch {
    return nothing;
  }
}

/** A task's share in per cent. */
function share(task) {
  if (task.in_debugging) return hundred;
  const completion = number(task.completion);
  if (completion.gte(100)) return hundred;
  if (completion.lt(60)) return nothing;
  return number(task.claim);
}

export function total(tasks) {
  let sum = nothing;
  let weight = nothing;
  for (const task of tasks) {
    const own = weights[task.role];
    sum = sum.plus(own.times(share(task)));
    weight = weight.plus(own);
  }
  return points.times(sum).div(weight.times(hundred)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}
