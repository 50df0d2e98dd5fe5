// The page in other engines than Playwright drives: the oldest that it promises to run in, one between, and Firefox. `page` is
// Puppeteer's: goto, evaluate, click, type, select, waitForFunction; functions may be given as text only in the old ones.
import puppeteer from 'puppeteer-core';
import puppeteer83 from 'puppeteer-core-for-83';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { address, args, closing, executablePath, oneFile, root } from './support.mjs';

/** A name that leads to this machine, and is no secure origin as `localhost` is: a server in an office, over plain http. */
const PLAIN = 'selfscore.test';

/** The page's address; `plain`: over plain http. */
async function addressOf(way, file) {
  return way === 'plain' ? (await address('site')).replace('127.0.0.1', PLAIN) : address(way, file);
}

async function opened(t, browser, url, started, unheard = () => false) {
  const { problems, close } = closing(t, () => browser.close());
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warning', 'warn'].includes(message.type()) && !unheard(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => { if (!unheard(error.message)) problems.push(`error: ${error.message}`); });
  await page.goto(url);
  if (started) await page.waitForFunction("window.selfscore && !document.getElementById('boot')", { timeout: 20_000 });
  return { page, problems, url, close };
}

/** Firefox, always with a fresh profile, over WebDriver BiDi. */
export async function openInFirefox(t, way, { file = oneFile, started = true } = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox', headless: true, executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'network.dns.localDomains': PLAIN },
  });
  return opened(t, browser, await addressOf(way, file), started);
}

/** Today's Chromium, by the same driver. */
export async function openInChromium(t, way, { file = oneFile, started = true } = {}) {
  const browser = await puppeteer.launch({ executablePath, headless: true, args: [...args, `--host-resolver-rules=MAP ${PLAIN} 127.0.0.1`] });
  // What it says of every file that comes over plain http, those made by the page among them.
  const unheard = (text) => text.includes('was loaded over an insecure connection');
  return opened(t, browser, await addressOf(way, file), started, unheard);
}

/** Where npm brings old ones, packed. */
const packed = { 83: 'chrome-aws-lambda/bin/chromium.br', 92: '@sparticuz/chromium/bin/chromium.br' };

const old = (version) => async (t, way, { file = oneFile, started = true } = {}) => {
  const browser = await puppeteer83.launch({
    executablePath: await unpacked(version), args: ['--headless', ...args, `--host-resolver-rules=MAP ${PLAIN} 127.0.0.1`],
  });
  // What the policy says to newer ones.
  const unheard = (text) => text.includes("'wasm-unsafe-eval''. It will be ignored") || /Unrecognized Content-Security-Policy directive/.test(text);
  return opened(t, browser, await addressOf(way, file), started, unheard);
};

/** Chromium 83 of 2020, the oldest engine that the page promises to run in. */
export const openInChromium83 = old(83);
/** Chromium 92 of 2021. */
export const openInChromium92 = old(92);

/** Unpacks an old browser once. */
async function unpacked(version) {
  const folder = join(root, `node_modules/.cache/chromium${version}`);
  const program = join(folder, 'chromium');
  await access(program).catch(async () => {
    await mkdir(folder, { recursive: true });
    const bytes = brotliDecompressSync(await readFile(join(root, 'node_modules', packed[version])));
    const unpacking = join(folder, `unpacking-${process.pid}`);
    await writeFile(unpacking, bytes, { mode: 0o755 });
    await rename(unpacking, program); // whole or not at all, though test files run side by side
  });
  return program;
}

/** Every engine, by name. */
export const engines = {
  'Chromium 83': openInChromium83, 'Chromium 92': openInChromium92, 'Chromium of today': openInChromium, 'Firefox ESR': openInFirefox,
};
