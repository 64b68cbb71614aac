"""What holds for every page: how it is written never counts, what it says always does."""

import random
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scn.front_matter import split_front_matter
from scn.translations.compare import compare

ROOT = Path(__file__).resolve().parents[3]

VOCABULARY = (
    "the desk of your country room session city member asks writes café naïve Größe snake_case"
    " reads A_B C&D 2.5 3,000 4:30 e.g. f(x) §"
)
WORDS = st.sampled_from(VOCABULARY.split())
NEGATIONS = ("not", "never", "no", "without")


def plain_texts(smallest=2, largest=12):
    return st.lists(WORDS, min_size=smallest, max_size=largest).map(lambda words: ["The", *words])


PIECES = st.one_of(
    st.tuples(st.just("emphasis"), plain_texts(0, 2)),
    st.tuples(st.just("strong"), plain_texts(0, 2)),
    st.tuples(st.just("code"), st.sampled_from(["dev build", "a_b *c*", "x | y", "<tag>"])),
    st.tuples(
        st.just("link"),
        plain_texts(0, 2),
        st.sampled_from(["https://example.eu/a_b", "guide.md#part", "https://example.eu/(x)"]),
        st.sampled_from(["", "A title"]),
    ),
    st.tuples(st.just("text"), plain_texts(1, 8)),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=4)
ITEMS = st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=2)), min_size=1, max_size=3)
TABLES = st.integers(2, 3).flatmap(
    lambda width: st.lists(
        st.lists(plain_texts(0, 3), min_size=width, max_size=width), min_size=2, max_size=4
    )
)
BLOCKS = st.one_of(
    st.tuples(st.just("heading"), plain_texts(1, 3), st.just(None)),
    st.tuples(st.just("paragraph"), TEXTS, st.just(None)),
    st.tuples(st.just("list"), ITEMS, st.booleans()),
    st.tuples(st.just("table"), TABLES, st.just(None)),
    st.tuples(st.just("code"), st.sampled_from(["a = 1\n\n# b", "- x\n  - y"]), st.just(None)),
    st.tuples(st.just("quote"), TEXTS, st.just(None)),
    st.tuples(st.just("box"), TEXTS, st.sampled_from(["note", "warning"])),
    st.tuples(st.just("definition"), TEXTS, st.just(None)),
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=6)


class Writer:
    """Writes a page in one of many ways that all look the same."""

    def __init__(self, seed):
        self.rng = random.Random(seed)  # noqa: S311
        self.references = []
        self.bullet = self.one("-*+")
        self.emphasis = self.one("*_")

    def one(self, choices):
        return self.rng.choice(list(choices))

    def words(self, words):
        written = [self.one([w, w.replace("_", "\\_")]) if "_" in w else w for w in words]
        return " ".join("C&amp;D" if w == "C&D" and self.one([0, 1]) else w for w in written)

    def piece(self, piece):
        match piece:
            case ["text", words]:
                return self.words(words)
            case ["emphasis", words]:
                return f"{self.emphasis}{self.words(words)}{self.emphasis}"
            case ["strong", words]:
                return f"{self.emphasis * 2}{self.words(words)}{self.emphasis * 2}"
            case ["code", text]:
                return self.one([f"`{text}`", f"`` {text} ``"])
            case ["link", words, to, title]:
                return self.link(self.words(words), to, title)
        raise AssertionError(piece)

    def link(self, words, to, title):
        quote = self.one("\"'")
        end = f" {quote}{title}{quote}" if title else ""
        if self.one([0, 1]) or words in [label for label, _ in self.references]:
            return f"[{words}]({to}{end})"
        label = f"ref {len(self.references)}"
        self.references.append((label, f"{to}{end}"))
        return f"[{words}][{label.upper()}]"

    def inline(self, pieces):
        return " ".join(self.piece(piece) for piece in pieces)

    def wrapped(self, text):
        """With line breaks where words begin that begin no block."""
        words = text.split(" ")
        if "`" in text or "[" in text:
            return text
        return "".join(
            word if not n else f"{self.one([' ', ' ', '  ', chr(10)])}{word}"
            for n, word in enumerate(words)
        )

    def block(self, kind, content, extra):
        end = self.one(["", "  "])
        match kind:
            case "heading":
                words = " ".join(content).replace("_", "")
                return self.one([f"## {words}", f"## {words} ##", f"{words}\n-----"])
            case "paragraph":
                return self.wrapped(self.inline(content)) + end
            case "quote":
                lines = self.wrapped(self.inline(content)).split("\n")
                return "\n".join(f"{self.one(['> ', '>'])}{line.lstrip()}" for line in lines)
            case "list":
                return self.list(content, is_numbered=extra)
            case "table":
                return self.table([[" ".join(cell) for cell in row] for row in content])
            case "code":
                fence = self.one(["```", "~~~", "````"])
                return f"{fence}{self.one(['', ' python', 'yaml'])}\n{content}\n{fence}"
            case "box":
                text = self.inline(content)
                title = self.one([f"!!! {extra}", f'!!! {extra} "{extra.capitalize()}"'])
                return f"{title}\n{self.one(['', chr(10)])}    {text}"
            case "definition":
                gap = self.one(["", "\n"])
                return f"A word\n{gap}:{self.one([' ', '   '])}{self.inline(content)}"
        raise AssertionError(kind)

    def list(self, items, *, is_numbered):
        gap = self.one(["\n", "\n\n"])
        written = []
        for number, (text, inner) in enumerate(items, start=1):
            mark = f"{self.one([1, number]) if number > 1 else 1}." if is_numbered else self.bullet
            spaces = " " * self.one([1, 2, 3])
            lines = [f"{mark}{spaces}{self.inline(text)}"]
            lines += [f"    {self.one('-*')} {self.inline(each)}" for each in inner]
            written.append(gap.join(lines))
        return gap.join(written)

    def table(self, rows):
        pad = self.one([0, 9])
        edge, line = self.one(["|", "|", ""]), self.one(["---", ":---", "--------"])
        lines = [f"{edge} {' | '.join(c.ljust(pad) for c in row)} {edge}".strip() for row in rows]
        lines.insert(1, f"{edge}{'|'.join([line] * len(rows[0]))}{edge}")
        return "\n".join(lines)

    def page(self, blocks):
        parts = [
            f"# Page {{ {self.one(['', ' '])}#page }}",
            *(part for block in blocks for part in (self.block(*block), "Then this.")),
        ]
        text = self.one(["\n\n", "\n\n\n"]).join(parts)
        for label, to in self.references:
            text += f"\n\n[{label}]: {to}"
        head = self.one(["title: Page", 'title: "Page"', "title:   'Page'"])
        text = f"---\n{head}\ntags: [{self.rng.random()}]\n---\n\n{text}\n"
        text = self.one([text, unicodedata.normalize("NFD", text)])
        return self.one([text, text.replace("\n", "\r\n"), f"\ufeff{text}"])


