// The office's results, as a user works them, and what goes out of them.
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

export class ResultsPage {
  constructor(page) {
    this.page = page;
  }

  /** Chooses files on the check page, and goes on to the results once they are examined. */
  async take(files) {
    await this.page.evaluate(() => { location.hash = '#/check'; });
    const given = files.map(({ name, buffer }) => ({ name, buffer, mimeType: 'application/octet-stream' }));
    await this.page.locator('[data-import="office"]').setInputFiles(given);
    await this.visit();
  }

  async visit() {
    await this.page.locator('nav.parts a').filter({ hasText: '结果' }).click();
    await this.page.locator('.results').waitFor();
  }

  /** Says when all forms were received, ISO; empty: nobody says. */
  async received(date) {
    await this.page.evaluate(() => { location.hash = '#/check'; });
    await this.page.locator('[data-field="office-received"]').fill(date);
    await this.visit();
  }

  summary() {
    return this.page.locator('[data-fact="tally"]').innerText();
  }

  /** The cells of a table's body. */
  table(name) {
    return this.page.locator(`[data-table="${name}"] tbody tr`).evaluateAll((rows) => rows
      .map((row) => [...row.cells].map((cell) => cell.textContent)));
  }

  /** Rows of the table of units without the column for feedback: those that have a place, or all. */
  async units() {
    return (await this.table('units')).map((cells) => cells.slice(0, -1));
  }

  async unit(name) {
    return (await this.units()).find((cells) => cells[1] === name);
  }

  /** What a chart draws: { label, bars: [{ value, kind, length in pixels }] } for each row. */
  chart(name) {
    return this.page.locator(`[data-chart="${name}"] svg`).evaluate((svg) => {
      const rows = [];
      for (const one of svg.children) {
        if (one.matches('text.label')) rows.push({ label: one.textContent, bars: [] });
        if (one.matches('rect')) {
          rows.at(-1).bars.push({ kind: one.classList.contains('solid') ? 'solid' : 'dashed', length: one.getBoundingClientRect().width });
        }
        if (one.matches('text.value')) rows.at(-1).bars.at(-1).value = one.textContent;
      }
      return rows;
    });
  }

  async against(unit) {
    await this.page.locator('[data-field="against-unit"]').selectOption({ label: unit });
  }

  /** Presses what gives a file; gives its name and bytes. */
  async file(selector) {
    const started = this.page.waitForEvent('download');
    await this.page.locator(selector).click();
    const download = await started;
    return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
  }

  export(name) {
    return this.file(`[data-export="${name}"]`);
  }

  feedback(unit) {
    return this.file(`[data-feedback="${unit}"]`);
  }
}

/** The office's feedback over a draft, as a unit reads it. */
export class FeedbackPanel {
  constructor(page) {
    this.page = page;
    this.panel = page.locator('section.feedback');
  }

  notes() {
    return this.panel.locator('.findings li').allInnerTexts();
  }

  facts() {
    return this.panel.locator('.facts li').allInnerTexts();
  }

  /** A criterion's cells: title, draft now, claimed, recomputed, verified, difference, reason, reviewer, clauses. */
  async row(title) {
    const rows = await this.panel.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    return rows.find((cells) => cells[0] === title);
  }

  found() {
    return this.panel.locator('.found li').allInnerTexts();
  }

  async close() {
    await this.panel.getByRole('button', { name: '关闭' }).click();
  }
}

/** The files of a ZIP, by their names, from its directory. */
export function unzipped(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size, nameSize, extra, comment] = [at + 20, at + 24].map((it) => bytes.readUInt32LE(it))
      .concat([at + 28, at + 30, at + 32].map((it) => bytes.readUInt16LE(it)));
    const name = bytes.subarray(at + 46, at + 46 + nameSize).toString('utf8');
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const content = bytes.subarray(from, from + packed);
    const whole = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content;
    if (whole.length !== size) throw new Error(`${name}: ${whole.length} bytes instead of ${size}`);
    files.set(name, whole);
    at += 46 + nameSize + extra + comment;
  }
  return files;
}
