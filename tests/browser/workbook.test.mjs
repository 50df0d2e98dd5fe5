// A form as a workbook: out, in again, and an empty one to fill in away from the page. The part that
// handles workbooks is loaded when it is used.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { asFile, lasting, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { until } from './shows.mjs';
import { openInChromium83 } from './engines.mjs';
import { open, root, ways } from './support.mjs';

/** Exports by a button of the export section; gives the download as a file to open. */
async function workbook(form, button = '导出 Excel（XLSX）') {
  const { name, bytes } = await form.exportForm(button.replace('导出 ', ''));
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  return { name, buffer: bytes };
}

for (const way of ways) {
  test(`a form goes into a workbook and comes out the same, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openFile(asFile('自评表.json', sealed(sample())));
    const before = await form.exported();
    const file = await workbook(form);
    assert.match(file.name, /区教育局.*\.xlsx$/);
    const report = await form.openFile(file);
    assert.match(report.findings[0], /校验码相符/);
    assert.match(report.findings.at(-1), /完全一致/);
    assert.deepEqual(lasting(await form.exported()), lasting(before));
    // Once more, with the part that is there by now.
    assert.match((await workbook(form)).name, /\.xlsx$/);
  });

  test(`an empty workbook has the unit's tasks and says nothing, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openFile(asFile('自评表.json', sealed(sample())));
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: '空白表（离线填写）' }).click();
    const download = await started;
    assert.match(download.suggestedFilename(), /^空白表_.*区教育局.*\.xlsx$/);
    const report = await form.openFile(await download.path());
    assert.match(report.findings[0], /没有校验码/);
    const again = await form.exported();
    assert.equal(again.unit, '区教育局');
    assert.equal(again.filled_by, '');
    const [task, ...others] = again.answers.tasks.tasks;
    assert.deepEqual([task.number, task.title, task.role, others.length], ['1', '义务教育入学“一网通办”', 'lead', 0]);
    assert.equal(task.completion, undefined);
    assert.deepEqual(Object.keys(again.answers), ['tasks']);
  });

  test(`an empty workbook needs a unit, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await page.getByRole('button', { name: '空白表（离线填写）' }).click();
    await until(() => form.notice(), (said) => said.includes('请先选择单位，再导出空白表。'));
  });

  test(`what is no workbook is refused in words, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    for (const [name, bytes, words] of [
      ['旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧格式（\.xls）/],
      ['坏.xlsx', Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1'), /不完整或已损坏/],
    ]) {
      await form.pick({ name, buffer: bytes });
      await until(() => form.notice(), (said) => words.test(said));
    }
    assert.equal(await form.total(), '0.00');
  });
}

for (const way of ways) {
  test(`a workbook is made in Chromium 83, ${way}`, async (t) => {
    const { page } = await openInChromium83(t, way);
    await page.waitForSelector('[data-export="xlsx"]');
    await page.evaluate("document.querySelector('[data-export=\"xlsx\"]').click()");
    await page.waitForFunction("/已导出「.*[.]xlsx」/.test(document.body.innerText)");
  });
}

test('the part for workbooks is loaded when it is used and not before, site', async (t) => {
  const { page } = await open(t, 'site');
  const later = readdirSync(join(root, 'dist/site')).find((name) => name.startsWith('selfscore-books-'));
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  await page.reload();
  const form = new FormPage(page);
  await form.chooseUnit('区教育局');
  await form.exported();
  assert.ok(!asked.includes(later), 'a JSON file needs none of it');
  await workbook(form);
  assert.ok(asked.includes(later));
});
