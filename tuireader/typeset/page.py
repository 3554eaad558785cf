"""A page: the shown paragraphs of a document set in lines of one width, each only when it is looked at.

Nothing is set before a row near it is asked for, so a page of a 100 MB text costs no more than one of an article. A row
is therefore known by its paragraph and its number inside it, never by its distance from the top of the document.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from tuireader.domain.document import Document
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.look import Look
from tuireader.typeset.lines import LineSetter, SetLine
from tuireader.typeset.table import set_table
from tuireader.typeset.wrap import Measure

_KEPT = 2_000
"""Paragraphs whose lines are remembered."""

_NO_AIR = 8
"""Cells of a view up to which a page takes all of it."""

_GAP_ROWS = 3
_TIGHT = (ParagraphKind.TABLE, ParagraphKind.CODE)
"""Paragraphs whose lines always stand close."""


class Position(NamedTuple):
    """A row of a page."""

    at: int
    """Which of the shown paragraphs, counted from 0; their number for what stands behind the last."""

    row: int
    """Which of its rows, counted from 0 at the space above it."""


class RowKind(StrEnum):
    """What stands on a row."""

    TEXT = "text"
    BLANK = "blank"
    RULE = "rule"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page."""

    kind: RowKind
    paragraph: int
    """The number of the paragraph on it, or of the next one below."""

    line: SetLine = ()
    number: int = 0
    """Which line of its paragraph this is, counted from 0."""

    lead: str = ""
    """What it is nested in, as far as there is room: a sign a cell, `>` for the bar of a quote, else a space."""

    hidden: int = 0
    """How many paragraphs are not shown at a gap."""

    @property
    def gap(self) -> range:
        """The numbers of those paragraphs."""
        return range(self.paragraph - self.hidden, self.paragraph)


