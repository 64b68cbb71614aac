"""The states of all translations together, and what the pages of one language show of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from scn.building.digests import digest_of_value
from scn.languages import SOURCE_LANGUAGE
from scn.translations.language_standings import Standings
from scn.translations.model import TranslationState
from scn.translations.summary import LanguageSummary
from scn.translations.todays_english import with_todays_english
from scn.words import Words


@dataclass(frozen=True, kw_only=True)
class Translations:
    """Of the pages that have a text of their own in a language other than the source."""

    states: Mapping[tuple[str, str], TranslationState]
    """By language and path."""

    today: Mapping[str, str]
    """The English text of today by path; of the pages at least that are outdated somewhere."""

    pinned: Mapping[str, str]
    """The English text that a translation was made from, by blob id; likewise."""

    summaries: Mapping[str, LanguageSummary] = field(default_factory=dict)
    """Of all languages, also where the states are those of one."""

    standings: Standings | None = None
    """Likewise; nothing on a site without thresholds."""

    def of(self, language: str) -> Translations:
        """Those of one language, and the summaries of all."""
        states = {key: state for key, state in self.states.items() if key[0] == language}
        return replace(self, states=states)

    @cached_property
    def by_language(self) -> Mapping[str, tuple[TranslationState, ...]]:
        found: dict[str, list[TranslationState]] = {}
        for (language, _), state in self.states.items():
            found.setdefault(language, []).append(state)
        return {language: tuple(states) for language, states in found.items()}

    def state(self, language: str, path: str) -> TranslationState | None:
        return self.states.get((language, path))

    def made_from(self, source: str) -> str:
        """Digest of what the page of a source file (`fr/package/roles.md`) shows of its state."""
        language, _, path = source.partition("/")
        state = self.state(language, path)
        return "" if state is None else digest_of_value(self._made_from(state))

    def shown_in(self, language: str) -> tuple[str, str]:
        """Digests of all that a language shows of the states.

        Every language shows the summaries and the states of its own pages; the source lists the
        states of all. That a page is missing needs no telling: its key has the names of all pages.
        """
        if language == SOURCE_LANGUAGE:
            shown: list[object] = [_listed(self.states[key]) for key in sorted(self.states)]
        else:
            shown = [self._made_from(state) for state in self._states_of.get(language, ())]
        return self._of_summaries, digest_of_value(shown)

    @cached_property
    def _states_of(self) -> dict[str, list[TranslationState]]:
        """Of the pages that are there, by language and in order."""
        found: dict[str, list[TranslationState]] = {}
        for (language, _), state in sorted(self.states.items()):
            if state.standing != "missing":
                found.setdefault(language, []).append(state)
        return found

    @cached_property
    def _of_summaries(self) -> str:
        return digest_of_value([self.summaries, self.standings])

    def _made_from(self, state: TranslationState) -> list[object]:
        return [state, self.today.get(state.path, "") if state.is_behind else ""]

    def with_todays_english(
        self, source: str, text: str, edit_url: Callable[[str], str], words: Words
    ) -> str:
        """The text of a page as readers get it, see `todays_english`."""
        language, _, path = source.partition("/")
        state = self.state(language, path)
        if state is None or state.head is None or not state.is_behind:
            return text
        pinned, today = self.pinned.get(state.head.source, ""), self.today[path]
        return with_todays_english(
            text, state, pinned=pinned, today=today, edit_url=edit_url, words=words
        )


def _listed(state: TranslationState) -> list[object]:
    """What lists and data show of a state, see `translations_page` and `translations_json`."""
    place: list[object] = [state.language, state.path, state.standing]
    if state.standing == "missing":
        return place
    said = [state.severity, state.head, state.is_reviewed, state.changed_sections]
    return [*place, *said]


NOTHING_TRANSLATED = Translations(states={}, today={}, pinned={})
