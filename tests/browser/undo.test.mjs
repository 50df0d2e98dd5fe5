// Steps back and again over the whole form: across rows, pastes and imports, 200 of them, and through a reload.
import assert from 'node:assert/strict';
import test from 'node:test';
import { task } from './form_page.mjs';
import { opened, reload } from './faults.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

const back = (page) => page.keyboard.press('ControlOrMeta+z');
const again = (page) => page.keyboard.press('ControlOrMeta+Shift+z');

for (const way of ways) {
  test(`fields, choices, rows and deletions, step by step, by keys and by buttons, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    assert.ok(await form.headerButton('撤销').isDisabled());
    await form.chooseUnit('区教育局');
    await form.type('/filled_by', '张三');
    await form.answer('leadership', '未定期召开工作推进会议'); // 4 − 2
    await form.addTask({ title: '甲', role: '牵头', completion: '100' });
    await shows(() => form.total(), '62.00');
    await form.removeTask('1');
    await shows(() => form.rows(), 0);
    await back(page);
    await shows(() => form.tasks('title'), ['甲']);
    await shows(() => form.total(), '62.00');
    await until(() => form.notice(), (said) => /^已撤销：.*任务/.test(said));
    for (let step = 0; step < 4; step += 1) await form.stepBack(); // completion, role, title, the row
    await shows(() => form.rows(), 0);
    await form.stepBack();
    await shows(() => form.points('leadership'), '0.00 / 4');
    await form.stepBack();
    await shows(() => form.typed('/filled_by'), '');
    await form.stepBack();
    await shows(() => form.typed('/unit'), '');
    assert.ok(await form.headerButton('撤销').isDisabled());
    for (let step = 0; step < 8; step += 1) await again(page);
    await shows(() => form.rows(), 0); // the removal is done again, too
    assert.equal(await form.typed('/filled_by'), '张三');
    assert.ok(await form.headerButton('重做').isDisabled());
    await form.stepBack();
    await shows(() => form.tasks('completion'), ['100']);
    await form.untilSaved();
    await reload(page);
    await shows(() => form.tasks('completion'), ['100']);
  });

  test(`typing in one field is one step; the cursor goes where something changed, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.field('/filled_by').focus();
    await page.keyboard.type('Zhang San');
    await form.field('/phone').focus();
    await page.keyboard.type('12345');
    await back(page);
    await shows(() => form.typed('/phone'), '');
    assert.equal(await form.typed('/filled_by'), 'Zhang San');
    await form.hasCursor('/phone');
    await back(page);
    await shows(() => form.typed('/filled_by'), '');
    await form.hasCursor('/filled_by');
    await until(() => form.notice(), (said) => said.startsWith('已撤销：') && said.includes('填报人'));
    await page.keyboard.press('ControlOrMeta+y');
    await shows(() => form.typed('/filled_by'), 'Zhang San');
  });

  test(`what is typed right after a form was opened is a step of its own, ${way}`, async (t) => {
    const { form } = await opened(t, way);
    await form.type('/phone', '1');
    await form.untilSaved();
    const file = await form.exportForm('JSON');
    await form.type('/phone', '2');
    await form.openFile({ name: file.name, buffer: file.bytes }); // changes the one field back
    await shows(() => form.typed('/phone'), '1');
    await form.type('/phone', '3');
    await form.stepBack();
    await shows(() => form.typed('/phone'), '1'); // only what was typed
    await form.stepBack();
    await shows(() => form.typed('/phone'), '2'); // only what was opened
  });

  test(`an imported form, a pasted block, and what stood there before, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.chooseUnit('区财政局');
    await form.count('learning', 'visits', '2');
    await form.untilSaved();
    const file = await form.exportForm('JSON');
    await form.chooseUnit('区教育局');
    await form.pasteBlock('1\t甲\n2\t乙\n3\t丙');
    await form.applyPaste();
    await shows(() => form.rows(), 3);
    await form.openFile({ name: file.name, buffer: file.bytes });
    await shows(() => form.rows(), 0);
    await shows(() => form.typed('/unit'), '区财政局');
    await form.stepBack(); // the import
    await shows(() => form.tasks('title'), ['甲', '乙', '丙']);
    await shows(() => form.typed('/unit'), '区教育局');
    await form.stepBack(); // the paste
    await shows(() => form.rows(), 0);
    await form.stepAgain();
    await form.stepAgain();
    await shows(() => form.typed('/unit'), '区财政局');
    await form.untilSaved();
    await reload(page);
    await form.stepBack();
    await shows(() => form.tasks('title'), ['甲', '乙', '丙']);
  });

  test(`200 steps, all of them taken back after a reload, and again, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    const fields = ['/filled_by', '/reviewed_by', '/phone', '/filled_on'];
    await page.evaluate(async (fields) => {
      for (let step = 0; step < 205; step += 1) {
        const field = document.querySelector(`[data-field="${fields[step % fields.length]}"]`);
        field.value = `${step}`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        if (step % 20 === 0) await new Promise((done) => setTimeout(done));
      }
    }, fields);
    await form.untilSaved();
    const now = ['204', '201', '202', '203'];
    const shown = () => Promise.all(fields.map((field) => form.typed(field)));
    await shows(shown, now);
    await reload(page);
    await shows(shown, now);
    for (let step = 0; step < 200; step += 1) await back(page);
    await shows(shown, ['4', '1', '2', '3']);
    await form.untilSaved();
    await reload(page);
    await shows(shown, ['4', '1', '2', '3']);
    for (let step = 0; step < 200; step += 1) await again(page);
    await shows(shown, now);
  });

  test(`what is typed after steps back drops the steps that were taken back, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.type('/filled_by', '甲');
    await form.type('/phone', '1');
    await form.stepBack();
    await shows(() => form.typed('/phone'), '');
    await form.type('/reviewed_by', '乙');
    assert.ok(await form.headerButton('重做').isDisabled());
    await form.untilSaved();
    await reload(page);
    await shows(() => form.typed('/reviewed_by'), '乙');
    await form.stepBack();
    await shows(() => form.typed('/reviewed_by'), '');
    assert.equal(await form.typed('/filled_by'), '甲');
  });

  test(`a box of the pasting panel keeps the browser’s own undo, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.type('/filled_by', '甲');
    await form.button('从 Excel 粘贴').click();
    await form.hasCursor('paste');
    await page.keyboard.type('abc');
    await back(page);
    assert.equal(await form.typed('/filled_by'), '甲');
    assert.notEqual(await form.field('paste').inputValue(), 'abc');
  });

  test(`a step waits until an input method has ended, ${way}`, async (t) => {
    const { page, form } = await opened(t, way);
    await form.type('/filled_by', '甲');
    await form.field('/filled_by').evaluate((field) => field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true })));
    assert.equal(await form.typed('/filled_by'), '甲');
    assert.ok(await form.headerButton('重做').isDisabled());
    await page.locator('body').press('ControlOrMeta+z');
    await shows(() => form.typed('/filled_by'), '');
  });

  test(`the example can be undone as well, and is still not stored, ${way}`, async (t) => {
    const { form } = await opened(t, way);
    await form.button('看一份填好的示例').click();
    await shows(() => form.rows(), 6);
    const first = await form.typed(task(0, 'title'));
    await form.type(task(0, 'title'), '别的');
    await form.stepBack();
    await shows(() => form.typed(task(0, 'title')), first);
    assert.match(await form.page.locator('[data-saved]').innerText(), /示例，不会保存/);
  });
}
