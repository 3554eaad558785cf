"""Who is where: the main actors as strips over the whole document, and what is under the cursor."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.bindings import closing
from tuireader.tui.messages import LineChosen
from tuireader.tui.rows import Part, row_strip, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.painted import Painted
from tuireader.tui.widgets.strip_list import StripList
from tuireader.typeset.palette import SIGNS

_SHARE = 6
"""Cells for how far into the text the cursor is."""

_AROUND = 5
"""Rows of the box round the strips, and of the ruler."""

_BEGINNING, _LINE, _HERE = "┬", "─", "▲"


class Ruler(Painted):
    """Where sections begin, and below that the section of the cursor and who is mentioned there."""

    DEFAULT_CSS = """
    Ruler { height: 2; width: 1fr; }
    """

    def __init__(self, strips: StripList) -> None:
        super().__init__()
        self._strips = strips

    def render_line(self, y: int) -> Strip:
        """Paint the ruler, or the line below it."""
        width = self.size.width
        if y == 0:
            margin = (" " * self._strips.name_width, Style.null())
            return row_strip([margin, *self._signs()], [], width, self.plain_style)
        return row_strip(*self._told(), width, self.plain_style)

    def _signs(self) -> Sequence[Part]:
        strips, document = self._strips, self._strips.state.document
        cells, length = strips.cells, max(1, len(document.text))
        begun = {section.span.start * cells // length for section in document.sections}
        signs = "".join(_BEGINNING if cell in begun else _LINE for cell in range(cells))
        here = strips.cell
        return [
            (signs[:here], self.ink("line")),
            (_HERE, self.ink("accent")),
            (signs[here + 1 :], self.ink("line")),
        ]

    def _told(self) -> tuple[list[Part], list[Part]]:
        """Section and actors at the left, how far into the text at the right."""
        strips, cell = self._strips, self._strips.cell
        document, length = strips.state.document, max(1, len(strips.state.document.text))
        counted = [(strips.spread(actor)[cell], actor) for actor in strips.actors]
        named = sorted((pair for pair in counted if pair[0]), key=lambda pair: -pair[0])
        title = document.section_title_at(strips.place)
        parts = [(f"§ {shortened(title, self.size.width // 3)}  ", self.ink("quiet"))] if title else []
        room = self.size.width - _SHARE - sum(cell_len(text) for text, _ in parts)
        for count, actor in named:
            told = f"{actor.name} {count}  "
            room -= cell_len(told) + len("● ")
            if room < len("…"):
                parts.append(("…", self.ink("quiet")))
                break
            parts += [(f"{SIGNS[actor.kind]} ", self.ink(kind_ink(actor.kind))), (told, Style.null())]
        return parts or [("", Style.null())], [(f" {strips.place / length:.0%}", self.ink("quiet"))]


class StripsScreen(ModalScreen[Span | None]):
    """Shows the strips; its answer is a place to jump to."""

    BINDINGS: ClassVar = closing("strips.open")

    def __init__(self, state: ReadingState) -> None:
        """Show the chosen actors of a document, and those that are mentioned most."""
        super().__init__()
        self._list = StripList(state)

    def compose(self) -> ComposeResult:
        """A box with the strips, and below them what is under the cursor."""
        with Vertical(id="strips") as box:
            box.border_title = "Who is where"
            box.border_subtitle = "← → [ ] along the text, n to the next mention, Enter goes there"
            yield self._list
            yield Ruler(self._list)

    def on_resize(self) -> None:
        """Leave room for the ruler, however many strips there are."""
        self._list.styles.max_height = max(1, self.size.height - _AROUND)

    @on(StripList.Moved)
    def _tell_place(self) -> None:
        self.query_one(Ruler).refresh()

    @on(LineChosen)
    def _choose(self, message: LineChosen) -> None:
        message.stop()
        self.dismiss(message.span)
