"""The first frame as it is written to a terminal: title, text, and the panes without what is in them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rich.cells import cell_len

from tuireader.domain.reading import ReadingState
from tuireader.look import BESIDE, NARROW, Look
from tuireader.typeset.page import Page, margin, page_width
from tuireader.typeset.painting import RowPainter, Run
from tuireader.typeset.palette import PALETTES

_PANES = (("Sections", 2), ("Key actors", 3))
"""The panes of the sidebar, and which share of its height each has."""

_SECTION_CELLS = 26
_ATTRIBUTES = {
    "plain": "",
    "strong": ";1",
    "italic": ";3",
    "upright": ";23",
    "struck": ";9",
    "underlined": ";4",
    "heading-1": ";1;4",
    "heading-2": ";1",
    "heading-3": ";1;3",
}


def frame(state: ReadingState, look: Look, columns: int, rows: int) -> str:
    """The whole screen in one of our themes, for a terminal of a size in cells."""
    brush = _Brush(PALETTES[look.theme])
    has_keys = columns >= NARROW
    height = rows - 1 - has_keys
    left = look.pane_in("sidebar", columns) if columns >= BESIDE else 0
    sidebar = list(_sidebar(left, height)) if left else [()] * height
    width = columns - left - 1
    lines = [brush.line(_status(state, columns), columns, "surface")]
    for pane, text in zip(sidebar, _text(state, look, width, height), strict=True):
        lines.append(brush.line(pane, left) + brush.line(text, width) + brush.line([Run("│", ("line",))], 1))
    if has_keys:
        lines.append(brush.line([], columns, "surface"))
    return "".join(f"\x1b[{number};1H{line}" for number, line in enumerate(lines, 1)) + "\x1b[0m"


class _Brush:
    """Turns inks into the codes of a terminal."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        self._palette = palette

    def line(self, runs: Sequence[Run], width: int, ground: str = "background") -> str:
        """Runs in colours, with the ground behind them for a width in cells."""
        plain = f"\x1b[0;{self._colour(38, 'foreground')};{self._colour(48, ground)}"
        painted = "".join(f"{plain}{''.join(map(self._code, run.inks))}m{run.text}" for run in runs)
        rest = width - sum(cell_len(run.text) for run in runs)
        return f"{painted}{plain}m{' ' * rest}"

    def _code(self, ink: str) -> str:
        if ink == "code":
            return f";{self._colour(48, 'surface')}"
        return _ATTRIBUTES[ink] if ink in _ATTRIBUTES else f";{self._colour(38, ink.removeprefix('mention--'))}"

    def _colour(self, layer: int, name: str) -> str:
        red, green, blue = bytes.fromhex(self._palette[name].removeprefix("#"))
        return f"{layer};2;{red};{green};{blue}"


def _status(state: ReadingState, columns: int) -> Sequence[Run]:
    """The title, if nothing that is still to come will shorten it."""
    title = state.document.title
    room = columns - max(_SECTION_CELLS, columns // 3) - 16
    return [Run(" "), Run(title, ("strong",))] if cell_len(title) <= room else []


def _sidebar(width: int, height: int) -> Iterator[Sequence[Run]]:
    top = share = 0
    for title, part in _PANES:
        share += part
        bottom = height * share // sum(part for _, part in _PANES)
        line = "─" * (width - len(title) - 5)
        yield [Run("╭─", ("line",)), Run(f" {title} ", ("quiet",)), Run(f"{line}╮", ("line",))]
        for _ in range(bottom - top - 2):
            yield [Run("│", ("line",)), Run(" " * (width - 2)), Run("│", ("line",))]
        yield [Run(f"╰{'─' * (width - 2)}╯", ("line",))]
        top = bottom


def _text(state: ReadingState, look: Look, width: int, height: int) -> Iterator[Sequence[Run]]:
    page = Page(state.document, state.shown, page_width(width, look), cell_len, spacing=look.spacing)
    painter, rows = RowPainter(state, cell_len), page.rows_from(page.top_for(state.place.offset, height))
    shown = [list(painter.paint(row, margin(width, look), page.width)) for row in islice(rows, height)]
    yield from shown
    yield from [[]] * (height - len(shown))
