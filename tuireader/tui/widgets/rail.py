"""The rail at the right edge of the text: what is in sight, and where chosen actors and notes stand in the document."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import Span, Spans
from tuireader.tui.messages import PlaceChosen
from tuireader.tui.widgets.painted import Painted
from tuireader.typeset.painting import BOOKMARK


class Rail(Painted):
    """Its height stands for the whole text; a click or a drag goes to that place."""

    DEFAULT_CSS = """
    Rail { width: 1; height: 1fr; }
    """

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)
    view: reactive[Span] = reactive(Span(0, 0), repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._marks: frozenset[int] = frozenset()
        self._notes: frozenset[int] = frozenset()

    def render_line(self, y: int) -> Strip:
        """Paint one cell of the rail."""
        first, last = self._rows_of(self.view)
        in_view = first <= y <= last
        if y in self._marks:
            sign, name = "█" if in_view else "▒", "accent"
        elif y in self._notes:
            sign, name = BOOKMARK, "note"
        else:
            sign, name = ("┃", "quiet") if in_view else ("│", "line")
        return Strip([Segment(sign, self.plain_style + self.ink(name))], 1)

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """Mark where other actors or hits are, and what the reader has marked."""
        if state is None or (
            old and old.filter == state.filter and old.index is state.index and old.notes is state.notes
        ):
            return
        self._mark()

    def watch_view(self, old: Span, view: Span) -> None:
        """Show what is in sight, if that changes a cell."""
        if self._rows_of(old) != self._rows_of(view):
            self.refresh()

    def on_resize(self) -> None:
        """Mark them at another height."""
        self._mark()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the place that is pressed, and on while it is dragged."""
        self.capture_mouse()
        self._point_at(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go along with a drag."""
        if event.button and self.app.mouse_captured is self:
            self._point_at(event.y)

    def on_mouse_up(self) -> None:
        """End a drag."""
        self.release_mouse()

    def _mark(self) -> None:
        stops = self.state.stops if self.state.filter else ()
        self._marks = frozenset(self._marked(stops))
        self._notes = frozenset(self._marked(self.state.notes.highlights))
        self.refresh()

    def _marked(self, stops: Sequence[Span]) -> Iterator[int]:
        """The rows on which a stop begins, found without looking at more of them than there are rows."""
        starts = stops.starts if isinstance(stops, Spans) else [stop.start for stop in stops]
        height, length, at = self.size.height, max(1, len(self.state.document.text)), 0
        while at < len(starts) and height:
            row = self._row_of(starts[at])
            yield row
            at = bisect_left(starts, -(-(row + 1) * length // height), at) if row < height - 1 else len(starts)

    def _rows_of(self, view: Span) -> tuple[int, int]:
        return self._row_of(view.start), self._row_of(max(view.start, view.end - 1))

    def _row_of(self, offset: int) -> int:
        height, length = self.size.height, max(1, len(self.state.document.text))
        return min(height - 1, offset * height // length)

    def _point_at(self, y: int) -> None:
        if self.size.height:
            share = max(0, min(y, self.size.height - 1)) / max(1, self.size.height - 1)
            self.post_message(PlaceChosen(int(share * len(self.state.document.text))))
