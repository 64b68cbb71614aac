"""The look of a Word file of ours: styles and settings (ECMA-376, part 1, clause 17)."""

from scn.downloads.packaging import XML, element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_WIDTH = 9638
"""Of an A4 page with margins of 2 cm, in twentieths of a point."""

_COLOUR = "0B5563"
_FONT = "Calibri"

LOCALES = {
    "bg": "bg-BG", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-IE",
    "es": "es-ES", "et": "et-EE", "fi": "fi-FI", "fr": "fr-FR", "ga": "ga-IE", "hr": "hr-HR",
    "hu": "hu-HU", "it": "it-IT", "lt": "lt-LT", "lv": "lv-LV", "mt": "mt-MT", "nl": "nl-NL",
    "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "sk": "sk-SK", "sl": "sl-SI", "sv": "sv-SE",
}  # fmt: skip
"""Word's spelling checker wants a region with the language."""


def styles_xml(locale: str) -> str:
    defaults = element(
        "w:docDefaults",
        element(
            "w:rPrDefault",
            element(
                "w:rPr",
                element("w:rFonts", w_ascii=_FONT, w_hAnsi=_FONT, w_eastAsia=_FONT, w_cs=_FONT),
                *_size(22),
                element("w:lang", w_val=locale, w_eastAsia=locale),
            ),
        ),
        element("w:pPrDefault", element("w:pPr", _spacing(after=120, line=276))),
    )
    return XML + element(
        "w:styles", defaults, *_paragraphs(), *_characters(), *_tables(), xmlns_w=W
    )


def _paragraphs() -> tuple[str, ...]:
    lists = (
        ("ListBullet", "List Bullet"),
        ("ListNumber", "List Number"),
        ("ListContinue", "List Continue"),
        ("Checklist", "Checklist"),
    )
    close = element("w:contextualSpacing")
    inward = element("w:ind", w_left="360", w_right="360")
    right = element("w:tabs", element("w:tab", w_val="right", w_pos=str(TEXT_WIDTH)))
    return (
        _style("Normal", "Normal", default=True),
        _style("Title", "Title", _spacing(after=240), _coloured(40), following="Normal"),
        *(
            _style(
                f"Heading{level}",
                f"heading {level}",
                element("w:keepNext")
                + element("w:keepLines")
                + _spacing(before=before, after=80)
                + element("w:outlineLvl", w_val=str(level - 1)),
                _coloured(size),
                following="Normal",
            )
            for level, size, before in ((1, 30, 320), (2, 26, 240), (3, 23, 200), (4, 22, 200))
        ),
        *(_style(name, shown, _spacing(after=120) + close) for name, shown in lists),
        _style("Quote", "Quote", _spacing(after=120) + inward),
        _style("Footer", "footer", right + _spacing(after=0), element("w:rPr", *_size(18))),
    )


def _characters() -> tuple[str, ...]:
    link = element("w:rPr", element("w:color", w_val=_COLOUR), element("w:u", w_val="single"))
    shade = element("w:shd", w_val="clear", w_color="auto", w_fill="FFF0C2")
    return (
        _style("DefaultParagraphFont", "Default Paragraph Font", kind="character", default=True),
        _style("Hyperlink", "Hyperlink", run=link, kind="character"),
        _style("Placeholder", "Placeholder", run=element("w:rPr", shade), kind="character"),
    )


def _tables() -> tuple[str, str]:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element(
        "w:tblBorders",
        *(
            element(f"w:{side}", w_val="single", w_sz="4", w_space="0", w_color="808080")
            for side in sides
        ),
    )
    margins = element(
        "w:tblCellMar",
        element("w:top", w_w="60", w_type="dxa"),
        element("w:left", w_w="100", w_type="dxa"),
        element("w:bottom", w_w="60", w_type="dxa"),
        element("w:right", w_w="100", w_type="dxa"),
    )
    head = element(
        "w:tblStylePr",
        element("w:rPr", element("w:b"), element("w:bCs")),
        element("w:tcPr", element("w:shd", w_val="clear", w_color="auto", w_fill="E3F0F3")),
        w_type="firstRow",
    )
    plain = element(
        "w:style",
        element("w:name", w_val="Normal Table"),
        w_type="table",
        w_default="1",
        w_styleId="TableNormal",
    )
    grid = element(
        "w:style",
        element("w:name", w_val="Table Grid"),
        element("w:basedOn", w_val="TableNormal"),
        element("w:pPr", _spacing(after=0)),
        element("w:tblPr", borders, margins),
        head,
        w_type="table",
        w_styleId="TableGrid",
    )
    return plain, grid


def _style(
    name: str,
    shown: str,
    paragraph: str = "",
    run: str = "",
    *,
    kind: str = "paragraph",
    default: bool = False,
    following: str = "",
) -> str:
    own = {"w_default": "1"} if default else {}
    parts = [element("w:name", w_val=shown)]
    if kind == "paragraph" and not default:
        parts.append(element("w:basedOn", w_val="Normal"))
    if following:
        parts.append(element("w:next", w_val=following))
    parts.append(element("w:qFormat"))
    if paragraph:
        parts.append(element("w:pPr", paragraph))
    return element("w:style", *parts, run, w_type=kind, **own, w_styleId=name)


def _coloured(size: int) -> str:
    bold = (element("w:b"), element("w:bCs"), element("w:color", w_val=_COLOUR))
    return element("w:rPr", *bold, *_size(size))


def _size(half_points: int) -> tuple[str, str]:
    size = str(half_points)
    return element("w:sz", w_val=size), element("w:szCs", w_val=size)


def _spacing(*, before: int = 0, after: int, line: int = 0) -> str:
    lines = {"w_line": str(line), "w_lineRule": "auto"} if line else {}
    return element("w:spacing", w_before=str(before), w_after=str(after), **lines)


def settings_xml(locale: str) -> str:
    mode = element(
        "w:compatSetting",
        w_name="compatibilityMode",
        w_uri="http://schemas.microsoft.com/office/word",
        w_val="15",
    )
    return XML + element(
        "w:settings",
        element("w:compat", mode),
        element("w:themeFontLang", w_val=locale),
        xmlns_w=W,
    )
