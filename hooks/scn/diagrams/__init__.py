"""The diagrams of the site, drawn as inline SVG with the words of a language.

Each comes in two layouts with the same words, a wide and a narrow one. The style sheet
`docs/assets/css/components.css` shows the one that suits the room and hides the other from
everybody, so that a screen reader meets it once.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scn.diagrams.edic_governance import edic_governance
from scn.diagrams.marks import Picture
from scn.diagrams.maturity_road import maturity_road
from scn.diagrams.network import network
from scn.diagrams.session_run import session_run
from scn.diagrams.svg import svg
from scn.diagrams.twin_blocks import twin_blocks
from scn.diagrams.words import Words, words_of

WIDTHS: Mapping[str, float] = MappingProxyType({"wide": 720.0, "narrow": 326.0})
"""Layout and its width in units; 326 keeps 14 units above 12 pixels on a phone of 320."""

_DRAWINGS: Mapping[str, Callable[[Words, float], Picture]] = MappingProxyType(
    {
        "network": network,
        "session-run": session_run,
        "twin-blocks": twin_blocks,
        "edic-governance": edic_governance,
        "maturity-road": maturity_road,
    }
)
DIAGRAM_NAMES: tuple[str, ...] = tuple(_DRAWINGS)


class UnknownDiagramError(KeyError):
    """A page asks for a diagram that does not exist."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"there is no diagram {self.name!r}. Write one of: {', '.join(DIAGRAM_NAMES)}."


def diagram(name: str, words: Callable[..., str], *, alt: str, id_prefix: str) -> str:
    """The diagram in both layouts, in an element that is allowed inside a paragraph.

    `words` gives the text of a key, here `diagrams.<name>.<part>`; `alt` is the name of the
    picture, its description is the word `diagrams.<name>.desc`; `id_prefix` keeps ids apart
    where a page has several diagrams.

    Raises:
        UnknownDiagramError: there is no diagram of this name.
    """
    layouts = "".join(
        svg(
            picture_of(name, words, layout=layout),
            title=alt,
            description=words(f"diagrams.{name}.desc"),
            id_prefix=f"{id_prefix}-{layout}",
            css=f"dg-{layout}",
        )
        for layout in WIDTHS
    )
    return f'<span class="dg">{layouts}</span>'


def picture_of(name: str, words: Callable[..., str], *, layout: str) -> Picture:
    """The drawing itself, before it becomes SVG.

    Raises:
        UnknownDiagramError: there is no diagram of this name.
    """
    if name not in _DRAWINGS:
        raise UnknownDiagramError(name)
    return _DRAWINGS[name](words_of(name, words), WIDTHS[layout])
