"""`/.well-known/security.txt`: whom to tell of a weakness of the site (RFC 9116)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from scn.config_places import Place
from scn.problems import ContentError, Problem, quoted
from scn.publication import Publication

SECURITY_FILE = ".well-known/security.txt"
_VALID_FOR = datetime.timedelta(days=364)
"""RFC 9116 §2.5.5 recommends less than a year, so that old ones are noticed."""

_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"https://[!-~]+")
_LANGUAGES = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*(?:, ?[a-z]{2,3}(?:-[A-Za-z0-9]+)*)*")


def security_txt(publication: Publication, built_on: datetime.date) -> str:
    """The text; empty while it is not decided where the site is or who is told."""
    contact, site_url = (publication.decided(name) for name in ("security_contact", "site_url"))
    if not contact or not site_url:
        return ""
    host = urlsplit(site_url)
    lines = [
        f"Contact: mailto:{contact}" if _MAILBOX.fullmatch(contact) else f"Contact: {contact}",
        f"Expires: {built_on + _VALID_FOR}T00:00:00Z",
        f"Preferred-Languages: {', '.join(_codes(publication.security_languages))}",
        # Of the whole host, even where the site is only a part of it (RFC 9116 §3).
        f"Canonical: {host.scheme}://{host.netloc}/{SECURITY_FILE}",
    ]
    return "\n".join(lines) + "\n"


def check_security_contact(publication: Publication, places: Mapping[str, Place]) -> None:
    """Look at what becomes lines of the file.

    Raises:
        ContentError: it would not be what RFC 9116 asks for.
    """
    wanted = {
        "security_contact": (
            _MAILBOX.fullmatch(publication.security_contact)
            or _WEB.fullmatch(publication.security_contact),
            "Write a mailbox such as security@city.eu, or an address that begins with https://.",
        ),
        "security_languages": (
            _LANGUAGES.fullmatch(publication.security_languages),
            "Write codes of languages with commas between, such as en, fr.",
        ),
    }
    problems = []
    for name, (is_right, advice) in wanted.items():
        if not is_right:
            line, column = places.get(name) or places.get("extra") or (1, 1)
            message = f"{name}: {quoted(getattr(publication, name))} cannot be used. {advice}"
            problems.append(Problem(path="mkdocs.yml", line=line, column=column, message=message))
    if problems:
        raise ContentError(problems)


def _codes(languages: str) -> list[str]:
    return [code.strip() for code in languages.split(",")]
