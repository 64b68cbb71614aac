"""Situations with a known right answer, each a folder of files that anybody can read.

`old.md` is the English page that the translation was made from, `new.md` that of today (where
there is none, it is gone), `fr.md` the translation, `waiver.yml` a waiver. `<old.md>` stands for
the id of that file. `expected.yml` says why, the state and the changes: what, in which section
(`-` for the front matter), how bad.
"""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from scn.pages import load_page_head
from scn.translations.blob import blob_id
from scn.translations.sources import SourceTexts
from scn.translations.states import state_of, translation_states
from scn.translations.waivers import load_waivers

FOLDERS = sorted((Path(__file__).parent / "situations").iterdir())
WRITTEN_AS = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "bom": lambda text: f"\ufeff{text}",
    "nfd": lambda text: unicodedata.normalize("NFD", text),
}
LANGUAGES = ("de", "fr")


class Situation:
    def __init__(self, folder):
        self.files = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
        self.expected = yaml.safe_load(self.files["expected.yml"])
        if "new_as" in self.expected:
            self.files["new.md"] = WRITTEN_AS[self.expected["new_as"]](self.files["new.md"])
        self.today = self.expected.get("today", "page.md")
        self.place = self.expected.get("translation", "page.md")
        self.languages = [code for code in LANGUAGES if code in self.expected]

    def text(self, name):
        """The file with ids in place of names of files; None where it is not there."""
        text = self.files.get(name)
        if text is None:
            return None
        return re.sub(r"<([a-z]+\.md)>", lambda name: blob_id(self.files[name[1]]), text)

    @property
    def snapshots(self):
        kept = (self.files[name] for name in ("old.md", "between.md") if name in self.files)
        return {blob_id(text): text for text in kept}

    @property
    def waivers(self):
        texts = dict(self.snapshots)
        if "new.md" in self.files:
            texts[blob_id(self.files["new.md"])] = self.files["new.md"]
        waiver = self.text("waiver.yml")
        if waiver is None:
            return frozenset(), ()
        given = yaml.safe_load(waiver)
        return load_waivers({f"waivers/{given['old']}-{given['new']}.yml": waiver}, texts)

    def states(self):
        """By language; the place of today's page must be missing where it is another one."""
        today = {self.today: self.files["new.md"]} if "new.md" in self.files else {}
        sources = SourceTexts(today, self.snapshots, self.waivers[0])
        texts = {
            f"{code}/{self.place}": self.text(f"{code}.md")
            for code in self.languages
            if f"{code}.md" in self.files
        }
        heads = {name: load_page_head(text, name, sources=None) for name, text in texts.items()}
        states = translation_states(texts, heads, self.languages, sources)
        if self.place != self.today and today:
            elsewhere = [state for state in states if state.path == self.today]
            if not all(f"{code}/{self.today}" in texts for code in self.languages):
                assert [state.standing for state in elsewhere] == ["missing"] * len(self.languages)
        return {state.language: state for state in states if state.path == self.place}


def told(state):
    changes = [
        f"{change.kind} {change.section or '-'} {change.severity}" for change in state.changes
    ]
    result = {"standing": state.standing}
    if state.severity:
        result["severity"] = state.severity
    return result | ({"changes": changes} if changes else {})


def percent(part, whole):
    return 100 * len(part) / len(whole) if whole else 100.0


def test_every_situation_is_told_as_it_is(budgets):
    wrong = []
    true_outdated, told_outdated = set(), set()
    true_changes, told_changes = set(), set()
    for folder in FOLDERS:
        situation = Situation(folder)
        states = situation.states()
        for code in situation.languages:
            expected, found = situation.expected[code], told(states[code])
            page = (folder.name, code)
            if expected["standing"] == "outdated":
                true_outdated.add(page)
            if found["standing"] == "outdated":
                told_outdated.add(page)
            true_changes |= {(*page, n, c) for n, c in enumerate(expected.get("changes", ()))}
            told_changes |= {(*page, n, c) for n, c in enumerate(found.get("changes", ()))}
            if found != expected:
                wrong.append(f"{folder.name} ({code}): {found}, not {expected}")
    figures = {
        "outdated pages": (true_outdated, told_outdated),
        "changes": (true_changes, told_changes),
    }
    for what, (true, found) in figures.items():
        budgets.note(
            f"Translations, {len(FOLDERS)} situations, {len(true)} {what}:"
            f" precision {percent(true & found, found):.1f} %,"
            f" recall {percent(true & found, true):.1f} %"
        )
    assert wrong == []
    assert len(true_outdated) > 30
    assert len(FOLDERS) > 17 + 15


@pytest.mark.parametrize(
    "folder", [f for f in FOLDERS if (f / "waiver.yml").exists()], ids=lambda folder: folder.name
)
def test_a_waiver_is_refused_where_the_situation_says_so(folder):
    situation = Situation(folder)
    pairs, problems = situation.waivers
    is_refused = situation.expected.get("refused", False)
    assert (bool(problems), bool(pairs)) == (is_refused, not is_refused)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_one_page_alone_is_told_as_among_all(folder):
    situation = Situation(folder)
    together = situation.states()
    for code in situation.languages:
        text = situation.text(f"{code}.md")
        head = None if text is None else load_page_head(text, "page", sources=None)
        pin = head.translation.source if head and head.translation else None
        today = situation.files.get("new.md")
        texts = situation.snapshots | ({blob_id(today): today} if today else {})
        alone = state_of(
            situation.place,
            code,
            text=text,
            head=head,
            source=today if situation.place == situation.today else None,
            old=texts.get(pin),
            waived=situation.waivers[0],
        )
        assert alone == together[code]
