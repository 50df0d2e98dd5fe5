// Lists of things, each at its level: rows that come, go, move and come back; what counts of them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { entryOf, openScheme } from './kinds_page.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

const example = (t, way) => openScheme(t, way, 'work-safety-example', { unit: '示例单位一' });

for (const way of ways) {
  test(`entries have points by level, number, placement and authors, ${way}`, async (t) => {
    const form = await example(t, way);
    // 省级以上 2 ÷ 3 authors = 0.666…; 市级 1 × 2 for the front page = 2: together 2.666…
    await form.addEntry('articles', { title: '甲', level: '省级以上', authors: '3', note: '某报', evidence: '14-1' });
    await form.addEntry('articles', { title: '乙', level: '市级', placement: '头版头条' });
    await shows(() => form.points('articles'), '2.67 / 5');
    await shows(() => form.entryStanding('articles', 0), '得 0.67 分');
    await shows(() => form.entryStanding('articles', 1), '得 2.00 分');
    const explained = await form.explain('articles');
    for (const part of ['÷ 3', '取小(2.6666…, 5)', '2.67']) assert.ok(explained.includes(part), `${part} in ${explained}`);
    // 区级 0.5 × 4 times × 2 ÷ 2 authors = 2: 4.666…; 省级以上 4 more is above the cap of 5
    await form.addEntry('articles', { title: '丙', level: '区级', times: '4', placement: '头版头条', authors: '2' });
    await shows(() => form.points('articles'), '4.67 / 5');
    await form.addEntry('articles', { title: '丁', level: '省级以上', times: '2' });
    await shows(() => form.points('articles'), '5.00 / 5');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.articles.entries, [
      { title: '甲', level: 'upper', authors: 3, note: '某报', evidence: ['14-1'] },
      { title: '乙', level: 'town', placement: 'headline', note: '', evidence: [] },
      { title: '丙', level: 'area', times: 4, placement: 'headline', authors: 2, note: '', evidence: [] },
      { title: '丁', level: 'upper', times: 2, note: '', evidence: [] },
    ]);
    assert.deepEqual(await form.entryTitles('articles'), ['甲', '乙', '丙', '丁']);
  });

  test(`what is missing or wrong in an entry stands below it, ${way}`, async (t) => {
    const form = await example(t, way);
    await form.addEntry('articles');
    await until(() => form.entryStanding('articles', 0), (said) => /还没有选级别.*另有 1 处/s.test(said));
    await form.fillEntry('articles', 0, { level: '市级' });
    await until(() => form.entryStanding('articles', 0), (said) => /还没有填名称/.test(said) && !/另有/.test(said));
    await form.fillEntry('articles', 0, { title: '甲', authors: '0' });
    await until(() => form.field(entryOf('articles', 0, 'authors')).getAttribute('aria-invalid'), (said) => said === 'true');
    await until(() => form.entryStanding('articles', 0), (said) => /「?0」?.*署名|署名.*0/.test(said));
    await form.fillEntry('articles', 0, { authors: '', times: '两' });
    await until(() => form.entryStanding('articles', 0), (said) => /「两」/.test(said));
    await form.fillEntry('articles', 0, { times: '' });
    await shows(() => form.entryStanding('articles', 0), '得 1.00 分');
  });

  test(`the same title counts once, by the highest level, ${way}`, async (t) => {
    const form = await example(t, way);
    await form.addEntry('honours', { title: '责任制', level: '区级' });
    await form.addEntry('honours', { title: '责任制', level: '市级' });
    await shows(() => form.points('honours'), '2.00 / 3'); // not 1 + 2
    await shows(() => form.entryStanding('honours', 0), '1.00 分，同一名称已计较高的一项，不再计');
    await shows(() => form.entryStanding('honours', 1), '得 2.00 分');
    assert.match(await form.explain('honours'), /同一事项取最高.*取大\(1, 2\)/s);
    await form.fillEntry('honours', 1, { title: '演练' });
    await shows(() => form.points('honours'), '3.00 / 3'); // 1 + 2
    assert.match(await form.block('honours').innerText(), /同一名称只计最高的一项/);
    const heads = await form.block('honours').locator('thead th').allInnerTexts();
    assert.ok(!heads.includes('次数') && !heads.includes('署名人数'), `no columns without effect: ${heads}`);
  });

  test(`that there is none is said with a box, and lasts, ${way}`, async (t) => {
    const form = await example(t, way);
    await shows(() => form.state('honours'), '未填完');
    await form.block('honours').getByLabel(/没有，本单位无此类事项/).check();
    await shows(() => form.points('honours'), '0.00 / 3');
    await until(() => form.state('honours'), (state) => state !== '未填完');
    const answers = await form.roundTrip();
    assert.deepEqual(answers.honours.entries, []);
    assert.ok(await form.block('honours').getByLabel(/没有，本单位无此类事项/).isChecked());
    await form.addEntry('honours', { title: '责任制', level: '区级' }); // then there is one
    assert.equal(await form.block('honours').getByLabel(/没有，本单位无此类事项/).count(), 0);
    await shows(() => form.points('honours'), '1.00 / 3');
    assert.deepEqual((await form.exported()).answers.honours.entries.map(({ title }) => title), ['责任制']);
  });

  test(`entries move, go and come back, ${way}`, async (t) => {
    const form = await example(t, way);
    for (const title of ['甲', '乙', '丙']) await form.addEntry('articles', { title, level: '市级' });
    await shows(() => form.points('articles'), '3.00 / 5');
    await form.entryCommand('articles', '上移第 3 项');
    await shows(() => form.entryTitles('articles'), ['甲', '丙', '乙']);
    await form.entryCommand('articles', '下移第 1 项');
    await shows(() => form.entryTitles('articles'), ['丙', '甲', '乙']);
    await form.fillEntry('articles', 1, { placement: '头版头条', note: '说明', evidence: '1-1' });
    await shows(() => form.points('articles'), '4.00 / 5');
    await form.entryCommand('articles', '删除第 2 项');
    await shows(() => form.entryTitles('articles'), ['丙', '乙']);
    await shows(() => form.points('articles'), '2.00 / 5');
    assert.equal(await form.notice(), '已删除第 2 项。');
    await form.undo();
    await shows(() => form.entryTitles('articles'), ['丙', '甲', '乙']);
    await shows(() => form.points('articles'), '4.00 / 5');
    assert.equal(await form.typed(entryOf('articles', 1, 'note')), '说明');
    assert.equal(await form.typed(entryOf('articles', 1, 'placement')), 'headline');
    await form.untilSaved();
    await form.page.reload();
    await shows(() => form.entryTitles('articles'), ['丙', '甲', '乙']);
    await shows(() => form.points('articles'), '4.00 / 5');
  });

  test(`a list by keyboard alone: Enter goes down and adds, ${way}`, async (t) => {
    const form = await example(t, way);
    const { keyboard } = form.page;
    await form.block('articles').getByRole('button', { name: '添加一项' }).focus();
    await keyboard.press('Enter');
    await form.hasCursor(entryOf('articles', 0, 'title'));
    await keyboard.type('甲');
    await keyboard.press('Enter'); // down: there is none, so one is added
    await form.hasCursor(entryOf('articles', 1, 'title'));
    await keyboard.type('乙');
    await keyboard.press('Shift+Enter');
    await form.hasCursor(entryOf('articles', 0, 'title'));
    await keyboard.press('Tab');
    await form.hasCursor(entryOf('articles', 0, 'level'));
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown'); // 市级
    await keyboard.press('Tab');
    await form.hasCursor(entryOf('articles', 0, 'times'));
    await keyboard.type('2');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown'); // 头版头条
    await keyboard.press('Tab');
    await form.hasCursor(entryOf('articles', 0, 'authors'));
    await keyboard.type('4');
    // 1 × 2 × 2 ÷ 4 authors
    await shows(() => form.entryStanding('articles', 0), '得 1.00 分');
    await keyboard.press('Enter');
    await form.hasCursor(entryOf('articles', 1, 'authors'));
    assert.deepEqual(await form.entryTitles('articles'), ['甲', '乙']);
  });
}
