"""The navigation in `mkdocs.yml`: pages that do not exist, section titles without words."""

from __future__ import annotations

from collections.abc import Container, Iterator

import yaml

from scn.problems import Problem, not_known


def check_navigation(
    text: str, path: str, pages: Container[str], section_titles: set[str] | None
) -> Iterator[Problem]:
    """Compare `nav:` with the pages that exist, by their paths without a language.

    Without titles to compare with, because the words cannot be read, any title will do.
    Read with PyYAML itself: the tags of MkDocs, such as `!ENV`, are part of this file.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return  # MkDocs has already refused the file.
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        if key.value == "nav":
            yield from _check(value, path, pages, section_titles)


def _check(
    node: yaml.Node, path: str, pages: Container[str], section_titles: set[str] | None
) -> Iterator[Problem]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _check(item, path, pages, section_titles)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if section_titles is not None and key.value not in section_titles:
                known = sorted(section_titles)
                yield _problem(
                    path,
                    key,
                    f"nav: the section {not_known(key.value, known)}"
                    f" Its title is the text `nav.{key.value}` in docs/_data/strings/.",
                )
            yield from _check(value, path, pages, section_titles)
    elif (
        isinstance(node, yaml.ScalarNode)
        and node.value not in pages
        and not node.value.startswith(("https://", "http://"))
    ):
        yield _problem(
            path,
            node,
            f"nav: there is no page docs/en/{node.value}. Write the page or remove the line.",
        )


def _problem(path: str, node: yaml.Node, message: str) -> Problem:
    mark = node.start_mark
    return Problem(path=path, line=mark.line + 1, column=mark.column + 1, message=message)
