"""The units that came back beside those of the project, and which of them there are."""

from __future__ import annotations

from dataclasses import dataclass

from scn.problems import Problem, quoted
from scn.translations.exchange.model import PageForExport, ReadPage, ReadUnit, UnitForExport
from scn.translations.exchange.units import normalised


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    read: ReadUnit
    present: UnitForExport
    target: str
    is_done: bool

    @property
    def is_changed(self) -> bool:
        one = self.present
        return self.is_done != one.is_done or (self.is_done and self.target != one.target.strip())

    @property
    def written(self) -> str:
        """What is not done is not written: the old text stays, or the English one.

        As on the site, English stands for what has a critical change.
        """
        if self.is_done:
            return self.target
        source = self.present.unit.text
        return source if self.present.is_critical else self.present.target or source


def returned_units(
    page: ReadPage, path: str, present: PageForExport
) -> tuple[list[Returned], list[Problem]]:
    """The units of the page, and what is wrong with which of them there are."""
    read: dict[str, ReadUnit] = {}
    found: list[Problem] = []
    known = {one.unit.id: one for one in present.units}
    for one in page.units:
        if one.id not in known:
            message = f"The page {page.path} has no text {quoted(one.id)}. Delete it here."
            found.append(problem_at(path, one, message))
        elif one.id in read:
            message = f"The text {quoted(one.id)} is there twice. Delete one."
            found.append(problem_at(path, one, message))
        else:
            read[one.id] = one
    lost = [one.unit for one in present.units if one.unit.id not in read]
    if lost:
        named = ", ".join(quoted(unit.id) for unit in lost[:3])
        rest = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
        message = (
            f"Texts of the page {page.path} are missing: {named}{rest}. Put them back, untranslated"
            " if need be, or export again."
        )
        found.append(Problem(path=path, line=page.line, column=page.column, message=message))
    return [_one(read[id_], known[id_]) for id_ in known if id_ in read], found


def _one(read: ReadUnit, present: UnitForExport) -> Returned:
    source = present.unit.text
    target = normalised(read.target).strip()
    if "\n " not in source:  # programs may indent lines in their own way
        target = "\n".join(line.lstrip() for line in target.split("\n"))
    # Some programs fill in the source text for what nobody has translated.
    is_new = not read.is_fuzzy and target not in (present.target.strip(), source)
    return Returned(
        read=read,
        present=present,
        target=target,
        is_done=bool(target) and (read.is_confirmed or is_new),
    )


def problem_at(path: str, place: ReadUnit | ReadPage, message: str) -> Problem:
    return Problem(path=path, line=place.line, column=place.column, message=message)
