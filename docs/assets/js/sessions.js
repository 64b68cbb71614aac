// Filters of the agenda: the choice stands in the address, the whole list in the page. What does
// not fit is hidden; without this script everything is listed and the form is not shown.

const form = document.getElementById("scn-filters");
const status = document.getElementById("scn-filters-status");
const toCome = document.getElementById("scn-to-come");
const past = document.getElementById("scn-past");

function choice() {
  return [...new FormData(form)].filter(([, value]) => value);
}

function show(chosen) {
  let hits = 0;
  for (const part of [toCome, past].filter(Boolean)) {
    const items = [...part.querySelectorAll("li[data-end]")];
    for (const item of items) {
      item.hidden = !chosen.every(([name, value]) =>
        (item.dataset[name] ?? "").split(" ").includes(value),
      );
    }
    const shown = items.filter((item) => !item.hidden).length;
    hits += shown;
    for (const year of part.querySelectorAll(":scope > [data-year]")) {
      year.hidden = !year.querySelector("li[data-end]:not([hidden])");
    }
    part.querySelector(":scope > .scn-no-hits").hidden = shown > 0 || items.length === 0;
  }
  form.querySelector(".scn-filters__reset").hidden = chosen.length === 0;
  return hits;
}

function say(hits) {
  const counts = JSON.parse(form.dataset.counts);
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const sentence = counts[plurals.select(hits)] ?? counts.other;
  status.textContent = sentence.replace("{count}", () => String(hits));
}

function apply() {
  const chosen = choice();
  const hits = show(chosen);
  if (chosen.length) say(hits);
  else status.textContent = "";
  const address = new URL(location.href);
  address.search = new URLSearchParams(chosen).toString();
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function takeFromAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = wanted.get(select.name) ?? "";
    const isKnown = [...select.options].some((option) => option.value === value);
    select.value = isKnown ? value : "";
  }
}

if (form) {
  takeFromAddress();
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  form.querySelector(".scn-filters__reset").addEventListener("click", (event) => {
    event.preventDefault();
    for (const select of form.querySelectorAll("select")) select.value = "";
    apply();
    form.querySelector("select").focus(); // the link is gone
  });
  apply();
}
