"""A preview of some languages is one of these alone; its search comes after the page."""

import gzip
import json
import sys
import threading
import time

import html5lib
import mkdocs.commands.build
import pagefind_bin
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import engine.whole_build
from engine.search_later import wait_for_search

ADDRESS = "http://127.0.0.1:8000/"


class Preview:
    """What `mkdocs serve` builds, again and again, into a folder of its own."""

    def __init__(self, one, folder, languages="", cache=""):
        self.one, self.folder, self.languages, self.cache = one, folder, languages, cache

    def build(self, readers=None, *, is_indexed=True):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SCN_CACHE", str(self.cache))
            patch.setenv("SOURCE_DATE_EPOCH", "1767225600")
            patch.setenv("SCN_LANGUAGES", self.languages)
            config = load_config(str(self.one.root / "mkdocs.yml"), site_dir=str(self.folder))
            config.site_url = ADDRESS
            config.plugins.on_startup(command="serve", dirty=False)
            if readers:
                engine.whole_build.install(readers)
            try:
                mkdocs.commands.build.build(config, serve_url=ADDRESS)
                if is_indexed:
                    wait_for_search()
            finally:
                config.plugins.on_shutdown()

    def files(self):
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    def found(self, language):
        """All that a search in a language can find."""
        texts = []
        for path in (self.folder / "pagefind" / "fragment").glob(f"{language}_*"):
            data = gzip.decompress(path.read_bytes())
            texts.append(json.loads(data[data.index(b"{") :])["content"])
        return " ".join(texts)

    def page(self, address):
        path = self.folder / f"{address}index.html"
        return html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)

    def languages_of_pages(self):
        pages = (name for name in self.files() if name.endswith("/index.html"))
        return {self.page(name.removesuffix("index.html")).get("lang") for name in pages}


class FakeReaders:
    """Who read languages of a preview, and what they see each time that something new is shown."""

    def __init__(self, preview, *read, turns=(), changes_after=99):
        self.preview, self.read, self.turns = preview, set(read), list(turns)
        self.left = changes_after
        self.seen = []

    def languages(self, codes):
        return self.read & set(codes)

    def show(self):
        self.seen.append(self.preview.files())

    def has_more_to_build(self):
        """Asked between languages: meanwhile readers turn to other pages."""
        if self.turns:
            self.read = {self.turns.pop(0)}
        self.left -= 1
        return self.left < 1

    def with_text(self, text):
        """Of each time, the languages whose page `more` has the text."""
        places = {"en": "more/index.html", "fr": "fr/more/index.html", "el": "el/more/index.html"}
        return [
            "".join(code for code, place in places.items() if text in files[place])
            for files in self.seen
        ]


@pytest.fixture
def one(project):
    return project(
        {
            "en/index.md": project.page("Home", "An animal: quokka."),
            "fr/index.md": project.page("Accueil", "Un animal: ornithorynque."),
            "el/index.md": project.page("Αρχική", "Ένα ζώο.", id="home"),
            "en/more.md": project.page("More", "Another animal: wombat."),
        }
    )


@pytest.fixture
def preview(one, tmp_path):
    """`preview()` begins another preview of the same project."""
    number = 0

    def begin(languages="", cache=""):
        nonlocal number
        number += 1
        preview = Preview(one, tmp_path / f"served-{number}", languages, cache)
        preview.build()
        return preview

    return begin


def menu(page):
    (menu,) = (one for one in page.iter("ul") if one.get("class") == "scn-languages")
    return [a.get("lang") for a in menu.iter("a")]


def alternates(page):
    return [
        link.get("hreflang")
        for link in page.iter("link")
        if link.get("rel") == "alternate" and link.get("hreflang")
    ]


def test_a_preview_of_one_language_has_it_and_english_and_speaks_of_no_other(preview):
    shown = preview("fr")
    assert shown.languages_of_pages() == {"en", "fr"}
    for address in ("", "fr/", "fr/more/", "sessions/", "fr/sessions/pt/"):
        assert menu(shown.page(address)) == ["en", "fr"], address
    assert alternates(shown.page("")) == ["en", "fr", "x-default"]
    assert alternates(shown.page("fr/")) == ["en", "fr", "x-default"]
    assert b"/el/" not in shown.files()["sitemap.xml"]
    assert not [name for name in shown.files() if name.startswith("el/") or "/el_" in name]


