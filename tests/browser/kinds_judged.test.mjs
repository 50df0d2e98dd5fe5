// Points at discretion and points of assessors: claims within a range, with a reason; deductions within a range.
import assert from 'node:assert/strict';
import test from 'node:test';
import { claimOf, claimOff, flagOf, openScheme, refused, scoreOf } from './kinds_page.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

const example = (t, way) => openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });

for (const way of ways) {
  test(`an option with a range takes a claim and a reason, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'g-wenzhou-2012', { unit: '示例单位一' });
    assert.equal(await form.field(claimOf('overall')).count(), 0, 'nothing is claimed before an option is chosen');
    await form.answer('overall', '较好'); // 8 to 11
    assert.match(await form.block('overall').innerText(), /可填 8 至 11分/);
    await until(() => form.beside(claimOf('overall')), (said) => /未填/.test(said));
    await form.claim('overall', '9.5');
    await shows(() => form.points('overall'), '9.50 / 15');
    await until(() => form.beside('/answers/overall/note'), (said) => /酌情申报了 9\.5 分，还没有说明理由/.test(said));
    await form.explainInWords('overall', '有三家媒体报道');
    await shows(() => form.state('overall'), '已填完');
    assert.match(await form.explain('overall'), /9\.5/);
    await refused(form, claimOf('overall'), '11.01', /11\.01.*8 到 11/s);
    await refused(form, claimOf('overall'), '9.555', /9\.555.*2 位/s);
    await form.claim('overall', '9.5');
    await form.answer('overall', '一般'); // 0 to 7: the claim no longer fits
    await until(() => form.beside(claimOf('overall')), (said) => /「9\.5」不在 0 到 7 之间/.test(said));
    await form.answer('overall', '较好');
    await shows(() => form.points('overall'), '9.50 / 15');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.overall, { choice: 'fair', claim: '9.5', note: '有三家媒体报道', evidence: [] });
    assert.equal(await form.typed(claimOf('overall')), '9.5');
  });

  test(`points that are judged are claimed with a reason, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'a-government-websites-2019', { unit: '示例单位一' });
    await shows(() => form.state('innovation'), '未填完');
    await form.claim('innovation', '2.5');
    await shows(() => form.points('innovation'), '2.50 / 10');
    await until(() => form.beside('/answers/innovation/note'), (said) => /酌情申报了 2\.5 分/.test(said));
    await form.explainInWords('innovation', '首创无感办');
    await shows(() => form.state('innovation'), '已填完');
    assert.match(await form.explain('innovation'), /2\.50/);
    await refused(form, claimOf('innovation'), '10.5', /10\.5.*0 到 10/s);
    await form.claim('innovation', '2.5');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.innovation, { claim: '2.5', note: '首创无感办', evidence: [] });
  });

  test(`what is off within a range is claimed once it happened, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'g-wenzhou-2012', { unit: '示例单位一' });
    await form.count('regulations', 'breaches', '0');
    await shows(() => form.points('regulations'), '25.00 / 25');
    const claim = claimOff('regulations', 'breaches');
    assert.equal(await form.field(claim).count(), 0, 'nothing happened, nothing to claim');
    await form.count('regulations', 'breaches', '2'); // 3 to 5 each: 6 to 10 in all
    await until(() => form.block('regulations').innerText(), (said) => /可填 6 至 10分/.test(said));
    await until(() => form.beside(claim), (said) => /未填/.test(said));
    await form.claimOff('regulations', 'breaches', '7.5');
    await shows(() => form.points('regulations'), '17.50 / 25'); // 25 − 7.5
    await until(() => form.beside('/answers/regulations/note'), (said) => /7\.5 分，还没有说明理由/.test(said));
    await form.explainInWords('regulations', '情节较轻');
    await shows(() => form.state('regulations'), '已填完');
    assert.match(await form.explain('regulations'), /25 − 7\.5/);
    await refused(form, claim, '5', /「5」不在 6 到 10 之间/);
    await refused(form, claim, '10.01', /「10\.01」不在 6 到 10 之间/);
    await form.claimOff('regulations', 'breaches', '7.5');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.regulations, {
      occurrences: { breaches: 2 }, claims: { breaches: '7.5' }, note: '情节较轻', evidence: [],
    });
    assert.equal(await form.typed(claim), '7.5');
  });

  test(`deductions grow with further ones and end at their floor, ${way}`, async (t) => {
    const form = await example(t, way);
    const text = await form.block('returns').innerText();
    assert.match(text, /2 次起另扣 1 分；4 次起另扣 4 分/);
    // 30 − 2; 30 − 2×2 − 1; 30 − 4×2 − 4; 30 − 28 − 4 is below nothing
    for (const [times, points] of [['1', '28.00'], ['2', '25.00'], ['4', '18.00'], ['14', '0.00']]) {
      await form.count('returns', 'tardy', times);
      await shows(() => form.points('returns'), `${points} / 30`);
    }
    // a penalty: 20 off at most; 3×2 + 15 = 21
    assert.equal(await form.field(claimOff('mishaps', 'hidden_one')).count(), 0);
    await form.count('mishaps', 'mishap', '2');
    await form.count('mishaps', 'hidden_one', '2');
    await form.claimOff('mishaps', 'hidden_one', '15');
    await shows(() => form.points('mishaps'), '−20.00');
    await form.claimOff('mishaps', 'hidden_one', '10'); // 6 + 10
    await shows(() => form.points('mishaps'), '−16.00');
    await form.explainInWords('mishaps', '主动更正');
    assert.match(await form.explain('mishaps'), /−16|-16/);
    await refused(form, '/answers/mishaps/occurrences/mishap', '-1', /-1/);
    await form.count('mishaps', 'mishap', '2');
    await form.count('returns', 'tardy', '2');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.mishaps, {
      occurrences: { mishap: 2, hidden_one: 2 }, claims: { hidden_one: '10' }, note: '主动更正', evidence: [],
    });
    assert.deepEqual(answers.returns.occurrences, { tardy: 2 });
    assert.match(await form.explain('returns'), /30 − \(2 × 2 \+ 1\)/);
  });

  test(`assessors' scores: their mean, one more, one fewer, too few, ${way}`, async (t) => {
    const form = await example(t, way);
    await shows(() => form.scoreCount('jury'), 3);
    await form.scores('jury', '88', '90');
    await until(() => form.beside('/answers/jury/scores'), (said) => /只有 2 位评分人的评分，至少要 3 位/.test(said));
    await form.scores('jury', '80', '85', '91'); // 256 ÷ 3 = 85.333…; × 40 ÷ 100 = 34.133…
    await shows(() => form.points('jury'), '34.13 / 40');
    await shows(() => form.state('jury'), '已填完');
    const explained = await form.explain('jury');
    for (const part of ['÷ 3', '40', '34.13']) assert.ok(explained.includes(part), `${part} in ${explained}`);
    await form.block('jury').getByRole('button', { name: '添加一位评分' }).focus();
    await form.page.keyboard.press('Enter');
    await form.hasCursor(scoreOf('jury', 3));
    await form.page.keyboard.type('84'); // 340 ÷ 4 = 85; × 0.4 = 34
    await shows(() => form.points('jury'), '34.00 / 40');
    await refused(form, scoreOf('jury', 1), '101', /101.*0 到 100/s);
    await form.scores('jury', '80', '85');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.jury.scores, ['80', '85', '91', '84']);
    assert.equal(await form.scoreCount('jury'), 4);
    await form.block('jury').getByRole('button', { name: '删去最后一位' }).click();
    await shows(() => form.points('jury'), '34.13 / 40');
    assert.equal(await form.scoreCount('jury'), 3);
    assert.equal(await form.block('jury').getByRole('button', { name: '删去最后一位' }).count(), 0);
    await form.undo();
    await shows(() => form.points('jury'), '34.00 / 40');
    assert.equal(await form.typed(scoreOf('jury', 3)), '84');
  });

  test(`a question doubles what is lost, ${way}`, async (t) => {
    const form = await example(t, way);
    const flag = flagOf('campaign', 'watched');
    await form.count('campaign', 'undone', '2');
    await until(() => form.beside(flag), (said) => /未填/.test(said));
    await form.say(flag, '否'); // 15 − 2×2
    await shows(() => form.points('campaign'), '11.00 / 15');
    await form.say(flag, '是'); // 15 − 2×4
    await shows(() => form.points('campaign'), '7.00 / 15');
    await form.count('campaign', 'undone', '4'); // 15 − 16 is below nothing
    await shows(() => form.points('campaign'), '0.00 / 15');
    await form.count('campaign', 'undone', '2');
    await shows(() => form.points('campaign'), '7.00 / 15');
    assert.match(await form.explain('campaign'), /× 2/);
    // By keyboard: the arrow goes to the other answer.
    await form.field(flag).locator('input').first().focus();
    await form.page.keyboard.press('ArrowDown');
    await shows(() => form.points('campaign'), '11.00 / 15');
    await form.page.keyboard.press('ArrowUp');
    await shows(() => form.points('campaign'), '7.00 / 15');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.campaign, { occurrences: { undone: 2 }, flags: { watched: true }, note: '', evidence: [] });
  });
}
