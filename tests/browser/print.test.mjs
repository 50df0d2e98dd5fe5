// The page for filling in, printed as it is: the form with its figures, nothing that belongs to a screen, and
// no place for a seal, since such a print has no check code. The papers to hand in: paper.test.mjs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { FormPage } from './form_page.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

const onPaper = ['自评分合计', '不作上报用', '区教育局', '张三（示例）', '义务教育', '已知分值 95'];
const onScreenOnly = ['从 Excel 粘贴', '添加任务', '导入任务分工', '导出 JSON', '打开文件', '怎么算的', '草稿', '跳到填报内容', '还能得到', 'English', '存为草稿', '单位（盖章）'];

/** The example, as it would be printed. */
async function example(t, way) {
  const { page } = await open(t, way);
  const form = new FormPage(page);
  await form.button('看一份填好的示例').click();
  await shows(() => form.rows(), 6);
  return { page, form, total: await form.total() };
}

/** Signs without the blanks between them: a PDF has its own mind about those. */
const plain = (text) => text.replace(/\s+/g, '');

for (const way of ways) {
  test(`what is printed is the form, ${way}`, async (t) => {
    const { page, total } = await example(t, way);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(() => {
      const fields = [...document.querySelectorAll('input:not([type]), input[type=text], textarea')];
      const shown = fields.filter((field) => field.checkVisibility());
      const typed = shown.map((field) => field.value);
      return [document.body.innerText, ...typed].join('\n');
    });
    for (const words of [...onPaper, total]) assert.ok(plain(printed).includes(plain(words)), `${words} is printed`);
    for (const words of onScreenOnly) assert.ok(!plain(printed).includes(plain(words)), `${words} is not printed`);
    assert.ok(!(await page.locator('header.top nav').isVisible()));
    const hint = await page.locator('[data-field="/district"]').evaluate((field) => getComputedStyle(field, '::placeholder').color);
    assert.equal(hint, 'rgba(0, 0, 0, 0)', 'an empty field stays empty on paper');
  });

  test(`an explanation that is open is printed, too, ${way}`, async (t) => {
    const { page, form } = await example(t, way);
    await form.explain('tasks');
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.explanation .formula').isVisible());
  });

  test(`paper is white, also for those who work in the dark, ${way}`, async (t) => {
    const { page } = await open(t, way, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const [ground, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    const light = (colour) => colour === 'rgba(0, 0, 0, 0)' || colour.match(/\d+/g).slice(0, 3).every((part) => Number(part) > 240);
    assert.ok(light(ground), ground);
    assert.ok(ink.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 80), ink);
  });

  test(`the PDF has the same words, ${way}`, { skip: !hasPdftotext && 'needs pdftotext (poppler-utils)' }, async (t) => {
    const { page, total } = await example(t, way);
    const folder = await mkdtemp(join(tmpdir(), 'selfscore-print-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'form.pdf');
    await writeFile(path, await page.pdf({ preferCSSPageSize: true }));
    const text = plain(execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }));
    for (const words of [...onPaper, total]) assert.ok(text.includes(plain(words)), `${words} is printed`);
    for (const words of onScreenOnly) assert.ok(!text.includes(plain(words)), `${words} is not printed`);
  });

  test(`what is typed is whole on paper, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const long = '本项工作已按任务要求和时间节点全部完成，'.repeat(12);
    await form.addTask({ title: long, role: '牵头', completion: '100', note: long });
    await form.explainInWords('leadership', long);
    await page.emulateMedia({ media: 'print' });
    const cut = await page.locator('textarea').evaluateAll((all) => all
      .filter((one) => one.value && one.scrollHeight > one.clientHeight + 1).map((one) => one.dataset.field));
    assert.deepEqual(cut, []);
  });
}
