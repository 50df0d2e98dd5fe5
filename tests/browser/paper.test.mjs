// Paper: the two forms and the index of evidence, page by page as they leave the printer.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { noPoppler, pagesOf, PaperPage, plain, printing } from './paper_page.mjs';
import { shows } from './shows.mjs';
import { openInChromium83, openInFirefox } from './engines.mjs';
import { open, ways } from './support.mjs';

/** A form with so many tasks; each has signs at the beginning and the end of its note. */
function long(tasks) {
  const document = sample();
  document.answers.tasks.tasks = Array.from({ length: tasks }, (_, at) => ({
    number: String(at + 1), title: `TITLE${at + 1} 一网通办`, role: at % 2 ? 'supporting' : 'lead', completion: '100',
    in_debugging: false, note: `BEGIN${at + 1} ${'按任务要求和时间节点全部完成，'.repeat(1 + (at % 5))} END${at + 1}`, evidence: [],
  }));
  return sealed(document);
}

/** What every page must have. */
function everyPage(pages, { size, code, unit }) {
  for (const [at, page] of pages.entries()) {
    assert.deepEqual(page.size, size, `size of page ${at + 1}`);
    const text = plain(page.text);
    for (const words of [`第${at + 1}页共${pages.length}页`, '参考格式，非原附件', '校验码（短码）', code, unit]) {
      assert.ok(text.includes(words), `${words} on page ${at + 1}: ${page.text}`);
    }
  }
}

/** Signs that stand on one page only, and each pair on the same one. */
function together(pages, pairs) {
  for (const signs of pairs) {
    const where = signs.map((sign) => pages.flatMap(({ text }, at) => (new RegExp(`${sign}(?!\\d)`).test(text) ? [at] : [])));
    for (const found of where) assert.deepEqual(found, where[0], `${signs} together`);
    assert.equal(where[0].length, 1, `${signs} once: ${where[0]}`);
  }
}

for (const way of ways) {
  test(`the scoring form is printed broad, its head on every page, no row in two, ${way}`, { skip: noPoppler }, async (t) => {
    const { page } = await open(t, way);
    const { paper } = await printing(page, asFile('长.json', long(40)));
    const count = await paper.laidOut();
    assert.ok(count >= 4, `${count} pages`);
    const code = await paper.code();
    assert.match(code, /^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    const pages = await pagesOf(t, await paper.pdf(), { qr: true });
    assert.equal(pages.length, count, 'as many pages as the preview says');
    everyPage(pages, { size: [842, 595], code, unit: '区教育局' });
    for (const { text, qr } of pages) {
      assert.equal(qr, `SELFSCORE1:${code}:区教育局`);
      // The last page may have nothing of the table but what goes with the seal.
      for (const head of ['序号', '核定分', '评分标准']) assert.ok(text.includes(head), `${head} in ${text}`);
    }
    together(pages, Array.from({ length: 40 }, (_, at) => [`TITLE${at + 1}`, `BEGIN${at + 1}`, `END${at + 1}`]));
    const last = plain(pages.at(-1).text);
    for (const words of ['单位（盖章）', '主要负责人（签字）', '填报人', '张三', '审核人', '李四', '联系电话', '填报日期', '2022年1月10日']) {
      assert.ok(last.includes(words), `${words} in ${last}`);
    }
    assert.ok(!last.includes('未填完'));
  });

  test(`the application is printed upright, the index of evidence too, ${way}`, { skip: noPoppler }, async (t) => {
    const { page } = await open(t, way);
    const { paper } = await printing(page, asFile('长.json', long(30)));
    const code = await paper.code();
    const count = await paper.choose('申报表');
    const pages = await pagesOf(t, await paper.pdf());
    assert.equal(pages.length, count);
    everyPage(pages, { size: [595, 842], code, unit: '区教育局' });
    together(pages, Array.from({ length: 30 }, (_, at) => [`TITLE${at + 1}`, `BEGIN${at + 1}`, `END${at + 1}`]));
    await paper.choose('佐证材料目录');
    const [index] = await pagesOf(t, await paper.pdf());
    everyPage([index], { size: [595, 842], code, unit: '区教育局' });
    for (const words of ['1-1_实施方案.pdf', '未列入目录', '任务细化措施', '单位（盖章）']) {
      assert.ok(plain(index.text).includes(words), `${words} in ${index.text}`);
    }
  });
}

test('an incomplete form is marked on every page and lists what is missing', { skip: noPoppler }, async (t) => {
  const { page } = await open(t, 'site');
  const document = sample();
  delete document.answers.leadership;
  delete document.answers.tasks.tasks[0].claim;
  const { paper } = await printing(page, asFile('缺.json', sealed(document)));
  await paper.choose('附上');
  const pages = await pagesOf(t, await paper.pdf());
  assert.ok(pages.length > 1);
  for (const { text } of pages) assert.ok(plain(text).includes('未填完（缺2处）'), text);
  const all = plain(pages.map(({ text }) => text).join(''));
  for (const words of ['未填完或有误的地方（2处）', '“一把手”负责制：', '任务1：完成率85%在酌情给分的范围内', '附：得分计算说明']) {
    assert.ok(all.includes(words), `${words} in ${all}`);
  }
});

test('the appendix explains every figure', { skip: noPoppler }, async (t) => {
  const { page } = await open(t, 'site');
  const { paper } = await printing(page, asFile('自评表.json', sealed(sample())));
  const without = await paper.laidOut();
  const count = await paper.choose('附上');
  assert.ok(count > without);
  const pages = await pagesOf(t, await paper.pdf());
  const appendix = plain(pages.slice(without).map(({ text }) => text).join(''));
  // 60 × 0.8 = 48; 15 − 2 × 2 = 11.
  for (const words of ['附：得分计算说明', '完成任务48.00', '部署实施11.00', '步骤', '失分']) {
    assert.ok(appendix.includes(words), `${words} in ${appendix}`);
  }
  assert.equal((await pagesOf(t, await paper.pdf())).length, count);
});

test('a row higher than a page goes on over the next ones, and nothing of it is lost', { skip: noPoppler }, async (t) => {
  const { page } = await open(t, 'site');
  const document = sample();
  const note = Array.from({ length: 300 }, (_, at) => `第N${at + 1}N步已按任务要求完成`).join('');
  document.answers.tasks.tasks[0].note = note;
  const { paper } = await printing(page, asFile('高.json', sealed(document)));
  const overfull = await page.locator('.sheets .room').evaluateAll((rooms) => rooms
    .filter((room) => room.scrollHeight > room.clientHeight + 1).length);
  assert.equal(overfull, 0, 'no page holds more than fits on it');
  const pages = await pagesOf(t, await paper.pdf());
  everyPage(pages, { size: [842, 595], code: await paper.code(), unit: '区教育局' });
  const shown = await page.locator('.sheets .part td:nth-child(7)').allInnerTexts();
  assert.ok(shown.length > 2);
  assert.equal(plain(shown.join('')), plain(note));
});

test('what fills the sheets stays inside of them', async (t) => {
  const { page } = await open(t, 'site');
  const { paper } = await printing(page, asFile('长.json', long(60)));
  for (const words of ['评分表', '申报表', '佐证材料目录']) {
    await paper.choose(words);
    const over = await page.locator('.sheets .room').evaluateAll((rooms) => rooms
      .map((room) => [room.scrollHeight - room.clientHeight, room.scrollWidth - room.clientWidth])
      .filter(([down, right]) => down > 1 || right > 1));
    assert.deepEqual(over, [], words);
  }
  const seal = await page.locator('.seal-space').boundingBox();
  const millimetres = (pixels) => (pixels * 25.4) / 96;
  // 45 mm below a line of words.
  assert.ok(millimetres(seal.height) >= 45 + 6 && millimetres(seal.width) >= 45, JSON.stringify(seal));
  const small = await page.locator('.sheets .sheet *').evaluateAll((all) => all
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 11.9).length);
  assert.equal(small, 0, 'nothing is smaller than 9pt');
});

