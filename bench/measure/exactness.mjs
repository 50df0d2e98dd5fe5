// Totals of very many small forms by our page, each compared with the exact one.
import { ours, writeForms } from './batch.mjs';

const block = 50_000;

/** How many of so many forms of 1 to 20 tasks have a wrong total, how many are ties, and the seconds of the page. */
export async function exactness(browser, side, { file, forms, workers, seed, said }) {
  const found = { forms: 0, ties: 0, wrong: 0, seconds: 0 };
  while (found.forms < forms) {
    const stream = await writeForms(file, {
      seed: seed + found.forms, forms: Math.min(block, forms - found.forms), tasks: (next) => 1 + Math.floor(next() * 20),
    });
    const { wrong, seconds } = await ours(browser, side, stream, workers);
    found.forms += stream.forms;
    found.ties += stream.ties;
    found.wrong += wrong;
    found.seconds += seconds;
    said(`${found.forms} forms compared, ${found.wrong} wrong`);
  }
  return found;
}
