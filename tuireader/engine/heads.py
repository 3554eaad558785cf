"""The beginning of a document, to be read while the rest of it is on its way."""

from concurrent.futures import CancelledError
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tuireader.domain.document import Document
from tuireader.errors import DocumentError

if TYPE_CHECKING:
    from concurrent.futures import Future

LARGE = 2_000_000
"""Bytes from which on opening a text takes longer than a moment."""

HEAD = 100_000
"""Bytes of such a text that are read meanwhile: some forty pages."""

_FIRST_PAGE = 32_000
"""Bytes that tell what the first page looks like."""

_PATIENCE = 2.0
"""Seconds that the first pages of a book may take."""

_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown"})
_PARAGRAPH_ENDS = (b"\n\n", b"\n\r\n")


class Beginning(Protocol):
    """What can be seen of a new document while the rest of it is on its way."""

    @property
    def head(self) -> Document | None:
        """Its first pages, to be read meanwhile; nothing if the whole of it will soon be there."""
        ...

    @property
    def first_page(self) -> Document | None:
        """Its first page, and a little more, if that is there at once."""
        ...


class BookBeginning:
    """The first pages of a book, made into a document elsewhere."""

    def __init__(self, coming: "Future[Document | None]") -> None:
        """Wait only when somebody asks."""
        self._coming = coming

    @property
    def first_page(self) -> Document | None:
        """The first page, and those behind it, once they are there."""
        return self.head if self._coming.done() else None

    @cached_property
    def head(self) -> Document | None:
        """The first pages of a long book; nothing if they are long in coming, too."""
        try:
            failure = self._coming.exception(_PATIENCE)
        except (TimeoutError, CancelledError):
            return None
        return None if failure is not None else self._coming.result()


class TextBeginning:
    """The beginning of a text, made into a document only when it is wanted."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look at all bytes of a file, and at its name or path; no more of them is held than may be shown."""
        self._data = data[: HEAD + 1]
        self._is_large = len(data) >= LARGE
        self._name = name

    @cached_property
    def head(self) -> Document | None:
        """The first pages of a large text, to be read meanwhile; nothing if the whole of it will soon be there."""
        return head_of(self._data, self._name, HEAD) if self._is_large else None

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
