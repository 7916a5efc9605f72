// The notebook server's page in a real Chromium: what environment/lab opens for a person, clicked and typed as a person does.
// Run by environment/test --browser, in a copy of this folder, with PROJECT as the project's folder and CHROMIUM as the browser.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

// Waits end on events; these only end what hangs: one wait, and a test of many.
const NET = 10 * 60 * 1000;
const TEST = { timeout: 3 * NET };
const FIRST = '01-kmeans-step-by-step.ipynb';
const SECOND = '02-mall-income-and-spending.ipynb';

const project = process.env.PROJECT;
// A page saves what it runs, now and then; it must not be the project's own notebooks.
const notebooks = path.resolve('notebooks');
let server;
let address;
let browser;

before(async () => {
  await cp(path.join(project, 'notebooks'), notebooks, { recursive: true });
  await startServer(await freePort());
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
}, TEST);

after(async () => {
  await browser?.close();
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await new Promise((ended) => server.once('exit', ended));
  }
});

async function freePort() {
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function startServer(port) {
  const options = ['--no-browser', `--port=${port}`, '--port-retries=0', `--notebook-dir=${notebooks}`];
  server = spawn(path.join(project, 'environment/lab'), options, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  address = await new Promise((found, failed) => {
    server.stderr.on('data', (text) => {
      said += text;
      const url = /http:\/\/127\.0\.0\.1:\d+\/\?token=(\w+)/.exec(said);
      if (url) found((name) => `http://127.0.0.1:${port}/notebooks/${name}?token=${url[1]}`);
    });
    server.once('exit', (code) => failed(new Error(`environment/lab ended with ${code}: ${said}`)));
  });
}

/** Opens a notebook in a page of its own, and waits for its kernel. */
async function opened(name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(NET);
  await page.goto(address(name));
  await idle(page);
  return page;
}

/** Waits until the kernel has nothing to do. */
const idle = (page) => page.waitForFunction(() => {
  const notebook = globalThis.Jupyter?.notebook;
  return notebook?._fully_loaded && notebook.kernel?.is_connected() && notebook.kernel_busy === false
    && notebook.get_cells().every((cell) => cell.cell_type !== 'code' || cell.input_prompt_number !== '*')
    && document.querySelector('#kernel_indicator_icon.kernel_idle_icon') !== null;
});

async function choose(page, menu, ...items) {
  await page.click(`#menus >> text="${menu}"`);
  for (const item of items.slice(0, -1)) await page.hover(item);
  await page.click(items.at(-1));
}

/** Clears what is stored, runs all cells, and waits for the last one's answer. */
async function runAll(page) {
  await choose(page, 'Cell', '#all_outputs', '#clear_all_output');
  await page.waitForFunction(() => document.querySelectorAll('.output_area .output_subarea').length === 0);
  await choose(page, 'Cell', '#run_all_cells');
  await idle(page);
}

/** Adds a cell at the end, types into it as a person does, and returns where it is. */
async function typed(page, text) {
  await page.evaluate(() => {
    Jupyter.notebook.select(Jupyter.notebook.ncells() - 1);
    Jupyter.notebook.insert_cell_below('code');
    Jupyter.notebook.select_next();
    Jupyter.notebook.edit_mode();
  });
  await page.keyboard.type(text);
  return page.locator('.cell').last();
}

/** Runs the cell that was typed last, and returns what it shows. */
async function answer(page, cell) {
  await page.keyboard.press('Control+Enter');
  await idle(page);
  return cell.locator('.output_subarea').allInnerTexts();
}

async function storedPictures(name) {
  const { cells } = JSON.parse(await readFile(path.join(project, 'notebooks', name), 'utf8'));
  return cells.flatMap((cell) => cell.outputs ?? []).filter((output) => output.data?.['image/png']).length;
}

for (const name of [FIRST, SECOND]) {
  test(`${name} runs from top to bottom, and its pictures show`, TEST, async () => {
    const expected = await storedPictures(name);
    const page = await opened(name);

    await runAll(page);

    assert.deepEqual(await page.locator('.output_error').allInnerTexts(), []);
    assert.ok(expected > 0);
    const widths = await page.locator('.output_png img').evaluateAll((images) => Promise.all(images.map(async (image) => {
      await image.decode();
      return image.naturalWidth;
    })));
    assert.equal(widths.length, expected);
    assert.ok(widths.every((width) => width > 0), `widths ${widths}`);
    await page.close();
  });
}

test('Tab completes, and Shift-Tab explains', TEST, async () => {
  const page = await opened(FIRST);
  assert.deepEqual(await answer(page, await typed(page, 'import segmentation.features.FeatureMatrix;')), []);

  await typed(page, 'FeatureMatrix.of');
  await page.keyboard.press('Tab');
  await page.waitForSelector('#complete option');
  const offered = await page.locator('#complete option').allInnerTexts();
  assert.ok(offered.some((option) => option.includes('ofRows')), `offered ${offered}`);
  await page.keyboard.press('Escape');

  await typed(page, 'Math.floorMod(');
  await page.keyboard.press('Shift+Tab');
  await page.waitForSelector('#tooltip .tooltiptext pre');
  assert.match(await page.locator('#tooltip').innerText(), /floorMod\(int/);
  await page.close();
});

test('a cell without an end is interrupted, and the next one runs', TEST, async () => {
  const page = await opened(FIRST);
  assert.deepEqual(await answer(page, await typed(page, 'int kept = 7;')), []);
  const endless = await typed(page, 'System.out.println("begun"); while (true) { Thread.onSpinWait(); }');
  await page.keyboard.press('Control+Enter');
  await endless.locator('.output_stdout >> text=begun').waitFor();

  await choose(page, 'Kernel', '#int_kernel');

  await idle(page);
  assert.match((await endless.locator('.output_error').allInnerTexts()).join(), /interrupt/i);
  assert.deepEqual(await answer(page, await typed(page, 'kept * 6')), ['42']);
  await page.close();
});

test('a restarted kernel counts anew and has forgotten', TEST, async () => {
  const page = await opened(FIRST);
  assert.deepEqual(await answer(page, await typed(page, 'int forgotten = 7;')), []);

  await choose(page, 'Kernel', '#restart_kernel');
  await page.click('.modal-dialog >> text="Restart"');
  await page.locator('.modal-dialog').waitFor({ state: 'detached' });
  await idle(page);

  const cell = await typed(page, 'forgotten');
  assert.match((await answer(page, cell)).join(), /forgotten/);
  assert.match(await cell.locator('.input_prompt').innerText(), /In\s\[1\]/);
  assert.deepEqual(await answer(page, await typed(page, '6 * 7')), ['42']);
  await page.close();
});
