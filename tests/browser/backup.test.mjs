// All drafts into one file and back; everything removed from a shared computer.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { anotherTab, opened, reload } from './faults.mjs';
import { journal, store, stored, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

/** A page with two drafts and a deleted one. */
async function threeDrafts(t, way) {
  const browser = await opened(t, way);
  const { form, drafts } = browser;
  for (const [unit, phone] of [['区教育局', '1'], ['区财政局', '2'], ['区统计局', '3']]) {
    await form.chooseUnit(unit);
    await form.type('/phone', phone);
    await form.untilSaved();
    await drafts.visit();
    await drafts.create();
    await shows(() => form.typed('/phone'), '');
  }
  await drafts.visit();
  await drafts.remove('区统计局');
  await shows(() => drafts.names('最近删除的'), ['区统计局']);
  await shows(async () => (await drafts.names()).sort(), ['区教育局', '区财政局'].sort());
  return browser;
}

async function downloaded(page, press) {
  const started = page.waitForEvent('download');
  await press();
  const download = await started;
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

for (const way of ways) {
  test(`all drafts in one file, and back in another browser, ${way}`, async (t) => {
    const one = await threeDrafts(t, way);
    const file = await downloaded(one.page, () => button(one.page, '备份全部草稿到文件').click());
    assert.match(file.name, /^自评草稿备份_\d{4}-\d\d-\d\d\.json$/);
    const backup = JSON.parse(file.buffer);
    assert.equal(backup.format, 'selfscore/backup');
    assert.deepEqual(backup.drafts.map(({ draft, deleted }) => [draft.unit, draft.phone, deleted]).sort(),
      [['区教育局', '1', false], ['区财政局', '2', false], ['区统计局', '3', true]].sort());
    await one.form.pick(file, 'backup'); // what is here already is left alone
    await until(() => one.form.notice(), (said) => said.includes('恢复了 0 份草稿；另有 3 份与现有的相同'));
    assert.equal(Object.keys(await storedDrafts(one.page)).length, 3);

    const two = await opened(t, way);
    await two.drafts.visit();
    await two.form.pick(file, 'backup');
    await until(() => two.form.notice(), (said) => said.includes('恢复了 3 份草稿'));
    await shows(async () => (await two.drafts.names()).sort(), ['区教育局', '区财政局'].sort());
    await shows(() => two.drafts.names('最近删除的'), ['区统计局']);
    await reload(two.page);
    await shows(async () => (await two.drafts.names()).length, 2);
    await two.drafts.open('区财政局');
    await shows(() => two.form.typed('/phone'), '2');
  });

  test(`a backup opened like a form is a backup; where it differs from what is here both stay, ${way}`, async (t) => {
    const { page, form, drafts } = await threeDrafts(t, way);
    const file = await downloaded(page, () => button(page, '备份全部草稿到文件').click());
    await drafts.open('区教育局');
    await form.type('/phone', '一');
    await form.untilSaved();
    await form.pick(file);
    await until(() => form.notice(), (said) => said.includes('恢复了 1 份草稿；另有 2 份与现有的相同'));
    await shows(() => form.typed('/phone'), '一'); // what is open stays open
    await drafts.visit();
    await shows(async () => (await drafts.names()).sort(), ['区教育局*', '区教育局（来自备份）', '区财政局'].sort());
    await drafts.open('区教育局（来自备份）');
    await shows(() => form.typed('/phone'), '1');
  });

  test(`a damaged backup is refused whole, a newer one by its version, ${way}`, async (t) => {
    const { page, form, drafts } = await threeDrafts(t, way);
    const { buffer } = await downloaded(page, () => button(page, '备份全部草稿到文件').click());
    const before = await storedDrafts(page);
    const text = buffer.toString('utf8');
    for (const [name, broken] of [['cut.json', text.slice(0, -200)], ['changed.json', text.replace('"phone":"1"', '"phone":"9"')]]) {
      await form.pick({ name, buffer: Buffer.from(broken) }, 'backup');
      await until(() => form.notice(), (said) => said.includes(`没有读入「${name}」`) && said.includes('校验不符'));
    }
    await form.pick({ name: 'newer.json', buffer: Buffer.from(text.replace('"version":1', '"version":7')) }, 'backup');
    await until(() => form.notice(), (said) => said.includes('较新版本的程序备份的（第 7 版）'));
    assert.deepEqual(await storedDrafts(page), before);
    assert.deepEqual(await drafts.names('最近删除的'), ['区统计局']);
  });

  test(`everything removed from a shared computer: named, saved first, then gone, ${way}`, async (t) => {
    const one = await threeDrafts(t, way);
    const { page, form, drafts } = one;
    await store(page, { other: 'program', 'selfscorex': '1' });
    await drafts.open('区教育局');
    await shows(() => form.typed('/phone'), '1');
    const two = await anotherTab(one);
    await shows(() => two.form.typed('/phone'), '1');
    await drafts.visit();
    await button(page, '清除本浏览器里的全部内容…').click();
    const what = page.locator('#erase-what');
    await what.waitFor();
    const said = await what.innerText();
    assert.match(said, /2 份草稿：(区教育局、区财政局|区财政局、区教育局)/);
    assert.match(said, /1 份最近删除的草稿：区统计局/);
    assert.match(said, /设置/);
    assert.equal(Object.keys(await storedDrafts(page)).length, 3, 'asked, not done');
    await button(page, '取消').click();
    await button(page, '清除本浏览器里的全部内容…').click();
    const file = await downloaded(page, () => button(page, '先备份到文件，再清除').click());
    assert.equal(JSON.parse(file.buffer).drafts.length, 3);
    assert.equal(Object.keys(await storedDrafts(page)).length, 3, 'saved, not yet removed');
    await button(page, '确认清除').click();
    await until(() => form.notice(), (said) => said.includes('已清除本程序在这个浏览器里的全部内容'));
    await shows(() => drafts.names(), []);
    const left = await journal(page);
    assert.deepEqual(left.drafts, {});
    assert.deepEqual(left.steps, {});
    assert.deepEqual(await stored(page), { other: 'program', selfscorex: '1' });
    // The other tab does not bring it back.
    await shows(() => two.form.typed('/phone'), '');
    await reload(two.page);
    await shows(() => two.form.typed('/phone'), '');
    assert.deepEqual(await storedDrafts(page), {});
    await form.pick(file, 'backup');
    await shows(async () => (await drafts.names()).length, 2);
  });
}
