"""Diagrams of a page: known, and none of them twice, because its parts have ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from scn.checks.markdown_lines import lines_of_text
from scn.problems import Problem, not_known

_DIAGRAM = re.compile(r"!\[[^\]]*\]\(diagram:(?P<name>[^)\s]*)")
_CODE = re.compile(r"`[^`]*`")


def check_diagrams(text: str, path: str, known: Collection[str]) -> Iterator[Problem]:
    if "](diagram:" not in text:
        return  # as most pages: their lines need not be looked at
    first_line_of: dict[str, int] = {}
    for number, line in lines_of_text(text):
        if line.startswith("    "):
            continue  # indented code, or an example inside a list
        for found in _DIAGRAM.finditer(_CODE.sub(lambda code: " " * len(code[0]), line)):
            name, column = found["name"], found.start("name") + 1
            if name not in known:
                message = f"The diagram {not_known(name, known)}"
            elif name in first_line_of:
                message = (
                    f"The diagram {name} is here twice, first in line {first_line_of[name]}."
                    " Keep one and link to it."
                )
            else:
                first_line_of[name] = number
                continue
            yield Problem(path=path, line=number, column=column, message=message)
