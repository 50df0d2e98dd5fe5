// Groups and the total: weights by class, what does not apply, bonus and penalty, vetoes, grades, the explanations.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openScheme } from './kinds_page.mjs';
import { fillWorkSafety } from './kinds_example.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

for (const way of ways) {
  test(`weights go by the class of the unit, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });
    await fillWorkSafety(form, { pledges: 'none' });
    // Best and rank are pending: results 0 + 10 to 60 + 40 of 100. Duties 60, supervision 100, teaching 100.
    // Trade: 0.2×60 + 0.5×100 + 0.2×100 + 0.1×(10 to 100) = 82 + 1 to 82 + 10
    await shows(() => form.section('基础分'), '83.00–92.00 / 100');
    await shows(() => form.page.locator('h3.group').filter({ hasText: '责任落实' }).locator('.tag').innerText(), '权重 0.2');
    const explained = await form.explainSection('基础分');
    for (const part of ['0.2', '0.5', '0.1', '60', '83']) assert.ok(explained.includes(part), `${part} in ${explained}`);
    // General: 0.3×60 + 0.4×100 + 0.2×100 + 0.1×(10 to 100) = 78 + 1 to 78 + 10
    await form.count('cases', 'closed', '');
    await form.chooseUnit('示例单位三');
    await shows(() => form.section('基础分'), '79.00–88.00 / 100');
    await shows(() => form.page.locator('h3.group').filter({ hasText: '责任落实' }).locator('.tag').innerText(), '权重 0.3');
    // Under 80 there is nothing besides; above, 8: 79 + 0 to 88 + 8
    await shows(() => form.section('附加分'), '0.00–8.00 / 8');
    await until(() => form.range(), (said) => /79\.00–96\.00/.test(said.replaceAll(' ', '')));
    assert.equal(await form.total(), '79.00');
    await until(() => form.page.locator('.total .grade').innerText(), (said) => said === '等次：待定');
  });

  test(`what concerns another class is not asked, and an answer to it is said to be wrong, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });
    await form.count('cases', 'closed', '2');
    await shows(() => form.points('cases'), '6.00 / 15');
    await form.chooseUnit('示例单位三');
    await shows(() => form.state('cases'), '不适用');
    await until(() => form.block('cases').innerText(), (said) => said.includes('只考评行业主管部门，本单位不在其中'));
    const closed = '/answers/cases/occurrences/closed';
    assert.equal(await form.field(closed).count(), 1, 'the answer can be taken out');
    assert.match(await form.beside('/answers/cases'), /不适用|不考核|不在/);
    await form.type(closed, '');
    await shows(() => form.field(closed).count(), 0);
    assert.ok(!(await form.missing()).some((said) => said.includes('办结的案件')));
    assert.match(await form.page.locator('.bars tr').filter({ hasText: '执法办案' }).innerText(), /不适用/);
  });

  test(`a box says that something does not apply; its points are shared out, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });
    await fillWorkSafety(form, { closed: '2' });
    // 30 + 20 + 20 + 2×3 + 15
    await shows(() => form.section('监督检查'), '91.00 / 100');
    const box = form.field('/answers/campaign/applies').locator('input');
    assert.equal(await form.field('/answers/returns/applies').count(), 0, 'only where a clause allows it');
    await box.focus();
    await form.page.keyboard.press('Space');
    await shows(() => form.state('campaign'), '不适用');
    assert.ok(!(await form.field('/answers/campaign/occurrences/undone').isVisible()));
    // 15 ÷ 4 = 3.75 more for each: 33.75 + 23.75 + 23.75 + 6 × 18.75 ÷ 15 = 88.75
    await shows(() => form.section('监督检查'), '88.75 / 100');
    const explained = await form.explainSection('监督检查');
    for (const part of ['18.75', '88.75']) assert.ok(explained.includes(part), `${part} in ${explained}`);
    const answers = await form.roundTrip();
    assert.equal(answers.campaign.applies, false);
    assert.ok(await box.isChecked());
    await box.uncheck();
    await shows(() => form.section('监督检查'), '91.00 / 100');
    assert.equal(await form.typed('/answers/campaign/occurrences/undone'), '0', 'what was typed is still there');
  });

  test(`what is left of a part is scaled to its full marks, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'j-construction-safety', { unit: '示例单位一' });
    for (const [criterion, item, times] of [
      ['licence', 'beyond_licence', '0'], ['licence', 'no_certificate', '0'], ['officers', 'officer_short', '3'],
      ['suppliers', 'lot_unverified', '0'],
    ]) await form.count(criterion, item, times);
    await form.block('officers').getByLabel(/以上|没有|无/).check();
    await form.block('suppliers').getByLabel(/以上|没有|无/).last().check();
    await form.field('/answers/subcontractors/applies').locator('input').check();
    // 25 + (25 − 3×5) + 25 = 60 of 75: 60 × 100 ÷ 75 = 80
    await shows(() => form.section('资质、机构与人员管理'), '80.00 / 100');
    const explained = await form.explainSection('资质、机构与人员管理');
    for (const part of ['60', '75', '80']) assert.ok(explained.includes(part), `${part} in ${explained}`);
    // Nothing else is answered: 0.2 × 80 at least, 80 + 0.2 × 80 at most
    await shows(() => form.total(), '16.00');
    assert.match((await form.range()).replaceAll(' ', ''), /16\.00–96\.00/);
    assert.match(await form.explainBase(), /0\.2 × 80/);
  });

  test(`a bonus counts above a bound; a veto ends it, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'a-government-websites-2019', { unit: '示例单位一' });
    assert.match(await form.page.locator('.group').filter({ hasText: '加分指标' }).innerText(), /加分项，不计入满分/);
    await form.answer('single_veto', '以上情形都没有发生');
    for (const [criterion, item, times] of [
      ['release', 'late_updates', '4'], ['release', 'wrong', '0'], ['release', 'unexplained', '0'],
      ['services', 'guides', '0'], ['services', 'entrances', '0'], ['interaction', 'overdue', '0'],
      ['design', 'links', '0'], ['formats', 'forms', '3'],
    ]) await form.count(criterion, item, times);
    for (const criterion of ['interaction', 'design']) await form.block(criterion).locator('label.none input').check();
    await form.answer('access', '提供无障碍浏览'); // 4
    await form.claim('innovation', '2.5');
    await form.explainInWords('innovation', '首创');
    // 40 − 4×5 + 25 + 20 + 15 = 80, which is not above 80
    await shows(() => form.total(), '80.00');
    await shows(() => form.section('加分指标'), '0.00');
    await form.count('release', 'late_updates', '3'); // 85; 3×2 + 4 + 2.5 = 12.5 besides
    await shows(() => form.section('加分指标'), '12.50');
    await shows(() => form.total(), '97.50');
    assert.equal(await form.page.locator('.total .grade').innerText(), '等次：合格');
    assert.match(await form.explainTotal(), /97\.50?/);
    await form.answer('single_veto', '站点无法访问'); // at most 0
    await shows(() => form.total(), '0.00');
    assert.equal(await form.page.locator('.total .grade').innerText(), '等次：不合格');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.single_veto.done, ['unreachable']);
    assert.deepEqual(answers.release.occurrences, { late_updates: 3, wrong: 0, unexplained: 0 });
    assert.equal(await form.total(), '0.00');
  });

  test(`a veto bounds the total, penalties come off it, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });
    await fillWorkSafety(form);
    // Results 10 to 100 of 100: 90 + 1 to 90 + 10, and 8 besides.
    await shows(() => form.total(), '99.00');
    await until(() => form.range(), (said) => /99\.00.108\.00/.test(said.replaceAll(' ', '')));
    assert.match(await form.page.locator('#total').innerText(), /99\.00–108\.00 \/ 108/);
    await shows(() => form.page.locator('#total .grade').innerText(), '等次：优秀'); // at both ends
    await form.count('mishaps', 'mishap', '2'); // −6
    await form.answer('blamed', '被区级通报'); // −1
    await shows(() => form.total(), '92.00');
    await shows(() => form.section('扣分项').catch(() => form.points('blamed')), '−1.00');
    await shows(() => form.page.locator('#total .grade').innerText(), '等次：待定'); // 92 to 101
    assert.match(await form.explainTotal(), /91 \+ 8 \+ 0 − 7\s+92/);
    assert.deepEqual(await form.partsOfTotal(), {
      基础分: '91.00–100.00 / 100', 附加分: '8.00 / 8', 扣分项: '−7.00',
    });
    await form.takeBack('vetoed', '以上情形都没有发生');
    await until(() => form.beside('/answers/vetoed/done'), (said) => /未填/.test(said));
    await form.field('/answers/vetoed/done').locator('label.option').filter({ hasText: '弄虚作假' }).locator('input').focus();
    await form.page.keyboard.press('Space');
    await shows(() => form.total(), '59.99');
    await shows(() => form.page.locator('#total .grade').innerText(), '等次：不合格');
    assert.match(await form.block('vetoed').innerText(), /合计最高为 59\.99 分/);
    const answers = await form.roundTrip();
    assert.deepEqual(answers.vetoed, { done: ['forged'], note: '', evidence: [] });
    assert.equal(answers.blamed.choice, 'by_district');
  });

  test(`headings follow the nesting of groups, ${way}`, async (t) => {
    const form = await openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });
    const headings = await form.page.locator('.form :is(h2, h3, h4, h5, h6)').evaluateAll((all) => all.map((one) => [
      Number(one.tagName[1]), one.innerText.replace(/\s+/g, ' ').trim(),
    ]));
    const at = (words) => headings.find(([, text]) => text.startsWith(words));
    assert.equal(at('基础分')[0], 2);
    assert.equal(at('责任落实')[0], 3);
    assert.equal(at('4 检查计划')[0], 4);
    assert.equal(at('14 信息采用')[0], 3);
    assert.match(at('扣分项')[1], /倒扣项，不计入满分/);
    for (const [place, [level, text]] of headings.entries()) {
      if (place > 0) assert.ok(level <= headings[place - 1][0] + 1, `${text} leaves out a level`);
    }
  });
}
