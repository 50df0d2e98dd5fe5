// What the build weighs: bytes raw, after gzip -9 and after brotli -q 11. (Node has both compressors, so xtask need not
// compile them.)
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
// What is loaded when somebody uses it, and not before.
const later = { 'selfscore-books-': 'workbooks, when used', 'selfscore-worker-': 'checking, when used' };
// What is fetched behind the page, for the next time without a network.
const behind = /^(sw\.js|manifest\.webmanifest|icon.*)$/;

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

/**
 * Rows of name and three sizes: what a first visit loads, file by file and in all, what is loaded later, the one file. Remembers
 * what it measured by the bytes' digest in the file `memory`, if one is named: brotli -q 11 takes seconds a megabyte.
 */
export function measured(memory) {
  const known = memory && existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const remembered = {};
  const measure = (path) => {
    const bytes = readFileSync(dist + path);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return (remembered[digest] = known[digest] ?? [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)]);
  };
  const names = readdirSync(`${dist}site`).filter((name) => !behind.test(name)).sort();
  const use = (name) => later[Object.keys(later).find((start) => name.startsWith(start))];
  const first = names.filter((name) => !use(name)).map((name) => [`dist/site/${name}`, measure(`site/${name}`)]);
  const total = [0, 1, 2].map((at) => first.reduce((sum, [, sizes]) => sum + sizes[at], 0));
  const rows = [
    ...first,
    ['first visit of the site', total],
    ...names.filter(use).map((name) => [use(name), measure(`site/${name}`)]),
    ['dist/selfscore.html (one file)', measure('selfscore.html')],
  ];
  if (memory) writeFileSync(memory, JSON.stringify(remembered));
  return rows;
}
