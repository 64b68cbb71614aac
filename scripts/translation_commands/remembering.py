"""The catalogue, with what earlier commands have found out about the same texts."""

from __future__ import annotations

import contextlib
import platform
import sys
from pathlib import Path

import yaml

import scn
from scn.building.digests import digest_of_value
from scn.building.inputs import read_inputs
from scn.building.memory import MemoryFileError, read_remembered
from scn.translations.catalogue import Catalogue, catalogue_from_folder

CACHE = ".cache/scn/translations.json"


def remembered_catalogue(root: Path) -> Catalogue:
    """All pages; the file of the memory is written anew where something is new."""
    version = version_of_code()
    path = root / CACHE
    try:
        remembered = read_remembered(path, version)
    except MemoryFileError as error:
        print(f"Not used and made again: {error}.", file=sys.stderr)
        remembered = {}
    catalogue = catalogue_from_folder(root, remembered)
    with contextlib.suppress(OSError):  # whoever may only read the project gets the answer, too
        catalogue.memory.save(path, version)
    return catalogue


def version_of_code() -> str:
    """Of all that judges texts."""
    code = read_inputs({"scn": Path(str(scn.__file__)).parent}, {})
    return digest_of_value([sorted(code.items()), platform.python_version(), yaml.__version__])
