// The whole story: a unit's staff fill in, close the browser, come back, hand in a file, and the
// office's copy of the page reads it back to the same figures.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { checkCode, lasting } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

// Worked out by hand from the notice. Weights: lead 1, supporting 0.5.
//
//   1 lead        100 %                full marks  1 × 1    = 1
//   2 lead         70 %, in debugging  full marks  1 × 1    = 1
//   3 lead         85 %, claims 80 %   judged      1 × 0.8  = 0.8
//   4 lead      59.99 %                below 60 %  1 × 0    = 0
//   5 supporting  100 %                full marks  0.5 × 1  = 0.5
//   6 supporting 62.5 %, claims 50 %   judged    0.5 × 0.5  = 0.25
//   7 supporting   40 %                below 60 %  0.5 × 0  = 0
//
// 60 × 3.55 ÷ (4 × 1 + 3 × 0.5) = 213 ÷ 5.5 = 38.7272… → 38.73
const tasks = [
  { number: '1', title: '义务教育入学“一网通办”', role: '牵头', completion: '100', debugging: false, claim: '', note: '', evidence: '1-1、1-2' },
  { number: '2', title: '校外培训机构审批系统', role: '牵头', completion: '70', debugging: true, claim: '', note: '系统已进入调试阶段', evidence: '1-3' },
  { number: '3', title: '民办学校年检材料精简', role: '牵头', completion: '85%', debugging: false, claim: '80', note: '12项材料已精简10项', evidence: '1-4' },
  { number: '4', title: '教师资格认定“零跑动”', role: '牵头', completion: '59.99', debugging: false, claim: '', note: '', evidence: '' },
  { number: '5', title: '企业开办人员子女入学服务', role: '配合', completion: '１００', debugging: false, claim: '', note: '', evidence: '2-1' },
  { number: '6', title: '政务服务事项标准化', role: '配合', completion: '62.5', debugging: false, claim: '50', note: '16个事项完成10个', evidence: '2-2' },
  { number: '7', title: '电子证照归集', role: '配合', completion: '40', debugging: false, claim: '', note: '', evidence: '' },
];

/** Answers every other indicator, watching the total grow by each. */
async function answerTheRest(form) {
  await form.answer('leadership', '未定期召开工作推进会议'); // 4 − 2
  await shows(() => form.total(), '40.73');
  await form.answer('measures', '是');
  await form.answer('measures', '未明确时序进度'); // 6 − 2 − 2
  await form.answer('measures', '未明确目标节点');
  await shows(() => form.points('measures'), '2.00 / 6');
  await form.count('implementation', 'off_schedule', '3'); // 15 − 3 × 2 − 1 × 2
  await form.count('implementation', 'late_reports', '1');
  await shows(() => form.points('implementation'), '7.00 / 15');
  await form.answer('publication', '制定引导市民网上办事的办法和措施'); // 3 of 6
  await form.count('learning', 'visits', '3'); // 3 + 2, at most 4
  await form.count('learning', 'trainings', '2');
  await form.explainInWords('publicity', '区级媒体报道3次');
  await shows(() => form.total(), '56.73'); // 38.73 + 2 + 2 + 7 + 3 + 4
}

const figures = [
  ['完成任务', '38.73', '38.73', '一致'],
  ['“一把手”负责制', '2.00', '2.00', '一致'],
  ['任务细化措施', '2.00', '2.00', '一致'],
  ['部署实施', '7.00', '7.00', '一致'],
  ['制定措施及发布', '3.00', '3.00', '一致'],
  ['学习先进经验', '4.00', '4.00', '一致'],
  ['合计', '56.73', '56.73', '一致'],
];

