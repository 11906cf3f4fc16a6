// Two tabs of one browser on the same saved work, and links as they come out of messengers and mail programs.
import { it } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { address, inBothBrowsers, whole } from "./harness.mjs";

const small = whole("/explore?tab=compare&people=500&years=2&replicates=2");
const patience = { timeout: 120_000 };

async function finished(page) {
  await page.locator(".fingerprint code").waitFor(patience);
}

/** Sets a number of the question. Firefox under test types behind a number that is there, so the box is told. */
function set(page, id, value) {
  return page.locator(`#${id} ~ .number input`).evaluate((box, value) => {
    box.value = String(value);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

async function save(page, name) {
  await page.locator("#save-name").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForFunction(() => document.querySelector(".saved li") && !document.querySelector(".saved").innerText.includes("only until you close"), null, patience);
}

/** A second tab of the same browser. */
async function beside(page) {
  const other = await page.context().newPage();
  await other.goto(`${address}#${small}`, { waitUntil: "load" });
  await finished(other);
  return other;
}

const inHash = (page, part) => page.waitForFunction((part) => location.hash.includes(part), part, patience);

inBothBrowsers("two tabs", ({ visit, browserName }) => {
  for (const hears of [true, false]) {
    it(`lose no save between them${hears ? "" : ", also when they do not hear each other"}`, () =>
      visit({
        hash: small,
        async look(one) {
          if (!hears) {
            await one.context().addInitScript(() => { delete window.BroadcastChannel; });
            await one.reload();
          }
          await finished(one);
          await set(one, "money", 41);
          await save(one, "A");
          const two = await beside(one);
          await two.getByRole("button", { name: "Open: A" }).click();
          await inHash(two, "money=41");
          await set(one, "money", 60);
          await inHash(one, "money=60");
          await save(one, "A");
          if (hears) await two.getByText("“A” was changed in another tab").first().waitFor(patience);
          await set(two, "years", 3);
          await inHash(two, "years=3");
          await save(two, "A");
          await two.getByText(/Both are kept: the other tab’s as “A”, yours as “A \(2\)”/).waitFor(patience);
          if (process.env.KITH_SHOTS) await two.screenshot({ path: `${process.env.KITH_SHOTS}/tabs-${browserName}-${hears}.png`, fullPage: true });
          await one.reload();
          await finished(one);
          await one.getByRole("button", { name: "Open: A", exact: true }).click();
          await inHash(one, "money=60");
          await one.getByRole("button", { name: "Open: A (2)", exact: true }).click();
          await inHash(one, "money=41");
          await inHash(one, "years=3");
        },
      }));
  }

  it("say what this browser does with saved work, and remember what was opened", () =>
    visit({
      hash: small,
      async look(page) {
        await finished(page);
        await set(page, "money", 41);
        await inHash(page, "money=41");
        await save(page, "A");
        await page.getByText(/This browser (has promised to keep|may clear) /).waitFor(patience);
        await page.reload();
        await finished(page);
        assert.match(await page.locator(".saved li").innerText(), /open now/);
        await set(page, "money", 9);
        await inHash(page, "money=9");
        await page.getByText("Back to the start, in parts").click();
        await page.getByRole("button", { name: "Back to what I saved" }).click();
        await inHash(page, "money=41");
      },
    }));
});

inBothBrowsers("links on their way", ({ visit, browserName }) => {
  it("are told when they are cut or changed, and mended when a mail program bent them", () =>
    visit({
      hash: small,
      async look(page) {
        const said = page.locator(".notices");
        /** Opens a link as somebody does who types it into the address bar. */
        const open = async (link) => {
          // Whoever leaves a page in the middle of its run makes some browsers complain.
          await finished(page);
          await page.goto("about:blank");
          await page.goto(link.startsWith("http") ? link : address + link, { waitUntil: "load" });
          await page.locator("h1").first().waitFor(patience);
        };
        const lines = (await readFile(new URL("../data/links.tsv", import.meta.url), "utf8")).trim().split("\n").slice(1);
        assert.equal(lines.length, 4);
        for (const line of lines) {
          const [name, link, right] = line.split("\t");
          await open(link.replace("place=wigan", "place=wigan&people=500&replicates=2&spin-up=12"));
          const words = right.match(/^said: the (link|promised result) is incomplete/);
          if (!words) {
            await inHash(page, "c=");
            assert.equal(await said.innerText(), "", name);
            continue;
          }
          await said.getByText(words[1] === "link" ? "This link is incomplete" : "The result that was promised in this link is incomplete").waitFor(patience);
          if (process.env.KITH_SHOTS) await page.screenshot({ path: `${process.env.KITH_SHOTS}/link-${browserName}-${name}.png` });
        }
        await open(`#${small}`);
        await finished(page);
        await inHash(page, "result=");
        const written = await page.evaluate(() => location.hash);
        assert.match(written, /^#\/explore\?f=3&.*&c=[0-9A-Z]{7}$/);
        await open(written.replace("people=500", "people=501"));
        await said.getByText("This link was changed on its way").waitFor(patience);
        if (process.env.KITH_SHOTS) await page.screenshot({ path: `${process.env.KITH_SHOTS}/link-${browserName}-changed.png` });
        await open(written.slice(0, -12));
        await said.getByText("This link is incomplete").waitFor(patience);
        for (const bent of [
          written.replaceAll("&", "&amp;"),
          written.replaceAll("&", "%26"),
          written.replaceAll("=", "%3D"),
          written.replace("#", "#%23"),
          written.replace("#", "%23"),
          `${written}.`,
          `${written})>`,
          `${written.slice(0, 30)}\r\n${written.slice(30)}`,
        ]) {
          await open(bent);
          await page.waitForFunction((wanted) => location.hash === wanted, written, patience);
          assert.equal(await said.innerText(), "", bent);
        }
      },
    }));
});
