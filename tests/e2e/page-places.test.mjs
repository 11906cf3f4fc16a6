// Any place of England, chosen by any of its names; its figures are fetched once, kept for when there is no internet, and missed aloud.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, compared, download, inBothBrowsers, inChromium, singleFile } from "./harness.mjs";

const patience = { timeout: 60_000 };
const small = "/explore?people=500&years=2&replicates=2";

async function finished(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

/** Types words into the field of the place, as a hand does. */
async function look(page, words) {
  const field = page.locator("#place");
  // Coming to the field selects what stands in it.
  await field.blur();
  await field.focus();
  await field.pressSequentially(words);
  await page.locator("#place-found [role=option]").first().waitFor();
  return field;
}

/** Waits for the result of a place. */
async function lived(page, name) {
  await page.waitForFunction((name) => document.querySelector("h1")?.innerText.includes(name) && document.querySelector(".fingerprint code"), name, patience);
  return finished(page);
}

inBothBrowsers("any place", ({ browserName, visit }) => {
  it("is found by keyboard, fetched once and lived; without internet another one is too", () =>
    visit({
      hash: small,
      async look(page) {
        const fetched = [];
        page.on("request", (request) => { if (request.url().includes(".pack") && !request.serviceWorker?.()) fetched.push(request.url().split("/").pop()); });
        const before = await finished(page);
        const field = await look(page, "leeds");
        assert.equal(await field.getAttribute("aria-expanded"), "true");
        assert.match(await page.locator("#place-found [aria-selected=true]").innerText(), /^Leeds/);
        assert.deepEqual(await accessibilityProblems(page), []);
        await field.press("Enter");
        const leeds = await lived(page, "Leeds");
        assert.notEqual(leeds, before);
        assert.ok(page.url().includes("place=leeds"), page.url());
        assert.match(await page.locator(".human-size").innerText(), /^In all of Leeds \(812,000 people\): £32 million a year/);
        await page.getByRole("button", { name: "Undo" }).click();
        await lived(page, "Trafford");
        await page.getByRole("button", { name: "Redo" }).click();
        assert.equal(await lived(page, "Leeds"), leeds);
        await page.evaluate(() => navigator.serviceWorker.ready);
        if (browserName !== "Chromium") return;
        await page.waitForFunction(async () => {
          const names = await caches.keys();
          const keys = names.length ? await (await caches.open(names[0])).keys() : [];
          return keys.filter((request) => request.url.endsWith(".pack")).length > 300;
        }, null, patience);
        await page.reload();
        await lived(page, "Leeds");
        await page.context().setOffline(true);
        await (await look(page, "cornwall")).press("Enter");
        await lived(page, "Cornwall");
      },
    }));
});

inChromium("any place, its corners", ({ visit }) => {
  it("goes by its older name, its county and its region, and Escape leaves it as it was", () =>
    visit({
      hash: small,
      async look(page) {
        await finished(page);
        for (const [words, name] of [["hull", /^Kingston upon Hull/], ["city of bristol", /^Bristol/], ["harrogate", /^Harrogate/], ["greater manchester", /Greater Manchester/]]) {
          const field = await look(page, words);
          assert.match(await page.locator("#place-found [role=option]").first().innerText(), name);
          await field.press("Escape");
          assert.equal(await field.inputValue(), "Trafford");
        }
        await page.locator("#place").blur();
        await page.locator("#place").focus();
        await page.locator("#place").pressSequentially("atlantis");
        await page.getByText("No place of that name").waitFor();
        await page.locator("#place").press("Tab");
        assert.equal(await page.locator("#place").inputValue(), "Trafford");
      },
    }));

  const everywhere = {
    leeds: "Leeds",
    bristol: "Bristol",
    "kingston-upon-hull": "Kingston upon Hull",
    cornwall: "Cornwall",
    "isles-of-scilly": "Isles of Scilly",
    "city-of-london": "City of London",
    "north-northamptonshire": "North Northamptonshire",
    buckinghamshire: "Buckinghamshire",
    manchester: "Manchester",
  };
  it("comes to the same on the command line, wherever it is", async () => {
    for (const [id, name] of Object.entries(everywhere)) {
      await visit({
        hash: `${small}&tab=compare&place=${id}`,
        async look(page) {
          const fingerprint = await lived(page, name);
          const { bytes } = await download(page, page.getByRole("button", { name: "Save as a file" }));
          assert.equal((await compared(bytes)).fingerprint, fingerprint, name);
        },
      });
    }
  });

  it("is the same place out of the page that is one file", async () => {
    const results = [];
    for (const from of [undefined, singleFile]) {
      await visit({
        from,
        hash: `${small}&place=isles-of-scilly`,
        async look(page) {
          results.push(await lived(page, "Scilly"));
        },
      });
    }
    assert.equal(results[1], results[0]);
  });

  it("is missed aloud when it cannot be fetched, and the old place stays", () =>
    visit({
      hash: small,
      context: { serviceWorkers: "block" },
      async look(page) {
        const before = await finished(page);
        await page.route("**/england/*.pack", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Sign in first</p>" }));
        await (await look(page, "leeds")).press("Enter");
        await page.getByText(/Leeds/).filter({ hasText: "stays the place" }).first().waitFor(patience);
        assert.equal(await lived(page, "Trafford"), before);
        assert.equal(await page.locator("#place").inputValue(), "Trafford");
      },
    }));
});
