// What the build may weigh. Sizes are exact, unlike times; whoever needs more raises the budget in the same commit, and says why.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { measured } from '../../scripts/measured.mjs';

// The build has measured it a moment ago.
const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
const budget = JSON.parse(readFileSync(new URL('../../size-budget.json', import.meta.url), 'utf8'));

test('the build keeps to its budget of bytes after brotli', () => {
  const sizes = Object.fromEntries(measured(target).map(([name, [, , brotli]]) => [name, brotli]));
  for (const [name, most] of Object.entries(budget)) {
    assert.ok(sizes[name] <= most, `${name}: ${sizes[name]} bytes after brotli, of ${most}`);
    assert.ok(sizes[name] > most * 0.9, `${name}: ${sizes[name]} bytes after brotli; the budget of ${most} can be lowered`);
  }
});
