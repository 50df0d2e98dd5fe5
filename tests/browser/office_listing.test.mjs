// More forms than lie on the desk: each is checked by itself and listed; some are put on the desk.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { OfficePage } from './office_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';
import { zip } from './zip.mjs';

/** A form of 88 points with so many tasks, done by a unit of a district. */
function ofUnit(unit, district, tasks = 1) {
  const form = sample();
  form.unit = unit;
  form.district = district;
  form.answers.tasks.tasks = Array.from({ length: tasks }, (_, at) => ({ number: `${at + 1}`, title: `第${at + 1}项任务`, role: 'lead', completion: '100', in_debugging: false, note: '按时完成', evidence: ['1-1'] }));
  for (const answer of Object.values(form.answers)) answer.evidence = ['1-1'];
  form.score.criteria.tasks = '60.00';
  form.score.total = '88.00';
  return form;
}

const line = (form) => JSON.stringify(sealed(form));
const stream = (name, lines) => ({ name, buffer: Buffer.from(`${lines.join('\n')}\n`) });

/**
 * 600 forms of 60 tasks in one stream of several megabytes, which is read in pieces: the first, the 451st and the last one
 * state 98.00, the 452nd is no form, the 500th line is empty.
 */
function many() {
  const lines = Array.from({ length: 600 }, (_, at) => line(ofUnit('区教育局', `第${at + 1}区`, 60)));
  const changed = ofUnit('区财政局', '甲区', 60);
  changed.score.total = '98.00';
  for (const at of [0, 450, 599]) lines[at] = line(changed);
  lines[451] = '{"format": "selfscore/form", ';
  lines[499] = '';
  const file = stream('报送.ndjson', lines);
  assert.ok(file.buffer.length > 5 * 1024 * 1024, 'more than a piece');
  return file;
}

/** The list, as its users see it. */
class Listing {
  constructor(page) {
    this.page = page;
    this.section = page.locator('.listing');
  }

  said() {
    return this.section.locator('[data-fact="listing"]').innerText();
  }

  rows() {
    return this.section.locator('tbody tr').evaluateAll((rows) => rows
      .map((row) => [row.dataset.listed, row.dataset.unit, ...['claimed', 'recomputed', 'difference'].map((name) => row.querySelector(`[data-figure=${name}]`).innerText)]));
  }

  async ofKind(name) {
    const kind = this.page.locator('[data-field="listing-kind"]');
    const value = await kind.locator('option').filter({ hasText: name }).first().getAttribute('value');
    await kind.selectOption(value);
  }

  async seek(text) {
    const field = this.page.locator('[data-field="listing-text"]');
    await field.fill(text);
    await field.blur();
  }

  async download(button) {
    const started = this.page.waitForEvent('download', { timeout: 60_000 });
    await this.section.getByRole('button', { name: button }).click();
    return readFile(await (await started).path(), 'utf8');
  }
}

