// Paper and file: whether they belong together, by the code that a person types.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { EvidencePage, dropped } from './evidence_page.mjs';
import { FormPage } from './form_page.mjs';
import { PaperPage, printing } from './paper_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

/** The page, as an office works it. */
class CheckPage {
  constructor(page) {
    this.page = page;
  }

  async visit() {
    await this.page.evaluate(() => { location.hash = '#/check'; });
    await this.page.locator('.check').waitFor();
  }

  async type(code) {
    await this.page.locator('[data-field="typed-code"]').fill(code);
  }

  state() {
    return this.page.locator('#typed-code-state').innerText();
  }

  async openFile({ name, buffer }) {
    await this.page.locator('[data-import="check"]').setInputFiles({ name, buffer, mimeType: 'application/octet-stream' });
  }

  /** What is said of the draft and of each file. */
  async verdicts() {
    const rows = await this.page.locator('.check tbody tr').evaluateAll((all) => all.map((row) => [row.cells[0].innerText, row.dataset.verdict]));
    return rows.map(([what, verdict]) => [what.split(' ')[0], verdict]);
  }
}

for (const way of ways) {
  test(`paper, draft and every file of one form agree; another form does not, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const { form, paper } = await printing(page, asFile('自评表.json', sealed(sample())));
    const code = await paper.code();
    await page.evaluate(() => { location.hash = '#/fill'; });
    const json = await form.exportForm('JSON');
    const csv = await form.exportForm('CSV');
    const book = await form.exportForm('Excel（XLSX）');
    const packed = await new EvidencePage(page).package({ evidence: false });
    const check = new CheckPage(page);
    await check.visit();
    await check.openFile(asFile('甲.json', json.text));
    await check.openFile({ name: '乙.csv', buffer: csv.bytes });
    await check.openFile({ name: '丁.xlsx', buffer: book.bytes });
    // Dropped, a file is looked at as well, and no draft made of it.
    await dropped(page.locator('.check h2'), [{ name: '戊.zip', buffer: packed.bytes }]);
    await until(() => check.verdicts(), (all) => all.length === 5);
    assert.equal(new URL(page.url()).hash, '#/check');
    const stem = json.name.replace('.json', '');
    const changed = JSON.parse(json.text);
    changed.answers.leadership.note = '改过';
    await check.openFile(asFile('丙.json', changed));
    await shows(() => check.verdicts(), [['正在填的草稿：区教育局', 'aside'], ['甲.json', 'aside'], ['乙.csv', 'aside'], ['丁.xlsx', 'aside'], [`${stem}.json`, 'aside'], ['丙.json', 'aside']]);
    await check.type(code.toLowerCase().replaceAll('-', ' '));
    await shows(() => check.verdicts(), [['正在填的草稿：区教育局', 'done'], ['甲.json', 'done'], ['乙.csv', 'done'], ['丁.xlsx', 'done'], [`${stem}.json`, 'done'], ['丙.json', 'error']]);
    assert.match(await check.state(), /没有输错/);
  });
}

test('a slip of the hand is told from another form', async (t) => {
  const { page } = await open(t, 'site');
  const { paper } = await printing(page, asFile('自评表.json', sealed(sample())));
  const code = await paper.code();
  const check = new CheckPage(page);
  await check.visit();
  const swapped = [...code];
  const at = [...code].findIndex((sign, at) => sign !== '-' && code[at + 1] !== '-' && sign !== code[at + 1]);
  [swapped[at], swapped[at + 1]] = [swapped[at + 1], swapped[at]];
  for (const [typed, said] of [
    [swapped.join(''), /输错了/],
    [code.slice(1), /现在是 15 位/],
    [`${code.slice(0, -1)}0`, /没有“0”/],
    [`SELFSCORE1:${code}:区教育局`, /没有输错/],
    ['', /^$/],
  ]) {
    await check.type(typed);
    await until(() => check.state(), (text) => said.test(text));
  }
});

test('the code changes with the content and comes back with it', async (t) => {
  const { page } = await open(t, 'site');
  const { form, paper } = await printing(page, asFile('自评表.json', sealed(sample())));
  const code = await paper.code();
  const go = async (note) => {
    await page.evaluate(() => { location.hash = '#/fill'; });
    await form.explainInWords('leadership', note);
    const again = new PaperPage(page);
    await again.visit();
    return again.code();
  };
  assert.notEqual(await go('每季度召开'), code);
  assert.equal(await go(''), code);
});

test('a file that cannot be read is named, and the draft stays', async (t) => {
  const { page } = await open(t, 'site');
  const form = new FormPage(page);
  await form.openFile(asFile('自评表.json', sealed(sample())));
  const check = new CheckPage(page);
  await check.visit();
  await check.openFile(asFile('坏.json', '{"format"'));
  await until(() => page.locator('.notices').innerText(), (text) => text.includes('坏.json'));
  await shows(() => check.verdicts(), [['正在填的草稿：区教育局', 'aside']]);
});
