// Lighthouse over the views of the published page, as a phone and as a desk computer: prints a table of scores and the audits
// that cost points. `cargo xtask lighthouse` builds the page, serves it and runs this. Fails below the scores that are held.
import lighthouse, { desktopConfig } from "lighthouse";
import { launch } from "chrome-launcher";

const address = process.env.KITH_URL ?? "http://127.0.0.1:8080/";
const views = ["#/explore", "#/about", "reading/docs/ODD.html"];
const kinds = ["performance", "accessibility", "best-practices"];
/** What is held. How fast a page is depends on the machine, so that score is shown and not held. */
const held = { accessibility: 100, "best-practices": 100 };

const chrome = await launch({
  chromePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const failures = [];
try {
  console.log(`| view | device | ${kinds.join(" | ")} | first paint | largest paint | blocked | shift |`);
  console.log(`| --- | --- | ${kinds.map(() => "---:").join(" | ")} | ---: | ---: | ---: | ---: |`);
  const losses = [];
  for (const view of views) {
    for (const device of ["phone", "desk"]) {
      const options = { port: chrome.port, onlyCategories: kinds, logLevel: "error" };
      const { lhr } = await lighthouse(address + view, options, device === "desk" ? desktopConfig : undefined);
      if (lhr.runtimeError) throw new Error(`${view}: ${lhr.runtimeError.message}`);
      const scores = Object.fromEntries(kinds.map((kind) => [kind, Math.round(100 * lhr.categories[kind].score)]));
      const shown = (id) => lhr.audits[id].displayValue;
      const measures = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map(shown);
      console.log(`| ${view} | ${device} | ${kinds.map((kind) => scores[kind]).join(" | ")} | ${measures.join(" | ")} |`);
      for (const kind of kinds) {
        if (scores[kind] < (held[kind] ?? 0)) failures.push(`${view} on a ${device}: ${kind} ${scores[kind]}, held at ${held[kind]}`);
        for (const { id, weight } of lhr.categories[kind].auditRefs) {
          const { score, title } = lhr.audits[id];
          if (weight > 0 && score !== null && score < 0.9) losses.push(`${view} · ${device} · ${kind}: ${title} (${Math.round(100 * score)})`);
        }
      }
    }
  }
  if (losses.length > 0) console.log(`\nWhat costs points:\n${losses.map((line) => `- ${line}`).join("\n")}`);
} finally {
  await chrome.kill();
}
if (failures.length > 0) {
  console.error(`\n${failures.join("\n")}`);
  process.exitCode = 1;
}
