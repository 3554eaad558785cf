"""Compressed files, unpacked in memory and never further than anything to be read is long."""

import bz2
import lzma
import zlib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from typing import Protocol

from tuireader.errors import MissingExtraError, UnreadableError
from tuireader.loaders.detection import packing_of
from tuireader.loaders.formats import PACKINGS, ZSTD

_LARGEST = 256_000_000
_MOST_MEMORY = 256 << 20
_PIECE = 1 << 20
_DEEPEST = 3
_DAMAGED = "it is damaged, and cannot be unpacked to its end"


class _Unpacker(Protocol):
    """What the standard library has for each kind."""

    @property
    def eof(self) -> bool:
        """Whether the end was reached."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind the end."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Some more of what is inside."""


class _Gzip:
    """`zlib` in the shape of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        """Whether the end was reached."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What stands behind the end."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Some more of what is inside."""
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def unpacked(data: bytes, name: str) -> tuple[bytes, str]:
    """Unpack a file, and what is in it if that is compressed too.

    Args:
        data: The bytes of the file.
        name: Its name.

    Returns:
        What is inside, and the name without the suffix that tells how it is compressed.

    Raises:
        UnreadableError: It is damaged, or unpacks to more than any document holds.
        MissingExtraError: What unpacks it is not installed.
    """
    for _ in range(_DEEPEST):
        packing = packing_of(data)
        if not packing:
            break
        data = _joined(_pieces(data, packing))
        path = PurePath(name)
        suffixes = [suffix for each in PACKINGS for suffix in each.suffixes]
        name = name[: -len(path.suffix)] if path.suffix.lower() in suffixes else name
    return data, name


def _joined(pieces: Iterator[bytes]) -> bytes:
    found, length = [], 0
    try:
        for piece in pieces:
            found.append(piece)
            length += len(piece)
            if length > _LARGEST:
                raise UnreadableError("it unpacks to more than any document holds")
    except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError) as error:
        raise UnreadableError(_DAMAGED) from error
    return b"".join(found)


def _pieces(data: bytes, packing: str) -> Iterator[bytes]:
    """What is inside, a piece at a time; several streams may follow each other."""
    while data:
        unpacker = _unpacker(packing)
        piece = unpacker.decompress(data, _PIECE)
        yield piece
        while not unpacker.eof:
            piece = unpacker.decompress(b"", _PIECE)
            if not piece and not unpacker.eof:
                raise EOFError
            yield piece
        data = unpacker.unused_data if packing_of(unpacker.unused_data) == packing else b""


def _unpacker(packing: str) -> _Unpacker:
    if packing == "gzip":
        return _Gzip()
    if packing == "bzip2":
        return bz2.BZ2Decompressor()
    if packing == "xz":
        return lzma.LZMADecompressor(memlimit=_MOST_MEMORY)
    return _Zstandard()


class _Zstandard:
    """A library that came late, in the shape of the others."""

    def __init__(self) -> None:
        try:
            library = import_module("compression.zstd" if find_spec("compression") else "backports.zstd")
        except ImportError as error:
            assert ZSTD.need is not None
            reason = f"Zstandard needs a library; install it with `{ZSTD.need.installer}`"
            raise MissingExtraError(reason) from error
        self._error: type[Exception] = library.ZstdError
        self._inner: _Unpacker = library.ZstdDecompressor()

    @property
    def eof(self) -> bool:
        """Whether the end was reached."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What stands behind the end."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Some more of what is inside."""
        try:
            return self._inner.decompress(data, max_length)
        except self._error as error:
            raise ValueError(str(error)) from error
