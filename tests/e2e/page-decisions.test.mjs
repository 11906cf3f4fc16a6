// What a person does with the two strategies: chooses what money may buy, decides later, lets a shock come, breaks the seal,
// is told what to think twice about, and sees where each pound went.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, inChromium, overflow, show, type } from "./harness.mjs";

const small = "people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

/** Waits until every run of what the controls say is in, and gives the fingerprint. */
async function fingerprint(page, other = null) {
  await page.waitForFunction((old) => ![null, old].includes(document.querySelector(".fingerprint code")?.innerText ?? null), other, patience);
  return page.locator(".fingerprint code").innerText();
}

inChromium("decisions", ({ visit }) => {
  it("lets a shock come and a strategy change its course, by mark and by field, and takes both back", () =>
    visit({
      hash: `/explore?tab=events&${small}`,
      media: { reducedMotion: "reduce" },
      async look(page) {
        const before = await fingerprint(page);
        await page.locator(".course > details > summary").click();
        await page.getByRole("group", { name: "Add a shock" }).getByRole("button", { name: "Cut" }).click();
        const shocked = await fingerprint(page, before);
        assert.match(await page.locator(".course .mark.both p").innerText(), /^At the start of year 2, core budgets of services fall by 10% and stay lower\.$/);
        // The keyboard moves the mark by a month; the field by a year.
        const mark = page.locator(".course .mark.both input");
        await mark.focus();
        await page.keyboard.press("ArrowRight");
        await page.getByText("At year 2, month 2, core budgets").first().waitFor();
        await fingerprint(page, shocked);
        const year = page.locator("fieldset.dated.both").getByRole("spinbutton", { name: "Year (year)" });
        await type(year, "1");
        await page.getByText("At year 1, month 2, core budgets").first().waitFor();
        // A decision of the second world.
        const decisions = page.locator(".decisions.second");
        await decisions.getByRole("button", { name: "+ Horizon" }).click();
        await type(decisions.getByRole("spinbutton", { name: "Horizon (months)" }), "24");
        await page.getByText("horizon from 10 years to 2 years").first().waitFor();
        assert.match(await page.locator(".differ").innerText(), /what they decide on the way/);
        assert.equal(await page.locator(".course .mark").count(), 2);
        assert.deepEqual(await accessibilityProblems(page), []);
        const undo = page.getByRole("button", { name: "Undo" });
        for (let steps = 0; steps < 5; steps += 1) await undo.click();
        assert.ok(await undo.isDisabled(), "five changes, five steps");
        assert.equal(await page.locator(".course .mark").count(), 0);
        await page.waitForFunction((old) => document.querySelector(".fingerprint code")?.innerText === old, before, patience);
      },
    }));

  it("switches approaches on the rainbow for one world, and all on again", () =>
    visit({
      hash: `/explore?tab=details&${small}`,
      width: 360,
      async look(page) {
        const before = await fingerprint(page);
        assert.match(await page.locator(".choosing.second").innerText(), /Chooses among all 34 approaches/);
        await page.locator(".rainbow > details > summary").click();
        assert.equal(await page.locator(".band-of").count(), 5);
        assert.equal(await page.locator(".approach").count(), 34);
        const chip = page.getByRole("button", { name: /^Whole-area may buy: timebanking/ });
        assert.equal(await chip.getAttribute("aria-pressed"), "true");
        await chip.click();
        await page.locator(".choosing.second", { hasText: "Chooses among 33 of 34 approaches" }).waitFor();
        assert.equal(await chip.getAttribute("aria-pressed"), "false");
        const without = await fingerprint(page, before);
        await page.getByRole("button", { name: "Whole-area investment: choose among all again" }).click();
        await fingerprint(page, without);
        assert.equal(await page.locator(".fingerprint code").innerText(), before);
        assert.ok((await overflow(page)) <= 0, "no sideways scrolling on a phone");
        const low = await page.locator(".approach button, .course .mark input, .controls button").evaluateAll((all) => all.filter((one) => one.offsetHeight && one.offsetHeight < 44).length);
        assert.equal(low, 0, "everything is large enough to touch");
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));

  it("breaks the seal honestly, warns without stopping, and shows where each pound went", () =>
    visit({
      hash: `/explore?tab=money&${small}`,
      async look(page) {
        const before = await fingerprint(page);
        await page.locator(".seal.good").waitFor();
        const hundreds = await page.locator(".hundred li").allInnerTexts();
        for (const words of hundreds.slice(0, 2)) {
          const pounds = [...words.split("new money, ")[1].matchAll(/£(\d+)/g)].map((found) => Number(found[1]));
          assert.equal(pounds.reduce((a, b) => a + b, 0), 100, words);
        }
        // The bars of a year of new money are as high in both worlds: the same money.
        const tops = await page.locator(".bars").evaluateAll((all) => all.map((bars) => Math.min(...[...bars.querySelectorAll("rect")].map((one) => Number(one.getAttribute("y"))))));
        assert.equal(tops.length, 2);
        assert.ok(Math.abs(tops[0] - tops[1]) < 0.5, `${tops}`);
        await page.locator("#flow").selectOption("who-gains");
        await page.getByText("Health near home").first().waitFor();
        await page.locator(".where-it-went details summary", { hasText: "The ledger by year" }).click();
        assert.ok((await page.locator(".where-it-went tbody tr").count()) >= 12);
        // Half of the money for the second world.
        await page.getByRole("button", { name: "All details" }).click();
        await page.locator(".strategy.second > details > summary").click();
        const share = page.locator(".strategy.second").getByRole("spinbutton", { name: "Share of the money it spends (%)" });
        await type(share, "50");
        await page.locator(".strategy.second .caution", { hasText: "Whole-area investment spends 50 % of the money." }).waitFor();
        await fingerprint(page, before);
        await show(page, "Money");
        await page.locator(".seal.broken", { hasText: "Not the same money." }).waitFor();
        assert.match(await page.locator(".seal.broken").innerText(), /Whole-area investment spends £60,000\.00/);
        await page.getByRole("button", { name: "All details" }).click();
        await page.locator(".cautions summary").click();
        assert.match(await page.locator(".cautions").innerText(), /There are 4 runs\./);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));
});
