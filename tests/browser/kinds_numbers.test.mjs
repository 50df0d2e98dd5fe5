// A number with a scale: bands, straight lines; proportion to the best, places. In the example of work safety.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openScheme, refused, valueOf } from './kinds_page.mjs';
import { shows } from './shows.mjs';
import { ways } from './support.mjs';

const example = (t, way) => openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });

for (const way of ways) {
  test(`points by bands; the band is marked, ${way}`, async (t) => {
    const form = await example(t, way);
    assert.equal(await form.band('meetings'), undefined);
    // 12 and more: 30; 6 and more, under 12: 20; over 2, under 6: 10; 2 and fewer: 0
    for (const [times, range, points] of [
      ['12', '≥ 12', '30'], ['11', '≥ 6 < 12', '20'], ['6', '≥ 6 < 12', '20'],
      ['3', '> 2 < 6', '10'], ['2', '≤ 2', '0'],
    ]) {
      await form.value('meetings', times);
      await shows(() => form.points('meetings'), `${points}.00 / 30`);
      assert.deepEqual(await form.band('meetings'), [range, points]);
    }
    await form.value('meetings', '11');
    await shows(() => form.points('meetings'), '20.00 / 30');
    const explained = await form.explain('meetings');
    assert.match(explained, /11/);
    assert.match(explained, /20/);
    await refused(form, valueOf('meetings'), '367', /367.*366/s);
    assert.equal(await form.band('meetings'), undefined, 'no band for what cannot be used');
    await refused(form, valueOf('meetings'), '6.5', /6\.5.*整数|小数/s);
    await refused(form, valueOf('meetings'), '六', /六.*数字/s);
    await form.value('meetings', '11');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.meetings, { value: '11', note: '', evidence: [] });
    assert.deepEqual(await form.band('meetings'), ['≥ 6 < 12', '20']);
  });

  test(`points by straight lines, ${way}`, async (t) => {
    const form = await example(t, way);
    // Anchors 60 → 0, 80 → 18, 95 → 30: 18 + (85 − 80) × 12 ÷ 15 = 22; 18 × 0.01 ÷ 20 = 0.009
    for (const [percent, points] of [['85', '22.00'], ['60.01', '0.01'], ['100', '30.00'], ['59.99', '0.00']]) {
      await form.value('trained', percent);
      await shows(() => form.points('trained'), `${points} / 30`);
    }
    // Anchors 5 → 20, 15 → 10, 30 → 0: 10 − 10 × 1 ÷ 15 = 9.333…
    await form.value('remedy_days', '16');
    await shows(() => form.points('remedy_days'), '9.33 / 20');
    const explained = await form.explain('remedy_days');
    for (const part of ['16', '15', '30', '9.33']) assert.ok(explained.includes(part), `${part} in ${explained}`);
    await refused(form, valueOf('remedy_days'), '5.05', /5\.05.*1 位小数/s);
    await refused(form, valueOf('remedy_days'), '-1', /-1.*0.*366/s);
    await form.value('remedy_days', '16');
    await form.value('trained', '85');
    const answers = await form.roundTrip();
    assert.equal(answers.remedy_days.value, '16');
    assert.equal(answers.trained.value, '85');
  });

  test(`best and rank are settled at the check; the range shows what may become of them, ${way}`, async (t) => {
    const form = await example(t, way);
    // Nothing else is answered, so that the total is a range in any case.
    await form.value('found', '80');
    await form.value('alarms', '3');
    await shows(() => form.state('found'), '待结算');
    await shows(() => form.state('alarms'), '待结算');
    assert.equal(await form.points('found'), '0.00–60.00 / 60');
    // the last place has 10 at least
    assert.equal(await form.points('alarms'), '10.00–40.00 / 40');
    assert.match(await form.block('alarms').innerText(), /第 1 名得 40 分，每降 1 名少 5 分，最低 10 分/);
    assert.match(await form.block('alarms').innerText(), /数值最小的排第 1/);
    assert.match(await form.block('found').innerText(), /数值最大的单位得 60 分/);
    assert.match(await form.explain('found'), /核对时按全部单位的数据结算，先按最低计/);
    assert.match(await form.explain('alarms'), /10\.00 = 10（核对时按全部单位的数据结算，先按最低计）/);
    await refused(form, valueOf('found'), '10001', /10001.*10000/s);
    await refused(form, valueOf('alarms'), '1.5', /1\.5/);
    await form.value('found', '80');
    await form.value('alarms', '3');
    const answers = await form.roundTrip();
    assert.equal(answers.found.value, '80');
    assert.equal(answers.alarms.value, '3');
    assert.equal(await form.state('found'), '待结算');
  });
}
