"""A document: one text, and the sections, paragraphs and inlines that point into it."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NewType

from tuireader.domain.inline import Inline, Inlines, marks_of
from tuireader.domain.paragraph import Paragraph, Paragraphs
from tuireader.domain.span import Span

DocumentId = NewType("DocumentId", str)
"""The hash of a file's bytes: the same document has the same id under any path."""

_BLANK = re.compile(r"\s+")
_NEAR = 16
"""How many paragraphs are looked through at first for the next of some places."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under one heading; its parent is the nearest lower level before it."""

    title: str
    level: int
    span: Span
    """From this section's heading up to the next heading of any level."""


@dataclass(frozen=True, eq=False, repr=False)
class Document:
    """A text with its structure. It is large, so it is compared by identity, and never spelt out.

    Paragraphs are in order, never overlap, and cover every visible character; sections cover the whole text; inlines
    are in order, never overlap, and never cross a paragraph.
    """

    id: DocumentId
    title: str
    text: str
    r"""The whole text, with `\n` line ends and no control characters."""

    sections: tuple[Section, ...]
    paragraphs: Sequence[Paragraph]
    inlines: Sequence[Inline] = ()
    keeps_lines: bool = False
    """Whether a line end inside prose is one on the page; in a plain text file it only wraps the paragraph."""

    pages: tuple[int, ...] = ()
    """Where each printed page begins, in order; nothing for a file without pages."""

    warning: str = ""
    """What of the file could not be read; empty when all of it was."""

    @cached_property
    def _paragraphs(self) -> Paragraphs:
        return Paragraphs.of(self.paragraphs)

    @property
    def paragraph_starts(self) -> Sequence[int]:
        """The offset of the first character of each paragraph."""
        return self._paragraphs.starts

    @cached_property
    def _inlines(self) -> Inlines:
        return Inlines.of(self.inlines)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    @cached_property
    def marks(self) -> Sequence[int]:
        """The offsets of the characters that are not shown, in order."""
        return marks_of(self.inlines)

    def __reduce__(self) -> tuple[object, ...]:
        """Travels between processes as columns, which is several times faster than as objects."""
        columns = (self._paragraphs, self._inlines, self.keeps_lines, self.pages, self.warning)
        return Document, (self.id, self.title, self.text, self.sections, *columns)

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, or of the last one before it."""
        return max(0, bisect_right(self._paragraphs.starts, offset) - 1)

    def paragraphs_at(self, places: Iterable[int]) -> list[int]:
        """The number of the paragraph of each of some offsets, which are in order: most are near the one before."""
        starts, numbers = self._paragraphs.starts, []
        count, number, end = len(starts), 0, -1
        for offset in places:
            if offset >= end:
                near = number + _NEAR
                last = near if near < count and starts[near] > offset else count
                behind = bisect_right(starts, offset, number, last)
                number = behind - 1 if behind else 0
                end = starts[behind] if behind < count else sys.maxsize
            numbers.append(number)
        return numbers

    def section_at(self, offset: int) -> int:
        """The number of the section that holds an offset."""
        return max(0, bisect_right(self._section_starts, offset) - 1)

    def section_title_at(self, offset: int) -> str:
        """The title of that section; empty in a document without sections."""
        return self.sections[self.section_at(offset)].title if self.sections else ""

    def page_at(self, offset: int) -> int | None:
        """The number of the printed page that holds an offset, counted from 1; nothing for a file without pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    def paragraphs_between(self, first: int, end: int) -> Paragraphs:
        """The paragraphs from a number up to another, as if the text began with the first of them."""
        return self._paragraphs.between(first, end)

    def inlines_touching(self, span: Span) -> tuple[Inline, ...]:
        """The inlines that share a character with the span, in order."""
        return self._inlines.touching(span)

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


def shown(text: str, span: Span, marks: Sequence[int]) -> str:
    """A part of a text as it is read: without marks."""
    inside = marks[bisect_left(marks, span.start) : bisect_left(marks, span.end)]
    return "".join(text[before + 1 : after] for before, after in pairwise([span.start - 1, *inside, span.end]))


def _one_line(text: str) -> str:
    return _BLANK.sub(" ", text)
