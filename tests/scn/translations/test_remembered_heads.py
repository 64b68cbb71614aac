"""A head that a build remembers is the one that it would read again."""

import datetime
import json

from scn.building.memory import Memory, read_remembered
from scn.content_load import load_content
from scn.translations.blob import blob_id
from scn.translations.model import Review, TranslationHead

FRENCH = """\
---
title: Accueil
description: La page d'accueil.
translation:
  source: "<home>"
  state: human
  by: [fr-member-association]
  review: {by: fr-member-association, of: 8c0d51aa02e4b7f9, on: 2026-11-20}
---

# Accueil { #home }
"""


def test_heads_of_translations_come_back_from_the_memory(project, tmp_path):
    home = project.page("Home")
    french = FRENCH.replace("<home>", blob_id(home))
    one = project({"en/index.md": home, "fr/index.md": french})
    names = [p.relative_to(one.root).as_posix() for p in one.root.rglob("*") if p.is_file()]
    digests = dict.fromkeys(names, "1")
    memory = Memory(digests, {})
    read = load_content(one.root, docs=one.root / "docs", memory=memory)
    memory.save(tmp_path / "memory.json", "1")
    remembered = read_remembered(tmp_path / "memory.json", "1")
    assert blob_id(home) in json.dumps(remembered)
    # The file is another one now, and the memory is still asked for the old one.
    one.write("docs/fr/index.md", french.replace("human", "machine"))
    again = load_content(one.root, docs=one.root / "docs", memory=Memory(digests, remembered))
    assert again.heads["fr/index.md"] == read.heads["fr/index.md"]
    assert again.heads["fr/index.md"].translation == TranslationHead(
        source=blob_id(home),
        state="human",
        by=("fr-member-association",),
        review=Review(
            by="fr-member-association", of="8c0d51aa02e4b7f9", on=datetime.date(2026, 11, 20)
        ),
    )
