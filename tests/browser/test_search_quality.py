"""Whether people find the page they look for: a corpus in 24 languages, searched as the site does.

`pytest -s` shows the figures, those of the search that MkDocs brings beside them.
"""

from __future__ import annotations

import html
import json
import shutil
from collections import Counter
from pathlib import Path

import mkdocs.contrib.search
import pytest
import yaml

from engine.search import index_texts
from scn.building.site_folder import FolderWriter
from scn.host_files import headers_file
from scn.languages import OFFICIAL_CODES
from scn.search_index import ENTRY_FILE, text_for_search

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).parents[1] / "search_corpus"
SCRIPT = "assets/js/search-engine.js"
CODES = sorted(OFFICIAL_CODES)
FIRST = 3
"""The page that is wanted stands among so many."""

OURS = """
async ({ queries, language, address }) => {
  const { openIndex, find } = await import(`${address}assets/js/search-engine.js`);
  const pagefind = await openIndex(`${address}pagefind/pagefind.js`);
  const found = [];
  for (const query of queries) {
    const { hits } = await find(pagefind, query, { language });
    const pages = await Promise.all(hits.slice(0, 3).map((hit) => hit.data()));
    found.push(pages.map((page) => page.url.split("/").at(-2)));
  }
  return found;
}
"""

BUILT_IN = """
({ queries, language, docs }) => {
  const index = lunr(function () {
    if (language !== "en") this.use(lunr[language]);
    this.field("title");
    this.field("text");
    this.ref("location");
    for (const doc of docs) this.add(doc);
  });
  return queries.map((query) => index.search(query).slice(0, 3).map((hit) => hit.ref));
}
"""


@pytest.fixture(scope="module")
def corpus():
    return {code: yaml.safe_load((CORPUS / f"{code}.yml").read_text("utf-8")) for code in CODES}


@pytest.fixture(scope="module")
def folder(corpus, tmp_path_factory) -> Path:
    """The corpus as a site: what is indexed, and in each language a page to search from."""
    folder = tmp_path_factory.mktemp("corpus")
    texts = {
        f"{code}/{name}/index.html": text_for_search(
            f'<!doctype html><html lang="{code}"><head><title>{html.escape(page["title"])}</title>'
            f"</head><body><main data-pagefind-body><h1>{html.escape(page['title'])}</h1>"
            f"<p>{html.escape(page['text'])}</p></main></body></html>"
        )
        for code, language in corpus.items()
        for name, page in language["pages"].items()
    }
    index = index_texts([texts])
    writer = FolderWriter(folder)
    for name, data in {**index.files, ENTRY_FILE: json.dumps(index.entry).encode()}.items():
        writer.create(name, data)
    (folder / SCRIPT).parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "docs" / SCRIPT, folder / SCRIPT)
    (folder / "_headers").write_text(headers_file("https://kb.example.eu/"))
    for code in corpus:
        text = f'<!doctype html><html lang="{code}"><head><title>{code}</title></head></html>'
        writer.create(f"{code}/index.html", text.encode())
    return folder


def lunr_scripts(language: str) -> tuple[str, list[str]]:
    """The language that MkDocs searches in, which is often English, and what it loads for it."""
    base = Path(mkdocs.contrib.search.__file__).parent
    option = mkdocs.contrib.search.LangOption()
    [own] = option.run_validation([language])
    scripts = [base / "templates/search/lunr.js", base / "lunr-language/lunr.stemmer.support.js"]
    if own != "en":
        scripts.append(base / f"lunr-language/lunr.{own}.js")
    return own, [path.read_text("utf-8") for path in scripts]


@pytest.mark.parametrize("code", CODES)
def test_the_corpus_is_what_the_figures_are_about(corpus, code):
    pages, queries = corpus[code]["pages"], corpus[code]["queries"]
    assert list(pages) == list(corpus["en"]["pages"])
    assert len(pages) == 12
    words = {name: len(f"{page['title']} {page['text']}".split()) for name, page in pages.items()}
    assert {name: count for name, count in words.items() if not 40 <= count <= 80} == {}
    assert len(queries) == 5
    assert set(queries.values()) <= set(pages)


def test_the_page_that_is_wanted_is_among_the_first_three(
    corpus, folder, served, new_context, budgets
):
    page = new_context().new_page()
    lines, hits, missed = [], Counter(), []
    with served(folder) as address:
        for code, language in corpus.items():
            queries = language["queries"]
            page.goto(f"{address}{code}/")
            ours = page.evaluate(
                OURS, {"queries": list(queries), "language": code, "address": address}
            )
            own, scripts = lunr_scripts(code)
            for script in scripts:
                page.evaluate(script)
            docs = [{"location": name, **doc} for name, doc in language["pages"].items()]
            built_in = page.evaluate(
                BUILT_IN, {"queries": list(queries), "language": own, "docs": docs}
            )
            count = Counter()
            for (query, wanted), found, other in zip(queries.items(), ours, built_in, strict=True):
                count["ours"] += wanted in found[:FIRST]
                count["built in"] += wanted in other[:FIRST]
                if wanted not in found[:FIRST]:
                    missed.append(f"{code}: {query} → {wanted}, found {', '.join(found) or '–'}")
            lines.append(f"{code}        {count['ours']} of 5    {count['built in']} of 5 ({own})")
            hits += count
    every = sum(len(one["queries"]) for one in corpus.values())
    shares = (f"{hits[one]} of {every}, {100 * hits[one] / every:.1f} %" for one in hits)
    table = [
        "language  this site  built-in search (its language)",
        *lines,
        f"all       {'  '.join(shares)}",
        *missed,
    ]
    print("\n".join(table))  # noqa: T201 - the figures are what the test is for: pytest -s
    budgets.record("search quality", round(100 * hits["ours"] / every, 1), of=every)
    budgets.record("built-in search", round(100 * hits["built in"] / every, 1), of=every)
    assert every == 120
    assert hits["ours"] >= 0.95 * every, "\n".join(missed)
