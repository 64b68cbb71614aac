// The results page: asks Pagefind for the words in the address and lists what it finds.
// Text is set as text, never as HTML; without this script the A–Z list is there.

const list = document.getElementById("scn-search-results");
const status = document.getElementById("scn-search-status");
const box = document.getElementById("scn-search-words");
const words = list.dataset;
const plurals = new Intl.PluralRules(document.documentElement.lang);
const counts = JSON.parse(words.counts);
const PAGE = 10;
let search = 0;

const say = (text) => {
  status.textContent = text;
};

async function engine() {
  const pagefind = await import(new URL(words.pagefind, document.baseURI).href);
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

// Pagefind marks hits with <mark> and escapes the rest; this builds the same without innerHTML.
function excerpt(text) {
  const line = document.createElement("p");
  const decode = (part) =>
    part
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  text.split(/<mark>(.*?)<\/mark>/).forEach((part, index) => {
    if (index % 2) {
      const mark = document.createElement("mark");
      mark.textContent = decode(part);
      line.append(mark);
    } else {
      line.append(decode(part));
    }
  });
  return line;
}

function item(result) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.meta.title;
  const title = document.createElement("h2");
  title.append(link);
  entry.append(title, excerpt(result.excerpt));
  return entry;
}

async function show(results, from) {
  const found = await Promise.all(results.slice(from, from + PAGE).map((one) => one.data()));
  list.append(...found.map(item));
  if (results.length > from + PAGE) {
    const more = document.createElement("button");
    more.type = "button";
    more.className = "scn-button";
    more.textContent = words.more;
    more.addEventListener("click", async () => {
      more.remove();
      const first = list.children.length;
      await show(results, from + PAGE);
      list.children[first]?.querySelector("a")?.focus();
    });
    list.after(more);
  }
}

async function run(query) {
  const mine = ++search;
  list.replaceChildren();
  list.parentElement.querySelector(":scope > .scn-button")?.remove();
  if (!query.trim()) {
    say(words.prompt);
    return;
  }
  say(words.searching);
  try {
    const { results } = await (await engine()).search(query);
    if (mine !== search) return;
    const form = counts[plurals.select(results.length)] ?? counts.other;
    const text = results.length ? form : words.none;
    say(text.replace("{count}", results.length).replace("{query}", query));
    await show(results, 0);
  } catch {
    say(words.failed);
  }
}

const query = new URLSearchParams(location.search).get("q") ?? "";
box.value = query;
run(query);
