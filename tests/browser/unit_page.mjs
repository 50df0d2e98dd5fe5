// The page of one unit at the office's desk, as an office works it.
import { asFile, sample, sealed } from './documents.mjs';
import { until } from './shows.mjs';

/**
 * A sealed form of a unit that states 3.00 for 学习先进经验; with two trainings its answers give as much, with one
 * training 2.00.
 */
export function learned(unit, trainings, change = () => {}) {
  const form = sample();
  form.unit = unit;
  form.answers.learning.occurrences.trainings = trainings;
  change(form);
  return sealed(form);
}

export class UnitPage {
  constructor(page) {
    this.page = page;
  }

  /** Puts documents, by their file names, on the desk, and waits until they are kept. */
  async give(documents) {
    await this.page.evaluate(() => { location.hash = '#/check'; });
    const files = Object.entries(documents).map(([name, document]) => ({ mimeType: 'application/json', ...asFile(name, document) }));
    await this.page.locator('[data-import="office"]').setInputFiles(files);
    await until(() => this.kept(), (kept) => Object.keys(documents).every((name) => name in kept || /check/.test(documents[name].format)));
    await this.untilKept();
  }

  async register(text) {
    await this.page.locator('[data-import="office-register"]').setInputFiles({ name: '分工.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await until(() => this.page.locator('[data-fact="register"]').innerText(), (words) => words.includes('分工.csv'));
    await this.untilKept();
  }

  async untilKept() {
    const kept = this.page.locator('[data-fact="kept"]');
    if (await kept.count()) await until(() => kept.getAttribute('data-kept'), (state) => state === 'done');
  }

  /** What the browser's database holds: the keys of forms, by file; that of decisions is a number. */
  kept() {
    return this.page.evaluate(async () => {
      // Opening what is not there would make it, without its store.
      const there = (await indexedDB.databases()).some(({ name }) => name === 'selfscore-desk');
      if (!there) return { decisions: 0 };
      const settled = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const database = await settled(indexedDB.open('selfscore-desk'));
      const store = database.transaction('desk').objectStore('desk');
      const [keys, texts] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      database.close();
      const found = { decisions: keys.filter((key) => key.startsWith('decision/')).length };
      keys.forEach((key, at) => {
        const file = /"file":"([^"]*)"/.exec(texts[at]);
        if (key.startsWith('form/') && file) found[file[1]] = key.slice('form/'.length);
      });
      return found;
    });
  }

  /** Goes to a form's page by its file. */
  async open(file) {
    const { [file]: key } = await this.kept();
    await this.page.evaluate((to) => { location.hash = to; }, `#/check/unit/${key}`);
    await this.page.locator('[data-fact="file"]').filter({ hasText: file }).waitFor();
    await this.page.locator('h3[data-unit]').waitFor();
  }

  unit() {
    return this.page.locator('h3[data-unit]').innerText();
  }

  /** Totals as claimed, recomputed, verified. */
  totals() {
    return this.page.locator('[data-total-of]').allInnerTexts();
  }

  row(criterion) {
    return this.page.locator(`tr[data-criterion="${criterion}"]`);
  }

  /** A row's cells after the criterion: full marks, claimed, recomputed, verified. */
  async figures(criterion) {
    const cells = await this.row(criterion).locator('td').allInnerTexts();
    return cells.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** The cells of the row of totals: full marks, claimed, recomputed, verified. */
  async totalRow() {
    const cells = await this.page.locator('.side-by-side tfoot [data-row="total"] td').allInnerTexts();
    return cells.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  panel(criterion) {
    return this.page.locator(`#unit-panel-${criterion}`);
  }

  async openRow(criterion) {
    await this.row(criterion).getByRole('button').click();
    await this.panel(criterion).locator('.explanation').waitFor();
  }

  field(criterion, name) {
    return this.page.locator(`[data-field="settle-${criterion}-${name}"]`);
  }

  /** What is said below a field. */
  async why(criterion, name) {
    return (await this.page.locator(`#settle-${criterion}-${name}-why`).innerText()).trim();
  }

  async fill(criterion, parts) {
    for (const [name, text] of Object.entries(parts)) await this.field(criterion, name).fill(text);
  }

  async press(criterion, button) {
    await this.panel(criterion).locator('.settle').first().getByRole('button', { name: button, exact: true }).click();
  }

  /** Decisions in words, each with how it stands. */
  async decisions(criterion) {
    const all = await this.panel(criterion).locator('.decisions li').allInnerTexts();
    return all.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  async undo() {
    await this.page.locator('.one-unit > .commands').getByRole('button', { name: '撤销上一步' }).click();
  }

  /** The rows of a table of differences. */
  async differences(name) {
    const rows = await this.page.locator(`[data-earlier] [data-table="${name}"] tbody tr`).all();
    return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  }
}
