// The hour as a trainer runs it: by keyboard, with what is covered covered, guesses from other devices, notes in a second window,
// without internet and from one file on disk.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, address, inBothBrowsers, overflow, singleFile } from "./harness.mjs";

const patience = { timeout: 60_000 };
const QUESTION = "people=500&years=3&replicates=4";
const HASH = `/workshop?${QUESTION}`;
const STEPS = 10;

/** Fills a field and leaves it; not every browser tells the page so when a test fills. */
async function type(field, text) {
  await field.fill(text);
  await field.dispatchEvent("change");
}

/** A participant on a device of their own says what they expect and gets a code. */
async function participant(page, name, from) {
  const device = await page.context().browser().newContext({ viewport: { width: 360, height: 740 } });
  const phone = await device.newPage();
  await phone.goto(`${from}#/workshop/guess?${QUESTION}`);
  await phone.locator("h1").first().waitFor();
  await type(phone.getByLabel(/^Year 3/), name === "Ann" ? "80" : "60");
  await type(phone.getByLabel("Your name, if you like"), name);
  const code = await phone.locator(".guess-code").innerText();
  const problems = await accessibilityProblems(phone);
  const wide = await overflow(phone);
  await device.close();
  assert.deepEqual(problems, []);
  assert.ok(wide <= 0, "the guess is as wide as a phone");
  return `${code} ${name}`;
}

/** The whole hour by keyboard. `from` is where the page is. */
async function hour(page, from) {
  await page.getByText(`Step 1 of ${STEPS}`).first().waitFor(patience);
  const guesses = [await participant(page, "Ann", from), await participant(page, "Bo", from)];
  for (let step = 1; step <= STEPS; step += 1) {
    await page.getByText(`Step ${step} of ${STEPS}`).first().waitFor(patience);
    assert.deepEqual(await accessibilityProblems(page), [], `step ${step}`);
    if (step === 2) {
      await page.getByLabel(/A guess or a team/).fill(`${guesses.join("\n")}\nXXXX XXXX`);
      await page.getByRole("button", { name: "Take it in" }).press("Enter");
      await page.getByText("Taken in: 2. The room has 2 guesses.").waitFor();
      assert.equal(await page.getByText(/Line 3/).count(), 1, "a wrong code is said");
    }
    if (step >= 2 && step <= 5) {
      const words = await page.locator("main").innerText();
      assert.ok(!/better off|more adults|fewer adults|in \d+ of 4 re-runs.*whole-area/i.test(words), `step ${step} says what is covered`);
      assert.equal(await page.locator(".outcomes, .headline").count(), 0, `step ${step} shows what is covered`);
    }
    if (step === 6) await page.getByText(/2 guesses for .*expected more than happened/).first().waitFor(patience);
    await page.locator("h1").first().focus();
    await page.keyboard.press("PageDown");
  }
  await page.getByText(`Step ${STEPS} of ${STEPS}`).first().waitFor();
  await page.keyboard.press("Home");
  await page.getByText(`Step 1 of ${STEPS}`).first().waitFor();
}

inBothBrowsers("the workshop", ({ browserName, visit }) => {
  it("runs the hour by keyboard, without internet where that can be tested, with guesses from two devices", async () => {
    await visit({
      hash: HASH,
      async look(page) {
        if (browserName === "Chromium") {
          await page.evaluate(() => navigator.serviceWorker.ready);
          await page.context().setOffline(true);
          await page.reload({ waitUntil: "load" });
        }
        await hour(page, address);
        await page.reload({ waitUntil: "load" });
        await page.getByRole("button", { name: "Next step" }).press("Enter");
        await page.getByRole("heading", { name: "What the room expects" }).waitFor(patience);
      },
    });
  });

  it("does the same from one file on disk", async () => {
    await visit({ from: singleFile, hash: HASH, look: (page) => hour(page, singleFile) });
  });

  it("keeps the notes in a second window that follows and leads", async () => {
    await visit({
      hash: HASH,
      width: 1920,
      height: 1080,
      async look(page) {
        await page.getByRole("button", { name: "Make everything large for the room" }).click();
        assert.deepEqual(await accessibilityProblems(page), []);
        const opened = page.context().waitForEvent("page");
        await page.getByRole("button", { name: "Open the notes in a window of their own" }).click();
        const notes = await opened;
        await notes.getByRole("heading", { name: "Notes for the trainer" }).waitFor(patience);
        await notes.getByRole("button", { name: "Next step" }).click();
        await page.getByText(`Step 2 of ${STEPS}`).first().waitFor();
        await page.getByRole("button", { name: "Next step" }).click();
        await notes.getByText(`Step 3 of ${STEPS}`).first().waitFor();
        assert.deepEqual(await accessibilityProblems(notes), []);
      },
    });
  });
});
