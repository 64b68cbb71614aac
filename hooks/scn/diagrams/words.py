"""The words of one diagram, by the last part of their key."""

from collections.abc import Callable

Words = Callable[[str], str]


def words_of(name: str, words: Callable[..., str]) -> Words:
    def word(key: str) -> str:
        return words(f"diagrams.{name}.{key}")

    return word
