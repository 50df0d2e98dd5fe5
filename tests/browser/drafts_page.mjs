// The page of drafts, as a user works it.
import { readFile } from 'node:fs/promises';

export class DraftsPage {
  constructor(page) {
    this.page = page;
  }

  /** Goes to the page of drafts by the navigation. */
  async visit() {
    await this.page.getByRole('link', { name: '草稿', exact: true }).click();
    await this.page.getByRole('heading', { name: '这台电脑上的草稿' }).waitFor();
  }

  /** Goes back to the form. */
  async leave() {
    await this.page.getByRole('link', { name: '填报', exact: true }).click();
    await this.page.locator('[data-field="/unit"]').waitFor();
  }

  async create() {
    await this.page.getByRole('button', { name: '新建草稿' }).click();
    await this.page.locator('[data-field="/unit"]').waitFor();
  }

  /** What stands under a heading; the drafts themselves stand under none. */
  list(heading) {
    const all = this.page.locator('.page.drafts');
    return heading ? all.locator(`h3:has-text("${heading}") + ul`) : all.locator('.commands + ul, .empty + ul').first();
  }

  entry(name, heading) {
    const own = this.page.locator('.name').filter({ hasText: name });
    return this.list(heading).locator('li').filter({ has: own });
  }

  /** The names of the drafts, the one that is open marked with *. */
  async names(heading) {
    // In one go: the list may change while it is read.
    return this.list(heading).locator('li').evaluateAll((entries) => entries.map((entry) => {
      const [name] = entry.querySelector('.name').innerText.split('\n');
      return name.replace(/正在填$/, '').trim() + (entry.querySelector('.state.done') ? '*' : '');
    }));
  }

  async press(name, button, heading) {
    await this.entry(name, heading).first().getByRole('button', { name: button, exact: true }).click();
  }

  async open(name) {
    await this.press(name, '打开');
    await this.page.locator('[data-field="/unit"]').waitFor();
  }

  /** Gives a draft another name, ending with a key: Enter takes it, Escape does not. */
  async rename(name, other, key = 'Enter') {
    await this.press(name, '改名');
    const field = this.page.locator('[data-field="rename"]');
    await field.fill(other);
    await field.press(key);
    await field.waitFor({ state: 'detached' });
  }

  duplicate(name) {
    return this.press(name, '复制');
  }

  remove(name) {
    return this.press(name, '删除');
  }

  restore(name) {
    return this.press(name, '恢复', '最近删除的');
  }

  async undo() {
    await this.page.locator('.notice').getByRole('button', { name: '撤销' }).click();
  }

  /** The words on what cannot be read. */
  unreadable() {
    return this.list('无法读取的').locator('.name').allInnerTexts();
  }

  /** Downloads what cannot be read, as it is. */
  async rawOf(id) {
    const started = this.page.waitForEvent('download');
    await this.press(id, '下载原始内容', '无法读取的');
    return readFile(await (await started).path(), 'utf8');
  }
}
