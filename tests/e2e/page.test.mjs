// What every view owes everybody: it opens, it is accessible, it fits, it answers to the keyboard, it stays on this machine.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, address, inBothBrowsers, overflow } from "./harness.mjs";

inBothBrowsers("the page", ({ browserName, visit }) => {
  it("opens with a title, one first heading and one main region", () =>
    visit({
      async look(page) {
        assert.match(await page.title(), /Kith/);
        assert.equal(await page.locator("main").count(), 1, "<main>");
        assert.equal(await page.locator("h1:visible").count(), 1, "<h1>");
        assert.notEqual((await page.locator("h1:visible").innerText()).trim(), "");
        assert.equal(await page.locator("html").getAttribute("lang"), "en-GB");
      },
    }));

  it("gives axe nothing to find, in light and in dark", async () => {
    // The dark look is seen in Firefox by the tests of the looks.
    for (const colorScheme of browserName === "Chromium" ? ["light", "dark"] : ["light"]) {
      await visit({ media: { colorScheme }, look: async (page) => assert.deepEqual(await accessibilityProblems(page), [], colorScheme) });
    }
  });

  it("gives axe nothing to find on any other view", async () => {
    for (const view of ["/lab", "/workshop", "/workshop/guess", "/workshop/notes", "/workshop/teams", "/about"]) {
      await visit({ hash: `${view}?people=500&years=2&replicates=2`, look: async (page) => assert.deepEqual(await accessibilityProblems(page), [], view) });
    }
  });

  for (const [width, height] of [[360, 740], [1920, 1080]]) {
    it(`fits ${width} pixels without scrolling sideways`, () =>
      visit({ width, height, look: async (page) => assert.ok((await overflow(page)) <= 0, `${await overflow(page)} px too wide`) }));
  }

  it("lets the keyboard reach a control, and shows where it is", () =>
    visit({
      async look(page) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          const shown = style.outlineStyle !== "none" || style.boxShadow !== "none";
          return { name: element.tagName, visible: element.matches(":focus-visible"), shown };
        });
        assert.ok(["A", "BUTTON", "INPUT", "SELECT", "SUMMARY", "SVG", "CANVAS", "DIV", "G"].includes(focused.name.toUpperCase()), focused.name);
        assert.ok(focused.visible && focused.shown, `the focus is not to be seen on <${focused.name.toLowerCase()}>`);
      },
    }));

  it("cannot speak to another host even if it tried", () =>
    visit({
      async look(page) {
        const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /connect-src 'self'/);
        assert.equal(new URL(page.url()).host, new URL(address).host);
        assert.equal((await page.context().cookies()).length, 0, "cookies");
      },
    }));
});
