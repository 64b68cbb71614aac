"""`mkdocs serve`, as a maintainer types it: what is saved is seen."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

pytestmark = pytest.mark.slow
SECONDS = 60
"""After which something is wrong, on any machine."""


class Serving:
    """The command, what it says, and what its pages are."""

    def __init__(self, site, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = folder / "log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=site.root,
                env={**os.environ, **site.env},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.until(lambda: "Serving on" in self.said)

    @property
    def said(self):
        return self.log.read_text("utf-8")

    def page(self, address):
        try:
            url = f"http://127.0.0.1:{self.port}/{address}"
            return urllib.request.urlopen(url, timeout=SECONDS).read().decode()
        except urllib.error.HTTPError:
            return ""

    def until(self, is_so):
        end = time.monotonic() + SECONDS
        while not is_so():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.02)

    def stop(self):
        self.process.terminate()
        self.process.wait(SECONDS)


@pytest.fixture(scope="module")
def site(rich, project):
    return rich(
        {
            "en/index.md": project.page("Home", "Begin."),
            "en/more.md": project.page("More", "An animal: quokka."),
            "fr/index.md": project.page("Accueil", "Un animal: ornithorynque."),
        }
    )


@pytest.fixture(scope="module")
def serving(site, tmp_path_factory):
    serving = Serving(site, tmp_path_factory.mktemp("serving"))
    yield serving
    serving.stop()


def test_an_edit_is_seen_in_all_languages_that_show_the_page(site, serving, project):
    for animal in ("bilby", "dingo"):
        site.write("docs/en/more.md", project.page("More", f"An animal: {animal}."))
        for address in ("more/", "fr/more/", "de/more/", "el/more/"):
            serving.until(lambda address=address, animal=animal: animal in serving.page(address))
    serving.until(lambda: serving.said.count("Built 4 languages") >= 3)
    assert "Shown: en. To build: " in serving.said or "Shown: el. To build: " in serving.said


def test_the_last_good_page_stays_after_a_mistake(site, serving, project):
    before = serving.said.count("ERROR")
    site.write("docs/fr/index.md", project.page("Accueil", "::: scn.nowhere"))
    serving.until(lambda: serving.said.count("ERROR") > before)
    serving.until(lambda: "The preview stays as it was." in serving.said)
    assert "ornithorynque" in serving.page("fr/")
    assert "Traceback" not in serving.said
    site.write("docs/fr/index.md", project.page("Accueil", "Un animal: échidné."))
    serving.until(lambda: "échidné" in serving.page("fr/"))


def test_changed_programs_are_taken(site, serving, project):
    """Also by the languages that follow after those that are being read.

    This site does not have its programs watched: they are looked at when a page has changed.
    """
    page = site.root / "hooks" / "scn" / "page_view.py"
    text = page.read_text("utf-8")
    name = "document_title = _document_title(path, title, words)"
    assert name in text
    page.write_text(text.replace(name, f'{name} + " (changed)"'), encoding="utf-8")
    for animal in ("numbat", "possum"):
        site.write("docs/en/more.md", project.page("More", f"An animal: {animal}."))
        for address in ("more/", "fr/more/", "el/more/"):
            serving.until(lambda address=address, animal=animal: animal in serving.page(address))
    for address in ("", "fr/", "el/more/"):
        assert " (changed)</title>" in serving.page(address)


def test_a_new_and_a_deleted_page_are_seen(site, serving, project):
    site.write("docs/en/new.md", project.page("New", "An animal: wombat."))
    serving.until(lambda: "wombat" in serving.page("fr/new/"))
    (site.root / "docs/en/new.md").unlink()
    serving.until(lambda: "wombat" not in serving.page("fr/new/"))
    serving.until(lambda: "wombat" not in serving.page("new/"))
