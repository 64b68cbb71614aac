"""What the picture of a shared page says, and its size."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePicture:
    """What it says, in the language of the page."""

    title: str
    section: str
    """Of the site; empty where the page is in none."""

    site_name: str
    site_kind: str
