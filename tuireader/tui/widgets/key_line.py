"""The line at the bottom: the keys that do something now."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui.keys import KEYS, Key


class KeyLine(Widget):
    """Shows the labelled keys of the table that the screen can act on; a click does the same."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--label"}
    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; }
    """

    state: reactive[ReadingState] = reactive(NOTHING)
    """The keys that do something depend on it."""

    def render_line(self, y: int) -> Strip:
        """Paint the line."""
        segments = [Segment(" ", self.rich_style)]
        for key in KEYS:
            if key.label and self.screen.check_action(key.action, ()):
                segments += self._key(key)
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _key(self, key: Key) -> list[Segment]:
        action = key.action if key.action.startswith("app.") else f"screen.{key.action}"
        click = Style.from_meta({"@click": action if action.endswith(")") else f"{action}()"})
        name = self.get_component_rich_style("key-line--key") + click
        label = self.get_component_rich_style("key-line--label") + click
        return [Segment(key.shown, name), Segment(f" {key.label}  ", label)]
