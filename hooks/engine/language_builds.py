"""Builds several languages, in this process or in several, and shows how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from engine.language_build import LanguageBuilder
from engine.language_result import LanguageBuild
from engine.messages import progress
from engine.workers import Start, build_in_processes, workers_for


class LanguageBuilds:
    def __init__(
        self,
        builder: LanguageBuilder,
        start: Start,
        languages: Sequence[str],
        when_idle: Callable[[], None],
    ) -> None:
        """`languages` are all that are to be built, in one go or in several."""
        self.builder, self.start, self.when_idle = builder, start, when_idle
        tree = builder.site.content.tree
        self._pages_of = {
            code: sum(tree.is_shown_in(path, code) for path in tree.languages_of)
            for code in languages
        }
        self._show = progress(languages, sum(self._pages_of.values()))
        self._pages = 0
        self.done: dict[str, LanguageBuild] = {}

    def build(self, languages: Sequence[str]) -> list[LanguageBuild]:
        """In the order of the languages, whichever is done first."""
        for one in self._each(languages):
            self.done[one.language] = one
            self._pages += self._pages_of[one.language]
        self._show(-1, 0)
        return [self.done[code] for code in languages]

    def _each(self, languages: Sequence[str]) -> Iterator[LanguageBuild]:
        before = self._pages

        def show(pages: int) -> None:
            self._show(len(self.done), before + pages)

        settings, workers = self.builder.settings, 1
        if not settings.is_plain:
            pages = sum(self._pages_of[code] for code in languages)
            is_preview = self.start.is_preview
            workers = workers_for(len(languages), pages, settings.workers, is_preview=is_preview)
        if workers > 1:
            self.when_idle()  # once, and not in each of the processes
            yield from build_in_processes(self.builder, self.start, languages, workers, show)
            return
        pages_done = 0

        def report() -> None:
            nonlocal pages_done
            pages_done += 1
            show(pages_done)

        self.builder.report, self.builder.meanwhile = report, self.when_idle
        yield from map(self.builder.build, languages)
