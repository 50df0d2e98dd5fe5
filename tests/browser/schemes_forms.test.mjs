// Which scheme a form and a draft belong to: nothing of theirs is lost, whichever the page has.
import assert from 'node:assert/strict';
import test from 'node:test';
import { asFile, sample, sealed } from './documents.mjs';
import { SchemePage, notice, small } from './scheme_page.mjs';
import { shows, until } from './shows.mjs';
import { open } from './support.mjs';

const start = async (t) => {
  const opened = await open(t, 'site');
  return { ...opened, schemes: new SchemePage(opened.page) };
};

/** A form that names its scheme so. */
const naming = (scheme) => sealed({ ...sample(), scheme });

const own = 'business-environment-2021';

test('a form of another revision says so and is computed under the page’s', async (t) => {
  const { schemes } = await start(t);
  const { findings, figures } = await schemes.openFile(asFile('修订3.json', naming({ id: own, revision: 3 })));
  assert.ok(findings.some((said) => said.includes('文件按方案的修订 3 填写，本页是修订 1')), findings.join('\n'));
  assert.equal(figures.length, 7);
  await shows(() => schemes.total(), '76.00');
});

test('a form of the same revision and another digest says that the scheme was changed', async (t) => {
  const { schemes } = await start(t);
  const scheme = { id: own, revision: 1, sha256: 'ab'.repeat(32) };
  const { findings } = await schemes.openFile(asFile('改过.json', naming(scheme)));
  assert.ok(findings.some((said) => said.includes('修订号（1）相同，而校验码不同')), findings.join('\n'));
  await shows(() => schemes.total(), '76.00');
});

test('a form without a digest is matched by its name, and says so; the very scheme needs no word', async (t) => {
  const { schemes } = await start(t);
  const { findings } = await schemes.openFile(asFile('无码.json', naming({ id: own, revision: 1 })));
  assert.ok(findings.some((said) => said.includes('没有写明方案的校验码')), findings.join('\n'));
  const { scheme } = await schemes.exported();
  const again = await schemes.openFile(asFile('有码.json', naming(scheme)));
  assert.ok(!again.findings.some((said) => /方案/.test(said)), again.findings.join('\n'));
});

test('a form of a scheme that the page has not is refused with its name; what is open stays', async (t) => {
  const { schemes } = await start(t);
  await schemes.openFile(asFile('自评表.json', sealed(sample())));
  const said = await schemes.openRefused(asFile('别处.json', naming({ id: 'elsewhere-2027', revision: 4 })));
  assert.match(said, /没有的方案「elsewhere-2027」（修订 4）/);
  await shows(() => schemes.total(), '76.00');
});

/** Opens the small scheme and fills in by it. */
const fillSmall = async (schemes) => {
  await schemes.visit();
  await schemes.openScheme(asFile('小方案.json', small()));
  await schemes.command('小方案', '用这个方案填报');
  await schemes.chooseUnit('区档案馆');
  await schemes.answer('rules', '已建立');
  await schemes.explainInWords('rules', '制度已印发');
  await schemes.untilSaved();
  await shows(() => schemes.total(), '10.00');
};

test('a draft whose scheme was taken out says so, and is whole again once the scheme is opened', async (t) => {
  const { page, schemes } = await start(t);
  await fillSmall(schemes);
  await schemes.visit();
  await schemes.command('小方案', '从本页移去');
  const banner = page.locator('.banner.alert');
  for (const again of [false, true]) {
    if (again) await page.reload();
    await schemes.visit('fill');
    await until(() => banner.innerText(), (said) => said.includes('这份草稿所用的方案「small」不在本页'));
    assert.equal(await page.locator('[data-total]').count(), 0, 'no total by rules that are not its own');
  }
  await schemes.pick(asFile('小方案.json', small()), 'scheme');
  await shows(() => schemes.total(), '10.00');
  assert.equal(await banner.count(), 0);
  assert.equal(await schemes.typed('/answers/rules/note'), '制度已印发');
  assert.equal(await schemes.typed('/unit'), '区档案馆');
});

test('a draft of an older revision says so, keeps its answers and can go on under the page’s', async (t) => {
  const { page, schemes } = await start(t);
  await fillSmall(schemes);
  await schemes.visit();
  await schemes.command('小方案', '从本页移去');
  const next = small({ revision: 2 });
  next.groups[0].indicators[0].points = '12';
  next.groups[0].indicators[0].criteria[0].points = '12';
  next.groups[0].indicators[0].criteria[0].rule.options[0].points = '12';
  await schemes.openScheme(asFile('第二版.json', next));
  await schemes.visit('fill');
  const banner = page.locator('.banner').filter({ hasText: '另一个版本' });
  await until(() => banner.innerText(), (said) => said.includes('这份草稿是按方案「小方案」的另一个版本填写的'));
  await shows(() => schemes.total(), '12.00');
  await schemes.button('按本页的版本继续').click();
  await shows(() => banner.count(), 0);
  assert.equal(await schemes.typed('/answers/rules/note'), '制度已印发');
  assert.equal((await schemes.exported()).scheme.revision, 2);
  await schemes.untilSaved();
  await page.reload();
  await shows(() => schemes.total(), '12.00');
  assert.equal(await banner.count(), 0);
});

test('answers of one scheme outlive a look at another', async (t) => {
  const { schemes } = await start(t);
  await schemes.openFile(asFile('自评表.json', sealed(sample())));
  const before = await schemes.exported();
  await schemes.visit();
  await schemes.openScheme(asFile('小方案.json', small()));
  await schemes.command('小方案', '用这个方案填报');
  await schemes.answer('rules', '没有建立');
  await shows(() => schemes.total(), '0.00');
  await schemes.visit();
  await schemes.command(notice, '用这个方案填报');
  await shows(() => schemes.total(), '76.00');
  const { rules, ...answers } = (await schemes.exported()).answers;
  assert.deepEqual(answers, before.answers);
  assert.equal(rules.choice, 'no');
});
