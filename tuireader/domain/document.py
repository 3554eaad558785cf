"""A document: one text, and the sections, paragraphs and inlines that point into it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import NewType

from tuireader.domain.span import Span

DocumentId = NewType("DocumentId", str)
"""The hash of a file's bytes: the same document has the same id under any path."""

_BLANK = re.compile(r"\s+")


class ParagraphKind(StrEnum):
    """What a paragraph is, and so how it is set."""

    HEADING = "heading"
    TEXT = "text"
    QUOTE = "quote"
    ITEM = "item"
    VERSE = "verse"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"

    @property
    def keeps_lines(self) -> bool:
        """Whether line ends of the text are line ends on the page."""
        return self in (ParagraphKind.VERSE, ParagraphKind.CODE, ParagraphKind.TABLE)


class InlineStyle(StrEnum):
    """How a few words inside a paragraph stand out."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    CODE = "code"
    LINK = "link"
    NOTE = "note"
    MARK = "mark"
    """No words: a sign in the file that says how its neighbours stand out, and is not shown itself."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A range of characters inside one paragraph that stands out from its text."""

    span: Span
    styles: frozenset[InlineStyle]
    target: str = ""
    """Where a link leads; shown on demand, never followed."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under one heading; its parent is the nearest lower level before it."""

    title: str
    level: int
    span: Span
    """From this section's heading up to the next heading of any level."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text that stands by itself."""

    span: Span
    kind: ParagraphKind
    section: int
    """The number of its section in `Document.sections`."""

    level: int = 0
    """How high a heading stands; 1 is the highest. 0 for anything else."""

    hang: int = 0
    """How many characters at the start (a bullet, a number) stand left of all following lines."""

    lead: str = ""
    """What it is nested in: a sign for each cell by which it stands in, `>` where a quote has its bar, else a space."""

    alignment: str = ""
    """How the columns of a table are set, a sign for each: `<`, `^` or `>`; further columns as `<`."""


@dataclass(frozen=True, eq=False)
class Document:
    """A text with its structure. It is large, so it is compared by identity.

    Paragraphs are in order, never overlap, and cover every visible character; sections cover the whole text; inlines
    are in order, never overlap, and never cross a paragraph.
    """

    id: DocumentId
    title: str
    text: str
    r"""The whole text, with `\n` line ends and no control characters."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    inlines: tuple[Inline, ...] = ()
    keeps_lines: bool = False
    """Whether a line end inside prose is one on the page; in a plain text file it only wraps the paragraph."""

    pages: tuple[int, ...] = ()
    """Where each printed page begins, in order; nothing for a file without pages."""

    warning: str = ""
    """What of the file could not be read; empty when all of it was."""

    @cached_property
    def words(self) -> int:
        """How many words the text has, counted by white space."""
        return len(self.text.split())

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    @cached_property
    def marks(self) -> list[int]:
        """The offsets of the characters that are not shown, in order."""
        return marks_of(self.inlines)

    @cached_property
    def _inline_starts(self) -> list[int]:
        return [inline.span.start for inline in self.inlines]

    @cached_property
    def _inline_ends(self) -> list[int]:
        return [inline.span.end for inline in self.inlines]

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, or of the last one before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def section_at(self, offset: int) -> int:
        """The number of the section that holds an offset."""
        return max(0, bisect_right(self._section_starts, offset) - 1)

    def page_at(self, offset: int) -> int | None:
        """The number of the printed page that holds an offset, counted from 1; nothing for a file without pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    def inlines_touching(self, span: Span) -> tuple[Inline, ...]:
        """The inlines that share a character with the span, in order."""
        return self.inlines[bisect_right(self._inline_ends, span.start) : bisect_left(self._inline_starts, span.end)]

    def shown(self, span: Span) -> str:
        """The text of a span as it is read: without marks."""
        return shown(self.text, span, self.marks)

    def context(self, span: Span, width: int) -> tuple[str, str, str]:
        """The words around a span, on one line.

        Args:
            span: The words in the middle.
            width: How many characters to take on each side, before they are cut to whole words.

        Returns:
            What stands before, the span's own text, and what stands after, from the same paragraph.
        """
        bounds = self.paragraphs[self.paragraph_at(span.start)].span if self.paragraphs else Span(0, len(self.text))
        start, end = max(bounds.start, span.start - width), min(bounds.end, span.end + width)
        before, after = self.shown(Span(start, span.start)), self.shown(Span(span.end, end))
        if start > bounds.start:
            before = "…" + before.partition(" ")[2]
        if end < bounds.end:
            after = after.rpartition(" ")[0] + "…"
        return _one_line(before), _one_line(self.shown(span)), _one_line(after)


def marks_of(inlines: Iterable[Inline]) -> list[int]:
    """The offsets of the characters that are not shown, in order."""
    marks = (inline.span for inline in inlines if InlineStyle.MARK in inline.styles)
    return [offset for span in marks for offset in range(span.start, span.end)]


def shown(text: str, span: Span, marks: Sequence[int]) -> str:
    """A part of a text as it is read: without marks."""
    inside = marks[bisect_left(marks, span.start) : bisect_left(marks, span.end)]
    return "".join(text[before + 1 : after] for before, after in pairwise([span.start - 1, *inside, span.end]))


def _one_line(text: str) -> str:
    return _BLANK.sub(" ", text)
