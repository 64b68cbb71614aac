"""HTML, links, pictures and tables of a page, with the place of each problem."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from scn.checks.allowed_html import BY_HAND
from scn.checks.link_words import load_link_words
from scn.checks.marked_html import EXTENSIONS, SETTINGS, html_of_markdown
from scn.checks.markup import check_markup
from scn.language_list import load_languages
from scn.problems import ContentError, format_problems

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).with_name("markup")
WORDS_FILE = "docs/_data/link_words.yml"
CODES = tuple(load_languages((ROOT / "docs/_data/languages.yml").read_text("utf-8"), "x").codes)
WORDS = load_link_words((ROOT / WORDS_FILE).read_text("utf-8"), WORDS_FILE, languages=CODES)


def said(text, language="en"):
    return format_problems(check_markup(text, "page.md", WORDS[language])) + "\n"


@pytest.mark.parametrize("name", ["hostile", "wrong", "good"])
def test_a_page_and_all_that_is_said_about_it(name):
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    expected = FOLDER / f"{name}.txt"
    assert said(text) == expected.read_text("utf-8")
    assert said(text.replace("\n", "\r\n")) == expected.read_text("utf-8")


def test_the_extensions_are_those_of_the_site():
    """A page that is made in another way could hide what it contains."""

    config = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    listed = config["markdown_extensions"]
    assert [one if isinstance(one, str) else next(iter(one)) for one in listed] == list(EXTENSIONS)
    assert {k: v for one in listed if isinstance(one, dict) for k, v in one.items()} == SETTINGS


# Links


def test_every_language_has_words_that_say_nothing():
    assert set(WORDS) == set(CODES)
    assert all(len(words) >= 10 for words in WORDS.values())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("bg", "Тук"),
        ("el", "ΕΔΏ"),
        ("de", "Hier klicken"),
        ("fr", "« Ici »"),
        ("mt", "*Aqra aktar*"),
    ],
)
def test_words_of_each_language_are_refused_in_it_alone(language, words):
    text = f"# A {{ #a }}\n\nText: [{words}](a.md).\n"
    assert said(text, language) == (
        f'page.md:3:8: The words "{words}" do not say where the link leads.'
        " Write what one finds there.\n"
    )
    assert said(text, "en") == "\n"


def test_a_list_of_words_that_cannot_be_read():
    with pytest.raises(ContentError) as caught:
        load_link_words("languages:\n  xx: [a]\n  en: b\n", WORDS_FILE, languages=["bg", "en"])
    assert [str(one).split(": ")[:2] for one in caught.value.problems] == [
        [f"{WORDS_FILE}:2:3", "languages.xx"],
        [f"{WORDS_FILE}:3:7", "languages.en"],
    ]


# What no example has thought of

FRAGMENTS = [
    *("<script>", "</script>", "<b>", "</b>", "<svg/onload=a>", "<img src=x onerror=a>", "<!--"),
    *("-->", "<!-->", "<![CDATA[", "]]>", "<?a", "?>", "<a href='javascript:a'>", "</a>", "<div "),
    *("<div markdown>", "</div>", "<span lang='fr'>", "</span>", "onclick=a", 'title="', "title='"),
    *(">", "<", '"', "'", "/", "`", "``", "```", "~~~", "\\", "&#60;", "&lt;", "&#106;", "\t"),
    *("[x](javascript:a)", "[x]", "[x]: javascript:a", "(", ")", "![", "](", "<javascript:a>"),
    *("{: onclick=a }", "{ style=a }", "{ #a }", "{", "}", "*", "**x**", "_", "# h", "- ", "1. "),
    *("/// caption\n", "    attrs:\n", "      onclick: a\n", "    attrs: {style: a}\n", "///\n"),
    *("\n", "\n\n", "    ", "        ", "> ", "!!! note", "??? note", '=== "a"', "| a | b |"),
    *("|---|---|", "[^1]", "[^1]: ", "*[a]: ", "a", "x\n", "==", "++", "~~", "^", "https://a.eu"),
]
_ELEMENTS = """
a abbr blockquote body br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 head
hr html img input ins kbd label li ol p pre span strong sub summary sup table tbody td th thead tr
ul
"""
ELEMENTS = {*BY_HAND, *_ELEMENTS.split()}
_ATTRIBUTES = """
alt checked class data-tabs dir for height href hreflang id lang markdown name open src start title
translate type width
"""
ATTRIBUTES = set(_ATTRIBUTES.split())


def dangers(html):
    """What a browser's parser would make of it that no page may have."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag not in ELEMENTS:
            yield element.tag
        for name, value in element.attrib.items():
            if name not in ATTRIBUTES and not (name == "style" and value.startswith("text-align")):
                yield f"{element.tag} {name}"
            if name in ("href", "src") and value.strip().lower().startswith(("java", "data")):
                yield value


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_what_is_not_reported_is_harmless_in_a_browser(text):
    if not list(check_markup(text, "page.md", ())):
        assert list(dangers(html_of_markdown(text))) == []


def test_the_test_above_sees_dangers():
    text = (FOLDER / "hostile.md").read_text("utf-8")
    found = set(dangers(html_of_markdown(text)))
    assert {"script", "iframe", "meta", "div onclick", "javascript:alert(1)"} <= found
