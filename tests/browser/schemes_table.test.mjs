// A scheme as the official table: every clause with its basis, open questions, the rule in words.
import assert from 'node:assert/strict';
import test from 'node:test';
import { SchemePage, builtin, completed } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';
import { open } from './support.mjs';

const criteria = (scheme) => scheme.groups.flatMap((group) => group.indicators.flatMap((one) => one.criteria));
const basis = { notice: '原文', reading: '我们的理解', assumed: '推定' };

/** Words without what a browser does to blanks. */
const plain = (text) => text.replace(/\s+/g, '');

for (const which of ['as it was', 'completed']) {
  test(`every clause stands there with its basis, every criterion with its rule in words, ${which}`, async (t) => {
    const { page } = await open(t, 'site');
    const schemes = new SchemePage(page);
    await schemes.visit();
    if (which === 'completed') {
      await schemes.look(completed);
      await shows(() => page.locator('.page.scheme > h2').innerText(), completed);
    }
    const scheme = which === 'completed' ? JSON.parse((await schemes.savedScheme(completed)).text) : builtin();
    const shown = async (within) => Promise.all((await page.locator(`${within} ul.clauses > li`).all()).map(async (one) => ({
      mark: (await one.locator('.mark').innerText()).trim(),
      text: plain(await one.locator('q').innerText()).replace(/^[「“"]|[」”"]$/g, ''),
      basis: (await one.locator('.basis').innerText()).trim(),
    })));
    const expected = (clause) => ({ mark: clause.mark, text: plain(clause.text.zh), basis: basis[clause.basis] });
    assert.deepEqual(await shown('table.official'), criteria(scheme).flatMap((one) => one.clauses).map(expected));
    const general = page.locator('.page.scheme > section').nth(4); // after the list, the questions, the table and the total
    const marks = await general.locator('.mark').allInnerTexts();
    assert.deepEqual(marks.map((mark) => mark.trim()), scheme.clauses.map(({ mark }) => mark));

    const rules = await page.locator('table.official p.rule').allInnerTexts();
    assert.equal(rules.length, criteria(scheme).length);
    assert.ok(rules.every((said) => said.replace(/^程序这样算：\s*/, '').length > 5), rules.join('\n'));
    assert.ok(rules.some((said) => said.includes('满分 15 分') && said.includes('每次扣 2 分')), rules.join('\n'));

    const open_ones = [...scheme.clauses, ...criteria(scheme).flatMap((one) => one.clauses)]
      .filter((clause) => clause.basis !== 'notice' || clause.gap);
    const questions = await page.locator('.open-questions').innerText();
    for (const clause of open_ones) {
      assert.ok(plain(questions).includes(plain(clause.text.zh)), clause.id);
      for (const words of [clause.reading?.ours, clause.reading?.rival, clause.why, clause.gap]) {
        if (words) assert.ok(plain(questions).includes(plain(words.zh)), words.zh);
      }
    }
    await until(() => page.locator('.digest').innerText(), (said) => /[0-9a-f]{64}/.test(said));
  });
}
