// R17, R18: tables that a spreadsheet opened and saved, by a real one; and what it cannot undo.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, lasting, sample, sealed } from './documents.mjs';
import { FormPage, task } from './form_page.mjs';
import { charset, office } from './office.mjs';
import { shows } from './shows.mjs';
import { open, ways } from './support.mjs';

/** Texts that a spreadsheet would run, or take for something else. */
const endangered = ['=1+1', '+86 1', '-5', '@SUM(A1)', '01', '1-1', '2022-01-10', '12345678901234567', 'TRUE', '1.5E+10', "'1-1", '＝1'];

/** The sample with those in every kind of text. */
function hostile() {
  const form = sample();
  const [first] = form.answers.tasks.tasks;
  form.answers.tasks.tasks = endangered.map((text) => ({ ...first, number: text, title: text, note: text, evidence: [text.replaceAll(/[ ,]/g, '')] }));
  form.phone = '013800138000';
  form.evidence[0].number = '1-1';
  form.evidence[0].name = '=cmd.pdf';
  return form;
}

for (const way of ways) {
  test(`R17 R18 a table saved by a spreadsheet is the same form, whatever it is saved as, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const calc = await office(t);
    await form.openFile(asFile('自评表.json', sealed(hostile())));
    const [whole, table] = [await form.exported(), await form.exportForm('CSV')];
    const habits = {
      'UTF-8': { charset: charset.utf8 },
      GB18030: { charset: charset.gb18030, delimiter: ';', quoted: true },
      'UTF-16': { charset: charset.utf16, delimiter: '\t' },
    };
    for (const [encoding, habit] of Object.entries(habits)) await t.test(encoding, async () => {
      const saved = await calc.saveTable(table.bytes, habit);
      assert.notDeepEqual(saved, table.bytes);
      const report = await form.openFile({ name: `${encoding}.csv`, buffer: saved });
      assert.match(report.findings[0], /校验码相符/, report.findings.join('\n'));
      const separated = { ',': '逗号', ';': '分号', '\t': '制表符' }[habit.delimiter ?? ','];
      assert.match(report.findings[1], new RegExp(`编码 ${encoding}，${separated}分隔，LF 换行`));
      assert.deepEqual(lasting(await form.exported()), lasting(whole));
      assert.deepEqual(await form.tasks('title'), endangered);
    });
  });

  test(`a cell that became a date is named, and nothing is read, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const calc = await office(t);
    await form.openFile(asFile('自评表.json', sealed(sample())));
    const { text } = await form.exportForm('CSV');
    // As somebody types it into the spreadsheet, who knows nothing of guards.
    const typed = text.replace(/,'1-1,(\/answers\/tasks\/tasks\/0)/, ',3/4,$1');
    assert.notEqual(typed, text);
    const saved = await calc.saveTable(Buffer.from(typed), { charset: charset.gb18030 });
    const said = await form.openRefused({ name: '改.csv', buffer: saved });
    assert.match(said, /第 \d+ 行「佐证材料」：「[^」]*」很可能是表格软件把编号或数字改成的日期.*设为“文本”格式/);
    assert.match(said, /现有内容没有改动/);
    assert.equal(await form.typed(task(0, 'evidence')), '1-1');
  });

  test(`signs that an encoding lacks are asked about, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    const calc = await office(t);
    await form.openFile(asFile('自评表.json', sealed(sample())));
    const { text } = await form.exportForm('CSV');
    const lossy = text.replace('已精简10项', '?已精简10项');
    assert.notEqual(lossy, text);
    const row = lossy.split('\r\n').findIndex((line) => line.includes('?已精简10项')) + 1;
    const saved = await calc.saveTable(Buffer.from(lossy), { charset: charset.gb18030 });
    const report = await form.openFile({ name: '问号.csv', buffer: saved });
    assert.match(report.findings[0], /校验码不符/);
    const asked = new RegExp(`下列格子里有“\\?”，请核对：第 ${row} 行「得分说明」$`);
    assert.ok(report.findings.some((said) => asked.test(said)), report.findings.join('\n'));
    await shows(() => form.typed(task(0, 'note')), '12项材料?已精简10项');
  });
}
