"""The description of a session: what of Markdown it may use, and that nothing else gets through."""

import time

import html5lib
import pytest

from scn.description_html import html_from_description

ALLOWED = {"p": (), "ul": (), "ol": (), "li": (), "em": (), "strong": (), "a": ("href",)}


def test_paragraphs_lists_emphasis_and_links():
    text = (
        "You *leave* with __one__ use case\n& a list.\n\n- a\n- [b](https://example.eu/?x=1&y=2)\n\n"
        "1. one\n2. snake_case_name\n"
    )
    assert html_from_description(text) == (
        "<p>You <em>leave</em> with <strong>one</strong> use case\n&amp; a list.</p>\n"
        '<ul>\n<li>a</li>\n<li><a href="https://example.eu/?x=1&amp;y=2">b</a></li>\n</ul>\n'
        "<ol>\n<li>one</li>\n<li>snake_case_name</li>\n</ol>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a </script><img src=x onerror=alert(1)> b",
        "<!-- a comment -->",
        "<div markdown=1>*a*</div>",
        "&#60;script&#62;",
        "# A heading\n\n> a quote\n\n---",
        "    code\n\n`code`",
        "![picture](https://example.eu/x.png)",
        "<https://example.eu>",
        '{{ 7 * 7 }} {% include "x" %}',
        '--8<-- "/etc/passwd"',
        ":material-home: [[toc]] [TOC]",
        "{ .class #id onclick=x }",
        "a\x02wzxhzdk:0\x03 b",
    ],
)
def test_everything_else_is_text(text):
    html = html_from_description(text)
    page = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert {each.tag for each in page.iter()} - {"DOCUMENT_FRAGMENT"} <= {"p", "em"}
    visible = "".join("".join(page.itertext()).split())
    for word in ("alert", "picture", "script", "include", "passwd", "heading", "code"):
        assert visible.count(word) == text.count(word)
    assert "49" not in visible


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "http://example.eu/",
        "//example.eu/",
        "../../x",
        "https://user:pass@example.eu/",
        "https://example.eu/&#x22;onclick=alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_a_link_that_is_not_safe_is_its_words(address):
    assert "<a" not in html_from_description(f"[read]({address})")
    assert "read" in html_from_description(f"[read]({address})")
    assert "<a" not in html_from_description(f"[read]({address} 'a title')")


def test_a_link_has_nothing_but_its_address():
    text = "[read](https://example.eu/ \"' onclick='alert(1)\")"
    assert html_from_description(text) == '<p><a href="https://example.eu/">read</a></p>'


@pytest.mark.parametrize(
    "text",
    ["*" * 5000, "[" * 5000, "[a](" * 1250, "<" * 5000, "- " * 2500, "1. " * 1600, "_a" * 2500],
    ids=lambda text: text[:4],
)
def test_long_texts_end_soon_and_hold_only_what_is_allowed(text):
    begin = time.process_time()
    page = html5lib.parseFragment(html_from_description(text), namespaceHTMLElements=False)
    assert time.process_time() - begin < 5
    for each in page.iter():
        if each.tag != "DOCUMENT_FRAGMENT":
            assert set(each.attrib) <= set(ALLOWED[each.tag])
