// What leaves the page: tables that no spreadsheet runs, paper that is white whatever the look, and bars that are seen where the system paints.
import { it } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { download, drop, inBothBrowsers, inChromium } from "./harness.mjs";

const small = "/explore?people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };
const strangers = await readFile(new URL("../data/names-from-strangers.toml", import.meta.url), "utf8");

/** The cells of a line of separated values. */
function cells(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
}

function assertNothingRuns(text, separated) {
  for (const line of text.trim().split("\n")) {
    for (const cell of separated(line)) assert.match(cell, /^(?![=+\-@\t\r＝＋－＠])|^-\d+(\.\d+)?(e-?\d+)?$/, `a spreadsheet runs ${cell}`);
  }
}

/** How light the pixels of a picture are, darkest and mean, from 0 to 255; and how many colours it has. */
async function light(page, png) {
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let sum = 0;
    const seen = {};
    for (let k = 0; k < data.length; k += 4) {
      sum += 0.2126 * data[k] + 0.7152 * data[k + 1] + 0.0722 * data[k + 2];
      const colour = `${data[k]},${data[k + 1]},${data[k + 2]}`;
      seen[colour] = (seen[colour] ?? 0) + 1;
    }
    const pixels = data.length / 4;
    return { mean: sum / pixels, often: Object.values(seen).filter((count) => count > pixels / 20).length };
  }, [...png]);
}

inBothBrowsers("files out", ({ visit, browserName }) => {
  it("gives tables in which names of strangers are text", () =>
    visit({
      hash: small.replace("?", "?tab=outcomes&"),
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        await drop(page, "names.toml", strangers);
        await page.waitForFunction(() => document.querySelector(".explore")?.innerText.includes("=1+1"), null, patience);
        await page.waitForFunction(() => document.querySelector(".fingerprint code"), null, patience);
        const buttons = await page.getByRole("button", { name: /^Download as CSV/ }).all();
        assert.ok(buttons.length > 0);
        for (const button of buttons) {
          const file = await download(page, button);
          const text = file.bytes.toString();
          assert.ok(text.startsWith("\uFEFF# "), "spreadsheets are told that it is UTF-8");
          assertNothingRuns(text.slice(1), cells);
          const rows = text.slice(1).split("\n").map((line) => line.split("#")[0]).filter((line) => line);
          const wide = cells(rows[0]).length;
          assert.ok(rows.length > 3 && rows.every((row) => cells(row).length === wide), "what skips from # on keeps every row");
          // Behind other words a name runs nowhere; alone in its cell it has an apostrophe in front, which the cells above have proved.
          assert.ok(text.includes("=1+1") || text.includes("HYPERLINK"), "names of strangers are in it");
        }
        // Only Chromium lets a test read what was copied.
        if (browserName === "Chromium") {
          await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
          await page.getByRole("button", { name: /^Copy .*: All outcomes/ }).first().click();
          const copied = await page.evaluate(() => navigator.clipboard.readText());
          assert.ok(copied.includes("=1+1"));
          assertNothingRuns(copied, (line) => line.split("\t"));
        }
      },
    }));

});

// Only Chromium shows a test what is printed, and what the system paints.
inChromium("files out", ({ visit }) => {
  for (const theme of ["dark", "device"]) {
    it(`prints on white paper from the look "${theme}" in the dark`, () =>
      visit({
        hash: small,
        media: { colorScheme: "dark" },
        async look(page) {
          await page.locator(".more summary").click();
          await page.locator(".look select").selectOption(theme);
          await page.locator(".fingerprint code").waitFor(patience);
          const dark = await light(page, await page.screenshot());
          assert.ok(dark.mean < 90, `the look is dark: ${dark.mean}`);
          await page.emulateMedia({ media: "print", colorScheme: "dark" });
          await page.waitForTimeout(500);
          const paper = await light(page, await page.screenshot({ fullPage: true }));
          assert.ok(paper.mean > 200, `the paper is white: ${paper.mean}`);
          const worlds = await light(page, await page.locator(".pair").screenshot());
          assert.ok(worlds.mean > 190, `so are the two worlds: ${worlds.mean}`);
          await page.emulateMedia({ media: "screen", colorScheme: "dark" });
          await page.waitForTimeout(500);
          assert.ok((await light(page, await page.screenshot())).mean < 90, "and the look comes back");
        },
      }));
  }

  it("shows how far it is where the system paints every colour", () =>
    visit({
      hash: small,
      media: { forcedColors: "active" },
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        await page.evaluate(() => {
          const bar = document.createElement("progress");
          Object.assign(bar, { id: "half", max: 2, value: 1 });
          document.querySelector("main").prepend(bar);
        });
        const bar = await light(page, await page.locator("#half").screenshot());
        assert.ok(bar.often >= 2, "the part that is done differs from the rest");
      },
    }));
});
