// The switch to English: every word of the page follows, and nothing that is typed is lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { FormPage, task } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways, visit } from './support.mjs';

/**
 * Chinese words on the page, also in names for screen readers. Not looked at: what is marked as
 * Chinese by `lang`, the switch itself, what the user typed, the units and the marks of clauses
 * (一、2), which the notice gives in Chinese only.
 */
const chinese = (page) => page.evaluate(() => {
  const found = new Set();
  const own = (element) => !element.closest('[lang|="zh"], button.language, select[data-field="/unit"], [data-units], .mark, .draft-name, script, style');
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.currentNode; node; node = walk.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (/[\u4e00-\u9fff]/.test(node.data) && own(node.parentElement)) found.add(node.data.trim());
    } else if (own(node)) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        if (/[\u4e00-\u9fff]/.test(node.getAttribute(name) ?? '')) found.add(`${name}: ${node.getAttribute(name)}`);
      }
    }
  }
  return [...found];
});

for (const way of ways) {
  test(`in English, no Chinese word of the page is left, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.switchLanguage();
    await shows(() => page.getAttribute('html', 'lang'), 'en');
    await shows(() => page.title(), 'Self-assessment');
    assert.deepEqual(await chinese(page), [], 'blank form');
    await page.getByRole('button', { name: 'Add a task' }).click();
    await form.type(task(0, 'completion'), '85\u30025');
    await page.getByRole('button', { name: 'Add a task' }).click();
    await form.fillTask(1, { number: '1', title: 'One-stop service', completion: '85', claim: '80' });
    await form.field(task(1, 'role')).selectOption('lead');
    await form.count('implementation', 'late_reports', 'x');
    for (const why of await page.locator('button.why').all()) await why.click();
    await page.getByRole('button', { name: 'Paste from Excel' }).click();
    await page.locator('[data-field="paste"]').fill('1\tOne\tlead\t0.85\n2\tTwo\tlead\t0.5');
    await page.locator('.paste tbody tr').first().waitFor();
    const typed = /85。5/; // the user's own sign, quoted in the message
    assert.deepEqual((await chinese(page)).filter((text) => !typed.test(text)), [], 'form with errors, explanations and a paste');
  });

  test(`in English, the other pages have none either, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.switchLanguage();
    await form.type('/filled_by', 'A');
    await form.untilSaved();
    for (const route of ['check', 'drafts', 'help']) {
      await visit(page, route);
      assert.deepEqual(await chinese(page), [], route);
    }
    await visit(page, 'scheme');
    const units = (await page.locator('.page.scheme section').filter({ hasText: 'Units assessed' }).locator('p').innerText()).trim();
    assert.deepEqual((await chinese(page)).filter((text) => !units.includes(text)), [], 'scheme');
  });

  test(`in English, reports and refusals are English, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.switchLanguage();
    const document = sample();
    document.score.total = '99.00';
    await form.pick(asFile('a.json', document));
    await page.locator('.report').waitFor();
    const report = await page.locator('.report').innerText();
    assert.doesNotMatch(report, /[\u4e00-\u9fff]/);
    assert.match(report, /1 figures? differs?/);
    for (const file of [asFile('b.json', '{'), asFile('c.json', { ...sample(), version: 2 }), asFile('d.csv', 'a,b')]) {
      await form.pick(file);
      const alert = page.getByRole('alert').filter({ hasText: file.name });
      await alert.waitFor();
      assert.doesNotMatch((await alert.innerText()).replaceAll('“键”', ''), /[\u4e00-\u9fff]/);
    }
    const { name } = await (async () => {
      const started = page.waitForEvent('download');
      await page.locator('#export').getByRole('button', { name: /Export JSON/ }).click();
      return { name: (await started).suggestedFilename() };
    })();
    assert.match(name, /^self-assessment_.*_2022\.json$/);
  });

  test(`in Chinese, the reason of a refusal has no English in it, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    for (const text of ['{', '{"format": "selfscore/form",,', '{"format": selfscore}', '{} {}']) {
      const said = await form.openRefused(asFile(`${text.length}.json`, text));
      assert.doesNotMatch(said.replaceAll('JSON', '').replaceAll('CSV', '').replaceAll('.json', ''), /[A-Za-z]{3}/, said);
    }
  });

  test(`the switch keeps what is typed, opened and saved, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await form.openFile(asFile('自评表.json', sealed(sample())));
    await form.type('/phone', '85。5 ');
    await form.explain('tasks');
    await form.button('从 Excel 粘贴').click();
    await form.field('paste').fill('一\t二');
    await form.mapColumn(1, '得分说明（理由）');
    await form.untilSaved();
    const before = await form.tasks();
    await form.switchLanguage();
    await shows(() => page.getAttribute('html', 'lang'), 'en');
    assert.deepEqual(await form.tasks(), before);
    assert.equal(await form.typed('/phone'), '85。5 ');
    assert.equal(await form.total(), '76.00');
    assert.equal(await page.locator('.explanation').count(), 1, 'the explanation stays open');
    assert.equal(await page.locator('.report').count(), 1, 'the report stays open');
    assert.equal(await form.typed('paste'), '一\t二');
    assert.equal((await form.columns())[0], 'Reason');
    await page.reload();
    await shows(() => page.getAttribute('html', 'lang'), 'en'); // remembered
    await shows(() => form.total(), '76.00');
    await form.switchLanguage();
    await until(() => page.getAttribute('html', 'lang'), (tag) => /^zh/.test(tag));
    await shows(() => page.title(), '绩效考核自评');
  });
}