test('the example says on paper that it is one', { skip: noPoppler }, async (t) => {
  const { page } = await open(t, 'site');
  const form = new FormPage(page);
  await form.button('看一份填好的示例').click();
  await shows(() => form.rows(), 6);
  await page.getByRole('link', { name: '打印', exact: true }).click();
  const paper = new PaperPage(page);
  await paper.laidOut();
  const pages = await pagesOf(t, await paper.pdf());
  for (const { text } of pages) assert.ok(plain(text).includes('示例，数字是编的'), text);
  assert.ok(!plain(pages[0].text).includes('回到填报'), 'nothing of the screen is printed');
});

test('Chromium 83 prints broad and upright pages as well', { skip: noPoppler }, async (t) => {
  const { page } = await openInChromium83(t, 'site');
  await page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.innerText === '看一份填好的示例').click());
  await page.waitForSelector('.tasks tbody tr');
  await page.evaluate(() => { location.hash = '#/print'; });
  await page.waitForSelector('.sheets .sheet');
  const code = await page.$eval('.sheets .code b', (one) => one.innerText);
  const broad = await pagesOf(t, await page.pdf({ preferCSSPageSize: true }), { qr: true });
  assert.equal(broad.length, (await page.$$('.sheets .sheet')).length);
  everyPage(broad, { size: [842, 595], code, unit: '区教育局' });
  assert.equal(broad[0].qr, `SELFSCORE1:${code}:区教育局`);
  await page.evaluate(() => document.querySelectorAll('.printing input[type=radio]')[1].click());
  await page.waitForSelector('.sheets .sheet.portrait');
  everyPage(await pagesOf(t, await page.pdf({ preferCSSPageSize: true })), { size: [595, 842], code, unit: '区教育局' });
});

test('Firefox lays the pages out, too', async (t) => {
  const { page } = await openInFirefox(t, 'site');
  await page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.innerText === '看一份填好的示例').click());
  await page.waitForSelector('.tasks tbody tr');
  await page.evaluate(() => { location.hash = '#/print'; });
  await page.waitForSelector('.sheets .sheet');
  const [count, over] = await page.evaluate(() => [
    document.querySelectorAll('.sheets .sheet').length,
    [...document.querySelectorAll('.sheets .room')].filter((room) => room.scrollHeight > room.clientHeight + 1).length,
  ]);
  assert.ok(count >= 2);
  assert.equal(over, 0);
});