def test_a_preview_of_all_languages_speaks_of_all(preview):
    shown = preview()
    assert shown.languages_of_pages() == {"en", "fr", "el"}
    assert menu(shown.page("fr/more/")) == ["en", "fr", "el"]
    assert alternates(shown.page("fr/")) == ["en", "fr", "el", "x-default"]
    assert b"/el/" in shown.files()["sitemap.xml"]


def test_a_preview_is_no_part_of_a_site(preview):
    for languages in ("fr", ""):
        assert "scn-shard.json" not in preview(languages).files()


def test_previews_of_other_languages_do_not_get_into_each_others_way(one, preview, tmp_path):
    first = preview("fr").files()
    assert preview("el").languages_of_pages() == {"en", "el"}
    assert menu(preview("el").page("")) == ["en", "el"]
    assert preview("fr").files() == first
    built = one.build()
    assert (built.status, built.log) == (0, "")
    assert menu(built.page("")) == ["en", "fr", "el"]


def test_an_edit_is_seen_as_who_begins_a_preview_sees_it(one, preview, project, tmp_path):
    shown = preview()
    edits = {
        "docs/fr/index.md": project.page("Bienvenue", "Un animal: échidné."),
        "docs/en/more.md": project.page("More animals", "Another one: bilby."),
        "docs/fr/more.md": project.page("Plus", "Encore un: dingo."),
    }
    for name, text in edits.items():
        one.write(name, text)
        before = shown.files()
        shown.build()
        assert shown.files() != before
        assert shown.files() == preview(cache=tmp_path / f"cache-{len(text)}").files()


def test_the_search_finds_what_was_written_and_no_more_what_is_gone(one, preview, project):
    shown = preview()
    assert "ornithorynque" in shown.found("fr")
    one.write("docs/fr/index.md", project.page("Accueil", "Un animal: échidné."))
    shown.build()
    assert "échidné" in shown.found("fr")
    assert "ornithorynque" not in shown.found("fr")


def test_the_search_is_right_whatever_the_way_back_and_forth(one, preview, project):
    shown = preview()
    for animal in ("échidné", "ornithorynque", "échidné", "dingo", "échidné"):
        one.write("docs/fr/index.md", project.page("Accueil", f"Un animal: {animal}."))
        shown.build()
        found = [
            each for each in ("échidné", "ornithorynque", "dingo") if each in shown.found("fr")
        ]
        assert found == [animal]


def test_the_search_is_right_in_the_next_preview_too(one, preview, project):
    first = preview()
    one.write("docs/fr/index.md", project.page("Accueil", "Un animal: échidné."))
    first.build()
    assert "échidné" in preview().found("fr")


def test_the_search_of_a_site_is_right_after_a_preview(one, preview, project):
    shown = preview()
    one.write("docs/fr/index.md", project.page("Accueil", "Un animal: échidné."))
    shown.build()
    site = Preview(one, one.root / "site")
    assert one.build().status == 0
    assert "échidné" in site.found("fr")


def test_a_mistake_leaves_what_was_served(one, preview, project):
    shown = preview()
    before = shown.files()
    one.write("docs/fr/index.md", project.page("Accueil", "::: scn.nowhere"))
    with pytest.raises(Abort):
        shown.build()
    assert shown.files() == before
    one.write("docs/fr/index.md", project.page("Accueil", "Un animal: dingo."))
    shown.build()
    assert "dingo" in shown.found("fr")


def test_only_a_preview_may_run_what_stands_in_a_page(one, preview):
    shown = preview("fr")
    policy = b'<meta http-equiv="Content-Security-Policy"'
    pages = [content for name, content in shown.files().items() if name.endswith(".html")]
    assert {policy in page for page in pages} == {False}
    built = one.build()
    pages = [content for name, content in built.files().items() if name.endswith("/index.html")]
    assert {page.count(policy) for page in pages} == {1}


BILBY = "Another animal: bilby."


