// Many forms at once: read, recomputed and checked by our page, parsed and totalled by the peers' engines in theirs.
// Every total is compared with the exact one.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { freshTab } from '../browser.mjs';
import { documentOf, restInCents, sealed, text } from '../document.mjs';
import { exact } from '../exact.mjs';
import { drawn, random } from '../forms.mjs';

/** Writes a stream of forms; gives their exact points for tasks, and how many are ties. */
export async function writeForms(file, { seed, forms, tasks }) {
  const next = random(seed);
  const out = createWriteStream(file);
  const totals = [];
  let ties = 0;
  for (let at = 0; at < forms; at += 1) {
    const form = drawn(next, typeof tasks === 'function' ? tasks(next) : tasks);
    totals.push(text(exact(form.tasks)));
    ties += form.tie;
    if (!out.write(`${sealed(documentOf(form.tasks, `第${at + 1}区`))}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return { file, forms, totals, ties };
}

const wrongOf = (totals, expected) => totals.filter((total, at) => total !== expected[at]).length;

/** Our page with so many workers: the list of the office, as a user gets it, and its export. */
export async function ours(browser, side, stream, workers) {
  const tab = await freshTab(browser, side);
  const { page } = tab;
  await page.addInitScript((workers) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => workers });
  }, workers);
  await page.goto(`${side.url}#/check`);
  await page.locator('[data-import="office"]').setInputFiles(stream.file);
  const said = page.locator('[data-fact="listing"]');
  await said.waitFor();
  const seconds = Number(await said.getAttribute('data-took') ?? NaN);
  if (!(seconds > 0)) throw new Error('the page does not say how long it took; it is too old');
  let wrong;
  if (stream.totals) {
    const started = page.waitForEvent('download');
    await page.locator('.listing').getByRole('button', { name: '导出清单 CSV' }).click();
    const csv = await readFile(await (await started).path(), 'utf8');
    wrong = wrongInListing(csv, stream.totals);
  }
  await tab.close();
  return { forms: stream.forms, seconds, wrong };
}

/** How many rows of the exported list lack the exact total, and the lines that are missing from it. */
function wrongInListing(csv, totals) {
  const right = new Set();
  for (const row of csv.trimEnd().split('\r\n').slice(1)) {
    const [file, , , , recomputed] = row.split(',');
    const at = Number(file.slice(file.lastIndexOf(':') + 1)) - 1;
    const cents = BigInt(recomputed.replace('.', '')) - restInCents;
    if (text(cents) === totals[at]) right.add(at);
  }
  return totals.length - right.size;
}

/** A peer's engine on the first so many forms. */
export async function peer(browser, side, stream, forms) {
  const tab = await freshTab(browser, side);
  await tab.page.goto(`${side.url}batch.html`);
  await tab.page.locator('input').setInputFiles(stream.file);
  const { totals, reading, scoring } = await tab.page.evaluate((forms) => window.bench.batch(forms), forms);
  await tab.close();
  return { forms, seconds: reading + scoring, scoring, wrong: wrongOf(totals, stream.totals) };
}
