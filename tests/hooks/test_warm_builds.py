"""A build that remembers gives the bytes and the warnings of one that remembers nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

LV = "docs/_data/sessions/lv/lv-2026-riga-1.yml"
GR = "docs/_data/sessions/gr/gr-2026-athens.yml"
EXAMPLE = "tests/example/sessions/lv/lv-2027-example.yml"
ALL = "en, fr, el, de"


# Whatever changes


@dataclass(frozen=True, kw_only=True)
class Change:
    do: Callable
    shows: tuple[str, ...] = ()
    """Files of the site that are others after the change; most often some of many."""

    built: str = ALL
    rendered: int | None = None
    """Pages that are made again; nothing where it does not matter how many."""


def edited(name, old, new):
    def do(site):
        site.edit(name, old, new)

    return do


def everywhere(name, old, new):
    def do(site):
        text = site.text(name)
        assert old in text
        site.write(name, text.replace(old, new))

    return do


def moved(name, new):
    def do(site):
        text = site.text(name)
        site.write(name, None)
        site.write(new, text)

    return do


def written(name, text):
    def do(site):
        site.write(name, text)

    return do


def given(**env):
    def do(site):
        site.env.update(env)

    return do


def after_each_other(*changes):
    def do(site):
        for change in changes:
            change(site)

    return do


GERMAN_NAME = "- code: de\n  english_name: The de\n  name: Hochdeutsch\n"
GERMAN = """\
---
title: Start
description: Anfang.
---

