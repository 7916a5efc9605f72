// The interactive page of a report in a real Chromium, on a telephone's width, by pointer and by keyboard, and looked over by axe-core.
// Run as notebook-page.test.mjs is; the pages are those that notebooks have written to the project's target/site.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const TEST = { timeout: 30 * 60 * 1000 };
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = path.join(process.env.PROJECT, 'target/site');
const page = path.join(site, '02-mall-income-and-spending/interactive.html');
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
}, TEST);

after(() => browser?.close());

/** Opens a file, and keeps what it asks for and complains of. */
async function open(file, width) {
  const view = await browser.newPage({ viewport: { width, height: 844 }, acceptDownloads: true, bypassCSP: true });
  const seen = { requests: [], errors: [] };
  view.on('request', (request) => seen.requests.push(request.url()));
  view.on('pageerror', (error) => seen.errors.push(error.message));
  await view.goto(pathToFileURL(file).href);
  return { view, seen };
}

const pressed = (view) => view.locator('#legend button[aria-pressed=true]').count();

test('fits a telephone, asks for nothing, and answers to every control', TEST, async () => {
  const { view, seen } = await open(page, 390);
  await view.locator('#app').waitFor();
  const wide = await view.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `the page is ${wide} px wide`);

  const segments = await view.locator('#legend button').count();
  assert.ok(segments >= 2);
  await view.locator('#legend button').first().click();
  assert.equal(await pressed(view), 1);
  assert.match(await view.locator('#status').textContent(), /is selected: [\d,]+ customers?\./);

  const [download] = await Promise.all([view.waitForEvent('download'), view.locator('#download').click()]);
  assert.equal(download.suggestedFilename(), `segment-1-of-${segments}.csv`);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  const members = Number(/selected: ([\d,]+)/.exec(await view.locator('#status').textContent())[1].replaceAll(',', ''));
  assert.equal(lines.length, members + 1);
  assert.ok(lines.slice(1).every((line) => line.endsWith(',1')));

  await view.locator('#colour').selectOption({ index: 1 });
  await view.locator('#scale li').first().waitFor();
  await view.locator('#x').selectOption({ index: 1 });
  await view.locator('#y').selectOption({ index: 0 });
  assert.match(await view.locator('#plot').getAttribute('aria-label'), /^Scatter of [\d,]+ customers? in /);
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:')), []);
  await view.close();
});

test('is worked by keyboard alone, and says what it does', TEST, async () => {
  const { view } = await open(page, 1280);
  await view.locator('#plot').focus();
  await view.keyboard.press('ArrowRight');
  const first = await view.locator('#status').textContent();
  assert.match(first, /^Customer /);
  await view.keyboard.press('ArrowRight');
  assert.notEqual(await view.locator('#status').textContent(), first);
  await view.keyboard.press('Enter');
  assert.equal(await pressed(view), 1);
  await view.keyboard.press('Escape');
  assert.equal(await pressed(view), 0);
  await view.keyboard.press('ArrowDown');
  assert.equal(await pressed(view), 1);
  await view.close();
});

test('axe-core finds nothing serious on any page', TEST, async () => {
  const folders = (await readdir(site, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const files = [path.join(site, 'index.html'), ...folders.flatMap(({ name }) =>
    ['report.html', 'interactive.html'].map((file) => path.join(site, name, file)))];
  let looked = 0;
  for (const file of files) {
    const exists = await readFile(file).then(() => true, () => false);
    if (!exists) continue;
    const { view } = await open(file, 1280);
    await view.evaluate(axe);
    const { violations } = await view.evaluate(() => window.axe.run(document));
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
    assert.deepEqual(found, [], file);
    looked++;
    await view.close();
  }
  assert.ok(looked > 0, 'there are pages to look at');
});
