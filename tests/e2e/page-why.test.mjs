// Why the two worlds differ: answered beforehand for the bundled default, asked of the workers for any other scenario.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, inChromium, overflow } from "./harness.mjs";

/** A place small enough that its questions are answered in seconds on a slow machine. */
const small = "people=600&years=2&replicates=2";
const patience = { timeout: 120_000 };

const card = (page, question) => page.locator(".why article", { has: page.getByRole("heading", { name: question }) });

inChromium("why", ({ visit }) => {
  it("has every answer about the bundled default at once, and an arrow can be read and switched off", () =>
    visit({
      hash: "/explore?tab=why",
      width: 1280,
      async look(page) {
        await page.locator(".why h4").nth(4).waitFor(patience);
        assert.equal(await page.locator(".why button", { hasText: "Find out" }).count(), 0);
        assert.equal(await page.locator(".interdependence .arrow text").count(), 13, "a number on every arrow");
        const list = page.locator(".arrow-list button");
        assert.equal(await list.count(), 13);
        await list.first().focus();
        await page.keyboard.press("Enter");
        await list.first().and(page.locator("[aria-pressed=true]")).waitFor();
        const looked = page.locator(".arrow-looked");
        assert.match(await looked.innerText(), /Evidence\s+(well evidenced|partly evidenced|disputed|speculative)/);
        assert.match(await page.locator(".explained").innerText(), /Switched off in both worlds, the difference goes from/);
        assert.deepEqual(await accessibilityProblems(page), []);
        await looked.getByRole("button", { name: "Switch it off in both worlds" }).click();
        await page.waitForFunction(() => location.hash.includes("set.couplings."));
        await page.locator(".arrow.off").first().waitFor();
        // What was answered beforehand is about another question now: nothing of it stays, and it can be asked anew.
        await card(page, "Is the whole more than its parts?").getByRole("button", { name: "Find out" }).waitFor();
        assert.equal(await page.locator(".interdependence .arrow text").count(), 0);
        await looked.getByRole("button", { name: "Switch it on again" }).click();
        await page.locator(".why h4").nth(5).waitFor();
      },
    }));

  it("asks the workers about any other scenario, shows how far they are, can be stopped, and answers", () =>
    visit({
      hash: `/explore?tab=why&${small}`,
      width: 360,
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        const layers = card(page, "How much rests on which evidence?");
        const dimensions = card(page, "Which part of the strategy did the work?");
        assert.match(await layers.innerText(), /about .* on this device, with 600 people and 12 runs/);
        await dimensions.getByRole("button", { name: "Find out" }).click();
        await dimensions.getByRole("progressbar").waitFor();
        await layers.getByRole("button", { name: "Find out" }).click();
        assert.match(await layers.innerText(), /Waits for the question before it/);
        await dimensions.getByText(/[1-9]\d* of 1,032 worlds lived/).waitFor(patience);
        await dimensions.getByRole("button", { name: "Stop" }).click();
        await dimensions.getByRole("button", { name: "Find out" }).waitFor();
        await layers.locator("h4").waitFor(patience);
        assert.match(await layers.innerText(), /Answered on this device with 600 people and 12 runs/);
        assert.match(await layers.innerText(), /well evidenced assumptions alone/);
        assert.ok((await overflow(page)) <= 0, "the page is wider than the window");
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));

  it("refuses in the question's own words what cannot be asked", () =>
    visit({
      hash: "/explore?tab=why&people=600&years=1&replicates=2",
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        const evaluation = card(page, /own evaluation/);
        await evaluation.getByRole("button", { name: "Find out" }).click();
        await evaluation.getByText(/years: found 1; wanted 2 or more/).waitFor(patience);
      },
    }));

  it("sets the weights of levels on the picture", () =>
    visit({
      hash: `/explore?tab=details&${small}`,
      async look(page) {
        await page.locator(".fingerprint code").waitFor(patience);
        await page.locator(".strategy summary").first().click();
        const node = page.locator(".strategy .node").first();
        await node.scrollIntoViewIfNeeded();
        const box = await node.locator(".full").boundingBox();
        // From the edge inwards: the circle follows the pointer, and nothing moves before the pointer does.
        await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.98);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.8, { steps: 4 });
        await page.mouse.up();
        await page.waitForFunction(() => location.hash.includes("levels="));
        const weight = Number(await page.locator(".strategy").first().locator("input[type=range]").first().inputValue());
        assert.ok(weight > 10 && weight < 90, `the slider follows: ${weight}`);
      },
    }));
});
