// Several drafts by name: made, renamed, copied, deleted, brought back, and there after a reload.
import assert from 'node:assert/strict';
import test from 'node:test';
import { DraftsPage } from './drafts_page.mjs';
import { FormPage } from './form_page.mjs';
import { everything, journal, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

/** A page with two drafts, by their units; the second is open. */
async function twoDrafts(t, way) {
  const browser = await open(t, way);
  const [form, drafts] = [new FormPage(browser.page), new DraftsPage(browser.page)];
  await form.chooseUnit('区教育局');
  await form.addTask({ title: '甲', role: '牵头', completion: '100' });
  await form.untilSaved();
  await drafts.visit();
  await drafts.create();
  await shows(() => form.rows(), 0);
  await form.chooseUnit('区财政局');
  await form.count('learning', 'visits', '2');
  await form.untilSaved();
  await drafts.visit();
  await shows(async () => (await drafts.names()).sort(), ['区教育局', '区财政局*'].sort());
  return { ...browser, form, drafts };
}

for (const way of ways) {
  test(`a blank page stores nothing; the first word makes a draft, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const [form, drafts] = [new FormPage(page), new DraftsPage(page)];
    assert.equal(await form.savedState(), 'nothing');
    await drafts.visit();
    await page.getByText('还没有草稿。').waitFor();
    assert.deepEqual(await storedDrafts(page), {});
    assert.deepEqual(await journal(page), { heads: {}, drafts: {}, steps: {}, damaged: {} });
    await drafts.leave();
    await form.type('/filled_by', '张');
    await form.untilSaved();
    assert.match(await page.locator('[data-saved]').innerText(), /已保存到本浏览器 \d\d:\d\d/); // says where
    assert.equal(Object.keys(await storedDrafts(page)).length, 1);
    await drafts.visit();
    await shows(() => drafts.names(), ['未命名草稿*']);
    assert.match(await page.locator('.page.drafts').innerText(), /IndexedDB，另有一份副本在 localStorage.*不会上传/s);
  });

  test(`each draft keeps its own, also over a reload, ${way}`, async (t) => {
    const { page, form, drafts } = await twoDrafts(t, way);
    await drafts.open('区教育局');
    await shows(() => form.tasks('title'), ['甲']);
    assert.equal(await form.total(), '60.00');
    await drafts.visit();
    await drafts.open('区财政局');
    await shows(() => form.rows(), 0);
    assert.equal(await form.points('learning'), '2.00 / 4');
    await page.reload();
    await shows(() => form.points('learning'), '2.00 / 4'); // the one that was open
    assert.equal(await form.typed('/unit'), '区财政局');
  });

  test(`a name sticks, Escape leaves it, ${way}`, async (t) => {
    const { page, form, drafts } = await twoDrafts(t, way);
    await drafts.rename('区教育局', ' 教育局 第一稿 ');
    await shows(async () => (await drafts.names()).includes('教育局 第一稿'), true);
    await drafts.rename('教育局 第一稿', '别的', 'Escape');
    assert.ok((await drafts.names()).includes('教育局 第一稿'));
    await drafts.rename('区财政局', '财政局定稿'); // the one that is open
    await shows(() => page.locator('.draft-name').innerText(), '草稿: 财政局定稿');
    await drafts.leave();
    await form.count('learning', 'visits', '3');
    await form.untilSaved();
    await page.reload();
    await drafts.visit();
    await shows(async () => (await drafts.names()).sort(), ['教育局 第一稿', '财政局定稿*'].sort());
    await drafts.rename('教育局 第一稿', ''); // no name: the unit's again
    await shows(async () => (await drafts.names()).includes('区教育局'), true);
  });

  test(`a copy goes its own way, ${way}`, async (t) => {
    const { form, drafts } = await twoDrafts(t, way);
    await drafts.duplicate('区教育局');
    await shows(async () => (await drafts.names()).includes('区教育局 副本*'), true);
    await drafts.open('区教育局 副本');
    await shows(() => form.tasks('title'), ['甲']);
    await form.addTask({ title: '乙', role: '配合', completion: '0' });
    await shows(() => form.total(), '40.00'); // 60 × 1 ÷ 1.5
    await form.untilSaved();
    await drafts.visit();
    await drafts.list().locator('li').filter({ hasNotText: '副本' }).filter({ hasText: '区教育局' })
      .getByRole('button', { name: '打开' }).click();
    await shows(() => form.tasks('title'), ['甲']);
    assert.equal(await form.total(), '60.00');
  });

  test(`a deleted draft comes back by undo, and later from the list, ${way}`, async (t) => {
    const { page, form, drafts } = await twoDrafts(t, way);
    // Each by its unit: what it says, and whether it is deleted.
    const all = async () => Object.values(await storedDrafts(page))
      .map(({ draft, name, deleted = false }) => ({ draft, name, deleted })).sort((a, b) => a.draft.unit.localeCompare(b.draft.unit));
    const before = await all();
    assert.ok(before.every(({ deleted }) => !deleted));
    await drafts.remove('区教育局');
    await shows(() => drafts.names(), ['区财政局*']);
    const deleted = before.map((one) => ({ ...one, deleted: one.draft.unit === '区教育局' }));
    assert.deepEqual(await all(), deleted, 'deleted, and all there');
    assert.deepEqual(await drafts.names('最近删除的'), ['区教育局']);
    await drafts.undo();
    await shows(async () => (await drafts.names()).length, 2);
    assert.deepEqual(await all(), before);

    await drafts.remove('区财政局'); // the one that is open
    await shows(() => drafts.names(), ['区教育局']);
    await page.reload();
    await drafts.visit();
    assert.deepEqual(await drafts.names('最近删除的'), ['区财政局']);
    await drafts.restore('区财政局');
    await shows(async () => (await drafts.names()).length, 2);
    await drafts.open('区财政局');
    await shows(() => form.points('learning'), '2.00 / 4');
  });

  test(`deleting for good asks first, ${way}`, async (t) => {
    const { page, form, drafts } = await twoDrafts(t, way);
    const [id] = Object.entries(await storedDrafts(page)).find(([, { draft }]) => draft.unit === '区教育局');
    const kept = async () => (await everything(page)).some((text) => text.includes('区教育局'));
    await drafts.remove('区教育局');
    await form.button('彻底清除').click();
    await page.getByRole('alert').filter({ hasText: '1 份已删除的草稿将无法恢复' }).waitFor();
    assert.ok(await kept(), 'asked, not done');
    await form.button('取消').click();
    await form.button('彻底清除').waitFor();
    assert.ok(await kept());
    await form.button('彻底清除').click();
    await form.button('确认清除').click();
    await shows(kept, false);
    const named = async () => (await everything(page)).some((text) => text.startsWith(id) || text.includes(`/${id}`));
    assert.equal(await named(), false, 'nothing is kept under its id');
    await shows(() => drafts.names(), ['区财政局*']); // the others stay
    assert.equal(await page.getByText('最近删除的').count(), 0);
    assert.equal(await form.button('撤销').count(), 0, 'no way back is offered that leads nowhere');
  });

  test(`the example is stored only when asked, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const [form, drafts] = [new FormPage(page), new DraftsPage(page)];
    await form.button('看一份填好的示例').click();
    await shows(() => form.rows(), 6);
    await page.getByText('这是一份示例').waitFor();
    await form.type('/filled_by', '改了示例');
    await form.count('learning', 'visits', '0');
    await until(() => form.points('learning'), (said) => said === '2.00 / 4');
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    assert.deepEqual(await storedDrafts(page), {});
    assert.ok(!(await everything(page)).some((text) => text.includes('改了示例')));
    assert.match(await page.locator('[data-saved]').innerText(), /示例，不会保存/);
    await page.reload();
    await shows(() => form.rows(), 0);

    await form.button('看一份填好的示例').click();
    await shows(() => form.rows(), 6);
    await form.button('存为草稿').click();
    await form.untilSaved();
    await page.reload();
    await shows(() => form.rows(), 6);
    await drafts.visit();
    await shows(() => drafts.names(), ['示例 副本*']);
  });

  test(`two tabs: both edits are kept, ${way}`, async (t) => {
    const { page, newTab } = await open(t, way);
    const one = new FormPage(page);
    await one.chooseUnit('区教育局');
    await one.untilSaved();
    const two = new FormPage(await newTab());
    await shows(() => two.typed('/unit'), '区教育局');
    await two.type('/filled_by', '二号');
    await two.untilSaved();
    await shows(() => one.typed('/filled_by'), '二号'); // shown, as this tab has nothing unsaved

    // Both type at once.
    await Promise.all([two.type('/phone', '222'), one.type('/reviewed_by', '一号')]);
    const kept = async () => Object.values(await storedDrafts(page)).map(({ draft }) => [draft.phone, draft.reviewed_by]);
    await shows(kept, [['222', '一号']]); // in one draft
    for (const tab of [one, two]) {
      await shows(async () => [await tab.typed('/phone'), await tab.typed('/reviewed_by')], ['222', '一号']);
      await tab.untilSaved();
    }
  });
}
