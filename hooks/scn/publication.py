"""Where the site and its repository live and who answers for it: one place in `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

CONTENT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    site_url: str
    repository: str
    edit_address: str
    """What follows the address of the repository to edit a file: `/edit/main/{path}`."""

    new_file_address: str
    """The same to begin a file: `/new/main/{folder}?filename={name}`."""

    publisher: str
    contact: str
    """A functional mailbox."""

    data_controller: str
    enforcement_body: str
    uid_domain: str
    """Constant part of every calendar UID and feed id; never changes, not even with the site."""

    @classmethod
    def setting_names(cls) -> tuple[str, ...]:
        """What stands below `extra.publication`; the rest are settings of MkDocs itself."""
        return tuple(name for name in cls.__slots__ if name not in ("site_url", "repository"))

    def placeholders(self) -> tuple[str, ...]:
        """Names of the values that nobody has decided yet."""
        names = ("site_url", "repository", *self.setting_names())
        return tuple(name for name in names if "example.org" in getattr(self, name))

    def decided(self, name: str) -> str:
        """The value, or nothing while it is a placeholder."""
        return "" if name in self.placeholders() else str(getattr(self, name))

    def edit_url(self, source: str) -> str:
        """Opens a file, given relative to `docs/`, in the editor of the repository's host."""
        return self._address(self.edit_address, source)

    def new_file_url(self, source: str) -> str:
        """Begins a file, given relative to `docs/`, in that editor."""
        return self._address(self.new_file_address, source)

    def _address(self, pattern: str, source: str) -> str:
        path = PurePosixPath("docs", source)
        parts = {"path": str(path), "folder": str(path.parent), "name": path.name}
        return self.repository.rstrip("/") + pattern.format(
            **{name: quote(part) for name, part in parts.items()}
        )
