"""500 edits of eight known kinds on the real English pages, made with a fixed seed.

Where lines of text, headings and lists are is found here by simple rules, without the splitter.
"""

import random
import re
from pathlib import Path

import pytest

from scn.translations.compare import compare

EDITS = 500
ENGLISH = Path(__file__).resolve().parents[3] / "docs" / "en"
HEADING = re.compile(r"#{1,6} .*\{ #([a-z0-9-]+) \}")
PLAIN = re.compile(r"[A-Z][^|`\[\]<>{}*_]*[.:;]")
NO_ORDINARY_WORD = re.compile(
    r"without|nothing|nobody|nowhere|neither|except|unless|hundred|thousand|million|billion"
    r"|eleven|twelve|.*teen|twenty|thirty|eighty|ninety|tomorrow|yesterday|dollars?|pounds?"
    r"|seventy|double|dozens?|fourth|midnight|three|seven|eight|never|cannot|cents|euros|twice|third"
    r"|fifth|forty|fifty|sixty|today"
)


class Page:
    def __init__(self, text):
        self.lines = text.split("\n")
        self.section = {}
        """Id of the section of each line of text outside code."""

        self.plain = []
        """Numbers of lines that are whole sentences of ordinary paragraphs."""

        body = self.lines.index("---", 1) + 1
        section, fence = "", False
        for number, line in enumerate(self.lines[body:], start=body):
            if line.lstrip().startswith("```"):
                fence = not fence
            elif not fence:
                if found := HEADING.fullmatch(line):
                    section = found[1]
                self.section[number] = section
                if PLAIN.fullmatch(line):
                    self.plain.append(number)

    def paragraphs(self):
        """First and last line of those that have only plain lines."""
        for number in self.plain:
            if self.lines[number - 1] == "":
                last = number
                while last + 1 in self.plain:
                    last += 1
                if last + 1 < len(self.lines) and self.lines[last + 1] == "":
                    yield number, last

    def with_lines(self, first, last, *lines):
        """The text with other lines in place of those."""
        return "\n".join([*self.lines[:first], *lines, *self.lines[last + 1 :]])


def rewrap(page, rng):
    number = rng.choice(page.plain)
    line = page.lines[number]
    places = [found.start() for found in re.finditer(r" (?=[a-z])", line)]
    place = rng.choice(places)
    return page.with_lines(number, number, line[:place] + "  ", line[place + 1 :]), []


def restyle(page, rng):
    bullet = rng.choice("*+")
    lines = list(page.lines)
    for number in page.section:
        line = re.sub(r"^( *)- (?=\S)", rf"\1{bullet}   ", lines[number])
        lines[number] = re.sub(r"(?<!\w)\*\*([^*`]+)\*\*(?!\w)", r"__\1__", line)
    return "\n".join(lines), []


def change_digit(page, rng):
    numbers = [n for n in page.section if re.fullmatch(r"[|A-Z][^`\[\]<>{}]*\d.*", page.lines[n])]
    numbers = [n for n in numbers if not re.search(r"[`\[\]<>{}]", page.lines[n])]
    if not numbers:
        return None
    number = rng.choice(numbers)
    line = page.lines[number]
    place = rng.choice([found.start() for found in re.finditer(r"[0-9]", line)])
    digit = rng.choice([digit for digit in "123456789" if digit != line[place]])
    new = line[:place] + digit + line[place + 1 :]
    told = [("edited", page.section[number], ("critical",))]
    return page.with_lines(number, number, new), told


def negate(page, rng):
    verb = re.compile(r" (is|are|can|must|has|have) (?!not\b|no\b)")
    numbers = [n for n in page.plain if verb.search(page.lines[n])]
    if not numbers:
        return None
    number = rng.choice(numbers)
    new = verb.sub(r" \1 not ", page.lines[number], count=1)
    return page.with_lines(number, number, new), [("edited", page.section[number], ("critical",))]


def add_paragraph(page, rng):
    first, last = rng.choice(list(page.paragraphs()))
    new = rng.choice(["The desk knows who else asked.", "Ask your association whether it helps."])
    told = [("added", page.section[first], ("major",))]
    return page.with_lines(last + 1, last + 1, "", new, ""), told


def remove_paragraph(page, rng):
    first, last = rng.choice(list(page.paragraphs()))
    told = [("removed", page.section[first], ("major", "critical"))]
    return page.with_lines(first, last + 1), told


def change_word(page, rng):
    first, last = rng.choice(list(page.paragraphs()))
    number = rng.choice(range(first, last + 1))
    line = page.lines[number]
    words = [
        found
        for found in re.finditer(r"(?<= )[a-z]{5,}(?=[ .,])", line)
        if not NO_ORDINARY_WORD.fullmatch(found[0])
    ]
    if not words:
        return None
    word = rng.choice(words)
    new = f"{line[: word.start()]}{word[0][::-1]}x{line[word.end() :]}"
    told = [("edited", page.section[number], ("minor", "major"))]
    return page.with_lines(number, number, new), told


def move_section(page, rng):
    starts = [n for n in page.section if page.lines[n].startswith("## ")]
    if len(starts) < 3:
        return None
    index = rng.randrange(len(starts) - 2)
    first, second, end = starts[index : index + 3]
    one, other = page.lines[first:second], page.lines[second:end]
    ids = [
        {page.section[n] for n in range(start, stop) if n in page.section}
        for start, stop in ((first, second), (second, end))
    ]
    return page.with_lines(first, end - 1, *other, *one), ids


KINDS = (
    rewrap, restyle, change_digit, negate, add_paragraph, remove_paragraph, change_word,
    move_section,
)  # fmt: skip


def is_told(changes, expected, kind):
    if kind is move_section:
        sections = {change.section for change in changes}
        are_moved = all((c.kind, c.severity) == ("moved", "minor") for c in changes)
        return bool(changes) and are_moved and any(sections <= ids for ids in expected)
    return len(changes) == len(expected) and all(
        (change.kind, change.section) == (what, section) and change.severity in severities
        for change, (what, section, severities) in zip(changes, expected, strict=True)
    )


@pytest.fixture(scope="module")
def pages():
    texts = {file: file.read_text("utf-8") for file in sorted(ENGLISH.rglob("*.md"))}
    pages = {file.relative_to(ENGLISH).as_posix(): Page(text) for file, text in texts.items()}
    return {name: page for name, page in pages.items() if len(list(page.paragraphs())) > 2}


def test_known_edits_of_real_pages_are_told_and_nothing_else_is(pages, budgets):
    rng = random.Random(20261128)  # noqa: S311 - the same edits in every run
    wrong, made = [], dict.fromkeys((kind.__name__ for kind in KINDS), 0)
    told = true = right = 0
    while sum(made.values()) < EDITS:
        name = rng.choice(list(pages))
        kind = KINDS[sum(made.values()) % len(KINDS)]
        edit = kind(pages[name], rng)
        if edit is None:
            continue
        made[kind.__name__] += 1
        new, expected = edit
        changes = compare("\n".join(pages[name].lines), new)
        is_right = is_told(changes, expected, kind)
        true += bool(expected)
        told += bool(changes)
        right += bool(expected) and is_right
        if not is_right:
            wrong.append((kind.__name__, name, expected, changes))
    budgets.note(
        f"Translations, {EDITS} edits of {len(KINDS)} kinds on {len(pages)} pages, {true} change"
        f" something: precision {100 * right / told:.1f} %, recall {100 * right / true:.1f} %"
    )
    assert wrong == []
    assert min(made.values()) > EDITS // len(KINDS) - 1
