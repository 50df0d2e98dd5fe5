// Chinese input methods: letters that are still being composed are no typing yet, and no sign is lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FormPage, task } from './form_page.mjs';
import { everything, journal } from './kept.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

/** An input method, driven as the browser's own keyboard is. */
async function inputMethod(page) {
  const client = await page.context().newCDPSession(page);
  return {
    async compose(...letters) {
      for (const text of letters) {
        await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      }
    },
    commit: (text) => client.send('Input.insertText', { text }),
    cancel: () => client.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 }),
  };
}

for (const way of ways) {
  test(`R25 nothing is taken before the composition ends, and nothing is lost, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const typing = await inputMethod(page);
    await form.chooseUnit('区教育局');
    await form.addTask();
    await form.untilSaved();
    const before = await journal(page);

    await form.field(task(0, 'title')).focus();
    await typing.compose('y', 'yi', "yi'wang", "yi'wang'tong'ban");
    assert.equal(await form.typed(task(0, 'title')), "yi'wang'tong'ban");
    assert.equal(await form.savedState(), 'saved', 'half-composed letters are no change');
    assert.deepEqual(await journal(page), before);
    assert.ok(!(await everything(page)).some((text) => text.includes("yi'")));
    await typing.commit('一网通办');
    await shows(() => form.typed(task(0, 'title')), '一网通办');
    for (const [letters, signs] of [['shi', '事'], ['xiang', '项'], ['2', '２'], ['𠮷', '𠮷']]) {
      await typing.compose(letters);
      await typing.commit(signs);
    }
    await shows(() => form.typed(task(0, 'title')), '一网通办事项２𠮷');
    await form.untilSaved();
    await page.reload();
    await shows(() => form.typed(task(0, 'title')), '一网通办事项２𠮷');
  });

  test(`R25 a composition in the middle of a text, taken back, leaves the text, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const typing = await inputMethod(page);
    await form.type('/filled_by', '张三');
    await form.field('/filled_by').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await typing.compose('x', 'xiao');
    assert.equal(await form.typed('/filled_by'), '张xiao三');
    await typing.cancel();
    await shows(() => form.typed('/filled_by'), '张三');
    await typing.compose('xiao');
    await typing.commit('小');
    await shows(() => form.typed('/filled_by'), '张小三');
    assert.equal(await page.evaluate(() => document.activeElement.selectionStart), 2, 'the cursor stays where it was');
    assert.equal((await form.exported()).filled_by, '张小三');
  });

  test(`figures do not jump while a number is composed, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const typing = await inputMethod(page);
    await form.addTask({ role: '牵头', completion: '100' });
    await shows(() => form.points('tasks'), '60.00 / 60');
    await form.field(task(0, 'completion')).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await typing.compose('5');
    assert.equal(await form.points('tasks'), '60.00 / 60');
    await typing.commit('\uFF15\uFF19');
    await shows(() => form.points('tasks'), '0.00 / 60'); // 59 % is below 60 %
    assert.equal(await form.typed(task(0, 'completion')), '\uFF15\uFF19');
  });

  test(`the Enter that ends a composition moves to no other row, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask();
    // Chromium tells a page of such an Enter with isComposing set.
    await form.field(task(0, 'title')).evaluate((field) => field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    assert.equal(await form.rows(), 1);
    assert.equal(await form.cursor(), task(0, 'title'));
  });
}
