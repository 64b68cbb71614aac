"""Join parts of the site that several machines have built into the whole site.

    SCN_LANGUAGES=en,fr mkdocs build --strict --site-dir part-1     on one machine
    SCN_LANGUAGES=el,de mkdocs build --strict --site-dir part-2     on another
    python scripts/merge_site.py part-1 part-2                      into site/

The result is, byte for byte, what one machine would have built. Every language of the site must be
in exactly one part, and all parts must be built from the same commit with the same settings.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from shared.project_python import go_over, has_project

if not has_project():
    go_over()

from scn.building.shards import ShardError, merge_shards, read_shards


def main(arguments: Sequence[str] | None = None) -> int:
    description, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=description,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("shards", metavar="SHARD", nargs="+", type=Path, help="folder of a part")
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="folder of the whole site; without it: site"
    )
    options = parser.parse_args(arguments)
    try:
        shards = read_shards(options.shards)
        count = merge_shards(shards, options.site.absolute())
    except ShardError as error:
        print(error, file=sys.stderr)
        return 1
    languages = sum(len(shard.languages) for shard in shards)
    print(f"Joined {len(shards)} parts: {languages} languages, {count:,} files in {options.site}/.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
