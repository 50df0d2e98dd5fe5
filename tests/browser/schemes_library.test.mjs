// The schemes of the page: opened, chosen, kept, taken out; and why a file is refused.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile } from './documents.mjs';
import { builtin, builtinText, completed, notice, schemesPage, small } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';
import { ways } from './support.mjs';

const own = [[`${notice}（修订 1）`, '程序自带', '当前草稿使用'], [`${completed}（修订 1）`, '程序自带']];

/** Bytes that a program would not write, but a scheme all the same. */
const oddly = (scheme) => `\n  ${JSON.stringify(scheme, null, 7)}\n\n`;

for (const way of ways) {
  test(`two schemes come with the program; another is opened, kept, chosen and taken out, ${way}`, async (t) => {
    const { page, schemes } = await schemesPage(t, way);
    await shows(() => schemes.listed(), own);
    assert.equal(await page.getByRole('button', { name: '从本页移去' }).count(), 0, 'the program’s stay');
    const said = await schemes.openScheme(asFile('小方案.json', small()));
    assert.match(said, /已打开方案「小方案」/);
    const with_small = [...own, ['小方案（修订 1）', '打开的文件']];
    await shows(() => schemes.listed(), with_small);
    await shows(() => page.locator('.page.scheme > h2').innerText(), '小方案'); // what was opened is looked at

    await schemes.command('小方案', '用这个方案填报');
    await page.locator('.fill').waitFor();
    await shows(() => schemes.points('rules'), '0.00 / 10');
    await schemes.chooseUnit('区档案馆');
    await schemes.answer('rules', '已建立');
    await shows(() => schemes.total(), '10.00');
    await schemes.untilSaved();

    await page.reload();
    await shows(() => schemes.total(), '10.00');
    await schemes.visit();
    await shows(() => schemes.listed(), [
      own[0].slice(0, 2), own[1], ['小方案（修订 1）', '打开的文件', '当前草稿使用'],
    ]);
    await schemes.command('小方案', '从本页移去');
    await shows(async () => (await schemes.listed()).length, 2);
    await page.reload();
    await schemes.visit();
    await shows(async () => (await schemes.listed()).length, 2);
  });

  test(`a scheme file dropped on the page is opened, wherever one is, ${way}`, async (t) => {
    const { page, schemes } = await schemesPage(t, way);
    await schemes.visit('fill');
    await schemes.dropFile(asFile('小方案.json', small()));
    await until(() => schemes.notice(), (said) => said.includes('已打开方案「小方案」'));
    await schemes.visit();
    await shows(async () => (await schemes.listed()).map(([name]) => name), [own[0][0], own[1][0], '小方案（修订 1）']);
    assert.equal(await page.locator('.drop').count(), 0);
  });
}

test('a scheme is saved byte for byte as it was opened, also after a reload', async (t) => {
  const { page, schemes } = await schemesPage(t);
  const spelt = oddly(small());
  await schemes.openScheme(asFile('小方案.json', spelt));
  const { name, text } = await schemes.savedScheme('小方案');
  assert.equal(name, 'small.r1.json');
  assert.ok(text === spelt);
  await page.reload();
  await schemes.visit();
  assert.ok((await schemes.savedScheme('小方案')).text === spelt);
  // The same scheme in another spelling is the same scheme: what was opened first stays.
  await schemes.openScheme(asFile('又一次.json', small()));
  await shows(async () => (await schemes.listed()).length, 3);
  assert.ok((await schemes.savedScheme('小方案')).text === spelt);
  await page.reload();
  await schemes.visit();
  assert.ok((await schemes.savedScheme('小方案')).text === spelt, 'as before the reload');
});

test('the program’s own scheme, saved and opened again, is the same one', async (t) => {
  const { schemes } = await schemesPage(t);
  const { bytes, name } = await schemes.savedScheme(notice);
  assert.equal(bytes.toString('utf8'), builtinText);
  const said = await schemes.openScheme({ name, buffer: bytes });
  assert.match(said, /已打开方案/);
  await shows(() => schemes.listed(), own);
  assert.deepEqual((await schemes.keys()).filter((key) => key.includes('scheme')), [], 'nothing to keep: the program has it');
});

test('what is refused says why, and nothing changes', async (t) => {
  const { schemes } = await schemesPage(t);
  await schemes.openScheme(asFile('小方案.json', small()));
  const before = await schemes.listed();
  const refused = async (name, document, ...patterns) => {
    const said = await schemes.openScheme(asFile(name, document));
    for (const pattern of [name, ...patterns]) assert.ok(said.includes(pattern), `${pattern} in: ${said}`);
    await shows(() => schemes.listed(), before);
    return said;
  };
  await refused('乱码.json', '{"format": "selfscore/scheme",,', '没有打开');
  await refused('图片.json', '\u0000\u0001PNG', '没有打开');
  await refused('缺名称.json', (({ title, ...rest }) => rest)(small({ id: 'other' })), '没有打开');
  await refused('新格式.json', small({ id: 'other', version: 2 }), '没有打开');

  const changed = builtin();
  changed.title.zh = '改过名称的方案';
  await refused('冒名.json', changed, '代号「business-environment-2021」是程序自带方案的代号');

  const other = small();
  other.title.zh = '改了名称，没有改修订号';
  await refused('同修订.json', other, '代号「small」、修订号 1', '增大修订号');

  // Options of 8 and 0 points for 10: full marks that no answer reaches; and a clause that is not there.
  const short = small({ id: 'short' });
  short.groups[0].indicators[0].criteria[0].rule.options[0].points = '8';
  await refused('不到满分.json', short, '方案有 1 处错误', '/groups/0/indicators/0/criteria/0');
  const loose = small({ id: 'loose' });
  loose.groups[0].indicators[0].criteria[0].rule.options[1].clause = 'nowhere';
  await refused('条款.json', loose, '没有打开', 'nowhere');

  const next = small({ revision: 2 });
  next.title.zh = '小方案第二版';
  assert.match(await schemes.openScheme(asFile('第二版.json', next)), /已打开方案「小方案第二版」/);
  await shows(async () => (await schemes.listed()).slice(2).map(([name]) => name), ['小方案（修订 1）', '小方案第二版（修订 2）']);
});
