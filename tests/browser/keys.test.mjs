// The task table moves like a spreadsheet; rows come, go, move, and come back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FormPage, task } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

const columns = ['number', 'title', 'role', 'completion', 'in_debugging', 'claim', 'note', 'evidence'];

/** A form with three tasks, each with something of its own. */
async function threeTasks(t, way) {
  const { page } = await open(t, way);
  const form = new FormPage(page);
  for (const title of ['甲', '乙', '丙']) await form.addTask({ title, role: '牵头', completion: '100' });
  return { page, form };
}

for (const way of ways) {
  test(`Tab goes through a row, and into the next, ${way}`, async (t) => {
    const { page, form } = await threeTasks(t, way);
    await form.field(task(0, 'number')).focus();
    for (const column of columns.slice(1)) {
      await page.keyboard.press('Tab');
      await form.hasCursor(task(0, column));
    }
    await page.keyboard.press('Shift+Tab');
    await form.hasCursor(task(0, 'note'));
  });

  test(`Tab from a row's last cell passes its three commands, then goes to the next row's first, ${way}`, async (t) => {
    const { page, form } = await threeTasks(t, way);
    await form.field(task(0, 'evidence')).focus();
    for (const command of ['上移任务 1', '下移任务 1', '删除任务 1']) {
      await page.keyboard.press('Tab');
      await shows(() => page.evaluate(() => document.activeElement.ariaLabel), command);
    }
    await page.keyboard.press('Tab');
    await form.hasCursor(task(1, 'number'));
  });

  test(`Enter goes down, Shift+Enter up, in every column, ${way}`, async (t) => {
    const { page, form } = await threeTasks(t, way);
    for (const column of columns.filter((column) => column !== 'role')) {
      await form.field(task(0, column)).focus();
      await page.keyboard.press('Enter');
      await form.hasCursor(task(1, column));
      await page.keyboard.press('Enter');
      await form.hasCursor(task(2, column));
      await page.keyboard.press('Shift+Enter');
      await form.hasCursor(task(1, column));
    }
    assert.equal(await form.rows(), 3);
    assert.deepEqual(await form.tasks('title'), ['甲', '乙', '丙'], 'Enter types nothing');
    await form.field(task(0, 'title')).focus();
    await page.keyboard.press('Shift+Enter');
    assert.equal(await form.cursor(), task(0, 'title'), 'above the first row there is none');
  });

  test(`Enter in the last row adds one, ${way}`, async (t) => {
    const { page, form } = await threeTasks(t, way);
    await form.field(task(2, 'title')).focus();
    await page.keyboard.press('Enter');
    await form.hasCursor(task(3, 'title'));
    await page.keyboard.type('丁');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await form.hasCursor(task(3, 'completion'));
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await form.hasCursor(task(4, 'completion'));
    assert.deepEqual(await form.tasks('title'), ['甲', '乙', '丙', '丁', '']);
    assert.deepEqual(await form.tasks('number'), ['1', '2', '3', '4', '5']);
  });

  test(`what a cell holds is selected on arrival, as in a spreadsheet, ${way}`, async (t) => {
    const { page, form } = await threeTasks(t, way);
    await form.field(task(0, 'completion')).focus();
    await page.keyboard.press('Enter');
    await form.hasCursor(task(1, 'completion'));
    await page.keyboard.type('50');
    assert.equal(await form.typed(task(1, 'completion')), '50');
  });

  test(`rows move up and down with all they hold, ${way}`, async (t) => {
    const { page, form } = await threeTasks(t, way);
    await form.fillTask(2, { role: '配合', completion: '70', claim: '50', note: '说明', evidence: '3-1', debugging: false });
    const third = await form.taskAt(2);
    await form.moveUp('3');
    await shows(() => form.tasks('title'), ['甲', '丙', '乙']);
    await form.moveUp('3');
    await shows(() => form.tasks('title'), ['丙', '甲', '乙']);
    await form.moveUp('3'); // the first stays the first
    await shows(() => form.taskAt(0), third);
    await form.moveDown('1');
    await shows(() => form.tasks('title'), ['丙', '乙', '甲']);
    await form.moveDown('1');
    assert.deepEqual(await form.tasks('title'), ['丙', '乙', '甲']);
    // 60 × (1 + 1 + 0.5 × 0.5) ÷ 2.5 = 54, in whatever order
    await shows(() => form.points('tasks'), '54.00 / 60');
    await form.untilSaved();
    await page.reload();
    await shows(() => form.tasks('title'), ['丙', '乙', '甲']);
  });

  test(`a row that is removed comes back where it was, ${way}`, async (t) => {
    const { form } = await threeTasks(t, way);
    await form.fillTask(1, { completion: '85%', claim: '80', note: '说明\n第二行', evidence: '2-1' });
    const second = await form.taskAt(1);
    await form.removeTask('2');
    await shows(() => form.tasks('title'), ['甲', '丙']);
    assert.equal(await form.notice(), '已删除任务 2。');
    await form.type(task(0, 'title'), '甲，改过'); // typing meanwhile does not take the way back
    await form.undo();
    await shows(() => form.tasks('title'), ['甲，改过', '乙', '丙']);
    assert.deepEqual(await form.taskAt(1), second);
  });

  test(`the last row can go, and the points with it, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲', role: '牵头', completion: '100' });
    await shows(() => form.points('tasks'), '60.00 / 60');
    await form.removeTask('1');
    await shows(() => form.rows(), 0);
    await until(() => page.locator('.tasks').innerText(), (said) => said.includes('还没有任务'));
    await shows(() => form.points('tasks'), '0.00 / 60');
    await form.undo();
    await shows(() => form.points('tasks'), '60.00 / 60');
  });
}
