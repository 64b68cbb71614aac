"""A small project of files, exported and imported by the core alone."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from scn.problems import ContentError
from scn.translations.blob import blob_id
from scn.translations.catalogue import Catalogue, catalogue_from_folder
from scn.translations.exchange.building import Statement
from scn.translations.exchange.exporting import export_text
from scn.translations.exchange.importing import import_file, read_exchange

ROOT = Path(__file__).resolve().parents[4]
LANGUAGES = """\
languages:
- {code: en, name: English, english_name: English}
- {code: bg, name: български, english_name: Bulgarian}
- {code: de, name: Deutsch, english_name: German}
- {code: fr, name: français, english_name: French}
"""


@dataclass
class Project:
    root: Path

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    @property
    def catalogue(self) -> Catalogue:
        return catalogue_from_folder(self.root)

    def keep(self, text: str) -> None:
        self.write(f"docs/_data/translations/sources/{blob_id(text)}.md", text)

    def export(self, format_: str, *pages: str, language: str = "fr") -> str:
        return export_text(self.catalogue, language, pages, format_)[0]

    def take(self, data: str | bytes, *, kept=lambda id_: None, replace=False, **statement):
        """What an import makes: pages by their file, and the snapshots."""
        data = data.encode() if isinstance(data, str) else data
        return import_file(
            self.catalogue,
            read_exchange(data, "back.file"),
            "back.file",
            Statement(**statement),
            kept=kept,
            with_changed=replace,
        )

    def refused(self, data: str | bytes, **options) -> list[str]:
        """The problems of a file without its name."""
        with pytest.raises(ContentError) as error:
            self.take(data, **options)
        return [str(problem).removeprefix("back.file:") for problem in error.value.problems]

    def write_taken(self, data: str | bytes, **options) -> dict[str, str]:
        """Import and write; what was said of each page."""
        result = self.take(data, **options)
        for name, text in result.snapshots:
            self.write(name, text)
        for page in result.pages:
            if page.text is not None:
                self.write(page.file, page.text)
        return {page.file: page.said for page in result.pages}


@pytest.fixture
def project(tmp_path):
    made = Project(tmp_path)
    made.write("docs/_data/languages.yml", LANGUAGES)
    return made


@pytest.fixture(scope="session")
def real_catalogue():
    """Of the pages of the site."""
    return catalogue_from_folder(ROOT)
