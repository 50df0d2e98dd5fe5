// Two live tabs, tabs of two program versions, a clock that goes back: R10, R11, R14.
import assert from 'node:assert/strict';
import test from 'node:test';
import { task } from './form_page.mjs';
import { anotherTab, holdJournal, opened, reload } from './faults.mjs';
import { journal, putJournal, store, stored, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { openInFirefox, ways } from './support.mjs';

/** Two tabs of one draft. */
async function twoTabs(t, way) {
  const one = await opened(t, way);
  // Before the program listens, so that it can be kept from hearing.
  await one.context.addInitScript(() => addEventListener('storage', (event) => {
    if (window.deaf) event.stopImmediatePropagation();
  }, true));
  await reload(one.page);
  await one.form.chooseUnit('区教育局');
  await one.form.untilSaved();
  const two = await anotherTab(one);
  await shows(() => two.form.typed('/unit'), '区教育局');
  return [one, two];
}

/** A tab that hears nothing of the other: what it types meets what the other saved when it saves. */
const deafen = (page) => page.evaluate(() => { window.deaf = true; });

for (const way of ways) {
  test(`R10 what one tab saves appears in the other at once, ${way}`, async (t) => {
    const [one, two] = await twoTabs(t, way);
    await two.form.type('/filled_by', '二号');
    await shows(() => one.form.typed('/filled_by'), '二号');
    await one.form.addTask({ title: '甲', role: '牵头', completion: '100' });
    await shows(() => two.form.tasks('title'), ['甲']);
    await shows(() => two.form.total(), '60.00');
    await two.form.stepBack(); // the steps are shared, too
    await until(() => one.form.taskAt(0), ({ role, completion }) => role === '' && completion === '100'); // the role was typed last
  });

  test(`R10 different fields in two tabs at once: merged, nothing lost, ${way}`, async (t) => {
    const [one, two] = await twoTabs(t, way);
    await deafen(one.page);
    await two.form.type('/phone', '222');
    await two.form.addTask({ title: '乙', role: '配合' });
    await two.form.untilSaved();
    await one.form.type('/reviewed_by', '一号');
    await one.page.getByRole('button', { name: '添加任务' }).click();
    await shows(() => one.form.typed('/phone'), '222');
    await until(() => one.form.rows(), (count) => count === 2);
    await one.form.hasCursor(task(1, 'title')); // the row that was added here still has the cursor
    await one.form.type(task(1, 'title'), '甲');
    assert.deepEqual((await one.form.tasks('title')).sort(), ['乙', '甲'].sort());
    await one.form.untilSaved();
    const all = Object.values(await storedDrafts(one.page));
    assert.equal(all.length, 1, 'one draft');
    assert.equal(all[0].draft.phone, '222');
    assert.equal(all[0].draft.reviewed_by, '一号');
    await shows(() => two.form.typed('/reviewed_by'), '一号');
    await until(() => two.form.tasks('title'), (all) => all.length === 2);
  });

  test(`R10 the same field in two tabs at once: a copy, with what differs, ${way}`, async (t) => {
    const [one, two] = await twoTabs(t, way);
    await deafen(one.page);
    await two.form.type('/filled_by', '二号');
    await two.form.untilSaved();
    await one.form.type('/filled_by', '一号');
    const panel = one.page.locator('.parted');
    await panel.waitFor();
    const said = await panel.innerText();
    assert.match(said, /同一份草稿在两处改得不一样，两份都留下了/);
    assert.match(said, /填报人/);
    assert.deepEqual((await panel.locator('tbody td').allInnerTexts()), ['一号', '二号']);
    assert.equal(await one.form.typed('/filled_by'), '一号', 'nothing is taken from under the hands');
    assert.match(await one.page.locator('.draft-name').innerText(), /区教育局（冲突副本）/);
    await one.form.untilSaved();
    const kept = () => storedDrafts(one.page).then((all) => Object.values(all).map(({ draft }) => draft.filled_by).sort());
    await shows(kept, ['一号', '二号'].sort());
    await panel.getByRole('button', { name: '打开另一份' }).click();
    await shows(() => one.form.typed('/filled_by'), '二号');
    await two.form.type('/phone', '2');
    await two.form.untilSaved();
    await shows(kept, ['一号', '二号'].sort());
  });

  test(`R10 what was put aside comes as one copy and not again, ${way}`, async (t) => {
    const [one, two] = await twoTabs(t, way);
    await deafen(one.page);
    await deafen(two.page);
    const pending = async () => Object.keys(await stored(one.page)).filter((key) => key.startsWith('selfscore/pending/'));
    const release = await holdJournal(await one.newTab());
    await one.form.type('/filled_by', '一号');
    await two.form.type('/filled_by', '二号');
    await until(pending, (all) => all.length === 2); // neither gets into the journal
    await release();
    const kept = () => storedDrafts(one.page).then((all) => Object.values(all).map(({ draft }) => draft.filled_by).sort());
    await shows(kept, ['一号', '二号'].sort());
    await shows(pending, []);
    await Promise.all([one.form.untilSaved(), two.form.untilSaved()]);
    await reload(one.page);
    await reload(two.page);
    await shows(kept, ['一号', '二号'].sort());
  });

  test(`R10 a row that is added is not taken for one that was removed, ${way}`, async (t) => {
    const [one, two] = await twoTabs(t, way);
    await one.form.addTask({ title: '甲', role: '牵头' });
    await shows(() => two.form.tasks('title'), ['甲']);
    await deafen(two.page);
    await one.form.removeTask('1');
    await one.form.addTask({ title: '乙' });
    await one.form.untilSaved();
    await two.form.type(task(0, 'note'), '甲的说明'); // a row that is no more
    await two.page.locator('.parted').waitFor(); // and that is said
    await one.form.untilSaved();
    const kept = await storedDrafts(one.page);
    const rows = Object.values(kept).map(({ draft }) => draft.answers.tasks.tasks.map(({ title, note }) => [title, note]));
    assert.deepEqual(rows.sort(), [[['乙', '']], [['甲', '甲的说明']]].sort());
  });

  test(`R10 800 alternating edits in two tabs lose none, ${way}`, async (t) => {
    const [one, two] = await twoTabs(t, way);
    const rows = 100;
    await one.form.pasteBlock(Array.from({ length: rows }, (_, at) => `${at + 1}\t任务${at + 1}`).join('\n'));
    await one.form.applyPaste();
    await until(() => two.form.rows(), (count) => count === rows);
    await one.form.untilSaved();
    // Each edit in another field: odd rows here, even rows there, as fast as the tabs take them.
    const columns = ['title', 'completion', 'claim', 'note', 'evidence', 'number', 'title', 'note'];
    const edit = (page, odd) => page.evaluate(async ([rows, columns, odd]) => {
      for (const [round, column] of columns.entries()) {
        for (let row = odd; row < rows; row += 2) {
          const field = document.querySelector(`[data-field="/answers/tasks/tasks/${row}/${column}"]`);
          field.value = `${round}-${row}`;
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await new Promise((done) => setTimeout(done)); // the other tab has its turn
        }
      }
    }, [rows, columns, odd]);
    await Promise.all([edit(one.page, 0), edit(two.page, 1)]);
    const expected = Array.from({ length: rows }, (_, row) => ({ title: `6-${row}`, completion: `1-${row}`,
      claim: `2-${row}`, note: `7-${row}`, evidence: `4-${row}`, number: `5-${row}` }));
    const kept = async () => Object.values(await storedDrafts(one.page)).map(({ draft }) => draft.answers.tasks.tasks
      .map(({ title, completion, claim, note, evidence, number }) => ({ title, completion, claim, note, evidence, number })));
    await shows(kept, [expected], { timeout: 60_000 });
    assert.equal(await one.page.locator('.parted').count() + await two.page.locator('.parted').count(), 0);
  });

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
