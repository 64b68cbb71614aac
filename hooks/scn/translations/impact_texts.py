"""What a change makes outdated, as text and as Markdown for a comment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from scn.translations.impact import ImpactOnPage
from scn.translations.reports import SEVERITIES


def impact_text(pages: Sequence[ImpactOnPage]) -> str:
    lines = []
    for page in pages:
        parts = [f"{one}: {', '.join(found)}" for one in SEVERITIES if (found := _of(page, one))]
        if page.further_behind:
            parts.append(f"outdated before: {', '.join(page.further_behind)}")
        if page.orphans:
            parts.append(f"no English page any more: {', '.join(page.orphans)}")
        if page.waived:
            parts.append(_blocks(page.waived))
        nothing = "new page" if page.is_new else "no translation has to follow"
        lines.append(f"{page.path}  {'; '.join(parts) or nothing}")
    return "\n".join([*lines, summary(pages)])


def impact_markdown(pages: Sequence[ImpactOnPage]) -> str:
    lines = ["### Translations", "", summary(pages)]
    if pages:
        lines += [
            "",
            "| English page | Critical | Major | Minor | Outdated before | Without English page |",
            "|---|---|---|---|---|---|",
        ]
    for page in pages:
        cells = [
            f"`{page.path}`",
            *(", ".join(_of(page, one)) for one in SEVERITIES),
            ", ".join(page.further_behind),
            ", ".join(page.orphans),
        ]
        lines.append(f"| {' | '.join(cell or '–' for cell in cells)} |")
    return "\n".join(lines)


def summary(pages: Iterable[ImpactOnPage]) -> str:
    """`This change makes 7 translations outdated: 2 critical, 5 minor; 1 block waived.`"""
    pages = tuple(pages)
    severities = Counter(severity for page in pages for _, severity in page.outdated)
    total, waived = severities.total(), sum(page.waived for page in pages)
    end = f"; {_blocks(waived)}" if waived else ""
    if not total:
        return f"This change makes no translation outdated{end}."
    parts = ", ".join(f"{severities[one]} {one}" for one in SEVERITIES if severities[one])
    return f"This change makes {total} translation{'s' * (total != 1)} outdated: {parts}{end}."


def _of(page: ImpactOnPage, severity: str) -> list[str]:
    return [language for language, own in page.outdated if own == severity]


def _blocks(count: int) -> str:
    return f"{count} block{'s' * (count != 1)} waived"
