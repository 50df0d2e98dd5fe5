// Every kind of rule is added without code of its own, and comes to use once the check is content.
import assert from 'node:assert/strict';
import test from 'node:test';
import { at, bench } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';

const indicator = '/groups/0/indicators/0';
const added = `${indicator}/criteria/1`;

const kinds = {
  tasks: '任务加权平均',
  choice: '选一项（分档）',
  deduction: '扣分',
  checklist: '逐项得分',
  count: '按次数得分，有上限',
  value: '按数值得分',
  judged: '酌情给分',
  entries: '按级别逐条得分',
  assessed: '评分人平均分',
  best: '与最好单位成比例',
  rank: '按名次',
  veto: '一票否决',
  record: '只登记，不计分',
};

const start = async (t) => {
  const opened = await bench(t);
  await opened.schemes.openPart('1 规章制度');
  return opened;
};

test('the kinds of rule are all offered, by their names', async (t) => {
  const { schemes } = await start(t);
  const offered = await schemes.page.locator('.outline .kind-of select').first().locator('option').allTextContents();
  assert.deepEqual(offered.slice(1).sort(), Object.values(kinds).sort());
});

for (const [kind, words] of Object.entries(kinds)) {
  test(`a criterion of the kind ${kind} is added, drawn, judged and taken back`, async (t) => {
    const { page, schemes } = await start(t);
    const before = await schemes.onBench();
    await schemes.addCriterion(words);
    await shows(async () => at(await schemes.onBench(), `${added}/rule/kind`), kind);
    const { id } = at(await schemes.onBench(), added);
    await shows(() => schemes.typed(`${added}/id`), id);
    assert.equal(await schemes.field(`${added}/rule/kind`).inputValue(), kind);
    // Titles and words are blank: that is said. Where points are counted, they no longer add up,
    // and the scheme stays out of use.
    const said = await until(() => schemes.doubts(), (all) => all.length > 0);
    assert.ok(said.every((one) => !/undefined|[{}]/.test(one)), said.join('\n'));
    const counted = !['veto', 'record'].includes(kind);
    assert.equal((await schemes.errors()).length > 0, counted, said.join('\n'));
    assert.equal(await schemes.tool('启用到本页').isDisabled(), counted);
    // Every finding is a way to a field, or to the part.
    for (const link of await page.locator('.doubts li a').all()) {
      // A click that falls on the very moment in which the list is drawn anew is made again.
      const follow = async () => {
        await link.click();
        return page.evaluate(() => document.activeElement.dataset.field ?? document.activeElement.id);
      };
      await until(follow, (focus) => focus.startsWith('/') || focus === 'open-part');
    }
    for (const tab of ['看表格', '试填', '编辑']) await schemes.tab(tab);
    await schemes.switchLanguage();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await schemes.switchLanguage();
    assert.deepEqual(await schemes.onBench(), before, 'one step back, all is as before');
  });
}

test('a criterion makes points differ; put right by hand, the scheme comes into use', async (t) => {
  const { page, schemes } = await start(t);
  await schemes.addCriterion(kinds.count);
  await shows(() => schemes.typed(`${added}/rule/kind`), 'count');
  await schemes.type(`${added}/title/zh`, '培训');
  await schemes.type(`${added}/points`, '5');
  await schemes.type(`${added}/rule/cap`, '5');
  await schemes.type(`${added}/rule/items/0/label/zh`, '培训次数');
  // 10 of the criterion that was there and 5 of the new one, while the indicator says 10.
  await shows(() => schemes.errors(), ['✕ 错误: 写的是 10 分，各项相加是 15 分。']);
  assert.equal(await schemes.follow('各项相加是 15 分'), `${indicator}/points`);
  await schemes.page.keyboard.type('15'); // what stands there is selected
  await shows(() => schemes.errors(), []);
  const { id } = at(await schemes.onBench(), added);
  await schemes.tool('启用到本页').click();
  await until(() => schemes.notice(), (said) => said.includes('已打开方案'));
  await schemes.row('小方案', 2).getByRole('button', { name: '用这个方案填报' }).click();
  await schemes.answer('rules', '已建立');
  await schemes.count(id, 'item-1', '3'); // one point each
  await shows(() => schemes.total(), '13.00');
});
