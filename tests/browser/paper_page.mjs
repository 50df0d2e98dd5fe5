// The page that prints, and what comes out of it, page by page.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { FormPage } from './form_page.mjs';
import { shows, until } from './shows.mjs';

/** Why PDFs cannot be looked at here; `false` if they can. */
export const noPoppler = spawnSync('pdftotext', ['-v']).error !== undefined && 'needs poppler-utils';

/** Signs without the blanks between them: a PDF has its own mind about those. */
export const plain = (text) => text.replace(/\s+/g, '');

export class PaperPage {
  constructor(page) {
    this.page = page;
    this.sheets = page.locator('.sheets .sheet');
  }

  /** Goes there and waits for the pages. */
  async visit() {
    await this.page.evaluate(() => { location.hash = '#/print'; });
    return this.laidOut();
  }

  async choose(words) {
    await this.page.locator('.printing label').filter({ hasText: words }).locator('input').check();
    return this.laidOut();
  }

  /** Waits for the pages; gives their number. */
  async laidOut() {
    const said = await until(() => this.page.locator('.printing [role=status]').innerText(), (text) => /共 \d+ 页/.test(text));
    const count = Number(/\d+/.exec(said)[0]);
    await shows(() => this.sheets.count(), count);
    return count;
  }

  /** The short check code, as on the first sheet. */
  code() {
    return this.sheets.first().locator('.code b').innerText();
  }

  /** What a user gets from the print command, as a PDF. */
  pdf() {
    return this.page.pdf({ preferCSSPageSize: true });
  }
}

/** Opens a form from a file, then the page that prints. */
export async function printing(page, file) {
  const form = new FormPage(page);
  if (file) await form.openFile(file);
  const paper = new PaperPage(page);
  await paper.visit();
  return { form, paper };
}

/** Old engines name a glyph by the radical that it is drawn like, ⻚ for 页 and ⾮ for 非. */
const likeness = { '⻚': '页', '⻔': '门', '⻅': '见', '⻋': '车', '⻓': '长', '⻛': '风' };
const characters = (text) => text.replace(/[\u2E80-\u2FDF]/g, (sign) => likeness[sign] ?? sign.normalize('NFKC'));

/** A PDF's pages: `size` in points, `text`, and `qr` where one is asked for. */
export async function pagesOf(t, bytes, { qr = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'selfscore-paper-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'paper.pdf');
  await writeFile(path, bytes);
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', '999', path], { encoding: 'utf8' });
  const sizes = [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)];
  const pages = [];
  for (const [at, [, width, height]] of sizes.entries()) {
    const number = String(at + 1);
    const one = ['-f', number, '-l', number];
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', ...one, path, '-'], { encoding: 'utf8' });
    const read = qr ? await scanned(path, join(folder, number), one, height) : undefined;
    pages.push({ size: [Math.round(width), Math.round(height)], text: characters(text), qr: read });
  }
  return pages;
}

/** The QR code of a page, as a scanner of 200 dots an inch sees it that is held to the corner below. */
async function scanned(path, name, one, points) {
  const corner = ['-x', '0', '-W', '500', '-y', String(Math.round((points / 72) * 200) - 320), '-H', '320'];
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-singlefile', ...corner, ...one, path, name]);
  const image = await readFile(`${name}.pgm`);
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'));
  const grey = image.subarray(head.length);
  const colours = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((shade, at) => colours.set([shade, shade, shade, 255], at * 4));
  return jsQR(colours, Number(width), Number(height))?.data;
}
