"""The line at the bottom: the keys that do something now."""

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui.inks import STRONG
from tuireader.tui.keys import KEYS, Key
from tuireader.tui.widgets.painted import Painted


class KeyLine(Painted):
    """Shows the labelled keys of the table that the screen can act on; a click does the same.

    Where not all of them fit, the last ones, help and quit, stay longest.
    """

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; }
    """

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)
    """The keys that do something depend on it."""

    def __init__(self) -> None:
        super().__init__()
        self._possible: list[Key] = []

    def watch_state(self) -> None:
        """Show other keys."""
        possible = [key for key in KEYS if key.label and self.screen.check_action(key.action, ())]
        if possible != self._possible:
            self._possible = possible
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        segments = [Segment(" ", self.plain_style)]
        for key in self._fitting(self.size.width - 1):
            segments += self._segments(key)
        return Strip(segments).adjust_cell_length(self.size.width, self.plain_style)

    def _fitting(self, room: int) -> list[Key]:
        *others, _help, _quit = self._possible
        kept = {_help.id, _quit.id}
        room -= _width(_help) + _width(_quit)
        for key in others:
            if _width(key) <= room:
                kept.add(key.id)
                room -= _width(key)
        return [key for key in self._possible if key.id in kept]

    def _segments(self, key: Key) -> list[Segment]:
        action = key.action if key.action.startswith("app.") else f"screen.{key.action}"
        click = Style.from_meta({"@click": f"{action}()"})
        name = self.plain_style + self.ink("accent") + STRONG + click
        label = self.plain_style + self.ink("quiet") + click
        return [Segment(key.shown, name), Segment(f" {key.label}  ", label)]


def _width(key: Key) -> int:
    return cell_len(key.shown) + cell_len(key.label) + 3
