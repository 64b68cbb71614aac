"""Former addresses of sessions: a small page leads on to the session, its calendar file stays."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scn.addresses import output_path
from scn.generated_paths import former_paths
from scn.session_cards import title_of
from scn.session_page import address_of
from scn.sessions.model import Session
from scn.site import Site


def redirects(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """The file and the HTML of each former page of a session, in one language."""
    for session in site.content.sessions:
        former = sorted(former_paths([session]))
        page = _redirect(site, session, language) if former else ""
        for path in former:
            yield output_path(path, language), page


def former_file_addresses(session: Session, language: str) -> Iterator[str]:
    """Where the calendar file with this session alone has been: people saved that address."""
    for path in sorted(former_paths([session])):
        yield output_path(path, language).replace("index.html", "session.ics")


def _redirect(site: Site, session: Session, language: str) -> str:
    """Without a script or a style: it is gone before anybody sees it, or only read."""
    words = site.content.words[language]
    title, title_language = title_of(site, session, language)
    in_its_language = f' lang="{escape(title_language)}"' if title_language != language else ""
    description = words("session_page.description", title=title)
    address = escape(f"../{session.id}/")  # former pages are beside it
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)} – {escape(words('frame.site_name'))}</title>",
        f'<meta name="description" content="{escape(description)}">',
        '<meta name="robots" content="noindex">',
        f'<meta http-equiv="refresh" content="0; url={address}">',
    ]
    link = f'<a href="{address}"{in_its_language}>{escape(title)}</a>'
    body = [
        f"<h1{in_its_language}>{escape(title)}</h1>",
        f"<p>{escape(words('calendar.page'))} {link}</p>",
    ]
    if site.is_example:
        banner = (
            f"<strong>{escape(words('example.title'))}</strong> {escape(words('example.text'))}"
        )
        label = escape(words("example.label"))
        body = [f'<aside class="scn-example" aria-label="{label}"><p>{banner}</p></aside>', *body]
    else:
        canonical = escape(address_of(site, session, language))
        head.append(f'<link rel="canonical" href="{canonical}">')
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        *head,
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join([*lines, ""])
