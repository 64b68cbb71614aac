"""The Member States: codes, names, languages, time zones and associations of local government."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from scn.records import ListOf, Record, Table, load
from scn.shapes import Choice, Shape, Translated, Value
from scn.texts import Text
from scn.values import one_line, pattern

NamesByLanguage = tuple[tuple[str, str], ...]
"""Names with the code of the language that each is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """An association of local or regional government in one state."""

    acronym: str | None = None
    names: NamesByLanguage = ()
    about: Text | None = None
    """Whom it stands for, where its name does not say so or is not known."""

    cemr: Literal["yes", "associate", "no"] = "no"
    """Member of the Council of European Municipalities and Regions, by its study of 2019."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMember:
    """What sources say of the organisation that represents the state in the network."""

    name: str | None = None
    """Absent where the sources speak of a member and do not name it."""

    note: Text | None = None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    id: str
    """ISO 3166-1 alpha-2 in lower case; it names folders and addresses (Greece is `gr`)."""

    eu_code: str
    """The code in texts of the Union (Greece is `EL`)."""

    alpha3: str
    own_names: NamesByLanguage
    languages: tuple[str, ...]
    """Its official languages among those of the Union."""

    time_zone: str
    further_zones: tuple[str, ...] = ()
    """The other zones on its territory inside the Union."""

    names: Text
    associations: tuple[Association, ...]
    network_member: NetworkMember | None = None

    def name_in(self, language: str) -> str:
        return self.names.in_language(language)[0]


@dataclass(frozen=True)
class Countries:
    """The states in protocol order: by their own names, as the Union lists them."""

    items: tuple[Country, ...]

    def __iter__(self) -> Iterator[Country]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def by_id(self) -> dict[str, Country]:
        return {country.id: country for country in self.items}


_NAMES_BY_LANGUAGE = Table(
    pattern("[a-z]{2,3}", "the code of a language such as bg"),
    Value(one_line(150), "a name"),
    "names below the codes of their languages, as in {bg: България}",
)
_SOURCES = ListOf(Value(one_line(40), "a code of the register of sources such as LI-6"))

_ASSOCIATION = Record(
    Association,
    {
        "acronym": Value(one_line(20), "the acronym"),
        "names": _NAMES_BY_LANGUAGE,
        "about": Translated(one_line(100)),
        "cemr": Choice("cemr", "yes, associate or no"),
    },
)
_NETWORK_MEMBER = Record(
    NetworkMember,
    {
        "name": Value(one_line(150), "the name"),
        "note": Translated(one_line(300)),
        "sources": _SOURCES,
    },
)
_ZONE = Value(pattern("[A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+", "a zone such as Europe/Sofia"), "a zone")
_COUNTRY: Shape[Country] = Record(
    Country,
    {
        "id": Value(pattern("[a-z]{2}", "two small letters such as bg"), "a code such as bg"),
        "eu_code": Value(pattern("[A-Z]{2}", "two capitals such as BG"), "a code such as BG"),
        "alpha3": Value(pattern("[A-Z]{3}", "three capitals such as BGR"), "a code such as BGR"),
        "own_names": _NAMES_BY_LANGUAGE,
        "languages": ListOf(Choice("languages", "the code of an official language such as bg")),
        "time_zone": _ZONE,
        "further_zones": ListOf(_ZONE),
        "names": Translated(one_line(60)),
        "associations": ListOf(_ASSOCIATION),
        "network_member": _NETWORK_MEMBER,
    },
)


def load_countries(text: str, path: str, *, languages: Collection[str]) -> Countries:
    """The states that a file lists.

    Raises:
        ContentError: all that is wrong with the file.
    """
    choices = {"languages": languages, "cemr": ("yes", "associate", "no")}
    return Countries(load(ListOf(_COUNTRY, identity=lambda each: each.id), text, path, choices))
