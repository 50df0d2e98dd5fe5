// Parts beyond criteria: steps with conditions, grades, classes of units, weights by class.
import assert from 'node:assert/strict';
import test from 'node:test';
import { at, bench, small } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';

const criterion = '/groups/0/indicators/0/criteria/0';

const start = async (t, scheme = small()) => {
  const opened = await bench(t, scheme);
  /** Adds what a part may have, by its words. */
  const add = (words) => opened.page.locator('.open-part').getByRole('button', { name: `＋ ${words}`, exact: true }).last().click();
  return { ...opened, add };
};

test('steps after the rule are added, change their kind and go; a condition is asked on trial', async (t) => {
  const { page, schemes, add } = await start(t);
  await schemes.openPart('规章制度');
  await add('之后的处理（依次）');
  await schemes.has(`${criterion}/modifiers/0/op`, 'cap'); // the list begins with one
  const part = page.locator('.open-part .kind-of').last();
  await part.locator('select').selectOption({ label: '下限' });
  await part.getByRole('button', { name: '添加' }).click();
  await schemes.has(`${criterion}/modifiers/1/op`, 'floor');
  await schemes.field(`${criterion}/modifiers/1/op`).selectOption({ label: '符合条件才计入' });
  await schemes.has(`${criterion}/modifiers/1/op`, 'gate');
  const step = `${criterion}/modifiers/0`;
  await schemes.button('删除「一步处理（第 1 个）」').click();
  await schemes.has(`${step}/op`, 'gate');
  const when = schemes.field(`${step}/when/on`);
  await when.selectOption({ label: '单位回答“是”' });
  await shows(async () => at(await schemes.onBench(), `${step}/when/on`), 'flag');
  await schemes.type(`${step}/when/label/zh`, '是否设有分支机构');
  await until(() => page.locator('.open-part .rule').innerText(), (said) => said.includes('是否设有分支机构'));
  await schemes.tab('试填');
  await until(() => page.locator('.trial').innerText(), (text) => text.includes('是否设有分支机构'));
});

test('classes take units by ticks', async (t) => {
  const { page, schemes } = await start(t);
  await page.locator('.outline').getByRole('button', { name: '＋ 单位分类', exact: true }).click();
  await page.locator('.open-part').getByRole('button', { name: /分类$/ }).last().click();
  await schemes.has('/classes/0/units', []);
  await schemes.type('/classes/0/title/zh', '党群部门');
  const boxes = page.locator('.open-part .options label');
  await shows(() => boxes.allInnerTexts(), ['区档案馆', '区教育局']);
  await boxes.filter({ hasText: '区教育局' }).locator('input').check();
  await schemes.has('/classes/0/units', ['区教育局']);
  await boxes.filter({ hasText: '区档案馆' }).locator('input').check();
  await shows(() => schemes.errors(), []);
  await boxes.filter({ hasText: '区档案馆' }).locator('input').uncheck();
  await schemes.has('/classes/0/units', ['区教育局']);
});

test('grades are added to the total, and the trial gives one', async (t) => {
  const clause = { id: 'grading', mark: '二', text: { zh: '8分以上为优，不满8分为合格。' }, basis: 'notice' };
  const { page, schemes, add } = await start(t, small({ clauses: [clause] }));
  await page.locator('.outline').getByRole('button', { name: '＋ 总分', exact: true }).click();
  await add('等次（从高到低）');
  await add('等次');
  await shows(async () => (await schemes.onBench()).total.grades.length, 2);
  await until(() => schemes.errors(), (all) => all.some((said) => said.includes('没有写明依据的条款')));
  await add('等次的条款');
  await schemes.has('/total/grades_clause', 'grading');
  const grade = (index, member) => `/total/grades/${index}/${member}`;
  await schemes.type(grade(0, 'label/zh'), '优');
  await schemes.type(grade(0, 'bounds/at_least'), '8');
  await schemes.type(grade(1, 'label/zh'), '合格');
  const bounds = page.locator(`fieldset[data-field="${grade(1, 'bounds')}"]`);
  await bounds.getByRole('button', { name: '删除「以上（含）」' }).click();
  await bounds.getByRole('button', { name: '＋ 不满（不含）' }).click();
  await schemes.type(grade(1, 'bounds/below'), '8');
  await schemes.has('/total/grades/1/bounds', { below: '8' });
  await shows(() => schemes.errors(), []);
  await schemes.tab('试填');
  await schemes.chooseUnit('区教育局');
  for (const [answer, expected] of [['已建立', '优'], ['没有建立', '合格']]) {
    await schemes.answer('rules', answer);
    await until(() => page.locator('.trial .summary').innerText(), (text) => text.includes(expected));
  }
});
