"""The days in the ids of news, which the feed sorts by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from scn.checks.headings import headings
from scn.problems import Problem

_NEWS = re.compile(r"news-(?P<day>\d{4}-\d{2}-\d{2})-.+")


def check_news(text: str, path: str) -> Iterator[Problem]:
    for heading in headings(text) if "#news-" in text else ():
        if found := _NEWS.fullmatch(heading.id):
            try:
                datetime.date.fromisoformat(found["day"])
            except ValueError:
                yield Problem(
                    path=path,
                    line=heading.line,
                    column=heading.id_column + found.start("day"),
                    message=f"there is no day {found['day']}. Write one that is in the calendar.",
                )
