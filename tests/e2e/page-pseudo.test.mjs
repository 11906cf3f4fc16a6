// Every view in a language that nobody speaks: English with accents, two fifths longer and in brackets. Whatever stands there
// as the catalogue has it in English did not come from the catalogue, and what does not fit has no room for longer languages.
import { it } from "node:test";
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { address, inChromium, overflow, whole } from "./harness.mjs";

const folder = new URL("../../static/words/en/", import.meta.url);

/** Messages of the catalogue that are one line without arguments and hold a word. */
async function messages() {
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(new URL(file, folder), "utf8")));
  const lines = files.flatMap((text) => [...text.matchAll(/^[a-z][a-z0-9-]* = (.*)$/gm)].map((found) => found[1]));
  return new Set(lines.filter((line) => !line.includes("{") && /[A-Za-z]{2}/.test(line)));
}

/** What registries, the lesson and the list of documents call something with the very letters of a message. */
const alsoNames = new Set([
  "Before and after", "Briefing cards", "Business as usual", "Debrief questions", "Draw your line first", "Every assumption",
  "Evidence", "Facilitator's script", "Friends to count on", "Learner's sheet", "Nobody", "Outcomes",
  "Roles and events, to print and cut.", "Social care", "Stay the course", "The online room", "Wellbeing",
  "What it cannot tell you",
  // Units and columns of registries.
  "months", "People", "points", "Years",
]);

/** All that a view says: its text, and what it says to those who do not see it. */
function said(page) {
  return page.evaluate(() => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) found.push(walk.currentNode.data.trim());
    for (const name of ["aria-label", "title", "alt", "placeholder"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name).trim());
    }
    return found.filter(Boolean);
  });
}

const size = "people=500&years=2&replicates=8";
const tabs = ["people", "money", "why", "compare", "outcomes", "details", "events"].map((tab) => `/explore?tab=${tab}&${size}`);
const views = [`/explore?${size}`, ...tabs, "/lab", "/workshop", "/workshop/guess", "/workshop/notes", "/workshop/teams", "/about"];

/** Goes to a view of the page that is open, and waits until it is there with its result. */
async function go(page, view) {
  await page.evaluate((hash) => { location.hash = hash; }, whole(view));
  const tab = view.match(/tab=(\w+)/)?.[1];
  if (tab) await page.locator(`.explore.tab-${tab}`).waitFor();
  else await page.waitForTimeout(300);
  if (view.startsWith("/explore")) await page.locator(".fingerprint code").waitFor({ timeout: 120_000 });
}

inChromium("the pseudo-language", ({ visit }) => {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    it(`leaves no English of the catalogue and fits ${width} pixels in any view`, async () => {
      const english = await messages();
      await visit({
        from: `${address}?lang=en-XA`,
        hash: views[0],
        width,
        height,
        async look(page) {
          assert.equal(await page.locator("html").getAttribute("lang"), "en-XA");
          for (const view of views) {
            await go(page, view);
            const all = await said(page);
            assert.ok(all.some((text) => /^\[[^a-zA-Z]*[åéîöûÅÉÎÖÛ]/.test(text)), `nothing was said in it: ${view}`);
            const left = [...new Set(all)].filter((text) => english.has(text) && !alsoNames.has(text));
            assert.deepEqual(left, [], `English from the catalogue: ${view}`);
            assert.ok((await overflow(page)) <= 0, `${await overflow(page)} px too wide: ${view}`);
          }
        },
      });
    });
  }
});
