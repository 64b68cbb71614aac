"""How far a build is, in one line."""

from __future__ import annotations


def progress_line(
    *, languages: int, all_languages: int, pages: int, all_pages: int, seconds: float
) -> str:
    """`3 of 24 languages, 412 of 1,704 pages, about 4 s left`; `seconds` have passed."""
    line = f"{languages} of {all_languages} languages, {pages:,} of {all_pages:,} pages"
    share = min(pages / all_pages, 1) if all_pages else 1
    if share >= 0.02:  # before that, nothing is known about the time
        line += f", about {round(seconds * (1 - share) / share)} s left"
    return line