# Start { #start }
"""
CHANGES = {
    # Pages
    "the text of a page": Change(
        do=edited("docs/fr/package/roles.md", "Texte.", "![Le réseau](diagram:network)"),
        shows=("fr/package/roles/index.html",),
        built="fr",
        rendered=1,
    ),
    "a title that the navigation of other pages shows": Change(
        do=edited("docs/fr/package/roles.md", "title: Rôles", "title: Les rôles"),
        shows=("fr/network/news/index.html", "fr/a-z/index.html"),
        built="fr",
    ),
    "a title that other languages show too, having no translation": Change(
        do=edited("docs/en/glossary.md", "title: Glossary", "title: Words"),
        shows=("de/package/roles/index.html", "el/a-z/index.html"),
    ),
    "an English page that all but German have translated": Change(
        do=edited("docs/en/index.md", "Welcome.", "Come in."),
        shows=("index.html", "de/index.html"),
        built="en, de",
        rendered=2,
    ),
    "texts that are also a file to download and a feed": Change(
        do=after_each_other(
            edited("docs/en/package/texts.md", "Dear members", "Dear all"),
            edited("docs/fr/network/news.md", "Plus tôt", "Auparavant"),
        ),
        shows=("package/texts/invitation.docx", "fr/network/news/feed.xml"),
        rendered=4,
    ),
    "translations come and go": Change(
        do=after_each_other(
            written("docs/de/index.md", GERMAN), written("docs/fr/network/news.md", None)
        ),
        shows=("de/index.html", "el/index.html", "fr/network/news/feed.xml", "sitemap.xml"),
    ),
    "a new page": Change(
        do=after_each_other(
            written("docs/en/about.md", GERMAN),
            edited("mkdocs.yml", "- glossary.md", "- glossary.md\n  - about.md"),
        ),
        shows=("de/about/index.html",),
    ),
    "a renamed page": Change(
        do=after_each_other(
            moved("docs/en/package/after.md", "docs/en/package/later.md"),
            moved("docs/el/package/after.md", "docs/el/package/later.md"),
            edited("mkdocs.yml", "package/after.md", "package/later.md"),
            edited("docs/en/package/roles.md", "(after.md", "(later.md"),
        ),
        shows=("de/package/after/index.html", "el/package/later/index.html"),
    ),
    "a deleted page": Change(
        do=after_each_other(
            written("docs/en/about.md", None), edited("mkdocs.yml", "  - about.md\n", "")
        ),
        shows=("about/index.html", "el/about/index.html"),
    ),
    # Files beside them
    "a style sheet and a picture": Change(
        do=after_each_other(
            edited("docs/assets/css/typeset.css", "0", "1em"),
            edited("docs/assets/plan.svg", "Plan", "The plan"),
        ),
        shows=("assets/css/site.css", "assets/plan.svg"),
        built="en",
        rendered=0,
    ),
    "a file that one language has beside its pages": Change(
        do=written("docs/fr/package/plan.txt", "Un.\n"),
        shows=("fr/package/plan.txt", "fr/package/later/index.html"),
    ),
    # Data
    "a word": Change(
        do=edited("docs/_data/strings/fr.yml", "fr: Skip", "fr: Passer"),
        shows=("fr/package/roles/index.html", "fr/404.html"),
        built="en, fr",
    ),
    "an English word": Change(
        do=edited("docs/_data/strings/en.yml", "Skip", "Jump"), shows=("404.html",)
    ),
    "a word of the table of all languages": Change(
        do=edited("docs/_data/strings/el.yml", "el: Your proposal", "el: Πρόταση"),
        shows=("maturity/lordimas-review.xlsx",),
        built="en, el",
    ),
    "a session": Change(
        do=edited(LV, "A morning", "An evening"),
        shows=("index.html", "sessions/feed.xml", "el/sessions/2026-03/index.html"),
    ),
    "a new session that had another address": Change(
        do=lambda site: site.write(GR, "previous_ids: [gr-2026-old]\n" + site.text(LV)),
        shows=("de/sessions/gr-2026-athens/index.html", "fr/sessions/gr-2026-old/index.html"),
    ),
    "a deleted session": Change(
        do=written(GR, None),
        shows=("el/sessions/gr-2026-athens/session.ics", "sessions/gr-2026-old/index.html"),
        built="",  # as before it came, which is remembered too
    ),
    "a country": Change(
        do=everywhere("docs/_data/countries.yml", "Portugal", "Lusitania"),
        shows=("sessions/pt/index.html", "a-z/index.html"),
    ),
    "a term, a source of facts, the vocabulary": Change(
        do=after_each_other(
            everywhere("docs/_data/terms.yml", "meaning: ", "meaning: Indeed "),
            edited("docs/_data/sources.yml", "(about page)", "(the page about it)"),
            edited("docs/_data/vocabulary.yml", "  - policymakers\n", ""),
            edited(
                "docs/_data/vocabulary.yml", "  - starters\n", "  - starters\n  - policymakers\n"
            ),
        ),
        shows=("de/glossary/index.html", "index.html", "sessions/sessions.json"),
    ),
    "the name of a language": Change(
        do=edited("docs/_data/languages.yml", "Deutsch", "Hochdeutsch"), shows=("el/index.html",)
    ),
    # Templates and programs
    "a template that others include": Change(
        do=edited("overrides/partials/scn/footer.html", "<footer", "<footer data-new"),
        shows=("el/sessions/pt/index.html",),
    ),
    "the template of one page": Change(
        do=edited("overrides/glossary.html", "<", "<i></i><"), shows=("de/glossary/index.html",)
    ),
    "a hook": Change(
        do=edited(
            "hooks/page_markup.py", "return with_meanings(", "return '<hr>' + with_meanings("
        ),
        shows=("fr/package/roles/index.html",),
    ),
    "how a hook sets templates up": Change(
        do=edited(
            "hooks/language_frame.py",
            "env.trim_blocks = env.lstrip_blocks = True",
            "env.trim_blocks = env.lstrip_blocks = False",
        ),
        shows=("index.html",),
    ),
    "the core": Change(
        do=edited("hooks/scn/page_view.py", 'f"{title} – {', 'f"{title} | {'),
        shows=("fr/package/roles/index.html",),
    ),
    "how the core makes files to download": Change(
        do=after_each_other(
            edited(
                "hooks/scn/downloads/docx_file.py",
                "about = document.core_properties\n",
                "about = document.core_properties\n    about.subject = 'New'\n",
            ),
            edited("hooks/scn/downloads/review_table.py", '"Calibri"', '"Carlito"'),
        ),
        shows=("package/texts/invitation.docx", "maturity/lordimas-review.xlsx"),
    ),
    "how the core has the search made": Change(
        do=after_each_other(
            edited(
                "hooks/scn/search_index.py", '"--quiet"]', '"--quiet", "--include-characters", "."]'
            ),
            edited("hooks/scn/search_index.py", '"-ui.js", ', ""),
        ),
        shows=("pagefind/pagefind-entry.json", "pagefind/pagefind-ui.js"),
    ),
    "the engine": Change(
        do=edited("hooks/engine/search.py", '"""Has Pagefind', '"""Has the program Pagefind')
    ),
    "the lock": Change(do=edited("requirements/site.txt", "mkdocs==", "# Changed.\nmkdocs==")),
    # Settings
    "the navigation": Change(
        do=edited(
            "mkdocs.yml",
            "- network/members.md\n  - network/news.md",
            "- network/news.md\n  - network/members.md",
        ),
        shows=("fr/package/roles/index.html",),
    ),
    "options of a Markdown extension and of a plugin": Change(
        do=after_each_other(
            edited("mkdocs.yml", "permalink: false", "permalink: true"),
            edited("mkdocs.yml", "show_root_full_path: true", "show_root_full_path: false"),
        ),
        shows=("el/index.html", "contribute/reference/index.html"),
    ),
    "a Markdown extension": Change(
        do=edited("mkdocs.yml", "  - abbr\n", ""), shows=("package/roles/index.html",)
    ),
    "a value below extra": Change(
        do=edited("mkdocs.yml", "The publisher is not decided yet (example.org)", "We"),
        shows=("sessions/feed.xml", "package/texts/invitation.docx"),
    ),
    "the address of the site": Change(
        do=given(SCN_SITE_URL="https://example.eu/kb/"), shows=("sitemap.xml",)
    ),
    "the day": Change(
        do=given(SOURCE_DATE_EPOCH="1798761600"), shows=("sessions/index.html", "index.html")
    ),
    "the hour, which no page shows": Change(
        do=given(SOURCE_DATE_EPOCH="1798790000"), built="", rendered=0
    ),
    "the example in place of the sessions": Change(
        do=after_each_other(
            lambda site: site.write(EXAMPLE, site.text(LV)), given(SCN_EXAMPLE="1")
        ),
        shows=("sessions/lv-2027-example/index.html",),
    ),
    "a session of the example": Change(
        do=edited(EXAMPLE, "An evening", "A night"), shows=("sessions/feed.json",)
    ),
    # Languages
    "some languages only": Change(
        do=given(SCN_EXAMPLE="", SCN_LANGUAGES="fr,de"),
        shows=("scn-shard.json", "index.html"),
        built="",
        rendered=0,
    ),
    "a page while only some languages are built": Change(
        do=edited("docs/fr/index.md", "Bienvenue", "Bonjour"),
        shows=("scn-shard.json", "fr/index.html"),
        built="fr",
        rendered=1,
    ),
    "a language that the site has no more": Change(
        do=after_each_other(
            edited("docs/_data/languages.yml", GERMAN_NAME, ""),
            written("docs/_data/strings/de.yml", None),
            written("docs/de/index.md", None),
            given(SCN_LANGUAGES="fr"),
        ),
        shows=("de/index.html", "fr/index.html"),
        built="fr",
    ),
    "all languages again": Change(
        do=given(SCN_LANGUAGES=""), shows=("scn-shard.json",), built="en, el"
    ),
}


class Kept:
    """The site after the last change."""

    def __init__(self, site):
        self.site = site
        self.begin()

    def begin(self):
        shutil.rmtree(self.site.root / ".cache", ignore_errors=True)
        first = self.site.warm("--strict")
        assert (first.status, first.warnings) == (0, [])
        self.files = first.files


@pytest.fixture(scope="module")
def kept(rich):
    return Kept(rich())


@pytest.mark.slow
@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_a_warm_build_gives_the_bytes_of_a_cold_one(kept, differing, what):
    change, before = CHANGES[what], kept.files
    change.do(kept.site)
    warm, cold = kept.site.both("--strict")
    kept.files = warm.files
    wrong = differing(warm.files, cold.files)
    assert cold.status == 0, cold.log
    if wrong or warm.status:
        kept.begin()  # the other changes do not suffer from the mistakes of this one
    assert (warm.status, warm.warnings) == (cold.status, cold.warnings) == (0, [])
    assert wrong == set()
    assert set(change.shows) - differing(before, warm.files) == set()
    assert warm.built[0] == change.built
    if change.rendered is not None:
        assert warm.built[1] == change.rendered


@pytest.mark.slow
def test_without_processes_and_memory_the_bytes_are_the_same(kept, differing):
    warm, plain = kept.site.warm("--strict"), kept.site.cold("--strict", SCN_PLAIN="1")
    assert (plain.status, plain.warnings) == (0, [])
    assert differing(warm.files, plain.files) == set()
    assert not (kept.site.root / "cold-cache").exists()


@pytest.mark.slow
def test_a_plain_build_into_the_same_folder_is_not_taken_for_that_of_before(kept, differing):
    page = "docs/fr/index.md"
    before = kept.site.text(page)
    kept.site.warm()
    kept.site.write(page, f"{before}\nPour un moment.\n")
    plain = kept.site.warm(SCN_PLAIN="1")
    kept.site.write(page, before)
    warm, cold = kept.site.both()
    assert "fr/index.html" in differing(plain.files, warm.files)
    assert differing(warm.files, cold.files) == set()


@pytest.mark.slow
def test_who_goes_back_to_what_was_built_before_waits_for_nothing(kept, differing):
    page = "docs/fr/index.md"
    before = kept.site.text(page)
    first = kept.site.warm()
    kept.site.write(page, f"{before}\nUne idée.\n")
    assert kept.site.warm().built == ("fr", 1)
    kept.site.write(page, before)
    again = kept.site.warm()
    assert again.built == ("", 0)
    assert differing(first.files, again.files) == set()


@pytest.mark.slow
def test_when_nothing_has_changed_nothing_is_written_and_that_is_said(kept):
    def times():
        return {path: path.stat().st_mtime_ns for path in (kept.site.root / "site").rglob("*")}

    kept.site.warm()
    before = times()
    assert kept.site.warm().log == "INFO    -  Nothing has changed: site/ is up to date.\n"
    assert times() == before


@pytest.mark.slow
def test_files_that_stay_the_same_are_not_written_again(kept):
    """So that what copies the site to a server sees at once what to copy."""

    def times():
        site = kept.site.root / "site"
        return {
            path.relative_to(site).as_posix(): path.stat().st_mtime_ns
            for path in site.rglob("*")
            if path.is_file()
        }

    kept.site.warm()
    before = times()
    kept.site.write("docs/fr/index.md", kept.site.text("docs/fr/index.md") + "\nEncore.\n")
    kept.site.warm()
    now = times()
    written = {name for name in now if now[name] != before.get(name)}
    assert "fr/index.html" in written
    page = {"fr/index.html", "fr/index.md"}  # and its copy in Markdown
    assert {name for name in written if not name.startswith("pagefind/")} == page


@pytest.mark.slow
def test_one_line_says_what_was_built(kept):
    kept.site.write("docs/fr/index.md", kept.site.text("docs/fr/index.md") + "\nEt encore.\n")
    said = kept.site.warm().log
    assert re.fullmatch(
        r"INFO    -  Built 1 of \d languages \(fr\) in \d+\.\d s:"
        r" (\d+) pages, \d+ of them reused\.\n",
        said,
    )


# What is rare, and none the less right


@pytest.mark.slow
@pytest.mark.parametrize("name", ["docs/en/part.md", "docs/en/part/index.md"])
def test_of_two_pages_with_one_address_the_same_one_is_shown_warm_and_cold(
    rich, project, differing, name
):
    site = rich(
        {
            "en/index.md": project.page("Home"),
            "en/part.md": project.page("Part", "A page."),
            "en/part/index.md": project.page("Parts", "A page."),
        }
    )
    site.warm()
    site.edit(name, "A page.", "The page.")
    warm, cold = site.both()
    assert warm.warnings == cold.warnings
    assert differing(warm.files, cold.files) == set()


@pytest.mark.slow
def test_a_hook_that_the_configuration_names_is_an_input_wherever_it_is(rich, project, differing):
    site = rich({"en/index.md": project.page("Home")})
    hook = "def on_page_content(html, **_):\n    return html + '<hr>'\n"
    site.write("other.py", hook)
    site.edit("mkdocs.yml", "hooks:\n", "hooks:\n  - other.py\n")
    assert b"<hr>" in site.warm().files["index.html"]
    site.write("other.py", hook.replace("<hr>", "<hr><hr>"))
    warm, cold = site.both()
    assert b"<hr><hr>" in cold.files["index.html"]
    assert differing(warm.files, cold.files) == set()


@pytest.mark.slow
def test_two_builds_at_once_may_share_a_cache(rich, differing):
    site = rich()
    for text in ("Bienvenue.", "Bonjour."):
        site.edit("docs/fr/index.md", "Bienvenue.", text)
        ends = [site.start(server, server, SCN_CACHE="shared") for server in ("warm", "cold")]
        one, other = (end() for end in ends)
        assert (one.status, one.warnings) == (other.status, other.warnings) == (0, [])
        assert differing(one.files, other.files) == set()
    assert differing(site.cold().files, one.files) == set()
