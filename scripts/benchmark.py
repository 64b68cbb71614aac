"""Measure how the project bears size, with the targets beside what was found.

python scripts/benchmark.py sessions      1,000 to 10,000 sessions in three languages each
python scripts/benchmark.py translations  the state of 400 pages in 24 languages
python scripts/benchmark.py build         a site of 24 languages, beside the plain stack
python scripts/benchmark.py reader        four pages of the built site in Lighthouse

The exit status is 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from benchmarks.build import BUILD_PARTS, build_benchmark
from benchmarks.reader import reader_benchmark
from benchmarks.results import part_list, size_list, whole_number
from benchmarks.sessions import SIZES, sessions_benchmark
from benchmarks.translations import PAGES, translations_benchmark
from scn.problems import ContentError


def main(arguments: Sequence[str] | None = None) -> int:
    description, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=description,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    subjects = parser.add_subparsers(metavar="SUBJECT", required=True)
    one = subjects.add_parser(
        "sessions", help="loading, checking and the feeds of many sessions", allow_abbrev=False
    )
    one.add_argument(
        "--sizes",
        type=size_list,
        default=SIZES,
        metavar="LIST",
        help="how many sessions, with commas between; without it: 1000,3000,10000",
    )
    one.set_defaults(run=sessions_benchmark)
    one = subjects.add_parser(
        "build", help="building and serving, beside the plain stack and Hugo", allow_abbrev=False
    )
    for name, count in (("--languages", 24), ("--pages", 61)):
        help_text = f"{count} unless told"
        one.add_argument(name, type=whole_number, default=count, metavar="N", help=help_text)
    one.add_argument(
        "--runs", type=whole_number, default=3, metavar="N", help="of which the median counts; 3"
    )
    one.add_argument(
        "--parts",
        type=part_list(BUILD_PARTS),
        default=BUILD_PARTS,
        metavar="LIST",
        help=f"what to measure, with commas between; without it: {','.join(BUILD_PARTS)}",
    )
    one.set_defaults(run=build_benchmark)
    one = subjects.add_parser(
        "translations", help="how the translations of a large site stand", allow_abbrev=False
    )
    for name, count in (("--languages", 24), ("--pages", PAGES), ("--runs", 3)):
        help_text = f"{count} unless told"
        one.add_argument(name, type=whole_number, default=count, metavar="N", help=help_text)
    one.set_defaults(run=translations_benchmark)
    one = subjects.add_parser(
        "reader",
        help="four pages of the built site in Lighthouse, as on a phone",
        allow_abbrev=False,
    )
    one.add_argument("--site", type=Path, default=Path("site"), help="the built site; site/")
    one.add_argument(
        "--runs", type=whole_number, default=3, metavar="N", help="of which the median counts; 3"
    )
    one.set_defaults(run=reader_benchmark)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
