// A page that is not of the newest build says so and hangs on nothing; in the lab a file says which assumptions hold; a value outside its range is marked.
import { it } from "node:test";
import assert from "node:assert/strict";
import { drop, inChromium } from "./harness.mjs";

const patience = { timeout: 60_000 };
const small = "people=500&years=2&replicates=2";

/** A worker of another build: the first word that it says is "ready", with the name of its build. */
const other = `const name = new TextEncoder().encode("another");
postMessage(new Uint8Array([0, name.length, ...name]).buffer);`;

/** A worker whose words this page cannot even read. */
const strange = "postMessage(new Uint8Array([250, 1, 2, 3]).buffer);";

inChromium("a page that is not of the newest build", ({ visit }) => {
  for (const [what, script] of [["of another build", other], ["that cannot be understood", strange]]) {
    it(`says so with a button when its workers are ${what}`, async () => {
      await visit({
        // What the service worker answers from its copy no test can answer in its place.
        context: { serviceWorkers: "block" },
        async look(page) {
          await page.route("**/worker_loader.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
          await page.evaluate((hash) => { location.hash = hash; }, `#/explore?${small}`);
          await page.reload({ waitUntil: "load" });
          const words = page.locator(".newer");
          await words.getByText("A newer version is here: reload; your work is in the address.").waitFor(patience);
          assert.match(await page.evaluate(() => location.hash), /people=500/);
          await page.unroute("**/worker_loader.js");
          await words.getByRole("button", { name: "Reload" }).click();
          await page.locator(".fingerprint code").waitFor(patience);
          assert.equal(await words.innerText(), "", "the new page is of the newest build");
          assert.match(await page.evaluate(() => location.hash), /people=500/);
        },
      });
    });
  }

  it("says so when another build has been published while it was open", async () => {
    await visit({
      async look(page) {
        assert.equal(await page.locator(".newer").innerText(), "");
        await page.evaluate(() => dispatchEvent(new Event("kith-newer")));
        await page.locator(".newer").getByRole("button", { name: "Reload" }).waitFor(patience);
      },
    });
  });
});

inChromium("an experiment from a file beside changed assumptions", ({ visit }) => {
  it("says which assumptions hold, before it is run and with its results", async () => {
    await visit({
      hash: "/lab?set.control.power=0.1&f=2",
      async look(page) {
        await page.getByRole("heading", { name: /experiment/i }).first().waitFor(patience);
        await drop(page, "mine.toml", `format = 1\nname = "Mine"\nscenario = "trafford"\nquestion = "replicates"\npeople = 500\nyears = 1\nreplicates = 2\n`);
        const words = "This file keeps every assumption at its default; the one you changed here does not apply.";
        await page.locator(".lab-loaded .lab-beside").getByText(words).waitFor(patience);
        await page.locator(".bench button.primary").first().click();
        await page.locator(".lab-results .lab-beside").getByText(words).waitFor(patience);
      },
    });
  });
});

inChromium("a value outside its registered range", ({ visit }) => {
  it("is marked above everything and comes through the address", async () => {
    await visit({
      hash: `/explore?${small}&beyond.control.power=3&f=2`,
      async look(page) {
        await page.locator(".beyond").getByText("outside its registered range: control.power = 3 (0–0.15)").waitFor(patience);
        await page.locator(".fingerprint code").waitFor(patience);
        assert.match(await page.evaluate(() => location.hash), /beyond\.control\.power=3/);
      },
    });
    await visit({
      hash: `/explore?${small}&set.control.power=3&f=2`,
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        assert.equal(await page.locator(".beyond").innerText(), "", "without the mark in the address it is left out");
      },
    });
  });
});
