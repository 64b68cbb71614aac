"""Diagrams and meanings of terms in the HTML of a page."""

import html5lib
import markdown
import pytest

from scn.glossary import Glossary, Term
from scn.page_html import with_diagrams, with_meanings, with_words_of_notes

GLOSSARY = Glossary(
    terms=(
        Term(id="api", term="API", meaning="A way to <ask> & to answer.", source="x"),
        Term(id="data-space", term="Data space", meaning='Where data is "shared".', source="x"),
    ),
    labels=(),
)


def explained(href, words, tip, meaning):
    return (
        f'<span class="scn-term"><a href="{href}" aria-describedby="term-{tip}">{words}</a>'
        f'<span class="scn-term__tip" role="tooltip" id="term-{tip}">{meaning}</span></span>'
    )


API = "A way to &lt;ask&gt; &amp; to answer."


@pytest.mark.parametrize(
    "href",
    ["../../glossary/#api", "glossary/#api", "../glossary.html#api", "./glossary.md#api"],
)
def test_a_link_to_a_term_has_its_meaning(href):
    found = with_meanings(f'<p>An <a href="{href}">API</a>.</p>', GLOSSARY)
    assert found == f"<p>An {explained(href, 'API', 'api', API)}.</p>"


def test_a_text_in_another_language_says_that_the_meaning_is_in_english():
    found = with_meanings('<p>Une <a href="../glossary/#api">API</a>.</p>', GLOSSARY, "fr")
    expected = explained("../glossary/#api", "API", "api", API)
    expected = expected.replace('id="term-api">', 'id="term-api" lang="en">')
    assert found == f"<p>Une {expected}.</p>"


def test_a_note_leads_back_in_the_words_of_the_page():
    def words(key, **placeholders):
        return f'{key} "{placeholders["number"]}"'

    html = markdown.markdown("A[^x] B[^1]\n\n[^x]: y\n[^1]: Jump back.", extensions=["footnotes"])
    page = html5lib.parseFragment(with_words_of_notes(html, words), namespaceHTMLElements=False)
    links = page.findall(".//a[@class='footnote-backref']")
    assert [link.get("title") for link in links] == ['notes.back "1"', 'notes.back "2"']


def test_the_first_link_to_each_term_is_enough():
    def link(id_, words):
        return f'<a href="../glossary/#{id_}">{words}</a>'

    text = f"<p>{link('api', 'A')} {link('data-space', '<em>D</em>')} {link('api', 'B')}</p>"
    first = explained("../glossary/#api", "A", "api", API)
    second = explained(
        "../glossary/#data-space", "<em>D</em>", "data-space", "Where data is &quot;shared&quot;."
    )
    assert with_meanings(text, GLOSSARY) == f"<p>{first} {second} {link('api', 'B')}</p>"


@pytest.mark.parametrize(
    "text",
    [
        '<a href="../glossary/#unknown">x</a>',
        '<a href="../glossary/">x</a>',
        '<a href="../other/#api">x</a>',
        '<a href="https://example.eu/glossary/#api">x</a>',
        '<a href="../my-glossary/#api">x</a>',
        "<code>glossary/#api</code>",
    ],
)
def test_other_links_stay_as_they_are(text):
    assert with_meanings(f"<p>{text}</p>", GLOSSARY) == f"<p>{text}</p>"


def test_what_a_link_has_beside_its_address_stays():
    text = '<p><a class="x" href="glossary/#api" lang="en">API</a></p>'
    root = html5lib.parseFragment(with_meanings(text, GLOSSARY), namespaceHTMLElements=False)
    assert root.find("p/span/a").attrib == {
        "class": "x",
        "href": "glossary/#api",
        "lang": "en",
        "aria-describedby": "term-api",
    }


def draw(name, alt):
    return f"[{name}|{alt}]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '<p><img alt="The &quot;network&quot; &amp; all" src="diagram:network" /></p>',
            '<div class="scn-diagram">[network|The "network" & all]</div>',
        ),
        (
            '<p>\n<img src="diagram:a" alt="A" class="x">\n</p>',
            '<div class="scn-diagram">[a|A]</div>',
        ),
        ('<p><img src="diagram:a" /></p>', '<div class="scn-diagram">[a|]</div>'),
        (
            '<p>Text <img alt="A" src="diagram:a" /> and text.</p>',
            "<p>Text [a|A] and text.</p>",
        ),
        (
            '<p><img alt="A" src="diagram:a" /> text</p>',
            "<p>[a|A] text</p>",
        ),
        (
            '<p><img alt="A" src="diagram:a" /></p>\n<p><img alt="B" src="diagram:b" /></p>',
            '<div class="scn-diagram">[a|A]</div>\n<div class="scn-diagram">[b|B]</div>',
        ),
        ('<p><img alt="A" src="a.png" /></p>', '<p><img alt="A" src="a.png" /></p>'),
        ("<p><code>diagram:a</code></p>", "<p><code>diagram:a</code></p>"),
    ],
)
def test_an_image_of_a_diagram_is_drawn(text, expected):
    assert with_diagrams(text, draw) == expected
