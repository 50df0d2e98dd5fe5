// What a form holds in memory once it is open: a browser for each side alone, so that its process can be told.
import { readFile } from 'node:fs/promises';
import { freshTab, launch } from '../browser.mjs';
import { openForm } from '../sides.mjs';

/** Bytes by side: JavaScript's heap, the document's, buffers, and what its process alone holds where that can be read. */
export async function heaps(sides, tasks) {
  const found = {};
  for (const side of sides) {
    const browser = await launch();
    const tab = await freshTab(browser, side);
    await openForm(side, tab, tasks);
    await tab.session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await tab.session.send('Runtime.getHeapUsage');
    found[side.key] = { script: usedSize, document: embedderHeapUsedSize, buffers: backingStorageSize, own: await own(browser) };
    await browser.close();
  }
  return found;
}

/** The private memory of the browser's largest renderer. */
async function own(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateOf(id));
  return Math.max(...await Promise.all(renderers));
}

async function privateOf(id) {
  try {
    const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8');
    const kibibytes = [...text.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].map(([, figure]) => Number(figure));
    return kibibytes.reduce((sum, figure) => sum + figure, 0) * 1024;
  } catch {
    return NaN; // not on this system
  }
}
