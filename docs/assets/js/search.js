// The results page: lists what the search finds while words are typed and for the words in the
// address, which always says what is shown. Text is set as text, never as HTML; without this
// script the A–Z list is there.

import {
  find,
  groupsOf,
  isLittle,
  nearQueries,
  openIndex,
  pieces,
  sectionsOf,
  typeset,
} from "./search-engine.js";

const part = (name) => document.getElementById(`scn-search-${name}`);
const [form, box, status, list, help] = ["form", "words", "status", "results", "help"].map(part);
const chosen = { section: part("section"), audience: part("audience") };
const words = list.dataset;
const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);
const counts = JSON.parse(words.counts);
const titles = new Map(
  [...chosen.section.options].filter((one) => one.value).map((one) => [one.value, one.textContent]),
);
const PAUSE = 250;
const IN_GROUP = 2;
const AT_ONCE = 10;
const DEEP_LINKS = 3;

let index = null;
let known = null;
let current = 0;
let timer = 0;

// Opened once, when somebody begins to search; after a failure it can be tried again.
function engine() {
  index ??= openIndex(new URL(words.pagefind, document.baseURI).href).catch((error) => {
    index = null;
    throw error;
  });
  return index;
}

async function knownWords() {
  known ??= (async () => {
    const answer = await fetch(words.known);
    return answer.ok ? (await answer.json()).words : [];
  })().catch(() => []);
  return known;
}

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// What is asked for, as the form, the address and the search have it

const asked = () => ({
  q: box.value,
  section: chosen.section.value,
  audience: chosen.audience?.value ?? "",
});

function addressOf(wanted) {
  const address = new URL(location.href);
  const filled = Object.entries(wanted).filter(([, value]) => value.trim());
  address.search = new URLSearchParams(filled).toString();
  return address.pathname + address.search;
}

function takeFromAddress() {
  const wanted = new URLSearchParams(location.search);
  box.value = wanted.get("q") ?? "";
  for (const [name, select] of Object.entries(chosen)) {
    if (!select) continue;
    const value = wanted.get(name) ?? "";
    select.value = [...select.options].some((one) => one.value === value) ? value : "";
  }
}

// The address of the last search that was meant; while words are typed, the entry of the history
// has what they are at the moment.
let settled = location.pathname + location.search;

function settle() {
  const address = addressOf(asked());
  if (address === settled) return;
  if (settled.includes("?q=")) {
    history.replaceState(null, "", settled);
    history.pushState(null, "", address);
  } else {
    history.replaceState(null, "", address);
  }
  settled = address;
}

// Hits

function excerpt(page) {
  const line = element("p");
  for (const { text, isHit } of pieces(page.excerpt)) {
    line.append(isHit ? element("mark", text) : text);
  }
  const [all, text] = [typeset(page.content), line.textContent];
  if (!all.startsWith(text.slice(0, 30))) line.prepend("… ");
  if (!all.endsWith(text.slice(-30))) line.append(" …");
  return line;
}

// A record that is part of a page is indexed under the address of the part, as a file.
const isPart = (page) => page.url.includes("#");
const urlOf = (page) => (isPart(page) ? page.url.replace(/\.html$/, "") : page.url);

function item(page) {
  const entry = element("li");
  const title = element("h3");
  const lang = page.meta.title_language ?? "";
  title.append(element("a", typeset(page.meta.title), { href: urlOf(page), ...(lang && { lang }) }));
  entry.append(title);
  if (page.meta.way) entry.append(element("p", typeset(page.meta.way), { class: "scn-results__way" }));
  entry.append(excerpt(page));
  const parts = page.sub_results
    .filter((one) => one.anchor && one.title !== page.meta.title)
    .sort((one, other) => strength(other) - strength(one));
  if (parts.length && !isPart(page)) {
    const links = element("ul", "", { class: "scn-results__parts" });
    for (const one of parts.slice(0, DEEP_LINKS)) {
      const line = element("li");
      line.append(element("a", typeset(one.title), { href: one.url }));
      links.append(line);
    }
    entry.append(links);
  }
  return entry;
}

// Of a section: how often it has the words, those in its heading first.
const strength = (part) =>
  part.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0);

const pagesOf = (hits) => Promise.all(hits.map((hit) => hit.data()));

function moreButton(entries, hits) {
  const more = element("button", words.more, { type: "button", class: "scn-button" });
  more.addEventListener("click", async () => {
    const first = entries.children.length;
    entries.append(...(await pagesOf(hits.slice(first, first + AT_ONCE))).map(item));
    if (entries.children.length >= hits.length) more.remove();
    entries.children[first]?.querySelector("a").focus();
  });
  return more;
}

