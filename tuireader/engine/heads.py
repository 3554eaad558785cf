"""The beginning of a text, to be read while the rest of it is on its way."""

from functools import cached_property
from pathlib import Path

from tuireader.domain.document import Document
from tuireader.errors import DocumentError

LARGE = 2_000_000
"""Bytes from which on opening a text takes longer than a moment."""

HEAD = 100_000
"""Bytes of such a text that are read meanwhile: some forty pages."""

_FIRST_PAGE = 32_000
"""Bytes that tell what the first page looks like."""

_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown"})
_PARAGRAPH_ENDS = (b"\n\n", b"\n\r\n")


class Beginning:
    """The beginning of a file, made into a document only when it is wanted."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look at all bytes of a file, and at its name or path."""
        self._data = data
        self._name = name

    @cached_property
    def head(self) -> Document | None:
        """The first pages of a large text, to be read meanwhile; nothing if the whole of it will soon be there."""
        return head_of(self._data, self._name, HEAD) if len(self._data) >= LARGE else None

    @cached_property
    def first_page(self) -> Document | None:
        """The first page of a text, and a little more."""
        return self.head or head_of(self._data, self._name, _FIRST_PAGE)


def head_of(data: bytes, name: str, most: int) -> Document | None:
    """Make a document of the first pages of a text.

    Args:
        data: All bytes of the file.
        name: Its name or path.
        most: Bytes of the beginning at most; the last paragraph in them is left out if it may go on.

    Returns:
        The document; nothing if the file is of a kind that says little by its beginning alone.
    """
    if Path(name).suffix.lower() not in _SUFFIXES:
        return None
    end = len(data) if len(data) <= most else max(data.rfind(gap, 0, most) for gap in _PARAGRAPH_ENDS)
    if end <= 0:
        return None
    from tuireader.loaders import registry  # noqa: PLC0415 - documents are mostly loaded elsewhere

    if not registry.is_text(data, name):
        return None
    try:
        return registry.load(data[:end], name)
    except DocumentError:
        return None
