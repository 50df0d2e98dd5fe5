// The page for filling in, as a user works it: verbs are a user's, words the Chinese page's.
//
//   const form = new FormPage(page);
//   await form.chooseUnit('区教育局');
//   await form.addTask({ title: '一网通办', role: '牵头', completion: '100' });
//   await shows(() => form.total(), '60.00');
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { shows } from './shows.mjs';

/** A field of a task, by its place in the table from 0 on. */
export const task = (row, column) => `/answers/tasks/tasks/${row}/${column}`;

/** How often something happened. */
export const occurrences = (criterion, item) => `/answers/${criterion}/occurrences/${item}`;

export class FormPage {
  constructor(page) {
    this.page = page;
  }

  /** The field of a JSON pointer. */
  field(pointer) {
    return this.page.locator(`[data-field="${pointer}"]`);
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  // Head

  async chooseUnit(name) {
    await this.field('/unit').selectOption({ label: name });
  }

  units() {
    return this.field('/unit').locator('option:not([value=""])').allTextContents();
  }

  async type(pointer, text) {
    await this.field(pointer).fill(text);
  }

  typed(pointer) {
    return this.field(pointer).inputValue();
  }

  async district(name) {
    await this.type('/district', name);
  }

  // Tasks

  rows() {
    return this.page.locator('[data-field^="/answers/tasks/tasks/"][data-field$="/title"]').count();
  }

  /** Adds a row and fills in what is given; the number is the page's own unless it is given. */
  async addTask(given = {}) {
    const row = await this.rows();
    await this.page.getByRole('button', { name: '添加任务' }).click();
    await this.hasCursor(task(row, 'title'));
    await this.fillTask(row, given);
    return row;
  }

  async fillTask(row, { role, debugging, ...texts }) {
    for (const [column, text] of Object.entries(texts)) await this.type(task(row, column), text);
    if (role !== undefined) await this.field(task(row, 'role')).selectOption({ label: role });
    if (debugging !== undefined) await this.field(task(row, 'in_debugging')).setChecked(debugging);
  }

  /** A task as it stands in the table. */
  async taskAt(row) {
    const text = (column) => this.typed(task(row, column));
    return {
      number: await text('number'),
      title: await text('title'),
      role: { lead: '牵头', supporting: '配合', '': '' }[await text('role')],
      completion: await text('completion'),
      debugging: await this.field(task(row, 'in_debugging')).isChecked(),
      claim: await text('claim'),
      note: await text('note'),
      evidence: await text('evidence'),
    };
  }

  /** Every task as it stands in the table; of one column only, if it is named. */
  async tasks(column) {
    const all = [];
    for (let row = 0, rows = await this.rows(); row < rows; row += 1) {
      all.push(column ? await this.typed(task(row, column)) : await this.taskAt(row));
    }
    return all;
  }

  /** The line under a row that says how it stands. */
  standing(row) {
    return this.page.locator('tbody.task').nth(row).locator('tr.standing').innerText();
  }

  async moveUp(number) {
    await this.button(`上移任务 ${number}`).click();
  }

  async moveDown(number) {
    await this.button(`下移任务 ${number}`).click();
  }

  async removeTask(number) {
    await this.button(`删除任务 ${number}`).click();
  }

  // Pasting

  /** Copies a text, as if in another program. */
  async copy(text) {
    await this.page.evaluate((text) => {
      const scratch = document.body.appendChild(document.createElement('textarea'));
      scratch.id = 'scratch';
      scratch.value = text;
      scratch.select();
    }, text);
    await this.page.keyboard.press('ControlOrMeta+c');
    await this.page.evaluate(() => document.getElementById('scratch').remove());
  }

  /** Pastes what is copied into a field. */
  async pasteInto(pointer) {
    await this.field(pointer).focus();
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Pastes a block of cells into the panel for it. */
  async pasteBlock(text) {
    const open = this.button('从 Excel 粘贴');
    if (await open.getAttribute('aria-expanded') !== 'true') await open.click();
    await this.field('paste').waitFor();
    await this.copy(text);
    await this.pasteInto('paste');
  }

  get paste() {
    return this.page.locator('.paste');
  }

  /** What the preview says goes where, column by column. */
  columns() {
    return this.paste.locator('th select').evaluateAll((all) => all.map((one) => one.selectedOptions[0].label));
  }

  /** The cells that the preview shows. */
  async preview() {
    const rows = await this.paste.locator('tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  }

  /** Says where a column goes, from 1 on. */
  async mapColumn(index, name) {
    await this.paste.getByLabel(`第 ${index} 列`).selectOption({ label: name });
  }

  async applyPaste() {
    await this.paste.getByRole('button', { name: /^添加这 \d+ 项任务$/ }).click();
    await this.paste.waitFor({ state: 'detached' });
  }

  // Other answers

  /** Chooses one option, or ticks one box, by its words. */
  async answer(criterion, words) {
    const label = this.field(`/answers/${criterion}`).locator('label.option').filter({ hasText: words });
    await label.locator('input').check();
  }

  async takeBack(criterion, words) {
    const label = this.field(`/answers/${criterion}`).locator('label.option').filter({ hasText: words });
    await label.locator('input').uncheck();
  }

  /** How often something happened. */
  async count(criterion, item, text) {
    await this.type(occurrences(criterion, item), text);
  }

  async explainInWords(criterion, text) {
    await this.type(`/answers/${criterion}/note`, text);
  }

  // What the page shows

  total() {
    return this.page.locator('[data-total]').innerText();
  }

  /** The points of a criterion, as in `48.00 / 60`. */
  points(criterion) {
    return this.page.locator(`[data-points="${criterion}"]`).innerText();
  }

  range() {
    return this.page.locator('.total .range').innerText();
  }

  /** Opens the explanation of a criterion's points and gives its text. */
  async explain(criterion) {
    const block = this.field(`/answers/${criterion}`);
    const why = block.getByRole('button', { name: '怎么算的' });
    if (await why.getAttribute('aria-expanded') !== 'true') await why.click();
    const explanation = block.locator('.explanation');
    await explanation.waitFor();
    return explanation.innerText();
  }

  /** What is still missing or wrong, as the summary lists it. */
  missing() {
    return this.page.locator('.to-fill li a').allInnerTexts();
  }

  /** Follows an entry of the summary by its words; gives the field that then has the cursor. */
  async goTo(words) {
    await this.page.locator('.summary a').filter({ hasText: words }).first().click();
    return this.cursor();
  }

  /** The message at a field. */
  message(pointer) {
    const near = this.page.locator('.field, .times, .options, .defects, .requirement, .tasks');
    return near.filter({ has: this.field(pointer) }).last().locator('> .message').innerText();
  }

  /** The field that has the cursor. */
  cursor() {
    return this.page.evaluate(() => document.activeElement?.closest('[data-field]')?.dataset.field ?? '');
  }

  /** Waits until a field has the cursor. */
  async hasCursor(pointer) {
    await shows(() => this.cursor(), pointer);
  }

  /** What the page says happened, with its words only. */
  async notice() {
    return (await this.page.locator('.notice p').innerText()).trim();
  }

  async undo() {
    await this.button('撤销').click();
  }

  // Saving, files

  savedState() {
    return this.page.locator('[data-saved]').getAttribute('data-saved');
  }

  async untilSaved() {
    await this.page.locator('[data-saved="saved"]').waitFor();
  }

  /** Exports by the button, as 'JSON' or 'CSV'; gives the download's name, path and bytes. */
  async exportForm(kind) {
    const started = this.page.waitForEvent('download');
    await this.page.locator('#export').getByRole('button', { name: `导出 ${kind}` }).click();
    const download = await started;
    const path = await download.path();
    const bytes = await readFile(path);
    return { name: download.suggestedFilename(), path, bytes, text: bytes.toString('utf8') };
  }

  /** Exports as JSON and gives the document. */
  async exported() {
    return JSON.parse((await this.exportForm('JSON')).text);
  }

  /** Opens a file by the button: a path, or { name, buffer }. */
  async pick(file, what = 'form') {
    const given = file.buffer ? { mimeType: 'application/octet-stream', ...file } : file;
    await this.page.locator(`[data-import="${what}"]`).setInputFiles(given);
    return file.name ?? basename(file);
  }

  /** Opens a file that can be read; gives the report. */
  async openFile(file) {
    const name = await this.pick(file);
    return this.report(name);
  }

  /** Drops a file on the page. */
  async dropFile({ name, buffer }) {
    const text = buffer.toString('base64');
    const transfer = await this.page.evaluateHandle(([name, text]) => {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    }, [name, text]);
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await this.page.locator('main').dispatchEvent(event, { dataTransfer: transfer });
    }
  }

  /** The report on a file that was opened: { findings: [words], figures: [[words]] }. */
  async report(name) {
    const report = this.page.locator('.report').filter({ hasText: `「${name}」` });
    await report.waitFor();
    const cells = (row) => row.locator('th, td').allInnerTexts();
    const figures = await Promise.all((await report.locator('tbody tr').all()).map(cells));
    return { findings: await report.locator('.findings li').allInnerTexts(), figures };
  }

  /** Opens a file that cannot be taken; gives what the page says. */
  async openRefused(file, what = 'form') {
    const name = await this.pick(file, what);
    const alert = this.page.getByRole('alert').filter({ hasText: `「${name}」` });
    await alert.waitFor();
    return alert.locator('p').innerText();
  }

  async openRegister(file) {
    await this.pick(file, 'register');
  }

  async switchLanguage() {
    await this.page.locator('button.language').click();
  }
}
