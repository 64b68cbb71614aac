"""What cannot match is not tried while Markdown is read, and nothing else changes."""

from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.admonition import AdmonitionExtension
from markdown.util import AtomicString
from mkdocs.config import load_config
from mkdocs_autorefs import AnchorScannerTreeProcessor
from mkdocstrings._internal.extension import _HeadingsPostProcessor

from engine import block_processors, inline_patterns
from engine.markdown_steps import STEPS, scan_anchors, take_away_headings
from engine.needed_texts import needed_texts
from scn.front_matter import split_front_matter
from scn.markdown_html import KnowledgeBaseExtension

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "en").rglob("*.md"))
SHORTCUTS = [
    (inline_patterns.OWNER, inline_patterns.NAME, inline_patterns.handle_inline),
    (block_processors.OWNER, block_processors.NAME, block_processors.parse_blocks),
    *STEPS,
]

PIECES = st.lists(
    st.sampled_from(
        [
            *"abAB1é*_`~^=+!<>\\&:#-|()[]{}\"' \n",
            "  \n", "\n\n", "**", "__", "~~", "^^", "``", "![", "](", "][", "[^1]", "\n\n[^1]: ",
            "\n\n*[A]: b\n\n", "\n\n[a]: b.md\n\n", "++ctrl+c++", "`#!python a`", "<b>", "</b>",
            "<!--", "-->", "&amp;", "https://a.eu", "<a@b.eu>", "<https://a.eu>", "{ #id }",
            "{: .c }", "\n- [ ] ", "\n| a | b |\n|---|---|\n| c | ", "\n=== \"a\"\n\n    ",
            "\n!!! note\n\n    ", "\n\n# ", "\n\n> ", "\n\n    ", "\n```\n", "\n\n        ",
            "\n??? note \"a\"\n\n    ", "\n\n1. ", "\n\n* ", "\n: ", "\n---\n", "\n===\n",
            "\n/// caption\n", "\n///\n", "\n\n<div markdown=\"1\">\n\n", "\n\n</div>\n\n",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES, st.text(max_size=20))
def test_a_text_without_what_is_needed_is_matched_by_no_pattern(pieces, text):
    for pattern in real_markdown().inlinePatterns:
        expression = pattern.getCompiledRegExp()
        needed = needed_texts(expression)
        for one in (pieces, text) if needed else ():
            without = one
            while found := [each for each in needed if each in without]:
                without = without.replace(found[0], "")
            assert expression.search(without) is None, expression.pattern


def real_markdown():
    """With the extensions of the site."""
    if not READY:
        config = load_config(str(ROOT / "mkdocs.yml"))
        extensions = [*config.markdown_extensions, KnowledgeBaseExtension()]
        READY.append(markdown.Markdown(extensions=extensions, extension_configs=config.mdx_configs))
    return READY[0]


READY = []


def html(text):
    return real_markdown().reset().convert(text)


def html_without_what_cannot_match(text):
    with pytest.MonkeyPatch.context() as patch:
        for owner, name, function in SHORTCUTS:
            patch.setattr(owner, name, function)
        return html(text)


@pytest.mark.parametrize(("owner", "name", "function"), SHORTCUTS)
def test_the_function_that_is_replaced_is_there(owner, name, function):
    """With another version of Python-Markdown, look at its loop again."""
    assert callable(getattr(owner, name))
    assert getattr(owner, name) is not function


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_any_text_becomes_the_same(text):
    assert html_without_what_cannot_match(text) == html(text)


def test_all_pages_become_the_same():
    assert len(PAGES) > 30
    for path in PAGES:
        text = split_front_matter(path.read_text("utf-8")).body
        assert html_without_what_cannot_match(text) == html(text), path


def test_text_that_is_not_to_be_looked_at_is_not():
    text = AtomicString("*a* [b](c)")
    processor = real_markdown().treeprocessors["inline"]
    assert inline_patterns.handle_inline(processor, text) is text


def test_of_most_patterns_it_is_known_what_they_need():
    """Else nothing is gained: a third of the time of a page would go into them."""
    needed = [needed_texts(p.getCompiledRegExp()) for p in real_markdown().inlinePatterns]
    plain = set("A sentence with words, and nothing else.")
    tried = [one for one in needed if one is None or not plain.isdisjoint(one)]
    assert len(needed) > 15
    assert len(tried) < 5


def test_few_block_processors_are_asked_about_a_paragraph(monkeypatch):
    """Else nothing is gained: a twentieth of the time of a build would go into them."""
    asked = []
    processors = list(real_markdown().parser.blockprocessors)
    for one in processors:
        monkeypatch.setattr(one, "test", noting(one.test, type(one).__name__, asked))
    text = "A sentence with words, and nothing else."
    assert html_without_what_cannot_match(text) == f"<p>{text}</p>"
    assert len(processors) > 20
    assert len(asked) < 9
    assert "ParagraphProcessor" in asked


def noting(test, name, asked):
    def noting_test(parent, block):
        asked.append(name)
        return test(parent, block)

    return noting_test


def test_processors_that_come_later_are_asked_too():
    """As a reference of the code brings some into the page that has it."""
    one = markdown.Markdown()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_processors.OWNER, block_processors.NAME, block_processors.parse_blocks)
        assert one.convert("!!! note\n    A") != markdown.markdown(
            "!!! note\n    A", extensions=["admonition"]
        )
        AdmonitionExtension().extendMarkdown(one)
        assert one.convert("!!! note\n    A") == markdown.markdown(
            "!!! note\n    A", extensions=["admonition"]
        )
        one.parser.blockprocessors.deregister("admonition")
        assert one.convert("!!! note\n    A") == markdown.markdown("!!! note\n    A")


def test_a_processor_that_changes_the_block_and_leaves_it_is_followed_by_those_that_it_needs():
    class Marking(BlockProcessor):
        def test(self, parent, block):
            return block.startswith("mark ")

        def run(self, parent, blocks):
            blocks[0] = f"# {blocks[0].removeprefix('mark ')}"
            return False

    one = markdown.Markdown()
    one.parser.blockprocessors.register(Marking(one.parser), "marking", 95)
    assert one.convert("mark A") == "<h1>A</h1>"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_processors.OWNER, block_processors.NAME, block_processors.parse_blocks)
        assert one.convert("mark A") == "<h1>A</h1>"


