// A file becomes a new draft, with a report on it: stated beside recomputed figures, line by line.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, checkCode, lasting, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

const titles = ['完成任务', '“一把手”负责制', '任务细化措施', '部署实施', '制定措施及发布', '学习先进经验', '合计'];
const points = ['48.00', '4.00', '4.00', '11.00', '6.00', '3.00', '76.00'];

for (const way of ways) {
  test(`a file as exported is the same line by line, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const report = await form.openFile(asFile('自评表.json', sealed(sample())));
    assert.match(report.findings[0], /校验码相符/);
    assert.match(report.findings.at(-1), /完全一致/);
    assert.deepEqual(report.figures, titles.map((title, at) => [title, points[at], points[at], '一致']));
    const again = await form.exported();
    assert.equal(again.sha256, checkCode(again));
    assert.match(again.scheme.sha256, /^[0-9a-f]{64}$/);
    delete again.scheme.sha256; // the sample states none
    assert.deepEqual(lasting(again), lasting(sample()));
  });

  test(`figures changed by hand are named one by one, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const tampered = sealed(sample());
    tampered.score.criteria.tasks = '58.00';
    tampered.score.total = '86.00';
    const report = await form.openFile(asFile('改过.json', tampered));
    assert.match(report.findings[0], /校验码不符/);
    assert.match(report.findings.at(-1), /有 2 个数与重新计算的不一致，以重新计算的为准/);
    assert.deepEqual(report.figures[0], ['完成任务', '58.00', '48.00', '✕ 不一致']);
    assert.deepEqual(report.figures[6], ['合计', '86.00', '76.00', '✕ 不一致']);
    assert.deepEqual(report.figures.slice(1, 6), titles.slice(1, 6).map((title, at) => [title, points[at + 1], points[at + 1], '一致']));
    assert.equal(await form.total(), '76.00');
    assert.equal((await form.exported()).score.total, '76.00');
  });

  test(`an answer changed by hand shows in the figures and the check code, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const tampered = sealed(sample());
    tampered.answers.tasks.tasks[0].completion = '100';
    delete tampered.answers.tasks.tasks[0].claim;
    const report = await form.openFile(asFile('改过.json', tampered));
    assert.match(report.findings[0], /校验码不符/);
    assert.deepEqual(report.figures[0], ['完成任务', '48.00', '60.00', '✕ 不一致']);
  });

  test(`a file without check code or figures says so, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const { score, ...bare } = sample();
    const report = await form.openFile(asFile('无.json', bare));
    assert.match(report.findings[0], /没有校验码/);
    assert.match(report.findings.at(-1), /没有写明得分/);
    assert.deepEqual(report.figures[0], ['完成任务', '未写', '48.00', '–']);
  });

  test(`unknown members are reported, kept and written again, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const document = sample();
    document.receipt = { office: '1号楼506室', stamps: [1, 2] };
    document.answers.tasks.tasks[0].remark = '另附';
    document.answers.learning.places = ['深圳'];
    document.scheme.office = '区政数局';
    document.score.rank = '3';
    const report = await form.openFile(asFile('多.json', sealed(document)));
    const unknown = report.findings.find((said) => said.includes('不认识'));
    for (const name of ['receipt', 'remark', 'places', 'scheme/office', 'score/rank']) assert.ok(unknown?.includes(name), `${name} in ${unknown}`);
    assert.match(report.findings[0], /校验码相符/);
    await form.type('/phone', '111-1111');
    await form.untilSaved();
    await page.reload(); // through the stored draft as well
    await shows(() => form.typed('/phone'), '111-1111');
    const again = await form.exported();
    assert.deepEqual(again.receipt, document.receipt);
    assert.equal(again.answers.tasks.tasks[0].remark, '另附');
    assert.deepEqual(again.answers.learning.places, ['深圳']);
    assert.equal(again.scheme.office, '区政数局');
    assert.equal(again.score.rank, '3');
  });

  test(`an answer to a criterion that the scheme lacks is reported, kept and written again, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const document = sample();
    document.answers.other_office = { note: '别的方案的内容', evidence: [] };
    await form.openFile(asFile('别项.json', sealed(document)));
    assert.deepEqual((await form.exported()).answers.other_office, document.answers.other_office);
    assert.ok((await page.locator('main').innerText()).includes('other_office'), 'reported somewhere');
  });

  test(`a file dropped on the page is opened, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await page.goto(`${page.url().split('#')[0]}#/help`); // wherever one is
    await form.dropFile(asFile('拖入.json', sealed(sample())));
    const report = await form.report('拖入.json');
    assert.match(report.findings[0], /校验码相符/);
    await shows(() => form.total(), '76.00');
    assert.equal(await page.locator('.drop').count(), 0, 'the drop mark is gone');
  });

  test(`an incomplete form exports, marked so, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.chooseUnit('区教育局');
    await form.addTask({ title: '一网通办', role: '牵头', completion: '100' });
    for (const kind of ['JSON', 'CSV']) {
      const { name, bytes, text } = await form.exportForm(kind);
      assert.equal(name, `自评表_区教育局_2022_未填完.${kind.toLowerCase()}`);
      if (kind === 'JSON') {
        const { missing } = JSON.parse(text);
        for (const field of ['/answers/leadership/choice', '/answers/measures/met', '/answers/publication/done']) {
          assert.ok(missing.includes(field), `${field} in ${missing}`);
        }
      }
      const report = await form.openFile({ name, buffer: bytes });
      assert.ok(report.findings.some((said) => /注明未填完，缺 \d+ 处/.test(said)), report.findings.join('\n'));
      await shows(() => form.points('tasks'), '60.00 / 60');
    }
  });
}
