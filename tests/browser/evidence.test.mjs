// Evidence is listed by number, name, size and digest; contents stay where they are.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open as openFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { createHash } from 'node:crypto';
import { EvidencePage, file, sha256 } from './evidence_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

/** A folder that goes when the test ends. */
async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'selfscore-evidence-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

const measures = file('任务细化措施.pdf', '细化措施');
const minutes = file('会议纪要.docx', '会议'.repeat(70_000)); // 420,000 bytes
const empty = file('空.txt', '');

for (const way of ways) {
  test(`files are listed with number, name, size and digest, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    await form.give([measures, minutes, empty]);
    await shows(() => form.listed(), [
      ['3-1', '03-1_任务细化措施.pdf', 'here'],
      ['0-1', '00-1_会议纪要.docx', 'here'],
      ['0-2', '00-2_空.txt', 'here'],
    ]);
    for (const [number, { buffer }] of [['3-1', measures], ['0-1', minutes], ['0-2', empty]]) {
      assert.equal(await form.digest(number), sha256(buffer), number);
    }
    assert.equal(await form.piece('0-1').locator('.e-size').innerText(), '420.0 KB');
    const document = await form.exported();
    assert.deepEqual(document.evidence, [
      { number: '3-1', name: '03-1_任务细化措施.pdf', bytes: 12, sha256: sha256(measures.buffer) },
      { number: '0-1', name: '00-1_会议纪要.docx', bytes: 420_000, sha256: sha256(minutes.buffer) },
      { number: '0-2', name: '00-2_空.txt', bytes: 0, sha256: sha256('') },
    ]);
    assert.ok(!JSON.stringify(document).includes('细化措施,'), 'no contents');
    assert.ok((await form.questions()).some(([code]) => code === 'empty_file'));
  });

  test(`a folder tells indicators by its names, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    const root = await folder(t);
    await mkdir(join(root, '材料/4、部署实施'), { recursive: true });
    await writeFile(join(root, '材料/03-2_措施.pdf'), 'a');
    await writeFile(join(root, '材料/4、部署实施/台账.xlsx'), 'b');
    await writeFile(join(root, '材料/Thumbs.db'), 'left behind');
    await form.give(join(root, '材料'), 'evidence-folder');
    await until(() => form.listed(), (listed) => listed.length === 2);
    const listed = await form.listed();
    assert.deepEqual(listed.map(([number, name]) => [number, name]).sort(), [['3-2', '03-2_措施.pdf'], ['4-1', '04-1_台账.xlsx']]);
  });

  test(`files dropped on the section are evidence, beside it they are forms, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    await form.under('4 部署实施');
    await form.dropOn('evidence', [measures]);
    await shows(() => form.listed(), [['4-1', '04-1_任务细化措施.pdf', 'here']]);
    assert.equal(await page.locator('.drop').count(), 0, 'the mark of the page is not shown');
    await form.dropFile({ name: '不是表.json', buffer: Buffer.from('x') });
    await page.getByRole('alert').filter({ hasText: '没有打开「不是表.json」' }).waitFor();
  });

  test(`adding is one step, and so are its commands, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    await form.give([measures, minutes]);
    await until(() => form.listed(), (listed) => listed.length === 2);
    await form.stepBack();
    await shows(() => form.listed(), []);
    await form.stepAgain();
    await until(() => form.listed(), (listed) => listed.length === 2);
    await form.link('3-1', '任务细化措施');
    await shows(() => form.typed('/answers/measures/evidence'), '3-1');
    await shows(() => form.links('3-1'), ['任务细化措施']);
    await form.renumber('3-1', '3-9');
    await shows(() => form.typed('/answers/measures/evidence'), '3-9');
    await form.stepBack();
    await shows(() => form.typed('/answers/measures/evidence'), '3-1');
    await form.remove('3-1');
    await shows(async () => (await form.listed()).length, 1);
    assert.ok((await form.questions()).some(([code, words]) => code === 'evidence_missing' && words.includes('3-1')));
    await form.undo();
    await shows(async () => (await form.listed()).length, 2);
    await form.piece('3-1').locator('.unlink').click();
    await shows(() => form.typed('/answers/measures/evidence'), '');
  });

  test(`claims without evidence, evidence without claims and the same file twice are asked about, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    await form.addTask({ title: '一网通办', role: '牵头', completion: '100' });
    const asked = async () => (await form.questions()).map(([code]) => code).sort();
    await shows(asked, ['claim_without_evidence']);
    await form.under('1–2 牵头任务、配合任务');
    await form.give([file('a.pdf', 'same'), file('b.pdf', 'same')]);
    await shows(asked, ['claim_without_evidence', 'evidence_without_claim', 'evidence_without_claim', 'same_file']);
    await form.link('1-1', '完成任务 · 任务 1');
    await shows(asked, ['evidence_without_claim', 'same_file']);
    await form.link('1-1', '任务细化措施');
    await shows(asked, ['evidence_without_claim', 'same_file', 'used_twice']);
    // Hints keep nobody from handing in.
    assert.ok((await form.missing()).every((words) => !words.includes('佐证')));
    // The same again changes nothing.
    await form.give([file('a.pdf', 'same')]);
    await shows(() => form.notice(), '1 个文件已在目录中，没有重复加入。');
    assert.equal((await form.listed()).length, 2);
  });

  test(`after a reload the list is there, and the same files are recognised, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    await form.give([measures, minutes]);
    await until(() => form.listed(), (listed) => listed.length === 2);
    await form.untilSaved();
    const stored = await page.evaluate(async () => {
      const all = [JSON.stringify({ ...localStorage })];
      for (const { name } of await indexedDB.databases()) {
        const base = await new Promise((done, failed) => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => done(asked.result);
          asked.onerror = () => failed(asked.error);
        });
        for (const store of base.objectStoreNames) {
          all.push(JSON.stringify(await new Promise((done) => {
            base.transaction(store).objectStore(store).getAll().onsuccess = (event) => done(event.target.result);
          })));
        }
        base.close();
      }
      return all.join('\n');
    });
    assert.ok(stored.includes(sha256(measures.buffer)), 'the list is stored');
    assert.ok(!stored.includes('会议会议'), 'contents are not');
    await page.reload();
    await shows(() => form.listed(), [['3-1', '03-1_任务细化措施.pdf', 'absent'], ['0-1', '00-1_会议纪要.docx', 'absent']]);
    await page.locator('[data-package]').click();
    await page.getByRole('alert').filter({ hasText: '有 2 份材料的内容不在本页：3-1、0-1' }).waitFor();
    await form.give([measures, file('会议纪要.docx', '改过')]);
    await shows(() => form.listed(), [
      ['3-1', '03-1_任务细化措施.pdf', 'here'],
      ['0-1', '00-1_会议纪要.docx', 'absent'],
      ['0-2', '00-2_会议纪要.docx', 'here'],
    ]);
    assert.match(await form.notice(), /1 个文件与目录中的校验值一致/);
  });

  test(`R19, R23: names are text, whatever they are, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    const names = [
      '<img src=x onerror="window.hit=1">.pdf',
      '</script><script>window.hit=2</script>.txt',
      '\u202Efdp.exe',
      '__proto__',
      'constructor',
      `${'长'.repeat(300)}.pdf`,
      'a\u0000b\u0007c.txt',
      '..\\..\\evil.cmd',
      'CON.txt',
      '=HYPERLINK("http://x").csv',
      "javascript:alert(1)'\"&amp;.pdf",
    ];
    await form.dropOn('evidence', names.map((name, at) => file(name, `${at}`)));
    await until(() => form.listed(), (listed) => listed.length === names.length);
    const listed = await form.listed();
    for (const [, name] of listed) {
      assert.match(name, /^00-\d+_/);
      assert.ok(Buffer.byteLength(name) <= 200, name);
      assert.doesNotMatch(name, /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/, name);
    }
    const originals = await page.locator('.piece .original').allInnerTexts();
    assert.equal(originals[0], names[0]);
    assert.equal(originals[2], '‹U+202E›fdp.exe');
    // In both languages, compared, packed and opened again: nothing runs.
    await form.switchLanguage();
    await form.switchLanguage();
    const { name, bytes } = await form.package();
    await form.give({ name, mimeType: 'application/zip', buffer: bytes }, 'check');
    await until(() => form.compared(), ({ words }) => words.includes('全部一致'));
    await form.untilSaved();
    await page.reload();
    await until(() => form.listed(), (again) => again.length === names.length);
    assert.deepEqual(await page.evaluate(() => [window.hit, {}.polluted, document.querySelectorAll('#evidence img, #evidence script').length]), [undefined, undefined, 0]);
  });

  test(`names of a form that was opened are text, and made safe in a package, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    const document = {
      format: 'selfscore/form', version: 1, scheme: { id: 'business-environment-2021', revision: 1 }, unit: '区教育局', answers: {},
      evidence: [{ number: '<b>1</b>', name: '../../\u202E<script>window.hit=1</script>', bytes: 1, sha256: sha256('x') },
        { number: '__proto__', name: 'x'.repeat(4_000), bytes: 1, sha256: sha256('y') }],
    };
    await form.openFile({ name: '表.json', buffer: Buffer.from(JSON.stringify(document)) });
    await until(() => form.listed(), (listed) => listed.length === 2);
    const asked = await form.questions();
    assert.ok(asked.some(([code, words]) => code === 'unsafe_name' && words.includes('‹U+202E›<script>') && words.includes('「_.._')), JSON.stringify(asked));
    assert.deepEqual(await page.evaluate(() => [window.hit, document.querySelectorAll('#evidence b, #evidence script').length]), [undefined, 0]);
    const again = await form.exported();
    assert.deepEqual(again.evidence, document.evidence, 'the form keeps what it says');
  });

  test(`a large file is read piece by piece, with progress, and can be cancelled, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    const root = await folder(t);
    const path = join(root, '录像.mp4');
    const sparse = await openFile(path, 'w');
    await sparse.truncate(300_000_000);
    await sparse.close();
    const before = largest();
    await form.give(path);
    const bar = page.locator('[data-reading] progress');
    await until(() => bar.evaluate((bar) => Number(bar.value)), (value) => value > 50);
    // The page answers meanwhile.
    await form.type('/phone', '000-1111');
    await page.locator('[data-reading]').getByRole('button', { name: '取消' }).click();
    await page.locator('[data-reading]').waitFor({ state: 'detached' });
    await shows(() => form.notice(), '已取消，目录没有改动。');
    await shows(() => form.listed(), []);
    assert.equal(await form.typed('/phone'), '000-1111');

    const shorter = await openFile(path, 'r+');
    await shorter.truncate(100_000_000);
    await shorter.close();
    await form.give(path);
    await until(() => form.listed(), (listed) => listed.length === 1, { timeout: 60_000 });
    const zeros = createHash('sha256');
    for (let at = 0; at < 100; at += 1) zeros.update(Buffer.alloc(1_000_000));
    assert.equal(await form.digest('0-1'), zeros.digest('hex'));
    const grown = largest() - before;
    assert.ok(grown < 250_000, `the largest renderer grew by ${grown} kB`);
  });
}

/** The most memory that a renderer has had, in kB; 0 where the system does not tell. */
function largest() {
  let most = 0;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
    } catch { /* it has ended */ }
  }
  return most;
}
