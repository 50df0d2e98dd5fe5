// A browser that is killed, a disk that goes bad, a page in two folders, storage that is forbidden: R05, R06, R15, R16.
import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { away, back, forbidStorage, kill, opened, profile, reload, ruinJournal } from './faults.mjs';
import { journal, newestText, putJournal, stored, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { oneFile, ways } from './support.mjs';

for (const way of ways) {
  test(`R05 a browser that is killed loses nothing that was called saved, ${way}`, async (t) => {
    const folder = await profile(t);
    const first = await opened(t, way, { profile: folder });
    await first.form.chooseUnit('区教育局');
    await first.form.addTask({ title: '一网通办', role: '牵头', completion: '100' });
    await first.form.type('/filled_by', '张三');
    await first.form.untilSaved();
    await kill(folder);
    const second = await opened(t, way, { profile: folder });
    await shows(() => second.form.typed('/filled_by'), '张三');
    await shows(() => second.form.tasks('title'), ['一网通办']);
    await shows(() => second.form.total(), '60.00');
  });

  test(`R05 killed while somebody types: what is there is what was typed, as far as it was called saved, ${way}`, async (t) => {
    const folder = await profile(t);
    const { page, form } = await opened(t, way, { profile: folder });
    await form.chooseUnit('区教育局');
    await form.field('/answers/publicity/note').focus();
    const text = '开展宣传活动若干次。'.repeat(12);
    let confirmed = 0;
    for (const [at, sign] of [...text.slice(0, 81)].entries()) {
      await page.keyboard.insertText(sign);
      // Now and then a pause, as people make one: what is there then is called saved.
      if (at % 10 !== 9) continue;
      await form.untilSaved();
      confirmed = at + 1;
    }
    assert.equal(confirmed, 80);
    await kill(folder);
    const second = await opened(t, way, { profile: folder });
    await shows(() => second.form.typed('/unit'), '区教育局');
    const there = await second.form.typed('/answers/publicity/note');
    assert.ok(text.startsWith(there), 'what is there was typed, in that order');
    assert.ok(there.length >= confirmed, `${there.length} signs are there, ${confirmed} were called saved`);
    t.diagnostic(`81 signs typed, ${confirmed} called saved, ${there.length} there after the kill`);
  });

  test(`R06 the newest text damaged on disk: the generation before it, and the damaged text kept, ${way}`, async (t) => {
    const { page, url, form, drafts } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.untilSaved();
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await form.type('/filled_by', '张三丰');
    await form.untilSaved();
    await until(() => stored(page), (all) => Object.values(all).some((text) => text.includes('张三丰'))); // the mirror has it
    const { key, text } = await newestText(page);
    const broken = text.replace('张三丰', '张四丰'); // a flipped bit: still good JSON
    await away(page);
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('selfscore/draft/')).forEach((key) => localStorage.removeItem(key)));
    await putJournal(page, { drafts: { [key]: broken } });
    await back(page, url);
    await shows(() => form.typed('/filled_by'), '张三');
    await until(() => page.locator('.notice').innerText(), (said) => /最后一次保存的内容已损坏，已退回到之前的一次/.test(said));
    await drafts.visit();
    await until(() => drafts.unreadable(), (all) => all.some((said) => said.includes('已用较早的一份代替')));
    assert.equal(await drafts.rawOf('已用较早的一份代替'), broken);
    await drafts.leave();
    for (const text of ['甲', '乙', '丙', '丁', '戊']) { // round all slots
      await form.type('/phone', text);
      await form.untilSaved();
    }
    assert.ok(Object.values((await journal(page)).damaged).includes(broken), 'no save overwrites it');
    await reload(page);
    await shows(() => form.typed('/phone'), '戊');
    await shows(() => form.typed('/filled_by'), '张三');
  });

  test(`R06 the mirror has it: one damaged text costs nothing, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区教育局');
    await form.type('/filled_by', '张三');
    await form.untilSaved();
    await until(() => stored(page), (all) => Object.values(all).some((text) => text.includes('张三')));
    const { key, text } = await newestText(page);
    await putJournal(page, { drafts: { [key]: text.slice(0, 300) } });
    await reload(page);
    await shows(() => form.typed('/filled_by'), '张三');
  });

  test(`R06 the whole journal ruined on disk: the mirror brings the draft back, ${way}`, async (t) => {
    const folder = await profile(t);
    const first = await opened(t, way, { profile: folder });
    await first.form.chooseUnit('区教育局');
    await first.form.type('/filled_by', '张三');
    await first.form.untilSaved();
    await until(() => stored(first.page), (all) => Object.values(all).some((text) => text.includes('张三')));
    await first.close();
    assert.ok(await ruinJournal(folder) > 0);
    const second = await opened(t, way, { profile: folder });
    await shows(() => second.form.typed('/filled_by'), '张三');
    await second.form.type('/phone', '123');
    await second.form.untilSaved();
    await until(() => storedDrafts(second.page), (all) => Object.values(all).some(({ draft }) => draft.phone === '123'));
  });

  test(`R15 storage forbidden by policy: works in memory, with a banner, and a file, ${way}`, async (t) => {
    const folder = await profile(t);
    await forbidStorage(folder);
    const { page, form, drafts, problems } = await opened(t, way, { profile: folder });
    assert.match(await page.evaluate(() => { try { return String(localStorage); } catch (error) { return error.name; } }), /SecurityError/);
    await form.chooseUnit('区教育局');
    await form.addTask({ title: '甲', role: '牵头', completion: '100' });
    await page.locator('[data-saved="memory"]').waitFor();
    assert.match(await page.locator('.open').innerText(), /只在内存中/);
    await page.getByRole('alert').filter({ hasText: '内容只在内存中，关闭页面就会丢失' }).waitFor();
    await drafts.visit();
    await shows(() => drafts.names(), ['区教育局*']);
    await drafts.create(); // a second one beside it
    await form.chooseUnit('区财政局');
    await page.locator('[data-saved="memory"]').waitFor();
    await drafts.visit();
    await drafts.open('区教育局');
    await shows(() => form.tasks('title'), ['甲']);
    assert.equal(await form.total(), '60.00');
    const download = page.waitForEvent('download');
    await page.locator('.banner').getByRole('button', { name: '备份到文件' }).click();
    assert.match((await download).suggestedFilename(), /^自评草稿备份_.*\.json$/);
    problems.length = 0; // the browser itself complains of what was tried
  });
}

test('R16 the page in two folders of one disk: one store, told apart from other programs by its names', async (t) => {
  const folder = await profile(t);
  const disk = await mkdtemp(join(tmpdir(), 'selfscore-disk-'));
  t.after(() => rm(disk, { recursive: true, force: true }));
  const copies = ['甲', '乙'].map((name) => join(disk, name, 'selfscore.html'));
  for (const copy of copies) {
    await mkdir(join(copy, '..'));
    await copyFile(oneFile, copy);
  }
  const first = await opened(t, 'file', { profile: folder, file: copies[0] });
  await first.page.evaluate(() => localStorage.setItem('draft', 'another program’s'));
  await first.form.chooseUnit('区教育局');
  await first.form.untilSaved();
  const names = async (page) => page.evaluate(async () => [Object.keys(localStorage).sort(), (await indexedDB.databases()).map(({ name }) => name)]);
  const [keys, databases] = await names(first.page);
  assert.ok(keys.every((key) => key === 'draft' || key.startsWith('selfscore/')), keys.join(' '));
  assert.deepEqual(databases, ['selfscore']);
  await first.close();
  const second = await opened(t, 'file', { profile: folder, file: copies[1] });
  await shows(() => second.form.typed('/unit'), '区教育局');
  await second.form.type('/filled_by', '张三');
  await second.form.untilSaved();
  assert.equal(await second.page.evaluate(() => localStorage.getItem('draft')), 'another program’s');
});
