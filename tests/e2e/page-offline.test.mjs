// The page without internet: what was opened once opens again, and its model runs.
import { it } from "node:test";
import assert from "node:assert/strict";
import { inBothBrowsers } from "./harness.mjs";

const patience = { timeout: 60_000 };

inBothBrowsers("the page without internet", ({ browserName, visit }) => {
  // Playwright cannot cut Debian's Firefox off the network; there it is asked only whether a copy was kept.
  it("opens again and lives its worlds", async () => {
    await visit({
      hash: "/explore?people=500&years=2&replicates=2",
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        const result = await page.locator(".fingerprint code").innerText();
        await page.evaluate(() => navigator.serviceWorker.ready);
        const kept = await page.evaluate(async () => {
          const names = await caches.keys();
          const keys = await (await caches.open(names[0])).keys();
          return keys.map((request) => new URL(request.url).pathname.split("/").pop());
        });
        assert.ok(kept.includes("index.html") && kept.some((name) => /^worker-[0-9a-f]{16}_bg\.wasm$/.test(name)), kept.join(" "));
        if (browserName !== "Chromium") return;
        await page.context().setOffline(true);
        await page.reload({ waitUntil: "load" });
        await page.locator(".fingerprint code").waitFor(patience);
        assert.equal(await page.locator(".fingerprint code").innerText(), result);
      },
    });
  });
});
