"""Office files are ZIP archives of XML (ECMA-376, part 2). Ours come out the same every time."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP archive knows; it stands for no time."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, /, *children: str, **attributes: str) -> str:
    """An element of XML whose children are XML already; `w_val` stands for `w:val`."""
    names = "".join(
        f" {key.replace('_', ':', 1)}={quoteattr(clean(value))}"
        for key, value in attributes.items()
    )
    content = "".join(children)
    return f"<{tag}{names}>{content}</{tag}>" if content else f"<{tag}{names}/>"


def words(text: str) -> str:
    """Text as it stands between two tags."""
    return escape(clean(text))


def clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def core_properties(*, title: str, publisher: str, language: str = "") -> str:
    """What the file says about itself: no time, no person (ECMA-376, part 2, clause 11)."""
    parts = [element("dc:title", words(title))]
    if publisher:
        parts.append(element("dc:creator", words(publisher)))
    if language:
        parts.append(element("dc:language", words(language)))
    return XML + element(
        "cp:coreProperties",
        *parts,
        xmlns_cp=f"{_PACKAGE}/metadata/core-properties",
        xmlns_dc="http://purl.org/dc/elements/1.1/",
    )


def relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    """From id to type and target; a target with a scheme lies outside the file."""
    links = (
        element("Relationship", Id=name, Type=kind, Target=target, **_mode(target))
        for name, (kind, target) in targets.items()
    )
    return XML + element("Relationships", *links, xmlns=f"{_PACKAGE}/relationships")


def _mode(target: str) -> dict[str, str]:
    return {"TargetMode": "External"} if ":" in target else {}


def package(main: str, parts: Mapping[str, str], types: Mapping[str, str], *, core: str) -> bytes:
    """The archive: parts by path, their content types by path, `main` the one to open."""
    root = {
        "rId1": (f"{OFFICE}/officeDocument", main),
        "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    }
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    content = {
        "_rels/.rels": relationships(root),
        "docProps/core.xml": core,
        **parts,
    }
    overrides = {"docProps/core.xml": core_type, **types}
    listed = XML + element(
        "Types",
        element(
            "Default",
            Extension="rels",
            ContentType="application/vnd.openxmlformats-package.relationships+xml",
        ),
        element("Default", Extension="xml", ContentType="application/xml"),
        *(
            element("Override", PartName=f"/{path}", ContentType=overrides[path])
            for path in sorted(overrides)
        ),
        xmlns=f"{_PACKAGE}/content-types",
    )
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for path, text in [("[Content_Types].xml", listed), *sorted(content.items())]:
            entry = zipfile.ZipInfo(path, date_time=_EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            file.writestr(entry, text.encode("utf-8"))
    return archive.getvalue()
