"""What may run in another process: pure functions with plain values in and out."""

import os
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph

_POLITENESS = 10


@dataclass(frozen=True, slots=True)
class Made:
    """A document, and its actors if it is small."""

    document: Document
    index: Index | None


def open_document(data: bytes, name: str, model: str, at_once: int, password: str = "") -> Made:
    """Make a document of a file, and find its actors if that takes but a moment.

    Args:
        data: The bytes of the file.
        name: Its name, which tells the format.
        model: Path of the weights of the model of names.
        at_once: Characters up to which the actors are found too.
        password: What opens the file, if it is locked.

    Returns:
        Both.

    Raises:
        DocumentError: The file holds no text that can be read.
        ModelError: The weights cannot be read.
    """
    from tuireader.engine.guard import limited_memory  # noqa: PLC0415 - whoever only submits jobs needs none of this
    from tuireader.loaders import registry  # noqa: PLC0415

    with limited_memory(data) if registry.is_guarded(data, name) else nullcontext():
        document = registry.load(data, name, password)
    if len(document.text) > at_once:
        return Made(document, None)
    from tuireader.recognise.recogniser import open_recogniser  # noqa: PLC0415

    index = open_recogniser(Path(model)).find(document.text, document.paragraphs)
    return Made(document, index)


def open_head(data: bytes, name: str, password: str = "") -> Document | None:
    """Make a document of the first pages of a file.

    Args:
        data: The bytes of the file.
        name: Its name, which helps to tell the format.
        password: What opens it, if it is locked.

    Returns:
        The document; nothing if the whole of it will soon be there or cannot be read.
    """
    from tuireader.engine.guard import limited_memory  # noqa: PLC0415
    from tuireader.loaders import registry  # noqa: PLC0415

    with limited_memory(data):
        return registry.load_head(data, name, password)


def with_quotations(index: Index, text: str, paragraphs: Sequence[Paragraph]) -> Index:
    """An index of a text with what is said in it."""
    from tuireader.recognise.quotations import find_quotations  # noqa: PLC0415

    return index.quoting(find_quotations(text, paragraphs, index))


def find_names(letters: bytes, paragraphs: Sequence[Paragraph], model: str) -> Index:
    """Find the actors of a text.

    Args:
        letters: The text in UTF-8; a string would keep a copy of itself in these bytes for as long as it lives.
        paragraphs: Its paragraphs, with offsets in the text.
        model: Path of the weights of the model of names.

    Returns:
        The index of the text.

    Raises:
        ModelError: The weights cannot be read.
    """
    from tuireader.recognise.recogniser import open_recogniser  # noqa: PLC0415

    return open_recogniser(Path(model)).find(letters.decode("utf-8", "surrogatepass"), paragraphs)


def find_names_politely(letters: bytes, paragraphs: Sequence[Paragraph], model: str) -> Index:
    """The same with less of a claim to the processor, in a process that has nothing else to do."""
    _step_back()
    return find_names(letters, paragraphs, model)


def find_quotations_politely(letters: bytes, paragraphs: Sequence[Paragraph], index: Index) -> Index:
    """An index with what is said, found in a process that has nothing else to do."""
    _step_back()
    return with_quotations(index, letters.decode("utf-8", "surrogatepass"), paragraphs)


@cache
def _step_back() -> None:
    with suppress(OSError, AttributeError):
        os.nice(_POLITENESS)
