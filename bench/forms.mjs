// Forms drawn by a seed. Totals that lie just on half a cent, and just beside it, are far more frequent than by chance,
// since they are what inexact arithmetic gets wrong.
import { isTie } from './exact.mjs';

/** A generator of numbers below 1 (mulberry32): the same ones for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Hundredths of a per cent as they are written, without noughts at the end. */
const written = (hundredths) => String(hundredths / 100);

/** A task: half of them judged, with a claim of up to two places. */
function task(next, number) {
  const below = (most) => Math.floor(next() * most);
  const kind = next();
  const judged = kind < 0.5;
  const completion = judged ? 6_000 + below(4_000) : kind < 0.75 ? 10_000 : below(6_000);
  return {
    number: `${number}`,
    title: `第 ${number} 项任务，名称和通知里的一样长`,
    role: next() < 0.5 ? 'lead' : 'supporting',
    completion: written(completion),
    in_debugging: false,
    claim: judged ? written(below(10_001)) : '',
    note: judged ? '尚有两项待接入，预计下月完成' : '',
  };
}

/** What the total is made of, in whole numbers: Σ weight and Σ(weight × share), weights doubled, shares in hundredths. */
function sums(tasks) {
  let weight = 0;
  let sum = 0;
  for (const one of tasks) {
    const own = one.role === 'lead' ? 2 : 1;
    const completion = Number(one.completion);
    weight += own;
    sum += own * (completion >= 100 ? 10_000 : completion < 60 ? 0 : Math.round(Number(one.claim) * 100));
  }
  return { weight, sum };
}

/** Turns a form into one whose total is a tie, or `beside` a tie, by changing claims; false where that is not possible. */
function toTie(tasks, next, beside) {
  const judged = tasks.filter((one) => one.claim !== '');
  const movable = judged.find((one) => one.role === 'supporting');
  if (!movable) return false;
  const odd = tasks.filter((one) => one.role === 'supporting').length % 2 === 1;
  // Half cents are 6 × sum ÷ (5 × weight): an odd number of them is reached only if the weight is even.
  if (odd) {
    const other = tasks.find((one) => one !== movable);
    if (!other) return false;
    other.role = other.role === 'lead' ? 'supporting' : 'lead';
  }
  const { weight, sum } = sums(tasks);
  const claim = Math.round(Number(movable.claim) * 100);
  const fits = [];
  for (let moved = 0; moved <= 10_000; moved += 1) {
    const sixfold = 6 * (sum - claim + moved);
    if (sixfold % (5 * weight) === 0 && (sixfold / (5 * weight)) % 2 === 1) fits.push(moved);
  }
  const near = fits.map((moved) => moved + beside).filter((moved) => moved >= 0 && moved <= 10_000);
  if (near.length === 0) return false;
  movable.claim = written(near[Math.floor(next() * near.length)]);
  return true;
}

/**
 * A form of so many tasks: of ten, four are ties and two lie beside one by the least that a claim can differ, where
 * their tasks allow it; the others are as they were drawn. Says what it is.
 */
export function drawn(next, count) {
  const tasks = Array.from({ length: count }, (_, at) => task(next, at + 1));
  const wish = next();
  if (wish < 0.6) toTie(tasks, next, wish < 0.4 ? 0 : wish < 0.5 ? 1 : -1);
  return { tasks, tie: isTie(tasks) };
}
