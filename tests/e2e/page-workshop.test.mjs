// The hour as a room lives it: every step by keyboard, lines drawn before they are revealed, guesses from other devices as a code
// and as a picture of one, the trainer's second window, what is taken home; without internet, and from one file on disk.
import { test } from "node:test";
import assert from "node:assert/strict";
import { accessibilityProblems, address, download, inBothBrowsers, inChromium, overflow, singleFile, type, whole } from "./harness.mjs";

// Sixteen runs, so that what is said can stand; the money ends with year 2 of 3, so that something can end.
const QUESTION = "people=500&years=3&funded=1-2&replicates=16";
const HASH = `/workshop?${QUESTION}`;
const STEPS = ["place", "predict", "pilots", "cliff", "evaluation", "whole-area", "why", "over", "decide", "debrief"];
const patience = { timeout: 120_000 };
const CODE_FIELD = /^A code, with a name after it/;

/** Waits for a step of the hour; the first has no name in the address. */
async function on(page, wanted) {
  const there = (id) => (new URLSearchParams(location.hash.split("?")[1]).get("step") ?? "place") === id;
  await page.waitForFunction(there, wanted, patience);
  await page.getByText(`Step ${STEPS.indexOf(wanted) + 1} of ${STEPS.length}`).first().waitFor(patience);
}

/** Draws a line as numbers and hands it in; gives the code. */
async function draw(page, heights, name) {
  const boxes = page.locator(".pad-box input");
  await boxes.first().waitFor(patience);
  for (const [k, height] of heights.entries()) await type(boxes.nth(k), String(height));
  await type(page.getByLabel("A name, if you like"), name);
  await page.getByRole("button", { name: "Done, show my code" }).press("Enter");
  return page.locator(".guess-code").innerText();
}

/** A participant on a device of their own: their code, and a picture of it. */
async function participant(page, from, heights, name) {
  const device = await page.context().browser().newContext({ viewport: { width: 360, height: 740 } });
  try {
    const phone = await device.newPage();
    await phone.goto(`${from}#${whole(`/workshop/guess?${QUESTION}`)}`);
    const code = await draw(phone, heights, name);
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.deepEqual(await accessibilityProblems(phone), []);
    assert.equal(await overflow(phone), 0, "the drawing is as wide as a phone");
    const picture = await phone.locator(".hand-in svg.code").screenshot();
    return { code: `${code} ${name}`, picture };
  } finally {
    await device.close();
  }
}

/** Controls in sight that something else lies over, wherever the page is scrolled to, one line each. */
function covers(page) {
  return page.evaluate(async () => {
    const wrong = new Set();
    // What a closed box holds is not in sight.
    const controls = [...document.querySelectorAll("main :is(button, select, a, summary, input:not([type=file]))")].filter((one) => one.checkVisibility());
    for (const control of controls) {
      control.scrollIntoView({ block: "nearest", behavior: "instant" });
      await new Promise(requestAnimationFrame);
      const { left, top, width, height } = control.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!at || !(control.contains(at) || at.contains(control) || at.closest("label")?.contains(control))) {
        wrong.add(`${control.tagName} “${control.innerText}” under ${at?.tagName}.${at?.className?.baseVal ?? at?.className}`);
      }
    }
    return [...wrong];
  });
}

/** Nothing of the second world is drawn, said, or told to a screen reader. */
async function covered(page, step) {
  const drawn = await page.locator("main").evaluate((main) => main.querySelectorAll(".band.second, .line.second, .world.second, .label.second, .outcomes, .headline").length);
  // The pad itself has lines for both worlds: those are the person's own.
  assert.equal(drawn, 0, `${step} draws what is covered`);
  const words = await page.locator("main").evaluate((main) =>
    main.innerText + [...main.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label")).join(" "));
  assert.doesNotMatch(words, /better off|does better in|clear difference|more adults|fewer adults|brought/i, `${step} says what is covered`);
}

/** The whole hour by keyboard; the two devices have handed in before. */
async function hour(page, devices) {
  for (const [k, id] of STEPS.entries()) {
    await on(page, id);
    if (id === "place") await page.locator(".hour-people li").nth(2).waitFor(patience);
    if (id === "predict") await takeIn(page, devices);
    if (id === "pilots") await page.getByText(/2 guesses for .*: \d expected more than happened/).waitFor(patience);
    if (id === "cliff") await page.getByText(/The money ends with year 2 of 3\..*The year after, the last, .* is left/).waitFor(patience);
    if (id === "evaluation") await page.getByText(/Worked out beforehand for another scenario, “.*”, in which the money runs to the last year|Answered on this device with/).first().waitFor(patience);
    if (id === "whole-area") await page.locator(".reveal .line.second").waitFor(patience);
    if (k < 5) await covered(page, id);
    assert.deepEqual(await accessibilityProblems(page), [], id);
    assert.equal(await overflow(page), 0, id);
    // A control that has the focus keeps its own keys: the heading has none.
    await page.locator("h1").first().focus();
    // The last press finds no further step.
    await page.keyboard.press(["PageDown", "ArrowRight", " "][k % 3]);
  }
  assert.match(await page.locator(".summary").innerText(), /2 guesses for/);
  await on(page, "debrief");
  await page.keyboard.press("Home");
  await on(page, "place");
  await page.keyboard.press("End");
  await on(page, "debrief");
}

/** One guess as a code that is typed, one as a picture; a wrong code is told with what is wrong. */
async function takeIn(page, [typed, pictured]) {
  const field = page.getByLabel(CODE_FIELD);
  await field.fill("7UUU-7777");
  await field.press("Enter");
  await page.getByText("first group has “U”").waitFor();
  await field.fill(typed.code);
  await field.press("Enter");
  await page.getByText("The room has 1 guess.").waitFor();
  await page.locator(".collect input[multiple]").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: pictured.picture });
  await page.getByText("The room has 2 guesses.").waitFor(patience);
}

