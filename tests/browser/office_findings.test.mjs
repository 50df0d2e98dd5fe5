// Each kind of finding, on a real file that has just that fault; the remedy stands beside it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { OfficePage } from './office_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

/** A form that nothing is to be said of: every point has its evidence. */
const sound = (change = () => {}) => {
  const form = sample();
  form.evidence = ['1-1', '2-1', '3-1', '4-1', '5-1', '5-2', '6-1', '6-2', '7-1'].map((number) => ({ number, name: `${number}.pdf`, bytes: 1, sha256: 'ab'.repeat(32) }));
  form.answers.leadership.evidence = ['2-1'];
  form.answers.implementation.evidence = ['4-1'];
  form.answers.learning.evidence = ['6-1', '6-2'];
  form.answers.publicity.evidence = ['7-1'];
  change(form);
  return sealed(form);
};

const register = (rows) => ({ name: '任务分工.csv', buffer: Buffer.from(`number,title,lead,supporting\n${rows}`) });
const led = register('1,义务教育入学“一网通办”,区教育局,\n');

/** code, file or files, and what comes before they are opened. */
const kinds = [
  ['unreadable', [{ name: '坏.json', buffer: Buffer.from('{"format":"selfscore/form","version":1,') }]],
  ['newer_version', [asFile('新.json', { ...sample(), version: 2 })]],
  ['other_scheme', [asFile('别的.json', sound((form) => { form.scheme.id = 'another-scheme'; }))]],
  ['unknown_unit', [asFile('无名.json', sound((form) => { form.unit = '区没有这个局'; }))]],
  ['incomplete', [asFile('缺.json', sound((form) => {
    delete form.answers.leadership.choice;
    form.score.criteria.leadership = '0.00';
    form.score.total = '72.00';
  }))]],
  ['figures_differ', [asFile('算错.json', sound((form) => {
    form.score.criteria.learning = '4.00';
    form.score.total = '77.00';
  }))]],
  ['changed_after_export', [asFile('改过.json', { ...sound(), phone: '1' })]],
  ['task_missing', [asFile('漏报.json', sound())], { register: register('1,义务教育入学“一网通办”,区教育局,\n2,企业开办,区教育局,\n') }],
  ['task_unassigned', [asFile('多报.json', sound((form) => {
    form.answers.tasks.tasks.push({ number: '9', title: '不归他', role: 'lead', completion: '100', in_debugging: false, note: '完成', evidence: ['1-1'] });
    form.score.criteria.tasks = '54.00';
    form.score.total = '82.00';
  }))], { register: led }],
  ['role_differs', [asFile('角色.json', sound())], { register: register('1,义务教育入学“一网通办”,区财政局,区教育局\n') }],
  ['evidence_missing', [asFile('没证.json', sound((form) => { form.answers.leadership.evidence = []; }))]],
  ['duplicate', [asFile('先.json', sound()), asFile('后.json', sound((form) => {
    form.phone = '000-1111';
    form.exported_at = '2022-01-13T09:30:00+08:00';
  }))]],
  ['late', [asFile('迟到.json', sound())], { received: '2022-01-20' }],
  ['accounts_differ', [asFile('牵头.json', sound()), asFile('配合.json', sound((form) => {
    form.unit = '区财政局';
    Object.assign(form.answers.tasks.tasks[0], { role: 'supporting', completion: '90' });
  }))], { register: register('1,义务教育入学“一网通办”,区教育局,区财政局\n') }],
];

for (const way of ways) {
  test(`nothing is said of a sound form but that the other units handed in nothing, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    await office.openRegister(led);
    await office.take([asFile('表.json', sound())]);
    await shows(() => office.units(), [['区教育局', '76.00', '76.00', '–', '待核定']]);
    assert.equal(await office.rows(), 35);
    await office.visit('findings');
    await until(() => office.findings({ all: true }), (found) => found.length === 34);
    assert.deepEqual(await office.findings(), []);
    // It survives a reload.
    await office.visit();
    await shows(() => office.kept(), 'done');
    await page.reload();
    await office.visit();
    await shows(() => office.units(), [['区教育局', '76.00', '76.00', '–', '待核定']]);
  });

  for (const [code, files, { register, received } = {}] of kinds) {
    test(`${code} is found, ${way}`, async (t) => {
      const { page } = await open(t, way);
      const office = new OfficePage(page);
      await office.visit();
      if (register) await office.openRegister(register);
      if (received) await office.receivedOn(received);
      await office.take(files);
      await until(() => office.rows(), (count) => count > 0);
      await office.visit('findings');
      const found = await until(() => office.findings(), (found) => found.length > 0);
      assert.deepEqual([...new Set(found.map((one) => one.code))], [code], JSON.stringify(found));
      assert.ok(found[0].remedy.length > 3 && found[0].what.length > 3);
      if (code === 'figures_differ') assert.deepEqual([found[0].stated, found[0].recomputed], ['4.00', '3.00']);
      // One task at 80 % of two led tasks: 60 × 0.8 ÷ 2.
      if (code === 'task_missing') assert.deepEqual([found[0].stated, found[0].recomputed], ['48.00', '24.00']);
    });
  }

  test(`units that handed in nothing are found, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    await office.drop([asFile('表.json', sound())]);
    await until(() => office.rows(), (count) => count === 35);
    await office.visit('findings');
    await office.ofKind('not_submitted');
    const found = await until(() => office.findings({ all: true }), (found) => found.length === 34);
    assert.ok(found.every((one) => one.unit !== '区教育局'));
  });

  test(`two files of the same name and unit keep their findings apart, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    await office.visit();
    const earlier = sound((form) => {
      form.score.criteria.learning = '4.00';
      form.score.total = '77.00';
      form.exported_at = '2022-01-10T09:00:00+08:00';
    });
    await office.take([asFile('表.json', earlier), asFile('表.json', sound())]);
    await until(() => office.rows(), (count) => count === 35);
    await shows(() => page.locator('.units tbody tr[data-unit="区教育局"] td').nth(4).innerText(), '–');
    await office.visit('findings');
    await office.ofKind('figures_differ');
    await shows(() => office.findings(), [{ code: 'figures_differ', unit: '区教育局', what: '学习先进经验：所写 4.00，重新计算 3.00。', stated: '4.00', recomputed: '3.00', remedy: '以重新计算的为准；请单位核对。' }]);
    // It leads to the form that it was found of.
    await page.locator('.findings tbody tr a').click();
    await page.locator('[data-counts-instead]').waitFor();
    await shows(() => page.locator('[data-found]').evaluateAll((all) => all.map((one) => one.dataset.found)), ['figures_differ', 'duplicate']);
    await page.locator('[data-counts-instead]').click();
    await page.locator('[data-counts-instead]').waitFor({ state: 'detached' });
    await shows(() => page.locator('[data-found]').count(), 0);
  });
}
