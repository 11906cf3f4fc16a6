// What a hand does to the controls, and what the page shows of it: boxes and sliders show what is so, a change is one step, what
// is old is dimmed at once, levers stay in sight.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, inBothBrowsers, inChromium, overflow, whole } from "./harness.mjs";

const small = "people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

async function finished(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

/** Opens every fold, so that all controls are on the page. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((fold) => { fold.open = true; }));

/** What every number box shows, by its name; the same name may stand there twice. */
const boxes = (page) => page.locator("input[type=number]").evaluateAll((all) => all.map((box) => `${box.getAttribute("aria-label")}: ${box.value}`));

const moneyBox = (page) => page.locator("#money ~ .number input");

inBothBrowsers("the controls", ({ visit }) => {
  it("take back a whole change: a run of keys, a drag, a typed number; and what was on screen is there at once", () =>
    visit({
      hash: `/explore?${small}`,
      async look(page) {
        const before = await finished(page);
        const undo = page.getByRole("button", { name: "Undo" });
        const is = (value) => page.waitForFunction((wanted) => document.querySelector("#money").value === wanted, value);
        await page.locator("#money").focus();
        for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowLeft");
        await is("35");
        await undo.click();
        await is("40");
        assert.ok(await undo.isDisabled(), "five keys were one change");
        assert.equal(await page.locator(".fingerprint code").innerText(), before, "the result before is on screen with the next drawing");
        await page.locator("#money").scrollIntoViewIfNeeded();
        const { x, y, width, height } = await page.locator("#money").boundingBox();
        await page.mouse.move(x + width * 0.2, y + height / 2);
        await page.mouse.down();
        for (let k = 0; k <= 10; k += 1) await page.mouse.move(x + width * (0.2 + k * 0.05), y + height / 2);
        await page.mouse.up();
        await page.waitForFunction(() => Number(document.querySelector("#money").value) > 150);
        const dragged = await page.locator("#money").inputValue();
        await moneyBox(page).press("ControlOrMeta+a");
        await moneyBox(page).pressSequentially("90");
        await moneyBox(page).press("Tab");
        await is("90");
        await undo.click();
        await is(dragged);
        await undo.click();
        await is("40");
        assert.ok(await undo.isDisabled());
        assert.equal(await finished(page), before);
      },
    }));

  it("stay in sight beside the picture and what changes, on one screen, and hold still under a drag", async () => {
    for (const [width, height] of [[1280, 720], [1440, 900], [1920, 1080]]) {
      await visit({
        hash: `/explore?${small}`,
        width,
        height,
        async look(page) {
          await finished(page);
          const at = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().toJSON());
          const [bar, headline, levers, picture, changes, foot] = [await at(".bar"), await at(".headline"), await at(".levers"), await at(".middle"), await at(".changes"), await at(".foot")];
          assert.ok(bar.height <= 64 && headline.height <= 146 && foot.height <= 96, `bar ${bar.height}, sentence ${headline.height}, line of time ${foot.height}`);
          assert.ok(levers.right <= picture.left + 1 && picture.right <= changes.left + 1, "side by side");
          assert.ok(levers.top >= headline.bottom - 1 && foot.bottom <= height + 1, "between the sentence and the line of time");
          assert.ok((await at(".canvas-frame")).height > height * 0.4, "the picture is large");
          const last = await at("#lever-core_shift");
          assert.ok(last.bottom < foot.top, "the last lever is in sight");
          for (const tab of ["overview", "people", "money", "why", "compare"]) {
            await page.evaluate((hash) => { location.hash = hash; }, whole(`/explore?tab=${tab}&${small}`));
            await page.locator(`.explore.tab-${tab}`).waitFor();
            const scrolls = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
            assert.equal(scrolls, 0, `${tab} is on one screen`);
            assert.equal(await overflow(page), 0);
          }
          const power = page.locator("#lever-power");
          const box = await power.boundingBox();
          await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2);
          await page.mouse.down();
          for (let k = 0; k < 8; k += 1) {
            await page.mouse.move(box.x + box.width * (0.7 - k * 0.08), box.y + box.height / 2);
            await page.waitForTimeout(120);
            assert.equal((await power.boundingBox()).y, box.y, "the slider stays under the pointer");
          }
          await page.mouse.up();
        },
      });
    }
  });
});

