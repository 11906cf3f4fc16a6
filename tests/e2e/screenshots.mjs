// Pictures of the page in its views and looks, small enough to be kept: node screenshots.mjs, with the page served at KITH_URL.
// They are looked at by people, not compared: letters differ from machine to machine.
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { address, whole } from "./harness.mjs";

const explore = "/explore?people=2000&years=5&replicates=8";
const shots = [
  { name: "explore-light", hash: explore, width: 1440, height: 900 },
  { name: "explore-dark", hash: explore, width: 1440, height: 900, look: "dark" },
  { name: "explore-projector", hash: explore, width: 1920, height: 1080, look: "projector" },
  { name: "explore-phone", hash: explore, width: 390, height: 844 },
  { name: "explore-contrast", hash: explore, width: 1280, height: 720, look: "contrast" },
  { name: "explore-why", hash: `${explore}&tab=why`, width: 1440, height: 900 },
  { name: "about-light", hash: "/about", width: 1280, height: 1400 },
];

const folder = new URL("screenshots/", import.meta.url);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium" });
try {
  for (const { name, hash, width, height, look } of shots) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: width > 400 ? 0.6 : 1, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.addInitScript((theme) => theme && localStorage.setItem("kith.theme", theme), look);
    await page.goto(`${address}#${whole(hash)}`);
    if (hash.startsWith("/explore")) await page.locator(".fingerprint code").waitFor({ timeout: 120_000 });
    await page.waitForTimeout(800);
    await page.screenshot({ path: new URL(`${name}.jpg`, folder).pathname, type: "jpeg", quality: 62 });
    await context.close();
    console.log(name);
  }
} finally {
  await browser.close();
}
