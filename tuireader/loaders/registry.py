"""Which loader reads a file: told by its bytes and its name, and imported only then."""

import shlex
from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.errors import DocumentError, MissingExtraError, UnknownFormatError, UnreadableError
from tuireader.loaders.decoding import decode
from tuireader.loaders.detection import format_of, packing_of, refused_because, unknown_because
from tuireader.loaders.formats import MARKDOWN, TEXT, Format
from tuireader.loaders.source import Source

_BEGINNING = 4_096
_LARGE = 4_000_000
"""Bytes; markup that is longer may take long to read."""


class Loader(Protocol):
    """Makes a document from the bytes of a file in one format."""

    version: str
    """Changes whenever the same bytes would give another document."""

    def load(self, source: Source) -> Document:
        """Make a document.

        Raises:
            DocumentError: It cannot be made; the message says why and what to do, and need not name the file.
        """
        ...


class HeadLoader(Loader, Protocol):
    """Makes a document of the first pages of a file, too."""

    def load_head(self, source: Source) -> Document | None:
        """Make a document of the first pages.

        Returns:
            The document; nothing if all of it takes but a moment.

        Raises:
            DocumentError: It cannot be made.
        """
        ...


def load(data: bytes, name: str, password: str = "") -> Document:
    """Make a document from the bytes of a file.

    Args:
        data: All of them.
        name: The name or path of the file; `-` for standard input.
        password: What opens the file, if it is locked.

    Returns:
        The document.

    Raises:
        UnreadableError: There is no text in the file, or it is damaged.
        UnknownFormatError: No loader reads this kind of file.
        LockedError: The file wants a password.
        MissingExtraError: A program or a library that reads this kind of file is not installed.
    """
    inner, inner_name = _unpacked(data, name) if packing_of(data) else (data, name)
    loader = loader_for(inner, inner_name)
    try:
        document = loader.load(Source(inner, inner_name, password))
    except (DocumentError, MissingExtraError) as error:
        raise type(error)(refusal(name, str(error))) from error
    return document if inner is data else replace(document, id=Source(data, name).id)


def load_head(data: bytes, name: str, password: str = "") -> Document | None:
    """Make a document of the first pages of a file.

    Args:
        data: All bytes of the file.
        name: Its name or path.
        password: What opens it, if it is locked.

    Returns:
        The document; nothing if the whole of it will soon be there or cannot be read, or if its format has no pages.
    """
    if not has_head(data, name):
        return None
    try:
        loader = cast("HeadLoader", loader_for(data, name))
        return loader.load_head(Source(data, name, password))
    except (DocumentError, MissingExtraError):
        return None


def has_head(data: bytes, name: str) -> bool:
    """Whether the first pages of a file may be read before the rest of it."""
    chosen = None if packing_of(data) else format_of(data, name)
    return chosen is not None and chosen.has_head


def is_guarded(data: bytes, name: str) -> bool:
    """Whether a file is to be read in a process of its own: for its format, or because it is large markup."""
    if packing_of(data):
        return True
    chosen = format_of(data, name)
    if chosen is None or chosen.need is not None:
        return False
    return chosen.is_guarded or (len(data) > _LARGE and chosen not in (TEXT, MARKDOWN))


def is_text(data: bytes, name: str) -> bool:
    """Whether a file is plain text or Markdown, so that its beginning is a document too."""
    return not packing_of(data) and format_of(data, name) in (TEXT, MARKDOWN)


def loader_for(data: bytes, name: str) -> Loader:
    """The loader that reads a file.

    Raises:
        UnreadableError: There is no text in the file.
        UnknownFormatError: No loader reads this kind of file.
        MissingExtraError: A program or a library that reads this kind of file is not installed.
    """
    if not data:
        raise UnreadableError(refusal(name, "it is empty; choose a file with text in it"))
    chosen = format_of(data, name)
    if chosen is None:
        kind = UnknownFormatError if refused_because(data) else UnreadableError
        raise kind(refusal(name, unknown_because(data, name)))
    if not decode(data[:_BEGINNING]).strip() and not decode(data).strip():
        raise UnreadableError(refusal(name, "it holds nothing but white space; choose a file with text in it"))
    return _loader_of(chosen, name)


def _unpacked(data: bytes, name: str) -> tuple[bytes, str]:
    from tuireader.loaders.compression import unpacked  # noqa: PLC0415 - few files are compressed

    try:
        return unpacked(data, name)
    except (DocumentError, MissingExtraError) as error:
        raise type(error)(refusal(name, str(error))) from error


def refusal(name: str, reason: str) -> str:
    """The words that say that a file cannot be read, and why."""
    shown = clean_line(name)
    return f"cannot read '{shown}': {clean_line(reason).replace('{name}', shlex.quote(shown))}"


def _loader_of(chosen: Format, name: str) -> Loader:
    if chosen.need and not chosen.need.is_met:
        reason = f"{chosen.name} files need {chosen.need.name}; install it with `{chosen.need.installer}`"
        raise MissingExtraError(refusal(name, reason))
    module, _, cls = chosen.loader.partition(":")
    made = getattr(import_module(module), cls)
    loader: Loader = made(chosen.dialect) if chosen.dialect else made()
    return loader
