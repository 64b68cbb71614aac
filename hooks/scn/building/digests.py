"""Digests of bytes and of values: equal digests mean equal output."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

import orjson

_DIGITS = 32
"""With 10 million texts the chance that two share a digest is below 10⁻²⁴."""


def digest_of_bytes(data: bytes | memoryview) -> str:
    # SHA-256, because processors have instructions for it: half the time of BLAKE2.
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def digest_of_value(value: object) -> str:
    """The digest of a value made of dataclasses, mappings, sequences, sets, dates and texts.

    Raises:
        TypeError: some part is of another type, about whose equality nothing is known here.
    """
    try:
        text = orjson.dumps(value, _plain, _OPTIONS)
    except TypeError:  # a half of a surrogate pair, a large number, a key that is no text
        text = _ENCODER.encode(value).encode("utf-8", "surrogatepass")
    return digest_of_bytes(text)


def _plain(value: object) -> object:
    if isinstance(value, tuple):  # with names; of these there are the most
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__qualname__, _values_of(type(value))(value)]
    if isinstance(value, frozenset | set):
        return ["set", *sorted(value, key=repr)]
    if isinstance(value, datetime.date | datetime.time):
        return [type(value).__qualname__, value.isoformat()]
    raise TypeError(f"{type(value).__qualname__} has no digest")


# Otherwise what is equal to a dataclass or a date in JSON would be taken for it.
_OPTIONS = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
_ENCODER = json.JSONEncoder(default=_plain, ensure_ascii=False, check_circular=False)


@cache
def _values_of(type_: type[Any]) -> Callable[[Any], object]:
    """What gives the values of all fields at once: pages have hundreds of such values."""
    names = [field.name for field in fields(type_)]
    return attrgetter(*names) if names else lambda _: None
