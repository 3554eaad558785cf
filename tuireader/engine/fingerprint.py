"""What tells this engine from one that may make something else of the same file."""

import os
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tuireader import resources

_PACKAGE = Path(__file__).parents[1]
_MAKERS = (
    *(_PACKAGE / room for room in ("domain", "loaders", "recognise", "engine")),
    resources.ROOT / "names",
)
"""The folders of what makes documents and indexes, and of what these are kept as."""


@cache
def fingerprint_with(model: Path) -> str:
    """The fingerprint of the engine with the weights in a file.

    It is that of the files themselves, by name, size and time of change, so that nobody needs to remember to give
    anything a new number: a change of the code, of a list or of the weights makes another one.
    """
    lines = sorted(line for folder in _MAKERS for line in _lines_of(folder))
    return f"{zlib.crc32('|'.join([*lines, _line(model)]).encode()):08x}"


def _lines_of(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                stat = entry.stat()
                yield f"{folder.name}/{entry.name} {stat.st_size} {stat.st_mtime_ns}"


def _line(model: Path) -> str:
    try:
        stat = model.stat()
    except OSError:
        return "no model"
    return f"{model.absolute()} {stat.st_size} {stat.st_mtime_ns}"
