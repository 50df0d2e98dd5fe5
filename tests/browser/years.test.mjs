// Between years: a draft carried over to the scheme that succeeds its own, and last year's forms
// under a scheme that is being written. Figures are those of the sample, 76.00 of 95 points:
// 48 + 4 + 4 + 11 + 6 + 3.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { storedDrafts } from './kept.mjs';
import { shows } from './shows.mjs';
import { open, root, ways } from './support.mjs';

/** Next year's scheme: one criterion renamed, one with an item renamed, one replaced by another. */
async function next() {
  const text = await readFile(`${root}/schemes/business-environment-2021.json`, 'utf8');
  const scheme = JSON.parse(text);
  scheme.id = 'business-environment-2022';
  scheme.title = { zh: '2022年专项方案', en: 'Special scheme 2022' };
  scheme.due = '2023-01-13';
  const criteria = scheme.groups.flatMap((group) => group.indicators).flatMap((one) => one.criteria);
  const criterion = (id) => criteria.find((one) => one.id === id);
  criterion('leadership').id = 'headship';
  const study = criterion('learning');
  study.id = 'study';
  study.rule.items.find((item) => item.id === 'visits').id = 'tours';
  criterion('publication').id = 'bulletins';
  scheme.succeeds = {
    scheme: 'business-environment-2021',
    criteria: [
      { from: ['leadership'], to: ['headship'] },
      { from: ['learning'], to: ['study'], items: { visits: 'tours' } },
      { from: ['publication'], to: [] },
    ],
  };
  return { name: 'next.json', buffer: Buffer.from(JSON.stringify(scheme)) };
}

const visit = (page, route) => page.evaluate((route) => { location.hash = `#/${route}`; }, route);

const choose = (page, name) => page.locator('[data-field="/scheme"]').selectOption({ label: name });

for (const way of ways) {
  test(`a draft is carried over by the map, and what is left is named, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openFile(asFile('去年.json', sealed(sample())));
    assert.equal(await form.total(), '76.00');
    await form.pick(await next());
    await form.button('关闭').first().click();
    await choose(page, '2022年专项方案（修订 1）');
    const report = page.locator('.report').filter({ hasText: '承接' });
    await report.waitFor();
    // All but 制定措施及发布: 76 − 6.
    await shows(() => form.total(), '70.00');
    assert.equal(await form.points('headship'), '4.00 / 4');
    assert.equal(await form.points('study'), '3.00 / 4');
    assert.equal(await form.points('bulletins'), '0.00 / 6');
    const left = report.locator('.report-table').filter({ hasText: '带不过来的内容' });
    assert.match(await left.innerText(), /制定措施及发布/);
    assert.match(await left.innerText(), /取消了这一项/);
    const fresh = report.locator('.report-table').filter({ hasText: '还要填写的内容' });
    assert.match(await fresh.innerText(), /制定措施及发布/);
    const exported = await form.exported();
    assert.equal(exported.scheme.id, 'business-environment-2022');
    assert.deepEqual(exported.answers.study.occurrences, { tours: 1, trainings: 2 });
    assert.equal(exported.unit, '区教育局');
    // The draft of last year stays as it was.
    await visit(page, 'drafts');
    await shows(() => page.locator('.shelf li').count(), 2);
    await page.locator('.shelf li').filter({ hasNotText: '承接' }).getByRole('button', { name: '打开' }).click();
    await shows(() => form.total(), '76.00');
  });

  test(`last year's forms under a scheme on the bench: who moves, and by what, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.pick(await next());
    await visit(page, 'scheme');
    await page.locator('.schemes li').filter({ hasText: '2022年' }).getByRole('button', { name: '复制并编辑' }).click();
    await page.getByRole('tab', { name: '往年重算' }).click();
    const other = { ...sample(), unit: '区统计局' };
    other.answers = { ...other.answers, publication: { done: [], note: '', evidence: [] } };
    delete other.score;
    const files = [asFile('甲.json', sealed(sample())), asFile('乙.json', sealed(other))];
    await page.locator('[data-import="replay"]').setInputFiles(files.map((file) => ({ mimeType: 'application/json', ...file })));
    const table = (title) => page.locator('.report-table').filter({ hasText: title });
    await table('各单位得分与名次的变化').waitFor();
    const rows = async (title) => Promise.all((await table(title).locator('tbody tr').all())
      .map((row) => row.locator('td').allInnerTexts()));
    const units = await rows('各单位得分与名次的变化');
    // 区教育局: 76 → 70, the first both times; 区统计局: 70 → 70, from the second to the first.
    const first = units.find((row) => row[0] === '区教育局');
    assert.ok(first.includes('76.00') && first.includes('70.00') && first.some((cell) => /^[-−]6(\.00)?$/.test(cell)), first.join());
    const second = units.find((row) => row[0] === '区统计局');
    assert.deepEqual(second.filter((cell) => cell === '70.00').length, 2, second.join());
    const why = await rows('得分变化的来由');
    assert.ok(why.some((row) => row[0] === '区教育局' && row.join().includes('制定措施及发布')), why.join('\n'));
    const criteria = await rows('各项是否拉开差距');
    assert.ok(criteria.every((row) => row.at(-1) !== undefined) && criteria.length > 0);
    // Nothing of it is stored.
    assert.deepEqual(await storedDrafts(page), {});
  });
}
