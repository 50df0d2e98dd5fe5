// Trying a scheme out while it is written; its file and its spreadsheet out and in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile } from './documents.mjs';
import { journal } from './kept.mjs';
import { bench, builtin, notice, schemesPage, small } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';

const criterion = '/groups/0/indicators/0/criteria/0';

test('points on trial follow the scheme, answers stay, and nothing of it is stored', async (t) => {
  const { page, schemes } = await bench(t);
  await schemes.tab('试填');
  await schemes.chooseUnit('区教育局');
  await schemes.answer('rules', '已建立');
  await schemes.explainInWords('rules', '已印发');
  await shows(() => schemes.total(), '10.00');
  const keys = await schemes.keys();
  await schemes.tab('编辑');
  await schemes.openPart('1 规章制度');
  await schemes.type('/groups/0/indicators/0/points', '12');
  await schemes.openPart('规章制度');
  await schemes.type(`${criterion}/points`, '12');
  await schemes.type(`${criterion}/rule/options/0/points`, '12');
  await shows(() => schemes.errors(), []);
  await schemes.tab('试填');
  await shows(() => schemes.total(), '12.00');
  assert.equal(await schemes.typed('/answers/rules/note'), '已印发');
  assert.equal(await schemes.typed('/unit'), '区教育局');
  await page.waitForTimeout(1500); // longer than saving waits
  assert.deepEqual(await schemes.keys(), keys);
  assert.ok(!keys.some((key) => /^selfscore\/(draft|pending)\//.test(key)), keys.join());
  assert.deepEqual(await journal(page), { heads: {}, drafts: {}, steps: {}, damaged: {} });
  // The draft of the page is what it was.
  await schemes.tab('编辑');
  await schemes.tool('收起（保留编辑）').click();
  await schemes.visit('fill');
  await shows(() => schemes.total(), '0.00');
  assert.equal(await schemes.typed('/unit'), '');
});

test('the table on the bench is that of the scheme as it is written', async (t) => {
  const { page, schemes } = await bench(t);
  await schemes.openPart('规章制度');
  await schemes.type(`${criterion}/rule/options/0/label/zh`, '建立并公开');
  await schemes.has(`${criterion}/rule/options/0/label/zh`, '建立并公开');
  await schemes.tab('看表格');
  await until(() => page.locator('table.official').innerText(), (text) => text.includes('建立并公开'));
});

test('a scheme saved from the bench is opened again as it is', async (t) => {
  const { schemes } = await bench(t);
  await schemes.type('/title/zh', '明年的小方案');
  await schemes.has('/title/zh', '明年的小方案');
  const { name, text } = await schemes.saved(() => schemes.tool('保存方案文件').click());
  assert.equal(name, 'small.r2.json');
  const expected = small({ revision: 2, title: { zh: '明年的小方案' } });
  assert.deepEqual(JSON.parse(text), expected);
  await schemes.tool('收起（保留编辑）').click();
  assert.match(await schemes.openScheme(asFile(name, text)), /已打开方案「明年的小方案」/);
});

test('a scheme goes through a spreadsheet; a cell that is changed there is changed here', async (t) => {
  const { schemes } = await schemesPage(t);
  const { name, text } = await schemes.savedSheet(notice);
  assert.match(name, /修订1）\.csv$/);
  // As somebody would with a spreadsheet: another title, and points of two lines.
  assert.ok(text.includes('学习先进经验'));
  const changed = text.replaceAll('学习先进经验', '学习外地经验');
  await schemes.openSheet(asFile('改过.csv', changed));
  await schemes.page.locator('.editor').waitFor();
  await until(() => schemes.outline(), (all) => all.includes('6 学习外地经验'));
  const expected = JSON.parse(JSON.stringify(builtin()).replaceAll('学习先进经验', '学习外地经验'));
  // What is left out counts as no: `once` says so in words.
  const spelt = JSON.parse(JSON.stringify(await schemes.onBench()), (_, value) => {
    if (value?.once === false) delete value.once;
    return value;
  });
  assert.deepEqual(spelt, expected);
});

test('points changed in the spreadsheet come in, and the check says what no longer fits', async (t) => {
  const { schemes } = await schemesPage(t);
  await schemes.openScheme(asFile('小方案.json', small()));
  const { text } = await schemes.savedSheet('小方案');
  const lines = text.split('\r\n');
  const row = lines.findIndex((line) => line.includes('已建立'));
  const changed = lines.map((line, index) => (index === row ? line.replace('已建立 10', '已建立 7') : line)).join('\r\n');
  assert.notEqual(changed, text);
  await schemes.openSheet(asFile('改过.csv', changed));
  await schemes.page.locator('.editor').waitFor();
  await schemes.has(`${criterion}/rule/options/0/points`, '7');
  await until(() => schemes.errors(), (all) => all.length > 0);
});

test('a broken spreadsheet is refused with row and column, and the bench stays empty', async (t) => {
  const { page, schemes } = await schemesPage(t);
  await schemes.openScheme(asFile('小方案.json', small()));
  const { text } = await schemes.savedSheet('小方案');
  const lines = text.split('\r\n');
  const row = lines.findIndex((line) => line.includes('已建立'));
  const broken = lines.map((line, index) => (index === row ? line.replace('已建立 10', '已建立 十') : line)).join('\r\n');
  for (const [file, pattern] of [[asFile('写错.csv', broken), new RegExp(`第 ?${row + 1} ?行`)], [asFile('不是.csv', 'a,b\r\n1,2\r\n'), /没有打开方案文件「不是\.csv」/]]) {
    await schemes.openSheet(file);
    const said = await until(() => page.locator('.notice p').innerText().catch(() => ''), (said) => said.includes(file.name));
    assert.match(said, pattern);
    assert.equal(await page.locator('.editor').count(), 0);
  }
  assert.equal(await schemes.onBench(), null);
});
