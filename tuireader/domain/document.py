"""A document: one text, and the sections, paragraphs and inlines that point into it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
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

    depth: int = 0
    """Level of a heading (1 is the highest), or how deep an item or a quote is nested."""

    hang: int = 0
    """How many characters at the start (a bullet, a number) stand left of all following lines."""


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
    def _inline_ends(self) -> list[int]:
        return [inline.span.end for inline in self.inlines]

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, or of the last one before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def section_at(self, offset: int) -> int:
        """The number of the section that holds an offset."""
        return max(0, bisect_right(self._section_starts, offset) - 1)

    def inlines_touching(self, span: Span) -> list[Inline]:
        """The inlines that share a character with the span, in order."""
        found = []
        for inline in self.inlines[bisect_right(self._inline_ends, span.start) :]:
            if inline.span.start >= span.end:
                break
            found.append(inline)
        return found

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
        before, after = self.text[start : span.start], self.text[span.end : end]
        if start > bounds.start:
            before = "…" + before.partition(" ")[2]
        if end < bounds.end:
            after = after.rpartition(" ")[0] + "…"
        return _one_line(before), _one_line(self.text[span.start : span.end]), _one_line(after)


def _one_line(text: str) -> str:
    return _BLANK.sub(" ", text)
