"""What all widgets share that paint their own lines."""

from functools import cached_property

from rich.style import Style
from textual.widget import Widget

from tuireader.domain.actor import ActorKind

PAINT_CLASSES = {
    *(f"mention--{kind}{how}" for kind in ActorKind for how in ("", "-chosen", "-faded")),
    "accent",
    "chip",
    "code",
    "cursor",
    "hit",
    "line",
    "quiet",
    "selected",
}
"""The component classes of the screen, from which all of its panes take their paint.

They belong to the screen and not to each pane, since Textual works out every component class of every widget before the
first frame.
"""


class Painted(Widget):
    """Looks its styles up once, and again only when Textual says that they changed."""

    @cached_property
    def _styles_by_name(self) -> dict[str, Style]:
        return {}

    @property
    def plain_style(self) -> Style:
        """The style of the widget itself."""
        if "" not in self._styles_by_name:
            self._styles_by_name[""] = self.rich_style
        return self._styles_by_name[""]

    def part_style(self, name: str) -> Style:
        """What a component class of the screen changes; half transparent colours are those seen on its background."""
        if name not in self._styles_by_name:
            changes = self.screen.get_component_rich_style(name, partial=True)
            seen = self.screen.get_component_rich_style(name)
            self._styles_by_name[name] = changes + Style(
                color=seen.color if changes.color else None, bgcolor=seen.bgcolor if changes.bgcolor else None
            )
        return self._styles_by_name[name]

    def notify_style_update(self) -> None:
        """Forget the styles; Textual sees to it that what changed is painted again."""
        super().notify_style_update()
        self._styles_by_name.clear()
