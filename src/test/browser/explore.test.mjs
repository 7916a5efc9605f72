// The page of explore in a real Chromium, worked as a person does: columns, k, files, history, saving, two tabs, keyboard, the end.
// Run as notebook-page.test.mjs is; the command is environment/segment explore of the project.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

// Waits end on events; this only ends what hangs.
const TEST = { timeout: 20 * 60 * 1000 };
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const project = process.env.PROJECT;
const command = process.env.EXPLORE ? process.env.EXPLORE.split(' ') : [path.join(project, 'environment/segment')];
const servers = [];
let out;
let browser;

before(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'explore-'));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
}, TEST);
after(async () => {
  await browser?.close();
  servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).forEach((server) => server.kill('SIGTERM'));
});

/** Starts the command, and returns its address and how to end it. */
async function started(...words) {
  const server = spawn(command[0], [...command.slice(1), 'explore', '--no-browser', '--out', out, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  servers.push(server);
  let said = '';
  const address = await new Promise((found, failed) => {
    server.stderr.on('data', (text) => {
      said += text;
      const url = /http:\/\/127\.0\.0\.1:\d+\/\w+\//.exec(said);
      if (url) found(url[0]);
    });
    server.once('exit', (code) => failed(new Error(`explore ended with ${code}: ${said}`)));
  });
  const gone = new Promise((ended) => server.once('exit', ended));
  return { address, server, gone };
}

/** Opens a page, and keeps what it asks for and complains of. */
async function opened(address, options = {}) {
  const page = await browser.newPage({ viewport: { width: options.width ?? 1400, height: 900 }, colorScheme: options.scheme ?? 'light', acceptDownloads: true });
  page.setDefaultTimeout(10 * 60 * 1000);
  const seen = { requests: [], errors: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !/status of 4/.test(message.text()) && seen.errors.push(message.text()));
  await page.goto(address);
  return { page, seen };
}

const judged = (page) => page.waitForFunction(() => ['clear', 'weak', 'none'].includes(document.querySelector('#verdict').className));
const refined = (page, k) => page.waitForFunction((wanted) => document.querySelectorAll('#segments > li').length === wanted
  && !document.body.classList.contains('first-answer'), k);
const lines = (page) => page.locator('#history tbody tr').count();

test('columns, k and limits are changed, and the segments follow', TEST, async () => {
  const { address, server, gone } = await started('mall-customers');
  const { page, seen } = await opened(address);
  await judged(page);
  assert.match(await page.locator('#verdict-words').textContent(), /^(Yes|Only weakly|No)\./);

  await page.getByLabel('Age', { exact: true }).uncheck();
  await page.waitForFunction(() => document.querySelectorAll('#history tbody tr').length === 2);
  await page.locator('#k').fill('5');
  await refined(page, 5);
  assert.equal(await page.locator('#k-out').textContent(), '5');
  await judged(page);
  const history = await page.locator('#history tbody').innerText();
  assert.match(history, /− Age/);
  assert.match(history, /k = 5/);

  // The curve's handle is dragged to another k.
  const box = await page.locator('#silhouette').boundingBox();
  const at = (k) => box.x + ((46 + ((k - 1) / 9) * 280) / 340) * box.width;
  await page.mouse.move(at(5), box.y + 60);
  await page.mouse.down();
  await page.mouse.move(at(3), box.y + 60, { steps: 4 });
  await page.mouse.up();
  await refined(page, 3);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.waitForFunction(() => Number(document.querySelector('#k-out').textContent) !== 3);
  await page.locator('#segments button').first().click();
  await page.locator('#details').waitFor();
  assert.ok(await page.locator('#customers tbody tr').count() > 0);

  const before = await lines(page);
  const compare = page.locator('#history button[aria-label^="Compare line"]:not([disabled])').last();
  await compare.click();
  await page.waitForFunction(() => /Agreement -?\d\.\d{3}/.test(document.querySelector('#comparison').textContent));
  await page.locator('#history input').first().fill('mine <b>');
  await page.locator('#history input').first().press('Tab');
  await page.waitForFunction(() => document.querySelector('#history input').value === 'mine <b>');
  assert.equal(await page.locator('#history b').count(), 0);
  assert.equal(await lines(page), before);

  assert.deepEqual(seen.errors, []);
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:')), []);
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await gone;
  assert.equal(server.exitCode, 0);
  await page.close();
});

test('a file is opened, a bad one is one sentence, and saving leaves a whole result', TEST, async () => {
  const { address, server, gone } = await started();
  const { page, seen } = await opened(address);
  await page.locator('#nothing').waitFor();
  const rows = Array.from({ length: 60 }, (_, i) => `${(i % 3) * 100 + (i % 7)},${((i + 1) % 3) * 50 + (i % 5)},${i % 2 ? 'Ulm' : '<img src=x onerror=alert(1)>'}`);
  const file = path.join(out, 'shop <i>.csv');
  await writeFile(file, `income,spend <b>,city\n${rows.join('\n')}\n`);
  await page.locator('#open').setInputFiles(file);
  await judged(page);
  const segments = await page.locator('#segments > li').count();
  assert.ok(segments >= 2);
  assert.equal(await page.locator('#columns b, #customers img, h1 i').count(), 0);

  await page.locator('#open').setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from('just words') });
  await page.waitForFunction(() => document.querySelector('#failed').textContent.startsWith('bad.csv'));
  assert.doesNotMatch(await page.locator('#failed').textContent(), /Exception|segment-explore/);
  assert.equal(await page.locator('#segments > li').count(), segments);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('#saving').textContent.startsWith('Saved in'));
  const [folder] = (await readdir(out)).filter((name) => name.endsWith('-segments'));
  assert.ok((await readdir(path.join(out, folder))).includes('files.sha256'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Notebook with this choice' }).click()]);
  assert.match(await readFile(await download.path(), 'utf8'), /List<String> features = List.of\(\\"income\\"/);
  assert.deepEqual(seen.errors, []);

  // Without its server the page says so.
  server.kill('SIGTERM');
  await gone;
  await page.waitForFunction(() => document.querySelector('#failed').textContent.startsWith('The page has lost its server'));
  await page.close();
});

test('two tabs show the same, keys are enough, a telephone is wide enough, axe-core finds nothing serious', TEST, async () => {
  const { address, server, gone } = await started('mall-customers');
  const { page } = await opened(address);
  await judged(page);
  for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [1400, 'dark']]) {
    const { page: other, seen } = await opened(address, { width, scheme });
    await judged(other);
    const wide = await other.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `the page is ${wide} px wide`);
    assert.equal(await other.locator('#verdict-words').textContent(), await page.locator('#verdict-words').textContent());
    assert.deepEqual(seen.errors, []);
    await serious(other, address);
    await other.close();
  }
  await page.locator('#k').focus();
  const before = await page.locator('#k-out').textContent();
  await page.keyboard.press('ArrowRight');
  await refined(page, Number(before) + 1);
  await page.locator('#plot').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('#pointed').textContent(), /^Customer /);
  await page.keyboard.press('Enter');
  await page.locator('#details').waitFor();
  await page.keyboard.press('Control+z');
  await page.waitForFunction((k) => document.querySelector('#k-out').textContent === k, before);
  await page.close();
  server.kill('SIGTERM');
  await gone;
});

