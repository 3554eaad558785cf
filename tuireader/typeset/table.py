"""Sets a table: in columns where they fit, else a record under the other."""

from collections.abc import Iterator, Sequence

from tuireader.domain.span import Span
from tuireader.typeset.lines import Piece, SetLine
from tuireader.typeset.wrap import Measure, wrap

_GUTTER = 3
_NARROWEST = 8


def set_table(text: str, span: Span, width: int, measure: Measure) -> list[SetLine]:
    """Set a table in lines.

    Args:
        text: The text of the whole document.
        span: The table: a line a row, cells separated by tabs, the first row its head.
        width: Width of the page in cells.
        measure: Width of a text in cells.

    Returns:
        Its lines; an empty one rules off the head, or one record from the next.
    """
    rows = _cells(text, span)
    widths = _column_widths(text, rows, width, measure)
    if widths is None:
        return list(_records(text, rows, width, measure)) or list(_stacked(text, rows[0], width, measure)) or [()]
    return list(_columns(text, rows, widths, measure))


def _cells(text: str, span: Span) -> list[list[Span]]:
    rows, offset = [], span.start
    for line in text[span.start : span.end].split("\n"):
        row = []
        for cell in line.split("\t"):
            row.append(Span(offset, offset + len(cell)))
            offset += len(cell) + 1
        rows.append(row)
    return rows


def _column_widths(text: str, rows: Sequence[Sequence[Span]], width: int, measure: Measure) -> list[int] | None:
    """The width of each column, the widest made narrower until all fit; nothing where they cannot."""
    count = max(map(len, rows))
    widths = [1] * count
    for row in rows:
        for number, cell in enumerate(row):
            widths[number] = max(widths[number], measure(text[cell.start : cell.end]))
    room = width - _GUTTER * (count - 1)
    if room < _NARROWEST * count and sum(widths) > room:
        return None
    while sum(widths) > room:
        widest = widths.index(max(widths))
        others = max((each for number, each in enumerate(widths) if number != widest), default=0)
        widths[widest] = max(min(others, widths[widest] - 1), widths[widest] - (sum(widths) - room))
    return widths


def _columns(text: str, rows: Sequence[Sequence[Span]], widths: Sequence[int], measure: Measure) -> Iterator[SetLine]:
    for number, row in enumerate(rows):
        columns = []
        for cell, width, left in zip(row, widths, _lefts(widths), strict=False):
            lines = wrap(text[cell.start : cell.end], width, measure)
            columns.append([Piece(left, cell.start + first, cell.start + last) for first, last in lines])
        for line in range(max(map(len, columns), default=0)):
            yield tuple(column[line] for column in columns if line < len(column))
        if number == 0:
            yield ()


def _lefts(widths: Sequence[int]) -> Iterator[int]:
    left = 0
    for width in widths:
        yield left
        left += width + _GUTTER


def _records(text: str, rows: Sequence[Sequence[Span]], width: int, measure: Measure) -> Iterator[SetLine]:
    """Each row as lines of its own, one a cell, led by the head of its column."""
    heads = rows[0]
    margin = min(width // 3, 2 + max(measure(text[head.start : head.end]) for head in heads))
    margin = margin if margin > 1 else 0
    for row in rows[1:]:
        for head, cell in zip(heads, row, strict=False):
            lines = wrap(text[cell.start : cell.end], max(1, width - margin), measure)
            lead = _label(text, head, margin - 1, measure)
            for number, (first, last) in enumerate(lines):
                yield (*(lead if number == 0 else ()), Piece(margin, cell.start + first, cell.start + last))
        yield ()


def _label(text: str, head: Span, width: int, measure: Measure) -> SetLine:
    """As much of the head of a column as stands in one line; nothing where no character of it fits."""
    for first, last in wrap(text[head.start : head.end], max(1, width), measure):
        start, end = head.start + first, head.start + last
        return (Piece(0, start, end),) if measure(text[start:end]) <= width else ()
    return ()


def _stacked(text: str, heads: Sequence[Span], width: int, measure: Measure) -> Iterator[SetLine]:
    """The head of a table without rows, one column below the other."""
    for head in heads:
        for first, last in wrap(text[head.start : head.end], width, measure):
            yield (Piece(0, head.start + first, head.start + last),)
