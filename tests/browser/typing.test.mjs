// What is typed stays as typed; what cannot be read is kept, and the message has the remedy.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FormPage, occurrences, task } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

/** A form with one lead task, as far as its completion. */
async function oneTask(t, way) {
  const { page, ...rest } = await open(t, way);
  const form = new FormPage(page);
  await form.chooseUnit('区教育局');
  await form.addTask({ title: '一网通办', role: '牵头', claim: '80', note: '已上线', evidence: '1-1' });
  return { page, form, ...rest };
}

/** Types into the completion, and gives what the row then says. */
async function complete(form, text) {
  await form.field(task(0, 'completion')).focus();
  await form.page.keyboard.press('ControlOrMeta+a');
  await form.page.keyboard.insertText(text);
  assert.equal(await form.typed(task(0, 'completion')), text);
  return form.standing(0);
}

for (const way of ways) {
  test(`the raw text of a number stays, and is read, ${way}`, async (t) => {
    const { page, form } = await oneTask(t, way);
    for (const text of ['\uFF18\uFF15', '85%', ' 85 ', '85\uFF05', '85.00', '\uFF18\uFF15\uFF0E\uFF15']) {
      await complete(form, text);
      await shows(() => form.points('tasks'), '48.00 / 60');
      await form.field(task(0, 'note')).focus(); // leaving the field rewrites nothing either
      assert.equal(await form.typed(task(0, 'completion')), text);
    }
    await form.untilSaved();
    await page.reload();
    await shows(() => form.typed(task(0, 'completion')), '\uFF18\uFF15\uFF0E\uFF15');
  });

  for (const [text, words] of [
    ['85\u30025', /「85。5」.*句号.*请改为「85\.5」/],
    ['100.01', /「100\.01」超过 100%/],
    ['-1', /「-1」小于 0/],
    ['85.125', /「85\.125」的小数超过两位/],
    ['八成', /「八成」不是数.*例如 85/],
    ['1,5', /「1,5」里有逗号/],
  ]) test(`${text} is refused with its remedy, and kept, ${way}`, async (t) => {
    const { page, form } = await oneTask(t, way);
    await complete(form, '85');
    await shows(() => form.total(), '48.00');
    await complete(form, text);
    await until(() => form.standing(0), (said) => words.test(said));
    await shows(() => form.total(), '0.00'); // counts as not answered, at its worst
    assert.equal(await form.field(task(0, 'completion')).getAttribute('aria-invalid'), 'true');
    assert.ok((await form.missing()).some((said) => said.includes(text)), 'in the summary, too');
    await form.untilSaved();
    await page.reload();
    await shows(() => form.typed(task(0, 'completion')), text);

    // An export keeps it as well, and opening the file brings it back into its field.
    const { name, bytes } = await form.exportForm('JSON');
    assert.match(name, /_未填完\.json$/);
    await form.openFile({ name, buffer: bytes });
    await shows(() => form.typed(task(0, 'completion')), text);
  });

  test(`counts are whole numbers, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const pointer = occurrences('learning', 'visits');
    for (const [text, words] of [['1.5', /「1\.5」不是整数/], ['-1', /「-1」/], ['10001', /「10001」次数过大/], ['两次', /「两次」/]]) {
      await form.type(pointer, text);
      await until(() => form.message(pointer), (said) => words.test(said));
      assert.equal(await form.typed(pointer), text);
    }
    await form.type(pointer, '\uFF12');
    await form.count('learning', 'trainings', '0');
    await shows(() => form.points('learning'), '2.00 / 4');
    assert.equal(await form.message(pointer), '');
  });

  test(`the mouse wheel changes no number, ${way}`, async (t) => {
    const { page, form } = await oneTask(t, way);
    await complete(form, '85');
    const wheelOver = async (pointer, text) => {
      await form.field(pointer).scrollIntoViewIfNeeded();
      await form.field(pointer).click();
      for (const by of [300, -200, 40]) {
        await page.mouse.wheel(0, by);
        assert.equal(await form.typed(pointer), text);
      }
      assert.equal(await form.typed(pointer), text);
    };
    await wheelOver(task(0, 'completion'), '85');
    await form.count('implementation', 'off_schedule', '2');
    await wheelOver(occurrences('implementation', 'off_schedule'), '2');
    assert.equal(await form.points('tasks'), '48.00 / 60');
  });

  test(`nothing moves under the hand while typing, ${way}`, async (t) => {
    const { form } = await oneTask(t, way);
    await form.addTask({ title: '下一项', role: '牵头', completion: '100' });
    const places = (row) => form.field(task(row, 'completion')).evaluate((field) => {
      const { left, top } = field.getBoundingClientRect();
      return [left + scrollX, top + scrollY];
    });
    await complete(form, '8');
    const [own, below] = [await places(0), await places(1)];
    for (const text of ['85', '85.', '85.1', '85.125', '85.12']) {
      await complete(form, text);
      assert.deepEqual(await places(0), own, `the field itself at ${text}`);
      assert.deepEqual(await places(1), below, `the row below at ${text}`);
    }
  });
}
