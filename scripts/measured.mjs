// What the build weighs: bytes raw, after gzip -9 and after brotli -q 11. (Node has both compressors, so xtask need not
// compile them.)
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
// What is loaded when somebody uses it, and not before.
const later = { 'selfscore-books-': 'workbooks, when used', 'selfscore-worker-': 'checking, when used' };
// Parts of the page, as the program calls them (xtask/src/split.rs). One comes right behind the page, without being asked for.
const BEHIND = 'files';
const parts = { [BEHIND]: 'right behind it: evidence, files', office: 'the office’s page, when used', author: 'schemes, when used', paper: 'printing, when used', drafts: 'drafts and help, when used', kinds: 'rarer kinds of rules, when used' };
// What is fetched behind the page, for the next time without a network.
const behind = /^(sw\.js|manifest\.webmanifest|icon.*)$/;

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

/**
 * Rows of name and three sizes: what is loaded until the first field is there, file by file and in all, what is loaded later, the one
 * file. What the pages share counts with each. `target` is cargo's folder: the build says there which files make a part, and what was
 * measured is remembered by the bytes' digest, since brotli -q 11 takes seconds a megabyte.
 */
export function measured(target) {
  const memory = join(target, 'sizes.json');
  const needs = JSON.parse(readFileSync(join(target, 'split/needs.json'), 'utf8'));
  const known = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const remembered = {};
  const measure = (path) => {
    const bytes = readFileSync(dist + path);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return (remembered[digest] = known[digest] ?? [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)]);
  };
  const names = readdirSync(`${dist}site`).filter((name) => !behind.test(name)).sort();
  const use = (name) => later[Object.keys(later).find((start) => name.startsWith(start))];
  const sum = (all) => [0, 1, 2].map((at) => all.reduce((sum, sizes) => sum + sizes[at], 0));
  const first = names.filter((name) => !use(name) && !name.startsWith('selfscore-part-'))
    .map((name) => [`dist/site/${name}`, measure(`site/${name}`)]);
  const rows = [
    ...first,
    ['first visit, to the first field', sum(first.map(([, sizes]) => sizes))],
    ...Object.entries(parts).map(([part, row]) => {
      const besides = needs[part].filter((name) => part === BEHIND || !needs[BEHIND].includes(name));
      return [row, sum(besides.map((name) => measure(`site/${name}`)))];
    }),
    ...names.filter(use).map((name) => [use(name), measure(`site/${name}`)]),
    ['dist/selfscore.html (one file)', measure('selfscore.html')],
  ];
  writeFileSync(memory, JSON.stringify(remembered));
  return rows;
}
