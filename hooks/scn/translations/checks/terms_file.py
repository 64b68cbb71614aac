"""What the termbase says twice: more than one preferred form of a term in a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scn.problems import Problem, quoted
from scn.yaml_text import Mapping, Node, Scalar, Sequence, read_yaml

_SEVERAL = re.compile(r";|\(also:")


def check_terms_file(text: str, path: str) -> Iterator[Problem]:
    root, _ = read_yaml(text, path)
    for group in _items(root):
        for forms in _values(group, "forms"):
            for key, form in forms.items if isinstance(forms, Mapping) else ():
                for value in _values(form, "text"):
                    if isinstance(value, Scalar) and (found := _SEVERAL.search(value.text)):
                        first = value.text[: found.start()].strip()
                        others = value.text[found.end() :].strip(" )")
                        yield Problem(
                            path=path,
                            line=value.line,
                            column=value.column,
                            message=f"{key.text}: {quoted(value.text)} are two preferred forms."
                            f" Write {{text: {first}, also: {others}}}.",
                            source=text.split("\n")[value.line - 1],
                        )


def _items(root: Node | None) -> Iterator[Node]:
    for _, group in root.items if isinstance(root, Mapping) else ():
        yield from group.items if isinstance(group, Sequence) else ()


def _values(node: Node, name: str) -> Iterator[Node]:
    if isinstance(node, Mapping) and (value := node.get(name)) is not None:
        yield value
