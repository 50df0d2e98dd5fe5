// The section of evidence, as a user works it: verbs are a user's, words the Chinese page's.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { FormPage } from './form_page.mjs';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A file to give to a field or to drop. */
export const file = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/** Drops files, { name, buffer }, on a part of the page. Names may be any text. */
export async function dropped(part, files) {
  const given = files.map(({ name, buffer }) => [name, buffer.toString('base64')]);
  const transfer = await part.page().evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, text] of given) {
      transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
    }
    return transfer;
  }, given);
  for (const event of ['dragenter', 'dragover', 'drop']) await part.dispatchEvent(event, { dataTransfer: transfer });
}

export class EvidencePage extends FormPage {
  section() {
    return this.page.locator('#evidence');
  }

  /** Gives files to a field: paths, or { name, buffer }; what: 'evidence', 'evidence-folder', 'check', 'check-folder'. */
  async give(files, what = 'evidence') {
    await this.page.locator(`[data-import="${what}"]`).setInputFiles(files);
  }

  async under(label) {
    await this.page.locator('[data-under]').selectOption({ label });
  }

  /** Drops files on a place: 'evidence' or 'check'. */
  async dropOn(place, files) {
    await dropped(this.page.locator(`[data-drop="${place}"]`), files);
  }

  /** Pieces as listed: number and name, and whether their contents are at hand. */
  listed() {
    return this.page.locator('.piece').evaluateAll((rows) => rows.map((row) => [
      row.querySelector('[data-evidence=number]').value,
      row.querySelector('[data-evidence=name]').value,
      row.querySelector('.e-name .done') ? 'here' : 'absent',
    ]));
  }

  piece(number) {
    return this.page.locator(`.piece[data-piece="${number}"]`);
  }

  /** The whole digest, as it is shown on demand. */
  async digest(number) {
    const button = this.piece(number).locator('.digest');
    if (await button.getAttribute('aria-expanded') !== 'true') await button.click();
    return button.innerText();
  }

  async renumber(number, other) {
    const field = this.piece(number).locator('[data-evidence=number]');
    await field.fill(other);
    await field.press('Tab');
  }

  async link(number, claim) {
    await this.piece(number).getByRole('button', { name: '关联到某一项' }).click();
    await this.piece(number).locator('[data-link]').selectOption({ label: claim });
  }

  /** What a piece is evidence of. */
  links(number) {
    return this.piece(number).locator('.e-claims a').allInnerTexts();
  }

  async remove(number) {
    await this.piece(number).getByRole('button', { name: '移除', exact: false }).click();
  }

  /** Questions by their codes and words. */
  questions() {
    return this.page.locator('[data-question]').evaluateAll((all) => all.map((one) => [one.dataset.question, one.querySelector('bdi').textContent]));
  }

  /** Downloads the package; gives its name, path and bytes. */
  async package({ evidence = true } = {}) {
    const box = this.section().locator('.package input[type=checkbox]');
    if (await box.isChecked() !== evidence) await box.click();
    const started = this.page.waitForEvent('download');
    await this.page.locator('[data-package]').click();
    const download = await started;
    const path = await download.path();
    return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
  }

  /** What became of what was received: the sentence above, and rows of number, name, result, file. */
  async compared() {
    const words = await this.page.locator('[data-compared]').innerText().catch(() => '');
    const rows = await this.page.locator('.received tbody tr').evaluateAll((all) => all.map((row) =>
      [...row.cells].map((cell) => cell.innerText)));
    return { words, rows };
  }
}
