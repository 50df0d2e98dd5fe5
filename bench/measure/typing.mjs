// From a key's event to the changed total, and to the frame after it; real keys, sides in turn.
import { freshTab, throttle } from '../browser.mjs';
import { median, p95 } from '../figures.mjs';
import { lever } from '../peers/tasks.mjs';
import { openForm } from '../sides.mjs';

const pause = 100;
const longest = 15_000; // of a turn; no key is begun after it
const patience = 120_000; // for a form to open, and for one key

/** What is promised, or nothing where it takes too long or fails. */
function inTime(promise) {
  let timer;
  const late = new Promise((done) => { timer = setTimeout(done, patience); });
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}

/**
 * Types so many keys at a claim, 5 → 95 → 5 …, or as many as fit into a turn; gives what each took. Only the tab whose
 * turn it is is slowed down: a slowed tab uses up a processor even while it has nothing to do.
 */
async function type(side, tab, { tasks, keys, slower }) {
  const { page } = tab;
  await page.bringToFront();
  await throttle(tab, slower);
  await page.locator(side.claim(lever(tasks))).focus();
  await page.keyboard.press('Home');
  const took = [];
  const end = Date.now() + longest;
  // An even number of keys leaves the claim as it was.
  for (let key = 0; key < keys && (key % 2 === 1 || Date.now() < end); key += 1) {
    await page.evaluate(() => window.watched.listen());
    await page.keyboard.press(key % 2 === 0 ? '9' : 'Backspace');
    took.push(await page.evaluate(() => window.watched.took));
    await page.waitForTimeout(pause);
  }
  await throttle(tab, 1);
  return took;
}

/** Opens a form of so many tasks on each side that can in time. */
async function opened(browser, sides, tasks) {
  const open = [];
  for (const side of sides) {
    const tab = await freshTab(browser, side);
    const took = await inTime(openForm(side, tab, tasks));
    if (took) open.push({ side, tab, opened: took.whole, keys: [], turn: 0 });
    else await tab.close();
  }
  return open;
}

/**
 * What a key takes, by side, in a form of so many tasks with the processor slowed down so many times: medians and 95th
 * percentiles of `text` and `frame` in milliseconds, and how long the form took to open. A side that opens no such form in
 * time, or takes no key, is left out; one that can only do few keys in a turn has one turn after the one for warming up.
 */
export async function typing(browser, sides, { tasks, slower = 1, rounds, keys }) {
  const open = await opened(browser, sides, tasks);
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of open) {
      if (one.dead || (round > 1 && one.turn > longest)) continue;
      const start = Date.now();
      const took = await inTime(type(one.side, one.tab, { tasks, keys, slower }));
      one.turn = Date.now() - start;
      one.dead = !took;
      if (one.dead) await one.tab.close(); // else it would go on beside the others
      else if (round > 0) one.keys.push(...took);
    }
  }
  for (const { tab, dead } of open) if (!dead) await tab.close();
  return Object.fromEntries(open.map(({ side, opened, keys }) => {
    if (keys.length === 0) return [side.key, { opened }];
    const of = (what) => keys.map((one) => one[what]);
    const [text, frame] = ['text', 'frame'].map((what) => ({ median: median(of(what)), p95: p95(of(what)) }));
    return [side.key, { opened, text, frame, keys: keys.length }];
  }));
}
