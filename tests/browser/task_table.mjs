// The task table, as a user works it: rows by hand and blocks pasted from a spreadsheet.
import { shows } from './shows.mjs';

/** A field of a task, by its place in the table from 0 on. */
export const task = (row, column) => `/answers/tasks/tasks/${row}/${column}`;

export class TaskTable {
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

  async type(pointer, text) {
    await this.field(pointer).fill(text);
  }

  typed(pointer) {
    return this.field(pointer).inputValue();
  }

  /** The field that has the cursor. */
  cursor() {
    return this.page.evaluate(() => document.activeElement?.closest('[data-field]')?.dataset.field ?? '');
  }

  /** Waits until a field has the cursor. */
  async hasCursor(pointer) {
    await shows(() => this.cursor(), pointer);
  }

  // Rows

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
    if (column) { // in one go: the table may change while it is read
      return this.page.locator(`[data-field^="/answers/tasks/tasks/"][data-field$="/${column}"]`)
        .evaluateAll((fields) => fields.map((field) => field.value));
    }
    const all = [];
    for (let row = 0, rows = await this.rows(); row < rows; row += 1) all.push(await this.taskAt(row));
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
    if (await open.getAttribute('aria-expanded') !== 'true') {
      await open.click();
      await this.hasCursor('paste');
    }
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
}