class Page:
    """The shown paragraphs of a document, set for one width."""

    def __init__(
        self, document: Document, shown: Sequence[int], width: int, measure: Measure, *, spacing: int = 0
    ) -> None:
        """Make a page; this sets nothing yet.

        Args:
            document: What is read.
            shown: The numbers of the paragraphs to show, in order.
            width: Width of the page in cells, at least 1.
            measure: Width of a text in cells.
            spacing: Blank rows between two lines of a paragraph.
        """
        self.document = document
        self.shown = shown
        self.width = width
        self._measure = measure
        self._spacing = spacing
        self._setter = LineSetter(document, width, measure)
        self._set: dict[int, list[SetLine]] = {}

    @property
    def start(self) -> Position:
        """The uppermost row."""
        return Position(0, 0)

    @property
    def end(self) -> Position:
        """The lowest row."""
        return Position(len(self.shown), self._space_above(len(self.shown)) - 1)

    def moved(self, position: Position, rows: int) -> Position:
        """So many rows further down, or up if negative; never beyond the page."""
        at, row = position.at, position.row + rows
        while row < 0 and at > 0:
            at -= 1
            row += self._height(at)
        while at < len(self.shown) and row >= self._height(at):
            row -= self._height(at)
            at += 1
        if at == len(self.shown):
            row = min(row, self.end.row)
        return Position(at, max(0, row))

    def position_of(self, offset: int) -> Position:
        """The row that shows a character; if it is not shown, the first row of text behind it."""
        paragraph = self.document.paragraph_at(offset)
        at = bisect_left(self.shown, paragraph)
        if at == len(self.shown):
            return self.end
        space = self._space_above(at)
        if self.shown[at] != paragraph:
            return Position(at, space)
        return Position(at, space + _line_of(self._lines(at), offset))

    def top_for(self, offset: int, height: int) -> Position:
        """The row on the top line of a view of so many rows that begins at an offset, or at its last screenful."""
        position = self.position_of(offset)
        top = self.start if position == self.position_of(0) else position
        return min(top, self.last_top(height))

    def last_top(self, height: int) -> Position:
        """The row on the top line of the last screenful of so many rows."""
        return self.moved(self.end, 1 - height)

    def offset_of(self, position: Position) -> int:
        """The offset of the first character on a row, or on the first below that has one; a repeated head has none."""
        for row in self.rows_from(position):
            if row.line:
                lines = self._set[row.paragraph]
                starts = [piece.start for piece in row.line]
                return next((start for start in starts if _line_of(lines, start) == row.number), starts[0])
        return len(self.document.text)

    def rows_from(self, position: Position) -> Iterator[Row]:
        """The rows of the page from one on, to its end."""
        at, first = position
        while at < len(self.shown):
            space = self._space_above(at)
            for row in range(first, space):
                yield self._space_row(at, row)
            for number in range(max(0, first - space), len(self._lines(at))):
                yield self._line_row(at, number)
            at, first = at + 1, 0
        for row in range(first, self._space_above(at)):
            yield self._space_row(at, row)

    def _height(self, at: int) -> int:
        return self._space_above(at) + len(self._lines(at))

    def _lines(self, at: int) -> list[SetLine]:
        number = self.shown[at]
        if number not in self._set:
            if len(self._set) >= _KEPT:
                self._set.clear()
            self._set[number] = self._set_paragraph(self.document.paragraphs[number])
        return self._set[number]

    def _set_paragraph(self, paragraph: Paragraph) -> list[SetLine]:
        if paragraph.kind is ParagraphKind.TABLE:
            return set_table(self.document.text, paragraph, self.width, self._measure)
        lines = self._setter.set(paragraph)
        return lines if not self._spacing or paragraph.kind in _TIGHT else _spaced(lines, self._spacing)

    def _hidden_before(self, at: int) -> int:
        """How many paragraphs are left out between a shown one and the shown one before it."""
        number = self.shown[at] if at < len(self.shown) else len(self.document.paragraphs)
        return number - (self.shown[at - 1] if at else -1) - 1

    def _space_above(self, at: int) -> int:
        if self._hidden_before(at):
            return _GAP_ROWS
        if at in (0, len(self.shown)):
            return 1
        paragraphs = self.document.paragraphs
        return self._spacing + _space_between(paragraphs[self.shown[at - 1]], paragraphs[self.shown[at]])

    def _space_row(self, at: int, row: int) -> Row:
        paragraph = self.shown[at] if at < len(self.shown) else len(self.document.paragraphs)
        hidden = self._hidden_before(at)
        if hidden and row == _GAP_ROWS // 2:
            return Row(RowKind.GAP, paragraph, hidden=hidden)
        return Row(RowKind.BLANK, paragraph, lead="" if hidden else self._common_lead(at))

    def _common_lead(self, at: int) -> str:
        """What both the paragraph above a space and the one below it are nested in."""
        if not 0 < at < len(self.shown):
            return ""
        above, below = (self.document.paragraphs[self.shown[number]].lead for number in (at - 1, at))
        common = takewhile(lambda signs: signs[0] == signs[1], zip(above, below, strict=False))
        return self._fitting("".join(sign for sign, _ in common))

    def _fitting(self, lead: str) -> str:
        return lead[: self.width // 3]

    def _line_row(self, at: int, number: int) -> Row:
        line, paragraph = self._lines(at)[number], self.document.paragraphs[self.shown[at]]
        lead = self._fitting(paragraph.lead)
        if line:
            return Row(RowKind.TEXT, self.shown[at], line, number, lead)
        is_ruled = paragraph.kind in (ParagraphKind.RULE, ParagraphKind.TABLE)
        return Row(RowKind.RULE if is_ruled else RowKind.BLANK, self.shown[at], (), number, lead)


def page_width(view: int, look: Look) -> int:
    """How wide a page is in a view of some width, both in cells."""
    air = min(look.margin, view // 4) if view > _NO_AIR else 0
    return max(1, min(look.width, view - 2 * air))


def margin(view: int, look: Look) -> int:
    """How many cells are to the left of a page in a view of some width."""
    return max(0, (view - page_width(view, look)) // 2)


def view_of(rows: Sequence[Row]) -> Span | None:
    """The span of the text on some rows, from the first character to the last; nothing where they hold no text."""
    texts = [row.line for row in rows if row.line]
    if not texts:
        return None
    return Span(min(line[0].start for line in texts), max(line[-1].end for line in texts))


def _space_between(previous: Paragraph, paragraph: Paragraph) -> int:
    """Blank rows above a paragraph."""
    if paragraph.kind is ParagraphKind.HEADING and previous.kind is not ParagraphKind.HEADING:
        return 2
    if paragraph.kind is ParagraphKind.ITEM and previous.kind is ParagraphKind.ITEM:
        return 0
    is_bare_marker = previous.kind is ParagraphKind.ITEM and previous.hang == len(previous.span)
    return 0 if is_bare_marker and len(paragraph.lead) > len(previous.lead) else 1


def _spaced(lines: Sequence[SetLine], spacing: int) -> list[SetLine]:
    """Lines with so many blank ones between them."""
    spaced: list[SetLine] = []
    for line in lines:
        spaced += [line, *[()] * spacing]
    return spaced[: len(spaced) - spacing]


def _line_of(lines: Sequence[SetLine], offset: int) -> int:
    """The number of the line that holds an offset, else of the one whose text stands nearest before it."""
    best, nearest = 0, -1
    for number, line in enumerate(lines):
        for piece in line:
            if nearest < piece.start <= offset:
                best, nearest = number, piece.start
    return best


def offset_at(line: SetLine, column: int, text: str, measure: Measure) -> int | None:
    """The offset of the character of a text that stands at a cell of a line; nothing where there is none."""
    for piece in line:
        right = piece.column
        for offset in range(piece.start, piece.end):
            right += measure(text[offset])
            if piece.column <= column < right:
                return offset
    return None
