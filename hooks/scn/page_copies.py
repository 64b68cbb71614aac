"""The Markdown copies of the pages that a language has a text of its own for."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from urllib.parse import unquote, urljoin

from scn.addresses import absolute_address, page_address
from scn.dates import format_date
from scn.front_matter import split_front_matter
from scn.generated_file import GeneratedFile
from scn.languages import SOURCE_LANGUAGE
from scn.markdown_copy import MarkdownCopy
from scn.page_links import section_edit_url
from scn.pages import PageHead
from scn.publication import CONTENT_LICENCE
from scn.sharing import copy_address, has_copy
from scn.site import Site
from scn.template_data import GlossaryView, MembersView, TermView, view_for_template
from scn.translations.model import TranslationState
from scn.words import Words

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def page_copies(site: Site, language: str, files: Mapping[str, str]) -> Iterator[GeneratedFile]:
    """`files` are what is no page, by source relative to `docs/` with its place in the site."""
    for path in site.content.tree.languages_of:
        head = site.content.heads.get(f"{language}/{path}")
        if head and has_copy(site, path, language):
            yield GeneratedFile(
                # No name in `.md`: MkDocs would make a page of it.
                source=f"{language}/{path.removesuffix('.md')}/markdown-copy",
                output=copy_address(path, language),
                content=page_copy(site, path, language, head, files),
            )


def page_copy(
    site: Site, path: str, language: str, head: PageHead, files: Mapping[str, str]
) -> str:
    content = site.content
    source, words = f"{language}/{path}", content.words[language]
    url = absolute_address(site.publication.site_url, page_address(path, language))
    state = content.translations.state(language, path)
    fields = {
        "title": head.title,
        "description": head.description,
        "language": language,
        "url": url,
        "as_of": head.as_of.isoformat() if head.as_of else "",
        "licence": CONTENT_LICENCE,
        "state": _state(language, state),
    }
    # JSON is YAML, and no title can break out of it.
    front = [f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields.items() if v]
    body = split_front_matter(content.texts[source]).body
    copy = MarkdownCopy(
        address=_addresses(site, path, language, url, files),
        diagram_text=lambda name, alt: f"**{alt}** {words(f'diagrams.{name}.desc')}",
    )
    text = copy.text(
        content.translations.with_todays_english(
            source, body, partial(section_edit_url, site, source), words
        ),
        notes=tuple(_notes(state, words)),
    )
    parts = ["---", *front, "---", "", text]
    view = view_for_template(site, head.template, language, language) if head.template else None
    if isinstance(view, GlossaryView):
        parts += _glossary(view)
    if isinstance(view, MembersView):
        parts += _members(view, words)
    if head.as_of:
        parts += [words("sources.as_of", date=format_date(head.as_of, language)), ""]
    return "\n".join(parts)


def _state(language: str, state: TranslationState | None) -> str:
    """How far the text can be relied on, in the words of scn.translations.model."""
    if language == SOURCE_LANGUAGE:
        return "source"
    if state is None:
        return "unpinned"
    is_draft = state.head and state.head.state == "machine" and not state.is_reviewed
    return f"{state.standing}, machine draft" if is_draft else state.standing


def _notes(state: TranslationState | None, words: Words) -> Iterator[str]:
    if state is None or state.head is None:
        return
    if state.head.state == "machine" and not state.is_reviewed:
        yield words("translation.machine")
    if state.is_behind:
        yield words("translation.outdated")


def _addresses(
    site: Site, path: str, language: str, url: str, files: Mapping[str, str]
) -> Callable[[str], str]:
    """What makes the target of a link absolute: links lead to pages in the same language."""
    folder, site_url = posixpath.dirname(path), site.publication.site_url

    def absolute(target: str) -> str:
        if not target or target.startswith("#"):
            return url + target
        if _ELSEWHERE.match(target):
            return target
        place, hash_, fragment = target.partition("#")
        name = posixpath.normpath(posixpath.join(folder, unquote(place)))
        name = re.sub(r"^(?:\.\./)+", "", name)
        if name.endswith(".md"):
            found: str | None = page_address(name, language)
        else:
            sources = (f"{language}/{name}", f"{SOURCE_LANGUAGE}/{name}", name)
            found = next((files[one] for one in sources if one in files), None)
        to = urljoin(url, target) if found is None else absolute_address(site_url, found)
        return to if found is None else f"{to}{hash_}{fragment}"

    return absolute


# What templates add to the text


def _glossary(view: GlossaryView) -> Iterator[str]:
    for term in (*view.terms, *view.labels):
        short = f" ({term.short})" if term.short else ""
        yield f"## {term.term}{short}\n"
        for line in _forms(term):
            yield f"{line}\n"


def _forms(term: TermView) -> Iterator[str]:
    if term.meaning:
        yield term.meaning
    if term.own_form:
        yield f"{term.own_form.language_name}: {term.own_form.text}"


def _members(view: MembersView, words: Words) -> Iterator[str]:
    yield f"| {words('members.country')} | {words('members.associations')} |"
    yield "|---|---|"
    for row in view.rows:
        names = "; ".join(name.text for one in row.associations for name in one.names)
        yield f"| {row.country} | {names.replace('|', '/')} |"
    yield ""
