// Schemes other than those that come along, and what is wrong with one, from Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { sample, sealed } from '../browser/documents.mjs';
import { selfscore } from './support.mjs';

const { score, validate, read_form, lint } = selfscore;
const bytes = (value) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const safety = readFileSync(new URL('../../schemes/tables/e-zunyi-safety-2010.json', import.meta.url));

/** Table E: 40 + 40 × 90 ÷ 100 + 5 × 4 = 96; 3 for a thing of the province; 2 × 0.5 off: 98. */
const form = (changes = {}) => ({
  format: 'selfscore/form', version: 1, unit: '示例单位一',
  scheme: { id: 'e-zunyi-safety-2010', revision: 1 },
  answers: {
    duty: { done: ['signed', 'posts', 'discussed'] },
    hazards: { value: '90' },
    training: { occurrences: { sessions: 5 } },
    innovation: { entries: [{ title: '班组积分制', level: 'province' }] },
    accidents: { occurrences: { within: 2, beyond: 0 } },
    criticised: { occurrences: { circulars: 0 } },
    pictures: { occurrences: { not_provided: 0 } },
    one_veto: { done: [] },
  },
  ...changes,
});

test('scores a form of another table, given its file', () => {
  const sheet = score(form(), safety);
  assert.equal(sheet.total, '98.00');
  assert.equal(sheet.complete, true);
  assert.equal(sheet.grade, 'excellent');
  assert.deepEqual(validate(form(), safety), []);
});

test('a file without its scheme is refused, not scored by another', () => {
  for (const call of [() => score(form()), () => validate(form()), () => read_form(bytes(form()))]) {
    assert.throws(call, (refusal) => refusal.code === 'other_scheme');
  }
});

test('says how the scheme fits the word of the file', () => {
  const said = (scheme) => read_form(bytes({ ...sample(), scheme })).scheme;
  const id = 'business-environment-2021';
  assert.equal(said({ id, revision: 1 }), 'by_name');
  assert.equal(said({ id, revision: 7 }), 'other_revision');
  assert.equal(said({ id, revision: 1, sha256: '0'.repeat(64) }), 'changed');
  assert.equal(read_form(bytes(sealed(form())), safety).scheme, 'by_name');
});

test('a scheme that takes the name of one that comes along is refused', () => {
  const changed = JSON.parse(readFileSync(new URL('../../schemes/business-environment-2021.json', import.meta.url)));
  changed.groups[0].title.zh = '别的';
  assert.throws(() => score(sample(), bytes(changed)), (refusal) => refusal.code === 'scheme_unusable' && /自带/.test(refusal.zh));
});

test('says what is wrong with a scheme, with place, proof, words and remedy', () => {
  assert.deepEqual(lint(safety).filter((one) => one.severity !== 'note'), []);
  const broken = JSON.parse(safety);
  // 优 90–100 and 良 80–89 leave 89.5 out.
  broken.total.grades[1].bounds = { at_least: '80', at_most: '89' };
  const gap = lint(bytes(broken)).find((one) => one.rule === 'bounds_gap');
  assert.ok(gap.path.startsWith('/total/grades'), gap.path);
  assert.equal(gap.severity, 'error');
  assert.equal(gap.proof, 'exact');
  for (const text of [gap.message, gap.remedy]) {
    assert.match(text.zh, /[\u4e00-\u9fff]/);
    assert.match(text.en, /[a-z]/);
  }
  assert.throws(() => lint(bytes('{}')), (refusal) => refusal.code === 'scheme_unusable');
});
