// What happens to results when workers die or a question is dropped half-way: nothing.
import { it } from "node:test";
import assert from "node:assert/strict";
import { inBothBrowsers, inChromium } from "./harness.mjs";

/** Long enough that something can happen in the middle of it: many replicates, few people. */
const long = "people=2000&years=6&replicates=64";
const patience = { timeout: 120_000 };

/** Waits until every run is in and gives the fingerprint. */
async function fingerprint(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

inBothBrowsers("the workers", ({ browserName, visit }) => {
  // Firefox shows its workers to nobody, so that one of them can be closed in Chromium only.
  if (browserName === "Chromium") {
    it("give the same result when one of them closes in the middle of its work", async () => {
      let undisturbed;
      await visit({ hash: `/explore?${long}`, look: async (page) => { undisturbed = await fingerprint(page); } });
      await visit({
        hash: `/explore?${long}`,
        async look(page) {
          await page.locator(".world canvas").first().waitFor(patience);
          const [first] = page.workers();
          assert.ok(first, "a worker is at work");
          const successor = page.waitForEvent("worker", patience);
          // A worker that closes itself gives no error: the page has to miss it.
          await first.evaluate(() => self.close()).catch(() => {});
          await successor;
          assert.equal(await fingerprint(page), undisturbed);
        },
      });
    });
  }

  it("drop a question for the next one and come to what that one comes to", async () => {
    let direct;
    await visit({ hash: `/explore?${long}&money=200`, look: async (page) => { direct = await fingerprint(page); } });
    await visit({
      hash: `/explore?${long}&money=20`,
      async look(page) {
        await page.locator(".world canvas").first().waitFor(patience);
        const hash = (money) => { location.hash = location.hash.replace(/money=\d+/, `money=${money}`); };
        for (const money of [60, 120, 200]) await page.evaluate(hash, money);
        assert.equal(await fingerprint(page), direct);
      },
    });
  });
});

inChromium("the workers and a link", ({ visit }) => {
  it("say so when a link's result is not what comes out here", async () => {
    await visit({
      hash: `/explore?people=500&years=2&replicates=2&v=0.0.9&result=0123456789abcdef`,
      look: (page) => page.getByText("0.0.9").waitFor(patience),
    });
  });
});
