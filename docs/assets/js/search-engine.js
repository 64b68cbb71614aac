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

// Hits in their order, and the beginnings of words that were asked for as well. Where words have
// no stem, too few hits lead to a second and a third question with two and three letters fewer.
export async function find(pagefind, query, { language, filters = {} }) {
  const asked = [query];
  const hits = (await pagefind.search(query, { filters })).results;
  const seen = new Set(hits.map((hit) => hit.id));
  for (const letters of UNSTEMMED.has(language) ? [2, 3] : []) {
    const shorter = beginnings(query, letters);
    if (!isLittle(hits) || asked.includes(shorter)) break;
    const more = (await pagefind.search(shorter, { filters })).results;
    const added = more.filter((hit) => !seen.has(hit.id));
    if (added.length === 0) continue;
    asked.push(shorter);
    for (const hit of added) {
      seen.add(hit.id);
      hits.push(hit);
    }
  }
  return { hits, asked };
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

// An excerpt of Pagefind as pieces of text: it marks hits with <mark> and escapes `<` and `>` of
// the text, and nothing else.
export function pieces(excerpt) {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt
    .split(/<mark>(.*?)<\/mark>/)
    .map((text, index) => ({ text: plain(text), isHit: index % 2 === 1 }))
    .filter(({ text }) => text);
}

const letters = (word) => [...word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")];

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
      const far = distance(word, other, allowed);
      if (far <= allowed) found.push({ far, query: words.with(place, other).join(" ") });
    }
  });
  found.sort((one, other) => one.far - other.far || (one.query < other.query ? -1 : 1));
  return [...new Set(found.map((one) => one.query))].slice(0, most);
}
