// Saving that fails, hangs, or only seems to work: R01, R02, R03, R04, R13.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { emptyLocalStorage, fillLocalStorage, holdJournal, opened, quota, reload } from './faults.mjs';
import { journal, mirrored, store, stored, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

const state = (page, name) => page.locator(`[data-saved="${name}"]`).waitFor();
const words = (page) => page.locator('.open').innerText();

/** Room for a small draft, and a text that does not go into it. (Chromium asks for the quota anew only
 *  where a write is larger than what it last heard of.) */
const ROOM = 300_000;
const LONG = '宣传'.repeat(100_000);

/** Presses the banner's button; gives the backup that comes of it. */
async function backUp(page) {
  const download = page.waitForEvent('download');
  await page.locator('.banner').getByRole('button', { name: '备份到文件' }).click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

for (const way of ways) {
  test(`R01 quota hit: not saved is said, the old draft stays, a file is one click away, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await quota(page, ROOM);
    await form.chooseUnit('区教育局');
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    const before = await storedDrafts(page);
    await fillLocalStorage(page);
    await form.type('/answers/publicity/note', LONG);
    await state(page, 'failed');
    assert.match(await words(page), /保存失败/);
    const alert = page.getByRole('alert').filter({ hasText: '保存失败' });
    assert.match(await alert.innerText(), /存储空间已满，原来的草稿没有改动/);
    assert.deepEqual(await storedDrafts(page), before);
    const { drafts } = await backUp(page);
    assert.equal(drafts.length, 1);
    assert.equal(drafts[0].draft.answers.publicity.note, LONG, 'what could not be saved is in the file');
    assert.equal(await form.savedState(), 'failed', 'a file is not the browser’s storage');

    await quota(page, Infinity);
    await emptyLocalStorage(page);
    await form.untilSaved(); // by itself
    await shows(() => page.getByRole('alert').count(), 0);
    await reload(page);
    await shows(() => form.typed('/answers/publicity/note'), LONG);
  });

  test(`R01 quota hit in the journal alone: localStorage keeps what is typed, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await quota(page, ROOM);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    await form.type('/answers/publicity/note', LONG);
    await form.type('/filled_by', '张三');
    await until(() => stored(page), (all) => Object.keys(all).some((key) => key.startsWith('selfscore/pending/')));
    await form.untilSaved();
    await quota(page, Infinity);
    await reload(page);
    await shows(() => form.typed('/filled_by'), '张三');
    await form.untilSaved();
    await until(() => stored(page), (all) => !Object.keys(all).some((key) => key.startsWith('selfscore/pending/')));
    await until(() => journal(page), ({ drafts }) => Object.values(drafts).some((text) => text.includes('张三')));
  });

  test(`R02 a write that does not come back is not called saved, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        return put.call(this, this.name === 'drafts' && window.lossy ? value.slice(0, -40) : value, key);
      };
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, text) { if (!window.lossy) setItem.call(this, key, text); };
      window.lossy = true;
    });
    await form.type('/filled_by', '张三');
    await state(page, 'failed');
    await page.getByRole('alert').filter({ hasText: '写入后读不回来' }).waitFor();
    await page.evaluate(() => { window.lossy = false; });
    await form.untilSaved();
    await reload(page);
    await shows(() => form.typed('/filled_by'), '张三');
    await shows(() => form.typed('/unit'), '区教育局');
  });

  test(`R03 a store that does not answer: kept elsewhere, and saved by itself once it answers, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    const release = await holdJournal(page);
    await form.type('/filled_by', '张三');
    const pending = async () => Object.entries(await stored(page)).filter(([key]) => key.startsWith('selfscore/pending/'));
    await until(pending, (all) => all.some(([, text]) => text.includes('张三')));
    await form.untilSaved();
    await form.type('/phone', '123'); // typing goes on
    await release();
    await until(() => storedDrafts(page), (all) => Object.values(all).some(({ draft }) => draft.phone === '123' && draft.filled_by === '张三'));
    await shows(pending, []);
    await form.untilSaved();
  });

  test(`R03 a name given while the store does not answer is there after a reload, ${way}`, async (t) => {
    const { page, newTab, form, drafts } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    const release = await holdJournal(await newTab());
    await drafts.visit();
    await release(); // the list wants to be read
    const again = await holdJournal(await newTab());
    await drafts.rename('区教育局', '定稿');
    await until(async () => Object.entries(await stored(page)), (all) => all
      .some(([key, text]) => key.startsWith('selfscore/pending/') && text.includes('定稿')));
    await page.reload({ waitUntil: 'commit' });
    await again();
    await page.locator('.draft-name').filter({ hasText: '定稿' }).waitFor();
    await until(() => storedDrafts(page), (all) => Object.values(all).some(({ name }) => name === '定稿'));
  });

  test(`R04 storage cleared under the open page: what is open is saved again, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await mirrored(page); // the mirror, which follows, brings nothing back meanwhile
    const client = await page.context().newCDPSession(page);
    const origin = way === 'file' ? 'file:///' : new URL(page.url()).origin;
    await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await until(() => storedDrafts(page), (all) => Object.keys(all).length === 0);
    await form.type('/phone', '123');
    await until(() => storedDrafts(page), (all) => Object.keys(all).length === 1);
    await form.untilSaved();
    await reload(page);
    await shows(() => form.typed('/filled_by'), '张三');
    await shows(() => form.typed('/phone'), '123');
  });

  test(`R04 the browser is asked for persistence once there is something to keep, ${way}`, async (t) => {
    const { page, context, form, drafts } = await opened(t, way);
    await context.addInitScript(() => {
      if (!navigator.storage) return;
      const { persist } = StorageManager.prototype;
      StorageManager.prototype.persist = function () {
        window.asked = (window.asked ?? 0) + 1;
        return persist.call(this);
      };
    });
    await reload(page);
    assert.equal(await page.evaluate(() => window.asked ?? 0), 0, 'not before');
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    await until(() => page.evaluate(() => window.asked ?? 0), (count) => count === 1);
    await drafts.visit();
    await until(() => page.locator('.page.drafts').innerText(), (said) => /浏览器(已答应|没有答应)/.test(said));
  });

  test(`R04 after a week of work without a file a quiet reminder, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    const reminder = page.locator('.banner.reminder');
    assert.equal(await reminder.count(), 0);
    const days = async (count) => {
      const at = new Date(Date.now() - count * 86_400_000).toISOString();
      const settings = JSON.parse((await stored(page))['selfscore/settings']);
      await store(page, { 'selfscore/settings': JSON.stringify({ ...settings, unfiled_since: at }) });
      await reload(page);
    };
    await days(6.9);
    assert.equal(await reminder.count(), 0);
    await days(7.1);
    await reminder.waitFor();
    assert.equal(await reminder.getAttribute('role'), 'status', 'quiet');
    await reminder.getByRole('button', { name: '以后再说' }).click();
    await reminder.waitFor({ state: 'detached' });
    await reload(page);
    await shows(() => form.typed('/unit'), '区教育局');
    assert.equal(await reminder.count(), 0, 'put off');
    const settings = JSON.parse((await stored(page))['selfscore/settings']);
    await store(page, { 'selfscore/settings': JSON.stringify({ ...settings, reminded: '' }) });
    await reload(page);
    await reminder.waitFor();
    const { drafts } = await backUp(page);
    assert.equal(drafts[0].draft.unit, '区教育局');
    await reminder.waitFor({ state: 'detached' });
    await reload(page);
    await shows(() => form.typed('/unit'), '区教育局');
    assert.equal(await reminder.count(), 0);
  });

  test(`R13 saved says where, ${way}`, async (t) => {
    const { page, form, drafts } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    assert.match(await words(page), /已保存到本浏览器 \d\d:\d\d/);
    await drafts.visit();
    assert.match(await page.locator('.page.drafts').innerText(), /这台电脑的这个浏览器里（IndexedDB，另有一份副本在 localStorage），不会上传/);
  });

  test(`the states come in their order and none claims too much, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await page.evaluate(() => {
      const open = document.querySelector('[data-saved]');
      window.states = [open.dataset.saved];
      new MutationObserver(() => window.states.push(open.dataset.saved)).observe(open, { attributeFilter: ['data-saved'] });
    });
    await form.type('/filled_by', '张');
    await form.untilSaved();
    const states = await page.evaluate(() => window.states.filter((one, at, all) => one !== all[at - 1]));
    assert.deepEqual(states, ['nothing', 'unsaved', 'saving', 'saved']);
  });
}
