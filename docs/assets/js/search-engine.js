// How the site searches, apart from the page that shows it: what is asked of Pagefind, what is
// asked once more, how hits are grouped, and which words are near. The tests ask the same.

// Languages whose words Pagefind does not reduce to their stem.
const UNSTEMMED = new Set(["bg", "cs", "hr", "lv", "mt", "sk", "sl"]);
const FEW = 3;
const SHORTEST_BEGINNING = 4;

export const isLittle = (hits) => hits.length < FEW;

// `url` is that of pagefind.js. Without a worker the policy of the page needs no exception for one.
export async function openIndex(url) {
  const pagefind = await import(url);
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

// Words without their last letters: `градовете` → `градове`, so that other forms are found.
function beginnings(query, letters) {
  return query
    .trim()
    .split(/\s+/)
    .map((word) => {
      const signs = [...word];
      return signs.length - letters < SHORTEST_BEGINNING ? word : signs.slice(0, -letters).join("");
    })
    .join(" ");
}

const letters = (word) => [...word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")];

const parts = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

// Irish words change at their beginning: `bhaile` and `mbaile` are forms of `baile`.
const unmutated = (word) =>
  word
    .toLowerCase()
    .replace(/^(?:bh(?=f)|m(?=b)|g(?=c)|n(?=[dg])|b(?=p)|d(?=t)|h(?=[aeiouáéíóú]))/u, "")
    .replace(/^([bcdfgmpst])h/u, "$1");

// Whether the first letters are the same: half of those that were asked for, and at least three.
function beginsAlike(asked, found) {
  const [a, b] = [letters(asked), letters(found)];
  const same = a.findIndex((letter, place) => letter !== b[place]);
  const needed = Math.min(a.length, Math.max(3, Math.ceil(a.length / 2)));
  return (same === -1 ? a.length : same) >= needed;
}

const isAlike = (asked, found, language) =>
  beginsAlike(asked, found) ||
  (language === "ga" && beginsAlike(unmutated(asked), unmutated(found)));

// Where no word begins with what was asked for, Pagefind takes the longest word with which that
// begins: `наводнения` finds all pages with `на`. The best hit tells which words it was found by.
async function ask(pagefind, query, { language, filters }) {
  const { results } = await pagefind.search(query, { filters });
  const words = query.trim().split(/\s+/);
  if (results.length === 0 || query.includes('"')) return { query, hits: [...results], missing: [] };
  const { content, locations, meta } = await results[0].data();
  const every = content.split(/\s+/);
  const found = [...locations.map((place) => every[place] ?? ""), ...Object.values(meta)]
    .flatMap((text) => [text.replace(/[^\p{L}\p{M}\p{N}]/gu, ""), ...parts(text)])
    .filter(Boolean);
  const isFound = (word) =>
    parts(word).every((one) => found.some((other) => isAlike(one, other, language))) ||
    found.some((other) => isAlike(parts(word).join(""), other, language));
  const missing = words.filter((word) => !isFound(word));
  if (missing.length === 0) return { query, hits: [...results], missing };
  const rest = words.filter((word) => !missing.includes(word)).join(" ");
  if (!rest) return { query, hits: [], missing };
  const again = await pagefind.search(rest, { filters });
  return { query: rest, hits: [...again.results], missing };
}

// Hits in their order, what was asked for, in words that were found, and which were not. Where
// words have no stem, too few hits lead to a second and a third question with two and three letters
// fewer; where they have one, only no hits at all do, since stems of irregular forms differ.
export async function find(pagefind, query, { language, filters = {} }) {
  const first = await ask(pagefind, query, { language, filters });
  const { hits, missing } = first;
  const asked = [first.query];
  const seen = new Set(hits.map((hit) => hit.id));
  for (const cut of [2, 3]) {
    const shorter = beginnings(query, cut);
    const isEnough = UNSTEMMED.has(language) ? !isLittle(hits) : hits.length > 0;
    if (isEnough || asked.includes(shorter)) break;
    const more = await ask(pagefind, shorter, { language, filters });
    const added = more.missing.length ? [] : more.hits.filter((hit) => !seen.has(hit.id));
    if (added.length === 0) continue;
    asked.push(more.query);
    missing.length = 0;
    for (const hit of added) {
      seen.add(hit.id);
      hits.push(hit);
    }
  }
  return { hits, asked, missing };
}

// The section of each hit by its id. Asking the index again costs nothing; the sections also
// stand in the pages of the hits, but these would have to be fetched, all of them.
export async function sectionsOf(pagefind, asked, sections, filters = {}) {
  const found = new Map();
  for (const section of sections) {
    for (const query of asked) {
      const { results } = await pagefind.search(query, { filters: { ...filters, section } });
      for (const { id } of results) found.set(id, section);
    }
  }
  return found;
}

// In the order of the best hit of each group, and within a group in the order of all hits.
export function groupsOf(hits, sections) {
  const groups = new Map();
  for (const hit of hits) {
    const section = sections.get(hit.id) ?? "";
    if (!groups.has(section)) groups.set(section, []);
    groups.get(section).push(hit);
  }
  return [...groups].map(([section, own]) => ({ section, hits: own }));
}

// The index has plain apostrophes: see `text_for_search`.
export const typeset = (text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");

// An excerpt of Pagefind as pieces of text: it marks hits with <mark> and escapes `<` and `>` of
// the text, and nothing else.
export function pieces(excerpt) {
  const plain = (text) => typeset(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  return excerpt
    .split(/<mark>(.*?)<\/mark>/)
    .map((text, index) => ({ text: plain(text), isHit: index % 2 === 1 }))
    .filter(({ text }) => text);
}

// Letters to change, add, leave out or swap with the next one, at most `most` (Damerau and
// Levenshtein, without changing a place twice); else infinite.
export function distance(one, other, most) {
  const [a, b] = [letters(one), letters(other)];
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let last = b.map((_, index) => index);
  last.push(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length] <= most ? last[b.length] : Infinity;
}

// As far as a word whose ending was added counts for one letter: `зрелостта`, `зрялост`.
function ending(word, other, most) {
  const [a, b] = [letters(word), letters(other)];
  const more = a.length - b.length;
  return more < 1 || more > 3 ? Infinity : 1 + distance(a.slice(0, -more).join(""), other, most - 1);
}

// The query with one word put right by words that the site has, the nearest first.
export function nearQueries(query, known, most = 3) {
  const words = query.trim().toLowerCase().split(/\s+/);
  const has = new Set(known.map((word) => letters(word).join("")));
  const found = [];
  words.forEach((word, place) => {
    const length = letters(word).length;
    if (length < SHORTEST_BEGINNING || has.has(letters(word).join(""))) return;
    const allowed = length > 5 ? 2 : 1;
    for (const other of known) {
      const far = Math.min(distance(word, other, allowed), ending(word, other, allowed));
      if (far <= allowed) found.push({ far, query: words.with(place, other).join(" ") });
    }
  });
  found.sort((one, other) => one.far - other.far || (one.query < other.query ? -1 : 1));
  return [...new Set(found.map((one) => one.query))].slice(0, most);
}
