"""Draw the outlines of the Member States again: hooks/scn/maps/outlines.py.

python scripts/europe_map.py            write the file again
python scripts/europe_map.py --check    only say whether it is up to date

The outlines come from Natural Earth in the form of the npm package world-atlas; europe_map.cjs
projects and simplifies them, so this needs Node and the npm packages of package-lock.json.
The built site needs neither: the file is committed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from shared.made_file import write_made_file
from shared.node import run_node

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = ROOT / "hooks/scn/maps/outlines.py"

# The numbers of ISO 3166-1 by the ids of countries.yml. Åland (248) is a part of Finland, and all
# of Cyprus is one Member State, which the data shows as two shapes.
MEMBERS = {
    "at": ["040"],
    "be": ["056"],
    "bg": ["100"],
    "cy": ["196", "N. Cyprus"],
    "cz": ["203"],
    "de": ["276"],
    "dk": ["208"],
    "ee": ["233"],
    "es": ["724"],
    "fi": ["246", "248"],
    "fr": ["250"],
    "gr": ["300"],
    "hr": ["191"],
    "hu": ["348"],
    "ie": ["372"],
    "it": ["380"],
    "lt": ["440"],
    "lu": ["442"],
    "lv": ["428"],
    "mt": ["470"],
    "nl": ["528"],
    "pl": ["616"],
    "pt": ["620"],
    "ro": ["642"],
    "se": ["752"],
    "si": ["705"],
    "sk": ["703"],
}
SETTINGS = {
    "members": MEMBERS,
    "bounds": [-1750, 2090, 2250, -1960],  # west, north, east, south of 10° E, 52° N, in km
    "width": 1000,  # so a unit is 4 km
    "detail": 10,  # square units: a corner that changes less than this is left out
    "islet": 25,  # square units: islands smaller than this are left out
    # What stands on the map would cover all of Cyprus, and in the middle of Croatia and Luxembourg
    # it would be too near to that of Slovenia and Belgium.
    "moved": {"cy": [944, 954], "hr": [599, 697], "lu": [370, 591], "si": [523, 684]},
}

HEADER = '''\
"""The Member States in Europe and the land around them, in Lambert's equal-area projection.

Made by `python scripts/europe_map.py`: do not edit.
Data: Natural Earth, 1:50 million, in the public domain, from the npm package world-atlas.
"""

from scn.maps.outline import Outline

'''
LONGEST = 84  # so that no line has more than a hundred characters


def main(arguments: list[str] | None = None) -> int:
    return write_made_file(
        OUTLINES,
        outlines_module,
        arguments,
        root=ROOT,
        script="europe_map.py",
        about="Draw the outlines of the Member States again.",
        failed="The map could not be drawn.",
    )


def outlines_module() -> str:
    drawn = json.loads(run_node(Path(__file__).with_suffix(".cjs"), SETTINGS))
    return HEADER + "\n".join(_lines(drawn)) + "\n"


def _lines(drawn: dict[str, Any]) -> Iterator[str]:
    """As the formatter would write them."""
    yield f"WIDTH = {drawn['width']}"
    yield f"HEIGHT = {drawn['height']}"
    yield "OTHERS = ("
    yield from _pieces(drawn["others"], indent=4)
    yield ")"
    yield "STATES = {"
    for code, state in drawn["states"].items():
        yield f'    "{code}": Outline('
        yield f"        x={state['x']},"
        yield f"        y={state['y']},"
        yield f"        room={state['room']},"
        first, *more = _pieces(state["path"], indent=8)
        if more:
            yield "        path=("
            yield from (f"    {line}" for line in (first, *more))
            yield "        ),"
        else:
            yield f"        path={first.strip()},"
        yield "    ),"
    yield "}"


def _pieces(path: str, *, indent: int) -> Iterator[str]:
    for start in range(0, len(path), LONGEST):
        yield f'{" " * indent}"{path[start : start + LONGEST]}"'


if __name__ == "__main__":
    sys.exit(main())
