"""What readers download opens in other programs: read back with python-docx and openpyxl."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from openpyxl.cell.cell import MergedCell

from scn.downloads import (
    TextDocument,
    UnsupportedTextError,
    docx_from_text,
    review_table_xlsx,
    texts_from_markdown,
)
from scn.downloads.blocks import (
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
)
from scn.downloads.docx_styles import LOCALES
from scn.languages import Language

HERE = Path(__file__).parent / "downloads"
ROOT = Path(__file__).parents[2]
PAGE = (HERE / "every-part.md").read_text(encoding="utf-8")


def words_(text, **style):
    return (Run(text=text, **style),)


def item(text, *more, ticked=None):
    return Item(blocks=(Paragraph(runs=words_(text)), *more), ticked=ticked)


def word_file(markdown=PAGE, number=0, **other):
    document = texts_from_markdown(markdown)[number]
    wanted = {"language": "el", "title": document.title, "footer": "From here. CC BY 4.0", **other}
    return docx_from_text(document, **wanted)


def opened(content):
    return docx.Document(BytesIO(content))


def parts_of(content):
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_a_page_is_cut_into_its_texts():
    every_part, last = texts_from_markdown(PAGE)

    assert last == TextDocument(
        id="last", title="The last one", blocks=(Paragraph(runs=words_("Short.")),)
    )
    assert every_part == TextDocument(
        id="every-part",
        title="All that a text can hold",
        blocks=(
            Heading(level=3, runs=words_("First heading")),
            Paragraph(
                runs=(
                    Run(text="One sentence a line. The next one, with "),
                    Run(text="bold", bold=True),
                    Run(text=", "),
                    Run(text="italic", italic=True),
                    Run(text=", "),
                    Run(text="both", bold=True, italic=True),
                    Run(text=", an "),
                    Run(text="address", href="https://example.org/?a=1&b=2"),
                    Run(text=", a "),
                    Run(text="page", href="../index.md"),
                    Run(text=" and [a place to fill in]."),
                )
            ),
            Listing(
                ordered=True,
                items=(
                    item("First"),
                    item(
                        "Second",
                        Listing(items=(item("nested", Listing(items=(item("deeper"),))),)),
                        Paragraph(runs=words_("More on the second.")),
                    ),
                    item("Third"),
                ),
            ),
            Heading(level=4, runs=words_("Deeper heading")),
            Listing(ordered=True, items=(item("Begins at one again"),)),
            Paragraph(runs=words_("Bring these:")),
            Listing(
                items=(
                    Item(
                        blocks=(
                            Paragraph(
                                runs=(
                                    Run(text="the "),
                                    Run(text="keys", bold=True),
                                    Run(text=" & cards"),
                                )
                            ),
                        ),
                        ticked=False,
                    ),
                    item("the list", Listing(items=(item("its copy", ticked=False),)), ticked=True),
                )
            ),
            Quote(blocks=(Paragraph(runs=words_("Somebody else's words.")),)),
            Quote(
                blocks=(
                    Paragraph(runs=words_("Careful", bold=True)),
                    Paragraph(runs=words_("Words in a box.")),
                )
            ),
            Table(
                head=(words_("What"), words_("How many")),
                rows=((words_("=1+1"), words_("two <2>")), (words_("[date]"), words_("−3"))),
            ),
        ),
    )


def test_line_ends_and_front_matter_make_no_difference():
    with_head = f"---\ntitle: Texts\n---\n\n{PAGE}"

    assert texts_from_markdown(with_head.replace("\n", "\r\n")) == texts_from_markdown(PAGE)


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (
            "    code",
            (
                "x: <pre> cannot become part of a Word file. Write headings, paragraphs, lists,"
                " checklists, tables, bold, italic and links."
            ),
        ),
        (
            "Words and `code`.",
            "x: <code> cannot stand inside a line of a Word file. Write bold, italic or a link.",
        ),
        (
            "![A picture](x.png)",
            "x: <img> cannot stand inside a line of a Word file. Write bold, italic or a link.",
        ),
        (
            "Words<br>more",
            (
                "the page of texts holds HTML that is not well formed (mismatched tag: line 3,"
                " column 18). Write Markdown only."
            ),
        ),
    ],
)
def test_what_word_files_cannot_hold_is_named(part, message):
    with pytest.raises(UnsupportedTextError) as caught:
        texts_from_markdown(f"## X {{ #x }}\n\n[File](texts/x.docx)\n\n{part}\n")

    assert str(caught.value) == message


def test_word_reads_headings_lists_and_paragraphs_as_what_they_are():
    read = opened(word_file())

    assert [(p.style.name, p.text) for p in read.paragraphs] == [
        ("Title", "All that a text can hold"),
        ("Heading 1", "First heading"),
        (
            "Normal",
            (
                "One sentence a line. The next one, with bold, italic, both, an address, a page"
                " and [a place to fill in]."
            ),
        ),
        ("List Number", "First"),
        ("List Number", "Second"),
        ("List Bullet", "nested"),
        ("List Bullet", "deeper"),
        ("List Continue", "More on the second."),
        ("List Number", "Third"),
        ("Heading 2", "Deeper heading"),
        ("List Number", "Begins at one again"),
        ("Normal", "Bring these:"),
        ("Checklist", "\tthe keys & cards"),
        ("Checklist", "\tthe list"),
        ("Checklist", "\tits copy"),
        ("Quote", "Somebody else's words."),
        ("Quote", "Careful"),
        ("Quote", "Words in a box."),
        ("Normal", ""),
    ]


def test_each_numbered_list_begins_at_one():
    read = opened(word_file())
    numbered = [p for p in read.paragraphs if p.style.name == "List Number"]
    used = [p._p.pPr.numPr.numId.val for p in numbered]
    starts = read.part.numbering_part.element.findall(
        f"{qn('w:num')}/{qn('w:lvlOverride')}/{qn('w:startOverride')}"
    )

    assert used == [2, 2, 2, 3]
    assert {start.get(qn("w:val")) for start in starts} == {"1"}


def test_nested_lists_are_levels_of_numbering():
    read = opened(word_file())

    assert [
        (p.text, p._p.pPr.numPr.ilvl.val)
        for p in read.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ] == [
        ("First", 0),
        ("Second", 0),
        ("nested", 1),
        ("deeper", 2),
        ("Third", 0),
        ("Begins at one again", 0),
    ]


def test_runs_keep_their_style_and_places_to_fill_in_are_marked():
    paragraph = opened(word_file()).paragraphs[2]

    assert [(run.text, run.bold, run.italic, run.style.name) for run in paragraph.runs] == [
        ("One sentence a line. The next one, with ", None, None, "Default Paragraph Font"),
        ("bold", True, None, "Default Paragraph Font"),
        (", ", None, None, "Default Paragraph Font"),
        ("italic", None, True, "Default Paragraph Font"),
        (", ", None, None, "Default Paragraph Font"),
        ("both", True, True, "Default Paragraph Font"),
        (", an ", None, None, "Default Paragraph Font"),
        (", a ", None, None, "Default Paragraph Font"),
        ("page", None, None, "Default Paragraph Font"),
        (" and ", None, None, "Default Paragraph Font"),
        ("[a place to fill in]", None, None, "Placeholder"),
        (".", None, None, "Default Paragraph Font"),
    ]


def test_links_lead_out_of_the_file_or_are_words():
    def links(content):
        return [(x.text, x.address) for p in opened(content).paragraphs for x in p.hyperlinks]

    assert links(word_file()) == [("address", "https://example.org/?a=1&b=2")]
    assert links(word_file(resolve=lambda href: f"https://kb.example.org/{href[-8:]}")) == [
        ("address", "https://kb.example.org/?a=1&b=2"),
        ("page", "https://kb.example.org/index.md"),
    ]


def test_a_checklist_has_boxes_that_a_screen_reader_can_name():
    root = ElementTree.fromstring(parts_of(word_file())["word/document.xml"])
    word14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

    assert [
        (
            box.find(f".//{qn('w:alias')}").get(qn("w:val")),
            box.find(f".//{word14}checked").get(f"{word14}val"),
            "".join(box.itertext()),
        )
        for box in root.iter(qn("w:sdt"))
    ] == [("the keys & cards", "0", "☐"), ("the list", "1", "☒"), ("its copy", "0", "☐")]


def test_a_table_has_a_header_row_that_repeats():
    (table,) = opened(word_file()).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["What", "How many"],
        ["=1+1", "two <2>"],
        ["[date]", "−3"],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
        True,
        False,
        False,
    ]
    assert table.style.name == "Table Grid"


@pytest.mark.parametrize(("language", "locale"), [("el", "el-GR"), ("mt", "mt-MT"), ("uk", "uk")])
def test_the_file_says_its_language_title_and_publisher_and_no_time(language, locale):
    read = opened(word_file(language=language, publisher="Publisher & Co"))
    default = read.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")

    assert default.get(qn("w:val")) == locale
    assert read.core_properties.language == locale
    assert read.core_properties.title == "All that a text can hold"
    assert read.core_properties.author == "Publisher & Co"
    assert read.core_properties.created is None
    assert read.core_properties.modified is None
    assert read.core_properties.last_modified_by == ""


def test_word_knows_all_languages_of_the_site():
    assert len(LOCALES) == 24
    assert all(locale.startswith(f"{code}-") for code, locale in LOCALES.items())


def test_the_footer_says_where_the_text_comes_from_and_the_page():
    (section,) = opened(word_file()).sections
    (paragraph,) = section.footer.paragraphs

    assert paragraph.text.startswith("From here. CC BY 4.0\t")
    assert paragraph._p.find(qn("w:fldSimple")).get(qn("w:instr")) == " PAGE "
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)


def test_the_document_is_the_one_that_was_looked_at_in_an_office_program():
    """After a wanted change: open the file in an office program, then write the golden file."""
    golden = (HERE / "every-part.xml").read_text(encoding="utf-8")

    assert parts_of(word_file())["word/document.xml"].replace("<w:p>", "\n<w:p>") == golden


def test_words_with_line_breaks_and_control_characters_stay_readable():
    page = "## X { #x }\n\n[File](texts/x.docx)\n\nOne  \nTwo\x01 and **three**\n"
    _, paragraph = opened(word_file(page, footer="\x00")).paragraphs

    assert paragraph.text == "One\nTwo and three"


def test_the_ready_made_texts_of_the_site_become_files():
    page = (ROOT / "docs/en/package/texts.md").read_text(encoding="utf-8")
    documents = texts_from_markdown(page)

    assert len(documents) == page.count(".docx)")
    for number, document in enumerate(documents):
        read = opened(word_file(page, number))
        assert read.paragraphs[0].text == document.title
        assert len(read.paragraphs) > 5


LANGUAGES = (
    Language(code="bg", name="български", english_name="Bulgarian"),
    Language(code="mt", name="Malti", english_name="Maltese"),
    Language(code="xx", name="L'*long* [name] of a/language: that\\is long?", english_name="X"),
)


def review_words(language):
    texts = {"title": "=HYPERLINK(1)", "note": "+1 " + "word " * 60, "text": "-text"}
    texts |= {"present": "@present", "proposal": f"proposal in {language}", "reason": "<reason> &"}
    return lambda key: texts[key.removeprefix("downloads.review.")]


def workbook():
    content = review_table_xlsx(LANGUAGES, review_words, title="Review", publisher="P", rows=7)
    return content, openpyxl.load_workbook(BytesIO(content))


def test_the_review_table_has_a_sheet_for_each_language():
    _, book = workbook()

    assert book.sheetnames == ["bg български", "mt Malti", "xx L'long name of alanguage tha"]
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert book.active.title == "bg български"


def test_a_review_sheet_has_a_title_a_note_a_header_and_empty_rows():
    _, book = workbook()
    sheet = book["mt Malti"]
    heads = ["-text", "@present", "proposal in mt", "<reason> &"]
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert values == [
        ["=HYPERLINK(1) · Malti", None, None, None],
        ["+1 " + "word " * 60, None, None, None],
        heads,
        *([[None] * 4] * 7),
    ]
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1", "A2:D2"]
    assert all(sheet.column_dimensions[letter].width >= 30 for letter in "ABCD")
    assert sheet.row_dimensions[2].height > sheet.row_dimensions[1].height
    assert sheet.defined_names["ColumnTitle"].attr_text == "'mt Malti'!$A$3"
    assert not sheet.data_validations.dataValidation


def test_every_cell_of_the_review_table_is_text():
    _, book = workbook()
    cells = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not isinstance(cell, MergedCell)
    ]

    assert {cell.number_format for cell in cells} == {"@"}
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert not any(cell.data_type == "f" for cell in cells)


def test_rows_to_fill_in_are_lined_and_wrap():
    _, book = workbook()
    rows = list(book["bg български"].iter_rows(min_row=3))

    assert all(cell.alignment.wrap_text for row in rows for cell in row)
    assert all(cell.border.left.style == "thin" for row in rows for cell in row)
    assert all(cell.font.b for cell in rows[0])
    assert not any(cell.font.b for cell in rows[1])


def test_the_workbook_says_title_and_publisher_and_no_time():
    content, book = workbook()

    assert (book.properties.title, book.properties.creator) == ("Review", "P")
    core = parts_of(content)["docProps/core.xml"]
    assert "created" not in core
    assert "modified" not in core


@pytest.mark.parametrize("content", [word_file(), workbook()[0]], ids=["docx", "xlsx"])
def test_archives_are_in_order_and_without_time(content):
    with ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        names = archive.namelist()

    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {(entry.date_time, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0)
    }
    for text in parts_of(content).values():
        ElementTree.fromstring(text)


PROGRAM = """
import sys, hashlib
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from scn.downloads import docx_from_text, review_table_xlsx, texts_from_markdown
from scn.languages import Language
page = Path(sys.argv[2]).read_text(encoding="utf-8")
for text in texts_from_markdown(page):
    content = docx_from_text(text, language="el", title=text.title, footer="f", publisher="p")
    print(hashlib.sha256(content).hexdigest())
languages = [Language(code="bg", name="\\u0431\\u044a", english_name="Bulgarian")]
table = review_table_xlsx(languages, lambda code: lambda key: key, title="t")
print(hashlib.sha256(table).hexdigest())
"""


def test_files_do_not_depend_on_the_machine():
    def made(**environment):
        arguments = [sys.executable, "-c", PROGRAM, ROOT / "hooks", HERE / "every-part.md"]
        return subprocess.run(
            arguments, env={**os.environ, **environment}, capture_output=True, check=True
        ).stdout

    here = made(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C", PYTHONUTF8="0")
    there = made(PYTHONHASHSEED="2", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONUTF8="1")

    assert here == there
    assert len(here.split()) == 3
    assert hashlib.sha256(word_file()).digest() == hashlib.sha256(word_file()).digest()