@pytest.fixture(scope="module")
def rendered():
    """The text that readers see, by the Markdown library with the extensions of the site."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    names, options = [], {}
    for entry in config["markdown_extensions"]:
        name = entry if isinstance(entry, str) else next(iter(entry))
        if name != "toc" and not name.endswith(("highlight", "inlinehilite")):
            names.append(name)
    options["pymdownx.tabbed"] = {"alternate_style": True}
    converter = markdown.Markdown(extensions=names, extension_configs=options)

    def render(text):
        body = split_front_matter(text).body
        html = converter.reset().convert(unicodedata.normalize("NFC", body))
        html = html.replace("<br>", " ").replace("&nbsp;", " ")
        return " ".join(" ".join(ET.fromstring(f"<div>{html}</div>").itertext()).split())

    return render


@settings(deadline=None, max_examples=250)
@given(page=PAGES, seed=st.integers(0, 10**9))
def test_how_a_page_is_written_never_makes_it_outdated(rendered, page, seed):
    one, other = Writer(seed).page(page), Writer(seed + 1).page(page)
    assert rendered(one) == rendered(other)
    assert compare(one, other) == ()


def changed(page, change):
    """The page with one piece of text changed by the function; None where it has no text."""
    for number, (kind, content, extra) in enumerate(page):
        if kind in ("paragraph", "quote", "box", "definition"):
            for place, piece in enumerate(content):
                if piece[0] != "code":
                    words = change(list(piece[1]))
                    pieces = [*content[:place], (piece[0], words, *piece[2:])]
                    block = (kind, [*pieces, *content[place + 1 :]], extra)
                    return [*page[:number], block, *page[number + 1 :]]
    return None


@settings(deadline=None, max_examples=150)
@given(
    page=PAGES.filter(lambda page: changed(page, lambda words: words) is not None),
    seed=st.integers(0, 10**9),
    number=st.integers(0, 10**6),
    digit=st.integers(1, 9),
)
def test_a_changed_digit_is_always_told_and_is_critical(page, seed, number, digit):
    with_number = changed(page, lambda words: [*words, f"{number}", "days"])
    other = number + digit * 10 ** (number % len(str(number)))
    with_other = changed(page, lambda words: [*words, f"{other}", "days"])
    changes = compare(Writer(seed).page(with_number), Writer(seed + 1).page(with_other))
    assert [(change.kind, change.severity) for change in changes] == [("edited", "critical")]


@settings(deadline=None, max_examples=150)
@given(
    page=PAGES.filter(lambda page: changed(page, lambda words: words) is not None),
    seed=st.integers(0, 10**9),
    word=st.sampled_from(NEGATIONS),
    comes=st.booleans(),
)
def test_a_changed_negation_is_always_told_and_is_critical(page, seed, word, comes):
    with_word = changed(page, lambda words: [*words, word, "coming"])
    without = changed(page, lambda words: [*words, "coming"])
    old, new = (without, with_word) if comes else (with_word, without)
    changes = compare(Writer(seed).page(old), Writer(seed + 1).page(new))
    assert [(change.kind, change.severity) for change in changes] == [("edited", "critical")]


@settings(deadline=None, max_examples=60)
@given(page=PAGES, seed=st.integers(0, 10**9))
def test_another_page_is_never_the_same(rendered, page, seed):
    one = Writer(seed).page(page)
    other = Writer(seed).page([*page, ("paragraph", [("text", ["One", "more."])], None)])
    assert rendered(one) != rendered(other)
    assert [(c.kind, c.section != "") for c in compare(one, other)] == [("added", True)] * 2
