"""What all widgets share that paint their own lines."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.widget import Widget

from tuireader.tui.inks import inks_of


class Painted(Widget):
    """Looks its own style and the inks up once, and again only when Textual says that they changed."""

    ALLOW_SELECT: ClassVar[bool] = False

    _own_style: Style | None = None
    _inks: Mapping[str, Style] | None = None

    @property
    def plain_style(self) -> Style:
        """The style of the widget itself."""
        if self._own_style is None:
            self._own_style = self.rich_style
        return self._own_style

    def ink(self, name: str) -> Style:
        """One of the styles of the theme, to be laid over that of the widget."""
        if self._inks is None:
            self._inks = inks_of(self.app.current_theme, self.app.theme_variables)
        return self._inks[name]

    def notify_style_update(self) -> None:
        """Forget the styles; Textual sees to it that what changed is painted again."""
        super().notify_style_update()
        self._own_style = self._inks = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to each painted line: no ink is one of the terminal's own colours, so none is looked for."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]
