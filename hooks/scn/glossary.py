"""The termbase: what the words of the subject mean and how the other languages say them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from scn.problems import quoted
from scn.records import ListOf, Record, Table, load
from scn.shapes import Value
from scn.values import between, flag, one_line, one_of, pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A term in another language."""

    text: str
    confirmed: bool = False
    """Seen in an official text of the Union; otherwise a native speaker should confirm it."""

    also: tuple[str, ...] = ()
    """Other words that are right as well: `text` is the one to prefer."""

    forbidden: tuple[str, ...] = ()
    """Words that translators have used and should not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name or word that translations need and readers do not have to be told the meaning of."""

    id: str
    term: str
    forms: tuple[tuple[str, Form], ...] = ()
    """By language."""

    iate: int | None = None
    """Number of the concept in IATE, the terminology database of the Union."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    id: str
    """Also the anchor on the glossary page."""

    term: str
    short: str = ""
    meaning: str
    source: str
    forms: tuple[tuple[str, Form], ...] = ()
    iate: int | None = None


@dataclass(frozen=True, kw_only=True)
class Glossary:
    terms: tuple[Term, ...]
    labels: tuple[Label, ...]

    @cached_property
    def by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}


_ID = Value(pattern("[a-z][a-z0-9]*(-[a-z0-9]+)*", "small letters with hyphens"), "an id")
_IATE = Value(between(1, 9_999_999), "the number of the concept in IATE, such as 3550034")
_FORMS = ListOf(Value(one_line(200), "another form"), or_single=True)


def _check_form(form: Form) -> Iterator[tuple[str, str]]:
    if form.text in form.forbidden:
        yield "forbidden", f"{quoted(form.text)} is the form to prefer. Take it out of one of them."
    for text in sorted({*form.also} & {*form.forbidden}):
        yield "forbidden", f"{quoted(text)} is allowed by `also`. Take it out of one of them."


_FORM = Record(
    Form,
    {
        "text": Value(one_line(200), "the term"),
        "confirmed": Value(flag, "true"),
        "also": _FORMS,
        "forbidden": _FORMS,
    },
    check=_check_form,
)


def load_glossary(text: str, path: str, *, languages: Collection[str]) -> Glossary:
    """The termbase of a file, the terms in alphabetical order.

    Raises:
        ContentError: all that is wrong with the file.
    """
    forms = Table(
        one_of(languages),
        _FORM,
        "forms below the codes of their languages, as in {bg: {text: общност}}",
    )
    word = Value(one_line(150), "the term")
    term = Record(
        Term,
        {
            "id": _ID,
            "term": word,
            "short": word,
            "meaning": Value(one_line(400), "what it means, in one sentence"),
            "source": Value(one_line(200), "where the meaning comes from"),
            "forms": forms,
            "iate": _IATE,
        },
    )
    label = Record(Label, {"id": _ID, "term": word, "forms": forms, "iate": _IATE})
    file = Record(
        Glossary,
        {
            "terms": ListOf(term, identity=lambda one: one.id),
            "labels": ListOf(label, identity=lambda one: one.id),
        },
    )
    glossary = load(file, text, path, {})
    terms = sorted(glossary.terms, key=lambda one: (one.term.casefold(), one.id))
    return Glossary(terms=tuple(terms), labels=glossary.labels)


def memory_of_glossary(glossary: Glossary) -> dict[str, Any]:
    """The termbase as JSON has it: the longest of the data files, so it is not parsed again."""
    return {"terms": [*map(asdict, glossary.terms)], "labels": [*map(asdict, glossary.labels)]}


def glossary_from_memory(value: Mapping[str, Any]) -> Glossary:
    return Glossary(
        terms=tuple(Term(**_known(one)) for one in value["terms"]),
        labels=tuple(Label(**_known(one)) for one in value["labels"]),
    )


def _known(entry: Mapping[str, Any]) -> dict[str, Any]:
    forms = tuple(
        (
            code,
            Form(
                text=form["text"],
                confirmed=form["confirmed"],
                also=tuple(form["also"]),
                forbidden=tuple(form["forbidden"]),
            ),
        )
        for code, form in entry["forms"]
    )
    return {**entry, "forms": forms}
