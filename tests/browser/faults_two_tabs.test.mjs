// Two live tabs of one draft: R10.
import assert from 'node:assert/strict';
import test from 'node:test';
import { anotherTab, holdJournal, opened, reload } from './faults.mjs';
import { task } from './form_page.mjs';
import { stored, storedDrafts } from './kept.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

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
}
