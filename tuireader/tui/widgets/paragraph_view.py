"""The text: paints the rows of a page that are in sight, and knows where in the document they are."""

from itertools import islice
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from tuireader.domain.place import Place
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import Span
from tuireader.look import Look
from tuireader.tui.bindings import bindings
from tuireader.tui.keys import Scope
from tuireader.tui.messages import GapOpened, LinkClicked, MentionClicked, Scrolled
from tuireader.tui.rows import filled
from tuireader.tui.widgets.painted import Painted
from tuireader.typeset.page import Page, Position, Row, RowKind, margin, offset_at, page_width, view_of
from tuireader.typeset.painting import Inks, RowPainter

_KEPT_ROWS = 2
"""Rows of the last page that a page move keeps in sight."""

_WHEEL_ROWS = 3
_KEPT_STRIPS = 2_000
_EDGE = 3
"""A jump to a place in sight does not move the text, unless it is so near the first or the last row."""


class ParagraphView(Painted, can_focus=True):
    """Shows the document of a reading state from one row of its page on.

    It is no scrolling container: the place is a row of the page, found from an offset of the text, so that nothing
    above it needs to be set in lines, and a resize keeps the words on the top line.
    """

    ALLOW_SELECT: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TEXT)
    DEFAULT_CSS = """
    ParagraphView { width: 1fr; height: 1fr; }
    """

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)
    look: reactive[Look] = reactive(Look(), init=False, repaint=False)

    def __init__(self) -> None:
        super().__init__(id="text")
        self._page: Page | None = None
        self._top = Position(0, 0)
        self._set_for = Size(0, 0)
        self._rows: list[Row] = []
        self._is_stale = False
        self._painted: dict[tuple[RowKind, int, int], Strip] = {}
        self._painter: RowPainter | None = None
        self._styles: dict[Inks, Style] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some rows.

        Textual paints before it tells a new size, and tells none where a layout meets a scroll: the page is set here.
        """
        self.on_resize()
        rows, around = [self.render_line(y) for y in crop.line_range], self.background_colors[1]
        for each in self.get_line_filters():
            rows = [row.apply_filter(each, around) for row in rows]
        return rows if crop.column_span == (0, self._set_for.width) else [row.crop(*crop.column_span) for row in rows]

    def render_line(self, y: int) -> Strip:
        """Paint the row at a height of the view; each is painted once and then kept."""
        width = self._set_for.width
        if y >= len(self._rows) or self._page is None:
            return Strip.blank(width, self.plain_style)
        row = self._rows[y]
        key = (row.kind, row.paragraph, row.number)
        if key not in self._painted:
            if len(self._painted) >= _KEPT_STRIPS:
                self._painted.clear()
            self._painter = self._painter or self._new_painter(self.state)
            runs = self._painter.paint(row, self._left, self._page.width)
            self._painted[key] = filled(
                [Segment(run.text, self._style_of(run.inks)) for run in runs], width, self.plain_style
            )
        return self._painted[key]

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """Show another document, other paragraphs, other colours or another place."""
        if not self.size.height:
            return
        if self._page is None or self._page.document is not state.document or self._page.shown != state.shown:
            self._set_page(state)
            self._go_to(state.place)
            return
        if _looks_different(old, state):
            self._clear_paint()
        if old.place is not state.place:
            self._go_to(state.place)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def watch_look(self, old: Look, look: Look) -> None:
        """Set the page in other lines, with the same words on the top line."""
        if self._page is not None and old.lines != look.lines:
            self._set_page(self.state)
            self._go_to(self.state.place)

    def on_resize(self) -> None:
        """Set the page for another width, with the same words on the top line."""
        if self.size.height and self.size != self._set_for:
            self._set_page(self.state)
            self._go_to(self.state.place)

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._painted.clear()
        self._styles.clear()
        self._painter = None

    def action_scroll_rows(self, rows: int) -> None:
        """Move by rows, down or up."""
        if self._page is not None:
            self._show(self._page.moved(self._top, rows))

    def action_scroll_page(self, pages: int) -> None:
        """Move by as many rows as are in sight, less two that are kept."""
        self.action_scroll_rows(pages * max(1, self.size.height - _KEPT_ROWS))

    def action_open_gap(self) -> None:
        """Show what is left out at the first gap in sight, or at the first below the mention that the reader is at."""
        gaps = [row.gap for row in self._rows if row.hidden]
        here = -1 if self.state.current is None else self.state.document.paragraph_at(self.state.current.start)
        if gap := next((gap for gap in gaps if gap.start > here), next(iter(gaps), None)):
            self.post_message(GapOpened(gap))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down with the wheel."""
        event.stop()
        self.action_scroll_rows(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up with the wheel."""
        event.stop()
        self.action_scroll_rows(-_WHEEL_ROWS)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move on while a selection is dragged over the edge."""
        if event.button and self.text_selection is not None:
            self.action_scroll_rows(-1 if event.y <= 0 else 1 if event.y >= self.size.height - 1 else 0)

    def on_click(self, event: events.Click) -> None:
        """Choose the actor that is clicked, open a gap, or show where a link leads; a double click does no more."""
        event.prevent_default()
        if self.text_selection is not None:
            return
        if event.y < len(self._rows) and (gap := self._rows[event.y].gap):
            self.post_message(GapOpened(gap))
            return
        offset = self._offset_at(event.y, event.x - self._left)
        if offset is None:
            return
        touched = self.state.document.inlines_touching(Span(offset, offset + 1))
        if (mention := self.state.index.at(offset)) is not None:
            self.post_message(MentionClicked(mention))
        elif touched and touched[0].target:
            self.post_message(LinkClicked(touched[0]))

    def nearest(self, x: int, y: int) -> Offset | None:
        """Where a selection ends that is dragged to a cell of the screen: an offset in a paragraph, and its number."""
        rows = self._rows
        at = max(0, min(y - self.region.y, len(rows) - 1))
        row = next((row for row in [*rows[at::-1], *rows[at:]] if row.line), None)
        if row is None:
            return None
        first, last = row.line[0], row.line[-1]
        column = x - self.region.x - self._left if row is rows[at] else last.column + self.size.width
        inside = self._offset_at(rows.index(row), max(column, first.column))
        start = self.state.document.paragraphs[row.paragraph].span.start
        return Offset((last.end - 1 if inside is None else inside) - start, row.paragraph)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, its paragraphs unwrapped and separated by blank lines."""
        from tuireader.domain.passages import as_read  # noqa: PLC0415 - rarely needed, never at the start

        return as_read(self.state.document, self._span_of(selection)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint another selection."""
        self._clear_paint()

    @property
    def selected(self) -> Span | None:
        """The characters that are selected."""
        selection = self.text_selection
        return self._span_of(selection) if selection is not None else None

    @property
    def view(self) -> Span | None:
        """What is in sight of the text."""
        return view_of(self._rows)

    @property
    def _left(self) -> int:
        """Cells to the left of the page."""
        return margin(self._set_for.width, self.look)

    def _set_page(self, state: ReadingState) -> None:
        width, spacing = page_width(self.size.width, self.look), self.look.spacing
        self._page = Page(state.document, state.shown, width, cell_len, spacing=spacing)
        self._set_for = self.size
        self._rows = []
        self._clear_paint()

    def _go_to(self, place: Place) -> None:
        """Have a place in sight: a jump with room around it, anything else on the top line."""
        assert self._page is not None
        if self._rows and not place.is_jump and self._top_offset == place.offset:
            return
        if not place.is_jump:
            self._show(self._page.top_for(place.offset, self.size.height))
            return
        position = self._page.position_of(place.offset)
        calm_end = self._page.moved(self._top, self.size.height - _EDGE - 1)
        if self._rows and self._page.moved(self._top, _EDGE) <= position <= calm_end:
            self._tell_view()
            return
        self._show(self._page.moved(position, -(self.size.height // 3)))

    def _show(self, top: Position) -> None:
        """Show the page from a row on, or its last screenful."""
        assert self._page is not None
        top = min(top, self._page.last_top(self.size.height))
        if not self._rows or top != self._top:
            self._top = top
            self._rows = list(islice(self._page.rows_from(top), self.size.height))
            self._is_stale = True
        self._tell_view()

    def _tell_view(self) -> None:
        """Say what is in sight. Other rows are painted when the state comes back, in one frame with all other panes."""
        if (view := self.view) is not None:
            self.screen.post_message(Scrolled(self._top_offset, view))
        elif self._is_stale:
            self.refresh()

    @property
    def _top_offset(self) -> int:
        """Where the reader stands as long as that is on the top line, however it is broken; else where that begins."""
        assert self._page is not None
        line, offset = self._rows[0].line, self.state.place.offset
        if line and line[0].start <= offset < line[-1].end:
            return offset
        return self._page.offset_of(self._top)

    def _clear_paint(self) -> None:
        self._painted.clear()
        self._painter = None
        self.refresh()

    def _new_painter(self, state: ReadingState) -> RowPainter:
        return RowPainter(state, cell_len, self.selected)

    def _style_of(self, inks: Inks) -> Style:
        if inks not in self._styles:
            self._styles[inks] = sum(map(self.ink, inks), self.plain_style)
        return self._styles[inks]

    def _span_of(self, selection: Selection) -> Span:
        """The characters between the ends of a selection, which are counted inside their paragraphs."""
        paragraphs, length = self.state.document.paragraphs, len(self.state.document.text)
        first, last = selection
        start = 0 if first is None else paragraphs[min(first.y, len(paragraphs) - 1)].span.start + first.x
        end = length if last is None else paragraphs[min(last.y, len(paragraphs) - 1)].span.start + last.x
        return Span(start, max(start, end))

    def _offset_at(self, y: int, x: int) -> int | None:
        """The offset of the character at a cell of the page."""
        if not 0 <= y < len(self._rows):
            return None
        return offset_at(self._rows[y].line, x, self.state.document.text, cell_len)


def _looks_different(old: ReadingState, state: ReadingState) -> bool:
    """Whether the same rows are painted otherwise."""
    return (
        old.index is not state.index
        or old.filter != state.filter
        or old.current != state.current
        or old.hits is not state.hits
        or old.notes is not state.notes
    )