class Anchors:
    """In place of the plugin for cross-references: what pages say of themselves."""

    def __init__(self):
        self.current_page, self.said = object(), []

    def register_anchor(self, _, *given, **named):
        self.said.append((given, named))


@pytest.mark.parametrize(
    "text",
    [
        "# A { #a }\n\nText with [a link](b.md).",
        "[](){ #one }\n[](){ #two }\n\n# A { #a }\n\ntext",
        "[](){ #one }\n\n- [](){ #two } b\n\n## B\n\n[text](){ #three }",
        '<a id="one"></a>\n\n# A { #a }',
    ],
)
def test_second_names_of_headings_are_found_as_before(text, monkeypatch):
    found = []
    for function in (AnchorScannerTreeProcessor.run, scan_anchors):
        plugin = Anchors()
        monkeypatch.setattr(AnchorScannerTreeProcessor, "run", function)
        reader = markdown.Markdown(extensions=["attr_list", "toc"])
        reader.treeprocessors.register(AnchorScannerTreeProcessor(plugin, reader), "scanner", 0)
        found.append((reader.convert(text), plugin.said))
    assert found[0] == found[1]
    assert bool(found[0][1]) == ("(){" in text)


@pytest.mark.parametrize(
    "text",
    [
        "<div><p>a</p><div>b</div></div>",
        '<div><div class="mkdocstrings">a<h2>b</h2></div>c<p>d</p></div>',
        '<div>x<section><p>y</p><div class="mkdocstrings">a<h2>b</h2></div></section>z</div>',
    ],
)
def test_headings_of_the_reference_are_taken_away_as_before(text):
    found = []
    for function in (_HeadingsPostProcessor.run, take_away_headings):
        root = fromstring(text)
        function(_HeadingsPostProcessor(), root)
        found.append(tostring(root))
    assert found[0] == found[1]
    assert (found[0].decode() != text) == ("mkdocstrings" in text)
