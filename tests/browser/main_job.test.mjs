// The main job in every engine that offices have: a unit fills in, sees why, closes, comes back, hands in a file, and the
// office checks it. From disk, from a server on the machine, and from one over plain http, which is no secure origin.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { checkCode } from './documents.mjs';
import { engines } from './engines.mjs';

/** What a user does, in words that every engine's driver understands. */
class User {
  constructor(page) {
    this.page = page;
  }

  /** Waits until an expression holds. */
  sees(expression) {
    return this.page.waitForFunction(expression, { timeout: 20_000 });
  }

  field(pointer) {
    return `[data-field="${pointer}"]`;
  }

  async choose(pointer, words) {
    const value = await this.page.evaluate(`[...document.querySelector('${this.field(pointer)}').options].find((one) => one.innerText.trim() === '${words}').value`);
    await this.page.select(this.field(pointer), value);
  }

  async type(pointer, text) {
    await this.sees(`document.querySelector('${this.field(pointer)}')`);
    await this.page.type(this.field(pointer), text);
  }

  async press(words) {
    const button = `[...document.querySelectorAll('button')].find((one) => one.innerText.includes('${words}'))`;
    await this.sees(button);
    await this.page.evaluate(`${button}.click()`);
  }

  go(route) {
    return this.page.evaluate(`location.hash = '#/${route}'`);
  }

  /** The text of the file that a button exports. */
  async exported(words) {
    await this.page.evaluate(`window.made = null; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.made = blob; return make.call(URL, blob); }`);
    await this.press(words);
    await this.sees('window.made');
    return this.page.evaluate(`new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsText(window.made); })`);
  }
}

for (const [name, start] of Object.entries(engines)) {
  for (const way of ['file', 'site', 'plain']) {
    test(`the main job in ${name}, ${way}`, { timeout: 180_000 }, async (t) => {
      const { page } = await start(t, way);
      assert.equal(await page.evaluate('isSecureContext'), way !== 'plain');
      const user = new User(page);
      await user.choose('/unit', '区教育局');
      // 1 at 100 % and 2 at 85 % of which 80 % are claimed, weights 1 and 0.5: 60 × (1 + 0.5 × 0.8) ÷ 1.5 = 56.
      const tasks = [['义务教育入学', '牵头', '100', ''], ['企业开办', '配合', '85%', '80']];
      for (const [at, [title, role, completion, claim]] of tasks.entries()) {
        await user.press('添加任务');
        await user.type(`/answers/tasks/tasks/${at}/title`, title);
        await user.choose(`/answers/tasks/tasks/${at}/role`, role);
        await user.type(`/answers/tasks/tasks/${at}/completion`, completion);
        if (claim) {
          await user.type(`/answers/tasks/tasks/${at}/claim`, claim);
          await user.type(`/answers/tasks/tasks/${at}/note`, '12项材料已精简10项');
        }
      }
      await user.sees(`document.querySelector('[data-total]').innerText === '56.00'`);
      await page.evaluate(`document.querySelector('${user.field('/answers/tasks')} button.why').click()`);
      await user.sees(`/56\\.00/.test(document.querySelector('.explanation').innerText) && /0\\.5/.test(document.querySelector('.explanation').innerText)`);
      await user.sees(`document.querySelector('[data-saved="saved"]')`);

      await page.reload();
      await user.sees(`window.selfscore && !document.getElementById('boot') && document.querySelector('[data-total]').innerText === '56.00'`);
      const document = JSON.parse(await user.exported('导出 JSON'));
      assert.equal(document.unit, '区教育局');
      assert.equal(document.score.total, '56.00');
      assert.equal(document.sha256, checkCode(document), 'the check code holds, whoever makes it');

      const folder = await mkdtemp(join(tmpdir(), 'selfscore-main-'));
      t.after(() => rm(folder, { recursive: true }));
      document.score.total = '60.00';
      await writeFile(join(folder, '改过.json'), JSON.stringify(document));
      await user.go('check');
      await user.sees(`document.querySelector('[data-import="office"]')`);
      await (await page.$('[data-import="office"]')).uploadFile(join(folder, '改过.json'));
      await user.sees(`document.querySelector('.units tr[data-unit="区教育局"] [data-figure="recomputed"]')`);
      const row = await page.evaluate(`document.querySelector('.units tr[data-unit="区教育局"]').innerText`);
      assert.match(row, /60\.00\s+≠ 56\.00/);
      assert.match(row, /导出后有改动|改动/);
    });
  }
}
