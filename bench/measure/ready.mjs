// From the start of the navigation to the first usable input, with an empty profile each time; sides in turn.
import { freshTab } from '../browser.mjs';
import { median } from '../figures.mjs';
import { openForm } from '../sides.mjs';

/** Medians in milliseconds by side: `ready`, and `whole` until the last of so many tasks is there. */
export async function readiness(browser, sides, tasks, rounds) {
  const all = Object.fromEntries(sides.map(({ key }) => [key, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of sides) {
      const tab = await freshTab(browser, side);
      const took = await openForm(side, tab, tasks);
      await tab.close();
      if (round > 0) all[side.key].push(took); // the first is for warming up
    }
  }
  return Object.fromEntries(Object.entries(all).map(([key, took]) => [key, {
    ready: median(took.map(({ ready }) => ready)),
    whole: median(took.map(({ whole }) => whole)),
  }]));
}
