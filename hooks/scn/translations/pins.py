"""What translations say about their source, compared with what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scn import yaml_text
from scn.front_matter import split_front_matter
from scn.languages import SOURCE_LANGUAGE
from scn.pages import PageHead
from scn.problems import Problem, not_known, quoted
from scn.translations.headings import heading_ids
from scn.translations.sources import SourceTexts
from scn.yaml_text import Node, read_yaml

_SYNC = "`python scripts/translations.py sync`"


def check_pins(
    file: str,
    texts: Mapping[str, str],
    page: PageHead,
    sources: SourceTexts,
    shown: Callable[[str], str],
) -> Iterator[Problem]:
    """Check one page: `file` is as `fr/package/roles.md`, `shown` how messages name it."""
    language, _, path = file.partition("/")
    place = _Places(texts, file, shown)
    head = page.translation
    if language == SOURCE_LANGUAGE:
        if head:
            message = "A page of the source language is no translation. Delete the field."
            yield place.problem(("translation",), message)
        if page.local_only:
            message = "All languages have the pages of the source language. Delete the line."
            yield place.problem(("local_only",), message)
        return
    if page.local_only and path in sources.today:
        yield place.problem(
            ("local_only",),
            f"There is an English page {path}, so this is a translation of it. Delete the line and"
            f" run {_SYNC}, or give the page another name.",
        )
    if not head:
        return
    if path not in sources.today:
        others = ", ".join(sources.paths_of(head.source))
        advice = (
            f"It is {others} now: move this file to the same place."
            if others
            else "Delete this one, or write `local_only: true` in place of the field."
        )
        yield place.problem(("translation",), f"There is no English page {path}. {advice}")
    if head.source not in sources.by_id:
        yield place.problem(
            ("translation", "source"),
            f"No text has the id {quoted(head.source)}: neither an English page of today nor a"
            " snapshot in docs/_data/translations/sources/. Run `python scripts/translations.py"
            " snapshot`, which takes it from Git; if nobody has that text, compare the page with"
            f" the English one and run {_SYNC}.",
        )
        return
    if not head.pending:
        return
    known = set(sources.heading_ids(head.source))
    if path in sources.today:
        known |= set(sources.heading_ids(sources.id_of[path]))
    known |= set(heading_ids(texts[file]))
    for number, id_ in enumerate(head.pending):
        if id_ not in known:
            yield place.problem(
                ("translation", "pending", number),
                f"The heading {not_known(id_, sources.heading_ids(head.source))}",
            )


class _Places:
    """Where the fields of a head are, read once more because a problem is rare."""

    def __init__(self, texts: Mapping[str, str], file: str, shown: Callable[[str], str]) -> None:
        self.texts = texts
        self.file = file
        self.shown = shown

    def problem(self, steps: tuple[str | int, ...], message: str) -> Problem:
        head = split_front_matter(self.texts[self.file]).head
        shown = self.shown(self.file)
        node: Node | None = read_yaml(head, shown)[0]
        for step in steps:
            inner: Node | None = None
            if isinstance(node, yaml_text.Mapping) and isinstance(step, str):
                inner = node.get(step)
            elif isinstance(node, yaml_text.Sequence) and isinstance(step, int):
                inner = node.items[step]
            node = inner or node
        # The YAML begins below the line of hyphens.
        line, column = (node.line + 1, node.column) if node else (1, 1)
        name = ".".join(step for step in steps if isinstance(step, str))
        source = head.split("\n")[line - 2] if node else ""
        return Problem(
            path=shown, line=line, column=column, message=f"{name}: {message}", source=source
        )