async function twoDevices(page, from) {
  return [await participant(page, from, [60, 62, 64, 66, 68], "Sam"), await participant(page, from, [81, 81, 81, 81, 81], "Bo")];
}

inBothBrowsers("the workshop", ({ browserName, visit }) => {
  test("a whole hour by keyboard, without internet where that can be tested, with guesses from two other devices", async () => {
    await visit({ hash: HASH, look: async (page) => {
      await on(page, "place");
      const devices = await twoDevices(page, address);
      if (browserName === "Chromium") {
        await page.evaluate(() => navigator.serviceWorker.ready);
        await page.context().setOffline(true);
        await page.reload({ waitUntil: "load" });
      }
      await hour(page, devices);
      await page.reload({ waitUntil: "load" });
      await on(page, "debrief");
      await page.locator(".summary").getByText(/2 guesses for/).first().waitFor(patience);
    } });
  });
});

inChromium("the workshop, step by step", ({ browserName, visit }) => {
  test("the same from one file on disk", async () => {
    await visit({ from: singleFile, hash: HASH, look: async (page) => {
      await on(page, "place");
      await hour(page, await twoDevices(page, singleFile));
    } });
  });

  test("a line is drawn by pointer, moves the same numbers, is rubbed out, and joins the room", async () => {
    await visit({ hash: `${HASH}&step=predict`, look: async (page) => {
      const pad = page.locator(".pad-chart svg");
      await pad.waitFor(patience);
      await pad.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await pad.boundingBox();
      await page.mouse.move(x + width * 0.25, y + height * 0.6);
      await page.mouse.down();
      for (let step = 3; step <= 10; step += 1) await page.mouse.move(x + (width - 10) * (step / 10), y + height * (0.7 - step * 0.05), { steps: 3 });
      await page.mouse.up();
      const boxes = page.locator(".pad-box input");
      const heights = (await boxes.evaluateAll((all) => all.map((box) => Number(box.value))));
      assert.ok(heights.every((height, k) => k === 0 || height > heights[k - 1]), `the line rises: ${heights}`);
      await page.getByRole("button", { name: "Rub out this line" }).click();
      assert.equal(await page.locator(".drawn").count(), 0);
      await boxes.nth(4).focus();
      await type(boxes.nth(4), "70");
      assert.equal(await page.locator(".drawn.first").count(), 1);
      await page.getByRole("button", { name: "Done, show my code" }).click();
      await page.getByRole("button", { name: "Add this line to the room’s" }).click();
      await page.getByText("Guesses in the room: 1", { exact: true }).waitFor();
      const file = await download(page, page.getByRole("button", { name: "Save the list" }));
      assert.match(file.bytes.toString(), /^Kith guesses\n[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/);
      await page.getByRole("button", { name: "Clear the list" }).click();
      await page.getByText("Nobody has handed a guess in yet.").waitFor();
      await page.locator(".collect input[multiple]").setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from(file.bytes) });
      await page.getByText("The room has 1 guess.").waitFor();
    } });
  });

  test("the projector's look, the second window, and the way to Explore and back", async () => {
    await visit({ hash: `${HASH}&step=whole-area`, width: 1920, height: 1080, look: async (page) => {
      await page.getByRole("button", { name: "Large, for the projector" }).press("Enter");
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "projector");
      await page.locator(".reveal .line.second").waitFor(patience);
      assert.deepEqual(await accessibilityProblems(page), []);
      assert.equal(await overflow(page), 0);
      await page.getByRole("button", { name: "Pause and try it in Explore" }).press("Enter");
      await page.getByRole("button", { name: "Back to step 6" }).press("Enter");
      await on(page, "whole-area");
      const opened = page.context().waitForEvent("page");
      await page.getByRole("button", { name: "Open the notes in a window" }).press("Enter");
      const notes = await opened;
      await notes.locator("h1", { hasText: "The second world" }).waitFor(patience);
      await notes.getByRole("button", { name: "Next" }).press("Enter");
      await on(page, "why");
      await page.locator("h1").first().focus();
      await page.keyboard.press("PageUp");
      await notes.locator("h1", { hasText: "The second world" }).waitFor(patience);
      assert.deepEqual(await accessibilityProblems(notes), []);
      await page.reload();
      await on(page, "whole-area");
      await notes.getByRole("button", { name: "Next" }).press("Enter");
      await on(page, "why");
    } });
  });

  test("few runs claim nothing, some say that they may change, sixteen stand; on screen and on paper", async () => {
    await visit({ hash: "/workshop?people=1500&years=4&funded=1-2&replicates=32&step=whole-area", look: async (page) => {
      // Every sentence that states a finding, with how many runs it says it has, as it comes.
      const said = await page.evaluate(() => new Promise((resolve) => {
        const seen = new Map();
        const look = () => {
          for (const element of document.querySelectorAll(".hour-headline h2, .reveal h3, .reveal .hour-finding, .summary-parts p")) seen.set(element.innerText, true);
          if (document.querySelector(".hour-headline h2")?.innerText.match(/^(For the same money|Over \d+ years?, |After \d+ years? in )|no clear difference/)) resolve([...seen.keys()]);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
        setInterval(look, 50);
      }));
      const claims = /more adults|brought|does better|no clear difference|rises|falls|better by|expected more/;
      const soFar = said.map((words) => [words, Number(/So far, (\d+) of 32 runs/.exec(words)?.[1] ?? Number.NaN)]);
      assert.ok(soFar.some(([, runs]) => runs < 16), `something was said while runs came in: ${said.join("\n")}`);
      for (const [words, runs] of soFar) {
        if (runs < 8) assert.doesNotMatch(words, claims, words);
        else if (runs < 16) assert.match(words, /This may still change\.$/, words);
        else if (claims.test(words)) assert.doesNotMatch(words, /70\.6 to 70\.6/, words);
      }
    } });
    await visit({ hash: "/workshop?people=500&years=3&funded=1-2&replicates=4&step=debrief", look: async (page) => {
      await page.getByText("With only 4 runs: too few to say which way it goes.").waitFor(patience);
      assert.doesNotMatch(await page.locator(".summary-parts > div").first().innerText(), /more adults|brought|does better/i);
    } });
  });

  test("the three are chosen by a rule that is told, have one age, and stay when the room changes the question", async () => {
    await visit({ hash: HASH, look: async (page) => {
      const people = page.locator(".hour-people li");
      await people.nth(2).waitFor(patience);
      const told = await page.getByRole("region", { name: "Three of its people" }).innerText();
      assert.match(told, /by what they face at the start, not by what becomes of them/);
      const sentences = (await people.allInnerTexts()).map((text) => /An invented .*\./.exec(text)[0]);
      assert.match(await people.nth(0).innerText(), /^Cares for somebody\./);
      assert.match(await people.nth(1).innerText(), /^Needs support\./);
      assert.match(await people.nth(2).innerText(), /^Moved here in the last 5 years\./);
      await page.goto(`${address}#${HASH}&step=why`);
      for (const [k, sentence] of sentences.entries()) {
        await page.getByRole("button", { name: `What became of person ${k + 1}` }).click();
        await page.locator(".lives .who", { hasText: sentence }).waitFor(patience);
      }
      // Other money, the same three.
      await page.goto(`${address}#${HASH}&step=why&money=80`);
      await page.getByRole("button", { name: "What became of person 1" }).waitFor(patience);
      assert.deepEqual((await people.allInnerTexts()).map((text) => /An invented .*\./.exec(text)[0]), sentences);
      // Another luck: they are not there, and it says so.
      await page.goto(`${address}#${HASH}&step=why&seed=7`);
      await page.getByText("Not there in this run: it is about another place or other invented people.").first().waitFor(patience);
      await page.getByRole("button", { name: "Meet three people of this run" }).click();
      await page.getByRole("button", { name: "What became of person 1" }).waitFor(patience);
      assert.notDeepEqual(await people.allInnerTexts(), sentences);
    } });
  });

  for (const [look, width, height] of [["projector", 1920, 1080], ["projector", 1280, 720], ["light", 1920, 1080], ["dark", 1920, 1080], ["contrast", 1920, 1080]]) {
    test(`every button of every step can be clicked at ${width} × ${height} in the look ${look}`, async () => {
      await visit({ hash: HASH, width, height, look: async (page) => {
        await page.locator(".look select").selectOption(look);
        for (const id of STEPS) {
          await on(page, id);
          if (id === "why" || id === "place") await page.locator(".hour-people li").nth(2).waitFor(patience);
          assert.deepEqual(await covers(page), [], `${id}: something lies over a control`);
          // Not only where it would be, but by a real click.
          await page.getByRole("button", { name: "Show the notes here" }).click();
          await page.getByRole("button", { name: "Hide the notes" }).click();
          if (id !== "debrief") await page.locator(".hour-ways").getByRole("button", { name: "Next" }).click();
        }
      } });
    });
  }

  test("a telephone sees the whole pad without scrolling, and a second finger bends nothing", async () => {
    await visit({ hash: `/workshop/guess?${QUESTION}`, width: 390, height: 844, look: async (page) => {
      const pad = page.locator(".pad-chart svg");
      await pad.waitFor(patience);
      const { x, y, width, height } = await pad.boundingBox();
      assert.equal(await page.evaluate(() => scrollY), 0);
      assert.ok(y + height <= 844, `the pad ends at ${y + height}`);
      assert.equal(await overflow(page), 0);
      const touch = (type, pointerId, share, level) => pad.dispatchEvent(type, {
        pointerId, pointerType: "touch", isPrimary: pointerId === 11, bubbles: true, clientX: x + 46 + (width - 62) * share, clientY: y + height * level,
      });
      const heights = () => page.locator(".pad-box input").evaluateAll((all) => all.map((box) => box.value));
      await touch("pointerdown", 11, 0.2, 0.3);
      await touch("pointermove", 11, 0.6, 0.3);
      const before = await heights();
      await touch("pointerdown", 12, 1, 0.9);
      await touch("pointermove", 12, 0.8, 0.9);
      await touch("pointerup", 12, 0.8, 0.9);
      assert.deepEqual(await heights(), before, "a second finger");
      await touch("pointermove", 11, 1, 0.3);
      await touch("pointerup", 11, 1, 0.3);
      const after = await heights();
      assert.equal(new Set(after.map(Number)).size, 1, `one level line: ${after}`);
      assert.equal(await pad.evaluate((element) => getComputedStyle(element).touchAction), "none");
    } });
  });

  test("a code is not offered where another device cannot open it, and it says what to do", async () => {
    for (const from of [address, singleFile]) {
      await visit({ from, hash: `${HASH}&step=predict`, look: async (page) => {
        await page.getByText("No code here: this address works on this computer only").waitFor(patience);
        assert.equal(await page.locator("svg.code").count(), 0);
      } });
    }
  });

  test("the hour opens with a scenario whose money ends before its last year; the bundled ones open by name", async () => {
    await visit({ hash: "/workshop?step=cliff", look: async (page) => {
      await page.getByText("The money ends with year 6 of 10.").waitFor(patience);
      assert.match(await page.evaluate(() => location.hash), /from=hour/);
    } });
    await visit({ hash: "/explore?tab=details", look: async (page) => {
      await page.locator("details.bundled summary").click();
      const links = page.locator("details.bundled a");
      assert.equal(await links.count(), 6);
      await page.locator("details.bundled li", { hasText: "A hard place to work in" }).locator("a").click();
      await page.waitForFunction(() => /(from|scenario)=adverse/.test(location.hash), undefined, patience);
      assert.equal(await page.getByText("means nothing here").count(), 0);
    } });
  });

  test("a link brings a guess once", async () => {
    await visit({ hash: `/workshop/guess?${QUESTION}`, look: async (phone) => {
      const code = await draw(phone, [60, 61, 62, 63, 64], "Ann");
      const link = `${HASH}&step=predict&guess=${code}&nick=Ann`;
      await visit({ hash: link, look: async (page) => {
        await page.locator(".room-codes li", { hasText: "Ann" }).waitFor(patience);
        assert.doesNotMatch(await page.evaluate(() => location.hash), /guess=/);
        await page.goto(`${address}#${link}`);
        await page.getByText("is already here and was not counted twice").waitFor(patience);
        assert.equal(await page.locator(".room-codes li").count(), 1);
      } });
    } });
  });

  test("what is taken home is one page of paper, and its address leads to the room's result", async () => {
    await visit({ hash: `${HASH}&step=debrief`, look: async (page) => {
      const link = page.locator(".summary a.address");
      await page.waitForFunction(() => /result=/.test(document.querySelector(".summary a.address")?.href ?? ""), undefined, patience);
      if (browserName === "Chromium") {
        const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
        assert.equal(sheets, 1, "one page of paper");
      }
      const came = await page.locator(".summary-parts p").first().innerText();
      await visit({ hash: (await link.getAttribute("href")).split("#")[1], look: async (other) => {
        await other.locator(".headline h1", { hasText: came }).waitFor(patience);
      } });
    } });
  });
});
