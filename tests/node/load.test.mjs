import assert from 'node:assert/strict';
import test from 'node:test';
import { selfscore } from './support.mjs';

test('the module loads outside a browser', () => {
  assert.equal(typeof selfscore.start, 'function');
});
