// What is wrong or missing is said at its field and in the summary, which leads there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FormPage, occurrences, task } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

for (const way of ways) {
  test(`everything that a blank form lacks is listed, and each entry leads to its field, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const all = await form.missing();
    assert.ok(all.length >= 7, all.join('\n'));
    for (const [words, field] of [
      ['还没有选择单位', '/unit'],
      ['还没有列出任务', '/answers/tasks/tasks'],
      ['“一把手”负责制', '/answers/leadership/choice'],
      ['已出台任务细化措施', '/answers/measures/met'],
      ['未按时间表、路线图推进的工作', occurrences('implementation', 'off_schedule')],
    ]) {
      assert.equal(await form.goTo(words), field, words);
      const seen = () => form.field(field).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const under = document.querySelector('header.top').getBoundingClientRect().bottom;
        return { top, bottom, under, height: innerHeight };
      });
      // In view, below the header.
      await until(seen, ({ top, bottom, under, height }) => bottom > under && top + 20 < height);
    }
    await shows(() => form.range(), '还可能：0.00–95.00');
  });

  test(`late reports of a unit that leads no task, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const pointer = occurrences('implementation', 'late_reports');
    await form.addTask({ title: '甲', role: '配合', completion: '100' });
    await form.count('implementation', 'off_schedule', '0');
    await form.count('implementation', 'late_reports', '2');
    await until(() => form.message(pointer), (said) => /没有牵头任务，这一条只适用于牵头单位，未计算/.test(said));
    await shows(() => form.points('implementation'), '15.00 / 15');
    await form.fillTask(0, { role: '牵头' });
    await shows(() => form.message(pointer), '');
    await shows(() => form.points('implementation'), '11.00 / 15');
    await form.count('implementation', 'late_reports', '9'); // floor: 15 − 18 stops at 0
    await shows(() => form.points('implementation'), '0.00 / 15');
  });

  for (const [what, given, words, points] of [
    ['a task with full marks', { completion: '100', claim: '80' }, /得满分，不需要申报份额「80」/, '60.00 / 60'],
    ['a task below 60 %', { completion: '59.99', claim: '80' }, /60% 以下不得分.*「80」不起作用/, '0.00 / 60'],
    ['a system in debugging', { completion: '70', debugging: true, claim: '80' }, /视同完成.*不需要申报份额「80」/, '60.00 / 60'],
  ]) test(`a share claimed for ${what} changes nothing and is pointed out, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲', role: '牵头', note: '说明', ...given });
    await until(() => form.standing(0), (said) => words.test(said));
    await shows(() => form.points('tasks'), points);
    await page.locator('tr.standing a').filter({ hasText: words }).click();
    await form.hasCursor(task(0, 'claim'));
  });

  test(`the judged band wants a share and a reason, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲', role: '牵头', completion: '60' }); // exactly 60 %: judged
    await until(() => form.standing(0), (said) => /酌情给分的范围内。请填申报份额/.test(said));
    assert.equal(await form.goTo('酌情给分的范围内'), task(0, 'claim'));
    await form.type(task(0, 'claim'), '75');
    await until(() => form.standing(0), (said) => /申报了份额 75%，还没有说明理由/.test(said));
    assert.equal(await form.goTo('还没有说明理由'), task(0, 'note'));
    await form.type(task(0, 'note'), '按月推进');
    await shows(() => form.points('tasks'), '45.00 / 60');
    await until(() => form.standing(0), (said) => /份额 75%/.test(said) && /失分 15\.00/.test(said));
  });

  test(`a task number twice, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲', role: '牵头', completion: '100' });
    await form.addTask({ number: '1', title: '乙', role: '牵头', completion: '100' });
    await until(() => form.standing(1), (said) => /任务序号「1」与前面的任务重复/.test(said));
    assert.equal(await form.field(task(1, 'number')).getAttribute('aria-invalid'), 'true');
    assert.equal(await form.goTo('任务序号「1」与前面的任务重复'), task(1, 'number'));
    await form.type(task(1, 'number'), '2');
    await until(() => form.missing(), (all) => !all.some((said) => said.includes('重复')));
  });

  test(`a date that is none, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.type('/filled_on', '2022-02-30');
    await until(() => form.message('/filled_on'), (said) => /「2022-02-30」不是日期/.test(said));
    assert.equal(await form.goTo('不是日期'), '/filled_on');
    for (const date of ['2022/1/10', '2022年1月10日', '2022-01-10']) {
      await form.type('/filled_on', date);
      await shows(() => form.message('/filled_on'), '');
      assert.equal(await form.typed('/filled_on'), date);
    }
    assert.equal((await form.exported()).filled_on, '2022-01-10');
  });

  test(`what is still to be gained comes largest first and leads to its field, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲', role: '牵头', completion: '85', claim: '80', note: '说明' }); // 12 lost
    await form.answer('leadership', '未建立'); // 4 lost
    await form.answer('measures', '是');
    await form.answer('measures', '未明确目标节点'); // 2 lost
    await until(() => page.locator('.to-gain li').count(), (count) => count > 3);
    const gains = (await page.locator('.to-gain li .figure').allInnerTexts()).map((text) => Number(text.replace('+', '')));
    assert.deepEqual(gains, [...gains].sort((a, b) => b - a));
    await page.locator('.to-gain a').filter({ hasText: '任务 1：酌情给分' }).click();
    await until(() => form.cursor(), (field) => field.startsWith('/answers/tasks/tasks/0'));
  });
}
