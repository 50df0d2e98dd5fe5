// The task register fills in the tasks that the unit leads and supports.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

const csv = asFile('任务分工.csv', [
  '\uFEFFnumber,title,lead,supporting,supporting',
  '1,义务教育入学“一网通办”,区教育局,区政数局,区卫健局',
  '2,企业开办,区市场监管局,区教育局、区税务局,',
  '3,"电子证照,归集",区政数局,区司法局,市公安局**分局',
  '4,学前教育普惠,区教育局,区教育局,',
  '',
].join('\r\n'));

const json = asFile('任务分工.json', JSON.stringify([
  { number: '1', title: '一网通办', lead: ['区教育局'], supporting: ['区政数局'] },
  { number: '3', title: '电子证照归集', lead: ['区政数局'], supporting: ['市公安局天河分局'] },
]));

/** Number, title and role of every task. */
const listed = async (form) => (await form.tasks()).map(({ number, title, role }) => [number, title, role]);

for (const way of ways) {
  test(`fills in the unit's tasks, once, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    await form.openRegister(csv);
    const tasks = [
      ['1', '义务教育入学“一网通办”', '牵头'],
      ['2', '企业开办', '配合'],
      ['4', '学前教育普惠', '牵头'],
    ];
    await shows(() => listed(form), tasks);
    assert.equal(await form.notice(), '已添加 3 项任务。');
    assert.equal(await form.points('tasks'), '0.00 / 60', 'a register completes nothing');

    await form.openRegister(csv);
    await until(() => form.notice(), (said) => /都已在表中/.test(said));
    assert.deepEqual(await listed(form), tasks);

    await form.removeTask('2');
    await form.openRegister(csv);
    await shows(() => listed(form), [tasks[0], tasks[2], tasks[1]]);
  });

  test(`knows a unit by the district's name, too, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.district('天河');
    await form.chooseUnit('市公安局天河分局');
    await form.openRegister(json);
    await shows(() => listed(form), [['3', '电子证照归集', '配合']]);
    await form.undo();
    await shows(() => form.rows(), 0);
    await form.openRegister(csv); // masked there
    await shows(() => listed(form), [['3', '电子证照,归集', '配合']]);
  });

  test(`is refused in words before a unit is chosen, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openRegister(csv);
    await until(() => page.locator('.notice p').allInnerTexts(), (all) => all.some((said) => /请先选择单位/.test(said)));
    assert.equal(await form.rows(), 0);
  });

  test(`says so where it cannot be read or has nothing for the unit, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区妇联');
    await form.addTask({ title: '已有的任务' });
    assert.match(await form.openRefused(csv, 'register'), /没有区妇联的任务/);
    assert.match(await form.openRefused(asFile('甲.csv', '一,二,三\r\n1,2,3\r\n'), 'register'), /没有「序号、任务名称、牵头单位」/);
    assert.match(await form.openRefused(asFile('乙.json', '[{"number": "1",'), 'register'), /第 1 行第 \d+ 列/);
    assert.deepEqual(await form.tasks('title'), ['已有的任务']);
  });
}
