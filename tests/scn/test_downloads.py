"""What readers download opens in other programs: read back as the plain XML that they read."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from scn.checks.texts import check_texts
from scn.content_load import load_content
from scn.downloads import TextDocument, UnsupportedTextError, texts_from_markdown
from scn.downloads.blocks import (
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
)
from scn.downloads.docx_file import docx_from_text
from scn.downloads.docx_look import tag_with_region
from scn.downloads.review_table import review_table_xlsx
from scn.languages import OFFICIAL_CODES, Language
from scn.problems import ContentError

HERE = Path(__file__).parent / "downloads"
ROOT = Path(__file__).parents[2]
PAGE = (HERE / "every-part.md").read_text(encoding="utf-8")
OFFICE = "http://schemas.openxmlformats.org"
NAMES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "s": f"{OFFICE}/spreadsheetml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "p": f"{OFFICE}/package/2006/relationships",
    "cp": f"{OFFICE}/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def words_(text, **style):
    return (Run(text=text, **style),)


def item(text, *more, ticked=None):
    return Item(blocks=(Paragraph(runs=words_(text)), *more), ticked=ticked)


def word_file(markdown=PAGE, number=0, **other):
    document = texts_from_markdown(markdown)[number]
    wanted = {"language": "el", "title": document.title, "footer": "From here. CC BY 4.0", **other}
    return docx_from_text(document, **wanted)


def parts_of(content):
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def find(content, part, path):
    """What an XPath finds in a part of the file."""
    return found(etree.fromstring(parts_of(content)[part].encode()), path)


def found(element, path):
    return element.xpath(path, namespaces=NAMES)


def targets(content, part):
    """Where the relationships of a part lead, by their id."""
    folder, _, name = part.rpartition("/")
    relations = find(content, f"{folder}/_rels/{name}.rels", "p:Relationship")
    return {relation.get("Id"): relation.get("Target") for relation in relations}


def text_of(paragraph):
    signs = {"t": None, "tab": "\t", "br": "\n"}
    pieces = found(paragraph, ".//w:r/w:t | .//w:r/w:tab | .//w:r/w:br")
    return "".join(signs[etree.QName(piece).localname] or piece.text or "" for piece in pieces)


def paragraphs(content):
    """The style, text and element of each paragraph outside tables."""
    styles = {
        style.get(f"{{{NAMES['w']}}}styleId"): found(style, "string(w:name/@w:val)")
        for style in find(content, "word/styles.xml", "w:style")
    }
    return [
        (
            styles[found(one, "string(w:pPr/w:pStyle/@w:val)") or "Normal"],
            text_of(one),
            one,
        )
        for one in find(content, "word/document.xml", "w:body/w:p")
    ]


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
    assert [(style, text) for style, text, _ in paragraphs(word_file())] == [
        ("Title", "All that a text can hold"),
        ("heading 1", "First heading"),
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
        ("heading 2", "Deeper heading"),
        ("List Number", "Begins at one again"),
        ("Normal", "Bring these:"),
        ("List", "☐\tthe keys & cards"),
        ("List", "☒\tthe list"),
        ("List", "☐\tits copy"),
        ("Quote", "Somebody else's words."),
        ("Quote", "Careful"),
        ("Quote", "Words in a box."),
        ("No Spacing", ""),
    ]


def test_headings_are_in_the_outline():
    styles = find(word_file(), "word/styles.xml", "w:style[w:pPr/w:outlineLvl]")

    assert [
        (found(style, "string(w:name/@w:val)"), found(style, "string(w:pPr/w:outlineLvl/@w:val)"))
        for style in styles
    ] == [("heading 1", "0"), ("heading 2", "1"), ("heading 3", "2"), ("heading 4", "3")]


def test_each_numbered_list_begins_at_one():
    content = word_file()
    used = [
        found(one, "string(w:pPr/w:numPr/w:numId/@w:val)")
        for style, _, one in paragraphs(content)
        if style == "List Number"
    ]

    assert used == ["3", "3", "3", "4"]
    for number in set(used):
        path = f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride/@w:val"
        assert find(content, "word/numbering.xml", path) == ["1"] * 4


def test_nested_lists_are_levels_of_numbering():
    content = word_file()
    bullets, numbers = (
        [
            (found(level, "string(w:numFmt/@w:val)"), found(level, "string(w:lvlText/@w:val)"))
            for level in find(content, "word/numbering.xml", f"w:abstractNum[{kind}]/w:lvl")
        ]
        for kind in (1, 2)
    )

    assert [
        (text, found(one, "string(w:pPr/w:numPr/w:ilvl/@w:val)"))
        for _, text, one in paragraphs(content)
        if found(one, "w:pPr/w:numPr")
    ] == [
        ("First", "0"),
        ("Second", "0"),
        ("nested", "1"),
        ("deeper", "2"),
        ("Third", "0"),
        ("Begins at one again", "0"),
    ]
    assert bullets == [("bullet", "•"), ("bullet", "–"), ("bullet", "▪"), ("bullet", "–")]
    assert numbers == [
        ("decimal", "%1."),
        ("lowerLetter", "%2."),
        ("lowerRoman", "%3."),
        ("decimal", "%4."),
    ]


def test_lists_have_the_numbering_that_word_gives_their_styles():
    content = word_file()

    def number(style):
        path = f"string(w:style[w:name/@w:val='{style}']/w:pPr/w:numPr/w:numId/@w:val)"
        return find(content, "word/styles.xml", path)

    kinds = find(content, "word/numbering.xml", "w:num/w:abstractNumId/@w:val")
    assert (number("List Bullet"), number("List Number")) == ("1", "2")
    assert kinds == ["0", "1", "1", "1"]


def test_runs_keep_their_style_and_places_to_fill_in_are_marked():
    _, _, paragraph = paragraphs(word_file())[2]

    assert [
        (
            found(run, "string(w:t)"),
            bool(found(run, "w:rPr/w:b")),
            bool(found(run, "w:rPr/w:i")),
            found(run, "string(w:rPr/w:rStyle/@w:val)"),
        )
        for run in found(paragraph, ".//w:r")
    ] == [
        ("One sentence a line. The next one, with ", False, False, ""),
        ("bold", True, False, ""),
        (", ", False, False, ""),
        ("italic", False, True, ""),
        (", ", False, False, ""),
        ("both", True, True, ""),
        (", an ", False, False, ""),
        ("address", False, False, "Hyperlink"),
        (", a ", False, False, ""),
        ("page", False, False, ""),
        (" and ", False, False, ""),
        ("[a place to fill in]", False, False, "Placeholder"),
        (".", False, False, ""),
    ]


def test_all_styles_that_are_used_are_there():
    content = word_file()
    used = find(content, "word/document.xml", "//w:pStyle/@w:val | //w:rStyle/@w:val")
    used += find(content, "word/document.xml", "//w:tblStyle/@w:val")
    used += find(content, "word/footer1.xml", "//w:pStyle/@w:val")
    used += find(
        content, "word/styles.xml", "//w:basedOn/@w:val | //w:link/@w:val | //w:next/@w:val"
    )

    assert "Placeholder" in used
    assert set(used) <= set(find(content, "word/styles.xml", "w:style/@w:styleId"))


def test_links_lead_out_of_the_file_or_are_words():
    def links(content):
        addresses = targets(content, "word/document.xml")
        return [
            (text_of(link), addresses[found(link, "string(@r:id)")])
            for link in find(content, "word/document.xml", "//w:hyperlink")
        ]

    assert links(word_file()) == [("address", "https://example.org/?a=1&b=2")]
    assert links(word_file(resolve=lambda href: f"https://kb.example.org/{href[-8:]}")) == [
        ("address", "https://kb.example.org/?a=1&b=2"),
        ("page", "https://kb.example.org/index.md"),
    ]


def test_a_checklist_has_boxes_that_a_screen_reader_can_name():
    boxes = find(word_file(), "word/document.xml", "//w:sdt")

    assert [
        (
            found(box, "string(w:sdtPr/w:alias/@w:val)"),
            found(box, "string(w:sdtPr/w14:checkbox/w14:checked/@w14:val)"),
            text_of(box),
        )
        for box in boxes
    ] == [("the keys & cards", "0", "☐"), ("the list", "1", "☒"), ("its copy", "0", "☐")]
    assert [found(box, "string(w:sdtPr/w:id/@w:val)") for box in boxes] == ["1", "2", "3"]


def test_a_table_has_a_header_row_that_repeats():
    (table,) = find(word_file(), "word/document.xml", "//w:tbl")
    rows = found(table, "w:tr")

    assert [[text_of(cell) for cell in found(row, "w:tc")] for row in rows] == [
        ["What", "How many"],
        ["=1+1", "two <2>"],
        ["[date]", "−3"],
    ]
    assert [bool(found(row, "w:trPr/w:tblHeader")) for row in rows] == [True, False, False]
    assert all(found(row, "w:trPr/w:cantSplit") for row in rows)
    assert found(table, "string(w:tblPr/w:tblLook/@w:firstRow)") == "1"
    assert found(table, "string(w:tblPr/w:tblStyle/@w:val)") == "TableGrid"
    assert [bool(found(row, ".//w:b")) for row in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("language", "tag"),
    [("el", "el-GR"), ("mt", "mt-MT"), ("en", "en-IE"), ("pt", "pt-PT"), ("uk", "uk-UA")],
)
def test_the_file_says_its_language_title_and_publisher_and_no_time(language, tag):
    content = word_file(language=language, publisher="Publisher & Co")
    core = {
        etree.QName(one).localname: one.text
        for one in find(content, "docProps/core.xml", "*")
        if one.text
    }

    assert find(content, "word/styles.xml", "w:docDefaults//w:lang/@w:val") == [tag]
    assert find(content, "word/settings.xml", "w:themeFontLang/@w:val") == [tag]
    assert core == {
        "title": "All that a text can hold",
        "creator": "Publisher & Co",
        "language": tag,
        "revision": "1",
    }
    assert not find(content, "docProps/core.xml", "*[contains(name(), 'dcterms')]")


def test_without_a_publisher_there_is_no_author():
    assert find(word_file(), "docProps/core.xml", "string(dc:creator)") == ""


def test_word_knows_all_languages_of_the_site():
    tags = {code: tag_with_region(code) for code in OFFICIAL_CODES}

    assert len(tags) == 24
    assert all(tag == f"{code}-{tag[-2:]}" and tag[-2:].isupper() for code, tag in tags.items())
    assert {tag for code, tag in tags.items() if tag[-2:].lower() != code} == {
        "cs-CZ", "da-DK", "el-GR", "en-IE", "et-EE", "ga-IE", "sl-SI", "sv-SE",
    }  # fmt: skip


def test_the_footer_says_where_the_text_comes_from_and_the_page():
    content = word_file()
    (name,) = find(content, "word/document.xml", "//w:sectPr/w:footerReference/@r:id")
    part = f"word/{targets(content, 'word/document.xml')[name]}"
    (paragraph,) = find(content, part, "w:p")

    assert text_of(paragraph) == "From here. CC BY 4.0\t1"
    assert found(paragraph, "w:fldSimple/@w:instr") == [" PAGE "]
    assert find(content, "word/document.xml", "//w:pgSz/@w:w | //w:pgSz/@w:h") == ["11906", "16838"]


def test_the_body_is_the_one_that_was_looked_at():
    """After a wanted change: open the file in an office program, then write the golden file."""
    body = parts_of(word_file())["word/document.xml"].partition("<w:body>")[2]

    assert body.replace("<w:p>", "\n<w:p>") == (HERE / "every-part.xml").read_text(encoding="utf-8")


def test_words_with_line_breaks_and_control_characters_stay_readable():
    page = "## X { #x }\n\n[File](texts/x.docx)\n\nOne  \nTwo\x01 and **three**\n"
    (_, _, _), (_, text, _) = paragraphs(word_file(page, footer="\x00"))

    assert text == "One\nTwo and three"


def test_the_ready_made_texts_of_the_site_become_files():
    page = (ROOT / "docs/en/package/texts.md").read_text(encoding="utf-8")
    documents = texts_from_markdown(page)

    assert len(documents) == page.count(".docx)")
    for number, document in enumerate(documents):
        content = word_file(page, number)
        read = paragraphs(content)
        assert read[0][:2] == ("Title", document.title)
        assert len(read) > 5
        assert len(content) < 60_000


# What the author of the page is told


BROKEN = "## X { #x }\n\n[File](texts/x.docx)\n\nWords and `code`.\n"
TOLD = "x: <code> cannot stand inside a line of a Word file. Write bold, italic or a link."


def test_a_text_that_no_word_file_can_hold_is_a_problem_of_its_page():
    (problem,) = check_texts(BROKEN, "docs/el/package/texts.md")

    assert str(problem) == f"docs/el/package/texts.md:1:1: {TOLD}"
    assert list(check_texts(PAGE, "docs/el/package/texts.md")) == []
    assert list(check_texts(BROKEN, "docs/el/package/other-texts.md")) == []


def test_it_is_found_together_with_the_other_problems(project):
    pages = {
        "en/index.md": project.page("Home", "Text.\n\n## No id"),
        "en/package/texts.md": project.page("Texts", BROKEN),
        "fr/package/texts.md": project.page("Textes", BROKEN),
    }
    root = project(pages).root
    with pytest.raises(ContentError) as caught:
        load_content(root, docs=root / "docs")

    assert [str(problem).partition(": ") for problem in caught.value.problems[1:]] == [
        ("docs/en/package/texts.md:1:1", ": ", TOLD),
        ("docs/fr/package/texts.md:1:1", ": ", TOLD),
    ]
    assert caught.value.problems[0].path == "docs/en/index.md"


# The review table


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
    return review_table_xlsx(LANGUAGES, review_words, title="Review", publisher="P")


def sheets(content):
    """The root element of each sheet by the name that readers see."""
    addresses = targets(content, "xl/workbook.xml")
    texts = [found(one, "string(.)") for one in find(content, "xl/sharedStrings.xml", "s:si")]
    read = {}
    for sheet in find(content, "xl/workbook.xml", "s:sheets/s:sheet"):
        part = parts_of(content)[f"xl/{addresses[found(sheet, 'string(@r:id)')]}"]
        read[sheet.get("name")] = root = etree.fromstring(part.encode())
        for value in found(root, "//s:c[@t='s']/s:v"):
            value.text = texts[int(value.text)]
    return read


def look(content, number):
    """What a cell format says: font, fill, border, format of numbers, alignment."""
    (styles,) = find(content, "xl/styles.xml", "/s:styleSheet")
    (cell,) = found(styles, f"s:cellXfs/s:xf[{int(number) + 1}]")
    font, fill, border = (
        found(styles, f"s:{kind}s/s:{kind}[{int(cell.get(f'{kind}Id')) + 1}]")[0]
        for kind in ("font", "fill", "border")
    )
    return {
        "text": cell.get("numFmtId") == "49",  # the format `@`, ECMA-376, part 1, 18.8.30
        "bold": bool(found(font, "s:b")),
        "fill": found(fill, "string(s:patternFill/s:fgColor/@rgb)"),
        "lined": found(border, "*/@style") == ["thin"] * 4,
        "wrapped": found(cell, "string(s:alignment/@wrapText)") == "1",
    }


def test_the_review_table_has_a_sheet_for_each_language():
    content = workbook()
    names = list(sheets(content))

    assert names == ["bg български", "mt Malti", "xx L'long name of alanguage tha"]
    assert all(len(name) <= 31 for name in names)
    assert find(content, "xl/workbook.xml", "//s:workbookView/@activeTab") == []  # the first
    assert [
        found(sheet, "string(s:sheetViews/s:sheetView/@tabSelected)")
        for sheet in sheets(content).values()
    ] == ["1", "", ""]


def test_a_review_sheet_has_a_title_a_note_and_a_header():
    sheet = sheets(workbook())["mt Malti"]

    assert {cell.get("r"): found(cell, "string(.)") for cell in found(sheet, "//s:c")} == {
        "A1": "=HYPERLINK(1) · Malti", "B1": "", "C1": "", "D1": "",
        "A2": "+1 " + "word " * 60, "B2": "", "C2": "", "D2": "",
        "A3": "-text", "B3": "@present", "C3": "proposal in mt", "D3": "<reason> &",
    }  # fmt: skip
    assert found(sheet, "//s:mergeCell/@ref") == ["A1:D1", "A2:D2"]
    assert all(float(width) >= 30 for width in found(sheet, "s:cols/s:col/@width"))
    one, two = (float(height) for height in found(sheet, "//s:row/@ht"))
    assert two > one


def test_the_header_stays_in_sight_and_is_printed_and_read_out():
    content = workbook()
    sheet = sheets(content)["mt Malti"]
    (pane,) = found(sheet, "//s:pane")
    (cursor,) = found(sheet, "//s:selection")
    places = {
        (name.get("name"), name.get("localSheetId")): name.text
        for name in find(content, "xl/workbook.xml", "//s:definedName")
    }

    assert dict(pane.attrib) == {
        "ySplit": "3", "topLeftCell": "A4", "activePane": "bottomLeft", "state": "frozen",
    }  # fmt: skip
    assert dict(cursor.attrib) == {"pane": "bottomLeft", "activeCell": "A4", "sqref": "A4"}
    assert places == {
        ("ColumnTitle", "0"): "'bg български'!$A$3",
        ("_xlnm.Print_Titles", "0"): "'bg български'!$3:$3",
        ("ColumnTitle", "1"): "'mt Malti'!$A$3",
        ("_xlnm.Print_Titles", "1"): "'mt Malti'!$3:$3",
        ("ColumnTitle", "2"): "'xx L''long name of alanguage tha'!$A$3",
        ("_xlnm.Print_Titles", "2"): "'xx L''long name of alanguage tha'!$3:$3",
    }
    (paper,) = found(sheet, "s:pageSetup")
    assert dict(paper.attrib) == {"orientation": "landscape", "paperSize": "9", "fitToHeight": "0"}
    assert found(sheet, "//s:pageSetUpPr/@fitToPage") == ["1"]
    assert not found(sheet, "//s:dataValidations")


def test_every_cell_of_the_review_table_is_text():
    content = workbook()
    for sheet in sheets(content).values():
        cells = found(sheet, "//s:c")
        columns = found(sheet, "s:cols/s:col")

        assert len(cells) == 12
        assert [(one.get("min"), one.get("max")) for one in columns] == [("1", "3"), ("4", "4")]
        styles = {cell.get("s") for cell in cells} | {column.get("style") for column in columns}
        assert all(look(content, style)["text"] for style in styles)
        assert {cell.get("t") for cell in cells if len(cell)} == {"s"}
        assert not found(sheet, "//s:f")


def test_places_to_fill_in_are_lined_and_wrap():
    content = workbook()
    for sheet in sheets(content).values():
        heads = {cell.get("s") for cell in found(sheet, "//s:row[@r='3']/s:c")}
        below = set(found(sheet, "s:cols/s:col/@style"))
        place = {"text": True, "bold": False, "fill": "", "lined": True, "wrapped": True}

        assert [look(content, style) for style in below] == [place]
        assert [look(content, style) for style in heads] == [
            {**place, "bold": True, "fill": "FFE3F0F3"}
        ]


def test_the_workbook_says_title_and_publisher_and_no_time():
    core = find(workbook(), "docProps/core.xml", "*")

    assert {etree.QName(one).localname: one.text for one in core} == {
        "title": "Review",
        "creator": "P",
        "lastModifiedBy": "P",
    }


def test_words_with_control_characters_stay_readable():
    content = review_table_xlsx(LANGUAGES[:1], lambda code: lambda key: "A\x01B", title="\x00T")

    assert found(sheets(content)["bg български"], "string(//s:c[@r='A3'])") == "AB"
    assert find(content, "docProps/core.xml", "string(*)") == "T"


# Both


@pytest.mark.parametrize("content", [word_file(), workbook()], ids=["docx", "xlsx"])
def test_archives_are_in_order_and_without_time_and_compression(content):
    with ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        names = archive.namelist()

    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {(entry.date_time, entry.create_system, entry.compress_type) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, ZIP_STORED)
    }
    for text in parts_of(content).values():
        etree.fromstring(text.encode())


@pytest.mark.parametrize("content", [word_file(), workbook()], ids=["docx", "xlsx"])
def test_archives_hold_what_they_list_and_no_more(content):
    parts = set(parts_of(content))
    types = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
    listed = find(content, "[Content_Types].xml", "*")
    named = {one.get("PartName").removeprefix("/") for one in listed if one.tag == types}

    assert named <= parts
    assert {name for name in parts if not name.endswith(".rels")} - named == {"[Content_Types].xml"}


PROGRAM = """
import sys, hashlib
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from scn.downloads import texts_from_markdown
from scn.downloads.docx_file import docx_from_text
from scn.downloads.review_table import review_table_xlsx
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