test('K-Means goes step by step, from centroids placed by hand', TEST, async () => {
  const { address, server, gone } = await started();
  const { page, seen } = await opened(`${address}steps`);
  await page.waitForFunction(() => document.querySelector('#said').textContent.startsWith('Start'));
  await page.getByRole('button', { name: 'Next step' }).click();
  assert.match(await page.locator('#said').textContent(), /^Iteration 1: [\d,]+ customers? went/);
  await page.getByRole('button', { name: 'Next step' }).click();
  assert.match(await page.locator('#said').textContent(), /^Iteration 1: each centroid moved/);
  await page.locator('#method').selectOption('hand');
  await page.locator('#k').fill('2');
  await page.waitForFunction(() => document.querySelector('#said').textContent.startsWith('Click to place centroid 1 of 2'));
  await page.locator('#plot').click({ position: { x: 200, y: 100 } });
  await page.locator('#plot').click({ position: { x: 320, y: 260 } });
  await page.waitForFunction(() => document.querySelector('#said').textContent.startsWith('Start'));
  await page.getByRole('button', { name: 'To the end' }).click();
  assert.match(await page.locator('#said').textContent(), /each centroid moved|this is the end/);
  assert.deepEqual(seen.errors, []);
  await serious(page, address);
  await page.close();
  server.kill('SIGTERM');
  await gone;
});

/** The policy of the page lets no foreign script in, so axe-core looks at a page that is let off it. */
async function serious(page) {
  const free = await browser.newPage({ viewport: page.viewportSize(), bypassCSP: true, colorScheme: await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) });
  await free.goto(page.url());
  await free.waitForFunction(() => document.querySelectorAll('#segments > li').length > 0 || document.querySelector('#said')?.textContent.startsWith('Start'));
  await free.evaluate(axe);
  const { violations } = await free.evaluate(() => globalThis.axe.run(document));
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  assert.deepEqual(found, []);
  await free.close();
}
