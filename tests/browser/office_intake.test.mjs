// What comes in: every spelling of a form, many at once, cancelled, saved and opened by a colleague.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { asFile, canonical, sample, sealed } from './documents.mjs';
import { EvidencePage } from './evidence_page.mjs';
import { FormPage } from './form_page.mjs';
import { OfficePage } from './office_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

const builtin = async (name) => JSON.parse(await readFile(new URL(`../../schemes/${name}.json`, import.meta.url)));
const scheme = await builtin('business-environment-2021');
const completed = await builtin('business-environment-2021-completed');

/** A form of a unit with so many led tasks, all done: full marks for them. */
const ofUnit = (unit, tasks = 1) => {
  const form = sample();
  form.unit = unit;
  form.answers.tasks.tasks = Array.from({ length: tasks }, (_, at) => ({ number: `${at + 1}`, title: `第${at + 1}项任务`, role: 'lead', completion: '100', in_debugging: false, note: '按时完成', evidence: ['1-1'] }));
  form.score.criteria.tasks = '60.00';
  form.score.total = '88.00';
  return form;
};

for (const way of ways) {
  test(`a form is read in whatever spelling it comes, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openFile(asFile('自评表.json', sealed(sample())));
    const json = await form.exportForm('JSON');
    const csv = await form.exportForm('CSV');
    const book = await form.exportForm('Excel（XLSX）');
    const packed = await new EvidencePage(page).package({ evidence: false });
    const office = new OfficePage(page);
    await office.visit();
    await office.take([
      { name: '甲.json', buffer: Buffer.from(json.text) },
      { name: '乙.csv', buffer: csv.bytes },
      { name: '丙.xlsx', buffer: book.bytes },
      { name: '丁.zip', buffer: packed.bytes },
      { name: '戊.ndjson', buffer: Buffer.from(`${JSON.stringify(sealed(ofUnit('区财政局')))}\n\n${JSON.stringify(sealed(ofUnit('区统计局')))}\n`) },
      { name: '说明.txt', buffer: Buffer.from('不是表') },
    ]);
    // The four spellings say the same: one submission.
    await until(() => office.rows(), (count) => count === 35);
    const units = await office.units();
    assert.deepEqual(units.map(([unit, claimed, recomputed]) => [unit, claimed, recomputed]).sort(), [
      ['区教育局', '76.00', '76.00'], ['区统计局', '88.00', '88.00'], ['区财政局', '88.00', '88.00'],
    ].sort());
    assert.match(await page.locator('.office .facts details summary').innerText(), /1 个文件不是表/);
    await office.visit('findings');
    const found = await until(() => office.findings(), (found) => found.length > 0);
    assert.ok(found.every((one) => one.code !== 'duplicate' && one.code !== 'unreadable'), JSON.stringify(found));
  });

  test(`the same file twice in one choice lies on the desk once, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    const one = asFile('甲.json', sealed(ofUnit('区教育局')));
    const other = asFile('乙.json', sealed(ofUnit('区财政局')));
    // Not beside one another.
    await office.take([one, other, one]);
    await until(() => office.units(), (units) => units.length === 2);
    await shows(async () => (await page.locator('.notice p').innerText()).trim(), '1 份文件已经在这里，没有重复读入。');
    await office.visit('results');
    await page.locator('[data-fact="tally"]').waitFor();
    assert.equal(await page.locator('[data-fact="tally"] + p.sub').count(), 0, 'no form stands behind another');
  });

  test(`thirty-five forms at once hold up nothing, and survive a reload, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    await page.evaluate(() => {
      window.long = [];
      new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
    });
    const files = scheme.units.map((unit, at) => asFile(`${at + 1}.json`, sealed(ofUnit(unit, 50))));
    await office.drop(files);
    await until(() => office.units(), (units) => units.length === scheme.units.length);
    t.diagnostic(`long tasks: ${JSON.stringify(await page.evaluate(() => window.long))}`);
    const units = await office.units();
    assert.ok(units.every(([, claimed, recomputed]) => claimed === '88.00' && recomputed === '88.00'));
    await shows(() => office.kept(), 'done');
    await page.reload();
    await office.visit();
    await until(() => office.units(), (units) => units.length === scheme.units.length);
  });

  test(`reading can be cancelled, and what came stays, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    const line = JSON.stringify(sealed(ofUnit('区教育局', 300)));
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.ndjson`, buffer: Buffer.from(Array(10).fill(line).join('\n')) }));
    await office.take(many);
    // At once, while the workers start; that is the end of it.
    await page.locator('.reading button').click();
    await page.locator('.reading').waitFor({ state: 'detached' });
    await page.waitForTimeout(1_500);
    assert.equal(await page.locator('.reading').count(), 0);
    // The desk takes the next file.
    await office.take([asFile('表.json', sealed(ofUnit('区财政局')))]);
    await until(() => office.units(), (units) => units.some(([unit]) => unit === '区财政局'));
  });

  test(`a colleague opens the saved check and goes on, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    await office.openRegister({ name: '任务分工.csv', buffer: Buffer.from('number,title,lead\n1,第1项任务,区教育局\n') });
    await office.take([asFile('表.json', sealed(ofUnit('区教育局')))]);
    await until(() => office.units(), (units) => units.length === 1);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存核对文件' }).click();
    const file = await readFile(await (await saving).path());
    const { page: colleague } = await open(t, way);
    const there = new OfficePage(colleague);
    await there.visit();
    await there.take([{ name: '核对.json', buffer: file }]);
    await shows(() => there.units(), [['区教育局', '88.00', '88.00', '–', '待核定']]);
    await there.page.locator('[data-fact="register"] button').waitFor();
    // Taking the register away can be undone.
    await there.page.locator('[data-fact="register"] button').click();
    await there.page.locator('[data-fact="register"] button').waitFor({ state: 'detached' });
    await there.page.getByRole('button', { name: '撤销上一步' }).click();
    await there.page.locator('[data-fact="register"] button').waitFor();
  });

  // The other scheme of the program counts 开展宣传活动, the notice's does not.
  test(`a colleague's check by another scheme brings that and its decisions, ${way}`, async (t) => {
    const form = sample();
    const sha256 = createHash('sha256').update(canonical(completed)).digest('hex');
    form.scheme = { id: completed.id, revision: completed.revision, sha256 };
    const check = asFile('核对.json', {
      format: 'selfscore/check', version: 1, register: '', forms: [{ file: '教育.json', received: '', form: sealed(form) }],
      decisions: [{ id: 'a', unit: '区教育局', criterion: 'publicity', points: '1', reason: '报道一次', reviewer: '王五', at: '2022-01-20T09:00:00+08:00' }],
    });
    const title = async (page) => (await page.locator('.results > p').first().innerText()).trim();
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    await office.take([check]);
    await shows(async () => (await page.locator('.notice p').innerText()).trim(), '已打开“核对.json”：1 份表，新增 1 条核定。');
    await shows(async () => (await office.units()).map((cells) => cells.at(-1)), ['核定中']);
    await office.visit('results');
    await shows(() => title(page), `依据：${completed.title.zh}`);

    // A desk with forms keeps its scheme; what was decided stays all the same.
    const { page: other } = await open(t, way);
    const there = new OfficePage(other);
    await there.visit();
    await there.take([asFile('财政.json', sealed(ofUnit('区财政局')))]);
    await until(() => there.units(), (units) => units.length === 1);
    await there.take([check]);
    await shows(async () => (await other.locator('.notice p').innerText()).trim(), '已打开“核对.json”：1 份表，新增 1 条核定。');
    await there.visit('results');
    await shows(() => title(other), `依据：${scheme.title.zh}`);
  });
}
