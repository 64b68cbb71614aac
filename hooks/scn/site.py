"""The content together with where, by whom and when it is published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scn.content import Content
from scn.problems import ContentError, Problem
from scn.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    content: Content
    publication: Publication
    as_of: datetime.date
    """The day of the build in UTC, which decides what is to come and what is past."""


def site_from_content(
    content: Content,
    *,
    site_url: str,
    repository: str,
    settings: Mapping[str, object],
    epoch: int | None,
    is_published: bool,
) -> Site:
    """Put the site together; `epoch` is the time of the build in seconds since 1970.

    Raises:
        ContentError: a value is missing, or still a placeholder when the site is to be published.
    """
    names = Publication.setting_names()
    missing = [name for name in names if not settings.get(name)]
    _refuse(f"extra.publication.{name} is missing. Write it." for name in missing)
    publication = Publication(
        site_url=site_url,
        repository=repository,
        **{name: str(settings[name]) for name in names},
    )
    if is_published:
        _refuse(
            f"{name} is still a placeholder. Write the real one before publishing."
            for name in publication.placeholders()
        )
    return Site(content=content, publication=publication, as_of=_day(epoch, content))


def _refuse(messages: Iterable[str]) -> None:
    problems = [Problem(path="mkdocs.yml", line=1, column=1, message=one) for one in messages]
    if problems:
        raise ContentError(problems)


def _day(epoch: int | None, content: Content) -> datetime.date:
    """Without a time, the newest day on which a page was checked."""
    if epoch is not None:
        return datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    days = (head.as_of for head in content.heads.values())
    return max((day for day in days if day), default=datetime.date(1970, 1, 1))