for (const way of ways) {
  test(`from a blank form to the office's copy, ${way}`, { timeout: 120_000 }, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'selfscore-story-'));
    t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const profile = join(folder, 'profile');

    const first = await open(t, way, { profile });
    let form = new FormPage(first.page);
    assert.equal((await form.units()).length, 35);
    await form.district('天河区');
    await shows(async () => (await form.units()).slice(-4), ['市公安局天河分局', '区税务局', '市生态环境局天河分局', '天河供电局']);
    await form.chooseUnit('市公安局天河分局');
    await form.type('/filled_by', '张三');
    await form.type('/filled_on', '2022-01-10');

    await form.addTask(tasks[0]);
    await shows(() => form.total(), '60.00'); // 60 × 1 ÷ 1
    await shows(() => form.range(), '还可能：60.00–95.00');
    for (const task of tasks.slice(1)) await form.addTask(task);
    await shows(() => form.total(), '38.73');
    await answerTheRest(form);
    await shows(() => form.missing(), []);
    await shows(() => form.range(), '各项已填完');

    const explained = await form.explain('tasks');
    for (const part of [
      '如部门既有牵头任务又有配合任务', '牵头任务权重为1,配合任务权重为0.5', // the clause
      '完成率 85%，酌情给分 → 申报份额 80%', '完成率 59.99% 在 60% 以下 → 不得分', // the numbers
      '213', '5.5', '38.7272', '四舍五入到2位小数', '38.73', // the operations
      '失分 21.27 = 60 − 38.73',
    ]) assert.ok(explained.includes(part), `${part} is not in:\n${explained}`);

    await form.untilSaved();
    await first.close();

    const second = await open(t, way, { profile });
    form = new FormPage(second.page);
    await shows(() => form.total(), '56.73');
    assert.deepEqual(await form.tasks(), tasks);
    assert.equal(await form.typed('/unit'), '市公安局**分局');
    assert.equal(await form.typed('/district'), '天河区');
    assert.equal(await form.typed('/filled_by'), '张三');
    assert.equal(await form.typed('/answers/publicity/note'), '区级媒体报道3次');

    const handedIn = { JSON: await form.exportForm('JSON'), CSV: await form.exportForm('CSV') };
    await second.close();
    assert.equal(handedIn.JSON.name, '自评表_市公安局天河分局_2022.json');
    assert.equal(handedIn.CSV.name, '自评表_市公安局天河分局_2022.csv');
    const document = JSON.parse(handedIn.JSON.text);
    assert.equal(document.sha256, checkCode(document));
    assert.equal(document.score.total, '56.73');
    assert.deepEqual([...handedIn.CSV.bytes.subarray(0, 3)], [0xEF, 0xBB, 0xBF]);

    for (const kind of ['JSON', 'CSV']) await t.test(`the office opens the ${kind} file`, async (t) => {
      const { name, bytes } = handedIn[kind];
      const path = join(folder, name);
      await writeFile(path, bytes);
      const office = await open(t, way);
      const copy = new FormPage(office.page);
      const report = await copy.openFile(path);
      assert.match(report.findings[0], /校验码相符/);
      assert.match(report.findings.at(-1), /文件里的得分与重新计算的完全一致/);
      assert.deepEqual(report.figures, figures);
      assert.equal(await copy.total(), '56.73');
      assert.deepEqual((await copy.tasks('title')), tasks.map((task) => task.title));
      assert.deepEqual(lasting(await copy.exported()), lasting(document));
      await office.close();
    });
  });

  test(`the sample of the format's description gives 76.00, typed by hand, ${way}`, { timeout: 120_000 }, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    await form.addTask({ title: '一网通办', role: '牵头', completion: '85', claim: '80', note: '已上线', evidence: '1-1' });
    await shows(() => form.points('tasks'), '48.00 / 60'); // 60 × 1 × 0.8 ÷ 1
    await form.answer('leadership', /责任[,，]定期召开工作推进会议/);
    await form.answer('measures', '是');
    await form.answer('measures', '未明确时序进度');
    await form.count('implementation', 'off_schedule', '2');
    await form.count('implementation', 'late_reports', '0');
    await form.answer('publication', '制定引导市民网上办事的办法和措施');
    await form.answer('publication', '在部门网站公开优化营商环境政策措施');
    await form.count('learning', 'visits', '1');
    await form.count('learning', 'trainings', '2');
    await shows(() => form.total(), '76.00'); // 48 + 4 + (6 − 2) + (15 − 2 × 2) + 6 + 3
    await shows(() => form.range(), '各项已填完');
    const { score } = await form.exported();
    assert.deepEqual(score, {
      total: '76.00',
      criteria: {
        tasks: '48.00', leadership: '4.00', measures: '4.00', implementation: '11.00', publication: '6.00',
        learning: '3.00',
      },
    });
  });
}
