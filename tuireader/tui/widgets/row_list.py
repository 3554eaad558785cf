"""A list that paints only the rows in sight; sections, actors and mentions are such lists."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuireader.tui.bindings import bindings
from tuireader.tui.keys import Scope
from tuireader.tui.rows import Part, row_strip
from tuireader.tui.widgets.painted import Painted


class RowList(Painted, ScrollView, can_focus=True):
    """A list of rows with a cursor. What the rows are, a subclass says in `count_rows` and `row_parts`."""

    DEFAULT_CSS = """
    RowList { scrollbar-size: 1 1; overflow: hidden auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST), *bindings(Scope.BOX)]

    cursor: reactive[int] = reactive(0)
    """The row that Enter chooses."""

    empty_text: reactive[str] = reactive("")
    """What is said when there are no rows."""

    def count_rows(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """What stands at the left and at the right edge of a row of a width in cells."""
        raise NotImplementedError

    def rows_changed(self) -> None:
        """Paint other rows than before; the cursor stays inside them."""
        self.virtual_size = Size(self.size.width, self.count_rows())
        self.cursor = self._clamped(self.cursor)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the row at a height of the view."""
        width, row = self.scrollable_content_region.width, y + self.scroll_offset.y
        count = self.count_rows()
        if row < count:
            left, right = self.row_parts(row, width)
            return row_strip(left, right, width, self._row_style(row))
        if count == 0 and y == 0:
            return row_strip([(self.empty_text, self.ink("quiet"))], [], width, self.plain_style)
        return Strip.blank(width, self.plain_style)

    def on_resize(self) -> None:
        """Keep the rows as wide as the list."""
        self.rows_changed()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is seen only where keys go."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the cursor in sight."""
        self.show_row(self.cursor)
        if self.shows_cursor:
            self.refresh()

    def show_row(self, row: int) -> None:
        """Scroll no more than is needed to have a row in sight."""
        top, height = self.scroll_offset.y, self.size.height
        if row < top:
            self.scroll_to(y=row, animate=False, immediate=True)
        elif height and row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that is clicked."""
        place = event.get_content_offset(self)
        if place is None or (row := place.y + self.scroll_offset.y) >= self.count_rows():
            return
        self.cursor = row
        self.action_choose()

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor = self._clamped(self.cursor + rows)

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by as many rows as are in sight."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_move_to_first(self) -> None:
        """Move the cursor to the first row."""
        self.cursor = 0

    def action_move_to_last(self) -> None:
        """Move the cursor to the last row."""
        self.cursor = self._clamped(self.count_rows())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the ends to the text where a list stands beside it."""
        if action in ("move_to_first", "move_to_last") and not self.screen.is_modal:
            return False
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Tell the screen which row was chosen."""
        raise NotImplementedError

    def _clamped(self, row: int) -> int:
        return max(0, min(row, self.count_rows() - 1))

    def _row_style(self, row: int) -> Style:
        if row == self.cursor and self.shows_cursor:
            return self.plain_style + self.ink("cursor")
        return self.plain_style

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is painted."""
        return self.has_focus
