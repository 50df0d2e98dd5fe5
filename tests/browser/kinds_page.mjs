// The page for filling in under another scheme than the built-in one: verbs for the fields of every kind of rule.
//
//   const form = await openScheme(t, 'site', 'work-safety-example', { unit: '示例单位一' });
//   await form.value('meetings', '12');
//   await shows(() => form.points('meetings'), '30.00 / 30');
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { FormPage, occurrences } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, root } from './support.mjs';

/** A scheme of the table folder, by the name of its file. */
export const table = (name) => join(root, 'schemes/tables', `${name}.json`);

/** Fields, by their JSON pointers. */
export const valueOf = (criterion) => `/answers/${criterion}/value`;
export const claimOf = (criterion) => `/answers/${criterion}/claim`;
export const claimOff = (criterion, item) => `/answers/${criterion}/claims/${item}`;
export const flagOf = (criterion, flag) => `/answers/${criterion}/flags/${flag}`;
export const scoreOf = (criterion, place) => `/answers/${criterion}/scores/${place}`;
export const entryOf = (criterion, row, column) => `/answers/${criterion}/entries/${row}/${column}`;

/** Opens the page, then the scheme's file, and chooses the scheme for the form. */
export async function openScheme(t, way, name, { unit, ...options } = {}) {
  const { page } = await open(t, way, options);
  const form = new KindsPage(page);
  await form.takeScheme(name);
  if (unit) await form.chooseUnit(unit);
  return form;
}

export class KindsPage extends FormPage {
  /** Opens a scheme's file and chooses the scheme, which is then the last of the list. */
  async takeScheme(name) {
    const select = this.field('/scheme');
    const before = await select.locator('option').count();
    await this.pick(table(name));
    await until(() => select.locator('option').count(), (count) => count > before);
    await select.selectOption({ index: before });
  }

  // Fields

  value(criterion, text) {
    return this.type(valueOf(criterion), text);
  }

  claim(criterion, text) {
    return this.type(claimOf(criterion), text);
  }

  claimOff(criterion, item, text) {
    return this.type(claimOff(criterion, item), text);
  }

  /** Answers a question with 是 or 否. */
  async say(pointer, word) {
    await this.field(pointer).locator('label.option').filter({ hasText: word }).locator('input').check();
  }

  async scores(criterion, ...texts) {
    for (const [place, text] of texts.entries()) await this.type(scoreOf(criterion, place), text);
  }

  /** How many fields for scores there are. */
  scoreCount(criterion) {
    return this.field(`/answers/${criterion}/scores`).locator('input').count();
  }

  block(criterion) {
    return this.field(`/answers/${criterion}`);
  }

  /** The row of a scale's table that is marked, as [range, points]; undefined where none is. */
  async band(criterion) {
    const marked = this.block(criterion).locator('table.scale tr.here');
    if (await marked.count() === 0) return undefined;
    const [range, points] = await marked.locator('th, td').allInnerTexts();
    return [range.replace(/\s+/g, ' '), points];
  }

  // Lists

  entryRows(criterion) {
    return this.block(criterion).locator('tbody.task').count();
  }

  async addEntry(criterion, given = {}) {
    const row = await this.entryRows(criterion);
    await this.block(criterion).getByRole('button', { name: '添加一项' }).click();
    await this.hasCursor(entryOf(criterion, row, 'title'));
    await this.fillEntry(criterion, row, given);
  }

  async fillEntry(criterion, row, { level, placement, ...texts }) {
    for (const [column, text] of Object.entries(texts)) await this.type(entryOf(criterion, row, column), text);
    for (const [column, label] of Object.entries({ level, placement })) {
      if (label !== undefined) await this.field(entryOf(criterion, row, column)).selectOption({ label });
    }
  }

  async entryTitles(criterion) {
    const rows = await this.entryRows(criterion);
    return Promise.all(Array.from({ length: rows }, (_, row) => this.typed(entryOf(criterion, row, 'title'))));
  }

  /** The line below an entry that says how it stands. */
  async entryStanding(criterion, row) {
    return (await this.block(criterion).locator('tr.standing').nth(row).innerText()).trim();
  }

  entryCommand(criterion, name) {
    return this.block(criterion).getByRole('button', { name, exact: true }).click();
  }

  // What the page shows

  /** The state of a criterion in words: 已填、待结算、不适用 … */
  async state(criterion) {
    const said = await this.block(criterion).locator('.criterion-head .state').innerText();
    return said.replace(/^[^\p{Script=Han}]+/u, '').trim();
  }

  /** The message beside a field: the nearest one around it. */
  beside(pointer) {
    const message = 'contains(concat(" ", @class, " "), " message ") and normalize-space(.)';
    const near = this.field(pointer).locator(`xpath=ancestor-or-self::*[.//*[${message}]][1]//*[${message}]`);
    return near.first().innerText();
  }

  /** The points of a group that is more than a sum, by its title. */
  section(title) {
    return this.together(title).locator('.figure').first().innerText();
  }

  together(title) {
    const heading = this.page.locator('.group').filter({ hasText: title }).first();
    return heading.locator('xpath=following-sibling::*[contains(@class, "together")][1]');
  }

  /** Opens the explanation of a group's points and gives its text. */
  async explainSection(title) {
    const block = this.together(title);
    await block.getByRole('button').first().click();
    await block.locator('.explanation').waitFor();
    return block.locator('.explanation').innerText();
  }

  explainTotal() {
    return this.explained('explain-total');
  }

  /** How the base as a whole comes about from its weighted parts. */
  explainBase() {
    return this.explained('explain-total-base');
  }

  async explained(panel) {
    await this.page.locator(`#total button.why[aria-controls="${panel}"]`).click();
    const explanation = this.page.locator(`#${panel} .explanation`);
    await explanation.waitFor();
    return explanation.innerText();
  }

  /** What the total is added up from: each part's title and figure. */
  partsOfTotal() {
    return this.page.locator('#total table.scale tr').evaluateAll((rows) => Object.fromEntries(
      rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
    ));
  }

  /**
   * Exports the form as JSON and as CSV and opens both: nothing of the answers is lost, and every
   * figure is the same. Gives the answers as exported.
   */
  async roundTrip() {
    const { answers } = await this.exported();
    for (const kind of ['JSON', 'CSV']) {
      const { name, bytes } = await this.exportForm(kind);
      const report = await this.openFile({ name: `${kind}-${name}`, buffer: bytes });
      assert.match(report.findings.at(-1), /完全一致/, `${kind}: ${report.findings.join('\n')}`);
      assert.deepEqual((await this.exported()).answers, answers, `${kind} keeps every answer`);
    }
    return answers;
  }
}

/** Types into a field, waits for the points, and reads the message beside it. */
export async function refused(form, pointer, text, words) {
  await form.type(pointer, text);
  await until(() => form.field(pointer).getAttribute('aria-invalid'), (invalid) => invalid === 'true');
  assert.match(await form.beside(pointer), words);
}

export { occurrences, shows, until };
