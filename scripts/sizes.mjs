// Prints what a first visit loads: bytes raw, after gzip -9 and after brotli -q 11.
// (Node has both compressors, so xtask need not compile them.) Remembers what it measured by the
// bytes' digest, in the file named on the command line: brotli -q 11 takes seconds a megabyte.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;
const memory = process.argv[2];
const known = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
const measured = {};
const measure = (path) => {
  const bytes = readFileSync(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return (measured[digest] = known[digest] ??
    [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)]);
};
const row = (name, numbers) =>
  console.log(name.padEnd(36) + numbers.map((n) => String(n).padStart(12)).join(''));

row('bytes', ['raw', 'gzip', 'brotli']);
const total = [0, 0, 0];
// What is loaded when somebody uses it, and not before.
const laterOnes = { 'selfscore-books-': 'workbooks, when used', 'selfscore-worker-': 'checking, when used' };
const later = (name) => Object.keys(laterOnes).find((start) => name.startsWith(start));
// What is fetched behind the page, for the next time without a network.
const behind = /^(sw\.js|manifest\.webmanifest|icon.*)$/;
const names = readdirSync('dist/site').filter((name) => !behind.test(name)).sort();
for (const name of names.filter((name) => !later(name))) {
  const sizes = measure(`dist/site/${name}`);
  row(`dist/site/${name}`, sizes);
  sizes.forEach((size, i) => { total[i] += size; });
}
row('first visit of the site', total);
for (const name of names.filter(later)) row(laterOnes[later(name)], measure(`dist/site/${name}`));
row('dist/selfscore.html (one file)', measure('dist/selfscore.html'));
writeFileSync(memory, JSON.stringify(measured));
