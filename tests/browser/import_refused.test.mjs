// A file that cannot be taken gets a reason with its place, and nothing that is open changes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { journal, mirrored, stored, storedDrafts } from './kept.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

const text = JSON.stringify(sample(), null, 2);
const roles = text.split('\n').findIndex((line) => line.includes('"role"')) + 1;

const refused = [
  ['cut off', asFile('断.json', text.slice(0, 700)), /第 \d+ 行第 \d+ 列：文件到这里就中断了/],
  ['a comma too many', asFile('逗号.json', text.replace('"role": "lead",', '"role": "lead",,')), new RegExp(`第 ${roles} 行第 26 列.*格式有误`)],
  ['a word for a number', asFile('八成.json', text.replace('"85"', '"八成"')), /位置 \/answers\/tasks\/tasks\/0\/completion.*「八成」不是数/s],
  ['a JSON number for a decimal', asFile('数.json', text.replace('"85"', '85.0')), /位置 \/answers\/tasks\/tasks\/0\/completion/],
  ['a list for an object', asFile('表.json', { ...sample(), answers: { learning: [] } }), /位置 \/answers\/learning/],
  ['a newer version', asFile('新版.json', { ...sample(), version: 2 }), /较新版本（2）.*只认识到版本 1.*新版程序/s],
  ['another program\'s file', asFile('别的.json', '{"a": 1}'), /不是自评表文件/],
  ['another scheme', asFile('别的方案.json', sealed({ ...sample(), scheme: { id: 'business-environment-2099', revision: 1 } })), /方案「business-environment-2099」/],
  ['an empty file', asFile('空.json', ''), /断|空|不是|格式/],
  ['a picture', { name: '图.png', buffer: Buffer.from('89504e470d0a1a0a0000000d', 'hex') }, /不是|编码|格式/],
  ['a table without keys', asFile('表格.csv', '序号,任务\r\n1,一网通办\r\n'), /键/],
  ['too large', { name: '大.json', buffer: Buffer.alloc(4 * 1024 * 1024 + 1, 0x20) }, /文件有 4194305 字节，最多 4194304 字节/],
];

for (const way of ways) {
  test(`refusals name the reason and change nothing, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    await form.addTask({ title: '一网通办', role: '牵头', completion: '85%', claim: '80', note: '说明', evidence: '1-1' });
    await form.count('learning', 'visits', '2。');
    await form.untilSaved();
    await mirrored(page);
    const storage = async () => ({ journal: await journal(page), local: await stored(page) });
    const [before, tasks, total] = [await storage(), await form.tasks(), await form.total()];
    for (const [what, file, words] of refused) await t.test(what, async () => {
      const said = await form.openRefused(file);
      assert.match(said, words);
      assert.match(said, /现有内容没有改动/);
      assert.equal(await page.locator('.report').count(), 0);
      assert.deepEqual(await form.tasks(), tasks);
      assert.equal(await form.total(), total);
      assert.deepEqual(await storage(), before);
    });
    // The page goes on working.
    await form.openFile(asFile('好.json', sealed(sample())));
    await shows(() => form.total(), '76.00');
  });

  test(`several files at once become drafts each, but for the one that cannot be read, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const files = [
      asFile('一.json', sealed(sample())),
      asFile('坏.json', '{'),
      asFile('二.json', sealed({ ...sample(), unit: '区财政局' })),
    ];
    await page.locator('[data-import="form"]').setInputFiles(files.map((file) => ({ mimeType: 'application/json', ...file })));
    const drafts = async () => Object.values(await storedDrafts(page)).map(({ draft }) => draft.unit).sort();
    await shows(drafts, ['区教育局', '区财政局'].sort());
    // What could not be read is still said, though other files were opened after it.
    await page.getByRole('alert').filter({ hasText: '坏.json' }).waitFor();
  });

  test(`script in a file's name and texts stays text, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const document = sample();
    document.unit = '<img src=x onerror="window.ran = 1">';
    document.answers.tasks.tasks[0].title = '<script>window.ran = 1</script>';
    document['<b onclick=alert(1)>'] = '__proto__';
    const file = asFile('<img src=x onerror=ran=1>.json', sealed(document));
    const report = await form.openFile(file);
    assert.match(report.findings[0], /校验码相符/);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await page.locator('.app img, .app script').count(), 0);
    await shows(() => form.tasks('title'), ['<script>window.ran = 1</script>']);
    assert.ok((await form.missing()).some((said) => said.includes('不在本方案的考评对象中')));
    const { name } = await form.exportForm('JSON');
    assert.doesNotMatch(name, /[<>"]/);
  });
}
