"""The order in which the lines of a page are read: down each column, and a line across all of them in between."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tuireader.loaders.pdf.line import Line

_FEWEST = 5
"""How many lines a column has at least."""

_MOST_CROSSING = 0.3
_LEAST_BESIDE = 0.15
_NARROWEST = 0.55
"""Of the width of a column; lines of prose are mostly wider, cells of a table are not."""

_PROSE = 30
"""Letters of a line of prose in a narrow column; cells of a table mostly have fewer."""

_UNEVEN = 1.5
"""Of the size of a line that may be missing to the edge of its column."""

_WIDE = 0.65
"""Of the width of a page; a line so wide crosses any gutter."""

_STEPS = 60
_DEEPEST = 3


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Put the lines of a page in order.

    Args:
        lines: All of them, in any order.

    Returns:
        The same, those on one base line of a column joined, with tabs for wide gaps between them.
    """
    ordered: list[Line] = []
    for number, column in enumerate(_columns(sorted(lines, key=_place), _DEEPEST)):
        rows = _rows(column)
        ordered += [replace(row, column=number) for row in rows] if number else rows
    return ordered


def _place(line: Line) -> tuple[float, float]:
    return line.base, line.left


def _columns(lines: list[Line], depth: int) -> list[list[Line]]:
    """The lines of each column in the order of reading; a band across columns is one by itself."""
    gutter = _gutter(lines) if depth else None
    if gutter is None:
        return [lines] if lines else []
    columns: list[list[Line]] = []
    for is_across, band in groupby(_banded(lines, gutter), key=lambda line: _crosses(line, gutter)):
        part = list(band)
        if is_across:
            columns.append(part)
        else:
            columns += _columns([line for line in part if line.right <= gutter], depth - 1)
            columns += _columns([line for line in part if line.left >= gutter], depth - 1)
    return columns


def _banded(lines: list[Line], gutter: float) -> list[Line]:
    return sorted(lines, key=lambda line: (line.base, _crosses(line, gutter)))


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter < line.right


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a page is divided into columns: nearly no line crosses, and prose stands on both sides."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    if sum(line.width > (right - left) * _WIDE for line in lines) > len(lines) * _MOST_CROSSING:
        return None
    places = [left + (right - left) * (0.2 + 0.6 * step / _STEPS) for step in range(_STEPS + 1)]
    crossed = {place: sum(1 for line in lines if _crosses(line, place)) for place in places}
    fewest = min(crossed.values())
    if fewest > len(lines) * _MOST_CROSSING:
        return None
    best = [place for place in places if crossed[place] == fewest]
    runs = _widest_run(best, (right - left) * 0.6 / _STEPS)
    place = runs[len(runs) // 2]
    return place if _is_divided(lines, place) else None


def _widest_run(places: Sequence[float], step: float) -> Sequence[float]:
    """The longest row of neighbours among places."""
    runs = [[places[0]]]
    for place in places[1:]:
        if place - runs[-1][-1] <= step * 1.5:
            runs[-1].append(place)
        else:
            runs.append([place])
    return max(runs, key=len)


def _is_divided(lines: Sequence[Line], gutter: float) -> bool:
    """Whether the lines on both sides of a place are prose, and stand side by side."""
    sides = [line for line in lines if line.right <= gutter], [line for line in lines if line.left >= gutter]
    if min(map(len, sides)) < max(_FEWEST, len(lines) * _LEAST_BESIDE):
        return False
    if not (all(map(_is_full, sides)) or all(map(_is_prose, sides))):
        return False
    tops, bottoms = [side[0].base for side in sides], [side[-1].base for side in sides]
    return max(tops) < min(bottoms)


def _is_full(side: Sequence[Line]) -> bool:
    """Whether most lines of a column fill it."""
    return len(_wide(side)) * 2 >= len(side)


def _is_prose(side: Sequence[Line]) -> bool:
    """Whether most letters of a column stand in lines as long as those of prose, most of which end at its edge."""
    wide, right = _wide(side), max(line.right for line in side)
    letters = sum(len(line.text) for line in wide)
    is_long = len(wide) >= _FEWEST and letters >= len(wide) * _PROSE
    is_even = sum(right - line.right < line.size * _UNEVEN for line in wide) * 2 >= len(wide)
    return is_long and is_even and letters * 2 >= sum(len(line.text) for line in side)


def _wide(side: Sequence[Line]) -> list[Line]:
    width = max(line.right for line in side) - min(line.left for line in side)
    return [line for line in side if line.width > width * _NARROWEST]


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines with one base line made one."""
    rows: list[Line] = []
    for line in sorted(lines, key=_place):
        last = rows[-1] if rows else None
        if last and abs(line.base - last.base) < max(line.size, last.size) * 0.5:
            rows[-1] = _joined(last, line) if last.left <= line.left else _joined(line, last)
        else:
            rows.append(line)
    return rows


def _joined(one: Line, other: Line) -> Line:
    gap = other.left - one.right
    between = "\t" if gap > max(one.size, other.size) * 1.2 else " " if gap > one.size * 0.12 else ""
    main = one if len(one.text) >= len(other.text) else other
    return replace(
        main,
        text=f"{one.text}{between}{other.text}",
        left=one.left,
        right=max(one.right, other.right),
        is_bold=one.is_bold and other.is_bold,
        is_fixed=one.is_fixed and other.is_fixed,
        breaks_word=other.breaks_word,
    )
