// What stands in the storage and cannot be read, is a newer program's, or another's: R07, R08, R09, R12.
import assert from 'node:assert/strict';
import test from 'node:test';
import { away, back, opened, reload } from './faults.mjs';
import { journal, putJournal, store, stored, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

/** The page started again on a storage that holds what is given. */
async function startedOn(t, way, entries) {
  const browser = await opened(t, way);
  await away(browser.page);
  await store(browser.page, entries);
  await back(browser.page, browser.url);
  return browser;
}

const damaged = {
  'selfscore/draft/x': '{"format":"selfscore/draft","version":1,"revision":3,"name":"甲","dra\u0000\uD800垃圾',
  'selfscore/draft/y': '',
  'selfscore/draft/z': '[1,2,{"__proto__":{"a":1}}]',
};

for (const way of ways) {
  test(`R07 bad JSON: the page starts, lists it, offers it raw, and never touches it, ${way}`, async (t) => {
    const { page, form, drafts } = await startedOn(t, way, damaged);
    await form.chooseUnit('区教育局'); // the page works
    await form.untilSaved();
    await drafts.visit();
    const said = await until(() => drafts.unreadable(), (all) => all.length === 3);
    for (const words of said) assert.match(words, /草稿 [xyz] 已损坏，无法读取/);
    assert.equal(await drafts.rawOf('草稿 z'), damaged['selfscore/draft/z']);
    assert.match(await drafts.rawOf('草稿 x'), /^\{"format":"selfscore\/draft","version":1,"revision":3,"name":"甲","dra\0.+垃圾$/s);
    await reload(page);
    const after = await stored(page);
    for (const [key, text] of Object.entries(damaged)) assert.equal(after[key], text, key);
  });

  test(`R07 every generation in the journal damaged: quarantined, offered raw, the page works, ${way}`, async (t) => {
    const { page, url, form, drafts } = await opened(t, way);
    await form.chooseUnit('区教育局');
    for (const text of ['甲', '乙', '丙', '丁']) {
      await form.type('/phone', text);
      await form.untilSaved();
    }
    await away(page);
    const texts = (await journal(page)).drafts;
    const broken = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.replace('"unit"', '"unti"')]));
    assert.equal(Object.keys(broken).length, 4);
    await putJournal(page, { drafts: broken });
    await page.evaluate(() => localStorage.clear());
    await back(page, url);
    await until(() => page.locator('.notice').allInnerTexts(), (all) => all.some((said) => said.includes('有一份草稿无法读取，已原样保留')));
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await drafts.visit();
    await until(() => drafts.unreadable(), (all) => all.length === 1);
    const id = Object.keys(broken)[0].split('/')[0];
    assert.ok(Object.values(broken).includes(await drafts.rawOf(`草稿 ${id}`)));
    const after = (await journal(page)).drafts;
    for (const [key, text] of Object.entries(broken)) assert.equal(after[key], text, key);
  });

  test(`R08 what does not parse is never deleted: not by opening, saving, deleting or purging, ${way}`, async (t) => {
    const { page, form, drafts } = await startedOn(t, way, {
      ...damaged, 'selfscore/settings': JSON.stringify({ lang: 'zh-CN', open: 'x', district: '' }),
    });
    await until(() => page.locator('.notice').allInnerTexts(), (all) => all.some((said) => said.includes('有一份草稿无法读取，已原样保留')));
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await drafts.visit();
    await shows(() => drafts.names(), ['未命名草稿*']);
    await drafts.remove('未命名草稿');
    await form.button('彻底清除').click();
    await form.button('确认清除').click();
    await shows(() => drafts.names(), []);
    const after = await stored(page);
    for (const [key, text] of Object.entries(damaged)) assert.equal(after[key], text, key);
  });

  test(`R07 settings that cannot be read stop nothing, ${way}`, async (t) => {
    const { form } = await startedOn(t, way, { 'selfscore/settings': '{"lang":7,"open":[' });
    await form.type('/filled_by', '张三');
    await form.untilSaved();
  });

  test(`R09 other programs' keys are left alone, ${way}`, async (t) => {
    const foreign = { token: '1', selfscore: 'x', 'selfscoredraft/1': '{', 'draft/1': '{}', 'selfscore/drafts': '1', '': 'empty' };
    const { page, form, drafts } = await startedOn(t, way, foreign);
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await drafts.visit();
    await shows(() => drafts.names(), ['未命名草稿*']);
    assert.equal(await page.getByText('无法读取的').count(), 0);
    await drafts.remove('未命名草稿');
    await shows(() => drafts.names('最近删除的'), ['未命名草稿']);
    const after = await stored(page);
    for (const [key, text] of Object.entries(foreign)) assert.equal(after[key], text, key);
  });

  test(`R09 another program's database of our name is left alone, ${way}`, async (t) => {
    const { page, url, form } = await opened(t, way);
    await away(page);
    await page.evaluate(async () => {
      indexedDB.deleteDatabase('selfscore');
      await new Promise((done) => {
        const request = indexedDB.open('selfscore', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('theirs').put('value', 'key');
        request.onsuccess = () => { request.result.close(); done(); };
      });
    });
    await back(page, url);
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await reload(page);
    await shows(() => form.typed('/filled_by'), '张三');
    assert.deepEqual((await journal(page)).theirs, { key: 'value' });
  });

  test(`R12 a newer program's draft is refused unchanged, and explained, ${way}`, async (t) => {
    const newer = JSON.stringify({ format: 'selfscore/draft', version: 99, revision: 1, pages: [] });
    const { page, drafts } = await startedOn(t, way, { 'selfscore/draft/n': newer });
    await drafts.visit();
    await shows(() => drafts.unreadable(), ['草稿 n 由较新版本的程序保存，请用新版打开。']);
    assert.equal(await drafts.rawOf('草稿 n'), newer);
    assert.equal((await stored(page))['selfscore/draft/n'], newer);
  });

  test(`R12 a newer program's draft in the journal, beside an older text of it, ${way}`, async (t) => {
    const { page, url, form, drafts } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    const [[id, head]] = Object.entries((await journal(page)).heads);
    const revision = JSON.parse(head).revision + 1;
    const newer = JSON.stringify({ format: 'selfscore/draft', version: 99, revision, pages: [] });
    const at = `${id}/${String(revision % 4).padStart(15, '0')}`;
    await away(page);
    await putJournal(page, { heads: { [id]: JSON.stringify({ version: 99, revision, turn: 99 }) }, drafts: { [at]: newer } });
    await back(page, url);
    await until(() => page.locator('.notice').allInnerTexts(), (all) => all.some((said) => said.includes('有一份草稿无法读取')));
    await drafts.visit();
    await shows(() => drafts.unreadable(), [`草稿 ${id} 由较新版本的程序保存，请用新版打开。`]);
    assert.equal(await drafts.rawOf(`草稿 ${id}`), newer);
    assert.equal((await journal(page)).drafts[at], newer);
  });

  test(`a draft of the first released version is read, goes on in the journal, and stays deleted if it was, ${way}`, async (t) => {
    const { readFile } = await import('node:fs/promises');
    const old = (name) => readFile(new URL(`../../core/tests/stored/${name}.json`, import.meta.url), 'utf8');
    const { page, form, drafts } = await startedOn(t, way, {
      'selfscore/draft/typed': await old('v1-typed'), 'selfscore/deleted/example': await old('v1-example'),
      'selfscore/settings': JSON.stringify({ lang: 'zh-CN', open: 'typed', district: '海滨' }),
    });
    await shows(() => form.typed('/filled_by'), '张三 “"\\ 𠮷');
    await form.type('/phone', '123');
    await form.untilSaved();
    await until(() => journal(page), ({ drafts }) => Object.keys(drafts).some((key) => key.startsWith('typed/')));
    assert.equal((await storedDrafts(page)).typed.version, 2);
    await drafts.visit();
    await until(() => drafts.names('最近删除的'), (all) => all.length === 1);
    const [name] = await drafts.names('最近删除的');
    await drafts.restore(name);
    await until(() => drafts.names(), (all) => all.length === 2);
    await reload(page);
    await until(() => drafts.names(), (all) => all.length === 2);
  });
}
