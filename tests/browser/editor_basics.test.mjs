// Writing a scheme: texts, points, order, units; undo; what is kept; a way into use.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile } from './documents.mjs';
import { bench, builtin, completed, notice, schemesPage, small } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';

const group = '/groups/1/indicators/0';
const leadership = `${group}/criteria/0`;

test('a copy of the program’s scheme has an id of its own; of an opened one, the next revision', async (t) => {
  const { schemes } = await schemesPage(t);
  await schemes.editCopy(notice);
  await shows(() => schemes.verdict(), '没有发现问题');
  const copy = await schemes.onBench();
  assert.deepEqual({ ...copy, id: builtin().id }, builtin(), 'nothing else differs');
  assert.equal(copy.id, 'business-environment-2021-copy');
  await schemes.tool('放弃编辑').click();
  await schemes.tool('确认放弃').click();
  await schemes.openScheme(asFile('小方案.json', small()));
  await schemes.editCopy('小方案');
  assert.deepEqual(await schemes.onBench(), small({ revision: 2 }));
});

test('texts, points, options, order, units and the deadline change as they are typed', async (t) => {
  const { schemes } = await schemesPage(t);
  await schemes.editCopy(notice);
  await schemes.type('/due', '2027-01-31');
  await schemes.type('/title/zh', '明年的方案');
  await schemes.has('/due', '2027-01-31');
  await schemes.has('/title/zh', '明年的方案');

  await schemes.openPart('考评对象');
  await schemes.field('/units').fill('甲局\n\n 乙局 \r\n丙局\n');
  await schemes.field('/units').blur();
  await schemes.has('/units', ['甲局', '乙局', '丙局']);

  await schemes.openPart('“一把手”负责制');
  await schemes.type(`${leadership}/title/zh`, '主要负责人');
  await until(() => schemes.outline(), (all) => all.includes('主要负责人'));
  await schemes.type(`${leadership}/rule/options/1/points`, '１．５'); // as an input method types them
  await schemes.has(`${leadership}/rule/options/1/points`, '1.5');
  await schemes.has(`${leadership}/title`, { zh: '主要负责人', en: 'Top-official responsibility' });
  await shows(() => schemes.verdict(), '没有发现问题');

  await schemes.button('下移「主要负责人」').click();
  await shows(async () => (await schemes.onBench()).groups[1].indicators[0].criteria.map(({ id }) => id), ['measures', 'leadership']);
  await shows(() => schemes.typed(`${group}/criteria/1/title/zh`), '主要负责人'); // it is still the one that is open
});

test('points that do not add up are said, with a way to the field; put right, nothing is left', async (t) => {
  const { page, schemes } = await schemesPage(t);
  await schemes.editCopy(notice);
  await schemes.openPart('“一把手”负责制');
  await schemes.type(`${leadership}/points`, '5');
  const errors = await until(() => schemes.errors(), (all) => all.length > 0);
  assert.ok(errors.some((said) => said.includes('5') || said.includes('10')), errors.join('\n'));
  assert.equal(await page.locator('.outline .current .error').count(), 1, 'marked in the outline');
  await schemes.openPart('总的规定');
  const field = await schemes.follow(errors[0].slice(2, 12));
  assert.match(field, /^\/groups\/1\/indicators\/0/);
  await schemes.openPart('“一把手”负责制');
  await schemes.type(`${leadership}/points`, '4');
  await shows(() => schemes.verdict(), '没有发现问题');
});

test('what is no number is said beside its field, and stands as it was typed', async (t) => {
  const { schemes } = await schemesPage(t);
  await schemes.editCopy(notice);
  await schemes.openPart('“一把手”负责制');
  await schemes.type(`${leadership}/points`, '四分');
  const beside = await until(() => schemes.beside(`${leadership}/points`), (said) => said.length === 1);
  assert.match(beside[0], /四分/);
  assert.equal(await schemes.typed(`${leadership}/points`), '四分');
  assert.ok(await schemes.tool('启用到本页').isDisabled());
  await schemes.tab('试填');
  await until(() => schemes.page.locator('.editor .gap').first().innerText(), (said) => said.includes('方案有错误'));
  await schemes.tab('编辑');
  await schemes.type(`${leadership}/points`, '4');
  await shows(() => schemes.beside(`${leadership}/points`), []);
  await shows(() => schemes.tool('启用到本页').isDisabled(), false);
});

