// Measures the page in Chromium as a person meets it: a name and a number a line, as `cargo xtask bench --page` takes them in.
// It looks at what is on the screen only, and so knows nothing of workers. Names and units: xtask/src/bench/rows.rs.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { whole } from "./harness.mjs";

const address = process.env.KITH_URL ?? "http://127.0.0.1:8080/";
const patience = { timeout: 300_000 };
/** Moves of the slider: enough for a 95th percentile. */
const MOVES = 24;
/** How long a task of the main thread is waited for after the last move. */
const AFTERWARDS = 500;

const tell = (name, value) => console.log(`${name} ${value}`);
const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

/** Runs in the page before its own scripts: notes when the first comparison was painted, and every long task. */
function watch() {
  window.measured = { longest: 0 };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.measured.longest = Math.max(window.measured.longest, task.duration);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    const drawn = document.querySelectorAll(".world canvas").length >= 1 && document.querySelector(".change-rows li");
    if (drawn && (document.querySelector("progress")?.value > 0 || document.querySelector(".fingerprint code"))) window.measured.first = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: moves a slider once and waits until what is drawn is what the slider says; when its first year was, and all. */
function move(value) {
  return new Promise((done) => {
    // One choice of one strategy: one world changes, and stands again beside the others.
    const slider = document.querySelector("#lever-power");
    const money = document.querySelector(".explore");
    const start = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, String(value));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    let [seen, year] = [false, undefined];
    const look = () => {
      if (year === undefined && document.querySelector(".first-look[data-year]")) year = performance.now() - start;
      // First it is marked as not yet what the controls say, then no longer; a page that is faster than a frame is never marked.
      const stale = money.classList.contains("stale");
      seen ||= stale || performance.now() - start > 32;
      if (seen && !stale && (document.querySelector("progress")?.value ?? 1) > 0) {
        // Once more, so that what was changed in this frame is painted.
        requestAnimationFrame(() => {
          const whole = performance.now() - start;
          done({ year: year ?? whole, whole });
        });
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const browser = await chromium.launch({ executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium" });
const open = async (question) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${address}#${whole(`/explore?${question}`)}`, { waitUntil: "load" });
  await page.waitForFunction(() => window.measured.first, null, patience);
  return { page, context };
};

// Opening: the first visit warms the server and the file system; caches of the browser begin empty each time.
const first = [];
for (let visit = 0; visit < 4; visit += 1) {
  const { page, context } = await open("people=5000&years=10&replicates=64");
  if (visit > 0) first.push(await page.evaluate(() => window.measured.first));
  await context.close();
}
tell("page.first", quantile(first, 0.5));

// 64 paired replicates, from navigation to the fingerprint, which is shown when the last is in.
{
  const { page, context } = await open("people=5000&years=10&replicates=64");
  await page.locator(".fingerprint code").waitFor(patience);
  tell("page.replicates.64", (await page.evaluate(() => performance.now())) / 1e3);
  await context.close();
}

// Sliding: one replicate, so that what is measured is one world lived and drawn. A new value at each move: nothing is remembered.
{
  const { page, context } = await open("people=5000&years=10&replicates=4");
  await page.locator(".fingerprint code").waitFor(patience);
  await page.evaluate(() => { window.measured.longest = 0; });
  const times = [];
  for (let k = 0; k < MOVES; k += 1) times.push(await page.evaluate(move, (35 * k) % 105));
  await page.waitForTimeout(AFTERWARDS);
  tell("page.slider.first_year", quantile(times.map(({ year }) => year), 0.5));
  tell("page.slider.median", quantile(times.map(({ whole }) => whole), 0.5));
  tell("page.slider.p95", quantile(times.map(({ whole }) => whole), 0.95));
  tell("page.longest_task", await page.evaluate(() => window.measured.longest));
  await context.close();
}
await browser.close();

// Bytes: all that a first visit fetches, as a server that compresses sends it.
const dist = process.env.KITH_DIST ?? new URL("../../dist", import.meta.url).pathname;
let [all, own, worker, answers] = [0, 0, 0, 0];
for (const file of await readdir(dist, { recursive: true, withFileTypes: true })) {
  if (!file.isFile()) continue;
  const size = gzipSync(await readFile(join(file.parentPath ?? file.path, file.name)), { level: 9 }).length / 1e3;
  all += size;
  if (/^(app|kith).*\.wasm$/.test(file.name)) own += size;
  if (/^worker.*\.wasm$/.test(file.name)) worker += size;
  if (/^answers.*\.wasm$/.test(file.name)) answers += size;
}
tell("page.bytes", all);
tell("page.wasm", own);
tell("page.worker", worker);
tell("page.answers", answers);
