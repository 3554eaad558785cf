"""Rows as a table for people: columns of equal width, cut to the terminal."""

import unicodedata
from collections.abc import Iterator, Sequence

_GAP = "  "
_NARROWEST = 4


def lay_out(fields: Sequence[str], rows: Sequence[Sequence[str | int | float]], width: int) -> Iterator[str]:
    """Set rows in columns under their names.

    Args:
        fields: The names of the columns.
        rows: What stands in them: words to the left, numbers to the right.
        width: Cells in a line; longer words are cut. 0 cuts nothing.

    Yields:
        The lines, without line ends.
    """
    numbers = [any(isinstance(row[at], int | float) for row in rows) for at in range(len(fields))]
    lines = [[_shown(cell) for cell in row] for row in rows]
    natural = [max(map(_cells, column)) for column in zip(fields, *lines, strict=True)]
    widths = _shrunk(natural, numbers, width - len(_GAP) * (len(fields) - 1)) if width else natural
    for line in (fields, ["─" * cells for cells in widths], *lines):
        cells = map(_set, line, widths, numbers)
        yield _GAP.join(cells).rstrip()


def _shown(cell: str | int | float) -> str:
    """A cell in words; shares with two places, so that they stand below each other."""
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def _shrunk(natural: Sequence[int], numbers: Sequence[bool], room: int) -> list[int]:
    """The widths of columns in some room: numbers are never cut, and of the words the widest first."""
    for limit in range(max(natural), _NARROWEST, -1):
        widths = [cells if number else min(cells, limit) for cells, number in zip(natural, numbers, strict=True)]
        if sum(widths) <= room:
            return _filled(widths, natural, room)
    return [cells if number else min(cells, _NARROWEST) for cells, number in zip(natural, numbers, strict=True)]


def _filled(widths: list[int], natural: Sequence[int], room: int) -> list[int]:
    for at in reversed(range(len(widths))):
        widths[at] += min(natural[at] - widths[at], room - sum(widths))
    return widths


def _set(cell: str, width: int, is_number: bool) -> str:
    if _cells(cell) > width:
        cell = _cut(cell, width - 1) + "…"
    space = " " * (width - _cells(cell))
    return space + cell if is_number else cell + space


def _cut(cell: str, width: int) -> str:
    kept = cell[:width]
    while _cells(kept) > width:
        kept = kept[:-1]
    return kept


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
