// What a person takes away, reads beside the page, and does by keyboard alone; and that every view is accessible in every look.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, download, inBothBrowsers, inChromium, overflow, whole } from "./harness.mjs";

const small = "/explore?people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

async function finished(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

inBothBrowsers("taking away", ({ visit, browserName }) => {
  it("gives figures and tables that say where they come from", () =>
    visit({
      hash: small.replace("?", "?tab=outcomes&"),
      async look(page) {
        const fingerprint = await finished(page);
        const take = page.locator(".card.large .take");
        await take.locator("summary").click();
        const drawing = await download(page, take.getByRole("button", { name: "As a drawing (SVG)" }));
        assert.equal(drawing.name, "kith-doing_well.svg");
        const text = drawing.bytes.toString();
        for (const part of ["A model, not a forecast", fingerprint, "seed", "Trafford", await page.locator(".card.large h3").innerText()]) {
          assert.ok(text.includes(part), `the drawing does not say ${part}`);
        }
        assert.ok(!/ (class|style)=/.test(text), "the drawing depends on the page's style sheet");
        const picture = await download(page, take.getByRole("button", { name: "As a picture (PNG)" }));
        assert.deepEqual([...picture.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
        assert.ok(picture.bytes.length > 20_000, `the picture has ${picture.bytes.length} bytes`);
        const table = await download(page, page.getByRole("button", { name: "Download as CSV: All outcomes" }));
        const lines = table.bytes.toString().trim().split("\n");
        assert.ok(lines.some((line) => line.startsWith("# ") && line.includes(fingerprint)));
        assert.ok(lines.filter((line) => !line.startsWith("#")).length > 30, "one line an outcome");
      },
    }));
});

inChromium("taking away, in print and by keys", ({ visit, browserName }) => {
  it("prints a report of two pages", () =>
    visit({
      hash: small,
      async look(page) {
        await finished(page);
        assert.ok(!(await page.locator(".report-second table").isVisible()), "the report takes no room on screen");
        // Only Chromium shows a test what is printed.
        if (browserName === "Chromium") {
          await page.emulateMedia({ media: "print" });
          assert.ok(await page.locator(".report-second table").isVisible());
          assert.match(await page.locator(".report-first").innerText(), /For all of Trafford, about 235,000 people, that is £9\.4 million a year\./);
          assert.match(await page.locator(".report-second table").innerText(), /In all of Trafford/);
          assert.ok(!(await page.locator(".controls").isVisible()));
          const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
          assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 2);
        }
      },
    }));

  it("is worked by keys, shows which, and lets them be switched off", () =>
    visit({
      hash: small,
      media: { reducedMotion: "reduce" },
      async look(page) {
        await finished(page);
        const dialog = page.locator("dialog.keys");
        await page.keyboard.press("?");
        await dialog.waitFor();
        assert.ok((await dialog.locator("tbody tr").count()) >= 10);
        assert.deepEqual(await accessibilityProblems(page), []);
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        for (let year = 0; year < 4; year += 1) await page.keyboard.press("]");
        const end = await page.locator(".date").innerText();
        await page.keyboard.press("[");
        await page.waitForFunction((before) => document.querySelector(".date").innerText !== before, end);
        await page.keyboard.press("s");
        await page.locator(".ties .person").first().waitFor();
        await page.keyboard.press("?");
        await dialog.getByRole("checkbox").uncheck();
        await dialog.getByRole("button", { name: "Close" }).click();
        await page.keyboard.press("n");
        assert.ok((await page.locator(".ties .person").count()) > 0, "single letters are off");
      },
    }));

  it("has documents beside it that open as pages", () =>
    visit({
      hash: "/about",
      async look(page) {
        const links = await page.locator(".read-on a").evaluateAll((all) => all.map((link) => link.href));
        assert.ok(links.length >= 10);
        for (const link of links) assert.equal((await page.request.get(link)).status(), 200, link);
        await page.locator(".read-on a", { hasText: "Words" }).click();
        await page.locator("article h1").waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.match(await page.locator("article h1").innerText(), /Glossary|Words/i);
        await page.locator("nav a", { hasText: "Explore" }).click();
        await page.locator(".headline h1").waitFor(patience);
      },
    }));
});

inBothBrowsers("taking away, accessible", ({ visit, browserName }) => {
  const looks = [["dark", 360], ["light", 1280], ["contrast", 1280], ["projector", 1920]];
  // The rules read the same styles in both browsers: one look is enough for the second.
  for (const [theme, width] of browserName === "Chromium" ? looks : looks.slice(0, 1)) {
    it(`breaks no accessibility rule in the look "${theme}" at ${width} pixels, on any view`, () =>
      visit({
        hash: "/about",
        width,
        async look(page) {
          await page.locator(".look select").selectOption(theme);
          assert.deepEqual(await accessibilityProblems(page), []);
          await page.locator(".top nav a", { hasText: "Explore" }).click();
          await page.evaluate((hash) => { location.hash = hash; }, whole(small));
          await finished(page);
          for (const details of await page.locator("main details:not([open]) > summary").all()) {
            // What is inside of others comes into sight with them.
            if (await details.isVisible()) await details.click();
          }
          assert.deepEqual(await accessibilityProblems(page), []);
          for (const tab of ["people", "money", "why", "compare", "outcomes", "details", "events"]) {
            await page.evaluate((hash) => { location.hash = hash; }, whole(small.replace("?", `?tab=${tab}&`)));
            await page.locator(`.explore.tab-${tab}`).waitFor();
            await finished(page);
            for (const details of await page.locator(".panel details:not([open]) > summary").all()) {
              if (await details.isVisible()) await details.click();
            }
            assert.deepEqual(await accessibilityProblems(page), [], tab);
            assert.ok((await overflow(page)) <= 0, `the page is wider than the window: ${tab}`);
          }
        },
      }));
  }
});
