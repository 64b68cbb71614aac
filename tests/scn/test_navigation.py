"""The navigation in `mkdocs.yml`."""

import pytest

from scn.checks.navigation import check_navigation

PAGES = {"index.md", "package/index.md", "package/roles.md", "glossary.md"}
TITLES = {"package", "twins"}


def problems(text, titles=TITLES):
    return [str(one) for one in check_navigation(text, "mkdocs.yml", PAGES, titles)]


def test_pages_that_exist_below_sections_with_words_need_no_saying():
    text = """\
site_url: !ENV [SCN_SITE_URL, "https://a.example/"]
nav:
  - index.md
  - package:
      - package/index.md
      - twins: [package/roles.md]
      - https://example.eu/
  - glossary.md
plugins:
  - i18n: {nav: [nowhere.md]}
"""
    assert problems(text) == []


def test_each_mistake_is_named_at_its_place():
    text = """\
nav:
  - indx.md
  - pakage:
      - package/index.md
      - package/rules.md
  - Title of a page: glossary.md
  - package: {twins: gone.md}
"""
    assert problems(text) == [
        (
            "mkdocs.yml:2:5: nav: there is no page docs/en/indx.md."
            " Write the page or remove the line."
        ),
        (
            'mkdocs.yml:3:5: nav: the section "pakage" is not known. Did you mean "package"?'
            " Allowed: package, twins. Its title is the text `nav.pakage` in docs/_data/strings/."
        ),
        (
            "mkdocs.yml:5:9: nav: there is no page docs/en/package/rules.md."
            " Write the page or remove the line."
        ),
        (
            'mkdocs.yml:6:5: nav: the section "Title of a page" is not known.'
            " Allowed: package, twins."
            " Its title is the text `nav.Title of a page` in docs/_data/strings/."
        ),
        (
            "mkdocs.yml:7:22: nav: there is no page docs/en/gone.md."
            " Write the page or remove the line."
        ),
    ]


@pytest.mark.parametrize("text", ["", "site_name: x\n", "- a\n", "nav: [\n"])
def test_a_file_without_a_navigation_is_for_mkdocs_to_judge(text):
    assert problems(text) == []


def test_without_words_to_compare_with_any_title_of_a_section_will_do():
    text = "nav:\n  - pakage: [package/roles.md, gone.md]\n"
    assert problems(text, None) == [
        "mkdocs.yml:2:32: nav: there is no page docs/en/gone.md. Write the page or remove the line."
    ]
