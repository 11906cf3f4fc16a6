// The lab as a researcher uses it: an assumption changed and found again everywhere, an experiment run to its files, gone on with
// after the page was closed, a map whose cells open in Explore.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, download, inBothBrowsers, inChromium, overflow, type } from "./harness.mjs";

const patience = { timeout: 60_000 };
const HASH = "/lab?place=trafford&people=500&years=1&replicates=2";
const EXPERIMENT = `format = 1
name = "Small"
scenario = "trafford"
people = 500
years = 1
replicates = 8
question = "sweep"
vary = [{ name = "control.power", values = [0.0, 0.05, 0.1] }]
`;

/** Uses an experiment file by pasting its text. */
async function paste(page, text) {
  await page.locator("details", { hasText: "Paste an experiment file" }).locator("summary").first().click();
  await page.getByLabel("The text of an experiment file").fill(text);
  await page.getByRole("button", { name: "Use this text" }).click();
}

const fingerprint = (page) => page.locator(".results-fingerprint").innerText(patience);

inChromium("the lab, its assumptions", ({ visit }) => {
  it("changes an assumption, marks it, takes it into the link, and refuses what is out of range", async () => {
    await visit({
      hash: HASH,
      async look(page) {
        await page.getByRole("searchbox").first().fill("control.power");
        const box = page.getByRole("spinbutton", { name: /control\.power/ }).or(page.getByRole("textbox", { name: /control\.power/ })).first();
        await type(box, "0.03");
        await page.getByText("1 differs from its default.").waitFor();
        await page.waitForURL(/control\.power=0\.03/);
        await type(box, "7");
        await page.getByText(/0 to 0\.15/).first().waitFor();
        assert.equal(await box.inputValue(), "7", "what was typed stays");
        await page.getByRole("button", { name: "Undo" }).click();
        await page.getByText("None differs from its default.").waitFor();
        await page.getByRole("button", { name: "Speculative off", exact: true }).click();
        await page.getByText(/\d+ differ from their defaults\./).waitFor();
        await page.getByRole("button", { name: "Show the document" }).click();
        await page.getByText(/assumptions differ from their defaults/).first().waitFor();
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    });
  });
});

inBothBrowsers("the lab", ({ visit }) => {
  it("runs an experiment to its files, and after a reload goes on to the same fingerprint", async () => {
    const whole = [];
    await visit({
      hash: HASH,
      async look(page) {
        await paste(page, EXPERIMENT);
        await page.getByRole("button", { name: "Run the experiment" }).click();
        whole.push(await fingerprint(page));
        assert.ok((await page.locator(".lab-results img").count()) > 0, "a figure");
        assert.ok((await page.locator(".lab-results img").first().getAttribute("alt")).length > 20, "a figure says what it shows");
        const csv = await download(page, page.locator(".lab-results").getByRole("button", { name: /CSV/ }).first());
        assert.match(csv.bytes.toString(), /control\.power/);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    });
    await visit({
      hash: HASH,
      width: 360,
      async look(page) {
        await paste(page, EXPERIMENT);
        await page.getByRole("button", { name: "Run the experiment" }).click();
        await page.waitForFunction(() => (document.querySelector(".bench progress, .lab progress")?.value ?? 0) >= 3, null, patience);
        await page.reload({ waitUntil: "load" });
        await page.getByRole("button", { name: "Go on" }).click(patience);
        whole.push(await fingerprint(page));
        assert.ok((await overflow(page)) <= 0);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    });
    assert.match(whole[0], /^[0-9a-f]{16}$/);
    assert.equal(whole[1], whole[0]);
  });
});

inChromium("the lab, its map and its mistakes", ({ visit }) => {
  it("draws a map whose cells open that world in Explore", async () => {
    await visit({
      hash: HASH,
      // Colours that are on their way from one look to the next are not judged.
      media: { reducedMotion: "reduce" },
      async look(page) {
        await page.getByRole("button", { name: "Draw the map" }).click();
        const cell = page.locator(".lab-map .cell").last();
        await cell.waitFor(patience);
        await page.waitForFunction(() => !document.querySelector(".lab-map progress"), null, patience);
        for (const look of ["Projector", "High contrast", "Dark", "Light"]) {
          await page.getByLabel("Look").selectOption({ label: look });
          assert.deepEqual(await accessibilityProblems(page), [], look);
        }
        // One stop for Tab, arrows from cell to cell.
        const first = page.locator(".lab-map .cell[tabindex='0']");
        await first.focus();
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("End");
        assert.equal(await page.evaluate(() => document.activeElement.dataset.point), "9");
        assert.equal(await page.locator(".lab-map .cell[tabindex='0']").count(), 1);
        await page.keyboard.press("Enter");
        await page.waitForURL(/#\/explore/);
        assert.match(page.url(), /control\.power=/);
      },
    });
  });

  it("says every mistake of an experiment file and keeps the text", async () => {
    await visit({
      hash: HASH,
      media: { colorScheme: "dark" },
      async look(page) {
        await paste(page, EXPERIMENT.replace("control.power", "control.powre").replace("vary =", "draws = 5\nvary ="));
        await page.getByText("control.powre").first().waitFor();
        await page.getByText("draws").first().waitFor();
        assert.match(await page.getByLabel("The text of an experiment file").inputValue(), /control\.powre/);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    });
  });
});
