"""Lines of a list put together from pieces of text in styles."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.typeset.painting import INVISIBLE

Part = tuple[str, Style]
"""Some text and its style."""


def shortened(text: str, width: int) -> str:
    """A text that takes at most so many cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def row_strip(left: Sequence[Part], right: Sequence[Part], width: int, style: Style) -> Strip:
    """A row with parts at its left edge, the last of which may be cut, and parts at its right edge.

    Args:
        left: Parts from the left edge; the last one is shortened where the row is too narrow.
        right: Parts that end at the right edge.
        width: Width of the row in cells.
        style: Style of the whole row, below that of the parts.

    Returns:
        A strip of exactly that width.
    """
    left = [(text.translate(INVISIBLE), part_style) for text, part_style in left]
    taken = _width(left[:-1]) + _width(right)
    *whole, (text, text_style) = left
    parts = [*whole, (shortened(text, width - taken), text_style)]
    gap = width - _width(parts) - _width(right)
    segments = [Segment(text, style + part_style) for text, part_style in (*parts, (" " * max(0, gap), style), *right)]
    return filled(segments, width, style)


def filled(segments: list[Segment], width: int, style: Style) -> Strip:
    """A row of segments, cut or filled up with blanks so that it is exactly so many cells wide."""
    taken = sum(cell_len(segment.text) for segment in segments)
    if taken > width:
        return Strip(segments, taken).adjust_cell_length(width, style)
    return Strip([*segments, Segment(" " * (width - taken), style)] if taken < width else segments, width)


def _width(parts: Iterable[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)
