// The office's desk, as its people work it: verbs are a user's, words the Chinese page's.
import { dropped } from './evidence_page.mjs';

export class OfficePage {
  constructor(page) {
    this.page = page;
  }

  async visit(part = '') {
    await this.page.evaluate((part) => { location.hash = `#/check${part && `/${part}`}`; }, part);
    await this.page.locator('.office').waitFor();
  }

  /** Chooses files: { name, buffer } or paths. */
  async take(files) {
    const given = files.map((one) => (typeof one === 'string' ? one : { mimeType: 'application/octet-stream', ...one }));
    await this.page.locator('[data-import="office"]').setInputFiles(given);
  }

  async drop(files) {
    await dropped(this.page.locator('.office'), files);
  }

  async openRegister(file) {
    await this.page.locator('[data-import="office-register"]').setInputFiles({ mimeType: 'text/csv', ...file });
    await this.page.locator('[data-fact="register"] button').waitFor();
  }

  async receivedOn(date) {
    const field = this.page.locator('[data-field="office-received"]');
    await field.fill(date);
    await field.dispatchEvent('change');
  }

  /** Rows of the table of units with a file: unit, claimed, recomputed, verified, state. */
  async units() {
    return this.page.locator('.units tbody tr').evaluateAll((rows) => rows
      .filter((row) => row.dataset.file)
      .map((row) => [row.dataset.unit, ...['claimed', 'recomputed', 'verified'].map((name) => row.querySelector(`[data-figure=${name}]`).innerText), row.cells[6].innerText]));
  }

  /** How many rows of units there are, those that handed in nothing among them. */
  rows() {
    return this.page.locator('.units tbody tr').count();
  }

  /** Findings but those of units that handed in nothing: code, unit, stated, recomputed. */
  async findings({ all = false } = {}) {
    const found = await this.page.locator('.findings tbody tr').evaluateAll((rows) => rows
      .map((row) => ({ code: row.dataset.code, unit: row.dataset.unit, what: row.cells[2].innerText, stated: row.cells[3].innerText, recomputed: row.cells[4].innerText, remedy: row.cells[5].innerText })));
    return found.filter((one) => all || one.code !== 'not_submitted');
  }

  async ofKind(code) {
    await this.page.locator('[data-field="finding-kind"]').selectOption(code);
  }

  /** Whether what is on the desk is kept in the browser. */
  kept() {
    return this.page.locator('[data-fact="kept"]').getAttribute('data-kept');
  }
}
