// What a person does on the first page: sees two worlds, changes something, passes the result on, reads what it rests on.
import { it } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { accessibilityProblems, inBothBrowsers, inChromium, show } from "./harness.mjs";

/** A place small enough to be lived in seconds on a slow machine. */
const small = "people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

/** A link, and the fingerprint that the same scenario has natively (`tests/it/golden.rs`). */
const golden = JSON.parse(await readFile(new URL("../golden/page.json", import.meta.url), "utf8"));

/** Waits until every run is in and gives the fingerprint. */
async function fingerprint(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

inBothBrowsers("the comparison", ({ visit }) => {
  it("comes to a sentence, the picture of where the worlds differ, both worlds, charts and a sealed ledger by itself", () =>
    visit({
      hash: `/explore?${small}`,
      async look(page) {
        assert.match(await fingerprint(page), /^[0-9a-f]{16}$/);
        assert.match(await page.locator("h1").innerText(), /Trafford/);
        assert.equal(await page.locator(".world canvas").count(), 1, "the difference comes first");
        assert.equal(await page.locator(".rim text", { hasText: /^National government$/ }).count(), 1, "things have their names at 1280 pixels");
        assert.equal(await page.locator(".change-rows li").count(), 12, "a dozen outcomes come first");
        await page.getByRole("button", { name: "Both", exact: true }).click();
        await page.locator(".world canvas").nth(1).waitFor();
        await page.locator("#colour").selectOption("wellbeing");
        const shades = await page.locator(".world canvas").first().evaluate((canvas) => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return new Set(Array.from({ length: data.length / 4 }, (_, k) => data[4 * k])).size;
        });
        assert.ok(shades > 20, `the picture has ${shades} shades of red`);
        assert.deepEqual(await accessibilityProblems(page), []);
        await page.getByRole("button", { name: "All outcomes" }).click();
        assert.ok((await page.locator(".outcomes .card").count()) >= 6);
        await show(page, "Money");
        await page.locator(".seal.good").waitFor();
      },
    }));

  it("has the bits that came out natively", () =>
    visit({ hash: golden.link, look: async (page) => assert.equal(await fingerprint(page), golden.fingerprint) }));
});

inChromium("the comparison, looked into", ({ visit }) => {
  it("shows what surrounds a place, follows a person in both worlds, and marks time in words", () =>
    visit({
      hash: `/explore?tab=people&${small}`,
      width: 1920,
      height: 1080,
      async look(page) {
        await fingerprint(page);
        await page.getByRole("button", { name: "Both", exact: true }).click();
        await page.locator(".world canvas").nth(1).waitFor();
        for (const name of ["Primary care", "Hospice", "Local government", "National government"]) {
          assert.equal(await page.locator(".rim text", { hasText: new RegExp(`^${name}$`) }).count(), 2, name);
        }
        await page.getByRole("button", { name: "Somebody", exact: true }).click();
        await page.locator(".ties .person").nth(1).waitFor();
        const spots = await page.locator(".ties .person").evaluateAll((all) => all.map((one) => `${one.getAttribute("cx")} ${one.getAttribute("cy")}`));
        assert.equal(new Set(spots).size, 1, "the same person stands on the same spot in both worlds");
        assert.match(await page.locator(".look-at .who").innerText(), /^An invented (woman|man|girl|boy), aged \d+ when the two worlds part[,.] /);
        await page.locator("#neighbourhood").selectOption({ index: 1 });
        assert.equal(await page.locator(".looked circle").count(), 2);
        // A click on the very spot follows the same person again.
        const before = await page.locator(".look-at .who").innerText();
        await page.getByRole("button", { name: "Nobody" }).click();
        assert.equal(await page.locator(".ties").count(), 0);
        const [x, y] = spots[0].split(" ").map(Number);
        await page.locator(".canvas-frame").first().click({ position: { x, y } });
        await page.waitForFunction((old) => document.querySelector(".look-at .who").innerText === old, before);
        assert.match(await page.locator(".track.first").innerText(), /rounds? of \d+ years?/);
        await show(page, "Overview");
        await page.getByRole("button", { name: "All outcomes" }).click();
        assert.equal(await page.locator(".chart .run").count(), 0);
        await page.getByRole("button", { name: "Show single runs" }).click();
        await page.locator(".chart .run").nth(2).waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));
});

inBothBrowsers("the comparison, changed", ({ visit }) => {
  it("follows a control, and undo takes the change back", () =>
    visit({
      hash: `/explore?${small}`,
      async look(page) {
        const before = await fingerprint(page);
        const money = page.locator("#money");
        await money.focus();
        await page.keyboard.press("End");
        await page.waitForFunction(() => location.hash.includes("money="), null, patience);
        await page.waitForFunction((old) => ![null, old].includes(document.querySelector(".fingerprint code")?.innerText ?? null), before, patience);
        await page.getByRole("button", { name: "Undo" }).click();
        await page.waitForFunction((old) => document.querySelector(".fingerprint code")?.innerText === old, before, patience);
      },
    }));
});

inChromium("the comparison, passed on", ({ visit }) => {
  it("opens a link with the same result, and says so; a broken one tells what it left out", async () => {
    let link;
    await visit({
      hash: `/explore?place=wigan&${small}`,
      async look(page) {
        await fingerprint(page);
        await page.waitForFunction(() => location.hash.includes("result="), null, patience);
        link = new URL(page.url()).hash.slice(1);
      },
    });
    await visit({ hash: link, look: (page) => page.getByText("Same result as in the link").waitFor(patience) });
    await visit({
      hash: `/explore?place=atlantis&${small}`,
      look: (page) => page.getByText("There is no place “atlantis” here").waitFor(patience),
    });
  });

  it("lays its assumptions open and finds them", () =>
    visit({
      hash: "/about",
      async look(page) {
        await page.locator("#search").fill("loneliness");
        await page.waitForFunction(() => /row/.test(document.querySelector(".model [role=status]").innerText));
        await page.locator("#search").fill("");
        assert.ok((await page.locator(".model details").count()) >= 3);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));
});
