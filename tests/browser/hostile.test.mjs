// R19, R23: whatever a file says is text, on every part of the page, with the policy on. (Names of
// evidence: evidence.test.mjs. A console message about the policy fails a test by itself.)
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, lasting, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { PaperPage } from './paper_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';
import { zip } from './zip.mjs';

const script = (at) => `<img src=x onerror="window.hit=${at}"><script>window.hit=${at}</script>`;

/** The sample with hostile texts wherever a text may stand. */
function hostile() {
  const form = sample();
  form.unit = `${script(1)}区教育局`;
  form.filled_by = '\u202Efdp.exe\u2066';
  form.reviewed_by = '=HYPERLINK("http://x","x")';
  form.phone = '-1+1|cmd';
  form.answers.tasks.tasks[0].title = `${script(2)}\u200B\u202Eabc`;
  form.answers.tasks.tasks[0].number = '__proto__';
  form.answers.tasks.note = '@SUM(A1)\r\n\t+1';
  form.answers.leadership.note = script(3);
  form.answers.learning.note = '{{constructor.constructor("window.hit=4")()}}';
  form.evidence.push({ number: 'constructor', name: script(5), bytes: 1, sha256: 'cd'.repeat(32) });
  return JSON.parse(JSON.stringify(sealed(form)).replace('"format"', '"toString":{"__proto__":1},"format"'));
}

/** That nothing ran and nothing became an element. */
async function nothingRan(page) {
  const found = await page.evaluate(() => [window.hit, {}.polluted, document.querySelectorAll('main img, main script, main iframe').length]);
  assert.deepEqual(found, [undefined, undefined, 0]);
}

for (const way of ways) {
  test(`R19 R23 texts of a form are text on every page and in every file, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const document = hostile();
    await form.openFile(asFile('<b>敌意</b>.json', document));
    await nothingRan(page);
    const first = await form.exported();
    assert.equal(first.unit, document.unit);
    assert.deepEqual(first.answers, document.answers);
    assert.deepEqual(first.evidence, document.evidence);
    for (const kind of ['CSV', 'Excel（XLSX）']) {
      const { name, bytes } = await form.exportForm(kind);
      const report = await form.openFile({ name, buffer: bytes });
      assert.match(report.findings[0], /校验码相符/, kind);
      assert.deepEqual(lasting(await form.exported()), lasting(first), kind);
    }
    const paper = new PaperPage(page);
    await paper.visit();
    await nothingRan(page);
    assert.match(await page.locator('.sheets').innerText(), /<script>window\.hit=2<\/script>/);
    for (const part of ['check', 'drafts', 'scheme', 'help']) {
      await page.evaluate((part) => { location.hash = `#/${part}`; }, part);
      await page.waitForTimeout(100);
      await nothingRan(page);
    }
    await page.reload();
    await page.locator('main h2, main h3').first().waitFor();
    await nothingRan(page);
  });

  test(`R19 members named as JavaScript's own are data, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const text = JSON.stringify(sample()).replace('"format"', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"format"')
      .replace('"answers":{', '"answers":{"__proto__":{"note":"x"},');
    await form.openFile(asFile('表.json', text));
    await nothingRan(page);
    const { text: again } = await form.exportForm('JSON');
    assert.match(again, /"__proto__": ?\{\s*"polluted": ?1/);
    assert.match(again, /"constructor": ?\{\s*"prototype"/);
  });

  test(`R19 a cell of 10 MB is refused in words, and the page goes on, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    const cell = '长'.repeat(10 * 1024 * 1024 / 3);
    for (const [name, buffer, words] of [
      ['长.csv', Buffer.from(`项目键,填报值\r\n/unit,"${cell}"\r\n`), /「长\.csv」：文件有 \d+ 字节，最多/],
      ['长.json', Buffer.from(JSON.stringify({ ...sample(), unit: cell })), /「长\.json」：文件有 \d+ 字节，最多/],
      ['长.xlsx', workbook(cell), /「长\.xlsx」.*请/],
      // Within the size of a file, and beyond that of a text.
      ['较长.json', Buffer.from(JSON.stringify({ ...sample(), unit: '长'.repeat(1024 * 1024) })), /「较长\.json」.*\/unit/],
    ]) {
      await form.pick({ name, buffer });
      await until(() => form.notice(), (said) => words.test(said) && said.length < 500, { timeout: 30_000 });
    }
    await form.type('/filled_by', '张三');
    await shows(() => form.typed('/filled_by'), '张三');
    assert.equal((await form.exported()).unit, '区教育局');
  });
}

/** A workbook with one cell, its text among the shared ones. */
function workbook(text) {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  return zip({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relation}" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
  });
}
