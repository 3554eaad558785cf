"""The line at the bottom: the keys that do something now."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui.inks import STRONG
from tuireader.tui.keys import Key, Scope
from tuireader.tui.widgets.painted import Painted
from tuireader.tui.widgets.row_list import RowList

_STEP_BACK = "step.back"


class KeyLine(Painted):
    """Shows the labelled keys of the table that do something where the keys go now; a click does the same.

    Those of the pane that has the keys come first. Where not all fit, the last ones, help and quit, stay longest.
    """

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; }
    """
    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)
    """The keys that do something depend on it."""

    def __init__(self, keys: Iterable[Key]) -> None:
        super().__init__()
        self._labelled = [key for key in keys if key.label and key.keys]
        self._possible: list[Key] = []

    def on_mount(self) -> None:
        """Follow the focus from pane to pane."""
        self.watch(self.screen, "focused", self.watch_state, init=False)

    def watch_state(self) -> None:
        """Show other keys."""
        possible = sorted(filter(self._is_possible, self._labelled), key=_belongs_to_text)
        if possible != self._possible:
            self._possible = possible
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        segments = [Segment(" ", self.plain_style)]
        for key in self._fitting(self.size.width - 1):
            segments += self._segments(key)
        return Strip(segments).adjust_cell_length(self.size.width, self.plain_style)

    def _is_possible(self, key: Key) -> bool:
        focused = self.screen.focused
        if isinstance(focused, Input):
            if self.screen.has_class("-noting"):
                return key.id == _STEP_BACK
            if key.id == "list.add" and focused.parent is not None and focused.parent.id == "search":
                return False
            return not _belongs_to_text(key)
        if not _belongs_to_text(key):
            return isinstance(focused, RowList)
        return bool(self.screen.check_action(key.action, ()))

    def _fitting(self, room: int) -> list[Key]:
        others, last = self._possible[:-2], self._possible[-2:]
        room -= sum(map(_width, last))
        kept = []
        for key in others:
            if _width(key) <= room:
                kept.append(key)
                room -= _width(key)
        return [*kept, *last]

    def _segments(self, key: Key) -> list[Segment]:
        name = self.plain_style + self.ink("accent") + STRONG
        label = self.plain_style + self.ink("quiet")
        if key.scope is Scope.READER:
            action = key.action if key.action.startswith("app.") else f"screen.{key.action}"
            click = Style.from_meta({"@click": f"{action}()"})
            name, label = name + click, label + click
        return [Segment(key.shown, name), Segment(f" {key.label}  ", label)]


def _belongs_to_text(key: Key) -> bool:
    return key.scope is not Scope.LIST and key.id != _STEP_BACK


def _width(key: Key) -> int:
    return cell_len(key.shown) + cell_len(key.label) + 3
