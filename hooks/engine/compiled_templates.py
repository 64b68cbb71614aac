"""Templates that were compiled before; Python would crash on a damaged one."""

from __future__ import annotations

import contextlib
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from scn.building.checked_files import DamagedFileError, read_checked, write_checked


class CompiledTemplates(BytecodeCache):
    """By what they were compiled from."""

    def __init__(self, folder: Path, made_with: str) -> None:
        self.folder, self.made_with = folder, made_with.encode()

    def are_known(self) -> bool:
        """Whether these programs have compiled any, and so perhaps all."""
        return any(self._read(path) is not None for path in self.folder.glob("*.jinja"))

    def load_bytecode(self, bucket: Bucket) -> None:
        compiled = self._read(self._path(bucket))
        settings = _settings_of(bucket.environment)
        if compiled is not None and compiled.startswith(settings):
            bucket.bytecode_from_string(compiled.removeprefix(settings))

    def dump_bytecode(self, bucket: Bucket) -> None:
        content = self.made_with + _settings_of(bucket.environment) + bucket.bytecode_to_string()
        write_checked(self._path(bucket), content)

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.jinja"

    def _read(self, path: Path) -> bytes | None:
        with contextlib.suppress(OSError, DamagedFileError):
            content = read_checked(path)
            if content.startswith(self.made_with):
                return content.removeprefix(self.made_with)
        return None


def _settings_of(env: Environment) -> bytes:
    """What hooks and plugins may say of how templates are read."""
    said = [env.autoescape, env.trim_blocks, env.lstrip_blocks, *sorted(env.extensions)]
    return f"{said}\n".encode()
