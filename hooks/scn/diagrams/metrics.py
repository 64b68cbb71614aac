"""How wide a text is, without a font at hand.

The site uses system fonts, so the real width is known only in the browser.
The table holds upper estimates in em, taken over wide sans-serif faces (DejaVu Sans, Noto Sans):
a text that fits here fits in Segoe UI, San Francisco, Roboto or Arial too.
"""

import unicodedata

_WIDTHS: tuple[tuple[float, str], ...] = (
    (0.35, "'’‘|ijlıΙιJ,.:;I·· "),
    (0.42, "()-/[]ftł!r"),
    (0.50, '"`_–'),
    (0.56, "?cszг„“”έεζэ"),
    (0.62, "*FLkvxyΓγκλνξςχвтух"),
    (0.65, "$0123456789EPSTYabdeghnopqu{}«»€ßøðþđŋΕΞΡΣΤΥαβδηθμορστυЕЗРТУГабеийклорчязь"),
    (0.70, "ABCKRVXZΑΒΔΖΚΛΧπАБВСХЧЬЭЯднпц"),
    (0.75, "UφКъ"),
    (0.80, "&DGHNOQΗΘΝΟΠΩψДИЙЛНОПЦмыω"),
    (0.86, "#+<=>^w~ΦΨЪю→"),
    (0.95, "MΜМжшщЫФф"),
    (1.06, "%@Wm—…æœ№"),
    (1.10, "ЖШЩЮÆŒ"),
)
_EM = {character: width for width, characters in _WIDTHS for character in characters}
_UNKNOWN = 0.80
_BOLD = 1.13
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    ems = sum(_advance(character) for character in text)
    return ems * size * (_BOLD if bold else 1.0)


def _advance(character: str) -> float:
    if character == SOFT_HYPHEN or unicodedata.combining(character):
        return 0.0
    if character in _EM:
        return _EM[character]
    return _EM.get(unicodedata.normalize("NFD", character)[0], _UNKNOWN)
