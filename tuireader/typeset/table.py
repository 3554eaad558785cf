"""Sets a table: in columns where they fit, else a record under the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuireader.domain.paragraph import Paragraph
from tuireader.domain.span import Span
from tuireader.typeset.lines import Piece, SetLine, shifted
from tuireader.typeset.wrap import Measure, wrap

_GUTTER = 3
_NARROWEST = 8


def set_table(text: str, paragraph: Paragraph, width: int, measure: Measure) -> list[SetLine]:
    """Set a table in lines.

    Args:
        text: The text of the whole document.
        paragraph: The table: a line a row, cells separated by tabs, the first row its head.
        width: Width of the page in cells.
        measure: Width of a text in cells.

    Returns:
        Its lines; an empty one rules off the head, or one record from the next.
    """
    table = _Table(text, _cells(text, paragraph.span), paragraph.alignment, measure)
    left = min(len(paragraph.lead), width // 3)
    return [shifted(line, left) for line in table.set(width - left)]


def has_head(text: str, table: Paragraph) -> bool:
    """Whether the first row of a table says anything."""
    head, _, _ = text[table.span.start : table.span.end].partition("\n")
    return bool(head.strip())


def _cells(text: str, span: Span) -> list[list[Span]]:
    rows, offset = [], span.start
    for line in text[span.start : span.end].split("\n"):
        row, indent = [], len(line) - len(line.lstrip(" "))
        offset += indent
        for cell in line[indent:].split("\t"):
            row.append(Span(offset, offset + len(cell)))
            offset += len(cell) + 1
        rows.append(row)
    return rows


class _Table(NamedTuple):
    """The cells of a table."""

    text: str
    rows: Sequence[Sequence[Span]]
    alignment: str
    measure: Measure

    @property
    def has_head(self) -> bool:
        return any(map(len, self.rows[0]))

    def set(self, width: int) -> list[SetLine]:
        """The lines, at least one."""
        widths = self._column_widths(width)
        if widths is not None:
            return list(self._columns(widths)) or [()]
        return list(self._records(width)) or list(self._stacked(width)) or [()]

    def _column_widths(self, width: int) -> list[int] | None:
        """The width of each column, the widest made narrower until all fit; nothing where they cannot."""
        count = max(map(len, self.rows))
        widths = [1] * count
        for row in self.rows:
            for number, cell in enumerate(row):
                widths[number] = max(widths[number], self._cells_of(cell))
        room = width - _GUTTER * (count - 1)
        if room < _NARROWEST * count and sum(widths) > room:
            return None
        while sum(widths) > room:
            widest = widths.index(max(widths))
            others = max((each for number, each in enumerate(widths) if number != widest), default=0)
            widths[widest] = max(min(others, widths[widest] - 1), widths[widest] - (sum(widths) - room))
        return widths

    def _columns(self, widths: Sequence[int]) -> Iterator[SetLine]:
        places = list(zip(_lefts(widths), widths, self.alignment.ljust(len(widths), "<"), strict=False))
        for number, row in enumerate(self.rows):
            columns = [list(self._cell(cell, *place)) for cell, place in zip(row, places, strict=False)]
            for line in range(max(map(len, columns), default=0)):
                yield tuple(column[line] for column in columns if line < len(column))
            if number == 0 and self.has_head:
                yield ()

    def _cell(self, cell: Span, left: int, width: int, alignment: str) -> Iterator[Piece]:
        """The lines of a cell in its column."""
        for first, last in wrap(self.text[cell.start : cell.end], width, self.measure):
            start, end = cell.start + first, cell.start + last
            free = 0 if alignment == "<" else max(0, width - self.measure(self.text[start:end]))
            yield Piece(left + (free if alignment == ">" else free // 2), start, end)

    def _records(self, width: int) -> Iterator[SetLine]:
        """Each row as lines of its own, one a cell, led by the head of its column."""
        heads = self.rows[0]
        margin = min(width // 3, 2 + max(map(self._cells_of, heads))) if self.has_head else 0
        margin = margin if margin > 1 else 0
        for row in self.rows[1:]:
            for number, cell in enumerate(row):
                lead = self._label(heads[number], margin - 1) if number < len(heads) else ()
                for line in self._cell(cell, margin, max(1, width - margin), "<"):
                    yield (*lead, line)
                    lead = ()
            yield ()

    def _label(self, head: Span, width: int) -> SetLine:
        """As much of the head of a column as stands in one line; nothing where no character of it fits."""
        first = next(self._cell(head, 0, max(1, width), "<"), None)
        return (first,) if first and self._cells_of(Span(first.start, first.end)) <= width else ()

    def _stacked(self, width: int) -> Iterator[SetLine]:
        """The head of a table without rows, one column below the other."""
        for head in self.rows[0]:
            for line in self._cell(head, 0, width, "<"):
                yield (line,)

    def _cells_of(self, cell: Span) -> int:
        """How wide the words of a cell are."""
        return self.measure(self.text[cell.start : cell.end])


def _lefts(widths: Sequence[int]) -> Iterator[int]:
    left = 0
    for width in widths:
        yield left
        left += width + _GUTTER
