"""Has a second process look through the folders, while the other hooks are loaded."""

from __future__ import annotations

from pathlib import Path

from engine.look_ahead import look_ahead, looking_ahead

look_ahead(Path(__file__).absolute().parents[1])


def on_shutdown() -> None:
    """What nobody has asked for: a command that failed early leaves no process behind."""
    looking_ahead().end()
