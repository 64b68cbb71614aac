"""A text as blocks: what Markdown says and Word can say too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    level: int
    """As on the page: 3 stands right under the title of the text."""

    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    blocks: tuple[Block, ...]
    ticked: bool | None = None
    """Whether the box of a checklist is ticked; None where there is no box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Listing | Table | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocument:
    id: str
    """The name of its file without the ending: `texts/<id>.docx`."""

    title: str
    blocks: tuple[Block, ...]


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)
