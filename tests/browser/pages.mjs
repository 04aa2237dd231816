// What a reader does with the generated pages: look at them on a wide and a narrow screen, search, follow links.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from './browser.mjs';

const [command, folder] = process.argv.slice(2);
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).sort();
assert.ok(pages.length > 0, `no page below ${folder}: run tianbao generate`);

const overflow = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
};

async function looksRight(browser, url) {
  for (const width of [1280, 390]) {
    await browser.open(url, width);
    assert.deepEqual(browser.requests.filter((request) => !request.startsWith('file:')), [], 'asks the network for something');
    assert.equal(await browser.ask(overflow), 0, `wider than ${width} pixels`);
  }
  assert.deepEqual(browser.troubles, [], 'says errors');
}

const state = () => {
  const shown = (kind) => [...document.querySelectorAll(`[data-entry="${kind}"]:not([hidden])`)].map((element) => element.id);
  return {
    fields: shown('field'),
    rules: shown('rule'),
    said: document.getElementById('page-found').textContent,
    nothing: !document.getElementById('page-nothing').hidden,
    focused: document.activeElement?.id,
    listed: document.querySelectorAll('.contents li li:not([hidden])').length,
  };
};

async function searches(browser, url) {
  await browser.open(url, 1280);
  const all = await browser.ask(state);
  const last = all.fields.at(-1);

  await browser.press('/');
  assert.equal((await browser.ask(state)).focused, 'page-find', '/ leads to the search box');
  await browser.type(last);
  let now = await browser.ask(state);
  assert.ok(now.fields.includes(last), 'a path finds its field');
  assert.ok(now.fields.length < all.fields.length, 'what does not match is hidden');
  assert.equal(now.said, `${now.fields.length} 项，${now.rules.length} 条规则`);
  assert.ok(now.listed < all.listed, 'the contents follow');

  // A link to what is hidden shows it again.
  const hidden = all.fields.find((id) => !now.fields.includes(id));
  await browser.ask((id) => { location.hash = id; }, hidden);
  await browser.ask(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.deepEqual((await browser.ask(state)).fields, all.fields, 'a link leads to its target');

  await browser.open(`${url}?q=${encodeURIComponent('没有这样的项目')}`, 1280);
  now = await browser.ask(state);
  assert.deepEqual([now.fields, now.rules, now.nothing], [[], [], true], 'nothing found is said');
  await browser.press('/');
  await browser.press('Escape');
  assert.deepEqual((await browser.ask(state)).fields, all.fields, 'Escape clears');
}

/// A clause is found as it stands, and with the half-width brackets of a keyboard.
async function findsClauses(browser, url) {
  await browser.open(url, 1280);
  const field = await browser.ask(() => {
    const clause = [...document.querySelectorAll('.card.field .clause')].find((clause) => clause.textContent.includes('（'));
    return clause && { id: clause.closest('.card').id, clause: clause.textContent };
  });
  if (!field) return;
  for (const clause of [field.clause, field.clause.normalize('NFKC')]) {
    await browser.open(`${url}?q=${encodeURIComponent(clause)}`, 1280);
    assert.ok((await browser.ask(state)).fields.includes(field.id), `${clause} finds its field`);
  }
}

async function foldsOnPhones(browser, url) {
  const folded = () => !document.querySelector('.contents').open;
  await browser.open(url, 390);
  assert.equal(await browser.ask(folded), true, 'the contents are folded at 390 pixels');
  await browser.open(url, 1280);
  assert.equal(await browser.ask(folded), false, 'and open at 1280');
}

const browser = await Browser.start(command);
let failed = 0;
const test = async (name, page, check) => {
  try {
    await check(browser, pathToFileURL(join(folder, page)).href);
    console.log(`ok      ${page}: ${name}`);
  } catch (error) {
    failed += 1;
    browser.troubles.length = 0;
    console.log(`FAILED  ${page}: ${name}\n        ${error.message}`);
  }
};
for (const page of pages) {
  await test('fits, and needs no network', page, looksRight);
  if (!page.endsWith('fields.html')) continue;
  await test('search', page, searches);
  await test('search by clause', page, findsClauses);
  await test('contents', page, foldsOnPhones);
}
await browser.stop();
process.exitCode = failed > 0 ? 1 : 0;
