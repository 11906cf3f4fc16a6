// Follow someone: one click proposes a life, both lives are told beside one another, and each moment takes the worlds there.
import { it } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, download, inChromium, overflow } from "./harness.mjs";

const small = "/explore?tab=people&people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

/** Follows somebody by the button of these words and waits for the story. */
async function follow(page, words) {
  const lives = page.locator("section.lives");
  const button = lives.getByRole("button", { name: words });
  await button.waitFor(patience);
  await button.click();
  await lives.locator(".story").waitFor(patience);
  return lives;
}

/** The end of both lives, from the table of years. */
async function ends(lives) {
  const cells = await lives.locator(".story table tbody tr").last().locator("td").allTextContents();
  return cells.map(Number);
}

inChromium("follow someone", ({ visit }) => {
  it("shows somebody for whom it is worse at one click, as a story that names both worlds", () =>
    visit({
      hash: small,
      media: { reducedMotion: "reduce" },
      async look(page) {
        const lives = await follow(page, "Somebody worse off");
        assert.match(await lives.innerText(), /Everybody here is invented/);
        assert.match(await lives.innerText(), /In this run, of [\d,]+ adults who are in both worlds throughout, [\d,]+ end better off/);
        assert.match(await lives.locator(".who").innerText(), /^An invented /);
        const [first, second] = await ends(lives);
        assert.ok(second <= first, `worse means worse, to the tenth: ${first} and ${second}`);
        assert.equal(await page.locator(".overlay .person").count(), 1, "they are ringed where the worlds differ");
        await page.getByRole("button", { name: "Both", exact: true }).click();
        await page.locator(".overlay .person").nth(1).waitFor();
        const moments = lives.locator(".chain li");
        assert.ok((await moments.count()) > 0);
        const button = moments.last().getByRole("button");
        const when = await button.innerText();
        await button.click();
        const [year, month] = [when.match(/Year (\d+)/)[1], when.split(", ")[1]];
        const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        assert.equal(await page.locator(".time .date").innerText(), `Year ${year}, month ${names.indexOf(month) + 1}`);
        assert.equal(await moments.last().getAttribute("aria-current"), "step");
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));

  it("tells another life at the same button, and keeps to the scenario that is shown", () =>
    visit({
      hash: small,
      media: { reducedMotion: "reduce" },
      async look(page) {
        const lives = await follow(page, "Somebody better off");
        const [first, second] = await ends(lives);
        assert.ok(second >= first, `better means better, to the tenth: ${first} and ${second}`);
        const who = await lives.locator(".who").innerText();
        await lives.getByRole("button", { name: "Somebody better off" }).click();
        await page.waitForFunction((before) => {
          const words = document.querySelector(".lives .who")?.textContent;
          return words && words !== before;
        }, who, patience);
        const story = await lives.locator(".story").innerText();
        // To the end of the slider: no money.
        await page.locator("#money").focus();
        await page.keyboard.press("Home");
        await page.waitForFunction(() => document.querySelector(".lives .story")?.textContent.includes("Nothing differs"), null, patience);
        assert.ok(!story.includes("Nothing differs"), "without money the same person's two lives are one");
      },
    }));

  it("gives every month as a file, and fits a phone", () =>
    visit({
      hash: small,
      width: 360,
      height: 740,
      media: { reducedMotion: "reduce" },
      async look(page) {
        const lives = await follow(page, "Somebody typical");
        const button = lives.getByRole("button", { name: "Download as CSV: Both lives" });
        const rows = (await download(page, button)).bytes.toString().replace(/^\uFEFF/, "").trim().split(/\r?\n/).filter((line) => !line.startsWith("#"));
        assert.equal(rows.length, 1 + 2 * 37);
        assert.match(rows[0], /^arm,month,there,wellbeing/);
        assert.ok((await overflow(page)) <= 0, "the page is wider than the phone");
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));
});