test('typing at one place is one step of undo, by buttons and by keys', async (t) => {
  const { page, schemes } = await bench(t);
  assert.ok(await schemes.tool('撤销').isDisabled());
  const title = schemes.field('/title/zh');
  await title.click();
  await page.keyboard.press('End');
  await page.keyboard.type('二〇二七');
  await schemes.has('/title/zh', '小方案二〇二七');
  await schemes.type('/due', '2027-02-28');
  await schemes.has('/due', '2027-02-28');
  await schemes.tool('撤销').click();
  await schemes.has('/due', '2027-01-15');
  await title.focus();
  await page.keyboard.press('Control+z');
  await shows(() => schemes.typed('/title/zh'), '小方案');
  assert.ok(await schemes.tool('撤销').isDisabled());
  await page.keyboard.press('Control+Shift+Z');
  await shows(() => schemes.typed('/title/zh'), '小方案二〇二七');
  await schemes.tool('重做').click();
  await schemes.has('/due', '2027-02-28');
  assert.ok(await schemes.tool('重做').isDisabled());
});

test('edits outlive a reload; another scheme does not replace them unasked; discarding asks', async (t) => {
  const { page, schemes } = await schemesPage(t);
  await schemes.editCopy(notice);
  await schemes.type('/title/zh', '写了一半');
  await schemes.has('/title/zh', '写了一半');
  await page.reload();
  await schemes.visit();
  await schemes.command(completed, '复制并编辑');
  await until(() => page.locator('.ask').innerText(), (said) => said.includes('上次的编辑将无法恢复'));
  await schemes.button('暂不编辑').click();
  assert.equal((await schemes.onBench()).title.zh, '写了一半');
  await schemes.button('继续编辑上次的方案').click();
  await shows(() => schemes.typed('/title/zh'), '写了一半');
  await schemes.tool('收起（保留编辑）').click();
  await schemes.button('继续编辑上次的方案').click();
  await shows(() => schemes.typed('/title/zh'), '写了一半');
  await schemes.tool('放弃编辑').click();
  await schemes.tool('不放弃').click();
  assert.equal((await schemes.onBench()).title.zh, '写了一半');
  await schemes.tool('放弃编辑').click();
  await schemes.tool('确认放弃').click();
  await page.locator('.schemes').waitFor();
  assert.equal(await schemes.onBench(), null);
  assert.equal(await schemes.button('继续编辑上次的方案').count(), 0);
});

test('another scheme replaces what was left once that is agreed to', async (t) => {
  const { page, schemes } = await bench(t);
  await schemes.tool('收起（保留编辑）').click();
  await schemes.command(notice, '复制并编辑');
  await schemes.button('放弃上次的编辑，编辑这个').click();
  await page.locator('.editor').waitFor();
  await schemes.has('/id', 'business-environment-2021-copy');
});

test('a sound scheme comes into use, and a form is filled in by it', async (t) => {
  const { page, schemes } = await bench(t);
  await schemes.type('/title/zh', '明年的小方案');
  await schemes.openPart('规章制度');
  await schemes.tried();
  await schemes.tool('启用到本页').click();
  await until(() => schemes.notice(), (said) => said.includes('明年的小方案'));
  await shows(async () => (await schemes.listed()).slice(2).map(([name]) => name), ['小方案（修订 1）', '明年的小方案（修订 2）']);
  assert.equal(await schemes.onBench(), null, 'done with');
  await page.locator('.schemes li').last().getByRole('button', { name: '用这个方案填报' }).click();
  await schemes.answer('rules', '已建立');
  await shows(() => schemes.total(), '10.00');
  await page.reload();
  await shows(() => schemes.total(), '10.00');
});

test('a scheme with an error does not come into use, even where it could be scored', async (t) => {
  const { schemes } = await bench(t);
  await schemes.openPart('规章制度');
  const option = '/groups/0/indicators/0/criteria/0/rule/options/0/points';
  await schemes.type(option, '8'); // full marks that no answer reaches
  await until(() => schemes.errors(), (all) => all.length > 0);
  assert.ok(await schemes.tool('启用到本页').isDisabled(), 'the hint says that no error may be left');
  await schemes.type(option, '10');
  await until(() => schemes.errors(), (all) => all.length === 0);
  assert.ok(!await schemes.tool('启用到本页').isDisabled());
});

test('a name is changed with all that refers to it; one that is taken is refused', async (t) => {
  const { schemes } = await bench(t);
  await schemes.openPart('规章制度');
  const criterion = '/groups/0/indicators/0/criteria/0';
  await schemes.type(`${criterion}/clauses/0/id`, 'founding');
  await schemes.field(`${criterion}/clauses/0/id`).blur();
  await schemes.has(`${criterion}/clauses/0/id`, 'founding');
  const { rule } = (await schemes.onBench()).groups[0].indicators[0].criteria[0];
  assert.deepEqual(rule.options.map(({ clause }) => clause), ['founding', 'founding']);
  await schemes.type(`${criterion}/rule/options/0/id`, 'no');
  await schemes.field(`${criterion}/rule/options/0/id`).blur();
  await until(() => schemes.notice(), (said) => said.includes('no'));
  await schemes.has(`${criterion}/rule/options/0/id`, 'yes');
  await shows(() => schemes.typed(`${criterion}/rule/options/0/id`), 'yes');
});
