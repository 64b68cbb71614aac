"""A site of any size for measurements: all pages in all languages, the same for each stack.

The text is nonsense in the letters of each language; its building blocks are those of real pages:
sentences, lists, links, an admonition, tabs, a table, tasks.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODES = (
    *("en", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr"),  # English first
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
_WORDS = {
    "el": "η πόλη ψηφιακό δίδυμο δεδομένα κοινότητα υπηρεσία χάρτης",
    "bg": "градът цифров двойник данни общност услуга карта план",
}
_OTHER_WORDS = "city digital twin data community service map plan"
_SECTIONS = ("package", "twins", "edic", "maturity", "network", "about")
_COUNTRIES = ("lv", "gr", "pt")
"""Each is a page in each language, which the plain stack does not have."""


def page_names(pages: int) -> list[str]:
    return ["index.md", *(f"page-{number:03}.md" for number in range(1, pages))]


def page_texts(language: str, pages: int, sections: int = 5) -> Iterator[tuple[str, str]]:
    names = page_names(pages)
    for number, name in enumerate(names):
        yield name, _page(language, number, names, sections)


def _page(language: str, number: int, names: Sequence[str], sections: int) -> str:
    choose = random.Random(f"{language} {number}")  # noqa: S311 - the same text in every run
    words = _WORDS.get(language, _OTHER_WORDS).split()

    def sentence(length: int) -> str:
        return " ".join(choose.choice(words) for _ in range(length)).capitalize() + "."

    def paragraph(count: int) -> str:
        return "\n".join(sentence(choose.randint(8, 16)) for _ in range(count)) + "\n"

    title = sentence(4)[:-1]
    parts = [
        f"---\ntitle: {title} {number}\ndescription: {sentence(8)}\n---\n",
        f"# {title} {number} {{ #page }}\n",
        paragraph(3),
    ]
    for part in range(1, sections + 1):
        target = names[(number * 7 + part) % len(names)]
        parts += [
            f"## {sentence(4)[:-1]} {{ #part-{part} }}\n",
            paragraph(4),
            "".join(f"- {sentence(6)}\n" for _ in range(4)),
            f"**{sentence(2)[:-1]}**, `code` and *{words[0]}*: [a page]({target}#part-{part}).\n",
        ]
    parts += [
        f'!!! note "{sentence(3)[:-1]}"\n\n    {sentence(12)}\n',
        f'=== "{words[0]}"\n\n    {sentence(9)}\n\n=== "{words[1]}"\n\n    {sentence(9)}\n',
        _table(words, sentence),
        "".join(f"- [{choose.choice(' x')}] {sentence(7)}\n" for _ in range(5)),
    ]
    return "\n".join(parts)


def _table(words: Sequence[str], sentence: Callable[[int], str]) -> str:
    rows = ["| " + " | ".join(words[:3]) + " |", "|---|---|---|"]
    rows += ["| " + " | ".join(sentence(3) for _ in range(3)) + " |" for _ in range(6)]
    return "\n".join(rows) + "\n"


def _write_pages(folder: Path, languages: Sequence[str], pages: int) -> None:
    for language in languages:
        (folder / language).mkdir(parents=True)
        for name, text in page_texts(language, pages):
            (folder / language / name).write_text(text, encoding="utf-8", newline="\n")


# Ours


def write_project(root: Path, languages: Sequence[str], pages: int) -> None:
    """A copy of this project with pages of the benchmark, three Member States and no sessions."""
    skipped = shutil.ignore_patterns("__pycache__")
    for name in ("hooks", "overrides", "docs/assets"):
        shutil.copytree(ROOT / name, root / name, ignore=skipped)
    data = root / "docs" / "_data"
    shutil.copytree(ROOT / "docs" / "_data", data, ignore=shutil.ignore_patterns("sessions"))
    (data / "sessions").mkdir()
    _keep_entries(data / "countries.yml", r"(?m)^(?=- id: )", _COUNTRIES, key="id")
    _keep_entries(data / "languages.yml", r"(?m)^(?= *- \{?code: )", languages, key="code")
    _write_pages(root / "docs", languages, pages)
    text = f"{_settings()}\nnav:\n{_navigation(pages)}"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _settings() -> str:
    return (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0] + "\n"


def _keep_entries(path: Path, begin: str, wanted: Sequence[str], *, key: str) -> None:
    head, *entries = re.split(begin, path.read_text("utf-8"))
    kept = [one for one in entries if _value(one, key) in wanted]
    path.write_text(head + "".join(kept), encoding="utf-8")


def _value(entry: str, key: str) -> str:
    found = re.search(rf"\b{key}: [\"']?([\w-]+)", entry)
    return found[1] if found else ""


def _navigation(pages: int) -> str:
    first, *names = page_names(pages)
    lines = [f"  - {first}"]
    size = -(-len(names) // len(_SECTIONS)) or 1
    for number, section in enumerate(_SECTIONS):
        part = names[number * size : (number + 1) * size]
        if part:
            lines += [f"  - {section}:", *(f"      - {name}" for name in part)]
    made = ("index", "countries", "figures")
    lines += ["  - sessions:", *(f"      - sessions/{name}.md" for name in made)]
    return "\n".join([*lines, ""])


# The plain stack

_PLAIN = """\
site_name: Plain
site_url: https://example.org/
theme: {{name: material, custom_dir: overrides}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: true
      languages:
{languages}
{extensions}  - pymdownx.tasklist
"""


def write_plain(root: Path, languages: Sequence[str], pages: int) -> None:
    """Material and mkdocs-static-i18n with the extensions of this project and no hook."""
    listed = "".join(
        f"        - {{locale: {code}, name: {code}, build: true, default: {str(not n).lower()}}}\n"
        for n, code in enumerate(languages)
    )
    extensions = re.search(r"(?m)^markdown_extensions:\n(?: .*\n)+", _settings())
    _write_pages(root / "docs", languages, pages)
    (root / "mkdocs.yml").write_text(
        _PLAIN.format(languages=listed, extensions=extensions[0] if extensions else ""),
        encoding="utf-8",
    )
    _add_words_of_the_theme(root / "overrides" / "partials" / "languages")


def _add_words_of_the_theme(folder: Path) -> None:
    """Without its words for Irish and Maltese, which the theme lacks, its build crashes."""
    material = find_spec("material")
    theirs = Path((material and material.origin) or "").parent / "templates/partials/languages"
    folder.mkdir(parents=True)
    for code in CODES:
        if not (theirs / f"{code}.html").exists():
            shutil.copyfile(theirs / "en.html", folder / f"{code}.html")


# Hugo

_HUGO_PAGE = """<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<nav><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></nav>
<main>{{ .Content }}</main>
</body>
</html>
"""


def write_hugo(root: Path, languages: Sequence[str], pages: int) -> None:
    """The same pages with a bare template."""
    _write_pages(root / "content", languages, pages)
    for language in languages:
        (root / "content" / language / "index.md").rename(root / "content" / language / "_index.md")
    lines = ['baseURL = "https://example.org/"', 'title = "Hugo"', 'defaultContentLanguage = "en"']
    lines.append('disableKinds = ["taxonomy", "term", "rss"]')
    for weight, code in enumerate(languages, start=1):
        lines += [f"[languages.{code}]", f'contentDir = "content/{code}"', f"weight = {weight}"]
    (root / "hugo.toml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    layouts = root / "layouts"
    (layouts / "_default").mkdir(parents=True)
    for name in ("_default/single.html", "_default/list.html", "index.html"):
        (layouts / name).write_text(_HUGO_PAGE, encoding="utf-8")
