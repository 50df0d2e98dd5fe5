// Tabs of two program versions, a clock that goes back: R11, R14; and Firefox.
import assert from 'node:assert/strict';
import test from 'node:test';
import { anotherTab, opened, reload } from './faults.mjs';
import { journal, putJournal, store } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { openInFirefox } from './engines.mjs';
import { ways } from './support.mjs';

for (const way of ways) {
  test(`R11 a tab of an older program turns read-only once a newer one has written, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    const { heads } = await journal(page);
    const [[id, head]] = Object.entries(heads);
    const { revision } = JSON.parse(head);
    const newer = JSON.stringify({ format: 'selfscore/draft', version: 99, revision: revision + 1, pages: ['new'] });
    await putJournal(page, {
      heads: { [id]: JSON.stringify({ version: 99, revision: revision + 1 }) },
      drafts: { [`${id}/${String((revision + 1) % 4).padStart(15, '0')}`]: newer },
    });
    await form.type('/filled_by', '张三'); // typed before it was heard of
    await page.getByRole('alert').filter({ hasText: '较新版本的程序已经在这个浏览器里保存过草稿' }).waitFor();
    assert.equal(await form.savedState(), 'failed', 'what was typed is not saved, and that is said');
    await until(() => form.field('/phone').isDisabled(), (disabled) => disabled);
    assert.equal(await form.typed('/filled_by'), '张三');
    const download = page.waitForEvent('download');
    await page.locator('.banner').getByRole('button', { name: '备份到文件' }).click();
    await download;
    const after = await journal(page);
    assert.ok(Object.values(after.drafts).includes(newer), 'the newer text is untouched');
    assert.equal(JSON.parse(after.heads[id]).version, 99);
  });

  test(`R11 an idle tab turns read-only as soon as it hears of it, ${way}`, async (t) => {
    const one = await opened(t, way);
    await one.form.chooseUnit('区教育局');
    await one.form.untilSaved();
    const two = await anotherTab(one);
    await shows(() => two.form.typed('/unit'), '区教育局');
    const { heads } = await journal(one.page);
    const [[id, head]] = Object.entries(heads);
    await putJournal(two.page, { heads: { [id]: JSON.stringify({ version: 99, revision: JSON.parse(head).revision + 1 }) } });
    await store(two.page, { 'selfscore/bell': JSON.stringify({ what: { draft: id }, at: 1 }) });
    await one.page.getByRole('alert').filter({ hasText: '本页只能看，不能改' }).waitFor();
    assert.ok(await one.form.field('/phone').isDisabled());
    assert.equal(await one.form.savedState(), 'saved', 'nothing was lost');
  });

  test(`R14 a clock that goes back: the last revision wins, and the last saved stands first, ${way}`, async (t) => {
    const { page, context, form, drafts } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.type('/filled_by', '早');
    await form.untilSaved();
    await context.addInitScript(() => {
      const Real = Date;
      const back = 400 * 86_400_000;
      window.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() - back); }
        static now() { return Real.now() - back; }
      };
    });
    await reload(page);
    await shows(() => form.typed('/filled_by'), '早');
    await form.type('/filled_by', '晚');
    await form.untilSaved();
    await reload(page);
    await shows(() => form.typed('/filled_by'), '晚');
    await drafts.visit();
    await drafts.create();
    await form.chooseUnit('区财政局');
    await form.untilSaved();
    await drafts.visit();
    await shows(() => drafts.names(), ['区财政局*', '区教育局']);
    await reload(page);
    await shows(() => drafts.names(), ['区财政局*', '区教育局']);
  });

  test(`drafts are kept in Firefox, too, ${way}`, async (t) => {
    const { page } = await openInFirefox(t, way);
    await page.type('[data-field="/filled_by"]', '张三');
    await page.waitForSelector('[data-saved="saved"]');
    await page.type('[data-field="/phone"]', '123');
    await page.waitForFunction(async () => {
      const database = await new Promise((done) => { const request = indexedDB.open('selfscore'); request.onsuccess = () => done(request.result); });
      const all = await new Promise((done) => { const request = database.transaction('drafts').objectStore('drafts').getAll(); request.onsuccess = () => done(request.result); });
      database.close();
      return all.some((text) => text.includes('"phone":"123"'));
    });
    await page.reload();
    await page.waitForFunction("window.selfscore && !document.getElementById('boot')");
    await page.waitForFunction(() => document.querySelector('[data-field="/phone"]')?.value === '123');
  });
}
