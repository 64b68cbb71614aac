"""Diagrams are read on a phone and on a desk, in long words and in short ones.

Most tests look at the drawing itself, before it becomes SVG: nothing may overlap, whatever the
words. How wide words are is the core's own estimate, which lies above real fonts.
"""

import os
import re
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scn.diagrams import DIAGRAM_NAMES, WIDTHS, UnknownDiagramError, diagram, picture_of
from scn.diagrams.marks import Dot, Line, Picture, Rect, Text
from scn.diagrams.metrics import SOFT_HYPHEN, text_width
from scn.diagrams.svg import svg
from scn.diagrams.wrapping import TEXT, TITLE, wrap

ROOT = Path(__file__).parents[2]
_, _, STYLE_SHEET = (
    (ROOT / "docs/assets/css/components.css")
    .read_text(encoding="utf-8")
    .partition("/* Diagrams */")
)
ENGLISH = ROOT / "docs/_data/strings/en.yml"
SVG = "{http://www.w3.org/2000/svg}"

LEXICONS = {
    "short": "an old map of us all is a key to it",
    "de": (
        "Digitalisierungsstrategien der Gebietskörperschaften Informationsveranstaltungen für"
        " Interoperabilitätsbewertungen und Datenschutzfolgenabschätzung im Mitgliedstaat"
    ),
    "fi": (
        "digitaali-infrastruktuurikonsortio yhteentoimivuusarviointien paikallisviranomaisten"
        " itsearviointityökalu tietojärjestelmäkokonaisuus ja jäsenvaltio"
    ),
    "el": (
        "διαλειτουργικότητας αυτοαξιολόγηση και συμπεριλαμβανομένων αλληλεπιδράσεων"
        " μετασχηματισμός των περιφερειακών Παρατηρητές"
    ),
    "bg": (
        "самооценяване на оперативната съвместимост взаимодействието усъвършенстване и"
        " непропорционалност възпроизвеждането местен"
    ),
    "hu": (
        "európaidigitálisinfrastruktúra-konzorcium közbeszerzési összekapcsolhatóságának és"
        " részvételiszándéknyilatkozat tagállam"
    ),
}
CASES = [
    pytest.param(name, layout, language, id=f"{name}-{layout}-{language}")
    for name in DIAGRAM_NAMES
    for layout in WIDTHS
    for language in LEXICONS
]


def words_in(language):
    """For every key a text of its own, about as long as a translation would be."""
    lexicon = LEXICONS[language].split(" ")

    def words(key):
        start = sum(map(ord, key))
        count = 1 + start % 4 if not key.endswith("desc") else 9
        text = " ".join(lexicon[(start + number) % len(lexicon)] for number in range(count))
        return text[0].upper() + text[1:]

    return words


def lines_of(picture):
    """Every line of text with its box: left, top, right, bottom."""
    for mark in picture.marks:
        if isinstance(mark, Text):
            for number, line in enumerate(mark.lines):
                width = text_width(line, mark.size, bold=mark.bold)
                left = mark.x - width * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
                top = mark.y + number * mark.leading
                yield line, (left, top, left + width, top + mark.leading)


def boxes_of(picture):
    return [
        (mark, (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height))
        for mark in picture.marks
        if isinstance(mark, Rect)
    ]


def overlap(one, other, slack=0.01):
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > slack
        and min(one[3], other[3]) - max(one[1], other[1]) > slack
    )


def inside(one, other, slack=0.01):
    return (
        one[0] >= other[0] - slack
        and one[1] >= other[1] - slack
        and one[2] <= other[2] + slack
        and one[3] <= other[3] + slack
    )


def strokes_of(picture, css):
    """The straight pieces of the lines of a class, each as the box around it."""
    for mark in picture.marks:
        if isinstance(mark, Line) and mark.css.startswith(css):
            for (x1, y1), (x2, y2) in pairwise(mark.points):
                yield min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1


def test_the_measures_see_what_is_wrong():
    """The tests below look for absences; this one makes sure that they would see a presence."""
    text = Text(x=0, y=0, lines=("wide words", "here"), css="dg-text", size=15, leading=20)
    box = Rect(x=0, y=0, width=40, height=40, css="dg-box")
    line = Line(points=((-5, 10), (80, 10)))
    picture = Picture(width=200, height=200, marks=(box, text, text.moved(30, 0), line))
    (_, first), (_, second), (_, third), _ = lines_of(picture)
    (stroke,) = strokes_of(picture, "dg-line")

    assert overlap(first, third)
    assert not overlap(first, second)
    assert overlap(first, boxes_of(picture)[0][1])
    assert not inside(first, boxes_of(picture)[0][1])
    assert overlap(stroke, first)
    assert overlap(stroke, boxes_of(picture)[0][1])