for (const way of ways) {
  test(`six hundred forms are listed with what was found, ${way}`, { timeout: 180_000 }, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    const list = new Listing(page);
    await office.visit();
    await office.take([many(), asFile('单份.json', sealed(ofUnit('区统计局', '乙区'))), { name: '说明.txt', buffer: Buffer.from('不是表') }]);
    await list.section.waitFor();
    assert.match(await list.said(), /^共 599 份表，其中 596 份没有发现问题；另有 1 份读不出来。有 1 个单位报了多份。用时 [\d.]+ 秒。$/);
    assert.equal(await office.rows(), 100, 'a page of the list, and no table of units');
    await list.ofKind('得分不符');
    const differing = [1, 451, 600].map((number) => [`报送.ndjson:${number}`, '区财政局', '98.00', '88.00', '10.00']);
    await shows(() => list.rows(), differing);

    // Its reason, and that a line is counted that says nothing.
    await list.ofKind('无法读取');
    await until(() => list.rows(), (rows) => rows.length === 1 && rows[0][0] === '报送.ndjson:452');
    assert.match(await list.section.locator('tbody tr').innerText(), /第 29 列：文件到这里就中断了/);
    await page.locator('[data-field="listing-kind"]').selectOption('');
    await list.seek('第600区');
    await shows(() => list.section.locator('nav [role="status"]').innerText(), '没有符合条件的表。');
    await list.seek('第599区');
    await shows(() => list.rows(), [['报送.ndjson:599', '区教育局', '88.00', '88.00', '–']]);

    await page.setViewportSize({ width: 390, height: 844 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a narrow page does not scroll sideways');
    await page.setViewportSize({ width: 1280, height: 900 });

    // All pages have them all.
    await list.seek('');
    const seen = new Set();
    for (let at = 0; at < 6; at += 1) {
      await shows(() => list.section.locator('nav [role="status"]').innerText(), `筛选出 600 份，下面是第 ${at * 100 + 1}–${(at + 1) * 100} 份`);
      for (const [name] of await list.rows()) seen.add(name);
      if (at < 5) await page.getByRole('button', { name: '下一页' }).click();
    }
    assert.equal(seen.size, 600);
    await page.locator('[data-field="listing-sort"]').selectOption('difference');
    await until(() => list.rows(), (rows) => rows.slice(0, 3).every(([, unit]) => unit === '区财政局') && rows[3][1] !== '区财政局');
  });

  test(`what is chosen of the list goes to the desk, and out as tables, ${way}`, { timeout: 180_000 }, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    const list = new Listing(page);
    await office.visit();
    await office.take([many(), asFile('单份.json', sealed(ofUnit('区统计局', '乙区')))]);
    await list.section.waitFor();
    const findings = await list.download('导出全部问题 CSV');
    const rows = findings.replace('\uFEFF', '').trim().split('\r\n').map((row) => row.split(','));
    // Three totals that differ, and a line that cannot be read; the check codes hold.
    assert.deepEqual(rows.slice(1).map((row) => [row[1], row.at(-1)]).sort(), [
      ['报送.ndjson:1', 'figures_differ'], ['报送.ndjson:451', 'figures_differ'], ['报送.ndjson:452', 'unreadable'], ['报送.ndjson:600', 'figures_differ'],
    ].sort());
    await list.seek('甲区');
    const table = await list.download('导出清单 CSV');
    assert.equal(table.trim().split('\r\n').length, 4, 'the heading and three forms');
    assert.match(table, /^\uFEFF文件,区县,单位,/);
    assert.match(table, /报送\.ndjson:451,甲区,区财政局,98\.00,88\.00,10\.00,/);

    await list.seek('单份');
    await page.getByRole('button', { name: '把这 1 份放进核对台' }).click();
    await until(() => office.units(), (units) => units.some(([unit, claimed]) => unit === '区统计局' && claimed === '88.00'));
    await list.seek('第450区');
    await list.section.getByRole('button', { name: '放进核对台', exact: true }).click();
    const names = () => page.locator('.units tbody tr[data-file]').evaluateAll((rows) => rows.map((row) => row.dataset.file).filter(Boolean).sort());
    await shows(names, ['单份.json', '报送.ndjson:450']);
    await page.getByRole('button', { name: '关闭清单' }).click();
    await list.section.waitFor({ state: 'detached' });
    await shows(names, ['单份.json', '报送.ndjson:450']);
  });

  test(`the register and the date of receipt count in the list, ${way}`, { timeout: 180_000 }, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    const list = new Listing(page);
    await office.visit();
    await office.take([many()]);
    await list.section.waitFor();
    assert.match(await list.said(), /^共 598 份表，其中 595 份没有发现问题/);
    await office.openRegister({ name: '任务分工.csv', buffer: Buffer.from('number,title,lead\n61,企业开办,区教育局\n') });
    await office.receivedOn('2022-03-01');
    await page.getByRole('button', { name: /重新核对/ }).click();
    await until(() => list.said(), (said) => /其中 0 份没有发现问题/.test(said));
    // 60 tasks that the register gives to nobody, one that is left out: of 60 points 60 × 60 ÷ 61, 59.02.
    await until(() => list.rows(), (rows) => rows[1]?.[3] === '87.02');
    assert.match(await page.locator('[data-field="listing-kind"]').innerText(), /逾期.* 598/);
    await list.ofKind('任务漏列');
    await list.seek('甲区');
    // Lines are counted as before.
    await until(() => list.rows(), (rows) => rows.length === 0);
    await page.locator('[data-field="listing-kind"]').selectOption('');
    await until(() => list.rows(), (rows) => rows.map(([name]) => name).join() === '报送.ndjson:1,报送.ndjson:451,报送.ndjson:600');
  });

  test(`a form deep in a package of many is put on the desk, ${way}`, { timeout: 180_000 }, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    const list = new Listing(page);
    await office.visit();
    const forms = Object.fromEntries(Array.from({ length: 520 }, (_, at) => [`${String(at + 1).padStart(3, '0')}.json`, line(ofUnit('区教育局', `第${at + 1}区`))]));
    await office.take([{ name: '全部.zip', buffer: zip(forms) }]);
    await list.section.waitFor();
    await list.seek('第520区');
    await shows(() => list.rows(), [['全部.zip/520.json', '区教育局', '88.00', '88.00', '–']]);
    await list.section.getByRole('button', { name: '放进核对台', exact: true }).click();
    await until(() => office.units(), (units) => units.some(([unit, claimed]) => unit === '区教育局' && claimed === '88.00'));
  });

  test(`a reading that is cancelled leaves what was read, ${way}`, { timeout: 180_000 }, async (t) => {
    const { page } = await open(t, way);
    const office = new OfficePage(page);
    const list = new Listing(page);
    await office.visit();
    // As soon as more came than lie on the desk.
    await page.evaluate(() => {
      const look = () => {
        const said = document.querySelector('.reading span')?.innerText.match(/(\d+) 份表/);
        if (said && Number(said[1]) > 500) {
          document.querySelector('.reading button').click();
          observer.disconnect();
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const one = line(ofUnit('区教育局', '甲区', 60));
    await office.take([stream('报送.ndjson', Array(3_000).fill(one))]);
    await list.section.waitFor();
    const [, listed] = (await list.said()).match(/^共 (\d+) 份表.*读取被取消/);
    assert.ok(Number(listed) > 300 && Number(listed) < 3_000, listed);
    // From the first line on, without a gap.
    await page.locator('[data-field="listing-sort"]').selectOption('came');
    const names = (await list.rows()).map(([name]) => name);
    assert.deepEqual(names, Array.from({ length: 100 }, (_, at) => `报送.ndjson:${at + 1}`));
    assert.equal(await page.locator('.reading').count(), 0);
  });
}
