// The page starts, in each way of opening it and in each browser, without a complaint.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openInChromium83, openInFirefox } from './engines.mjs';
import { open, ways } from './support.mjs';

for (const way of ways) {
  test(`starts in Chromium, ${way}`, async (t) => {
    const { page } = await open(t, way);
    assert.equal(await page.title(), '绩效考核自评');
    assert.equal(await page.locator('#boot').count(), 0);
    assert.notEqual((await page.locator('body').innerText()).trim(), '');
  });

  test(`starts in Firefox, ${way}`, async (t) => {
    const { page } = await openInFirefox(t, way);
    assert.equal(await page.title(), '绩效考核自评');
  });

  test(`starts in Chromium 83, ${way}`, async (t) => {
    const { page } = await openInChromium83(t, way);
    assert.notEqual((await page.evaluate('document.body.innerText')).trim(), '');
  });

  test(`says so where JavaScript is off, ${way}`, async (t) => {
    const { page } = await open(t, way, { started: false, javaScriptEnabled: false });
    assert.match(await page.locator('noscript').innerText(), /JavaScript/);
  });

  test(`says so where WebAssembly is missing, ${way}`, async (t) => {
    const { context, page, problems, url } = await open(t, way, { started: false });
    await context.addInitScript(() => { delete window.WebAssembly; });
    await page.goto(url);
    await page.getByRole('alert').getByText('这个浏览器太旧，打不开本页').waitFor();
    problems.length = 0;
  });

  test(`can save a file, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const download = page.waitForEvent('download');
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.download = '自评.json';
      link.href = URL.createObjectURL(new Blob(['{}']));
      link.click();
    });
    assert.equal((await download).suggestedFilename(), '自评.json');
  });
}
