"""Adds the pseudo-language to what a site is made from."""

from __future__ import annotations

from dataclasses import replace

from scn.addresses import split_language
from scn.content import Content
from scn.languages import PSEUDO_LANGUAGE, SOURCE_LANGUAGE, Languages
from scn.pseudo_language import (
    has_pseudo_page,
    pseudo_language,
    pseudo_page,
    pseudo_text,
    pseudo_words,
)


def with_pseudo_language(content: Content) -> Content:
    """The same content, and as if somebody had translated all of it.

    No list of languages has it, and it is no alternate of a page: what is made in other languages
    stays the same.
    """
    pages = {
        path: text
        for source, text in content.texts.items()
        for language, path in [split_language(source, {SOURCE_LANGUAGE})]
        if language and has_pseudo_page(text)
    }
    heads = {
        f"{PSEUDO_LANGUAGE}/{path}": replace(
            head,
            title=pseudo_text(head.title),
            description=pseudo_text(head.description),
            summary=pseudo_text(head.summary),
        )
        for path in pages
        if (head := content.heads.get(f"{SOURCE_LANGUAGE}/{path}"))
    }
    made = {f"{PSEUDO_LANGUAGE}/{path}": pseudo_page(text) for path, text in pages.items()}
    tree = content.tree
    languages_of = {
        path: codes | {PSEUDO_LANGUAGE} if _has_page(path, codes, content, pages) else codes
        for path, codes in tree.languages_of.items()
    }
    pseudo = pseudo_language(content.languages.by_code(SOURCE_LANGUAGE))
    return replace(
        content,
        built=Languages((*content.built, pseudo)),
        words={**content.words, PSEUDO_LANGUAGE: pseudo_words(content.words[SOURCE_LANGUAGE])},
        heads={**content.heads, **heads},
        texts=content.texts.with_made(made),
        tree=replace(tree, languages_of=languages_of),
    )


def _has_page(path: str, codes: frozenset[str], content: Content, pages: dict[str, str]) -> bool:
    """Pages that are made from data have no text, and are in every language."""
    is_from_data = f"{SOURCE_LANGUAGE}/{path}" not in content.texts
    is_everywhere = SOURCE_LANGUAGE in codes and path not in content.tree.without_fallback
    return path in pages or (is_from_data and is_everywhere)
