"""Which file becomes which address in which language."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scn.addresses import absolute_address, base_path, output_path, page_address, split_language

CODES = ("en", "fr", "el")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("fr/package/roles.md", ("fr", "package/roles.md")),
        ("en/index.md", ("en", "index.md")),
        ("de/index.md", ("", "de/index.md")),
        ("assets/css/frame.css", ("", "assets/css/frame.css")),
        ("index.md", ("", "index.md")),
        ("fr", ("", "fr")),
        ("fr/", ("", "fr/")),
        ("fr.md", ("", "fr.md")),
        ("french/index.md", ("", "french/index.md")),
    ],
)
def test_a_source_file_has_a_language_when_it_is_inside_the_folder_of_one(source, expected):
    assert split_language(source, CODES) == expected


PAGES = [
    # path, language, file, address
    ("index.md", "en", "index.html", ""),
    ("index.md", "fr", "fr/index.html", "fr/"),
    ("glossary.md", "en", "glossary/index.html", "glossary/"),
    ("glossary.md", "el", "el/glossary/index.html", "el/glossary/"),
    ("package/index.md", "en", "package/index.html", "package/"),
    ("package/roles.md", "fr", "fr/package/roles/index.html", "fr/package/roles/"),
    ("404.md", "en", "404.html", "404.html"),
    ("404.md", "fr", "fr/404.html", "fr/404.html"),
]


@pytest.mark.parametrize(("path", "language", "file", "address"), PAGES)
def test_the_source_language_stands_at_the_root_and_the_others_under_their_code(
    path, language, file, address
):
    assert (output_path(path, language), page_address(path, language)) == (file, address)


@pytest.mark.parametrize(
    ("site_url", "address", "expected"),
    [
        ("https://example.eu/", "", "https://example.eu/"),
        ("https://example.eu", "fr/a/", "https://example.eu/fr/a/"),
        ("https://example.eu/kb/", "fr/a/", "https://example.eu/kb/fr/a/"),
        ("https://example.eu/kb", "fr/a/", "https://example.eu/kb/fr/a/"),
        ("https://example.eu/kb/", "", "https://example.eu/kb/"),
    ],
)
def test_an_absolute_address_is_below_the_site_also_under_a_sub_path(site_url, address, expected):
    assert absolute_address(site_url, address) == expected


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("https://example.eu/", "/"),
        ("https://example.eu", "/"),
        ("https://example.eu/kb/", "/kb/"),
        ("https://example.eu/kb", "/kb/"),
        ("https://example.eu/a/b/", "/a/b/"),
        ("", "/"),
    ],
)
def test_the_base_is_the_path_of_the_site_with_a_slash_at_both_ends(site_url, expected):
    assert base_path(site_url) == expected


names = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
paths = st.lists(names, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@given(paths, st.sampled_from(CODES), st.sampled_from(["https://a.eu/", "https://a.eu/kb/"]))
def test_the_address_of_a_page_leads_to_the_file_that_it_is_written_to(path, language, site_url):
    address = page_address(path, language)
    served = f"{address}index.html" if address.endswith("/") or not address else address
    assert served == output_path(path, language)
    assert absolute_address(site_url, address) == urljoin(site_url, address)
