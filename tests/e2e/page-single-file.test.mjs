// The page as one file, opened from disk: the same result as served, documents in windows of their own, nothing loaded.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, inBothBrowsers, inChromium, singleFile } from "./harness.mjs";

const patience = { timeout: 60_000 };
const small = "/explore?people=500&years=2&replicates=2";

inBothBrowsers("the page as one file", ({ visit }) => {
  it("lives the same worlds from disk as from a server, and takes addresses", async () => {
    const results = [];
    for (const from of [undefined, singleFile]) {
      await visit({
        from,
        hash: small,
        async look(page) {
          await page.locator(".fingerprint code").waitFor(patience);
          results.push(await page.locator(".fingerprint code").innerText());
          if (from === undefined) return;
          assert.ok(page.url().startsWith("file:"), page.url());
          assert.ok(page.url().includes(`result=${results[0]}`), "the address holds the result");
          await page.locator(".more summary").click();
          await page.getByRole("link", { name: "About", exact: true }).first().click();
          await page.locator(".read-on").waitFor();
          await page.goBack();
          await page.locator(".fingerprint code").waitFor(patience);
        },
      });
    }
    assert.match(results[0], /^[0-9a-f]{16}$/);
    assert.equal(results[1], results[0]);
  });
});

inChromium("the page as one file, its documents", ({ visit }) => {
  it("opens its documents in windows of their own, and links between them", async () => {
    await visit({
      from: singleFile,
      hash: "/about",
      async look(page) {
        const opened = page.context().waitForEvent("page");
        await page.locator(".read-on a").first().click();
        const document = await opened;
        await document.locator("h1").waitFor();
        assert.deepEqual(await accessibilityProblems(document), []);
        const heading = await document.locator("h1").innerText();
        await document.locator("article a[href*='ODD.html']").first().click();
        await document.locator("h1").getByText(heading).waitFor({ state: "detached" });
        assert.match(await document.locator("h1").innerText(), /ODD/);
        await document.getByRole("link", { name: "Lab", exact: true }).click();
        await page.waitForURL(/#\/lab/);
      },
    });
  });
});
