// Work that is kept: saved and found again, refused and said, taken out as a file and brought back, linked, compared.
import { it } from "node:test";
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { accessibilityProblems, compared, download, drop, inBothBrowsers, inChromium, overflow, whole } from "./harness.mjs";

const small = "/explore?tab=compare&people=1000&years=3&replicates=4";
const patience = { timeout: 120_000 };

async function finished(page) {
  await page.locator(".fingerprint code").waitFor(patience);
  return page.locator(".fingerprint code").innerText();
}

/** Waits until the result is another one than before. */
async function another(page, before) {
  await page.waitForFunction((old) => ![null, old].includes(document.querySelector(".fingerprint code")?.innerText ?? null), before, patience);
  return page.locator(".fingerprint code").innerText();
}

/** Sets the money of a year. Firefox under test types behind a number that is there, so the box is told. */
function money(page, pounds) {
  return page.locator("#money ~ .number input").evaluate((box, pounds) => {
    box.value = String(pounds);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }, pounds);
}

async function save(page, name) {
  await page.locator("#save-name").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

inBothBrowsers("work that is kept", ({ visit }) => {
  it("is there after a reload, is opened, renamed, duplicated, deleted and brought back", () =>
    visit({
      hash: small,
      async look(page) {
        await finished(page);
        await money(page, 61);
        await page.waitForFunction(() => location.hash.includes("money=61") && location.hash.includes("result="), null, patience);
        const fingerprint = await finished(page);
        await save(page, "Sixty-one pounds");
        await page.locator(".saved li").waitFor();
        await page.waitForFunction(() => !document.querySelector(".saved").innerText.includes("only until you close"));
        await page.evaluate((hash) => history.replaceState(null, "", `#${hash}`), whole(small));
        await page.reload();
        await finished(page);
        const entry = page.locator(".saved li");
        await entry.waitFor(patience);
        const words = await entry.innerText();
        assert.ok(words.includes("Sixty-one pounds") && words.includes("Trafford") && words.includes(fingerprint), words);
        await page.getByRole("button", { name: "Open: Sixty-one pounds" }).click();
        await page.waitForFunction((wanted) => document.querySelector(".fingerprint code")?.innerText === wanted, fingerprint, patience);
        assert.ok(page.url().includes("money=61"));
        await page.getByRole("button", { name: "Duplicate: Sixty-one pounds" }).click();
        await page.getByRole("button", { name: "Open: Sixty-one pounds (copy)" }).waitFor();
        await page.getByRole("button", { name: "Rename: Sixty-one pounds (copy)" }).click();
        await page.getByLabel("New name").fill("Another");
        await page.getByRole("button", { name: "Keep", exact: true }).click();
        await page.getByRole("button", { name: "Delete: Another" }).click();
        assert.equal(await page.locator(".saved li").count(), 1);
        await page.getByRole("button", { name: "Bring it back" }).click();
        assert.equal(await page.locator(".saved li").count(), 2);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));

  it("is not lost when storage is refused or full", () =>
    visit({
      hash: small,
      width: 360,
      async look(page) {
        await page.addInitScript(() => {
          if (!location.hash.includes("seed=2")) Object.defineProperty(window, "indexedDB", { get: () => undefined });
          IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
        });
        await page.reload();
        await finished(page);
        await page.getByText("Nothing can be kept on this device now.").waitFor();
        await save(page, "Mine");
        await page.getByText(/Not kept on this device\. This browser does not let/).waitFor();
        assert.match(await page.locator(".saved li").innerText(), /only until you close this page/);
        assert.equal(await overflow(page), 0);
        await page.evaluate((hash) => history.replaceState(null, "", `#${hash}`), whole(`${small}&seed=2`));
        await page.reload();
        await finished(page);
        await save(page, "Mine");
        await page.getByText(/Not kept on this device\. There is no room left/).waitFor();
      },
    }));
});

inChromium("work that is kept, taken elsewhere", ({ visit }) => {
  it("goes out as a file and comes back; a hostile file is told and changes nothing", () =>
    visit({
      hash: small,
      async look(page) {
        const before = await finished(page);
        await money(page, 33);
        const changed = await another(page, before);
        const file = await download(page, page.getByRole("button", { name: "Save as a file" }));
        assert.match(file.name, /^kith-.*\.toml$/);
        const text = file.bytes.toString();
        assert.match(text, /pounds_per_head_year = 33/);
        await page.getByRole("button", { name: "Undo" }).click();
        await page.waitForFunction((wanted) => document.querySelector(".fingerprint code")?.innerText === wanted, before, patience);
        await drop(page, "bad.toml", text.replace("people = 1000", "people = 3").replace("years = 3", "yeers = 3"));
        await page.getByText("was not used; your work is as it was.").waitFor();
        const told = await page.locator(".import").innerText();
        assert.ok(told.includes("people") && told.includes("did you mean \"years\"?"), told);
        assert.equal(await finished(page), before);
        await drop(page, "huge.toml", "x".repeat(3_000_000));
        await page.getByText("It has 3000000 bytes; a scenario has at most 65536.").waitFor();
        await drop(page, "picture.toml", "\u0000\u0001[[[[{{{{");
        await page.getByText("something that is not TOML").first().waitFor();
        await drop(page, "good.toml", text);
        await page.waitForFunction((wanted) => document.querySelector(".fingerprint code")?.innerText === wanted, changed, patience);
        assert.equal(await page.locator(".import").count(), 0);
      },
    }));

  it("opens an old link, says so, and writes today's; offers no code that cannot work", () =>
    visit({
      hash: `${small}&v=0.0.9&result=0123456789abcdef`,
      async look(page) {
        await page.getByText("This link is of an older form").waitFor(patience);
        // One thing is told at a time.
        await page.locator(".notices").getByRole("button", { name: "Close" }).click();
        await page.getByText("This link was made with Kith 0.0.9").waitFor();
        await finished(page);
        await page.waitForFunction(() => /f=3&.*&v=.*&c=[0-9A-Z]{7}$/.test(location.hash));
        assert.equal(await page.locator("svg.code").count(), 0);
        await page.getByRole("button", { name: "Show a QR code" }).click();
        // Another device cannot open an address of this one's own: the page says so and shows no code that would not work.
        await page.getByText("This address works on this computer only").waitFor();
        assert.equal(await page.locator("svg.code").count(), 0);
      },
    }));

  it("stands side by side, replays the last change and resets in parts", () =>
    visit({
      hash: small,
      media: { reducedMotion: "reduce" },
      async look(page) {
        const before = await finished(page);
        const pin = page.getByRole("button", { name: "Pin what is on screen" });
        await pin.click();
        await money(page, 90);
        const after = await another(page, before);
        await pin.click();
        const table = page.locator("table.compare");
        const words = await table.innerText();
        for (const part of ["New money, £ a head a year", "40", "90", before, after, "Doing well"]) assert.ok(words.includes(part), part);
        assert.ok(!words.includes("Number of the luck"), "what does not differ is left out");
        await page.getByText(/“2: Trafford” against “1: Trafford”: 4 runs are too few to say/).waitFor();
        const replay = page.getByRole("button", { name: "Replay last change" });
        await replay.click();
        await page.getByText("Before the last change:").waitFor();
        assert.equal(await page.locator("#money").inputValue(), "40");
        assert.equal(await finished(page), after, "nothing is run again");
        await page.getByRole("button", { name: "Show after the change" }).click();
        assert.equal(await page.locator("#money").inputValue(), "90");
        await page.getByText("Back to the start, in parts").click();
        await page.getByRole("button", { name: "Reset choices" }).click();
        assert.equal(await page.locator("#money").inputValue(), "40");
        await page.getByRole("button", { name: "All details" }).click();
        assert.equal(await page.locator("#people").inputValue(), "1000", "assumptions stay");
        // What belongs to the question before is dimmed on purpose: it is judged once the answer is there.
        await page.waitForFunction(() => !document.querySelector("main [aria-busy='true']"), null, patience);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));

  it("makes a place from a person's own tables, or says what is wrong with them", () =>
    visit({
      hash: small,
      async look(page) {
        const before = await finished(page);
        /** Chooses files for the place. */
        const choose = (files) =>
          page.getByLabel("Choose tables").and(page.locator("input")).evaluate((input, files) => {
            const data = new DataTransfer();
            for (const [name, text] of files) data.items.add(new File([text], name));
            input.files = data.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
          }, files);
        const make = page.getByRole("button", { name: "Make the place" });
        await choose([["age_bands_la_x.csv", "nonsense"], ["holiday.csv", "1"]]);
        await page.getByText("age_bands_la_x.csv").waitFor();
        await page.locator("#own-area").fill("Wirral");
        await make.click();
        await page.getByText("holiday.csv: no table with a column of area codes").waitFor(patience);
        await page.getByText("Missing: age by district (TS007A or TS007)").waitFor();
        await page.getByRole("button", { name: "Forget them" }).click();
        const folder = new URL("../../benches/seeds/tables/", import.meta.url);
        const official = (await readdir(folder)).map(async (name, k) => [`download ${k}`, await readFile(new URL(name, folder), "utf8")]);
        await choose([...(await Promise.all(official)), ["README.txt", "ours"]]);
        await page.locator("#own-area").fill("Trafford");
        await make.click();
        await page.getByText("Trafford is the place now.").waitFor(patience);
        await page.getByRole("heading", { name: "How the place was made" }).waitFor();
        await page.getByText("Left aside: README.txt").waitFor();
        const invented = await another(page, before);
        const fromTables = await download(page, page.getByRole("button", { name: "Save as a file" }));
        assert.equal((await compared(fromTables.bytes)).fingerprint, invented, "from the tables, the command line comes to something else");
        const profile = (await readFile(new URL("../data/profiles/bury.toml", import.meta.url), "utf8")).replace('name = "Bury"', 'name = "Wirral"');
        await choose([["wirral.toml", profile]]);
        await make.click();
        await page.getByText("Wirral is the place now.").waitFor(patience);
        const own = await another(page, invented);
        assert.match(await page.locator("h1").innerText(), /Wirral/);
        const { bytes } = await download(page, page.getByRole("button", { name: "Save as a file" }));
        assert.equal((await compared(bytes)).fingerprint, own, "the command line comes to something else");
        await save(page, "Our place");
        await page.locator(".saved li").waitFor();
        await page.waitForFunction(() => !document.querySelector(".saved").innerText.includes("only until you close"));
        await page.reload();
        await page.getByText("A link holds no place of the sender's own").waitFor(patience);
        await page.getByRole("button", { name: "Open: Our place" }).click();
        await page.waitForFunction((wanted) => document.querySelector(".fingerprint code")?.innerText === wanted, own, patience);
        assert.match(await page.locator("h1").innerText(), /Wirral/);
        assert.deepEqual(await accessibilityProblems(page), []);
      },
    }));
});
