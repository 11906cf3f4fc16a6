// Opens the page in real browsers and watches it: whatever it says to the console as an error, whatever it throws, and
// every request that would leave the host makes the test fail. Knows no view of the page.
import { after, before, describe } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, firefox } from "playwright-core";

/** Where `cargo xtask test page` serves dist/. */
export const address = process.env.KITH_URL ?? "http://127.0.0.1:8080/";

/** The version that is tested. */
const version = (await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8")).match(/^version = "(.*)"$/m)[1];

/** A link that a test wrote by hand, with the end of a whole one: otherwise the page says that something may be missing. */
export const whole = (hash) => (hash.includes("&") && !/[?&](f|v|c)=/.test(hash) ? `${hash}&f=2&v=${version}` : hash);

/** The page as one file on disk, as `cargo xtask test page` writes it. */
export const singleFile = process.env.KITH_SINGLE_FILE ?? new URL("../../target/single-file/kith.html", import.meta.url).href;

/** The command line, as `cargo xtask test` builds it. */
export const kith = process.env.KITH ?? fileURLToPath(new URL("../../target/debug/kith", import.meta.url));

const launchers = {
  Chromium: () => chromium.launch({ executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium" }),
  // Debian's Firefox is no build of Playwright's: the channel makes it speak WebDriver BiDi.
  Firefox: () => firefox.launch({ channel: "moz-firefox", executablePath: process.env.KITH_FIREFOX ?? "/usr/bin/firefox-esr" }),
};

/** Warnings that Chromium gives about the scripts of Trunk and wasm-bindgen; they are harmless and named here one by one. */
const harmless = [
  /using deprecated parameters for the initialization function/,
  /A preload for '.*' is found, but is not used because the integrity/,
  /`?integrity`? attribute .*preload/i,
  // Of a test that asks for it.
  /Service Worker registration blocked by Playwright/,
];

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs the same tests in Chromium and in Firefox. For what a browser itself could do otherwise, and for the paths that nobody may
 * lose: the first comparison and its fingerprint, a lever, an hour by keyboard, what is kept over a reload, an experiment in the
 * Lab, files out, and axe over every view once. `tests` gets a function that gives a fresh, watched page.
 */
export function inBothBrowsers(subject, tests) {
  for (const name of Object.keys(launchers)) inBrowser(name, subject, tests);
}

/**
 * Runs tests in Chromium alone. For all the rest: what the model, the words or the state of the page come to, which is the same
 * code in every browser. One suite may use both: shared steps as functions, the key path in both browsers, its corners here.
 */
export function inChromium(subject, tests) {
  inBrowser("Chromium", subject, tests);
}

function inBrowser(name, subject, tests) {
  describe(`${subject} in ${name}`, () => {
    let browser;
    before(async () => { browser = await launchers[name](); });
    after(async () => { await browser?.close(); });
    tests({ browserName: name, visit: (options) => visit(browser, options) });
  });
}

/**
 * Opens the page, waits until it has drawn something, and gives it to `look`; then asks whether all was well.
 * `hash` is the part of the address after #, `width` and `height` are CSS pixels, `media` is what the person prefers, `from` is
 * where the page is, `context` are further options of the browser's context.
 */
async function visit(browser, { hash = "", width = 1280, height = 800, media = {}, from = address, context: options = {}, look }) {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const complaints = watch(page);
  try {
    await page.emulateMedia(media);
    await page.goto(from + (hash ? `#${whole(hash)}` : ""), { waitUntil: "load" });
    // An <h1> is the first thing that the page owes everybody.
    await page.locator("h1").first().waitFor({ timeout: 30_000 });
    await look(page);
    assert.deepEqual(complaints, [], "the page complained, or a request left the host");
  } finally {
    await context.close();
  }
}

function watch(page) {
  const complaints = [];
  const host = new URL(address).host;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !harmless.some((known) => known.test(message.text()))) {
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.host !== host) complaints.push(`left the host: ${url.href}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** What axe finds wrong with the page as it stands, one line a place. */
export async function accessibilityProblems(page) {
  // As an evaluated expression, not as a script element: the page's policy rightly forbids those.
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run());
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
}

/** What the command line says of a scenario file. */
export async function compared(bytes) {
  const folder = await mkdtemp(join(tmpdir(), "kith-"));
  try {
    await writeFile(join(folder, "saved.toml"), bytes);
    const { stdout } = await promisify(execFile)(kith, ["compare", join(folder, "saved.toml"), "--json"], { maxBuffer: 1 << 26 });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Shows a tab of the comparison by its name in the bar. */
export function show(page, name) {
  return page.locator(".tabs").getByRole("button", { name, exact: true }).click();
}

/** Types over what a field holds and leaves it, key by key as a person does: a browser that is told a value may only append it. */
export async function type(field, text) {
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(text);
  await field.press("Tab");
}

/** Drops a file on the page. */
export function drop(page, name, text) {
  return page.evaluate(([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, text]);
}

/** How many CSS pixels the page is wider than the window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Presses a button and gives the file that it offers. Taken where the page makes it: not every browser tells a test of downloads. */
export async function download(page, button) {
  const offered = page.evaluate(() => new Promise((resolve) => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = make;
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = async function () {
        HTMLAnchorElement.prototype.click = click;
        resolve({ name: this.download, bytes: [...new Uint8Array(await blob.arrayBuffer())] });
      };
      return make.call(URL, blob);
    };
  }));
  await button.click();
  const { name, bytes } = await offered;
  return { name, bytes: Buffer.from(bytes) };
}
