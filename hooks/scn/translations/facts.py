"""What in an English text must never be wrong: numbers, dates, amounts, addresses, code, not.

Each function gives what it finds as often as it is there, written in one way.
"""

from __future__ import annotations

import re
from collections import Counter

_NUMBER = re.compile(r"[+−-]?\d+(?:[.,:/–-]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?"
    r"|millions?|billions?|dozens?|half|twice|double|zero|third|fourth|fifth)\b",
    re.IGNORECASE,
)
_DATE_WORD = re.compile(
    r"\b(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|today|tomorrow|yesterday|noon|midnight)\b"
    # May and March are other words too: months after a day or a word of time, or before a day.
    r"|(?:May|March)\b(?:(?= \d)|(?<=\d May)|(?<=\d March)"
    r"|(?<=\b[Ii]n May)|(?<=\b[Ii]n March)|(?<=\b[Bb]y May)|(?<=\b[Bb]y March)"
    r"|(?<=\bof May)|(?<=\bof March)|(?<=ntil May)|(?<=ntil March)|(?<=ince May)|(?<=ince March)"
    r"|(?<=rom May)|(?<=rom March)|(?<=\bto May)|(?<=\bto March)|(?<=efore May)|(?<=efore March)"
    r"|(?<=fter May)|(?<=fter March)|(?<=arly May)|(?<=arly March)|(?<=ate May)|(?<=ate March)"
    r"|(?<=mid-May)|(?<=mid-March)|(?<=and May)|(?<=and March)|(?<=end-May)|(?<=end-March))"
    r"|[ap]\.m\.)"
)
_CURRENCY = re.compile(
    r"[€$£¥%‰]|\bper ?cent\b|\b(?:EUR|USD|GBP|CHF|PLN|SEK|DKK|CZK|HUF|RON|BGN|euros?|cents?"
    r"|dollars?|pounds?)\b"
)
_ADDRESS = re.compile(
    r"\b(?:(?:https?|ftp)://|mailto:|tel:|www\.)[^\s)\"'>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_ADDRESS_SIGN = re.compile("[@:]|www", re.IGNORECASE)
_LINK = re.compile(r"\]\(([^\s)]+)|\b(?:href|src)=\"([^\"]*)\"")
_CODE = re.compile(r"`([^`]+)`|\+\+([\w+-]+)\+\+")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|except|unless)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:must|shall|should|may|can|will|need|needs|needed|could|would|might|ought)\b",
    re.IGNORECASE,
)
_SHORT_NEGATION = re.compile(r"\b(?:cannot|(?P<verb>\w+?)n[’']t)\b", re.IGNORECASE)
_FULL_VERB = {"ca": "can", "wo": "will", "sha": "shall"}


def numbers(text: str) -> Counter[str]:
    found = Counter(_NUMBER.findall(text))
    found.update(word.lower() for word in _NUMBER_WORD.findall(text))
    return found


def dates(text: str) -> Counter[str]:
    return Counter(_DATE_WORD.findall(text))


def currencies(text: str) -> Counter[str]:
    return Counter(_CURRENCY.findall(text))


def addresses(text: str) -> Counter[str]:
    """Of the web, of mail and of telephones: those by which a reader reaches somebody."""
    if not _ADDRESS_SIGN.search(text):  # as most texts, and the whole search takes long
        return Counter()
    return Counter(address.rstrip(".,;:!?") for address in _ADDRESS.findall(text))


def links(text: str) -> Counter[str]:
    """Where links lead, also within the site."""
    return Counter(inner or outer for inner, outer in _LINK.findall(text))


def code(text: str) -> Counter[str]:
    return Counter(span or keys for span, keys in _CODE.findall(text))


def negations(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _NEGATION.findall(_written_out(text)))


def modal_verbs(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _MODAL.findall(_written_out(text)))


def _written_out(text: str) -> str:
    """`can't`, `can not` and `cannot` say the same."""
    return _SHORT_NEGATION.sub(_full_verb_and_not, text)


def _full_verb_and_not(found: re.Match[str]) -> str:
    verb = (found["verb"] or "can").lower()
    return f"{_FULL_VERB.get(verb, verb)} not"
