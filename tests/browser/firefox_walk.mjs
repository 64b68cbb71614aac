// A walk through the site in Firefox over WebDriver BiDi; Playwright cannot drive Debian's Firefox.
// Called with the program and the address of the site; writes `{version, done, faults}` as JSON.

import puppeteer from "puppeteer-core";

const [program, address] = process.argv.slice(2);
const faults = [];
let done = 0;

const browser = await puppeteer.launch({ browser: "firefox", executablePath: program });
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });
page.setDefaultTimeout(15_000);
page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
page.on("console", (message) => {
  if (message.type() === "error") faults.push(`console: ${message.text()}`);
});
page.on("request", (request) => {
  const url = request.url();
  if (!url.startsWith(address) && !/^(about|data):/.test(url)) faults.push(`request: ${url}`);
});

async function step(what, act) {
  done += 1;
  try {
    if ((await act()) === false) faults.push(what);
  } catch (error) {
    faults.push(`${what}: ${error.message}`);
  }
}

const open = (path) => page.goto(address + path, { waitUntil: "load" });
const isOpen = (id) => page.$eval(`#${id}`, (one) => one.matches(":popover-open"));
const hasFocus = (selector) => page.$eval(selector, (one) => one === document.activeElement);

for (const path of [
  "", "package/", "package/dissemination-session/", "contribute/components/", "maturity/law/",
  "glossary/", "sessions/", "sessions/2024-11/", "sessions/countries/", "sessions/pt/",
  "sessions/network-2024-onboarding-meeting/", "sessions/figures/", "a-z/", "404.html",
  "el/package/dissemination-session/", "bg/package/dissemination-session/", "ga/sessions/",
]) {
  for (const width of [1280, 320]) {
    await step(`${path || "home"}, ${width} px: shown, and no wider than the window`, async () => {
      await page.setViewport({ width, height: 900 });
      await open(path);
      return page.evaluate(() => document.querySelector("h1").checkVisibility()
        && document.documentElement.scrollWidth <= innerWidth);
    });
  }
}

await page.setViewport({ width: 1280, height: 900 });
await open("bg/sessions/");
await step("the first stop of the keyboard skips to the content", async () => {
  await page.keyboard.press("Tab");
  return hasFocus(".scn-skip");
});
for (const id of ["scn-languages", "scn-appearance"]) {
  const button = `[popovertarget="${id}"]:not([popover] *)`;
  await step(`${id} opens by Enter, closes by Escape and gives the focus back`, async () => {
    await page.focus(button);
    await page.keyboard.press("Enter");
    if (!(await isOpen(id))) return false;
    await page.keyboard.press("Escape");
    return !(await isOpen(id)) && hasFocus(button);
  });
}
await step("the language menu keeps the page", async () => {
  await open("sessions/pt/");
  await page.click('[popovertarget="scn-languages"]:not([popover] *)');
  await Promise.all([page.waitForNavigation(), page.click('#scn-languages a[lang="bg"]')]);
  return page.url() === `${address}bg/sessions/pt/`;
});
await step("a chosen appearance stays", async () => {
  await page.click('[popovertarget="scn-appearance"]:not([popover] *)');
  await page.click('[name="scn-scheme"][value="dark"]');
  await open("bg/");
  const scheme = await page.$eval("html", (one) => one.dataset.scheme);
  return scheme === "dark";
});
await step("a filter of the agenda", async () => {
  await open("sessions/");
  const last = await page.$eval("#scn-filters select", (one) => [...one.options].at(-1).value);
  await page.select("#scn-filters select", last);
  return page.$eval("#scn-filters-status", (one) => one.textContent.trim() !== "");
});
await step("the search finds something", async () => {
  await open("bg/search/?q=%D0%9F%D0%BE%D1%80%D1%82%D1%83%D0%B3%D0%B0%D0%BB%D0%B8%D1%8F");
  await page.waitForSelector("#scn-search-results a");
});

const version = await browser.version();
await browser.close();
console.log(JSON.stringify({ version, done, faults }));
