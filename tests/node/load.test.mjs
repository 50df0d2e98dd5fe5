import assert from 'node:assert/strict';
import test from 'node:test';
import { selfscore } from './support.mjs';

test('the module loads outside a browser', () => {
  for (const name of ['score', 'validate', 'read_form', 'lint', 'check_lines']) assert.equal(typeof selfscore[name], 'function');
});
