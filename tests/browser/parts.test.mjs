// The page in parts: what a first visit asks for, what comes when it is used, and what is said where it does not come.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { FormPage } from './form_page.mjs';
import { shows, until } from './shows.mjs';
import { open, ways } from './support.mjs';

const part = (name) => new RegExp(`selfscore-part-${name}-[0-9a-f]{12}\\.js$`);

/** The names of the scripts that a page asks for from now on. */
function scripts(page) {
  const asked = [];
  page.on('request', (request) => { if (request.url().endsWith('.js')) asked.push(request.url().split('/').at(-1)); });
  return asked;
}

test('a first visit asks for the first part and what stands below the form, and for a page’s own when one goes there', async (t) => {
  const { page } = await open(t, 'site');
  await page.locator('#export').waitFor();
  const asked = scripts(page);
  await page.reload();
  await page.locator('#export').waitFor();
  const [first, below, ...others] = asked;
  assert.match(first, /^selfscore-[0-9a-f]{12}\.js$/);
  assert.match(below, part('files'));
  assert.deepEqual(others, []);
  asked.length = 0;
  await page.evaluate(() => { location.hash = '#/check'; });
  await page.locator('[data-import="office"]').waitFor({ state: 'attached' });
  const parts = asked.filter((name) => name.includes('-part-'));
  assert.deepEqual(parts.map((name) => ['office', 'shared'].find((one) => part(one).test(name))).sort(), ['office', 'shared']);
  // Workers get ready for the files to come.
  await until(() => asked.some((name) => name.startsWith('selfscore-worker-')), Boolean);
  // What is here is not asked for again.
  asked.length = 0;
  for (const route of ['fill', 'check', 'fill']) await page.evaluate((route) => { location.hash = `#/${route}`; }, route);
  await page.locator('#export').waitFor();
  assert.deepEqual(asked, []);
});

test('the first field is there before what stands below the form', async (t) => {
  const { page } = await open(t, 'site', { started: false });
  await page.context().route(part('files'), () => {}); // never answered
  await page.reload();
  const form = new FormPage(page);
  await form.chooseUnit('区教育局');
  await form.addTask({ title: '一网通办', role: '牵头', completion: '100' });
  await shows(() => form.total(), '60.00');
  await form.untilSaved();
  assert.equal(await page.locator('#export').count(), 0);
  assert.match(await page.locator('[data-coming]').innerText(), /正在打开/);
});

test('a part that does not come is said to be missing, nothing is lost, and it can be tried again', async (t) => {
  const { page, problems } = await open(t, 'site');
  const form = new FormPage(page);
  await form.chooseUnit('区教育局');
  await form.type('/filled_by', '张三');
  await form.untilSaved();
  await page.context().route(part('office'), (route) => route.abort());
  await page.evaluate(() => { location.hash = '#/check'; });
  const missing = page.locator('[data-not-come]');
  assert.match(await missing.innerText(), /没有加载成功，已填写的内容不受影响/);
  await missing.getByRole('button', { name: '再试一次' }).click();
  await missing.waitFor();
  // The rest of the page goes on.
  await page.evaluate(() => { location.hash = '#/fill'; });
  await shows(() => form.typed('/filled_by'), '张三');
  await page.evaluate(() => { location.hash = '#/check'; });
  await missing.waitFor();
  await page.context().unroute(part('office'));
  await missing.getByRole('button', { name: '再试一次' }).click();
  await page.locator('[data-import="office"]').waitFor({ state: 'attached' });
  problems.length = 0; // the browser says what it did not get
});

test('a command whose part does not come says so, and works the next time', async (t) => {
  const { page, problems } = await open(t, 'site', { started: false });
  await page.context().route(part('files'), (route) => route.abort());
  await page.reload();
  const form = new FormPage(page);
  await page.getByRole('button', { name: '看一份填好的示例' }).click();
  await until(() => form.notice(), (said) => /没有加载成功/.test(said));
  await page.context().unroute(part('files'));
  await page.getByRole('button', { name: '看一份填好的示例' }).click();
  await page.getByText('这是一份示例').waitFor();
  problems.length = 0;
});

for (const way of ways) {
  test(`a file that is dropped before anything else was used is opened, ${way}`, async (t) => {
    const { page } = await open(t, way);
    const form = new FormPage(page);
    await page.evaluate(() => { location.hash = '#/help'; });
    await page.locator('.help').waitFor();
    const file = asFile('甲.json', sealed(sample()));
    const given = await page.evaluateHandle(({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'application/json' }));
      return transfer;
    }, { name: file.name, text: file.buffer.toString('utf8') });
    await page.dispatchEvent('.app', 'drop', { dataTransfer: given });
    await shows(() => form.total(), '76.00');
  });
}
