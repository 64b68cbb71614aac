"""The longest common subsequence of two sequences (Myers, 1986)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence


def common_subsequence(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of indices of equal elements, both rising: as many as there can be.

    `difflib` looks for long runs instead and would take a paragraph that stayed for one that moved.
    """
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    old_end, new_end = len(old), len(new)
    while old_end > start and new_end > start and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    # What only one of them has cannot be common, and searching around it takes long.
    shared = set(old[start:old_end]) & set(new[start:new_end])
    old_places = [n for n in range(start, old_end) if old[n] in shared]
    new_places = [n for n in range(start, new_end) if new[n] in shared]
    middle = _myers([old[n] for n in old_places], [new[n] for n in new_places])
    return [
        *((n, n) for n in range(start)),
        *((old_places[x], new_places[y]) for x, y in middle),
        *zip(range(old_end, len(old)), range(new_end, len(new)), strict=True),
    ]


def _myers(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for steps in range(len(old) + len(new) + 1):
        trace.append(furthest.copy())
        for k in range(-steps, steps + 1, 2):
            is_down = k == -steps or (k != steps and furthest[k - 1] < furthest[k + 1])
            x = furthest[k + 1] if is_down else furthest[k - 1] + 1
            while x < len(old) and x - k < len(new) and old[x] == new[x - k]:
                x += 1
            furthest[k] = x
            if x >= len(old) and x - k >= len(new):
                return _path(trace, len(old), len(new))
    raise AssertionError("there is always a path that deletes and adds everything")


def _path(trace: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for steps in range(len(trace) - 1, -1, -1):
        furthest, k = trace[steps], x - y
        is_down = k == -steps or (k != steps and furthest[k - 1] < furthest[k + 1])
        before = k + 1 if is_down else k - 1
        from_x = furthest[before] if steps else 0
        from_y = from_x - before if steps else 0
        while x > from_x and y > from_y:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = from_x, from_y
    return pairs[::-1]
