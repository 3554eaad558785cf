"""The keys, as help."""

import operator
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.tui.bindings import closing
from tuireader.tui.keys import Key, Scope, grouped

_KEY_CELLS = 16


class HelpScreen(ModalScreen[None]):
    """Lists every key of the table under its heading."""

    BINDINGS: ClassVar = [Binding("enter", "dismiss", "Close"), *closing("help.open")]

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A box with the keys."""
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = "Esc closes"
            yield Static(_help_text(self._keys))


def _help_text(table: Sequence[Key]) -> Text:
    lines = Text()
    for group, keys in grouped(table):
        lines.append(f"{group}\n", "bold")
        for key in filter(operator.attrgetter("keys"), keys):
            where = " (in a list)" if key.scope is Scope.LIST else ""
            lines.append(f"  {key.shown:<{_KEY_CELLS}}", "bold")
            lines.append(f"{key.description}{where}\n")
        lines.append("\n")
    lines.append("Click a section, an actor or a mention to go there; drag over text to select it.")
    return lines
