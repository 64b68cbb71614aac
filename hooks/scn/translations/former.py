"""The pages, snapshots and waivers of an earlier commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scn.pages import PageHead
from scn.translations.catalogue import LANGUAGES, heads_of
from scn.translations.snapshots import SNAPSHOT_FOLDER
from scn.translations.waivers import WAIVER_FOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    texts: Mapping[str, str]
    """Of the pages by source file, as `fr/package/roles.md`."""

    heads: Mapping[str, PageHead]
    snapshots: Mapping[str, bytes]
    waivers: Mapping[str, str]
    languages: str = ""
    """Text of the list of the languages; empty where there was none."""


def former_from_files(files: Mapping[str, bytes]) -> Former:
    """By their path in the project; what is not asked for here is left out."""

    def text(data: bytes) -> str:
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")

    texts = {
        name.removeprefix("docs/"): text(data)
        for name, data in files.items()
        if name.startswith("docs/") and name.endswith(".md") and not name.startswith("docs/_data/")
    }
    return Former(
        texts=texts,
        heads=heads_of(texts)[0],
        snapshots={name: data for name, data in files.items() if name.startswith(SNAPSHOT_FOLDER)},
        waivers={
            name: text(data) for name, data in files.items() if name.startswith(WAIVER_FOLDER)
        },
        languages=text(files.get(LANGUAGES, b"")),
    )
