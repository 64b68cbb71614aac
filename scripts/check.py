"""Find every problem of the content: pages, data, words, navigation.

python scripts/check.py            path:line:column: what is wrong. What to write instead.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from scn.content import load_content
from scn.problems import ContentError, format_problems


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
    try:
        content = load_content(root, docs=root / "docs")
    except ContentError as error:
        on_github = os.environ.get("GITHUB_ACTIONS") == "true"
        print(format_problems(error.problems, with_source=True, for_github=on_github))
        count = len(error.problems)
        print(f"{count} problem{'s' * (count > 1)}.", file=sys.stderr)
        return 1
    pages = sum(len(languages) for languages in content.tree.languages_of.values())
    print(f"No problems: {pages} pages, {len(content.built)} languages.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
