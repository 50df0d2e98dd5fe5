// Forms one on each line, checked together from another page or from Node.
import assert from 'node:assert/strict';
import test from 'node:test';
import { sample, sealed } from '../browser/documents.mjs';
import { selfscore } from './support.mjs';

const bytes = (lines) => new TextEncoder().encode(lines.join('\n'));

test('counts forms, figures and findings', () => {
  const wrong = sample();
  wrong.score.criteria.tasks = '58.00';
  wrong.score.total = '86.00';
  const tampered = JSON.stringify(sealed(sample())).replace('"85"', '"86"');
  const { forms, scored, findings } = selfscore.check_lines(bytes([
    JSON.stringify(sealed(sample())), '', JSON.stringify(sealed(wrong)), '{ "format"', tampered, '  ',
  ]));
  assert.deepEqual([forms, scored], [4, 3]);
  assert.equal(findings.unreadable, 1);
  assert.equal(findings.figures_differ, 1);
  assert.equal(findings.changed_after_export, 1);
  // Three forms of one unit.
  assert.equal(findings.duplicate, 2);
});

test('holds tasks against a register, and refuses one that is none', () => {
  const register = new TextEncoder().encode('number,title,lead,supporting\n1,甲,区教育局,\n2,乙,区教育局,\n');
  const { findings } = selfscore.check_lines(bytes([JSON.stringify(sealed(sample()))]), undefined, register);
  assert.equal(findings.task_missing, 1);
  assert.throws(() => selfscore.check_lines(bytes([]), new Uint8Array([123])), ({ code, zh }) => code === 'scheme_unusable' && zh.length > 0);
});
