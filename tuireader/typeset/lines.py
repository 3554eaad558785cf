"""Sets one paragraph in lines: prose, verse and code."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tuireader.domain.document import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.wrap import Line, Measure, wrap

INDENT = 2
"""Cells by which a quote, an item or code stands in for each level of nesting."""

_TAB = 4
_CONTINUED = 4
_SPACES = re.compile(r"\s+")
_TABBED_PART = re.compile(r"(\t*)([^\t]+)")


class Piece(NamedTuple):
    """Some characters of the text that stand side by side on the page."""

    column: int
    """Cells from the left edge of the page."""

    start: int
    """Offset of the first character."""

    end: int
    """Offset just behind the last character."""


SetLine = tuple[Piece, ...]
"""One line of a paragraph as it stands on the page, from left to right."""


class LineSetter:
    """Sets paragraphs of one text for one width."""

    def __init__(self, text: str, width: int, measure: Measure) -> None:
        """Prepare to set.

        Args:
            text: The text of the whole document.
            width: Width of the page in cells.
            measure: Width of a text in cells.
        """
        self._text = text
        self._width = width
        self._measure = measure

    def set(self, paragraph: Paragraph) -> list[SetLine]:
        """The lines of a paragraph that is not a table; at least one, which may be empty."""
        if paragraph.kind is ParagraphKind.RULE:
            return [()]
        if paragraph.kind.keeps_lines:
            return list(self._kept_lines(paragraph)) or [()]
        return self._prose(paragraph) or [()]

    def _prose(self, paragraph: Paragraph) -> list[SetLine]:
        start, indent = paragraph.span.start, self._indent_of(paragraph)
        body = Span(start + paragraph.hang, paragraph.span.end)
        marker = self._measure(self._text[start : body.start].replace("\t", " "))
        if not marker or indent + marker >= self._width:
            return self._flowed(paragraph.span, indent)
        lines = self._flowed(body, indent + marker)
        first = lines[0] if lines else ()
        return [(Piece(indent, start, body.start), *first), *lines[1:]]

    def _flowed(self, span: Span, column: int) -> list[SetLine]:
        """Running text, whatever its line ends and spaces in the file."""
        room = max(1, self._width - column)
        source = self._text[span.start : span.end]
        flowed = _SPACES.sub(" ", source)
        lines = wrap(flowed, room, self._measure)
        if len(flowed) == len(source):
            return [(Piece(column, span.start + first, span.start + last),) for first, last in lines]
        starts, shifts = _shifts(source)
        return [tuple(self._pieces(flowed, line, column, (starts, shifts), span.start)) for line in lines]

    def _pieces(
        self, flowed: str, line: Line, column: int, source: tuple[list[int], list[int]], offset: int
    ) -> Iterator[Piece]:
        """A line of text with single spaces as pieces of the text as it is in the file."""
        starts, shifts = source
        first, last = line
        cuts = [first, *starts[bisect_right(starts, first) : bisect_right(starts, last - 1)], last]
        for a, b in pairwise(cuts):
            shift = offset + shifts[bisect_right(starts, a) - 1]
            yield Piece(column + self._measure(flowed[first:a]), a + shift, b + shift)

    def _kept_lines(self, paragraph: Paragraph) -> Iterator[SetLine]:
        """Verse and code: one line or more for each line of the text, less the margin that all of them share."""
        start, indent = self._with_lead(paragraph.span.start), self._indent_of(paragraph)
        lines = self._text[start : paragraph.span.end].rstrip().split("\n")
        margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
        for line in lines:
            yield from self._kept_line(line[margin:].rstrip(), start + margin, indent)
            start += len(line) + 1

    def _indent_of(self, paragraph: Paragraph) -> int:
        """Cells by which a paragraph stands in; however deep it is nested, most of the page is left to its text."""
        return min(indent_of(paragraph), self._width // 3)

    def _with_lead(self, start: int) -> int:
        """The offset where the white space before a paragraph's first line begins."""
        line_start = self._text.rfind("\n", 0, start) + 1
        return line_start if not self._text[line_start:start].strip() else start

    def _kept_line(self, line: str, start: int, indent: int) -> Iterator[SetLine]:
        body = line.lstrip(" ")
        lead = len(line) - len(body)
        start += lead
        if "\t" in body:
            tabbed = tuple(self._tabbed(body, start, indent + lead))
            if tabbed[-1].column + self._measure(body[tabbed[-1].start - start :]) <= self._width:
                yield tabbed
                return
            body = body.replace("\t", " ")
        if indent + lead + self._measure(body) <= self._width:
            yield (Piece(indent + lead, start, start + len(body)),) if body else ()
            return
        column = indent + min(lead, self._width // 3)
        continued = min(_CONTINUED, self._width // 6)
        room = max(1, self._width - column - continued)
        for number, (first, last) in enumerate(wrap(body, room, self._measure)):
            yield (Piece(column + (continued if number else 0), start + first, start + last),)

    def _tabbed(self, line: str, start: int, column: int) -> Iterator[Piece]:
        """A line with tabs: each part at the next tab stop."""
        for match in _TABBED_PART.finditer(line):
            tabs = len(match[1])
            column = (column // _TAB + tabs) * _TAB if tabs else column
            yield Piece(column, start + match.start(2), start + match.end(2))
            column += self._measure(match[2])


def indent_of(paragraph: Paragraph) -> int:
    """Cells by which a paragraph stands in from the left edge of the page."""
    match paragraph.kind:
        case ParagraphKind.HEADING | ParagraphKind.TABLE:
            return 0
        case ParagraphKind.ITEM:
            return INDENT * max(0, paragraph.depth - 1)
        case ParagraphKind.QUOTE | ParagraphKind.CODE | ParagraphKind.VERSE:
            return INDENT * max(1, paragraph.depth)
        case _:
            return INDENT * paragraph.depth


def _shifts(source: str) -> tuple[list[int], list[int]]:
    """Where, in a text with single spaces, characters were left out before, and how many in all up to there."""
    starts, shifts, removed = [0], [0], 0
    for match in _SPACES.finditer(source):
        if len(match[0]) > 1:
            removed += len(match[0]) - 1
            starts.append(match.end() - removed)
            shifts.append(removed)
    return starts, shifts
