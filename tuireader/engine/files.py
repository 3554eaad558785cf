"""The files that documents are read from: their bytes, and whether they are still the same."""

import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from tuireader.domain.cleaning import clean_line
from tuireader.engine.addresses import fetch, is_address
from tuireader.errors import DocumentNotFoundError, UnreadableError

STANDARD_INPUT = "-"
"""The source that means: read what is piped in."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file looks from outside, without reading it."""

    path: Path
    size: int
    changed: int
    """When it was changed last, in nanoseconds."""


class Condition(StrEnum):
    """What became of a file since it was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


def stamp_of(source: str) -> Stamp | None:
    """The stamp of the file at a path; nothing if there is none, or it cannot be read twice, as a pipe."""
    if source == STANDARD_INPUT:
        return None
    try:
        path = path_of(source).absolute()
        status = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(path, status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def path_of(source: str) -> Path:
    """The path that a person means."""
    try:
        return Path(source).expanduser()
    except RuntimeError:
        return Path(source)


def reading_again(source: str, data: bytes, stamp: Stamp | None) -> Callable[[], bytes]:
    """What gives the bytes of a source once more.

    Args:
        source: A path, a web address, or `-` for standard input.
        data: Its bytes, which are held only if they cannot be read twice.
        stamp: The stamp of its file.

    Returns:
        A function that may raise a `DocumentError`, too: the file may be gone, or be another one.
    """
    if stamp is None:
        return lambda: data
    return partial(_read_again, source, stamp)


def _read_again(source: str, stamp: Stamp) -> bytes:
    data = bytes_of(source)
    if stamp_of(source) != stamp:
        raise UnreadableError(f"cannot read '{clean_line(source)}': it was changed meanwhile; open it again")
    return data


def bytes_of(source: str) -> bytes:
    """The bytes at a path or a web address, or of standard input.

    Raises:
        DocumentNotFoundError: There is no such file.
        UnreadableError: It cannot be read.
    """
    if source == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if is_address(source):
        return fetch(source)
    shown = clean_line(source)
    try:
        path = path_of(source)
        if path.is_char_device() or path.is_block_device():
            raise UnreadableError(f"cannot read '{shown}': it is a device; name a file")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentNotFoundError(f"cannot find '{shown}': check the name, or press Tab to complete it") from error
    except IsADirectoryError as error:
        raise UnreadableError(f"cannot read '{shown}': it is a folder; name a file inside it") from error
    except PermissionError as error:
        raise UnreadableError(f"cannot read '{shown}': permission denied; ask its owner, or copy it") from error
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error) or type(error).__name__)
        raise UnreadableError(f"cannot read '{shown}': {reason[:1].lower()}{reason[1:]}") from error
