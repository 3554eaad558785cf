"""A reader for the terminal that reads a document by its actors."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.domain.document import Document
    from tuireader.domain.index import Index
    from tuireader.domain.quotation import Quotation

__all__ = ["find_actors", "find_quotations", "load"]


def load(path: str | os.PathLike[str]) -> "Document":
    """Read a document.

    Args:
        path: A file or a web address; `-` reads standard input.

    Returns:
        Its text, with the sections and paragraphs that point into it.

    Raises:
        DocumentError: There is no such file, or it holds no text that can be read.
    """
    from tuireader.engine.library import Library  # noqa: PLC0415 - importing tuireader alone stays light
    from tuireader.settings import Settings  # noqa: PLC0415

    return Library(Settings.from_environment(os.environ)).load(os.fspath(path))


def find_actors(text_or_document: "str | Document", *, pronouns: bool = False) -> "Index":
    """Find the people, countries and organisations of a text, and every mention of them.

    Args:
        text_or_document: A document, or any string; offsets then count the characters of exactly that string.
        pronouns: Whether pronouns are mentions too, of those people whom they clearly mean; the actors and their order
            are the same with and without.

    Returns:
        The actors, most important first, and their mentions in the order of the text.

    Raises:
        ModelError: The weights of the model cannot be read.
    """
    from tuireader.recognise.recogniser import open_recogniser  # noqa: PLC0415
    from tuireader.settings import Settings  # noqa: PLC0415

    recogniser = open_recogniser(Settings.from_environment(os.environ).model)
    text = text_or_document if isinstance(text_or_document, str) else text_or_document.text
    paragraphs = () if isinstance(text_or_document, str) else text_or_document.paragraphs
    index = recogniser.find(text, paragraphs)
    if not pronouns:
        return index
    from tuireader.recognise.pronouns import add_pronouns  # noqa: PLC0415 - rarely wanted

    return add_pronouns(index, text, paragraphs)


def find_quotations(text_or_document: "str | Document", index: "Index") -> "Sequence[Quotation]":
    """Find what is said in a text, and who says it.

    Args:
        text_or_document: A document, or any string.
        index: Its actors; with pronouns among their mentions, those tell speakers too.

    Returns:
        The quotations in the order of the text, each with its speaker where that is known.
    """
    from tuireader.recognise.quotations import find_quotations as find  # noqa: PLC0415

    if isinstance(text_or_document, str):
        return find(text_or_document, (), index)
    return find(text_or_document.text, text_or_document.paragraphs, index)
