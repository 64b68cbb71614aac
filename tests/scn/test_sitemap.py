"""The sitemap, read back by an XML parser."""

from xml.etree import ElementTree as ET

from scn.page_tree import page_tree_from_files
from scn.sitemap import sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "https://example.eu/kb/"
TREE = page_tree_from_files(
    ("en/index.md", "fr/index.md", "en/a/b.md", "fr/only.md"), ("el", "en", "fr")
)


def read(text):
    root = ET.fromstring(text.encode())
    assert root.tag == f"{SITEMAP}urlset"
    return {
        url.findtext(f"{SITEMAP}loc"): [
            (link.get("rel"), link.get("hreflang"), link.get("href"))
            for link in url.iter(f"{XHTML}link")
        ]
        for url in root
    }


def test_every_real_translation_with_all_its_alternates_and_nothing_else():
    home = [
        ("alternate", "en", "https://example.eu/kb/"),
        ("alternate", "fr", "https://example.eu/kb/fr/"),
        ("alternate", "x-default", "https://example.eu/kb/"),
    ]
    assert read(sitemap(("index.md", "only.md", "a/b.md"), TREE, SITE)) == {
        "https://example.eu/kb/": home,
        "https://example.eu/kb/fr/": home,
        "https://example.eu/kb/a/b/": [
            ("alternate", "en", "https://example.eu/kb/a/b/"),
            ("alternate", "x-default", "https://example.eu/kb/a/b/"),
        ],
        "https://example.eu/kb/fr/only/": [
            ("alternate", "fr", "https://example.eu/kb/fr/only/"),
            ("alternate", "x-default", "https://example.eu/kb/fr/only/"),
        ],
    }


def test_only_the_pages_that_it_is_given_in_an_order_of_its_own():
    text = sitemap(("a/b.md",), TREE, SITE)
    assert list(read(text)) == ["https://example.eu/kb/a/b/"]
    every = ("index.md", "only.md", "a/b.md")
    assert sitemap(every, TREE, SITE) == sitemap(every[::-1], TREE, SITE)


def test_letters_that_mean_something_in_xml():
    tree = page_tree_from_files(("en/q&a.md",), ("en",))
    site = "https://example.eu/<kb>/"
    assert read(sitemap(("q&a.md",), tree, site)) == {
        "https://example.eu/<kb>/q&a/": [
            ("alternate", "en", "https://example.eu/<kb>/q&a/"),
            ("alternate", "x-default", "https://example.eu/<kb>/q&a/"),
        ]
    }
