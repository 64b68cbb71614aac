"""What the settings say about the order of pages, and the menu that shows it."""

from dataclasses import replace

import pytest

from scn.frame import frame_of_page
from scn.languages import Language, Languages
from scn.page_tree import page_tree_from_files
from scn.site_navigation import Menu, NavPage, NavSection, sections_of_pages


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (None, {}),
        ([], {}),
        (["index.md"], {"index.md": ""}),
        (
            ["index.md", {"b": ["b/2.md", "b/1.md"]}, {"a": "a.md"}],
            {"index.md": "", "b/2.md": "b", "b/1.md": "b", "a.md": "a"},
        ),
        ([{"a": [{"Title": "a/1.md"}, {"deep": ["a/2.md"]}]}], {"a/1.md": "a", "a/2.md": "a"}),
    ],
)
def test_each_page_has_the_key_of_its_section_in_the_order_of_the_navigation(nav, expected):
    assert list(sections_of_pages(nav).items()) == list(expected.items())


# The menu


def page_of(address):
    return NavPage(title=address, address=address, language="fr")


LDT = ("fr/ldt/", "fr/ldt/a/", "fr/ldt/b/", "fr/ldt/b/c/")
EDIC = ("fr/edic/", "fr/edic/a/", "fr/other/")
PLACES = (
    *LDT,
    *EDIC,
    *("", "fr/", "fr/search/", "fr/ldt/z/", "fr/ldt/b/z/", "fr/edic/a/z/", "el/ldt/", "fr/l/"),
    *("404.html", "fr/404.html"),
)


def frame(address):
    path = "404.md" if address.endswith("404.html") else "page.md"
    language = Language(code="fr", name="français", english_name="French")
    one = frame_of_page(
        path,
        language,
        "fr",
        languages=Languages((language,)),
        tree=page_tree_from_files([], ("fr",)),
        site_url="https://a.eu/kb/",
    )
    return replace(one, address=address)


def test_the_menu_has_the_links_that_each_page_would_make():
    asked = []

    def show(section, of):
        asked.append((section.key, of.address))
        return "".join(
            f"{to} {page.address == of.address} " for page, to in of.linked(section.pages)
        )

    menu = Menu()
    sections = [
        NavSection(key=key, pages=tuple(map(page_of, pages)))
        for key, pages in (("ldt", LDT), ("edic", EDIC))
    ]
    for address in (*PLACES, *PLACES[::-1]):
        for section in sections:
            found = menu.links(section, frame(address), show)
            assert found == show(section, frame(address)), address
    shown = [one for one in asked if one == ("edic", "fr/ldt/a/")]
    assert len(shown) < 4  # twice for the comparison, and not for each page anew
    assert asked.count(("edic", "fr/ldt/z/")) == 2
