"""Inline patterns that cannot match are not tried, and nothing else changes."""

import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.util import AtomicString
from mkdocs.config import load_config

from engine import inline_patterns
from engine.inline_patterns import needed_characters
from scn.front_matter import split_front_matter
from scn.markdown_html import KnowledgeBaseExtension

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "en").rglob("*.md"))


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("a", "a"),
        ("ab", "a"),
        ("[ab]", "ab"),
        ("[ab]c", "c"),
        ("a|b", "ab"),
        ("ab|bc", "ab"),
        ("a|[^b]", None),
        ("a|", None),
        ("[^a]", None),
        ("[a-c]", None),
        (r"\d", None),
        (r"\d!", "!"),
        (".", None),
        ("", None),
        ("a?", None),
        ("a*", None),
        ("a*b", "b"),
        ("a+", "a"),
        ("a{2,3}", "a"),
        ("a{0,3}b?", None),
        ("(?:ab)+?", "a"),
        ("(a)(b|c)", "a"),
        ("(?P<x>[ab])(?P=x)", "ab"),
        ("(?<!a)b", "b"),
        ("(?=a)b", "b"),
        ("(?!a)", None),
        (r"\bа", "а"),
        ("^$", None),
        ("(?>ab)", "a"),
        ("a++", "a"),
        ("(?i:a)b", "b"),
        ("(?i:a)", None),
        ("(?i)a", None),
        ("(?s).!", "!"),
        ("(?x) a # b", "a"),
        (r"(\*)((?:(?!\1).)+)\1", "*"),
        (r"\[", "["),
    ],
)
def test_of_an_expression_is_read_what_every_match_has(expression, needed):
    found = needed_characters(re.compile(expression))
    assert found == (needed if needed is None else frozenset(needed))


def test_flags_that_are_given_apart_count_too():
    assert needed_characters(re.compile("a", re.IGNORECASE)) is None
    assert needed_characters(re.compile("a b", re.VERBOSE)) == frozenset("a")
    assert needed_characters(re.compile("a.b", re.DOTALL)) == frozenset("a")


PIECES = st.lists(
    st.sampled_from(
        [
            *"abAB1é*_`~^=+!<>\\&:#-|()[]{}\"' \n",
            "  \n", "\n\n", "**", "__", "~~", "^^", "``", "![", "](", "][", "[^1]", "\n\n[^1]: ",
            "\n\n*[A]: b\n\n", "\n\n[a]: b.md\n\n", "++ctrl+c++", "`#!python a`", "<b>", "</b>",
            "<!--", "-->", "&amp;", "https://a.eu", "<a@b.eu>", "<https://a.eu>", "{ #id }",
            "{: .c }", "\n- [ ] ", "\n| a | b |\n|---|---|\n| c | ", "\n=== \"a\"\n\n    ",
            "\n!!! note\n\n    ", "\n\n# ", "\n\n> ", "\n\n    ", "\n```\n",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES, st.text(max_size=20))
def test_a_text_without_what_is_needed_is_matched_by_no_pattern(pieces, text):
    for pattern in real_markdown().inlinePatterns:
        expression = pattern.getCompiledRegExp()
        needed = needed_characters(expression)
        for one in (pieces, text) if needed else ():
            without = "".join(each for each in one if each not in needed)
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
        patch.setattr(inline_patterns.OWNER, inline_patterns.NAME, inline_patterns.handle_inline)
        return html(text)


def test_the_function_that_is_replaced_is_there():
    """With another version of Python-Markdown, look at its loop again."""
    assert callable(getattr(inline_patterns.OWNER, inline_patterns.NAME))


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
    needed = [needed_characters(p.getCompiledRegExp()) for p in real_markdown().inlinePatterns]
    plain = set("A sentence with words, and nothing else.")
    tried = [one for one in needed if one is None or not plain.isdisjoint(one)]
    assert len(needed) > 15
    assert len(tried) < 5
