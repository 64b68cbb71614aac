"""The example programme: invented sessions in place of the real ones, on a site that says so."""

from __future__ import annotations

EXAMPLE_SESSIONS = "tests/example/sessions"
"""Relative to the root of the project."""

EXAMPLE_EPOCH = 1_803_859_200
"""2027-03-01T00:00Z, the day as of which the programme is written."""


def example_uid_domain(uid_domain: str) -> str:
    """Another one than that of the site: no calendar may take an example for a real session."""
    return f"example.{uid_domain}"
