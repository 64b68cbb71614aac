"""The command that keeps the English texts that translations pin."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scn.problems import Problem
from scn.translations.blob import blob_id
from scn.translations.keeping import lost_text, snapshot_plan
from scn.translations.snapshots import SNAPSHOT_FOLDER, snapshot_path
from shared.git import history_of, run_git
from shared.reports import report
from translation_commands.arguments import Commands, add_command, read


def add_to(commands: Commands) -> None:
    text = "Keep the English texts that translations pin."
    one = add_command(commands, "snapshot", run_snapshot, text, "")
    one.add_argument(
        "--all", action="store_true", help=f"also put back altered files of {SNAPSHOT_FOLDER}/"
    )


def run_snapshot(options: argparse.Namespace) -> int:
    catalogue = read(options)
    if catalogue.problems_of_heads:
        status = report(catalogue.problems_of_heads, "")
        print("Nothing is written: it is not known what these pages pin.", file=sys.stderr)
        return status
    plan = snapshot_plan(catalogue)
    lost: list[Problem] = []
    wanted = [*plan.missing, *(plan.altered if options.all else ())]
    history = history_of(options.root) if wanted else "whole"
    for id_ in wanted:
        data = run_git(options.root, "cat-file", "blob", id_)
        if not data or blob_id(data) != id_:
            lost.append(lost_text(catalogue, id_, history))
            continue
        path: Path = options.root / snapshot_path(id_)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"{snapshot_path(id_)}: written.")
    for name in plan.superfluous:
        (options.root / name).unlink()
        print(f"{name}: deleted, no translation needs it.")
    if not options.all:
        for id_ in plan.altered:
            message = (
                "The content is not the text that the name stands for. Get the file back from Git,"
                " or run the command again with --all, which overwrites it."
            )
            lost.append(Problem(path=snapshot_path(id_), line=1, column=1, message=message))
    if lost:
        return report(lost, "")
    if not wanted and not plan.superfluous:
        print("Nothing to do: all texts that translations pin are kept, and no others.")
    return 0
