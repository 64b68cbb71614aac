"""The page of ready-made texts: what Word files cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from scn.downloads import PAGE_OF_TEXTS, UnsupportedTextError, texts_from_markdown
from scn.problems import Problem


def check_texts(text: str, path: str) -> Iterator[Problem]:
    if not path.endswith(f"/{PAGE_OF_TEXTS}"):
        return
    try:
        texts_from_markdown(text)
    except UnsupportedTextError as error:
        yield Problem(path=path, line=1, column=1, message=str(error))
