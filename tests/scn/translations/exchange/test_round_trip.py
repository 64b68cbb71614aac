"""What goes out and comes back: the real pages, all of them, in both formats."""

from dataclasses import replace

import pytest

from scn.translations.checks.blocks import blocks_of
from scn.translations.checks.headings import check_headings_of_translation
from scn.translations.checks.links import check_links
from scn.translations.checks.pairs import pairs_of
from scn.translations.checks.structure import check_structure
from scn.translations.exchange.building import Statement, build_page
from scn.translations.exchange.codes import pieces_of, text_of
from scn.translations.exchange.exporting import export_text, exported_page
from scn.translations.exchange.importing import import_file, read_exchange

FORMATS = ["po", "xliff"]


def read(real_catalogue, format_, language):
    """The pages that there are, and one that is not; all of them where there is none."""
    start = f"{language}/"
    there = [file.removeprefix(start) for file in real_catalogue.texts if file.startswith(start)]
    given = [*there, "glossary.md"] if there else []
    text, pages = export_text(real_catalogue, language, given, format_)
    assert len(pages) == len(given or real_catalogue.translations.today) > 2
    return read_exchange(text.encode(), f"{language}.{format_}")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["bg", "de", "el", "fr"])
def test_an_unchanged_file_changes_nothing(real_catalogue, format_, language):
    file = read(real_catalogue, format_, language)
    result = import_file(real_catalogue, file, "f", Statement(), kept=lambda id_: None)
    there = [path for path in real_catalogue.texts if path.startswith(f"{language}/")]
    said = [page.said for page in result.pages]
    assert result.snapshots == ()
    assert [page.text for page in result.pages] == [None] * len(said)
    assert said.count("nothing has changed") == len(there) >= 2
    assert said.count("nothing is translated yet") == len(said) - len(there)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["bg", "de", "el", "fr"])
def test_the_units_alone_make_the_same_bytes(real_catalogue, format_, language):
    """As if nothing were there yet: every byte comes from the file and the English page."""
    count = 0
    for page in read(real_catalogue, format_, language).pages:
        file = f"{language}/{page.path}"
        if file not in real_catalogue.texts:
            continue
        present = exported_page(real_catalogue, language, page.path)
        nothing = replace(
            present, units=tuple(replace(one, target="", is_done=False) for one in present.units)
        )
        head = real_catalogue.heads[file]
        english = real_catalogue.texts[f"en/{page.path}"]
        built = build_page(
            page, "f", nothing, english, head=head, text=None,
            statement=Statement(origin=head.translation.state, by=head.translation.by),
        )  # fmt: skip
        assert built.text == real_catalogue.texts[file]
        count += 1
    assert count >= 2


def marked(text):
    """Other words, the same codes."""
    return text_of([
        piece.replace("a", "å").replace("E", "É") if isinstance(piece, str) else piece
        for piece in pieces_of(text)
    ])  # fmt: skip


@pytest.mark.parametrize("format_", FORMATS)
def test_every_page_can_be_translated_so_and_passes_the_checks(real_catalogue, format_):
    file = read(real_catalogue, format_, "mt")
    filled = replace(
        file,
        pages=tuple(
            replace(
                page,
                units=tuple(
                    replace(unit, target=marked(unit.source), is_confirmed=True)
                    for unit in page.units
                ),
            )
            for page in file.pages
        ),
    )
    statement = Statement(origin="machine", by=("mt-member-association",))
    result = import_file(real_catalogue, filled, "f", statement, kept=lambda id_: None)
    assert len(result.pages) == len(real_catalogue.translations.today)
    for page in result.pages:
        english = real_catalogue.texts[f"en/{page.file.removeprefix('docs/mt/')}"]
        theirs, ours = blocks_of(english), blocks_of(page.text)
        assert "pending" not in page.text.split("---")[1]
        assert [
            *check_headings_of_translation(theirs, ours, page.file),
            *check_structure(theirs, ours, page.file),
            *check_links(pairs_of(theirs, ours), page.file, language="mt"),
        ] == []
        assert page.text.count("å") > 3
