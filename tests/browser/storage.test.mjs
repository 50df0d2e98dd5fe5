// What the browser's storage does to drafts: damaged, newer, foreign, full, refused. Nothing is lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { DraftsPage, stored, storedDrafts } from './drafts_page.mjs';
import { FormPage } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

/** The page started again on a storage that holds what is given. */
async function startedOn(t, way, entries) {
  const browser = await open(t, way);
  await browser.page.evaluate((entries) => {
    for (const [key, text] of entries) localStorage.setItem(key, text);
  }, Object.entries(entries));
  await browser.page.reload();
  await browser.page.waitForFunction(() => window.selfscore && !document.getElementById('boot'));
  return { ...browser, form: new FormPage(browser.page), drafts: new DraftsPage(browser.page) };
}

const damaged = {
  'selfscore/draft/x': '{"format":"selfscore/draft","version":1,"revision":3,"name":"甲","dra\u0000\uD800垃圾',
  'selfscore/draft/y': '',
  'selfscore/draft/z': '[1,2,{"__proto__":{"a":1}}]',
};

for (const way of ways) {
  test(`a damaged draft is listed, offered raw, and never touched, ${way}`, async (t) => {
    const { page, form, drafts } = await startedOn(t, way, damaged);
    await form.chooseUnit('区教育局'); // the page works
    await form.untilSaved();
    await drafts.visit();
    const said = await until(() => drafts.unreadable(), (all) => all.length === 3);
    for (const words of said) assert.match(words, /草稿 [xyz] 已损坏，无法读取/);
    assert.equal(await drafts.rawOf('草稿 z'), damaged['selfscore/draft/z']);
    assert.match(await drafts.rawOf('草稿 x'), /^\{"format":"selfscore\/draft","version":1,"revision":3,"name":"甲","dra\0.+垃圾$/s);
    await page.reload();
    const after = await stored(page);
    for (const [key, text] of Object.entries(damaged)) assert.equal(after[key], text, key);
  });

  test(`a damaged draft that was open is said so, and its key stays as it is, ${way}`, async (t) => {
    const key = 'selfscore/draft/x';
    const { page, form } = await startedOn(t, way, {
      [key]: damaged[key], 'selfscore/settings': JSON.stringify({ lang: 'zh-CN', open: 'x', district: '' }),
    });
    await until(() => page.locator('.notice').allInnerTexts(), (all) => all.some((said) => said.includes('有一份草稿无法读取，已原样保留')));
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    assert.equal((await stored(page))[key], damaged[key]);
    assert.equal(Object.keys(await stored(page)).filter((key) => key.startsWith('selfscore/draft/')).length, 2);
  });

  test(`settings that cannot be read stop nothing, ${way}`, async (t) => {
    const { form } = await startedOn(t, way, { 'selfscore/settings': '{"lang":7,"open":[' });
    await form.type('/filled_by', '张三');
    await form.untilSaved();
  });

  test(`a newer program's draft is refused unchanged, and explained, ${way}`, async (t) => {
    const newer = JSON.stringify({ format: 'selfscore/draft', version: 99, revision: 1, pages: [] });
    const { page, drafts } = await startedOn(t, way, { 'selfscore/draft/n': newer });
    await drafts.visit();
    await shows(() => drafts.unreadable(), ['草稿 n 由较新版本的程序保存，请用新版打开。']);
    assert.equal(await drafts.rawOf('草稿 n'), newer);
    assert.equal((await stored(page))['selfscore/draft/n'], newer);
  });

  test(`other programs' keys are left alone, ${way}`, async (t) => {
    const foreign = { token: '1', 'selfscore': 'x', 'selfscoredraft/1': '{', 'draft/1': '{}', 'selfscore/drafts': '1', '': 'empty' };
    const { page, form, drafts } = await startedOn(t, way, foreign);
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await drafts.visit();
    await shows(() => drafts.names(), ['未命名草稿*']);
    assert.equal(await page.getByText('无法读取的').count(), 0);
    await drafts.remove('未命名草稿');
    const after = await stored(page);
    for (const [key, text] of Object.entries(foreign)) assert.equal(after[key], text, key);
  });

  test(`a full storage: not saved is said, a file offered, the old draft kept; then it saves again, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    const before = await storedDrafts(page);
    await page.evaluate(() => {
      for (let size = 1 << 22; size >= 1; size >>= 1) {
        for (let part = 0; ; part += 1) {
          try { localStorage.setItem(`filler/${size}/${part}`, 'x'.repeat(size)); } catch { break; }
        }
      }
    });
    await form.type('/answers/publicity/note', '宣传'.repeat(200));
    await page.locator('[data-saved="failed"]').waitFor();
    const alert = page.getByRole('alert').filter({ hasText: '未保存' });
    assert.match(await alert.innerText(), /存储空间已满，原来的草稿没有改动.*导出 JSON/s);
    assert.deepEqual(await storedDrafts(page), before);
    const download = page.waitForEvent('download');
    await alert.getByRole('button', { name: /导出 JSON/ }).click();
    assert.match((await download).suggestedFilename(), /\.json$/);
    assert.equal(await form.savedState(), 'failed', 'a file is not the browser’s storage');
    assert.match(await page.locator('[data-saved]').innerText(), /未保存/);

    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('filler/'))
      .forEach((key) => localStorage.removeItem(key)));
    await form.type('/phone', '1');
    await form.untilSaved();
    assert.equal(await page.getByRole('alert').count(), 0);
    await page.reload();
    await shows(() => form.typed('/answers/publicity/note'), '宣传'.repeat(200));
  });

  test(`a write that does not come back is not called saved, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await page.evaluate(() => { Storage.prototype.setItem = () => {}; });
    await form.type('/filled_by', '张三');
    await page.locator('[data-saved="failed"]').waitFor();
    await page.getByRole('alert').filter({ hasText: '写入后读不回来' }).waitFor();
  });

  for (const [what, refuse] of [
    ['refused', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })],
    ['null', () => Object.defineProperty(window, 'localStorage', { value: null })],
  ]) test(`a storage that is ${what}: works in memory, with a banner, ${way}`, async (t) => {
    const { page, context } = await open(t, way);
    await context.addInitScript(refuse);
    await page.reload();
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    await form.addTask({ title: '甲', role: '牵头', completion: '100' });
    await page.locator('[data-saved="failed"]').waitFor();
    await page.getByRole('alert').filter({ hasText: '浏览器不允许保存数据，关闭页面后内容会丢失' }).waitFor();
    await shows(() => form.total(), '60.00');
    await new DraftsPage(page).visit();
    await new DraftsPage(page).leave();
    await shows(() => form.tasks('title'), ['甲']);
    assert.equal((await form.exported()).answers.tasks.tasks[0].title, '甲');
  });
}
