"""What the last build left in the folder of a site, to see whether it is still so."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import orjson

from scn.building.checked_files import read_checked, write_checked
from scn.building.digests import digest_of_bytes
from scn.building.site_folder import Status

FORMAT = "scn-site-1"
MOST_RECORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    asked: str
    """Digest of everything that the build read, and which languages it made."""

    packs: Mapping[str, str]
    """Name of the pack that the files of each language are from."""

    search: Mapping[str, Any]
    """What the list of search indexes says of each language."""

    files: Mapping[str, Status]
    format: str = FORMAT

    def is_of(self, files: Mapping[str, Status]) -> bool:
        """Whether every file is as it was left, and no other is there."""
        return bool(self.files) and files == self.files


def read_record(cache: Path, site: Path) -> SiteRecord | None:
    """Of the last build of this folder; nothing where it is not known."""
    try:
        value = orjson.loads(read_checked(_path(cache, site)))
        if value.pop("format") != FORMAT:
            return None
        files = {name: (size, time) for name, (size, time) in value.pop("files").items()}
        record = SiteRecord(files=files, **value)
        is_one = isinstance(record.packs, dict) and isinstance(record.search, dict)
        return record if is_one and record.packs.keys() == record.search.keys() else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # nothing is lost: the files are written again from the packs


def write_record(record: SiteRecord, cache: Path, site: Path) -> None:
    path = _path(cache, site)
    value = {field.name: getattr(record, field.name) for field in fields(record)}
    write_checked(path, orjson.dumps(value))
    records = sorted(cache.glob("site-*.json"), key=lambda one: one.stat().st_mtime_ns)
    for old in records[:-MOST_RECORDS]:
        old.unlink(missing_ok=True)  # its site is written again from the packs


def forget_record(cache: Path, site: Path) -> None:
    """Before the folder is touched: a build that is broken off must not look finished."""
    _path(cache, site).unlink(missing_ok=True)


def _path(cache: Path, site: Path) -> Path:
    return cache / f"site-{digest_of_bytes(os.fsencode(site.absolute()))[:8]}.json"
