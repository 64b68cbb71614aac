"""Draws the picture with Pillow: the same bytes on every machine.

FreeType comes with Pillow, whose version is pinned, and works with whole numbers; the fonts are
here, and laid out without a library of the system. Each pixel is a number of a palette: from the
ground (0) to white (9) for the text, then the colours of the mark.
The file is compressed by runs of equal pixels (Z_RLE), because what zlib otherwise finds depends
on the processor, and takes longer.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from scn.building.digests import digest_of_bytes, digest_of_value
from scn.share_picture.lines import SetText, Setting, drawable, set_text
from scn.share_picture.picture import HEIGHT, WIDTH, SharePicture

Colour = tuple[int, int, int]

_FOLDER = Path(__file__).parent
DRAWN_WITH = digest_of_value(
    [
        PIL.__version__,
        *(
            digest_of_bytes((_FOLDER / name).read_bytes())
            for name in (
                "NotoSans-Bold.ttf",
                "NotoSans-Regular.ttf",
                "picture.py",
                "drawing.py",
                "lines.py",
            )
        ),
    ]
)
"""Changes when any picture may look otherwise."""

# The colours of frame.css (--scn-band) and of mark.svg.
_GROUND: Colour = (10, 68, 83)
_WHITE: Colour = (255, 255, 255)
_BOX: Colour = (15, 110, 128)
_YELLOW: Colour = (255, 210, 122)
_TEXT, _MUTED = 9, 7
"""Numbers of the palette, whose first ten are the way from the ground to white."""

_MARGIN = 80
_ROOM = WIDTH - 2 * _MARGIN
_TITLE_HEIGHT = 312
_LEADING = 1.2
_TITLE = tuple(
    Setting(size=size, most_lines=int(_TITLE_HEIGHT / (size * _LEADING)))
    for size in (76, 64, 56, 48, 42)
)
_SECTION_TOP, _TITLE_TOP, _TITLE_ALONE_TOP = 66, 128, 84
_FOOT_TOP, _MARK_SIZE = 462, 104
_FOOT_TEXT = _MARGIN + _MARK_SIZE + 32


def draw(picture: SharePicture) -> bytes:
    """The picture as PNG with a palette."""
    canvas = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(canvas)
    has_section = bool(drawable(picture.section))
    if has_section:
        section = _one_line(picture.section, "Regular", (34, 28), _ROOM)
        _write(pen, section, "Regular", _MARGIN, _SECTION_TOP, _MUTED)
    title = set_text(picture.title, _TITLE, _ROOM, lambda line, size: _width(line, "Bold", size))
    _write(pen, title, "Bold", _MARGIN, _TITLE_TOP if has_section else _TITLE_ALONE_TOP, _TEXT)
    canvas.paste(_mark(), (_MARGIN, _FOOT_TOP))
    room = WIDTH - _MARGIN - _FOOT_TEXT
    name = _one_line(picture.site_name, "Bold", (38, 32, 28), room)
    _write(pen, name, "Bold", _FOOT_TEXT, _FOOT_TOP + 2, _TEXT)
    kind = _one_line(picture.site_kind, "Regular", (32, 28), room)
    _write(pen, kind, "Regular", _FOOT_TEXT, _FOOT_TOP + 54, _MUTED)
    canvas.putpalette(_palette())
    file = BytesIO()
    canvas.save(file, "PNG", bits=4, compress_level=9, compress_type=zlib.Z_RLE)
    return file.getvalue()


def _one_line(text: str, weight: str, sizes: tuple[int, ...], width: float) -> SetText:
    settings = [Setting(size=size, most_lines=1) for size in sizes]
    return set_text(text, settings, width, lambda line, size: _width(line, weight, size))


def _write(
    pen: ImageDraw.ImageDraw, text: SetText, weight: str, left: int, top: int, shade: int
) -> None:
    font = _font(weight, text.size)
    for number, line in enumerate(text.lines):
        baseline = top + round(text.size * (1 + number * _LEADING))
        pen.text((left, baseline), line, font=font, fill=shade, anchor="ls")


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = _FOLDER / f"NotoSans-{weight}.ttf"
    return ImageFont.truetype(
        BytesIO(path.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=1 << 12)
def _width(text: str, weight: str, size: int) -> float:
    return _font(weight, size).getlength(text)


@cache
def _palette() -> tuple[int, ...]:
    """Sixteen colours, so that a pixel is half a byte."""
    mark = (
        _between(_GROUND, _BOX, 0.5),
        _BOX,
        _between(_BOX, _WHITE, 0.33),
        _between(_BOX, _WHITE, 0.67),
        _between(_BOX, _YELLOW, 0.5),
        _YELLOW,
    )
    text = (_between(_GROUND, _WHITE, step / _TEXT) for step in range(_TEXT + 1))
    return tuple(part for colour in (*text, *mark) for part in colour)


def _between(start: Colour, end: Colour, share: float) -> Colour:
    red, green, blue = (a + round((b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


@cache
def _mark() -> Image.Image:
    """The drawing of docs/assets/images/mark.svg, on its grid of 64, in numbers of the palette."""
    finer = 4
    unit = _MARK_SIZE * finer / 64
    picture = Image.new("RGB", (_MARK_SIZE * finer, _MARK_SIZE * finer), _GROUND)
    pen = ImageDraw.Draw(picture)

    def box(left: float, top: float, right: float, bottom: float) -> list[float]:
        return [round(value * unit) for value in (left, top, right, bottom)]

    def dot(x: float, y: float, radius: float) -> None:
        pen.ellipse(box(x - radius, y - radius, x + radius, y + radius), fill=_WHITE)

    pen.rounded_rectangle(box(0, 0, 64, 64), radius=15 * unit, fill=_BOX)
    half = 5.5 / 2  # of the road
    for left, top, right in ((27, 17, 46), (27, 32, 37), (18, 47, 37)):
        pen.rectangle(box(left, top - half, right, top + half), fill=_WHITE)
    outer = 7.5 + half
    for x, y, start in ((27, 24.5, 90), (37, 39.5, 270)):
        bounds = box(x - outer, y - outer, x + outer, y + outer)
        pen.arc(bounds, start, start + 180, fill=_WHITE, width=round(5.5 * unit))
    dot(46, 17, 8.5)
    dot(18, 47, 6.5)
    pen.rounded_rectangle(box(25.5, 25.5, 38.5, 38.5), radius=3.5 * unit, fill=_YELLOW)
    palette = Image.new("P", (1, 1))
    palette.putpalette(_palette())
    numbers = picture.reduce(finer).quantize(palette=palette, dither=Image.Dither.NONE)
    return Image.frombytes("L", numbers.size, numbers.tobytes())
