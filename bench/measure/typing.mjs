// From a key's event to the changed total, and to the frame after it; real keys, sides in turn.
import { freshTab, throttle } from '../browser.mjs';
import { median, p95 } from '../figures.mjs';
import { lever } from '../peers/tasks.mjs';
import { openForm } from '../sides.mjs';

const pause = 100;
const longest = 15_000;

/** Types so many keys at a claim, 5 → 95 → 5 …, or as many as fit into the longest time; gives what each took. */
async function type(side, { page }, tasks, keys) {
  await page.bringToFront();
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
  return took;
}

/** Opens a form of so many tasks on each side that can within the time that is left to it. */
async function opened(browser, sides, tasks, patience) {
  const tabs = [];
  for (const side of sides) {
    const tab = await freshTab(browser, side);
    const late = new Promise((done) => setTimeout(done, patience).unref());
    const took = await Promise.race([openForm(side, tab, tasks).catch(() => undefined), late]);
    if (took) tabs.push({ side, tab, took });
    else await tab.close();
  }
  return tabs;
}

/**
 * What a key takes, by side, in a form of so many tasks with the processor slowed down so many times: medians and 95th
 * percentiles of `text` and `frame` in milliseconds. A side that cannot open the form in time is left out.
 */
export async function typing(browser, sides, { tasks, slower = 1, rounds, keys, patience = 120_000 }) {
  const tabs = await opened(browser, sides, tasks, patience);
  const all = Object.fromEntries(tabs.map(({ side }) => [side.key, []]));
  for (const { tab } of tabs) await throttle(tab, slower);
  for (let round = 0; round <= rounds; round += 1) {
    for (const { side, tab } of tabs) {
      const took = await type(side, tab, tasks, keys);
      if (round > 0) all[side.key].push(...took); // the first is for warming up
    }
  }
  for (const { tab } of tabs) await tab.close();
  return Object.fromEntries(tabs.map(({ side, took }) => {
    const of = (what) => all[side.key].map((one) => one[what]);
    const [text, frame] = ['text', 'frame'].map((what) => ({ median: median(of(what)), p95: p95(of(what)) }));
    return [side.key, { text, frame, keys: all[side.key].length, opened: took.whole }];
  }));
}
