"""`llms.txt`: what is on the site and where its Markdown is (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scn.addresses import absolute_address
from scn.generated_file import GeneratedFile
from scn.languages import SOURCE_LANGUAGE
from scn.session_calendars import session_file
from scn.session_data import DATA_FILE
from scn.sharing import HOME, copy_address, has_copy
from scn.site import Site

LLMS_FILE = "llms.txt"


def llms_address(language: str) -> str:
    return LLMS_FILE if language == SOURCE_LANGUAGE else f"{language}/{LLMS_FILE}"


def llms_files(site: Site, language: str, sections: Mapping[str, str]) -> Iterator[GeneratedFile]:
    """None where the language has no text of its own.

    `sections` are the keys of the sections by page, both in the order of the navigation.
    """
    if language in site.content.written_languages:
        yield GeneratedFile(
            source=f"{language}/{LLMS_FILE}",
            output=llms_address(language),
            content=llms_txt(site, language, sections),
        )


def llms_txt(site: Site, language: str, sections: Mapping[str, str]) -> str:
    content = site.content
    words = content.words[language]
    home = content.head_of(HOME, language)
    lines = [f"# {words('frame.site_name')} – {words('frame.site_kind')}", ""]
    if home:
        lines += [f"> {home.description}", ""]
    lines += [f"{words('footer.about')} {words('footer.not_official')}"]
    by_section: dict[str, list[str]] = {}
    for path, key in sections.items():
        head = content.heads.get(f"{language}/{path}")
        if head and has_copy(site, path, language):
            address = _absolute(site, copy_address(path, language))
            link = f"- {_link(head.title, address)}: {head.description}"
            by_section.setdefault(key, []).append(link)
    data = _absolute(site, session_file(DATA_FILE, language))
    by_section.setdefault("sessions", []).append(f"- {_link(words('feeds.data'), data)}")
    for key, links in by_section.items():
        lines += ["", f"## {words(f'nav.{key}') if key else words('frame.home')}", "", *links]
    links = [
        f"- {_link(one.name, _absolute(site, llms_address(one.code)))}"
        for one in content.shown
        if one.code != language and one.code in content.written_languages
    ]
    if links:
        lines += ["", f"## {words('translation.all_languages')}", "", *links]
    return "\n".join([*lines, ""])


def _absolute(site: Site, address: str) -> str:
    return absolute_address(site.publication.site_url, address)


def _link(title: str, address: str) -> str:
    escaped = title.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"[{escaped}]({address})"
