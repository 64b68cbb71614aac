"""Everything that the site is made from; nobody after it reads a file or sees a dict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from scn.accessibility.record import AxeRecord
from scn.accessibility.statement import Statement
from scn.addresses import split_language
from scn.countries import Countries
from scn.generated_paths import generated_paths
from scn.glossary import Glossary
from scn.languages import SOURCE_LANGUAGE, Languages
from scn.page_texts import PageTexts
from scn.page_tree import PageTree
from scn.pages import PageHead
from scn.sessions.agenda import Sessions
from scn.sources import Source
from scn.translations.translated import NOTHING_TRANSLATED, Translations
from scn.vocabulary import Vocabulary
from scn.words import LanguageWords


@dataclass(frozen=True, kw_only=True)
class Content:
    languages: Languages
    """All languages of the site."""

    shown: Languages
    """Those that pages offer: all, or in a preview those that it makes."""

    built: Languages
    """Those that this build makes; another may make the rest of the same site.

    Only here is the pseudo-language, where it was asked for: nothing lists it or leads to it.
    """

    words: Mapping[str, LanguageWords]
    heads: Mapping[str, PageHead]
    """Front matter by source file relative to `docs/`."""

    texts: PageTexts
    """Text of the Markdown pages by source file relative to `docs/`."""

    tree: PageTree
    countries: Countries
    vocabulary: Vocabulary
    sessions: Sessions
    glossary: Glossary
    sources: Mapping[str, Source]
    statement: Statement
    axe_record: AxeRecord
    translations: Translations = NOTHING_TRANSLATED

    @cached_property
    def known(self) -> Languages:
        """All that pages can be in: with the pseudo-language, where this build makes it."""
        more = (one for one in self.built if one.code not in self.languages)
        return Languages((*self.languages, *more))

    def head_of(self, path: str, language: str) -> PageHead | None:
        """The front matter of a page as shown in a language: its own or the source's."""
        return self.heads.get(f"{language}/{path}") or self.heads.get(f"{SOURCE_LANGUAGE}/{path}")

    @property
    def written_languages(self) -> tuple[str, ...]:
        """Those that have a text of their own, beside the pages that are made from data."""
        made = generated_paths(self.sessions, self.countries) | self.tree.without_fallback
        written = [codes for path, codes in self.tree.languages_of.items() if path not in made]
        return tuple(code for code in self.tree.order if any(code in codes for codes in written))

    def for_language(self, language: str) -> Content:
        """What the pages of one language may be made from, which its key must cover.

        Its own texts, those of the source that stand in for missing ones, and the words of both;
        the source also makes what there is once for all languages.
        """
        if language == SOURCE_LANGUAGE:
            return replace(self, texts=self.texts.held())

        folders = (f"{language}/", f"{SOURCE_LANGUAGE}/")

        def is_read(source: str) -> bool:
            if not source.startswith(folders):
                return False
            own, path = split_language(source, (language, SOURCE_LANGUAGE))
            return own == language or (
                own == SOURCE_LANGUAGE and not self.tree.exists_in(path, language)
            )

        return replace(
            self,
            words={code: self.words[code] for code in (language, SOURCE_LANGUAGE)},
            translations=self.translations.of(language),
            heads={source: head for source, head in self.heads.items() if is_read(source)},
            texts=self.texts.only(is_read).held(),
        )
