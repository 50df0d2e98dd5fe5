// What a first visit loads: the files that are asked for until the first input is there.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { freshTab } from '../browser.mjs';

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});

/** Bytes by side: raw, gzip -9, brotli -q 11. */
export async function sizes(browser, sides) {
  const found = {};
  for (const side of sides) {
    const tab = await freshTab(browser, side);
    const asked = new Set();
    tab.page.on('request', (request) => {
      if (request.url().startsWith(side.url)) asked.add(new URL(request.url()).pathname.slice(1) || 'index.html');
    });
    await tab.page.goto(side.url);
    await tab.page.evaluate((first) => window.watched.seen(first), side.first);
    await tab.close();
    const files = [...asked].map((name) => side.files.get(name)).filter(Boolean);
    const sum = (packed) => files.reduce((bytes, file) => bytes + packed(file).length, 0);
    found[side.key] = { raw: sum((file) => file), gzip: sum((file) => gzipSync(file, { level: 9 })), brotli: sum(brotli) };
  }
  return found;
}
