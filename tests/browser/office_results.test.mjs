// Results: places, charts, files out, and feedback that a unit opens over its draft.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { asFile, canonical, checkCode, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { FeedbackPanel, ResultsPage, unzipped } from './results_page.mjs';
import { shows, until } from './shows.mjs';
import { open, root, ways } from './support.mjs';

const scheme = JSON.parse(await readFile(join(root, 'schemes/business-environment-2021.json'), 'utf8'));
const digest = createHash('sha256').update(canonical(scheme)).digest('hex');

/** The sample (76.00) of a unit with so many tasks off schedule (2 of 15 points each), and what it claims. */
function form(unit, offSchedule, claims) {
  const document = sample();
  document.unit = unit;
  // As the page exports it: only so is a draft made of it the very same form.
  document.scheme.sha256 = digest;
  document.answers.implementation.occurrences.off_schedule = offSchedule;
  document.score.criteria.implementation = claims.implementation;
  document.score.total = claims.total;
  return sealed(document);
}

// 48 + 4 + 4 + 6 + 3 = 65, and 15 less 2 for each task off schedule.
const education = form('区教育局', 2, { implementation: '11.00', total: '76.00' });
const health = form('区卫健局', 0, { implementation: '15.00', total: '80.00' });
// Claims 15 where its own answers give 13.
const justice = form('区司法局', 1, { implementation: '15.00', total: '80.00' });
const files = [asFile('教育.json', education), asFile('卫健.json', health), asFile('司法.json', justice)];

/** Three forms on the desk, and their results. */
async function checked(t, way, options) {
  const { page } = await open(t, way, options);
  const results = new ResultsPage(page);
  await results.take(files);
  await until(() => results.units(), (rows) => rows.length === 35);
  return { page, results };
}

const text = ({ buffer }) => buffer.toString('utf8').replace('\uFEFF', '');

