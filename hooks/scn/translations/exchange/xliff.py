"""XLIFF 2.0 (OASIS Standard of 5 August 2014), the core that 2.1 shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from scn.languages import SOURCE_LANGUAGE
from scn.translations.exchange.codes import Code, Piece, pieces_of, target_pieces
from scn.translations.exchange.model import PageForExport, UnitForExport
from scn.translations.exchange.notes import note_of, title_of_section
from scn.translations.snapshots import snapshot_path

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
TRANSLATION = "translation"
"""Category of the note that says which translation was exported; see `NO_TRANSLATION`."""

NO_TRANSLATION = "none"
FORMER = "former-source"
_TYPES = {"link": "link", "image": "image", "emphasis": "fmt", "code": "other", "other": "other"}
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_xliff(pages: Sequence[PageForExport], language: str) -> str:
    languages = f'srcLang="{SOURCE_LANGUAGE}" trgLang={quoteattr(language)}'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.0" {languages}>',
    ]
    for page in pages:
        if page.units:
            lines += _file(page)
    return "\n".join([*lines, "</xliff>", ""])


def file_id(path: str) -> str:
    """A name token of XML; no two paths have the same one."""
    return re.sub(r"[^\w.:-]", "_", quote(path, safe="").replace("%2F", ":"), flags=re.ASCII)


def _file(page: PageForExport) -> Iterator[str]:
    original = quoteattr(f"docs/{SOURCE_LANGUAGE}/{page.path}")
    yield f'  <file id={quoteattr(file_id(page.path))} original={original} xml:space="preserve">'
    yield f"    <skeleton href={quoteattr(snapshot_path(page.source_id))}/>"
    yield "    <notes>"
    translation = page.translation_id or NO_TRANSLATION
    yield f'      <note id="translation" category="{TRANSLATION}">{translation}</note>'
    yield "    </notes>"
    for one in page.units:
        yield from _unit(page, one)
    yield "  </file>"


def _unit(page: PageForExport, one: UnitForExport) -> Iterator[str]:
    source = pieces_of(one.unit.text)
    target = target_pieces(source, one.target)
    data = _Data()
    texts = ["".join(data.inline(source)), "".join(data.inline(target))]
    yield f"    <unit id={quoteattr(one.unit.id)}>"
    notes = [("", title_of_section(page, one.unit)), ("", note_of(one.unit)), (FORMER, one.former)]
    if any(text for _, text in notes):
        yield "      <notes>"
        for category, text in notes:
            if text:
                about = f' category="{category}" appliesTo="source"' if category else ""
                yield f"        <note{about}>{_escaped(text)}</note>"
        yield "      </notes>"
    if data.ids:
        yield "      <originalData>"
        for text, id_ in data.ids.items():
            yield f'        <data id="{id_}">{_text(text)}</data>'
        yield "      </originalData>"
    yield f"      <segment{_state(page, one)}>"
    yield f"        <source>{texts[0]}</source>"
    if one.target:
        yield f"        <target>{texts[1]}</target>"
    yield "      </segment>"
    yield "    </unit>"


def _state(page: PageForExport, one: UnitForExport) -> str:
    if not one.is_done:
        return ' state="initial"'
    if page.origin == "machine":
        return ' state="translated" subState="scn:machine"'
    if page.is_reviewed:
        return ' state="final"'
    if page.origin == "machine-edited":
        return ' state="reviewed" subState="scn:machine-edited"'
    return ' state="translated"'


class _Data:
    """The original data of a unit, each text once."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def inline(self, pieces: Sequence[Piece]) -> Iterator[str]:
        for piece in pieces:
            if isinstance(piece, str):
                yield _text(piece)
            elif piece.part == "end":
                yield "</pc>"
            else:
                yield self._code(piece)

    def _code(self, code: Code) -> str:
        may = "" if code.may_go else ' canCopy="no" canDelete="no"'
        about = f'id="{code.id}"{may} type="{_TYPES[code.kind]}"'
        start = f'"{self._id(code.data)}"'
        if code.part == "alone":
            return f"<ph {about} dataRef={start} disp={_attribute(code.data)}/>"
        end = f'"{self._id(code.other)}"'
        return (
            f"<pc {about} dataRefStart={start} dataRefEnd={end}"
            f" dispStart={_attribute(code.data)} dispEnd={_attribute(code.other)}>"
        )

    def _id(self, data: str) -> str:
        return self.ids.setdefault(data, f"d{len(self.ids) + 1}")


def _text(text: str) -> str:
    """With the element for letters that XML does not have."""
    at = 0
    parts = []
    for found in _NOT_XML.finditer(text):
        parts += [_escaped(text[at : found.start()]), f'<cp hex="{ord(found[0]):04X}"/>']
        at = found.end()
    return "".join([*parts, _escaped(text[at:])])


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r", "&#13;"))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