@pytest.mark.parametrize(("name", "layout", "language"), CASES)
def test_words_stay_in_their_box_and_in_the_picture(name, layout, language):
    picture = picture_of(name, words_in(language), layout=layout)
    boxes = [box for _, box in boxes_of(picture)]

    outside = [
        line
        for line, place in lines_of(picture)
        if not inside(place, (0, 0, picture.width, picture.height))
        or any(overlap(place, box) and not inside(place, box) for box in boxes)
    ]

    assert outside == []


@pytest.mark.parametrize(("name", "layout", "language"), CASES)
def test_nothing_lies_on_words(name, layout, language):
    picture = picture_of(name, words_in(language), layout=layout)
    lines = list(lines_of(picture))
    things = list(strokes_of(picture, "dg-l"))
    things += [
        (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
        for mark in picture.marks
        if isinstance(mark, Dot) and mark.css != "dg-disc"
    ]

    on_each_other = [(a, b) for (a, x), (b, y) in combinations(lines, 2) if overlap(x, y)]
    under_things = [line for line, place in lines if any(overlap(place, it) for it in things)]

    assert (on_each_other, under_things) == ([], [])


@pytest.mark.parametrize(("name", "layout", "language"), CASES)
def test_boxes_and_arrows_keep_apart(name, layout, language):
    picture = picture_of(name, words_in(language), layout=layout)
    boxes = boxes_of(picture)

    crossing = [
        (a, b)
        for (a, x), (b, y) in combinations(boxes, 2)
        if overlap(x, y) and not inside(x, y) and not inside(y, x)
    ]
    pierced = [
        box
        for mark, box in boxes
        if mark.css != "dg-soft"
        and any(overlap(box, stroke) for stroke in strokes_of(picture, "dg-line"))
    ]

    assert (crossing, pierced) == ([], [])


@pytest.mark.parametrize(("name", "layout", "language"), CASES)
def test_every_word_is_there(name, layout, language):
    said = []

    def words(key):
        said.append(words_in(language)(key))
        return said[-1]

    picture = picture_of(name, words, layout=layout)
    shown = {
        re.sub(r"[\s-]", "", "".join(mark.lines))
        for mark in picture.marks
        if isinstance(mark, Text)
    }

    assert {re.sub(r"[\s-]", "", text) for text in said} <= shown


@pytest.mark.parametrize("name", DIAGRAM_NAMES)
def test_letters_are_twelve_pixels_high_at_least_on_a_phone(name):
    page_of_a_phone = 320 - 2 * 16
    picture = picture_of(name, words_in("fi"), layout="narrow")
    smallest = min(mark.size for mark in picture.marks if isinstance(mark, Text))

    assert smallest * page_of_a_phone / (picture.width + 4) >= 12


def test_the_words_are_those_of_the_language_files_and_no_others():
    used = set()

    def words(key):
        used.add(key)
        return "words"

    for name in DIAGRAM_NAMES:
        diagram(name, words, alt="", id_prefix="d")
    written = yaml.safe_load(ENGLISH.read_text(encoding="utf-8"))["diagrams"]

    assert used == {f"diagrams.{name}.{key}" for name in written for key in written[name]}


@pytest.mark.parametrize("name", DIAGRAM_NAMES)
def test_the_svg_is_well_formed_and_named_and_asks_for_nothing(name):
    text = diagram(name, words_in("el"), alt="A <picture> & more", id_prefix="d7")
    root = ElementTree.fromstring(text)
    drawn = root.findall(f"{SVG}svg")

    assert [it.get("class") for it in drawn] == ["dg-wide", "dg-narrow"]
    for it in drawn:
        title, description = it.findall(f"{SVG}title") + it.findall(f"{SVG}desc")
        assert it.get("role") == "img"
        assert it.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text == "A <picture> & more"
        assert description.text == words_in("el")(f"diagrams.{name}.desc")
    ids = [it.get("id") for it in root.iter() if it.get("id")]
    assert len(ids) == len(set(ids)) == 6
    assert all(identifier.startswith("d7-") for identifier in ids)
    assert {it.tag.removeprefix(SVG) for it in root.iter()} <= {
        *("span", "svg", "title", "desc", "defs", "marker", "path"),
        *("g", "rect", "circle", "polyline", "text"),
    }
    assert not re.search(r"style|href|script|on\w+=|#[0-9a-f]{3}\b|rgb|url\((?!#d7-)", text)
    assert not re.search(r"\d\.\d\d|\de[-+]\d|nan|inf\b", re.sub(r">[^<]*<", "><", text))


def test_numbers_are_short_and_text_is_escaped():
    picture = Picture(
        width=10.04,
        height=20,
        marks=(
            Rect(x=-2.0001, y=1 / 3, width=5, height=5, css="dg-box"),
            Text(x=1, y=0, lines=("a < b", "c & d"), css="dg-text", size=15, leading=20),
        ),
    )

    assert svg(picture, title="t", description="d", id_prefix="p", css="c") == (
        '<svg xmlns="http://www.w3.org/2000/svg" class="c" role="img"'
        ' aria-labelledby="p-title p-desc" viewBox="0 0 14 24">'
        '<title id="p-title">t</title><desc id="p-desc">d</desc>'
        '<defs><marker id="p-arrow" viewBox="0 0 10 10" refX="8.5" refY="5" markerWidth="5"'
        ' markerHeight="5" orient="auto-start-reverse">'
        '<path class="dg-head" d="M0 0 10 5 0 10z"/></marker></defs>'
        '<g fill="none" stroke="currentColor">'
        '<rect class="dg-box" x="0" y="2.3" width="5" height="5" rx="8"/></g>'
        '<g fill="currentColor"><g class="dg-text" font-size="15" text-anchor="start">'
        '<text x="3" y="17.2">a &lt; b</text>\n<text x="3" y="37.2">c &amp; d</text></g>\n'
        "</g></svg>"
    )


def test_the_style_sheet_knows_every_class_and_no_colour_of_its_own():
    drawn = "".join(
        diagram(name, words_in(language), alt="", id_prefix="d")
        for name in DIAGRAM_NAMES
        for language in ("de", "short")
    )
    used = {name for names in re.findall(r'class="([^"]+)"', drawn) for name in names.split()}
    rules = re.sub(r"/\*.*?\*/", "", STYLE_SHEET, flags=re.DOTALL)

    assert set(re.findall(r"\.(dg[a-z-]*)", rules)) == used
    assert set(re.findall(r"var\((--[a-z-]+)\)", rules)) == {
        f"--scn-{name}" for name in ("ink", "paper", "accent", "accent-soft", "muted")
    }
    assert not re.search(r"#[0-9a-fA-F]{3}|rgba?\(|hsl|url\(|@import", rules)


def test_an_unknown_diagram_is_named_with_those_that_exist():
    with pytest.raises(UnknownDiagramError) as caught:
        diagram("networks", words_in("short"), alt="", id_prefix="d")

    assert isinstance(caught.value, KeyError)
    assert str(caught.value) == (
        "there is no diagram 'networks'. Write one of: "
        "network, session-run, twin-blocks, edic-governance, maturity-road."
    )


PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from scn.diagrams import DIAGRAM_NAMES, diagram
for name in DIAGRAM_NAMES:
    print(diagram(name, lambda key: key.replace(".", " "), alt="alt", id_prefix="d"))
"""


def test_the_drawing_does_not_depend_on_the_machine():
    def drawn(**environment):
        command = [sys.executable, "-c", PROGRAM, str(ROOT / "hooks")]
        return subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, check=True
        ).stdout

    here = drawn(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    there = drawn(PYTHONHASHSEED="2", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")

    assert here == there
    assert len(here) > 10_000


def test_a_long_word_is_divided_where_its_writer_says():
    word = f"Europa{SOFT_HYPHEN}digital{SOFT_HYPHEN}infrastruktur{SOFT_HYPHEN}konsortium"

    assert wrap(word, 130, TEXT) == ("Europadigital-", "infrastruktur-", "konsortium")


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 400, ("one two three",)),
        ("one two three", 70, ("one two", "three")),
        ("LORDIMAS self-assessment", 190, ("LORDIMAS", "self-assessment")),
        ("digitaali-infrastruktuurikonsortio", 260, ("digitaali-", "infrastruktuurikonsortio")),
        ("διαλειτουργικότητας", 120, ("διαλειτουργι-", "κότητας")),
        ("взаимодействието", 110, ("взаимо-", "действието")),
        ("Strengthlessnesses", 20, None),
    ],
)
def test_words_are_kept_whole_where_they_can_be(text, width, expected):
    if expected is None:
        assert "".join(wrap(text, width, TEXT)).replace("-", "") == text
    else:
        assert wrap(text, width, TEXT) == expected


@given(
    st.lists(st.text("abcdeijmwяждωλéűÅ", min_size=1, max_size=40), min_size=1, max_size=12),
    st.integers(min_value=110, max_value=700),
)
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text, width):
    lines = wrap(" ".join(text), width, TITLE)

    assert all(TITLE.width(line) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(text)
