"""An English page that several languages show is converted once, and leads where it does in each.

`SCN_PLAIN=1` converts it anew in each language: the bytes are compared.
"""

import re

import pytest
from mkdocs.structure.pages import Page

LANGUAGES = ("en", "fr", "el", "de")
MORE = """\
An animal: quokka. See [the next one](next.md#part), [another part](#part), and
[a folder](part/index.md), [the home page](index.md).

![A map](map.svg){ width="10" height="10" }

## Part { #part }

Text with a note[^1].

[^1]: The note.
"""
MAP = '<svg xmlns="http://www.w3.org/2000/svg"><title>{}</title></svg>'


@pytest.fixture
def one(project):
    page = project.page
    one = project(
        {
            "en/index.md": page("Home", "Begin."),
            "en/more.md": page("More", MORE),
            "en/next.md": page(
                "Next", "Text.\n\n## Part { #part }\n\nText: [the animals](more.md)."
            ),
            "en/part/index.md": page(
                "Part", "Text: [the animals](../more.md#part), ![A map](../map.svg)."
            ),
            "fr/next.md": page("Suite", "Texte.\n\n## Partie { #part }\n\nTexte."),
            "de/part/index.md": page("Teil", "Text: [Tiere](../more.md#part)."),
        },
        languages=LANGUAGES,
    )
    one.write("docs/en/map.svg", MAP.format("English"))
    return one


@pytest.fixture
def converted(monkeypatch):
    """Source and address of the pages whose Markdown has become HTML."""
    pages = []
    render = Page.render

    def noting(self, config, files):
        pages.append((self.file.src_uri, self.url))
        return render(self, config, files)

    monkeypatch.setattr(Page, "render", noting)
    return pages


def both(one):
    """What a build that shares pages makes, and what one that does not."""
    shared = one.build(site="shared", SCN_WORKERS="1")
    plain = one.build(site="plain", SCN_PLAIN="1")
    return shared, plain


def addresses(converted):
    return [address for source, address in converted if source == "en/more.md"]


def links(built, name):
    (text,) = re.findall(r"An animal:.*?</figure>|An animal:.*?<h2", built.text(name), re.DOTALL)
    found = re.findall(r'(?:href|src)="([^"]*(?:next|map|part)[^"]*)"', text)
    return list(dict.fromkeys(found))


def test_the_bytes_are_those_of_pages_that_are_made_in_each_language(one):
    shared, plain = both(one)
    assert (shared.status, shared.log) == (plain.status, plain.log) == (0, "")
    assert shared.files() == plain.files()
    for code in ("fr", "el", "de"):
        found = links(shared, f"{code}/more/index.html")
        assert found == ["../next/#part", "#part", "../part/", "../../map.svg"], code


def test_a_page_is_converted_once_for_all_languages_that_show_it_in_english(one, converted):
    one.build(SCN_WORKERS="1")
    assert addresses(converted) == ["more/", "fr/more/"], "in English, and for three others"
    converted.clear()
    one.build(SCN_WORKERS="1", SCN_PLAIN="1")
    assert addresses(converted) == ["more/", "fr/more/", "el/more/", "de/more/"]


def test_after_an_edit_too(one, converted, project):
    one.build(SCN_WORKERS="1")
    one.write("docs/en/more.md", project.page("More", MORE.replace("quokka", "bilby")))
    converted.clear()
    one.build(SCN_WORKERS="1", site="site")
    assert addresses(converted) == ["more/", "fr/more/"]
    assert one.build(site="site").files() == one.build(site="plain", SCN_PLAIN="1").files()


def test_a_picture_that_a_language_has_of_its_own(one, converted):
    """The page of that language leads elsewhere: it is made anew."""
    one.write("docs/fr/map.svg", MAP.format("Français"))
    shared, plain = both(one)
    assert (shared.status, shared.log) == (0, "")
    assert shared.files() == plain.files()
    assert "Français" in shared.text("fr/map.svg")
    assert addresses(converted)[:4] == ["more/", "fr/more/", "el/more/", "more/"]


def test_a_mistake_is_said_however_often_the_page_is_shown(one, project):
    one.write("docs/en/more.md", project.page("More", "[To nowhere](nowhere.md), quokka."))
    shared, plain = both(one)
    assert shared.status == plain.status == 1
    assert shared.log == plain.log
    assert "nowhere.md" in shared.log


def test_an_anchor_that_a_translation_lacks_is_missed_in_that_language_only(one, project):
    one.write("docs/fr/next.md", project.page("Suite", "Texte sans partie."))
    shared, plain = both(one)
    assert (shared.status, shared.log) == (plain.status, plain.log)
    assert "#part" in shared.log
    assert len([line for line in shared.log.split("\n") if "#part" in line]) == 1
