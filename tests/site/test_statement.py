"""The accessibility statement of the real site in each language."""

from lxml import html


def test_it_is_no_fallback_and_says_where_the_official_model_is(pages):
    found = {
        page.language: page
        for page in pages.values()
        if page.address.endswith("about/accessibility/")
    }
    assert len(found) == 24
    assert {page.has_notice for page in found.values()} == {False}
    models = {
        language: [
            link.href for link in page.links if link.in_article and "2018/1523" in link.href
        ]
        for language, page in found.items()
    }
    assert {len(each) for each in models.values()} == {1}
    assert len({address for (address,) in models.values()}) == 24


def test_only_the_english_one_claims_to_have_the_words_of_the_model(pages):
    """The others ask for proofreading, each in its language."""
    shown = {}
    for page in pages.values():
        if page.address.endswith("about/accessibility/"):
            tree = html.parse(page.path, html.HTMLParser(encoding="utf-8"))
            (box,) = tree.xpath("//article//aside[@class='scn-box']/p")
            shown[page.language] = " ".join(box.text_content().split())
    english = shown.pop("en")
    assert english == (
        "This statement follows the model accessibility statement of Implementing Decision (EU)"
        " 2018/1523."
    )
    assert [text for text in shown.values() if len(text) < 1.5 * len(english)] == []
    assert all("2018/1523" in text for text in shown.values())