for (const way of ways) {
  test(`units stand by rank; who did not hand in and who was late is said, ${way}`, async (t) => {
    const { page, results } = await checked(t, way);
    const rows = await results.units();
    assert.deepEqual(rows.slice(0, 3).map((cells) => cells.slice(0, 5)), [
      ['1', '区卫健局', '80.00', '80.00', '–'],
      ['2', '区司法局', '80.00', '78.00', '–'],
      ['3', '区教育局', '76.00', '76.00', '–'],
    ]);
    for (const cells of rows.slice(0, 3)) assert.match(cells[5], /待核定/);
    // The notice assesses 35 units.
    assert.equal(rows.slice(3).filter((cells) => /截止 2022-01-14 未报送，视为放弃考核/.test(cells[5])).length, 32);
    assert.match(await results.summary(), /应报送 35 个单位：已报送 3，未报送 32，视为放弃考核 0/);
    const link = await page.locator('[data-unit="区卫健局"] a').getAttribute('href');
    assert.match(link, /^#\/check\/unit\/.+/);

    // The last day is 2022-01-14.
    await results.received('2022-01-15');
    await until(() => results.unit('区卫健局'), (cells) => /2022-01-15 收到，已过截止日期，视为放弃考核/.test(cells?.[5]));
    assert.equal((await results.unit('区卫健局'))[0], '–');
    assert.match(await results.summary(), /视为放弃考核 3/);
    await results.received('2022-01-14');
    await until(() => results.unit('区卫健局'), (cells) => cells?.[0] === '1');
  });

  test(`charts draw the figures of the tables behind them, ${way}`, async (t) => {
    const { page, results } = await checked(t, way);
    const totals = await results.chart('totals');
    assert.deepEqual(totals.map(({ label, bars }) => [...label.split(' '), bars[0].value]), await results.table('totals'));
    assert.deepEqual(totals.map(({ bars }) => bars[0].value), ['80.00', '78.00', '76.00']);
    assert.ok(totals.every(({ bars }) => bars[0].kind === 'dashed'), 'nothing is verified yet');
    const [best, , last] = totals.map(({ bars }) => bars[0].length);
    assert.ok(Math.abs(best / last - 80 / 76) < 0.01, `${best} : ${last}`);

    const lost = await results.chart('lost');
    const behind = await results.table('lost');
    assert.deepEqual(lost.map(({ label, bars }) => [label, bars[0].value]), behind.map((cells) => [cells[0], cells[4]]));
    // 4, 2 and 0 are lost there.
    assert.deepEqual(behind.find(([title]) => title === '部署实施'), ['部署实施', '15.00', '3', '6.00', '2.00']);

    await results.against('区教育局');
    const at = async () => (await results.chart('against')).find(({ label }) => label === '部署实施').bars.map(({ value, kind }) => [value, kind]);
    await shows(at, [['11.00', 'solid'], ['13.000', 'dashed']]);
    const row = (await results.table('against')).find(([title]) => title === '部署实施');
    assert.deepEqual(row, ['部署实施', '15.00', '11.00', '13.000', '−2.000']);

    const named = page.getByRole('img', { name: /各单位得分.*第一名 区卫健局，80.00 分/s });
    assert.equal(await named.count(), 1);
    assert.equal(await page.locator('.results [style]').count(), 0, 'the policy lets no inline style in');
  });

  test(`tables come back as CSV and as a workbook, ${way}`, async (t) => {
    const { results } = await checked(t, way);
    const units = await results.export('results-csv');
    assert.match(units.name, /^考核结果_\d{4}-\d\d-\d\d\.csv$/);
    const lines = text(units).trim().split('\r\n');
    assert.equal(lines.length, 36);
    assert.match(lines[0], /^名次,单位,自评分,复算分,核定分,状态/);
    assert.match(lines[2], /^2,区司法局,80\.00,78\.00,,待核定/);
    const points = text(await results.export('lines-csv')).split('\r\n');
    assert.ok(points.some((line) => line.startsWith('区司法局,部署实施,15.00,15.00,13.00,')), points.join('\n'));
    const findings = text(await results.export('findings-csv'));
    assert.match(findings, /区司法局,司法\.json,部署实施,[^\n]*15\.00,13\.00/);

    const book = await results.export('results-xlsx');
    assert.match(book.name, /^考核结果_\d{4}-\d\d-\d\d\.xlsx$/);
    const parts = unzipped(book.buffer);
    const sheet = parts.get('xl/worksheets/sheet1.xml').toString();
    assert.match(parts.get('xl/sharedStrings.xml').toString(), /区司法局/);
    for (const figure of [80, 78, 76]) assert.ok(sheet.includes(`<v>${figure}</v>`), `${figure} is a number`);
    assert.equal([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet')).length, 4);
  });

  test(`units stand by the names that people know, on the page and in files, ${way}`, async (t) => {
    // The notice masks the district in three names; a form says it.
    const { sha256, ...masked } = form('**供电局', 0, { implementation: '15.00', total: '80.00' });
    const { page } = await open(t, way);
    const results = new ResultsPage(page);
    await results.take([asFile('供电.json', sealed({ ...masked, district: '某某区' })), asFile('司法.json', justice)]);
    const rows = await until(() => results.units(), (all) => all.length === 35);
    assert.deepEqual(rows.slice(0, 2).map((cells) => cells.slice(0, 3)), [['1', '某某供电局', '80.00'], ['2', '区司法局', '80.00']]);
    assert.ok(rows.some((cells) => cells[1] === '市公安局某某分局'));
    assert.ok(!(await page.locator('.results').innerText()).includes('**'));
    assert.equal((await results.chart('totals'))[0].label, '1 某某供电局');
    await results.against('某某供电局');
    for (const name of ['results-csv', 'lines-csv', 'findings-csv']) {
      const lines = text(await results.export(name));
      assert.ok(lines.includes('某某供电局') && !lines.includes('**'), `${name}: ${lines}`);
    }
    const strings = unzipped((await results.export('results-xlsx')).buffer).get('xl/sharedStrings.xml').toString();
    assert.ok(strings.includes('某某供电局') && !strings.includes('**'), strings);
    assert.equal((await results.feedback('**供电局')).name, '复核反馈_某某供电局.json');
    await page.locator('[data-table="units"] a').filter({ hasText: '某某供电局' }).click();
    await page.locator('h3[data-unit]').filter({ hasText: '某某供电局' }).waitFor();
  });

  test(`feedback goes to each unit and opens over its draft, ${way}`, async (t) => {
    const { results } = await checked(t, way);
    const zip = await results.export('feedback-zip');
    assert.match(zip.name, /^复核反馈_\d{4}-\d\d-\d\d\.zip$/);
    const packed = unzipped(zip.buffer);
    assert.deepEqual([...packed.keys()].sort(), ['复核反馈_区卫健局.json', '复核反馈_区司法局.json', '复核反馈_区教育局.json'].sort());
    for (const [name, bytes] of packed) {
      const document = JSON.parse(bytes);
      assert.equal(document.sha256, checkCode(document), name);
    }
    const alone = await results.feedback('区司法局');
    assert.equal(alone.name, '复核反馈_区司法局.json');
    const without = ({ made_at, sha256, ...document }) => document;
    assert.deepEqual(without(JSON.parse(alone.buffer)), without(JSON.parse(packed.get(alone.name))));
    assert.equal(JSON.parse(alone.buffer).rank, 2);

    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openFile(asFile('司法.json', justice));
    const total = await form.total();
    await form.pick(alone);
    const panel = new FeedbackPanel(page);
    await until(() => panel.row('部署实施'), (cells) => cells);
    assert.deepEqual((await panel.row('部署实施')).slice(0, 6), ['部署实施', '13.00', '15.00', '13.00', '', '−2.00']);
    assert.deepEqual((await panel.row('合计')).slice(0, 6), ['合计', '78.00', '80.00', '78.00', '', '−2.00']);
    assert.ok((await panel.facts()).includes('名次：第 2 名'));
    const notes = (await panel.notes()).join('\n');
    assert.match(notes, /草稿就是这份反馈所说的报送表，没有改动过/);
    assert.match(notes, /1 项的核定（复算）分与自评分不同/);
    assert.ok((await panel.found()).some((words) => /处理办法/.test(words)));
    assert.equal(await form.total(), total, 'the draft does not change');
    // It stands over the draft as it is now.
    await form.count('implementation', 'off_schedule', '3');
    await until(() => panel.row('部署实施'), (cells) => cells?.[1] === '9.00');
    assert.match((await panel.notes()).join('\n'), /报送以后改动过，或者不是同一份/);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await panel.panel.isVisible());
    assert.ok(!(await page.locator('[data-total]').first().isVisible()), 'only the feedback is printed');
    await page.emulateMedia({ media: 'screen' });
    await panel.close();
    assert.equal(await panel.panel.count(), 0);
  });

  test(`feedback that changed, is newer or damaged is said so, ${way}`, async (t) => {
    const { results } = await checked(t, way);
    const { buffer } = await results.feedback('区司法局');
    const document = JSON.parse(buffer);
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const panel = new FeedbackPanel(page);
    const said = async (file, words) => {
      await form.pick(file);
      await page.locator('#feedback-title').filter({ hasText: file.name }).waitFor();
      assert.match((await panel.notes()).join('\n'), words);
    };
    await said(asFile('改动.json', { ...document, unit: '区法院' }), /校验码不符：反馈文件写出后改动过/);
    await said(asFile('多出.json', sealed({ ...document, extra: 1 })), /不认识的内容：\/extra/);
    // As an editor saves it in the encoding that it calls Unicode.
    await said({ name: '另存.json', mimeType: 'application/json', buffer: Buffer.from(`\uFEFF${buffer}`, 'utf16le') }, /反馈是给“区司法局”的/);
    // By a drop, too; over another unit's draft that is said.
    await form.dropFile({ name: '拖入.json', buffer });
    await page.locator('#feedback-title').filter({ hasText: '拖入.json' }).waitFor();
    assert.match((await panel.notes()).join('\n'), /反馈是给“区司法局”的/);
    assert.match(await form.openRefused(asFile('新版.json', sealed({ ...document, version: 2 }))), /更新版本的程序写出（第 2 版/);
    assert.match(await form.openRefused(asFile('缺项.json', sealed({ ...document, state: 'who knows' }))), /反馈文件无法读取.*\/state/);
    const whole = buffer.toString('utf8');
    const half = { name: '半份.json', buffer: Buffer.from(whole.slice(0, whole.length / 2)) };
    assert.match(await form.openRefused(half), /没有打开「半份\.json」.*反馈文件无法读取：第 \d+ 行.*中断.*请向办公室重新索取/);
    // What a hand broke in it is no form either.
    const broken = { name: '改坏.json', buffer: Buffer.from(whole.replace('"version": 1,', '"version": 1')) };
    assert.match(await form.openRefused(broken), /反馈文件无法读取：第 \d+ 行.*请向办公室重新索取/);
    assert.match(await form.openRefused(asFile('错项.json', sealed({ ...document, items: {} }))), /反馈文件无法读取：位置 \/items：.*不是列表。请向办公室重新索取/);
  });
}

test('the results print alone, and fit a narrow page, site', async (t) => {
  const { page, results } = await checked(t, 'site', { viewport: { width: 390, height: 844 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} px wide`);
  const out = await page.locator('.chart text').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > 390).map((one) => one.textContent));
  assert.deepEqual(out, []);
  await page.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
    .violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`)));
  assert.deepEqual(found, []);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['header.top', 'nav.parts', '.results .commands', '[data-feedback]']) {
    assert.ok(!(await page.locator(hidden).first().isVisible()), `${hidden} is not printed`);
  }
  assert.ok(await page.locator('[data-table="units"]').isVisible());
  assert.ok(await page.locator('[data-chart="totals"] svg').isVisible());
  assert.equal((await results.units()).length, 35);
});
