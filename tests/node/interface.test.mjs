// The script interface: the page's core, called from Node as another page would call it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canonical, sample, sealed } from '../browser/documents.mjs';
import { selfscore } from './support.mjs';

const { score, validate, read_form } = selfscore;
const bytes = (text) => new TextEncoder().encode(typeof text === 'string' ? text : JSON.stringify(text));
const points = { tasks: '48', leadership: '4', measures: '4', implementation: '11', publication: '6', learning: '3', publicity: '0' };

/** A decimal as hundredths; two decimals are all that a line has. */
function hundredths(decimal) {
  assert.match(decimal, /^-?\d+(\.\d{1,2})?$/);
  const [whole, part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}

/** Every JavaScript number in what was given back, with its path. */
function numbers(value, path = '') {
  if (typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => numbers(inner, `${path}/${name}`));
}

/** What a call throws. */
function thrown(call) {
  try {
    call();
  } catch (refusal) {
    return refusal;
  }
  throw new assert.AssertionError({ message: 'nothing was thrown' });
}

test('scores the sample: 76.00, line by line', () => {
  const sheet = score(sample());
  assert.equal(hundredths(sheet.total), 7600n);
  assert.equal(hundredths(sheet.maximum), 9500n);
  assert.equal(sheet.complete, true);
  assert.equal(hundredths(sheet.highest), 7600n);
  for (const line of sheet.lines) assert.equal(hundredths(line.points), hundredths(points[line.criterion]), line.criterion);
  assert.deepEqual(sheet.lines.map((line) => line.criterion), Object.keys(points));
  assert.equal(sheet.lines.at(-1).state, 'not_counted');
});

test('every line accounts for what it loses', () => {
  for (const line of score(sample()).lines) {
    const lost = line.losses.reduce((sum, loss) => sum + hundredths(loss.points), 0n);
    assert.equal(lost, hundredths(line.maximum) - hundredths(line.points), line.criterion);
    for (const loss of line.losses) assert.ok(loss.about === null || typeof loss.about.zh === 'string');
  }
});

test('decimals are texts; a JavaScript number is a count', () => {
  const read = read_form(bytes(sealed(sample())));
  for (const [path, number] of numbers(read)) {
    assert.ok(Number.isSafeInteger(number), `${path} is ${number}`);
    assert.doesNotMatch(path, /(points|total|maximum|highest|stated|recomputed|value|result)$/);
  }
  for (const line of read.sheet.lines) for (const name of ['points', 'maximum', 'highest']) assert.equal(typeof line[name], 'string');
  for (const { stated, recomputed } of read.figures) assert.deepEqual([typeof stated, typeof recomputed], ['string', 'string']);
});

test('reads a JSON file as exported', () => {
  const document = sample();
  document.scheme.sha256 = '';
  const read = read_form(bytes(sealed(document)));
  assert.equal(read.check_code, 'matches');
  assert.deepEqual(read.unknown_members, []);
  assert.deepEqual(read.missing, []);
  assert.deepEqual(read.issues, []);
  assert.deepEqual(read.figures.at(-1), { criterion: null, stated: '76.00', recomputed: '76.00', differs: false });
  assert.ok(read.figures.every((figure) => !figure.differs));
  assert.deepEqual(read.form, sealed(document));
});

test('reads the same form from CSV', () => {
  // As little as a spreadsheet may leave: the columns of values, notes, evidence and keys.
  const rows = [
    ['内容', '填报值', '牵头/配合', '调试阶段', '申报份额', '得分说明', '佐证材料', '键'],
    ['文件格式', 'selfscore/form', '', '', '', '', '', '/format'],
    ['格式版本', '1', '', '', '', '', '', '/version'],
    ['考评方案', 'business-environment-2021', '', '', '', '', '', '/scheme/id'],
    ['单位', '区教育局', '', '', '', '', '', '/unit'],
    ['一网通办', '85', '牵头', '否', '80', '已上线', '1-1', '/answers/tasks/tasks/0'],
    ['定期召开', '是', '', '', '', '', '', '/answers/leadership/choice/with_meetings'],
  ];
  const text = `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
  let read;
  try {
    read = read_form(bytes(text));
  } catch (refusal) {
    throw new Error(`${refusal.code}: ${refusal.zh}`);
  }
  assert.equal(read.form.unit, '区教育局');
  assert.equal(read.check_code, 'absent');
  const line = read.sheet.lines.find(({ criterion }) => criterion === 'tasks');
  assert.equal(hundredths(line.points), 4800n);
});

test('names what was changed after the export', () => {
  const tampered = sealed(sample());
  tampered.score.criteria.tasks = '58.00';
  tampered.score.total = '86.00';
  const read = read_form(bytes(tampered));
  assert.equal(read.check_code, 'differs');
  assert.deepEqual(read.figures.filter((figure) => figure.differs), [
    { criterion: 'tasks', stated: '58.00', recomputed: '48.00', differs: true },
    { criterion: null, stated: '86.00', recomputed: '76.00', differs: true },
  ]);
  delete tampered.sha256;
  assert.equal(read_form(bytes(tampered)).check_code, 'absent');
});

test('keeps and names unknown members', () => {
  const read = read_form(bytes(sealed({ ...sample(), receipt: { stamps: [1, '2'] } })));
  assert.deepEqual(read.unknown_members, ['/receipt']);
  assert.deepEqual(read.form.receipt, { stamps: [1, '2'] });
  assert.equal(read.check_code, 'matches');
});

test('validates: field, code, severity, both languages', () => {
  const document = sample();
  document.answers.tasks.tasks.push({ ...document.answers.tasks.tasks[0], claim: undefined, completion: '70' });
  document.answers.tasks.tasks[0].completion = '100';
  delete document.unit;
  delete document.answers.learning;
  const issues = validate(JSON.parse(JSON.stringify(document)));
  const found = issues.map(({ field, code, severity }) => [field, code, severity]);
  for (const expected of [
    ['/unit', 'unit_missing', 'missing'],
    ['/answers/tasks/tasks/0/claim', 'claim_not_allowed', 'warning'],
    ['/answers/tasks/tasks/1/number', 'duplicate_number', 'error'],
    ['/answers/tasks/tasks/1/claim', 'claim_missing', 'missing'],
    ['/answers/learning/occurrences/visits', 'not_answered', 'missing'],
  ]) assert.ok(found.some((one) => JSON.stringify(one) === JSON.stringify(expected)), `${expected} is not in ${JSON.stringify(found)}`);
  for (const { zh, en } of issues) {
    assert.match(zh, /[\u4e00-\u9fff].*[。）]$/);
    assert.match(en, /^[^\u4e00-\u9fff。，；]*(“[^”]*”[^\u4e00-\u9fff。，；]*)*$/);
  }
  assert.deepEqual(validate(sample()), []);
});

for (const [what, call, code] of [
  ['no form', () => score({}), 'other_format'],
  ['no object', () => score(7), 'other_format'],
  ['a newer version', () => validate({ ...sample(), version: 2 }), 'newer_version'],
  ['another scheme', () => score({ ...sample(), scheme: { id: 'else', revision: 1 } }), 'other_scheme'],
  ['another scheme in a file', () => read_form(bytes({ ...sample(), scheme: { id: 'else', revision: 1 } })), 'other_scheme'],
  ['a number for a decimal', () => score(JSON.parse(JSON.stringify(sample()).replace('"85"', '85'))), 'expected'],
  ['a broken file', () => read_form(bytes('{"format":')), 'syntax'],
  ['bytes that are no text', () => read_form(new Uint8Array([0xFF, 0xFE, 0x00, 0xD8])), 'encoding'],
  ['nothing', () => read_form(new Uint8Array()), 'no_key_column'],
  ['too much', () => read_form(new Uint8Array(4 * 1024 * 1024 + 1)), 'too_large'],
]) test(`refuses ${what}, with a code and words in both languages`, () => {
  const refusal = thrown(call);
  assert.deepEqual(Object.keys(refusal).sort(), ['code', 'en', 'zh']);
  assert.equal(refusal.code, code);
  assert.match(refusal.zh, /[\u4e00-\u9fff]/);
  assert.match(refusal.en, /[A-Za-z]/);
});

/** Mulberry32: the same forms in every run, and a number to name one that fails. */
function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  return { below, one: (list) => list[below(list.length)], decimal: () => `${below(101)}${below(2) ? `.${below(100)}` : ''}`.replace(/^100\..*/, '100') };
}

function randomForm({ below, one, decimal }) {
  const counts = (...names) => Object.fromEntries(names.filter(() => below(6)).map((name) => [name, below(9)]));
  const task = (_, at) => ({
    number: `${at + 1}`, title: one(['一网通办', '企业开办', '𠮷', '']), role: one(['lead', 'supporting', null]),
    completion: one([decimal(), '60', '59.99', '99.99', '100', null]), in_debugging: !below(5),
    claim: one([decimal(), null]), note: one(['说明', '']), evidence: below(2) ? ['1-1'] : [],
  });
  return {
    format: 'selfscore/form', version: 1, unit: one(['区教育局', '']),
    scheme: { id: one(['business-environment-2021', 'business-environment-2021-completed']), revision: 1 },
    answers: {
      tasks: { tasks: Array.from({ length: below(8) }, task) },
      leadership: { choice: one(['none', 'no_meetings', 'with_meetings', null]) },
      measures: { met: one([true, false, null]), occurrences: Object.fromEntries(['no_responsibility', 'no_schedule', 'no_targets'].filter(() => below(2)).map((name) => [name, below(2)])) },
      implementation: { occurrences: counts('off_schedule', 'late_reports') },
      publication: { done: one([[], ['guidance'], ['website'], ['guidance', 'website'], null]) },
      learning: { occurrences: counts('visits', 'trainings') },
    },
  };
}

test('of 200 random forms, every total is the sum of its lines, to the cent', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const form = randomForm(chance(seed));
    const sheet = score(form);
    const sum = (of) => sheet.lines.reduce((all, line) => all + hundredths(of(line)), 0n);
    assert.equal(sum((line) => line.points), hundredths(sheet.total), `form ${seed}`);
    assert.equal(sum((line) => line.highest), hundredths(sheet.highest), `form ${seed}`);
    assert.equal(sum((line) => line.maximum), hundredths(sheet.maximum), `form ${seed}`);
    for (const line of sheet.lines) {
      assert.ok(0n <= hundredths(line.points) && hundredths(line.points) <= hundredths(line.highest), `form ${seed}, ${line.criterion}`);
      assert.ok(hundredths(line.highest) <= hundredths(line.maximum), `form ${seed}, ${line.criterion}`);
    }
    // What a file says is what the object said.
    assert.deepEqual(read_form(bytes(canonical(form))).sheet, sheet, `form ${seed}`);
  }
});

test('no check code is made up for a document that changed', () => {
  const tampered = JSON.parse(JSON.stringify(sealed(sample())));
  tampered.score.total = '95.00';
  const { form, check_code } = selfscore.read_form(Buffer.from(JSON.stringify(tampered)));
  assert.equal(check_code, 'differs');
  assert.equal(form.sha256, undefined);
  const whole = selfscore.read_form(Buffer.from(JSON.stringify(sealed(sample()))));
  assert.match(whole.form.sha256, /^[0-9a-f]{64}$/);
});