inChromium("the controls, looked into", ({ visit }) => {
  it("show in every number box what the scenario has, also after something was typed and put back", () =>
    visit({
      hash: `/explore?tab=details&${small}&money=40`,
      async look(page) {
        await finished(page);
        await unfold(page);
        const count = await page.locator("input[type=number]").count();
        assert.ok(count >= 20, `${count} number boxes`);
        for (let k = 0; k < count; k += 1) {
          const box = page.locator("input[type=number]").nth(k);
          const before = await box.inputValue();
          await box.press("ControlOrMeta+a");
          await box.pressSequentially("7");
          await box.press("ControlOrMeta+a");
          await box.pressSequentially(before);
          await box.press("Tab");
        }
        await page.locator("#money").focus();
        await page.keyboard.press("ArrowRight");
        await page.waitForFunction(() => document.querySelector("#money ~ .number input").value === "41");
        const other = `#/explore?tab=details&${small}&money=183&years=2&pilots.area=0.6&pilots.budget=0.5&whole-area.power=0.2&whole-area.levels=0.5,0.4,0.3,0.2,0.1&events=cut@5:0.2`;
        await page.evaluate((hash) => { location.hash = hash; }, whole(other.slice(1)));
        await page.waitForFunction(() => document.querySelector("#money").value === "183");
        const shown = await boxes(page);
        await page.reload();
        await finished(page);
        await unfold(page);
        assert.deepEqual(shown, await boxes(page), "after a reload the page shows the same");
        assert.equal(await moneyBox(page).inputValue(), "183");
      },
    }));

  it("reach both ends with every slider, the area too", () =>
    visit({
      hash: `/explore?tab=details&${small}&money=412.5`,
      async look(page) {
        await finished(page);
        await unfold(page);
        const short = await page.locator("input[type=range]").evaluateAll((all) => all.flatMap((slider) => {
          const before = slider.value;
          const at = [];
          for (const [from, step] of [[slider.min, "stepUp"], [slider.max, "stepDown"]]) {
            slider.value = from;
            at.push(slider.value);
            for (let last = null, k = 0; slider.value !== last && k < 2000; k += 1) { last = slider.value; slider[step](); }
            at.push(slider.value);
          }
          slider.value = before;
          const { min, max } = slider;
          return JSON.stringify(at) === JSON.stringify([min, max, max, min]) && !/\d{8}/.test(min + max + slider.step) ? [] : [`${slider.id}: ${min} to ${max} by ${slider.step}, came to ${at}`];
        }));
        assert.deepEqual(short, []);
        const area = page.locator("#area-1");
        await area.focus();
        await page.keyboard.press("End");
        await page.waitForFunction(() => document.querySelector("#area-1 ~ .number input").value === "100");
        assert.equal(await area.inputValue(), "100");
        await page.keyboard.press("Home");
        await page.waitForFunction(() => document.querySelector("#area-1 ~ .number input").value === "5");
      },
    }));

  it("dim what belongs to the old question in the frame of the change, and name no place with another's result", () =>
    visit({
      hash: `/explore?${small}`,
      async look(page) {
        await finished(page);
        const wrong = await page.evaluate(async () => {
          const field = document.querySelector("#place");
          field.focus();
          field.value = "stockport";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const faint = (element) => { for (let e = element; e; e = e.parentElement) if (Number(getComputedStyle(e).opacity) < 0.6) return true; return false; };
          const found = [];
          if (!document.querySelector(".explore.stale")) found.push("nothing is stale");
          const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (element.closest(".levers, .report, select") || !element.checkVisibility()) continue;
            // The old place anywhere, or any number of the old result.
            if (/Trafford/.test(node.data) && !faint(element)) found.push(`black: ${node.data}`);
            if (element.closest(".changes, .pair, .short") && /\d/.test(node.data) && !faint(element)) found.push(`a black number: ${node.data}`);
            if (/Stockport/.test(node.data) && /\d/.test(node.data)) found.push(`the new place with a number: ${node.data}`);
          }
          for (const selector of [".worlds", ".changes", ".short"]) {
            if (document.querySelector(selector).getAttribute("aria-busy") !== "true") found.push(`${selector} is not busy`);
          }
          return found;
        });
        assert.deepEqual(wrong, []);
        await page.locator("h1", { hasText: "Stockport" }).waitFor(patience);
        await finished(page);
        assert.equal(await page.locator("main [aria-busy=true]").count(), 0);
      },
    }));

  it("open on where the worlds differ, say that it is one run, and keep what somebody chose", () =>
    visit({
      hash: `/explore?${small}`,
      async look(page) {
        await finished(page);
        assert.equal(await page.locator(".world canvas").count(), 1);
        assert.match(await page.locator(".world figcaption p").innerText(), /^One run of 4\. [\d,]+ of [\d,]+ people .* with whole-area investment, [\d,]+ with siloed pilots \(by .*\)\.$/);
        await page.getByRole("button", { name: "Both", exact: true }).click();
        await page.locator(".world canvas").nth(1).waitFor();
        await page.locator("#colour").selectOption("friends");
        await page.locator(".share summary").click();
        await page.getByRole("button", { name: "Copy link", exact: true }).click();
        await page.waitForFunction(() => /show=worlds/.test(location.hash) && /colour=friends/.test(location.hash));
        await page.reload();
        await finished(page);
        assert.equal(await page.locator(".world canvas").count(), 2);
        assert.equal(await page.locator("#colour").inputValue(), "friends");
      },
    }));

  it("tell one thing at a time over the page, and what went well goes by itself", () =>
    visit({
      hash: `/explore?tab=compare&place=atlantis&${small}`,
      async look(page) {
        await finished(page);
        const heading = await page.locator("h1").evaluate((h1) => h1.getBoundingClientRect().top + scrollY);
        const notice = page.locator(".notices .notice");
        await notice.getByText("There is no place “atlantis” here").waitFor();
        assert.equal(await page.locator(".notices").getAttribute("role"), "status");
        assert.deepEqual(await accessibilityProblems(page), []);
        // Something else that is told stands in its place for a while; then the first is there again, until it is closed.
        await page.locator("#save-name").fill("Mine");
        await page.locator("#save-name").press("Enter");
        await notice.getByText("Saved as “Mine”.").waitFor();
        assert.equal(await notice.count(), 1);
        await notice.getByText("There is no place “atlantis” here").waitFor({ timeout: 15_000 });
        assert.equal(await page.locator("h1").evaluate((h1) => h1.getBoundingClientRect().top + scrollY), heading, "nothing moves");
        await notice.getByRole("button").click();
        await page.waitForFunction(() => !document.querySelector(".notices .notice"));
      },
    }));
});
