"""Strips of actors, one below the other, over the whole document, and a cursor that moves along them."""

from bisect import bisect_left, bisect_right
from itertools import chain, groupby

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive

from tuireader.domain.actor import Actor
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.bindings import bindings
from tuireader.tui.inks import STRONG
from tuireader.tui.keys import Scope
from tuireader.tui.messages import LineChosen
from tuireader.tui.rows import Part, shortened
from tuireader.tui.signs import bars, kind_ink
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.palette import SIGNS

_MOST = 20
"""Actors that are shown, and more only if more are chosen."""

_HERE = "·"
"""Stands under the cursor where the actor is not mentioned."""

_NAME, _COUNT = 24, 7
"""Cells for the name of an actor, and for how often it is mentioned."""


class StripList(RowList, inherit_bindings=False):
    """A strip for each actor; where another one is mentioned beside that under the cursor, it stands out."""

    BINDINGS = bindings(Scope.STRIPS)

    class Moved(Message):
        """The cursor is in another place."""

    place: reactive[int] = reactive(0)
    """Where in the text the cursor stands, as an offset."""

    def __init__(self, state: ReadingState) -> None:
        super().__init__(id="strip-list")
        self.state = state
        chosen = map(state.index.actor, state.chosen)
        others = (actor for actor in state.index.actors if actor.id not in state.chosen)
        self.actors = tuple(chain(chosen, others))[: max(_MOST, len(state.filter.actors))]
        """From the first to the last strip."""

        self._spreads: dict[tuple[str, int], list[int]] = {}
        self.set_reactive(StripList.place, min(state.place.offset, max(0, self._length - 1)))

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    def count_rows(self) -> int:
        """How many actors there are."""
        return len(self.actors)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """Sign, name and strip at the left, the count at the right."""
        actor, here = self.actors[row], self.cell
        counts, beside = self.spread(actor), self.spread(self.actors[self.cursor])
        colour, quiet = self.ink(kind_ink(actor.kind)), self.ink("quiet")
        name = f"{shortened(actor.name, self.name_width - 3):<{self.name_width - 2}}"
        left = [(f"{SIGNS[actor.kind]} ", colour), (name, colour + STRONG if row == self.cursor else Style.null())]
        strip = bars(counts)
        for (is_bright, is_here), run in groupby(range(len(strip)), lambda cell: (bool(beside[cell]), cell == here)):
            cells = list(run)
            bar, style = strip[cells[0] : cells[-1] + 1], colour if row == self.cursor or is_bright else quiet
            if not is_here:
                left.append((bar, style))
            elif row == self.cursor:
                left.append((bar.strip() or _HERE, self.ink("accent") + STRONG))
            else:
                left.append((bar, style + self.ink("cursor")))
        return left, [(f"{self.state.index.count(actor.id):>{_COUNT - 1}} ", quiet)]

    def spread(self, actor: Actor) -> list[int]:
        """How often an actor is mentioned in each cell."""
        key = (actor.id, self.cells)
        if key not in self._spreads:
            self._spreads[key] = self.state.index.spread(actor.id, self.cells, self._length)
        return self._spreads[key]

    def bounds(self, cell: int) -> Span:
        """The part of the text that a cell stands for."""
        start, end = (-(-self._length * each // self.cells) for each in (cell, cell + 1))
        return Span(start, end)

    @property
    def name_width(self) -> int:
        """Cells in front of the strips."""
        return min(_NAME, self.scrollable_content_region.width // 3)

    @property
    def cells(self) -> int:
        """How many cells the strips have."""
        return max(1, self.scrollable_content_region.width - self.name_width - _COUNT)

    @property
    def cell(self) -> int:
        """The cell of the cursor."""
        return min(self.cells - 1, self.place * self.cells // self._length)

    @property
    def _length(self) -> int:
        return max(1, len(self.state.document.text))

    def watch_place(self) -> None:
        """Show the cursor in another place."""
        self.refresh()
        self.post_message(self.Moved())

    def watch_cursor(self) -> None:
        """Show beside whom another actor is mentioned."""
        super().watch_cursor()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that is clicked; what is clicked in any list is then chosen."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.x - self.name_width < self.cells:
            self._go_to_cell(offset.x - self.name_width)

    def action_move_cell(self, cells: int) -> None:
        """Move along the text."""
        self._go_to_cell(max(0, min(self.cell + cells, self.cells - 1)))

    def action_move_section(self, sections: int) -> None:
        """Move to the beginning of a section further on, or further back."""
        starts = [section.span.start for section in self.state.document.sections]
        number = bisect_right(starts, self.place) - 1 + sections
        if starts and sections < 0 and starts[number + 1] < self.place:
            number += 1
        if 0 <= number < len(starts):
            self.place = min(starts[number], self._length - 1)

    def action_move_mention(self, step: int) -> None:
        """Move to the next cell in which the actor under the cursor is mentioned, or to the one before."""
        counts = self.spread(self.actors[self.cursor])
        ahead = range(self.cell + 1, self.cells) if step > 0 else range(self.cell - 1, -1, -1)
        if (cell := next((cell for cell in ahead if counts[cell]), None)) is not None:
            self._go_to_cell(cell)

    def action_choose(self) -> None:
        """Choose the first mention of the actor in the cell under the cursor, or else the place itself."""
        part, actor = self.bounds(self.cell), self.actors[self.cursor].id
        starts = self.state.index.spans_of((actor,))
        number = bisect_left(starts.starts, part.start)
        is_there = number < len(starts) and starts[number].start < part.end
        self.post_message(LineChosen(starts[number] if is_there else Span(self.place, self.place)))

    def _go_to_cell(self, cell: int) -> None:
        self.place = self.bounds(cell).start
