// A block copied from Excel or WPS becomes rows, after a look at what goes where.
import assert from 'node:assert/strict';
import test from 'node:test';
import { FormPage, task } from './form_page.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

// As Excel copies cells: tabs between them, CRLF after each row, quotes around cells with line breaks.
const withHeading = [
  '序号\t工作任务\t牵头/配合\t完成率\t是否调试\t申报份额\t理由说明\t佐证材料',
  '1\t义务教育入学“一网通办”\t牵头\t100%\t\t\t\t1-1、1-2',
  '2\t"校外培训机构\n审批系统"\t牵头\t70%\t是\t\t"系统已进入""调试""阶段"\t1-3',
  '3\t政务服务事项标准化\t配合\t62.5%\t\t50%\t16个事项完成10个\t2-2',
  '',
].join('\r\n');

const rows = [
  { number: '1', title: '义务教育入学“一网通办”', role: '牵头', completion: '100%', debugging: false, claim: '', note: '', evidence: '1-1、1-2' },
  { number: '2', title: '校外培训机构\n审批系统', role: '牵头', completion: '70%', debugging: true, claim: '', note: '系统已进入"调试"阶段', evidence: '1-3' },
  { number: '3', title: '政务服务事项标准化', role: '配合', completion: '62.5%', debugging: false, claim: '50%', note: '16个事项完成10个', evidence: '2-2' },
];

for (const way of ways) {
  test(`with a heading, every column finds its place, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.pasteBlock(withHeading);
    await shows(() => form.columns(), ['序号', '任务', '牵头/配合', '完成率 %', '调试', '申报份额 %', '得分说明（理由）', '佐证']);
    assert.match(await form.paste.innerText(), /共 3 行/);
    assert.equal(await form.paste.getByLabel('第一行是表头').isChecked(), true);
    assert.deepEqual((await form.preview()).map((row) => row[3]), ['100%', '70%', '62.5%']);
    assert.equal(await form.rows(), 0, 'a preview adds nothing');

    await form.applyPaste();
    await shows(() => form.tasks(), rows);
    assert.equal(await form.notice(), '已添加 3 项任务。');
    await shows(() => form.total(), '54.00'); // 60 × (1 + 1 + 0.5 × 0.5) ÷ 2.5
    await form.undo();
    await shows(() => form.rows(), 0);
  });

  test(`without a heading, columns are guessed and can be changed, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '已有的任务' });
    await form.pasteBlock('一网通办\t90\t牵头\t80\t平台已上线\r\n标准化\t75\t配合\t50\t完成10个\r\n');
    await shows(async () => (await form.columns())[2], '牵头/配合');
    assert.equal(await form.paste.getByLabel('第一行是表头').isChecked(), false);

    // The user knows better: the first percentage is the share claimed, the last column a reason.
    await form.mapColumn(1, '任务');
    await form.mapColumn(2, '申报份额 %');
    await form.mapColumn(4, '完成率 %');
    await form.mapColumn(5, '得分说明（理由）');
    await shows(() => form.columns(), ['任务', '申报份额 %', '牵头/配合', '完成率 %', '得分说明（理由）']);
    await form.applyPaste();
    const blank = { debugging: false, evidence: '' };
    await shows(async () => (await form.tasks()).slice(1), [
      { ...blank, number: '2', title: '一网通办', role: '牵头', completion: '80', claim: '90', note: '平台已上线' },
      { ...blank, number: '3', title: '标准化', role: '配合', completion: '50', claim: '75', note: '完成10个' },
    ]);
  });

  test(`a field takes one column, and a column can be left out, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.pasteBlock('1\t甲\t乙\r\n');
    await form.mapColumn(2, '任务');
    await form.mapColumn(3, '任务');
    await shows(async () => (await form.columns()).filter((name) => name === '任务').length, 1);
    await form.mapColumn(1, '不导入');
    await form.applyPaste();
    await shows(async () => (await form.taskAt(0)).title, '乙');
  });

  test(`a heading that is none becomes a row again, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.pasteBlock(withHeading);
    await form.paste.getByLabel('第一行是表头').uncheck();
    await shows(async () => (await form.preview()).length, 4);
    await form.applyPaste();
    await shows(() => form.rows(), 4);
  });

  test(`fractions that may be percentages are pointed out, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.pasteBlock('任务\t牵头/配合\t完成率\r\n一网通办\t牵头\t0.85\r\n标准化\t配合\t1\r\n');
    await form.paste.getByText('如果 0.85 的意思是 85%').waitFor();
    await form.applyPaste();
    await shows(() => form.tasks('completion'), ['0.85', '1']); // as copied: nobody guesses
  });

  test(`cells pasted into the table itself open the preview, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲' });
    await form.copy(withHeading);
    await form.pasteInto(task(0, 'title'));
    await form.paste.waitFor();
    assert.equal(await form.typed(task(0, 'title')), '甲');
    await form.applyPaste();
    await shows(async () => (await form.tasks('title')).slice(1), rows.map((row) => row.title));
  });

  test(`a reason of two lines, pasted into its cell, is a reason and not cells, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({ title: '甲' });
    await form.copy('12项材料已精简10项，\n其余2项待上级批复');
    await form.pasteInto(task(0, 'note'));
    await shows(() => form.typed(task(0, 'note')), '12项材料已精简10项，\n其余2项待上级批复');
  });

  test(`one cell or word pasted into a cell stays there, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.addTask({});
    await form.copy('85%\r\n');
    await form.pasteInto(task(0, 'completion'));
    await shows(() => form.typed(task(0, 'completion')), '85%');
    assert.equal(await form.paste.count(), 0);
  });

  test(`nothing to take is said, and nothing happens, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.pasteBlock('\t\t\r\n\t\t\r\n');
    await form.button('取消').click();
    await form.paste.waitFor({ state: 'detached' });
    assert.equal(await form.rows(), 0);
    await form.pasteBlock('a\t'.repeat(3) + '\r\n' + '多'.repeat(5001));
    await form.paste.getByRole('alert').waitFor();
    assert.match(await form.paste.getByRole('alert').innerText(), /第 2 行.*5001/s);
    assert.equal(await form.rows(), 0);
  });
}
