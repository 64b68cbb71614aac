"""Find every problem of the content: pages, data, words, navigation.

python scripts/check.py            path:line:column: what is wrong. What to write instead.

Warnings are shown, and are no problems.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from scn.accessibility.review import check_review
from scn.accessibility.statement import STATEMENT_FILE
from scn.content_load import load_content
from scn.problems import ContentError, Problem
from scn.sessions.catalogue import FOLDER, catalogue_from_folder
from scn.sessions.folder import read_files
from scn.sessions.json_schema import check_first_lines
from scn.sessions.unlikely_days import check_days
from shared.clock import today
from shared.reports import report
from shared.words import check_words_of_all


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Find every problem of the content.")
    parser.add_argument(
        "root",
        nargs="?",
        type=Path,
        default=Path(__file__).resolve().parent.parent,
        help="the folder with mkdocs.yml and docs/ (default: this project)",
    )
    root = parser.parse_args(arguments).root.resolve()
    problems: list[Problem] = []
    content = None
    try:
        content = load_content(root, docs=root / "docs")
    except ContentError as error:
        problems += error.problems
    problems += check_words_of_all(root)
    texts, _ = read_files(root / FOLDER)
    problems += check_first_lines(texts, FOLDER)
    with contextlib.suppress(ContentError, OSError):
        problems += check_days(catalogue_from_folder(root), as_of=today())
    if content is not None:
        text = (root / STATEMENT_FILE).read_text("utf-8-sig")
        problems += check_review(content.statement, text, as_of=today())
    if content is None:
        report(problems, "")
        return 1
    pages = sum(len(languages) for languages in content.tree.languages_of.values())
    return report(problems, f"No problems: {pages} pages, {len(content.built)} languages.")


if __name__ == "__main__":
    sys.exit(main())
