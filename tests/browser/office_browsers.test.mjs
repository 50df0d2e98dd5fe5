// The worker starts in every browser that offices have, from a server and from disk.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { sample, sealed } from './documents.mjs';
import { openInChromium83, openInFirefox, ways } from './support.mjs';

const browsers = [['Chromium 83', openInChromium83], ['Firefox', openInFirefox]];

for (const way of ways) {
  for (const [name, start] of browsers) {
    test(`the office reads a form in ${name}, ${way}`, async (t) => {
      const { page } = await start(t, way);
      const folder = await mkdtemp(join(tmpdir(), 'office-'));
      t.after(() => rm(folder, { recursive: true }));
      const file = join(folder, '表.json');
      await writeFile(file, JSON.stringify(sealed(sample())));
      await page.evaluate("location.hash = '#/check'");
      await page.waitForSelector('[data-import="office"]');
      const field = await page.$('[data-import="office"]');
      await field.uploadFile(file);
      await page.waitForFunction("document.querySelectorAll('.units tbody tr').length === 35");
      const figures = await page.evaluate("[...document.querySelectorAll('.units tr[data-unit=\"区教育局\"] [data-figure]')].map((cell) => cell.innerText).join(' ')");
      assert.match(figures, /^76\.00 76\.00 –/);
    });
  }
}
