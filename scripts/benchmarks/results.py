"""Results beside their targets, and measuring in a process of its own."""

from __future__ import annotations

import argparse
import math
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    what: str
    found: str
    target: str
    is_met: bool


def alone(measure: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """In a new process, so that its memory and its caches are its own."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(measure, *args, **kwargs).result()


def peak_megabytes() -> float | None:
    """The peak of memory of this process; nothing where the system does not tell."""
    return _peak("RUSAGE_SELF")


def peak_of_children() -> float | None:
    """The same for the largest of all processes that this one and its children have waited for."""
    return _peak("RUSAGE_CHILDREN")


def _peak(whose: str) -> float | None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    peak = resource.getrusage(getattr(resource, whose)).ru_maxrss
    return float(peak) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def at_most(what: str, found: float, most: float, shown: str = ",") -> Result:
    return Result(
        what=what, found=f"{found:{shown}}", target=f"at most {most:,}", is_met=found <= most
    )


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms, by least squares."""
    xs, ys = [math.log(each) for each in sizes], [math.log(each) for each in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


def verdict(result: Result) -> str:
    if not result.target:
        return ""
    return "met" if result.is_met else "missed"


def table(results: Sequence[Result]) -> str:
    rows = [
        ("", "found", "target", ""),
        *((r.what, r.found, r.target, verdict(r)) for r in results),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        f"{what:<{widths[0]}}  {found:>{widths[1]}}  {target:<{widths[2]}}  {met}".rstrip()
        for what, found, target, met in rows
    )


def size_list(text: str) -> tuple[int, ...]:
    try:
        sizes = tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        sizes = ()
    if not sizes or sizes[0] < 1:
        raise argparse.ArgumentTypeError(
            f"{text!r} are no sizes: write numbers with commas between, such as 1000,3000"
        )
    return sizes


def whole_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number: write one from 1 up")
    return int(text)


def part_list(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        parts = tuple(part.strip() for part in text.split(","))
        if wrong := [part for part in parts if part not in known]:
            raise argparse.ArgumentTypeError(
                f"{wrong[0]!r} is none of the parts: write some of {','.join(known)}"
            )
        return parts

    return read
