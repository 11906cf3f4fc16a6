// The hour as a room lives it: every step by keyboard, lines drawn before they are revealed, codes from other devices, the
// trainer's second window, and everything again after a reload.
import { test } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, address, inBothBrowsers, overflow } from "./harness.mjs";

const QUESTION = "people=1000&years=3&replicates=4";
const HASH = `/workshop?${QUESTION}`;
const STEPS = ["place", "predict", "pilots", "cliff", "evaluation", "whole-area", "why", "over", "decide", "debrief"];
const patience = { timeout: 120_000 };

/** The step in the address; the first has none. */
const step = (page) => page.evaluate(() => new URLSearchParams(location.hash.split("?")[1]).get("step") ?? "place");

async function on(page, wanted) {
  await page.waitForFunction((id) => (new URLSearchParams(location.hash.split("?")[1]).get("step") ?? "place") === id, wanted, patience);
}

/** Draws a line as numbers and locks it; gives the code. */
async function draw(page, heights) {
  const boxes = page.locator(".pad-box input");
  await boxes.first().waitFor(patience);
  for (const [k, height] of heights.entries()) {
    await boxes.nth(k).fill(String(height));
    await boxes.nth(k).dispatchEvent("change");
  }
  await page.getByRole("button", { name: "I have drawn" }).press("Enter");
  return page.locator(".guess-code").innerText();
}

inBothBrowsers("the workshop", ({ browserName, visit }) => {
  test("a whole hour by keyboard, without internet, with guesses from two other devices", async () => {
    let typed;
    let picture;
    for (const [k, heights] of [[60, 62, 64, 66, 68], [81, 81, 81, 81, 81]].entries()) {
      await visit({ hash: `/workshop/guess?${QUESTION}`, width: 360, height: 740, look: async (page) => {
        const code = await draw(page, heights);
        assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.equal(await overflow(page), 0);
        if (k === 0) typed = code;
        else picture = await page.locator(".hand-in svg.code").screenshot();
      } });
    }
    await visit({ hash: HASH, look: async (page) => {
      await page.getByText("Three of its people").waitFor(patience);
      await page.locator(".hour-people li").nth(2).waitFor(patience);
      if (browserName === "Chromium") {
        await page.evaluate(() => navigator.serviceWorker.ready);
        await page.context().setOffline(true);
      }
      for (const [k, id] of STEPS.entries()) {
        await on(page, id);
        await page.locator(".hour h1").waitFor();
        assert.match(await page.locator(".hour-progress").innerText(), new RegExp(`Step ${k + 1} of 10 · \\d+ min`));
        assert.deepEqual(await accessibilityProblems(page), [], id);
        if (k < 5) {
          // Neither drawn nor said, nor in a text alternative.
          const second = await page.locator(".hour").evaluate((hour) =>
            [...hour.querySelectorAll(".band.second, .line.second, .world.second, .label.second")].length);
          assert.equal(second, 0, `${id}: the second world is drawn`);
          const words = await page.locator(".hour").evaluate((hour) =>
            hour.innerText + [...hour.querySelectorAll("[aria-label]")].map((e) => e.getAttribute("aria-label")).join(" "));
          assert.doesNotMatch(words, /better by|does better in|clear difference|more adults in every/i, id);
        }
        if (id === "predict") {
          await page.getByLabel("A code, with a name after it").fill("7UUU-7777");
          await page.getByRole("button", { name: "Take it in" }).press("Enter");
          await page.getByText("first group has “U”").waitFor();
          await page.getByLabel("A code, with a name after it").fill(`${typed} Sam`);
          await page.getByRole("button", { name: "Take it in" }).press("Enter");
          await page.getByText("The room has 1 guess.").waitFor();
          await page.locator(".collect input[multiple]").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: picture });
          await page.getByText("The room has 2 guesses.").waitFor(patience);
          await page.locator("h1").focus();
        }
        if (id === "pilots") await page.getByText(/2 guesses for .*: \d expected more than happened/).waitFor(patience);
        if (k + 1 < STEPS.length) await page.keyboard.press(["PageDown", "ArrowRight", " "][k % 3]);
      }
      assert.match(await page.locator(".summary").innerText(), /2 guesses/);
      await page.keyboard.press("PageDown");
      assert.equal(await step(page), "debrief", "the last step is the last");
      await page.keyboard.press("Home");
      await on(page, "place");
      await page.goBack();
      await on(page, "debrief");
      await page.reload({ waitUntil: "load" });
      await on(page, "debrief");
      await page.getByText("2 guesses").first().waitFor(patience);
    } });
  });

  test("the projector's look, the second window, and the way to Explore and back", async () => {
    await visit({ hash: `${HASH}&step=whole-area`, look: async (page) => {
      await page.getByRole("button", { name: "Large, for the projector" }).press("Enter");
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "projector");
      await page.getByText(/after 3 years/).first().waitFor(patience);
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.getByRole("button", { name: "Stop here and try it" }).press("Enter");
      await page.getByRole("button", { name: "Back to step 6" }).press("Enter");
      await on(page, "whole-area");
      if (browserName !== "Chromium") return;
      const opened = page.waitForEvent("popup");
      await page.getByRole("button", { name: "Open the notes in a window" }).press("Enter");
      const notes = await opened;
      await notes.locator("h1", { hasText: "The second world" }).waitFor(patience);
      await notes.getByRole("button", { name: "Next" }).press("Enter");
      await on(page, "why");
      await page.locator("h1").focus();
      await page.keyboard.press("PageUp");
      await notes.locator("h1", { hasText: "The second world" }).waitFor(patience);
      assert.deepEqual(await accessibilityProblems(notes), []);
      await notes.reload();
      await notes.locator("h1", { hasText: "The second world" }).waitFor(patience);
      await page.reload();
      await page.locator("h1", { hasText: "The second world" }).waitFor(patience);
      await notes.getByRole("button", { name: "Next" }).press("Enter");
      await on(page, "why");
    } });
  });

  test("a link brings a guess once", async () => {
    let code;
    await visit({ hash: `/workshop/guess?${QUESTION}`, look: async (page) => { code = await draw(page, [60, 61, 62, 63, 64]); } });
    await visit({ hash: `${HASH}&step=predict&guess=${code}&nick=Ann`, look: async (page) => {
      await page.locator(".room-codes li", { hasText: "Ann" }).waitFor(patience);
      assert.doesNotMatch(await page.evaluate(() => location.hash), /guess=/);
      await page.goto(`${address}#${HASH}&step=predict&guess=${code}&nick=Ann`);
      await page.getByText("is already here and was not counted twice").waitFor(patience);
      assert.equal(await page.locator(".room-codes li").count(), 1);
    } });
  });
});
