"""Plain words as Markdown, and the notes of a document as a page of it."""

import re
from collections.abc import Iterator

from tuireader.domain.cleaning import clean, clean_line
from tuireader.domain.document import Document
from tuireader.domain.notes import Notes
from tuireader.domain.passages import as_read
from tuireader.domain.span import Span

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]")
_BLOCK_SIGN = re.compile(r"^(\d*)([.)](?=\s|$)|[#+=-])")


def plain(words: str) -> str:
    """Words on one line that mean nothing but themselves in Markdown, inside a line or a cell of a table."""
    return escaped(clean_line(words))


def escaped(words: str) -> str:
    """The same for words that may begin or end with a space."""
    return _SIGNS.sub(r"\\\g<0>", words)


def plain_line(words: str) -> str:
    """The same for words that begin a line, where they could begin a heading or a list."""
    return _BLOCK_SIGN.sub(r"\1\\\2", plain(words))


def notes_page(document: Document, notes: Notes) -> Iterator[str]:
    """The notes of a document, under the headings of their sections.

    Args:
        document: What they mark.
        notes: What is marked.

    Yields:
        Lines, each with its line end; none where there are no notes.
    """
    if notes:
        yield f"# {plain(document.title)}\n"
    section = None
    for span, note in notes.placed:
        number = document.section_at(span.start)
        if document.sections and number != section:
            section = number
            yield f"\n## {plain(document.sections[number].title)}\n"
        yield from _note(as_read(document, span), note.words, _page(document, span))
    if notes.lost:
        yield "\n## Lost: these words are gone\n"
    for note in notes.lost:
        yield from _note(note.anchor.words, note.words, "")


def _note(marked: str, words: str, page: str) -> Iterator[str]:
    """The marked words as a quotation, and below it what the reader says."""
    yield "\n"
    for line in (*clean(marked).split("\n"), *(["", page] if page else [])):
        yield f"> {plain_line(line)}".rstrip() + "\n"
    if words:
        yield f"\n{plain_line(words)}\n"


def _page(document: Document, span: Span) -> str:
    page = document.page_at(span.start)
    return f"— p. {page}" if page is not None else ""
