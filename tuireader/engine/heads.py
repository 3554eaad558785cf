"""The beginning of a large text, to be read while the rest of it is on its way."""

from pathlib import Path

from tuireader.domain.document import Document
from tuireader.errors import DocumentError

_LARGE = 2_000_000
"""Bytes from which on opening a text takes longer than a moment."""

_HEAD = 100_000
"""Bytes of the beginning at most: some forty pages."""

_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown"})
_PARAGRAPH_ENDS = (b"\n\n", b"\n\r\n")


def head_of(data: bytes, name: str) -> Document | None:
    """Make a document of the first pages of a large text.

    Args:
        data: All bytes of the file.
        name: Its name or path.

    Returns:
        The document; nothing if the file is small, or of a kind that says little by its beginning alone.
    """
    if len(data) < _LARGE or Path(name).suffix.lower() not in _SUFFIXES:
        return None
    end = max(data.rfind(gap, 0, _HEAD) for gap in _PARAGRAPH_ENDS)
    if end <= 0:
        return None
    from tuireader.loaders import registry  # noqa: PLC0415 - documents are mostly loaded elsewhere

    if not registry.is_text(data, name):
        return None
    try:
        return registry.load(data[:end], name)
    except DocumentError:
        return None