@pytest.mark.parametrize(
    ("read", "turns", "seen"),
    [
        pytest.param([], [], ["en"], id="nobody: English, and nobody is told of the others"),
        pytest.param(["el"], [], ["el"], id="the language that is read comes before English"),
        pytest.param(["el", "fr"], [], ["frel"], id="all that are read are shown at once"),
        pytest.param(["en"], ["el"], ["en", "enel"], id="who turns to another comes next"),
        pytest.param(["en"], ["fr", "el"], ["en", "enfr", "enfrel"], id="again and again"),
        pytest.param(["mt"], [], ["en"], id="a language that nothing has changed for"),
    ],
)
def test_languages_that_are_read_come_first(one, preview, project, tmp_path, read, turns, seen):
    shown = preview()
    one.write("docs/en/more.md", project.page("More", BILBY))
    readers = FakeReaders(shown, *read, turns=turns)
    shown.build(readers)
    assert readers.with_text(BILBY.encode()) == seen
    assert shown.files() == preview(cache=tmp_path / "cache").files()


def test_a_further_change_is_not_kept_waiting(one, preview, project, tmp_path):
    shown = preview()
    one.write("docs/en/more.md", project.page("More", BILBY))
    readers = FakeReaders(shown, "el", changes_after=1)
    shown.build(readers, is_indexed=False)
    readers.show()
    assert readers.with_text(BILBY.encode()) == ["el", "el"], "the others wait"
    one.write("docs/en/more.md", project.page("More", "Another animal: dingo."))
    readers = FakeReaders(shown, "el", changes_after=2)
    shown.build(readers, is_indexed=False)
    readers.show()
    assert readers.with_text(b"Another animal: dingo.") == ["el", "enel"]
    assert readers.with_text(BILBY.encode()) == ["", ""], "nobody is shown what is no more"
    shown.build(FakeReaders(shown, "el"))
    assert shown.files() == preview(cache=tmp_path / "cache").files()
    assert "dingo" in shown.found("en")
    assert "wombat" not in shown.found("en")


@pytest.fixture
def without_search(one, preview, project, monkeypatch):
    """A preview in which a page was edited and the indexing was ended before it had begun."""
    shown = preview()
    one.write("docs/fr/index.md", project.page("Accueil", "Un animal: échidné."))
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", lambda _: None)
        patch.setattr(threading.Thread, "join", lambda _: None)
        shown.build()
    assert "ornithorynque" in shown.found("fr")
    return shown


def test_a_search_that_was_ended_is_made_by_the_next_build(without_search):
    """Also when nothing has changed since, as where somebody saves a file once more."""
    shown = without_search
    shown.build()
    assert "échidné" in shown.found("fr")
    assert "ornithorynque" not in shown.found("fr")


@pytest.mark.skipif(sys.platform == "win32", reason="The slow program is a shell script.")
def test_nobody_waits_for_a_search_that_takes_long(
    one, preview, project, monkeypatch, tmp_path, caplog
):
    shown = preview()
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 300\n")
    slow.chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setattr(pagefind_bin, "get_executable", lambda: slow)
        started = time.monotonic()
        for animal in ("bilby", "dingo"):
            one.write("docs/fr/index.md", project.page("Accueil", f"Un animal: {animal}."))
            shown.build(is_indexed=False)
        assert time.monotonic() - started < 100
    shown.build()
    assert "dingo" in shown.found("fr")
    assert not [one for one in caplog.messages if "search" in one.lower()]


@pytest.mark.usefixtures("without_search")
def test_the_next_preview_makes_a_search_that_was_ended(preview):
    assert "échidné" in preview().found("fr")


def test_a_mistake_that_several_languages_show_is_said_once(one, preview, project, caplog):
    shown = preview()
    one.write("docs/en/more.md", project.page("More", "[To nowhere](nowhere.md)."))
    shown.build(FakeReaders(shown))
    said = [one for one in caplog.messages if "nowhere.md" in one]
    assert len(said) == 1, said


def test_a_mistake_in_a_language_that_comes_later_leaves_it_as_it_was(one, preview, project):
    shown = preview()
    before = shown.files()
    one.write("docs/en/more.md", project.page("More", BILBY))
    one.write("docs/fr/index.md", project.page("Accueil", "::: scn.nowhere"))
    readers = FakeReaders(shown, "en")
    with pytest.raises(Abort):
        shown.build(readers)
    assert readers.with_text(BILBY.encode()) == ["en"]
    assert shown.files()["fr/index.html"] == before["fr/index.html"]
    one.write("docs/fr/index.md", project.page("Accueil", "Un animal: dingo."))
    shown.build(FakeReaders(shown, "en"))
    assert BILBY.encode() in shown.files()["fr/more/index.html"]
    assert "dingo" in shown.found("fr")
