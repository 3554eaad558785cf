"""Sets one paragraph in lines: prose, verse and code."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.domain.document import Document
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.flow import flow
from tuireader.typeset.wrap import Measure, wrap

_INDENT = 2
"""Cells by which code and verse stand in."""

_TAB = 4
_CONTINUED = 4
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
    """Sets paragraphs of one document for one width."""

    def __init__(self, document: Document, width: int, measure: Measure) -> None:
        """Prepare to set.

        Args:
            document: What is read.
            width: Width of the page in cells.
            measure: Width of a text in cells.
        """
        self._document = document
        self._text = document.text
        self._width = width
        self._measure = measure

    def set(self, paragraph: Paragraph) -> list[SetLine]:
        """The lines of a paragraph that is not a table; at least one, which may be empty."""
        if paragraph.kind is ParagraphKind.RULE:
            return [()]
        if paragraph.kind.keeps_lines:
            return [self._without_marks(line) for line in self._kept_lines(paragraph)] or [()]
        return self._prose(paragraph) or [()]

    def _prose(self, paragraph: Paragraph) -> list[SetLine]:
        start, indent = paragraph.span.start, self._indent_of(paragraph)
        body = Span(start + paragraph.hang, paragraph.span.end)
        marker = self._measure(self._text[start : body.start].replace("\t", " "))
        if not marker or indent + marker >= self._width:
            return self._running(paragraph.span, indent)
        lines = self._running(body, indent + marker)
        first = lines[0] if lines else ()
        return [(Piece(indent, start, body.start), *first), *lines[1:]]

    def _running(self, span: Span, column: int) -> list[SetLine]:
        """Running text, one part after the other where the document keeps its lines."""
        if not self._document.keeps_lines:
            return self._flowed(span, column)
        return [line for part in self._parts(span) for line in self._flowed(part, column) or [()]]

    def _parts(self, span: Span) -> Iterator[Span]:
        """What stands between line ends."""
        start = span.start
        for line in self._text[span.start : span.end].split("\n"):
            yield Span(start, start + len(line))
            start += len(line) + 1

    def _flowed(self, span: Span, column: int) -> list[SetLine]:
        """Text in lines of the page, whatever its line ends and spaces in the file."""
        flowed = flow(self._text, span, self._marks_in(span))
        lines = wrap(flowed.text, max(1, self._width - column), self._measure)
        if len(flowed.starts) == 1:
            shift = flowed.shifts[0]
            return [(Piece(column, first + shift, last + shift),) for first, last in lines]
        return [
            tuple(
                Piece(column + self._measure(flowed.text[line[0] : line[0] + distance]), part.start, part.end)
                for part, distance in flowed.spans(line)
            )
            for line in lines
        ]

    def _marks_in(self, span: Span) -> Sequence[int]:
        """The offsets in a span whose characters are not shown."""
        marks = self._document.marks
        return marks[bisect_left(marks, span.start) : bisect_left(marks, span.end)] if marks else ()

    def _without_marks(self, line: SetLine) -> SetLine:
        marks = self._marks_in(Span(line[0].start, line[-1].end)) if line else ()
        return tuple(self._cut(line, marks)) if marks else line

    def _cut(self, line: SetLine, marks: Sequence[int]) -> Iterator[Piece]:
        """A line in pieces that leave the marks out and close up."""
        for piece in line:
            inside = [mark for mark in marks if piece.start <= mark < piece.end]
            for before, after in pairwise([piece.start - 1, *inside, piece.end]):
                closed = sum(mark <= before for mark in marks)
                column = piece.column + self._measure(self._text[piece.start : before + 1]) - closed
                if after > before + 1:
                    yield Piece(column, before + 1, after)

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
    return len(paragraph.lead) + (_INDENT if paragraph.kind in (ParagraphKind.CODE, ParagraphKind.VERSE) else 0)


def shifted(line: SetLine, cells: int) -> SetLine:
    """A line further to the right."""
    return tuple(Piece(piece.column + cells, piece.start, piece.end) for piece in line) if cells else line
