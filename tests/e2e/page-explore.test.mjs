// What a person does on the first page: sees two worlds, changes something, passes the result on, reads what it rests on.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, inBothBrowsers } from "./harness.mjs";

/** A place small enough to be lived in seconds on a slow machine. */
const small = "people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

/** Waits until every re-run is in and gives the fingerprint. */
async function fingerprint(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

inBothBrowsers("the comparison", ({ visit }) => {
  it("comes to a sentence, two pictures, charts and a sealed ledger by itself", () =>
    visit({
      hash: `/explore?${small}`,
      async look(page) {
        assert.match(await fingerprint(page), /^[0-9a-f]{16}$/);
        assert.match(await page.locator("h1").innerText(), /Trafford/);
        assert.equal(await page.locator(".world canvas").count(), 2);
        const shades = await page.locator(".world canvas").first().evaluate((canvas) => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return new Set(Array.from({ length: data.length / 4 }, (_, k) => data[4 * k])).size;
        });
        assert.ok(shades > 20, `the picture has ${shades} shades of red`);
        assert.ok((await page.locator(".outcomes .card").count()) >= 6);
        await page.locator(".seal.good").waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));

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
