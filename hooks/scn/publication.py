"""Where the site and its repository live and who answers for it: one place in `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

ADDRESS_PARTS = ("path", "folder", "name", "value", "line")
"""What addresses in the repository may have in braces."""

CONTENT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    site_url: str
    repository: str
    edit_address: str
    """What follows the address of the repository to edit a file: `/edit/main/{path}`."""

    line_address: str
    """What follows that to open the file at a line: `#L{line}`."""

    new_file_address: str
    """To begin a file: `/new/main/{folder}?filename={name}&value={value}`; not every host takes the
    text of the file.
    """

    history_address: str
    """To see what has changed in a file: `/commits/main/{path}`."""

    publisher: str
    contact: str
    """A functional mailbox."""

    data_controller: str
    enforcement_body: str
    security_contact: str
    """Who is told of a weakness: a functional mailbox or an address of the web."""

    security_languages: str
    """Codes of the languages that are understood there, with commas between."""

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

    def unreadable_addresses(self) -> tuple[str, ...]:
        """Names of the addresses of the repository with a part that nothing can be put into."""
        names = (name for name in self.setting_names() if name.endswith("_address"))
        return tuple(name for name in names if not _is_readable(getattr(self, name)))

    def edit_url(self, source: str, line: int = 0) -> str:
        """Opens a file, given relative to `docs/`, in the editor of the repository's host."""
        at_line = self.line_address.format(line=line) if line else ""
        return self._address(self.edit_address, source) + at_line

    def new_file_url(self, source: str, text: str = "") -> str:
        """Begins a file, given relative to `docs/`, in that editor, with a text if it takes one."""
        return self._address(self.new_file_address, source, value=text)

    def history_url(self, source: str) -> str:
        return self._address(self.history_address, source)

    def _address(self, pattern: str, source: str, **more: str) -> str:
        path = quote(f"docs/{source}")  # without a path object: lists have thousands of these
        folder, _, name = path.rpartition("/")
        values = {name: quote(part, safe="") for name, part in more.items()}
        return self.repository.rstrip("/") + pattern.format(
            path=path, folder=folder, name=name, **values
        )


def _is_readable(pattern: str) -> bool:
    try:
        pattern.format(**dict.fromkeys(ADDRESS_PARTS, ""))
    except (AttributeError, IndexError, KeyError, ValueError):
        return False
    return True
