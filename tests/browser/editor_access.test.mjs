// The bench for everybody: axe finds nothing, all goes by keyboard, English leaves nothing Chinese.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { asFile } from './documents.mjs';
import { SchemePage, notice, small } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';
import { open, root } from './support.mjs';

const axe = await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1]?.trim()}`));
  });
}

for (const [colorScheme, width] of [['light', 1360], ['dark', 768], ['light', 390]]) {
  test(`axe finds nothing on the bench, ${colorScheme}, ${width} px`, { timeout: 120_000 }, async (t) => {
    const { page } = await open(t, 'site', { colorScheme, viewport: { width, height: 900 } });
    const schemes = new SchemePage(page);
    await schemes.visit();
    const nothing = (what) => t.test(what, async () => {
      assert.deepEqual(await violations(page), []);
      const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(content <= room, `${content} px in ${room}`);
    });
    await schemes.openScheme(asFile('小方案.json', small()));
    await nothing('the schemes');
    await schemes.editCopy(notice);
    await schemes.tried();
    await nothing('the head');
    await schemes.openPart('部署实施');
    await nothing('a criterion');
    await schemes.openPart('“一把手”负责制');
    await schemes.addCriterion('按数值得分');
    await until(() => schemes.errors(), (all) => all.length > 0);
    await nothing('a new criterion with what is wrong');
    await schemes.openPart('考评对象');
    await nothing('units');
    await schemes.tool('放弃编辑').click();
    await nothing('before discarding');
    await schemes.tool('不放弃').click();
    await schemes.tab('试填');
    await nothing('a trial');
    await schemes.tab('看表格');
    await nothing('the table');
  });
}

test('a title and points are changed, undone and brought into use by keyboard alone', async (t) => {
  const { page } = await open(t, 'site');
  const schemes = new SchemePage(page);
  await schemes.visit();
  await schemes.openScheme(asFile('小方案.json', small()));
  await schemes.dismiss();
  await page.locator('.schemes').getByRole('button', { name: '复制并编辑' }).last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.editor').waitFor();
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const one = document.activeElement;
        return (one.ariaLabel || one.innerText || one.dataset.field || one.tagName).trim();
      });
      if (wanted.test(name)) return;
    }
    throw new Error(`${wanted} is not within 80 Tabs`);
  };
  await tabTo(/^1 规章制度$/);
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement.id), (id) => id === 'open-part');
  await tabTo(/^名称（中文）$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('制度');
  await schemes.has('/groups/0/indicators/0/title/zh', '制度');
  await page.keyboard.press('Control+z');
  await schemes.has('/groups/0/indicators/0/title/zh', '规章制度');
  await page.keyboard.press('Control+Shift+z');
  await schemes.has('/groups/0/indicators/0/title/zh', '制度');
  await schemes.tried();
  await tabTo(/^启用到本页$/);
  await page.keyboard.press('Enter');
  await until(() => schemes.notice(), (said) => said.includes('已打开方案'));
});

/** Chinese words that are the page's own: none of the scheme's. */
const chinese = (page, scheme) => page.evaluate((data) => {
  const found = new Set();
  const own = (element) => !element.closest('[lang|="zh"], button.language, select[data-field="/unit"], [data-units], .mark, script, style');
  const strange = (text) => /[\u4e00-\u9fff]/.test(text) && !(text.match(/[\u4e00-\u9fff]+/g) ?? []).every((run) => data.includes(run));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.currentNode; node; node = walk.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (strange(node.data) && own(node.parentElement)) found.add(node.data.trim());
    } else if (own(node)) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        if (strange(node.getAttribute(name) ?? '')) found.add(`${name}: ${node.getAttribute(name)}`);
      }
    }
  }
  return [...found];
}, JSON.stringify(scheme));

test('in English, no Chinese word of the page is left on the bench', async (t) => {
  const { page } = await open(t, 'site');
  const schemes = new SchemePage(page);
  await schemes.visit();
  await schemes.editCopy(notice);
  await schemes.openPart('“一把手”负责制');
  await schemes.addCriterion('按数值得分');
  await until(() => schemes.errors(), (all) => all.length > 0);
  await schemes.switchLanguage();
  await shows(() => page.getAttribute('html', 'lang'), 'en');
  const clean = async (what) => {
    await schemes.tried();
    assert.deepEqual(await chinese(page, await schemes.onBench()), [], what);
  };
  await clean('a new criterion');
  const parts = page.locator('.outline button.open');
  for (let part = 0, count = await parts.count(); part < count; part += 1) {
    await parts.nth(part).click();
    await clean(await parts.nth(part).innerText());
  }
  await page.getByRole('button', { name: 'Discard the edits' }).click();
  await clean('before discarding');
  await page.getByRole('tab', { name: 'Try it out' }).click();
  await clean('a trial');
  await page.getByRole('tab', { name: 'See the table' }).click();
  await clean('the table');
});
