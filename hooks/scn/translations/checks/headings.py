"""The same headings as the English page: ids, levels, order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from scn.problems import Problem, quoted
from scn.translations.checks.blocks import Block
from scn.translations.checks.lines import Line


def check_headings_of_translation(
    source: Sequence[Block],
    translation: Sequence[Block],
    path: str,
    *,
    pending: Collection[str] = (),
) -> Iterator[Problem]:
    wanted = {block.section: block for block in source if block.kind == "heading"}
    ours = [block for block in translation if block.kind == "heading"]
    end = translation[-1].place if translation else Line(text="", number=1)
    ids = [one for one in wanted if one not in pending]
    found = [block for block in ours if block.section not in pending]
    present = {block.section for block in found}
    matcher = SequenceMatcher(None, ids, [block.section for block in found], False)

    def problem(place: Line, message: str) -> Problem:
        return Problem(path=path, line=place.number, column=place.column, message=message)

    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        changed = [id_ for id_ in ids[i1:i2] if id_ not in present]
        for block in found[j1:j2]:
            if block.section in wanted:
                before = ids.index(block.section)
                where = f"after {quoted(ids[before - 1])}" if before else "to the top"
                yield problem(
                    block.place,
                    f"The section {quoted(block.section)} stands elsewhere on the English page."
                    f" Move it {where}.",
                )
            elif changed:
                id_ = changed.pop(0)
                has = f"has the id {quoted(block.section)}" if block.section else "has no id"
                yield problem(
                    block.place,
                    f"The heading {has}; on the English page it is {quoted(id_)}."
                    f" Write {{ #{id_} }}.",
                )
            else:
                yield problem(
                    block.place,
                    f"The English page has no section {quoted(block.section)}. Remove it.",
                )
        place = found[j2].place if j2 < len(found) else end
        for id_ in changed:
            where = "before this heading" if j2 < len(found) else "at the end of the page"
            yield problem(
                place,
                f"The section {quoted(id_)} is missing. Translate it from line"
                f" {wanted[id_].place.number} of the English page, {where}.",
            )
    for block in found:
        other = wanted.get(block.section)
        level = block.detail.split()[0]
        if other and (expected := other.detail.split()[0]) != level:
            yield problem(
                block.place,
                f"The heading has level {level}, on the English page {expected}."
                f" Write {'#' * int(expected)}.",
            )
