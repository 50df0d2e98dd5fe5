// For everybody: no violation that axe finds, everything by keyboard, and one sees where one is.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { FormPage, task } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, root } from './support.mjs';

const axe = await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds, one line each. The policy lets no script in; the debugger's own call may run it. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1]?.trim()}`));
  });
  return found;
}

const visit = async (page, route) => {
  await page.evaluate((route) => { location.hash = `#/${route}`; }, route);
  await page.locator(route === 'fill' ? '.fill' : route === 'check' ? '.page.office .facts' : `.page.${route}`).waitFor();
};

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, { timeout: 120_000 }, async (t) => {
      const { page } = await open(t, 'site', { colorScheme, viewport: { width, height } });
      const form = new FormPage(page);
      const nothing = (what) => t.test(what, async () => assert.deepEqual(await violations(page), []));
      await nothing('a blank form');
      await form.button('看一份填好的示例').click();
      await shows(() => form.rows(), 6);
      await form.explain('tasks');
      await form.explain('implementation');
      await nothing('the example with explanations');
      await form.fillTask(0, { completion: '85。5' });
      await form.fillTask(3, { number: '1' });
      await form.count('learning', 'visits', 'x');
      await form.pasteBlock('1\t一网通办\t牵头\t0.85\r\n2\t企业开办\t配合\t0.5');
      await nothing('errors and a paste');
      const pieces = [{ name: '03-1_措施.pdf', mimeType: 'application/pdf', buffer: Buffer.from('a') }, { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('b') }];
      await page.locator('[data-import="evidence"]').setInputFiles(pieces);
      await until(() => page.locator('.piece .done').count(), (count) => count === 2);
      await page.locator('[data-piece="3-1"]').getByRole('button', { name: '关联到某一项' }).click();
      await page.locator('[data-import="check"]').setInputFiles(pieces.slice(1));
      await page.locator('[data-compared]').waitFor();
      await nothing('evidence, compared');
      await form.button('存为草稿').click();
      await form.untilSaved();
      for (const route of ['print', 'check', 'drafts', 'scheme', 'help']) {
        await visit(page, route);
        await nothing(route);
      }
    });
  }
}

/** The element that has the cursor: its words, and whether one sees that it has. */
const here = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const shown = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const { width, height, bottom } = (element.closest('label.button') ?? element).getBoundingClientRect();
  return {
    name: (element.ariaLabel || element.closest('label')?.innerText || element.innerText || element.dataset.field || element.tagName).trim(),
    field: element.dataset.field,
    seen: [element, element.closest('label')].some((one) => one && shown(one)) && width > 4 && height > 4 && bottom > 0,
  };
});

test('from the page’s start to the first task’s title by keyboard alone', async (t) => {
  const { page } = await open(t, 'site');
  const form = new FormPage(page);
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const { name, seen } = await here(page);
      assert.ok(seen, `one does not see the cursor at: ${name}`);
      if (wanted.test(name)) return name;
    }
    throw new Error(`${wanted} is not within 60 Tabs`);
  };
  await tabTo(/跳到填报内容/); // the first of all
  await tabTo(/^单位$/);
  await page.keyboard.press('ArrowDown');
  await until(() => form.typed('/unit'), (unit) => unit === '区委组织部');
  await tabTo(/添加任务/);
  await page.keyboard.press('Enter');
  await form.hasCursor(task(0, 'title'));
  await page.keyboard.type('一网通办');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown'); // 牵头
  await page.keyboard.press('Tab');
  await page.keyboard.type('70');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space'); // in debugging
  await shows(() => form.points('tasks'), '60.00 / 60');
  await tabTo(/未建立“一把手”责任制/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await shows(() => form.points('leadership'), '2.00 / 4');
});

test('the skip link goes past header and sections', async (t) => {
  const { page } = await open(t, 'site');
  await page.keyboard.press('Tab');
  assert.match((await here(page)).name, /跳到填报内容/);
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement.id), (id) => id === 'main' || id === 'form');
  await page.keyboard.press('Tab');
  const past = await page.evaluate(() => !document.activeElement.closest('header.top'));
  assert.ok(past);
});

test('an explanation opens and closes by keyboard, and says that it is open', async (t) => {
  const { page } = await open(t, 'site');
  const why = page.locator('button.why').first();
  await why.focus();
  for (const [open, count] of [['true', 1], ['false', 0]]) {
    await page.keyboard.press('Enter');
    await shows(() => why.getAttribute('aria-expanded'), open);
    await shows(() => page.locator('.explanation').count(), count);
  }
});

test('every field on every page has a name of its own for screen readers', async (t) => {
  const { page } = await open(t, 'site');
  const form = new FormPage(page);
  await form.button('看一份填好的示例').click();
  await shows(() => form.rows(), 6);
  const names = await page.locator('.tasks :is(input, select, textarea):not([type=file])').evaluateAll((all) => all.map((one) => one.ariaLabel));
  assert.ok(names.every(Boolean));
  assert.equal(new Set(names).size, names.length, 'no two fields of the table sound the same');
});

test('at 390 px nothing runs out of the page', async (t) => {
  const { page } = await open(t, 'site', { viewport: { width: 390, height: 844 } });
  const form = new FormPage(page);
  await form.button('看一份填好的示例').click();
  await shows(() => form.rows(), 6);
  for (const route of ['fill', 'print', 'check', 'drafts', 'scheme', 'help']) {
    await visit(page, route);
    const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= room, `${route}: ${content} px in ${room}`);
  }
});
