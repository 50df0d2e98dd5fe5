// The package: one ZIP that other programs open, and that is compared with the list, file by file.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { checkCode } from './documents.mjs';
import { EvidencePage, dropped, file, sha256 } from './evidence_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

const unzips = spawnSync('unzip', ['-v']).error === undefined;
const python = spawnSync('python3', ['--version']).error === undefined;

async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'selfscore-package-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

const files = [file('03-1_任务细化措施.pdf', '细化措施'), file('03-2_会议 纪要.docx', '会议'.repeat(70_000)), file('04-1_空.txt', '')];
const whole = '自评表_区教育局_2022_未填完';

/** A form with three pieces, and its package. */
async function packed(t, way, options) {
  const { page } = await open(t, way);
  const form = new EvidencePage(page);
  await form.chooseUnit('区教育局');
  await form.give(files);
  await until(() => form.listed(), (listed) => listed.length === 3);
  return { page, form, made: await form.package(options) };
}

for (const way of ways) {
  test(`another program opens the package, with every digest right, ${way}`, { skip: !unzips && 'needs unzip' }, async (t) => {
    const { form, made } = await packed(t, way);
    assert.equal(made.name, `${whole}_上报包.zip`);
    const into = await folder(t);
    execFileSync('unzip', ['-q', made.path, '-d', into], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    assert.deepEqual((await readdir(into)).sort(), [`${whole}.csv`, `${whole}.json`, `${whole}.xlsx`, '佐证材料', '佐证材料目录.csv'].sort());
    assert.deepEqual((await readdir(join(into, '佐证材料'))).sort(), files.map(({ name }) => name).sort());
    for (const { name, buffer } of files) {
      assert.equal(sha256(await readFile(join(into, '佐证材料', name))), sha256(buffer), name);
    }
    const document = JSON.parse(await readFile(join(into, `${whole}.json`), 'utf8'));
    assert.equal(document.sha256, checkCode(document));
    assert.deepEqual(document.evidence.map(({ name, bytes, sha256 }) => [name, bytes, sha256]), files.map(({ name, buffer }) => [name, buffer.length, sha256(buffer)]));
    const index = await readFile(join(into, '佐证材料目录.csv'), 'utf8');
    for (const { name, buffer } of files) assert.ok(index.includes(`${name},${buffer.length},${sha256(buffer)}`), name);
    // Unpacked by somebody, the folder is as listed, too.
    await form.give(into, 'check-folder');
    await until(() => form.compared(), ({ words }) => words.includes('全部一致：3 份'));
  });

  test(`Python finds every CRC right and the names in Chinese, ${way}`, { skip: !python && 'needs python3' }, async (t) => {
    const { made } = await packed(t, way);
    const script = 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))';
    const names = execFileSync('python3', ['-X', 'utf8', '-c', script, made.path], { encoding: 'utf8' }).trim().split('\n');
    assert.deepEqual(names, [`${whole}.json`, `${whole}.csv`, `${whole}.xlsx`, '佐证材料目录.csv', ...files.map(({ name }) => `佐证材料/${name}`)]);
  });

  test(`without the evidence the package has the forms and the index, ${way}`, async (t) => {
    const { page, form, made } = await packed(t, way, { evidence: false });
    assert.ok(!made.bytes.includes(files[1].buffer.subarray(0, 100)));
    await page.reload();
    await form.untilSaved();
    const again = await form.package({ evidence: false }); // contents need not be at hand
    assert.equal(again.name, made.name);
    await form.give({ name: made.name, mimeType: 'application/zip', buffer: made.bytes }, 'check');
    await until(() => form.compared(), ({ words }) => words.includes('一致 0 份，共 3 份'));
    assert.deepEqual((await form.compared()).rows.map((row) => row[2].trim()), ['○ 缺少', '○ 缺少', '○ 缺少']);
  });

  test(`the package dropped back is as listed; one changed byte is found, ${way}`, async (t) => {
    const { form, made } = await packed(t, way);
    await form.dropOn('check', [{ name: made.name, buffer: made.bytes }]);
    await until(() => form.compared(), ({ words }) => words.includes('全部一致：3 份'));
    assert.deepEqual((await form.compared()).rows.map((row) => row[2].trim()), ['✓ 一致', '✓ 一致', '✓ 一致']);
    const changed = Buffer.from(made.bytes);
    changed[changed.indexOf(files[1].buffer) + 1_000] ^= 1;
    await form.dropOn('check', [{ name: made.name, buffer: changed }]);
    await until(() => form.compared(), ({ words }) => words.includes('一致 2 份，共 3 份'));
    const { rows } = await form.compared();
    assert.deepEqual(rows[0].map((cell) => cell.trim()), ['3-2', '03-2_会议 纪要.docx', '✕ 内容有变化', '佐证材料/03-2_会议 纪要.docx']);
  });

  test(`an office finds what is missing, changed, renamed and extra by the form in the package, ${way}`, async (t) => {
    const { made } = await packed(t, way);
    const { page } = await open(t, way);
    const office = new EvidencePage(page);
    await office.give({ name: made.name, mimeType: 'application/zip', buffer: made.bytes }, 'check');
    await until(() => office.compared(), ({ words }) => words.includes('全部一致：3 份'));
    await page.locator('[data-open-form]').click();
    const report = await office.report(`${whole}.json`);
    assert.match(report.findings[0], /校验码相符/);
    await shows(async () => (await office.listed()).map(([number, , here]) => [number, here]), [['3-1', 'absent'], ['3-2', 'absent'], ['4-1', 'absent']]);
    const into = await folder(t);
    await mkdir(join(into, '收到'));
    await writeFile(join(into, '收到/改名.pdf'), files[0].buffer);
    await writeFile(join(into, '收到/03-2_会议 纪要.docx'), 'x');
    await writeFile(join(into, '收到/多出来的.txt'), 'y');
    await office.give(join(into, '收到'), 'check-folder');
    await until(() => office.compared(), ({ words }) => words.includes('一致 1 份，共 3 份'));
    const { words, rows } = await office.compared();
    assert.match(words, /另有 1 个文件不在目录里/);
    assert.deepEqual(rows.map((row) => [row[0], row[2].trim()]), [['3-2', '✕ 内容有变化'], ['4-1', '○ 缺少'], ['', '! 不在目录里'], ['3-1', '✓ 一致，文件名不同']]);
  });

  test(`a package dropped on the page opens its form, and its evidence is compared, ${way}`, { skip: !python && 'needs python3' }, async (t) => {
    const { made } = await packed(t, way);
    const { page } = await open(t, way);
    const office = new EvidencePage(page);
    await dropped(page.locator('main'), [{ name: made.name, buffer: made.bytes }]);
    const report = await office.report(`${whole}.json`);
    assert.match(report.findings[0], /校验码相符/);
    await until(() => office.notice(), (said) => said.includes('与目录全部一致，共 3 份'));
    await until(() => office.compared(), ({ words }) => words.includes('全部一致：3 份'));
    assert.equal((await office.listed()).length, 3);
    // With the workbook alone, through the button that opens forms.
    const into = await folder(t);
    const path = join(into, '只有表格.zip');
    execFileSync('python3', ['-X', 'utf8', '-c', 'import sys,zipfile; a=zipfile.ZipFile(sys.argv[1]); b=zipfile.ZipFile(sys.argv[2],"w"); [b.writestr(n,a.read(n)) for n in a.namelist() if n.endswith(".xlsx")]; b.close()', made.path, path]);
    await office.give(path, 'form');
    await office.report(`${whole}.xlsx`);
    await until(() => office.notice(), (said) => said.includes('没有佐证材料文件，目录列出的 3 份没有核对'));
    await shows(() => page.locator('.received').count(), 0);
    // And what is no package of ours says what to do.
    execFileSync('python3', ['-c', 'import sys,zipfile; b=zipfile.ZipFile(sys.argv[1],"w"); b.writestr("a.txt","x"); b.close()', join(into, '其他.zip')]);
    await office.give(join(into, '其他.zip'), 'form');
    await until(() => office.notice(), (said) => said.includes('「其他.zip」里没有能读取的自评表'));
  });

  test(`a package packed anew by another program is compared as well, ${way}`, { skip: !python && 'needs python3' }, async (t) => {
    const { form, made } = await packed(t, way);
    const into = await folder(t);
    // Deflated, with names in GBK and without the flag of UTF-8, as Chinese Windows does.
    const script = [
      'import sys,zipfile',
      'class Gbk(zipfile.ZipInfo):',
      '  def _encodeFilenameFlags(self): return self.filename.encode("gbk"), self.flag_bits & ~0x800',
      'a=zipfile.ZipFile(sys.argv[1]); b=zipfile.ZipFile(sys.argv[2],"w")',
      'for i in a.infolist():',
      '  j=Gbk(i.filename); j.compress_type=zipfile.ZIP_DEFLATED; b.writestr(j,a.read(i))',
      'b.close()',
    ].join('\n');
    const path = join(into, '重新打包.zip');
    execFileSync('python3', ['-X', 'utf8', '-c', script, made.path, path]);
    await form.give(path, 'check');
    await until(() => form.compared(), ({ words }) => words.includes('全部一致：3 份'));
    assert.equal((await form.compared()).rows[0][3], '佐证材料/03-1_任务细化措施.pdf');
  });

  test(`R20, R22: bombs and lies are refused with a reason, ${way}`, { skip: !python && 'needs python3' }, async (t) => {
    const { page } = await open(t, way);
    const form = new EvidencePage(page);
    const into = await folder(t);
    // 64 MB of zeros in 64 kB, declared as one megabyte.
    const path = join(into, '炸弹.zip');
    const script = [
      'import sys,zipfile,struct',
      'z=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED); z.writestr("a.txt",bytes(64<<20)); z.close()',
      'b=bytearray(open(sys.argv[1],"rb").read()); at=b.rfind(b"PK\\x01\\x02"); b[at+24:at+28]=struct.pack("<I",1<<20)',
      'open(sys.argv[1],"wb").write(b)',
    ].join('\n');
    execFileSync('python3', ['-c', script, path]);
    await form.give(path, 'check');
    await page.getByRole('alert').filter({ hasText: '没有打开「炸弹.zip」：压缩包解开后太大' }).waitFor();
    await form.give(file('不是.zip', 'no zip at all'), 'check');
    await page.getByRole('alert').filter({ hasText: '没有打开「不是.zip」：它不是 ZIP 压缩包' }).waitFor();
    const lying = Buffer.from(`504b0506${'0000'.repeat(2)}${'feff'.repeat(2)}ffffffff${'00'.repeat(6)}`, 'hex');
    await form.give({ name: '谎报.zip', mimeType: 'application/zip', buffer: lying }, 'check');
    await page.getByRole('alert').filter({ hasText: '没有打开「谎报.zip」' }).waitFor();
    assert.equal(await page.locator('.received').count(), 0);
  });
}
