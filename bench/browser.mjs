// Chromium, and what is watched inside of a page; the same for every side.
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath, args, headless: true });

/**
 * Runs in every page before its own scripts. `watched.seen(selector)` gives when an element was there and the frame
 * after it was drawn; after `watched.listen()`, `watched.took` promises how long the next key takes until the total's
 * text has changed, and until the frame after that is drawn. All in milliseconds, from the start of the navigation or from the key's own time.
 */
function watch(total) {
  const drawn = () => new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  });
  const read = () => document.querySelector(total)?.textContent;
  const first = (selector) => new Promise((done) => {
    const look = () => (document.querySelector(selector) ? done() : setTimeout(look));
    look();
  });
  const key = () => new Promise((done) => {
    addEventListener('keydown', ({ timeStamp }) => {
      const before = read();
      const observer = new MutationObserver(() => {
        if (read() === before) return;
        observer.disconnect();
        const text = performance.now() - timeStamp;
        drawn().then((frame) => done({ text, frame: frame - timeStamp }));
      });
      const around = document.querySelector(total).parentElement;
      observer.observe(around, { childList: true, characterData: true, subtree: true });
    }, { capture: true, once: true });
  });
  window.watched = {
    chosen: 0,
    seen: async (selector) => {
      await first(selector);
      return drawn();
    },
    listen: () => {
      window.watched.took = key();
    },
  };
  addEventListener('change', ({ target }) => {
    if (target.type === 'file') window.watched.chosen = performance.now();
  }, true);
}

/** An empty profile of its own with one tab, which is not yet anywhere. */
export async function freshTab(browser, side) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  await page.addInitScript(watch, side.total);
  const session = await context.newCDPSession(page);
  return { page, session, close: () => context.close() };
}

/** Slows the processor down; 1 is as it is. */
export const throttle = ({ session }, rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
