// The page can reach nothing: every way out that a browser has is refused, and nothing arrives.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import test from 'node:test';
import { engines } from './engines.mjs';
import { open, visit, ways } from './support.mjs';

/**
 * A listener that notes what it is told; gives its address. For a frame or a form Chromium may open
 * a connection before it asks the policy, and closes it without a word: only words count.
 */
async function listener(t) {
  const heard = [];
  const server = createServer((socket) => {
    socket.once('data', (data) => {
      heard.push(String(data).split('\r\n')[0]);
      socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => {});
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  return { heard, host: `127.0.0.1:${server.address().port}` };
}

/** Ways out, by the directive of the policy that refuses each. */
const exits = {
  'connect-src': {
    fetch: (to) => fetch(`http://${to}`, { mode: 'no-cors' }),
    keepalive: (to) => fetch(`http://${to}`, { keepalive: true, method: 'POST', body: 'x' }),
    XHR: (to) => { const request = new XMLHttpRequest(); request.open('GET', `http://${to}`); request.send(); },
    WebSocket: (to) => new WebSocket(`ws://${to}`),
    EventSource: (to) => new EventSource(`http://${to}`),
    sendBeacon: (to) => navigator.sendBeacon(`http://${to}`, 'x'),
  },
  'img-src': {
    image: (to) => { new Image().src = `http://${to}`; },
    background: (to) => { document.body.style.backgroundImage = `url(http://${to})`; getComputedStyle(document.body).backgroundImage; },
  },
  'frame-src': {
    iframe: (to) => { document.body.append(Object.assign(document.createElement('iframe'), { src: `http://${to}` })); },
  },
  'form-action': {
    form: (to) => {
      const form = Object.assign(document.createElement('form'), { action: `http://${to}`, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  },
  'script-src-elem': {
    script: (to) => { document.body.append(Object.assign(document.createElement('script'), { src: `http://${to}` })); },
    import: (to) => import(`http://${to}/x.js`).catch(() => {}),
  },
  'style-src-elem': {
    stylesheet: (to) => { document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${to}` })); },
  },
  'font-src': {
    font: (to) => new FontFace('x', `url(http://${to})`).load().catch(() => {}),
  },
  'media-src': {
    video: (to) => { document.body.append(Object.assign(document.createElement('video'), { src: `http://${to}`, preload: 'auto' })); },
  },
  'object-src': {
    object: (to) => { document.body.append(Object.assign(document.createElement('object'), { data: `http://${to}`, type: 'text/html' })); },
  },
  'worker-src': {
    worker: (to) => { new Worker(`data:text/javascript,fetch('http://${to}',{mode:'no-cors'})`); },
  },
  'script-src': {
    eval: () => { try { (0, eval)('1'); } catch { /* refused */ } },
    Function: () => { try { new Function('1')(); } catch { /* refused */ } },
  },
};

/** Ways out that a worker has: the page may start one of its own text, and what the page may not, it may not. */
const fromWorker = {
  fetch: 'fetch(to, { mode: "no-cors" }).catch(function () {})',
  XHR: 'var request = new XMLHttpRequest(); request.open("GET", to); request.send()',
  WebSocket: 'new WebSocket(to.replace("http", "ws"))',
  EventSource: 'new EventSource(to)',
  importScripts: 'importScripts(to)',
};

for (const way of ways) {
  test(`every way out of a worker is refused, ${way}`, { timeout: 120_000 }, async (t) => {
    const { heard, host } = await listener(t);
    const { page, problems } = await open(t, way);
    for (const [name, attempt] of Object.entries(fromWorker)) await t.test(name, async () => {
      const refused = await page.evaluate(([attempt, to]) => new Promise((done) => {
        const text = `self.addEventListener('securitypolicyviolation', function (event) { postMessage(event.effectiveDirective); });
          var to = ${JSON.stringify(to)}; try { ${attempt} } catch (error) { /* the refusal, thrown */ }`;
        const worker = new Worker(URL.createObjectURL(new Blob([text])));
        worker.onmessage = ({ data }) => done(data);
        setTimeout(() => done('nothing was refused'), 8_000);
      }), [attempt, `http://${host}/${name}`]);
      assert.match(refused, name === 'importScripts' ? /^script-src/ : /^connect-src$/);
    });
    assert.deepEqual(heard, []);
    problems.length = 0; // what they complain of is what was to be shown
  });

  test(`every way out is refused, ${way}`, { timeout: 120_000 }, async (t) => {
    const { heard, host } = await listener(t);
    const { page, problems, url } = await open(t, way);
    for (const [directive, attempts] of Object.entries(exits)) {
      for (const [name, attempt] of Object.entries(attempts)) await t.test(name, async () => {
        // What the debugger calls directly may eval; what runs a turn later is the page's own.
        const refused = await page.evaluate(([source, to]) => {
          const act = Function(`return ${source}`)();
          return new Promise((done) => {
            const said = ({ effectiveDirective }) => done(effectiveDirective);
            document.addEventListener('securitypolicyviolation', said, { once: true });
            setTimeout(() => { Promise.resolve().then(() => act(to)).catch(() => {}); });
            setTimeout(() => done('nothing was refused'), 8_000);
          });
        }, [attempt.toString(), `${host}/${name}`]);
        assert.equal(refused, directive);
      });
    }
    assert.deepEqual(heard, []);
    assert.equal(page.url().split('#')[0], url, 'still the page');
    await visit(page, 'drafts');
    await visit(page, 'fill'); // and it works
    problems.length = 0; // what they complain of is what was to be shown
  });

  test(`asks for nothing at all while it is used, ${way}`, async (t) => {
    const { page, url } = await open(t, way);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const route of ['drafts', 'check', 'scheme', 'help', 'fill']) await visit(page, route);
    await page.locator('[data-field="/filled_by"]').fill('张三');
    await page.locator('[data-saved="saved"]').waitFor();
    assert.deepEqual(asked.filter((one) => !one.startsWith(url) && !one.startsWith('data:') && !one.startsWith('blob:')), []);
  });
}

/** Ways out in words that engines of 2020 understand, too; each notes that it was tried. */
const tries = {
  fetch: 'fetch(to + "fetch", { mode: "no-cors" }).catch(function () {})',
  XHR: 'var request = new XMLHttpRequest(); request.open("GET", to + "xhr"); request.send()',
  image: 'new Image().src = to + "image"',
  WebSocket: 'new WebSocket(to.replace("http", "ws") + "socket")',
  EventSource: 'new EventSource(to + "events")',
  beacon: 'navigator.sendBeacon(to + "beacon", "x")',
  script: 'document.body.appendChild(document.createElement("script")).src = to + "script"',
  style: 'var link = document.createElement("link"); link.rel = "stylesheet"; link.href = to + "style"; document.head.appendChild(link)',
  frame: 'document.body.appendChild(document.createElement("iframe")).src = to + "frame"',
  form: 'var form = document.createElement("form"); form.action = to + "form"; form.method = "post"; document.body.appendChild(form); form.submit()',
};

for (const [name, start] of Object.entries(engines)) {
  for (const way of ways) {
    test(`nothing gets out of ${name}, ${way}`, { timeout: 120_000 }, async (t) => {
      const { heard, host } = await listener(t);
      const { page, problems, url } = await start(t, way);
      const tried = await page.evaluate(`(function (to) {
        var tried = [];
        ${Object.entries(tries).map(([one, act]) => `try { ${act}; } catch (refused) { /* by the policy */ } tried.push(${JSON.stringify(one)});`).join('\n')}
        return tried;
      })(${JSON.stringify(`http://${host}/`)})`);
      assert.deepEqual(tried, Object.keys(tries));
      await new Promise((done) => { setTimeout(done, 2_000); });
      assert.deepEqual(heard, []);
      assert.equal(page.url().split('#')[0], url, 'still the page');
      // The listener hears what does come.
      await fetch(`http://${host}/`).catch(() => {});
      assert.equal(heard.length, 1);
      problems.length = 0; // what the page complains of is what was to be shown
    });
  }
}
