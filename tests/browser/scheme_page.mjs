// The page for schemes, as its users work it: schemes opened, looked at and written.
//
//   const schemes = new SchemePage(page);
//   await schemes.visit();
//   await schemes.editCopy(notice);
//   await schemes.openPart('工作安排');
//   await shows(() => schemes.doubts(), []);
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFile } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { shows } from './shows.mjs';
import { open, root } from './support.mjs';

/** The scheme of the notice, to the letter. */
export const builtinText = await readFile(join(root, 'schemes/business-environment-2021.json'), 'utf8');

/** Another document of it each time. */
export const builtin = () => JSON.parse(builtinText);

/** Titles of the program's own schemes. */
export const notice = builtin().title.zh;
export const completed = `${notice}（缺项补全示例）`;

/** A small scheme of its own: one indicator, one choice of 10 or 0 points. */
export const small = (changes = {}) => {
  const clause = (id) => ({ id, mark: '1', text: { zh: '建立制度的得10分，没有建立的不得分。' }, basis: 'notice' });
  return {
    format: 'selfscore/scheme',
    version: 1,
    id: 'small',
    revision: 1,
    title: { zh: '小方案' },
    decimals: 2,
    due: '2027-01-15',
    clauses: [],
    units: ['区档案馆', '区教育局'],
    groups: [{
      title: { zh: '制度建设' },
      indicators: [{
        number: '1',
        title: { zh: '规章制度' },
        points: '10',
        contents: [{ number: '1', title: { zh: '规章制度' }, text: { zh: '建立规章制度。' } }],
        criteria: [{
          id: 'rules',
          title: { zh: '规章制度' },
          points: '10',
          clauses: [clause('rules-1')],
          rule: {
            kind: 'choice',
            options: [
              { id: 'yes', label: { zh: '已建立' }, points: '10', clause: 'rules-1' },
              { id: 'no', label: { zh: '没有建立' }, points: '0', clause: 'rules-1' },
            ],
          },
        }],
      }],
    }],
    ...changes,
  };
};

export class SchemePage extends FormPage {
  async visit(route = 'scheme') {
    await this.page.evaluate((route) => { location.hash = `#/${route}`; }, route);
    await this.page.locator(route === 'fill' ? '.fill' : '.page.scheme, .editor').first().waitFor();
  }

  // The schemes of the page

  /** The row of a scheme by its title, and its revision. */
  row(title, revision = 1) {
    const name = this.page.getByRole('button', { name: `${title}（修订 ${revision}）`, exact: true });
    return this.page.locator('.schemes li').filter({ has: name });
  }

  /** What the list says: [[name, tag …]]. */
  async listed() {
    const rows = await this.page.locator('.schemes li').all();
    return Promise.all(rows.map(async (row) => [
      (await row.locator('.name').innerText()).trim(), ...await row.locator('.tag').allInnerTexts(),
    ]));
  }

  /** A command of one scheme. */
  async command(title, words) {
    await this.row(title).getByRole('button', { name: words, exact: true }).click();
  }

  async look(title) {
    await this.row(title).locator('button.name').click();
  }

  /** Opens a scheme file; gives what the page says. */
  async openScheme(file) {
    await this.dismiss();
    await this.pick(file, 'scheme');
    await this.page.locator('.notice').waitFor();
    return this.notice();
  }

  /** Opens a table; gives what the page says if it is refused. */
  async openSheet(file) {
    await this.dismiss();
    await this.pick(file, 'sheet');
  }

  /** Takes the last notice off the page. */
  async dismiss() {
    const close = this.page.locator('.notice').getByRole('button', { name: '关闭' });
    for (const one of await close.all()) await one.click();
  }

  /** Clicks what offers a file; gives its name, bytes and text. */
  async saved(click) {
    const started = this.page.waitForEvent('download');
    await click();
    const download = await started;
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
  }

  savedScheme(title) {
    return this.saved(() => this.command(title, '保存方案文件'));
  }

  savedSheet(title) {
    return this.saved(() => this.command(title, '导出表格（CSV）'));
  }

  // The bench

  async editCopy(title) {
    await this.command(title, '复制并编辑');
    await this.page.locator('.editor').waitFor();
  }

  tool(words) {
    return this.page.locator('.toolbar').getByRole('button', { name: words, exact: true });
  }

  async tab(words) {
    await this.page.getByRole('tab', { name: words, exact: true }).click();
  }

  /** Opens a part by its words in the outline. */
  async openPart(words) {
    const parts = this.page.locator('.outline button.open');
    await parts.filter({ hasText: words }).last().click();
    await this.page.locator('.outline .current').filter({ hasText: words }).last().waitFor();
  }

  /** The words of the outline, signs left out. */
  async outline() {
    const all = await this.page.locator('.outline button.open').evaluateAll((all) => all.map((one) => one.firstChild.data));
    return all.map((one) => one.trim());
  }

  /** What is wrong, once all has been tried: [words]. */
  async doubts() {
    await this.tried();
    return this.page.locator('.doubts li a').allInnerTexts();
  }

  /** Waits until the check has done all. */
  async tried() {
    await this.page.waitForFunction(() => !document.querySelector('.doubts [role="status"] .sub'));
  }

  /** `错误 1 · 提醒 0 · 说明 0`, or that nothing was found. */
  async verdict() {
    await this.tried();
    return (await this.page.locator('.doubts [role="status"]').innerText()).trim();
  }

  /** Errors only, once all has been tried. */
  async errors() {
    await this.tried();
    const all = await this.page.locator('.doubts li a.error').allInnerTexts();
    return all.map((one) => one.replace(/\s+/g, ' ').trim());
  }

  /** Follows a finding by its words; gives the field that then has the cursor. */
  async follow(words) {
    await this.page.locator('.doubts li a').filter({ hasText: words }).first().click();
    await this.page.waitForTimeout(50);
    return this.cursor();
  }

  /** What is said beside a field of the bench. */
  beside(pointer) {
    return this.page.locator('.leaf').filter({ has: this.field(pointer) }).locator('.message').allInnerTexts();
  }

  /** Adds a criterion of a kind, by its words, to the indicator that is open. */
  async addCriterion(kind) {
    const add = this.page.locator('.outline .kind-of').last();
    await add.locator('select').selectOption({ label: kind });
    await add.getByRole('button', { name: '添加' }).click();
  }

  /** The scheme on the bench, as it is kept in the browser. */
  async onBench() {
    return JSON.parse(await this.page.evaluate(() => localStorage.getItem('selfscore/workbench')));
  }

  /** Waits until a place of the scheme on the bench is as expected. */
  async has(pointer, expected) {
    await shows(async () => at(await this.onBench(), pointer), expected);
  }

  keys() {
    return this.page.evaluate(() => Object.keys(localStorage).sort());
  }
}

/** What stands at a JSON pointer. */
export const at = (document, pointer) => pointer.split('/').slice(1).reduce(
  (part, step) => part?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], document);

/** The page for schemes, opened; `options` as for the browser. */
export async function schemesPage(t, way = 'site', options = {}) {
  const opened = await open(t, way, options);
  const schemes = new SchemePage(opened.page);
  await schemes.visit();
  return { ...opened, schemes };
}

/** The bench with the small scheme on it, or with another of its name. */
export async function bench(t, scheme = small()) {
  const opened = await schemesPage(t);
  await opened.schemes.openScheme(asFile('小方案.json', scheme));
  await opened.schemes.editCopy('小方案');
  return opened;
}
