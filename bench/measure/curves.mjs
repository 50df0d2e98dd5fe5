// How cost grows: with the tasks of a form while one types, and with the forms of a batch.
import { ours, peer, writeForms } from './batch.mjs';
import { readiness } from './ready.mjs';
import { typing } from './typing.mjs';

/** Forms with more tasks are opened once only, for the typing. */
const openedOften = 1_000;

/** By number of tasks and side: how long a key takes, and how long the form takes to be there. */
export async function byTasks(browser, sides, counts, { rounds, keys, said }) {
  const found = {};
  for (const tasks of counts) {
    said(`${tasks} tasks`);
    found[tasks] = await typing(browser, sides, { tasks, rounds, keys });
    if (tasks > openedOften) continue;
    const took = await readiness(browser, sides, tasks, rounds);
    for (const [key, { whole }] of Object.entries(took)) found[tasks][key].opened = whole;
  }
  return found;
}

/** By number of forms and side, peers up to a limit: the seconds of every round, and what was wrong. */
export async function byForms(browser, sides, counts, { file, workers, rounds, limit, seed, said }) {
  const found = {};
  for (const forms of counts) {
    const stream = await writeForms(file, { seed: seed + forms, forms, tasks: 50 });
    const cost = (found[forms] = { ties: stream.ties, sides: {} });
    const add = (key, result) => (cost.sides[key] ??= []).push(result);
    for (let round = 0; round < rounds; round += 1) {
      for (const side of sides) {
        said(`${forms} forms, ${side.name}`);
        if (side.key === 'ours') {
          add('ours', await ours(browser, side, stream, workers));
          add('one', await ours(browser, side, stream, 1));
        } else if (forms <= limit) {
          add(side.key, await peer(browser, side, stream, forms));
        }
      }
    }
  }
  return found;
}
