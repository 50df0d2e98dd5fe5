// The page for filling in, as a user works it: verbs are a user's, words the Chinese page's.
//
//   const form = new FormPage(page);
//   await form.chooseUnit('区教育局');
//   await form.addTask({ title: '一网通办', role: '牵头', completion: '100' });
//   await shows(() => form.total(), '60.00');
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { TaskTable } from './task_table.mjs';

export { task } from './task_table.mjs';

/** How often something happened. */
export const occurrences = (criterion, item) => `/answers/${criterion}/occurrences/${item}`;

export class FormPage extends TaskTable {
  // Head

  async chooseUnit(name) {
    await this.field('/unit').selectOption({ label: name });
  }

  units() {
    return this.field('/unit').locator('option:not([value=""])').allTextContents();
  }

  async district(name) {
    await this.type('/district', name);
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

  /** What the page says happened, with its words only. */
  async notice() {
    return (await this.page.locator('.notice p').innerText()).trim();
  }

  /** Takes back what the notice offers to. */
  async undo() {
    await this.page.locator('.notice').getByRole('button', { name: '撤销' }).click();
  }

  /** A button of the header that takes steps back or again. */
  headerButton(name) {
    return this.page.locator('.top .steps').getByRole('button', { name });
  }

  async stepBack() {
    await this.headerButton('撤销').click();
  }

  async stepAgain() {
    await this.headerButton('重做').click();
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