// One section of the results. Of several, each shows its best hits and leads to the others.
async function group({ section, hits }, most) {
  const shown = await pagesOf(hits.slice(0, most));
  const made = element("section");
  const entries = element("ol", "", { class: "scn-results" });
  entries.append(...shown.map(item));
  made.append(element("h2", titles.get(section) ?? words.other), entries);
  if (hits.length > shown.length) {
    const text = words.allIn
      .replace("{section}", () => titles.get(section) ?? words.other)
      .replace("{count}", () => String(hits.length));
    const link = element("a", text, { href: addressOf({ ...asked(), section }) });
    made.append(most === AT_ONCE ? moreButton(entries, hits) : link);
  }
  return made;
}

// What else can be done

function line(...content) {
  const made = element("p");
  made.append(...content);
  return made;
}

async function suggestions(query, { hasNear, also }) {
  const made = [];
  if (also.length) made.push(line(words.also.replace("{words}", () => also.at(-1))));
  if (hasNear) {
    const near = nearQueries(query, await knownWords());
    const links = near.flatMap((one) => [
      " ",
      element("a", one, { href: addressOf({ ...asked(), q: one }) }),
    ]);
    if (links.length) made.push(line(words.near, ...links));
  }
  if (chosen.section.value || chosen.audience?.value) {
    const address = addressOf({ q: query });
    made.push(line(element("a", words.everywhere, { href: address })));
  }
  if (words.english) {
    const address = `${words.english}?${new URLSearchParams({ q: query })}`;
    const text = words.englishText.replace("{query}", () => query);
    made.push(line(element("a", text, { href: address, hreflang: "en" })));
  }
  return made;
}

function count(sections) {
  const numbers = new Map();
  for (const section of sections.values()) {
    numbers.set(section, (numbers.get(section) ?? 0) + 1);
  }
  for (const option of chosen.section.options) {
    if (option.value) {
      option.textContent = `${titles.get(option.value)} (${numbers.get(option.value) ?? 0})`;
    }
  }
}

function clear() {
  list.replaceChildren();
  help.replaceChildren();
}

async function show(query, mine) {
  const isLate = () => mine !== current;
  const pagefind = await engine();
  if (isLate()) return;
  const audience = chosen.audience?.value;
  const filters = audience ? { audience } : {};
  const found = await find(pagefind, query, { language, filters });
  const { hits: all, asked: questions, missing } = found;
  const sections = await sectionsOf(pagefind, questions, titles.keys(), filters);
  if (isLate()) return;
  count(sections);
  const only = chosen.section.value;
  const hits = only ? all.filter((hit) => sections.get(hit.id) === only) : all;
  const groups = groupsOf(hits, sections);
  // The first group is shown before the pages of the others are fetched, and what was found before
  // stays until then.
  for (const one of groups) {
    const made = await group(one, groups.length === 1 ? AT_ONCE : IN_GROUP);
    if (isLate()) return;
    if (one === groups[0]) {
      clear();
      tell(hits.length, query);
    }
    list.append(made);
    await new Promise((shown) => setTimeout(shown));
  }
  if (groups.length === 0) {
    clear();
    tell(0, query);
  }
  const more = await suggestions(query, {
    hasNear: isLittle(hits) || missing.length > 0,
    also: questions.slice(1),
  });
  if (!isLate()) help.replaceChildren(...more);
}

function tell(number, query) {
  const text = number ? (counts[plurals.select(number)] ?? counts.other) : words.none;
  status.textContent = text
    .replace("{count}", () => String(number))
    .replace("{query}", () => query);
}

async function run() {
  clearTimeout(timer);
  const mine = ++current;
  const query = box.value.trim();
  if (!query) {
    clear();
    status.textContent = words.prompt;
    return;
  }
  // Only where it takes long: while words are typed, results would come and go.
  if (!list.hasChildNodes()) status.textContent = words.searching;
  try {
    await show(query, mine);
  } catch {
    if (mine !== current) return;
    clear();
    status.textContent = words.failed;
  }
}

box.addEventListener("focus", () => engine().catch(() => {}), { once: true });
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    history.replaceState(null, "", addressOf(asked()));
    run();
  }, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  settle();
  run();
});
for (const select of Object.values(chosen).filter(Boolean)) {
  select.addEventListener("change", () => {
    settle();
    run();
  });
}
addEventListener("popstate", () => {
  settled = location.pathname + location.search;
  takeFromAddress();
  run();
});

takeFromAddress();
run();
