"""The picture of a shared page, read back by Pillow."""

import hashlib
import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from scn.share_picture import digest_of_picture, png_of_picture
from scn.share_picture.picture import SharePicture

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = '"Quotes" <b>&amp;</b> שלום 🎉 ' + "a title of three hundred letters " * 9
GROUND = (10, 68, 83)


def picture(title, *, section="Section", site_name="Smart Communities Network", kind="Kind"):
    return SharePicture(title=title, section=section, site_name=site_name, site_kind=kind)


PICTURES = {
    "short": picture("Roles"),
    "german": picture(
        "Gemeinsame und innovative Beschaffung: Vertragsklauseln für Bürgermeisterinnen",
        section="Digitale Reife und Beschaffung",
    ),
    "greek": picture("Πρώτα βήματα με ένα τοπικό ψηφιακό δίδυμο", section="Τοπικά ψηφιακά δίδυμα"),
    "bulgarian": picture("Роли в мрежата", site_name="Мрежа на интелигентните общности"),
    "home": picture("Smart Communities Network knowledge base", section=""),
    "hostile": picture(HOSTILE, section=HOSTILE, site_name=HOSTILE, kind=HOSTILE),
    "one word": picture("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter"),
    "nothing": picture("", section="", site_name="", kind=""),
    "emoji": picture("🎉"),
}


def opened(one):
    image = Image.open(BytesIO(png_of_picture(one)))
    image.load()
    return image


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_size_that_services_ask_for_and_keeps_its_margins(name):
    data = png_of_picture(PICTURES[name])
    image = opened(PICTURES[name])
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(data) < 60_000
    colours = image.convert("RGB")
    for box in ((0, 0, 1200, 60), (0, 570, 1200, 630), (0, 0, 76, 630), (1124, 0, 1200, 630)):
        assert colours.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), GROUND)]


def is_written(image, box):
    return len(image.convert("RGB").crop(box).getcolors(4096)) > 1


def test_section_title_and_name_have_their_places():
    section, title, foot = (80, 60, 1120, 100), (80, 128, 1120, 445), (216, 460, 1120, 570)
    found = {n: tuple(is_written(opened(one), box) for box in (section, title, foot))
             for n, one in PICTURES.items()}  # fmt: skip
    assert {n: one for n, one in found.items() if one != (True, True, True)} == {
        "home": (False, True, True),
        "nothing": (False, False, False),
        "emoji": (True, False, True),
    }


def test_between_title_and_foot_there_is_air():
    for name, one in PICTURES.items():
        assert not is_written(opened(one), (0, 446, 1200, 460)), name


@pytest.mark.parametrize("part", ["title", "section", "site_name", "site_kind"])
def test_each_text_decides_about_the_picture_and_its_digest(part):
    values = {"title": "T", "section": "S", "site_name": "N", "site_kind": "K"}
    some, other = SharePicture(**values), SharePicture(**{**values, part: "Other"})
    assert png_of_picture(some) != png_of_picture(other)
    assert digest_of_picture(some) != digest_of_picture(other)
    assert digest_of_picture(some) == digest_of_picture(SharePicture(**values))


DIGEST = "d44e55ed1872b8c62ee3baa6f875391538e4882d9afde48af53efa7a966eb9e5"


def test_the_bytes_are_those_of_every_other_machine():
    """Pillow and the fonts are pinned; a new version may change them, and this line with them."""
    names = ("german", "greek", "bulgarian", "hostile")
    data = b"".join(png_of_picture(PICTURES[name]) for name in names)
    assert hashlib.sha256(data).hexdigest() == DIGEST


def test_the_mark_is_the_one_of_the_site():
    """The drawing is repeated in code: whoever changes the file sees it here."""
    svg = "{http://www.w3.org/2000/svg}"
    root = ET.parse(ROOT / "docs/assets/images/mark.svg").getroot()
    numbers = {n for e in root for v in e.attrib.values() for n in re.findall(r"[\d.]+", v)}
    assert [e.tag.removeprefix(svg) for e in root if isinstance(e.tag, str)] == [
        "rect", "path", "circle", "circle", "rect",
    ]  # fmt: skip
    assert numbers >= {"46", "17", "27", "7.5", "18", "47", "8.5", "6.5", "25.5", "13", "3.5", "15"}
    image = opened(PICTURES["short"]).convert("RGB")

    def at(x, y):
        return image.getpixel((80 + round(x * 104 / 64), 462 + round(y * 104 / 64)))

    white, yellow, box = (255, 255, 255), (255, 210, 122), (15, 110, 128)
    assert [at(46, 17), at(18, 47), at(32, 32), at(32, 17), at(44.5, 39.5), at(6, 32)] == [
        white, white, yellow, white, white, box,
    ]  # fmt: skip
    assert [at(0.3, 0.3), at(54, 54), at(20, 24.5)] == [GROUND, box, white]
