"""Files of authors where the site puts one that is made from data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scn.generated_file import GeneratedFile
from scn.problems import Problem

SITE_FILES = ("llms.txt", "robots.txt", "sitemap.xml")
"""What is made once for the site or a language, whatever its content."""


def check_site_files(names: Iterable[str], languages: Iterable[str]) -> Iterator[Problem]:
    """`names` are all files below `docs/`, relative to it."""
    folders = ("", *(f"{code}/" for code in languages))
    taken = {f"{folder}{name}" for folder in folders for name in SITE_FILES}
    yield from (_problem(name) for name in names if name in taken)


def check_places(made: Iterable[GeneratedFile], files: Mapping[str, str]) -> Iterator[Problem]:
    """`files` are those of authors: place in the site by source relative to `docs/`."""
    source_of = {place: source for source, place in files.items()}
    for file in made:
        source = file.source if file.source in files else source_of.get(file.output)
        if source:
            yield _problem(source)


def _problem(source: str) -> Problem:
    message = "A file is made from data at this place. Give the file another name, or delete it."
    return Problem(path=f"docs/{source}", line=1, column=1, message=message)
