"""Cuts the search index that Pagefind has made into smaller files, the same in every run.

A search loads the files that may have its words. Pagefind's hold about 30 KB each, three times of
what the whole of such a search may still take; and a word whose longer forms stand at the
beginning of the next file is not found by its beginning. Here, words that begin alike stay
together.

Pagefind writes filters and their values in an order that changes from run to run, pages in one
that changes from machine to machine, and names files by what is in them. Here the order is that of
names, values and addresses, and the names of files follow.

Files are CBOR (RFC 8949) behind a signature, compressed; as of Pagefind 1.5:

- `pagefind.<language>_<hash>.pf_meta`: `[version, [[hash of a page, …], …], [[first word, last
  word, hash], …], [[filter, hash], …], sorts, …]`
- `index/<hash>.pf_index`: `[[[word, …], …]]`, see `search_pages`
- `filter/<hash>.pf_filter`: `[filter, [[value, pages], …]]`
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import cbor2

from scn.search_pages import WITH_GZIP_HEADER, PageNumbers

_SIGNATURE = b"pagefind_dcd"
_ALIKE = 3
"""Letters by which words belong together; who searches for fewer may find fewer."""

_AFTER_ALL = "\U0010ffff"
"""Sorts after every letter, so that no word falls between two files."""

LARGEST = 6_000
"""Of a file, in bytes before it is compressed; a single group of words may be larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchChunks:
    hash: str
    """Of the index, by which it is named."""

    meta: bytes
    files: Mapping[str, bytes]
    """The words, by name without folder."""

    filters: Mapping[str, bytes]
    """Likewise."""


class SearchIndexError(ValueError):
    """It is not as Pagefind 1.5 writes it."""


_NOT_AS_EXPECTED = (TypeError, ValueError, IndexError, KeyError, zlib.error)


def cut_index(
    meta: bytes,
    files: Iterable[bytes],
    filters: Iterable[bytes],
    fragments: Mapping[str, bytes],
    language: str,
) -> SearchChunks:
    """From the contents of `.pf_meta` and of all `.pf_index` and `.pf_filter` of a language.

    `fragments` are those of `.pf_fragment` by the hash that is their name.

    Raises:
        SearchIndexError: the files are not as they were when this was written.
    """
    try:
        version, pages, _, named, sorts, *others = _read(meta)
        if sorts:
            raise ValueError("Nothing here sorts pages.")
        numbers = PageNumbers(pages, fragments)
        found = (numbers.word(word) for file in files for word in _read(file)[0])
        words = sorted(found, key=lambda one: one[0])
        groups = [list(group) for _, group in groupby(words, key=lambda one: one[0][:_ALIKE])]
        ordered = {
            name: [name, sorted([value, numbers.numbers(of)] for value, of in values)]
            for name, values in map(_read, filters)
        }
        in_order = [(name, _write(ordered[name])) for name, _ in sorted(named)]
    except (cbor2.CBORDecodeError, OSError, *_NOT_AS_EXPECTED) as error:
        raise SearchIndexError(str(error)) from error
    chunks, made = [], {}
    first = ""
    for last_word, part in _parts(groups):
        data = _compressed(_array([part]))
        hash_ = _hash_of(data, language)
        last = _end_of(last_word)
        chunks.append([first, last, hash_])
        made[f"{hash_}.pf_index"] = data
        first = last
    hashes = [[name, _hash_of(data, language)] for name, data in in_order]
    whole = _write([version, numbers.pages(pages), chunks, hashes, sorts, *others])
    return SearchChunks(
        hash=_hash_of(whole, language),
        meta=whole,
        files=made,
        filters={f"{_hash_of(data, language)}.pf_filter": data for _, data in in_order},
    )


def _hash_of(data: bytes, language: str) -> str:
    return f"{language}_{hashlib.sha256(data).hexdigest()[:8]}"


def _end_of(word: str) -> str:
    """After all words that begin like this one, and before all others."""
    return word if len(word) < _ALIKE else word[:_ALIKE] + _AFTER_ALL


def _parts(groups: Iterable[list[Any]]) -> Iterator[tuple[str, bytes]]:
    """Words as they are written, each list with its last word."""
    part: list[bytes] = []
    size, last = 0, ""
    for group in groups:
        words = [cbor2.dumps(word) for word in group]
        more = len(_array(words))
        if part and size + more > LARGEST:
            yield last, _array(part)
            part, size = [], 0
        part += words
        size += more
        last = group[-1][0]
    if part:
        yield last, _array(part)


def _array(values: Sequence[bytes]) -> bytes:
    """An array of values that are written already, see RFC 8949, section 3.1."""
    zeros = cbor2.dumps([0] * len(values))  # each is one byte
    return zeros[: len(zeros) - len(values)] + b"".join(values)


def _read(data: bytes) -> Any:
    plain = zlib.decompress(data, WITH_GZIP_HEADER)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("There is no signature.")
    return cbor2.loads(plain.removeprefix(_SIGNATURE))


def _write(value: object) -> bytes:
    return _compressed(cbor2.dumps(value))


def _compressed(value: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + value, 9, mtime=0)
