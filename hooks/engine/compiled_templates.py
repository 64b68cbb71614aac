"""Templates that were compiled before; Python would crash on a damaged one."""

from __future__ import annotations

import contextlib
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from scn.building.checked_files import DamagedFileError, read_checked, write_checked


class CompiledTemplates(BytecodeCache):
    """By what they were compiled from."""

    def __init__(self, folder: Path, made_with: str) -> None:
        self.folder, self.made_with = folder, made_with.encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError, DamagedFileError):
            content = read_checked(self.folder / f"{bucket.key}.jinja")
            if content.startswith(self.made_with):
                bucket.bytecode_from_string(content.removeprefix(self.made_with))

    def dump_bytecode(self, bucket: Bucket) -> None:
        content = self.made_with + bucket.bytecode_to_string()
        write_checked(self.folder / f"{bucket.key}.jinja", content)
