// Rounds and teams as a room plays them: on one device by keyboard, and with a team on a device of its own.
import { test } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, address, download, drop, inChromium, overflow, type } from "./harness.mjs";

const QUESTION = "place=trafford&people=500&years=4&replicates=1";
const HASH = `/workshop/teams?${QUESTION}`;

/** A code as a picture. Not a screenshot: for that the browser's driver would need a style that the page's policy forbids. */
async function pictureOf(code) {
  const address = await code.evaluate(async (svg) => {
    const copy = svg.cloneNode(true);
    for (const [name, value] of [["xmlns", "http://www.w3.org/2000/svg"], ["width", "480"], ["height", "480"]]) copy.setAttribute(name, value);
    copy.querySelector("rect").setAttribute("fill", "#fff");
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [480, 480];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(address.split(",")[1], "base64");
}

/** Begins a game of two runs. */
async function begin(page) {
  await page.getByRole("button", { name: "Begin a game" }).press("Enter");
  const reruns = page.getByRole("spinbutton", { name: /^Runs/ });
  await type(reruns, "2");
}

/** Lives the next round by keyboard and waits until it is there. */
async function live(page, name) {
  await page.getByRole("button", { name, exact: true }).press("Enter");
  await page.getByText("mean of 2 runs").waitFor({ timeout: 60_000 });
  await page.locator(".teams-live progress").waitFor({ state: "detached", timeout: 60_000 });
}

inChromium("Teams", ({ visit }) => {
  test("two teams play all rounds on one device by keyboard, the card hits both, and a reload keeps the game", async () => {
    await visit({ hash: HASH, look: async (page) => {
      await begin(page);
      assert.match(await page.locator(".teams-head").innerText(), /Game \d{3} \d{3}\. Trafford, £\d+ a head a year, 4 years in 2 rounds\./);
      const first = page.getByRole("group", { name: "Team 1" });
      const name = first.getByLabel("Name of the team");
      await type(name, "Reds");
      const reds = page.getByRole("group", { name: "Reds" });
      await page.getByRole("group", { name: "Team 2" }).getByLabel("Begins with").selectOption({ label: "Whole-area investment" });
      await reds.getByLabel("First change").selectOption({ label: "Who decides: shared with people here" });
      await page.locator(".teams-trainer summary").press("Enter");
      await page.getByLabel("Card and moment").selectOption({ label: "The budget is cut, after round 1" });
      assert.deepEqual(await accessibilityProblems(page), []);
      assert.equal(await page.getByRole("heading", { name: "The budget is cut" }).count(), 0, "the card lies face down");
      await live(page, "Live years 1 and 2");
      await page.getByRole("heading", { name: "The budget is cut" }).waitFor();
      assert.match(await page.locator(".event-card").innerText(), /At the start of year 3, core budgets of services fall by 10%/);
      await reds.getByLabel("Second change").selectOption({ label: "Money for families and carers: much" });
      await live(page, "Live years 3 and 4");
      await page.getByText("After 4 years").waitFor();
      const rows = page.locator(".teams-table tbody tr");
      assert.equal(await rows.count(), 3);
      assert.match(await rows.nth(1).innerText(), /Reds[\s\S]*Round 1: Siloed pilots, but Who decides: shared with people here[\s\S]*Round 2: Money for families and carers: much[\s\S]*2 runs: too few to say/);
      assert.match(await rows.nth(2).innerText(), /Round 2: Stay the course/);
      assert.match(await page.locator(".teams-results .good").innerText(), /Each of the 3 ways spent £[\d,.]+ of new money in 4 years: the same, to the penny\./);
      assert.equal(await page.getByRole("img", { name: /Doing well: .* Reds: / }).count(), 1);
      await page.getByLabel("Order of the rows").selectOption({ label: "By “Often lonely”, what is better first" });
      const file = await download(page, page.getByRole("button", { name: /Teams of a game/ }).first());
      const csv = file.bytes.toString();
      assert.match(csv, /doing_well less business as usual/);
      assert.match(csv, /Reds,.*Siloed pilots/);
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.reload();
      await page.getByRole("group", { name: "Reds" }).waitFor();
      // What was lived is lived again by itself: the same choices come to the same.
      await page.getByText("After 4 years").waitFor({ timeout: 60_000 });
    } });
  });

  test("a team on its own device hands its course in; what is broken or foreign is refused and nothing is lost", async () => {
    await visit({ hash: HASH, look: async (page) => {
      await begin(page);
      await page.locator(".teams-invite summary").click();
      const link = await page.getByRole("textbox", { name: "Link to the game" }).inputValue();
      assert.ok(link.length < 300, link);
      await page.getByRole("button", { name: "Show the code to scan" }).click();
      await page.getByText("No code here: this address works on this computer only").waitFor();
      assert.equal(await page.locator("svg.code").count(), 0);
      let handed, picture, saved;
      await visit({ hash: link.split("#")[1], width: 360, height: 740, look: async (phone) => {
        await phone.getByText("You play one team").waitFor();
        const name = phone.getByLabel("Name of the team");
        await type(name, "Greens");
        await phone.getByLabel("Begins with").selectOption({ label: "Asset-based area" });
        assert.equal(await overflow(phone), 0);
        assert.deepEqual(await accessibilityProblems(phone), []);
        handed = await phone.getByRole("textbox", { name: "Link to hand in" }).inputValue();
        saved = await download(phone, phone.getByRole("button", { name: "Save as a file" }));
        assert.equal(saved.name, "kith-team-greens.txt");
        await phone.getByRole("button", { name: "Show the code to scan" }).click();
        picture = await pictureOf(phone.locator("svg.code"));
      } });
      const field = page.getByLabel("Link or code of a team");
      const take = async (text) => {
        await field.fill(text);
        await field.press("Enter");
      };
      // Cut within the letters of the course, as by a hand that marks too little.
      const [course] = handed.match(/team=[^&]*/);
      await take(handed.slice(0, handed.indexOf(course) + course.length - 4));
      await page.getByRole("alert").filter({ hasText: "The course is damaged" }).waitFor();
      await drop(page, "list.txt", "milk, bread");
      await page.getByRole("alert").filter({ hasText: "There is no team's course in it" }).waitFor();
      assert.equal(await page.locator("fieldset.team").count(), 2, "the work is kept");
      await page.locator(".teams-collect input[multiple]").setInputFiles({ name: "greens.png", mimeType: "image/png", buffer: picture });
      await page.getByRole("group", { name: "Greens" }).waitFor({ timeout: 60_000 });
      await page.locator(".teams-collect input[multiple]").setInputFiles({ name: saved.name, mimeType: "text/plain", buffer: saved.bytes });
      assert.equal(await page.getByRole("alert").filter({ hasText: "not taken in" }).count(), 0);
      await take(handed);
      assert.equal(await page.getByRole("group", { name: "Greens" }).count(), 1, "the same team once");
      await page.getByRole("button", { name: "Live all years to the end" }).press("Enter");
      await page.getByText("After 4 years").waitFor({ timeout: 60_000 });
      await page.locator(".teams-live progress").waitFor({ state: "detached", timeout: 60_000 });
      const text = await page.locator(".teams-table").innerText();
      assert.match(text, /Greens[\s\S]*Asset-based area/);
      assert.match(await page.locator(".teams-results .good").innerText(), /to the penny/);
      // Another game: the course of the first is foreign to it.
      await page.getByRole("button", { name: "Put this game away" }).click();
      await begin(page);
      await take(handed);
      await page.getByRole("alert").filter({ hasText: /This course belongs to game \d{3} \d{3}, but this room plays game/ }).waitFor();
    } });
  });

  test("in the projector's look the game is readable by everybody", async () => {
    await visit({ hash: HASH, width: 1920, height: 1080, look: async (page) => {
      await page.getByLabel("Look").selectOption({ label: "Projector" });
      await begin(page);
      await live(page, "Live years 1 and 2");
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await accessibilityProblems(page), []);
    } });
  });

  test("the kit is reached from the workshop and its documents are pages", async () => {
    await visit({ hash: "/workshop/teams", look: async (page) => {
      const links = await page.locator("section.read-on a").evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
      assert.equal(links.length, 6);
      for (const [name, href] of links) {
        const response = await page.goto(address + href);
        assert.equal(response.status(), 200, href);
        assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, name);
        assert.equal(await overflow(page), 0, name);
        assert.deepEqual(await accessibilityProblems(page), [], name);
      }
    } });
  });
});
