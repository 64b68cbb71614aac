"""The content together with where, by whom and when it is published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scn.config_places import Place, places_of_settings
from scn.content import Content
from scn.example import example_uid_domain
from scn.languages import PSEUDO_LANGUAGE
from scn.problems import ContentError, Problem
from scn.publication import ADDRESS_PARTS, Publication
from scn.security_txt import check_security_contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    content: Content
    publication: Publication
    as_of: datetime.date
    """The day of the build in UTC, which decides what is to come and what is past."""

    is_example: bool = False
    """Its sessions are invented, and every page says so."""

    is_preview: bool = False
    """For the one who writes: pages load themselves again by a script inside them."""

    is_published: bool = False
    """Made to be published: with what takes long to make and nobody misses while writing."""

    def author(self, language: str) -> str:
        """Who feeds and open data name: the publisher, or while none is decided the network."""
        publisher = self.publication.decided("publisher")
        return publisher or self.content.words[language]("frame.site_name")


def site_from_content(
    content: Content,
    *,
    site_url: str,
    repository: str,
    settings: Mapping[str, object],
    epoch: int | None,
    is_published: bool,
    config_text: str,
    is_example: bool = False,
    is_preview: bool = False,
) -> Site:
    """Put the site together; `epoch` is the time of the build in seconds since 1970.

    `config_text` is `mkdocs.yml`, for the places in messages.

    Raises:
        ContentError: a value is missing, or still a placeholder when the site is to be published,
            its sessions are invented, or nobody could be told of a weakness.
    """
    names = Publication.setting_names()
    places = places_of_settings(config_text)
    missing = [name for name in names if not settings.get(name)]
    _refuse(missing, places, "extra.publication.{name} is missing. Write it.")
    publication = Publication(
        site_url=site_url,
        repository=repository,
        **{name: str(settings[name]) for name in names},
    )
    parts = ", ".join(f"{{{{{part}}}}}" for part in ADDRESS_PARTS)
    message = f"{{name}} has something unknown in braces, or a brace too many. Use {parts}."
    _refuse(publication.unreadable_addresses(), places, message)
    check_security_contact(publication, places)
    if is_example:
        domain = example_uid_domain(publication.uid_domain)
        publication = replace(publication, uid_domain=domain)
    if is_example and is_published:
        message = "The sessions are those of the example. Unset SCN_EXAMPLE before publishing."
        raise ContentError([Problem(path="mkdocs.yml", line=1, column=1, message=message)])
    if is_published and len(content.known) > len(content.languages):
        message = f"{PSEUDO_LANGUAGE} is no language for readers. Leave it out of SCN_LANGUAGES."
        raise ContentError([Problem(path="mkdocs.yml", line=1, column=1, message=message)])
    if is_published:
        message = "{name} is still a placeholder. Write the real one before publishing."
        _refuse(publication.placeholders(), places, message)
    return Site(
        content=content,
        publication=publication,
        as_of=_day(epoch, content),
        is_example=is_example,
        is_preview=is_preview,
        is_published=is_published,
    )


def _refuse(names: Iterable[str], places: Mapping[str, Place], message: str) -> None:
    problems = []
    for name in names:
        line, column = places.get(name) or places.get("extra") or (1, 1)
        text = message.format(name="repo_url" if name == "repository" else name)
        problems.append(Problem(path="mkdocs.yml", line=line, column=column, message=text))
    if problems:
        raise ContentError(problems)


def _day(epoch: int | None, content: Content) -> datetime.date:
    """Without a time, the newest day on which a page was checked."""
    if epoch is not None:
        return datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    days = (head.as_of for head in content.heads.values())
    return max((day for day in days if day), default=datetime.date(1970, 1, 1))
