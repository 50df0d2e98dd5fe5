// A unit's page at the office's desk: figures side by side, their explanations, and settling.
//
// By hand: the sample states 76.00, and 3.00 for 学习先进经验 (a visit, two trainings). With one training its answers
// give 2.00 there and 75.00 in all.
import assert from 'node:assert/strict';
import test from 'node:test';
import { kill, profile } from './faults.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';
import { UnitPage, learned } from './unit_page.mjs';

const reason = { reason: '会议纪要只有一次', reviewer: '王五' };

async function desk(t, way, documents, options) {
  const { page } = await open(t, way, options);
  const unit = new UnitPage(page);
  await unit.give(documents);
  return { page, unit };
}

for (const way of ways) {
  test(`claimed, recomputed and verified stand side by side and are settled within the rule, ${way}`, async (t) => {
    const { page, unit } = await desk(t, way, { '教育.json': learned('区教育局', 1), '财政.json': learned('区财政局', 2) });
    await unit.open('教育.json');
    assert.equal(await unit.unit(), '区教育局');
    await shows(() => unit.totals(), ['76.00', '75.00', '未核定']);
    await shows(() => unit.figures('learning'), ['4', '3.00', '2.00 ▼比自评少 1.00', '–未核定']);
    assert.deepEqual((await unit.figures('leadership')).slice(1, 3), ['4.00', '4.00 ＝与自评一致']);
    await shows(() => unit.totalRow(), ['95', '76.00', '75.00 ▼比自评少 1.00', '–未核定']);

    // By keyboard: the row opens the explanation and what the unit says.
    await unit.row('learning').getByRole('button').focus();
    await page.keyboard.press('Enter');
    const panel = unit.panel('learning');
    await until(() => panel.innerText(), (words) => words.includes('学习先进经验 2.00 ='));
    assert.match(await panel.locator('.told').innerText(), /培训[^\n]*\n1/);

    // What is typed stays; it is refused with the range.
    await unit.fill('learning', { points: '9', ...reason });
    await unit.press('learning', '核定');
    await shows(() => unit.why('learning', 'points'), '✕核定分 9 超出范围：本项可以是 0 到 4 分。');
    assert.equal(await unit.field('learning', 'points').inputValue(), '9');
    await unit.fill('learning', { points: '2。5' });
    await until(() => unit.why('learning', 'points'), (words) => words.includes('2.5'));
    await unit.fill('learning', { points: '2.5', reason: '' });
    await unit.press('learning', '核定');
    await shows(() => unit.why('learning', 'reason'), '✕请写明核定的理由。');
    assert.equal((await unit.kept()).decisions, 0);
    await unit.fill('learning', { reason: reason.reason });
    await unit.press('learning', '核定');
    await shows(() => unit.figures('learning'), ['4', '3.00', '2.00 ▼比自评少 1.00', '2.50 ▲比复算多 0.50']);
    await shows(() => unit.totalRow(), ['95', '76.00', '75.00 ▼比自评少 1.00', '75.50 ▲比复算多 0.50']);
    await shows(() => unit.totals(), ['76.00', '75.00', '75.50']);
    const [first] = await unit.decisions('learning');
    assert.match(first, /王五 · 核定 2\.50 分 · 会议纪要只有一次 ✓有效$/);

    // It is still there when the page is loaded again.
    await until(() => unit.kept(), ({ decisions }) => decisions === 1);
    await page.reload();
    await shows(() => unit.totals(), ['76.00', '75.00', '75.50']);
    await unit.openRow('learning');
    assert.equal(await unit.field('learning', 'reviewer').inputValue(), '王五');
    await unit.press('learning', '采用复算分');
    await shows(() => unit.totals(), ['76.00', '75.00', '75.00']);
    await shows(async () => (await unit.decisions('learning')).map((words) => words.slice(-3)), ['已替换', '✓有效']);

    // Undo brings the former decision back; nothing that was decided is lost.
    await unit.undo();
    await shows(() => unit.totals(), ['76.00', '75.00', '75.50']);
    await shows(async () => (await unit.decisions('learning')).length, 3);
    await unit.press('learning', '撤回核定');
    await shows(() => unit.totals(), ['76.00', '75.00', '未核定']);
  });

  test(`a task of the register that is left out is in the explanation, ${way}`, async (t) => {
    const { unit } = await desk(t, way, { '教育.json': learned('区教育局', 2) });
    await unit.register('number,title,lead\n1,义务教育入学,区教育局\n2,企业开办,区教育局\n');
    await unit.open('教育.json');
    // 60 × (0.8 + 0) ÷ 2 instead of 48.
    await shows(() => unit.figures('tasks'), ['60', '48.00', '24.00 ▼比自评少 24.00', '–未核定']);
    await unit.openRow('tasks');
    const words = await unit.panel('tasks').locator('.explanation').innerText();
    assert.match(words, /完成任务 24\.00/);
    await shows(async () => (await unit.page.locator('[data-found="task_missing"]').innerText()).includes('企业开办'), true);
  });

  test(`two forms of a unit are compared field by field and in points, ${way}`, async (t) => {
    const earlier = learned('区教育局', 2, (form) => { form.exported_at = '2022-01-10T09:00:00+08:00'; form.phone = '111'; });
    const { page, unit } = await desk(t, way, { '旧.json': earlier, '新.json': learned('区教育局', 1) });
    await unit.open('新.json');
    await shows(() => unit.differences('points'), [['学习先进经验', '3.00', '2.00'], ['合计', '76.00', '75.00']]);
    const fields = await unit.differences('fields');
    assert.deepEqual(fields.map(([, before, after]) => [before, after]), [['111', '000-0000'], ['2', '1']]);
    // The earlier one is not settled, and leads to the one that counts.
    await unit.open('旧.json');
    await page.locator('[data-counts-instead]').waitFor();
    await unit.openRow('learning');
    assert.equal(await unit.panel('learning').locator('.settle').count(), 0);
    await page.locator('[data-counts-instead]').click();
    await page.locator('[data-fact="file"]').filter({ hasText: '新.json' }).waitFor();
  });

  test(`equal cases are settled together, those that are ticked, and undone together, ${way}`, async (t) => {
    const { page, unit } = await desk(t, way, {
      '教育.json': learned('区教育局', 1), '财政.json': learned('区财政局', 1), '信访.json': learned('区信访局', 1),
      '统计.json': learned('区统计局', 2),
    });
    await unit.open('教育.json');
    await unit.openRow('learning');
    const panel = unit.panel('learning');
    await panel.getByRole('button', { name: '同类情况一起核定' }).click();
    await shows(() => panel.locator('[data-alike-units] li').allInnerTexts(), [
      '区教育局（自评 3.00，复算 2.00）', '区财政局（自评 3.00，复算 2.00）', '区信访局（自评 3.00，复算 2.00）']);
    await panel.locator('[data-alike-units] li').filter({ hasText: '区信访局' }).locator('input').uncheck();
    await page.locator('[data-field="alike-learning-reviewer"]').fill('赵六');
    await panel.locator('[data-command="alike"]').click();
    await shows(async () => (await page.locator('#alike-learning-reason-why').innerText()).trim(), '✕请写明核定的理由。');
    assert.equal((await unit.kept()).decisions, 0);
    await page.locator('[data-field="alike-learning-reason"]').fill('培训只有一次');
    assert.equal((await panel.locator('[data-command="alike"]').innerText()).trim(), '核定所选 2 个单位');
    await panel.locator('[data-command="alike"]').click();
    await shows(() => unit.totals(), ['76.00', '75.00', '75.00']);
    await unit.open('财政.json');
    await shows(async () => (await unit.figures('learning'))[3], '2.00 ＝与复算一致');
    await unit.open('信访.json');
    await shows(() => unit.totals(), ['76.00', '75.00', '未核定']);
    await unit.undo();
    await unit.open('财政.json');
    await shows(() => unit.totals(), ['76.00', '75.00', '未核定']);
  });

  test(`what two colleagues decided apart is shown with both, and one is chosen, ${way}`, async (t) => {
    const decision = (id, reviewer, points, at) => ({
      id, unit: '区教育局', criterion: 'learning', points, reason: `${reviewer}看过`, reviewer, at,
    });
    const form = learned('区教育局', 1);
    const check = {
      format: 'selfscore/check', version: 1, register: '', forms: [{ file: '教育.json', received: '', form }],
      decisions: [decision('a', '王五', '1', '2022-01-20T09:00:00+08:00'), decision('b', '赵六', '2', '2022-01-20T10:00:00+08:00')],
    };
    const { page, unit } = await desk(t, way, { '核对.json': check });
    await until(() => unit.kept(), (kept) => kept['教育.json'] && kept.decisions === 2);
    await unit.open('教育.json');
    await shows(async () => (await unit.figures('learning'))[3], '✕两人核定不同');
    await unit.openRow('learning');
    await unit.fill('learning', { reviewer: '处长' });
    const clash = unit.panel('learning').locator('.clash');
    await shows(async () => (await clash.locator('li').allInnerTexts()).map((words) => /(王五|赵六) · 核定 [\d.]+ 分/.exec(words)?.[0]), ['王五 · 核定 1.00 分', '赵六 · 核定 2.00 分']);
    await clash.locator('li').filter({ hasText: '赵六' }).getByRole('button').click();
    await shows(() => unit.totals(), ['76.00', '75.00', '75.00']);
    await shows(() => clash.count(), 0);
    await shows(async () => (await unit.decisions('learning')).map((words) => words.slice(-3)), ['已替换', '已替换', '✓有效']);
    await unit.undo();
    await shows(async () => (await unit.figures('learning'))[3], '✕两人核定不同');
    await page.locator('.one-unit').waitFor();
  });

  test(`a file is taken off the desk and brought back; its date makes it late, ${way}`, async (t) => {
    const { page, unit } = await desk(t, way, { '教育.json': learned('区教育局', 1) });
    await unit.open('教育.json');
    const state = page.locator('[data-fact="state"] b');
    await shows(() => state.innerText(), '待核定');
    await page.locator('[data-field="unit-received"]').fill('2022-01-16');
    await page.locator('[data-field="unit-received"]').blur();
    await shows(() => state.innerText(), '视为放弃考核');
    await page.getByRole('button', { name: '移除这份文件' }).click();
    await page.getByText('核对桌上没有这份文件').waitFor();
    await unit.undo();
    await shows(() => state.innerText(), '视为放弃考核');
  });

  test(`R05 a browser that is killed while the desk is settled loses no decision that was called saved, ${way}`, async (t) => {
    const folder = await profile(t);
    const first = await desk(t, way, { '教育.json': learned('区教育局', 1), '财政.json': learned('区财政局', 2) }, { profile: folder });
    await first.unit.open('教育.json');
    await first.unit.openRow('learning');
    await first.unit.fill('learning', { points: '2.5', ...reason });
    await first.unit.press('learning', '核定');
    await until(() => first.unit.decisions('learning'), (all) => all.length === 1);
    await first.unit.fill('learning', { points: '1.5', reason: '第二次核对' });
    await first.unit.press('learning', '核定');
    await until(() => first.unit.decisions('learning'), (all) => all.length === 2);
    await first.unit.untilKept();
    await kill(folder);
    const second = await open(t, way, { profile: folder });
    const unit = new UnitPage(second.page);
    await second.page.evaluate(() => { location.hash = '#/check'; });
    await unit.open('教育.json');
    await shows(() => unit.totals(), ['76.00', '75.00', '74.50']);
    await unit.openRow('learning');
    await shows(async () => (await unit.decisions('learning')).map((words) => words.slice(-3)), ['已替换', '✓有效']);
    // Both forms are there, and what was settled can still be taken back.
    assert.deepEqual(Object.keys(await unit.kept()).sort(), ['decisions', '教育.json', '财政.json'].sort());
    await unit.press('learning', '撤回核定');
    await shows(() => unit.totals(), ['76.00', '75.00', '未核定']);
  });

  test(`while the browser's storage is read nothing is said to be missing, ${way}`, async (t) => {
    const { page, unit } = await desk(t, way, { '教育.json': learned('区教育局', 1) });
    await unit.open('教育.json');
    await page.addInitScript(() => {
      // Whatever the page says at any time.
      window.said = [];
      new MutationObserver(() => window.said.push(document.querySelector('.office')?.textContent ?? ''))
        .observe(document, { childList: true, subtree: true, characterData: true });
    });
    const ever = (words) => page.evaluate((words) => window.said.some((text) => text.includes(words)), words);
    await page.reload();
    await shows(() => unit.totals(), ['76.00', '75.00', '未核定']);
    assert.equal(await ever('核对桌上没有这份文件'), false);
    assert.equal(await ever('正在读取……'), true);
    await page.evaluate(() => { location.hash = '#/check/results'; });
    await page.locator('.results').waitFor();
    await page.reload();
    await page.locator('.results').waitFor();
    assert.equal(await ever('还没有收到报送表'), false);
    // What is not there is said once that is known.
    await page.evaluate(() => { location.hash = '#/check/unit/0000000000000000'; });
    await page.getByText('核对桌上没有这份文件').waitFor();
  });
}

test('on a narrow screen nothing runs out of the page, site', async (t) => {
  const { page, unit } = await desk(t, 'site', { '教育.json': learned('区教育局', 1), '财政.json': learned('区财政局', 1) },
    { viewport: { width: 390, height: 800 } });
  await unit.open('教育.json');
  await unit.openRow('learning');
  await unit.panel('learning').getByRole('button', { name: '同类情况一起核定' }).click();
  await unit.panel('learning').locator('[data-alike-units] li').first().waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
