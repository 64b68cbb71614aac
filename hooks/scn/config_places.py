"""Where in `mkdocs.yml` the settings of the publication stand, for messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

Place = tuple[int, int]
"""Line and column, counted from 1."""


def places_of_settings(text: str) -> Mapping[str, Place]:
    """The place of each setting by its name in `scn.publication.Publication`.

    Read with PyYAML itself: the tags of MkDocs, such as `!ENV`, are part of this file.
    """
    names = {"repo_url": "repository"}
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    found = {names.get(key, key): place for key, place, _ in _fields(root)}
    extra = next((node for key, _, node in _fields(root) if key == "extra"), None)
    for key, _, node in _fields(extra):
        if key == "publication":
            found |= {name: place for name, place, _ in _fields(node)}
    return found


def _fields(node: yaml.Node | None) -> Iterator[tuple[str, Place, yaml.Node]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield key.value, (key.start_mark.line + 1, key.start_mark.column + 1), value
