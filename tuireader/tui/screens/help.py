"""The keys, as help."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.tui.keys import Scope, grouped

_KEY_CELLS = 16


class HelpScreen(ModalScreen[None]):
    """Lists every key of the table under its heading."""

    BINDINGS: ClassVar = [Binding("escape,question_mark,q,enter", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        """A box with the keys."""
        with VerticalScroll(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = "Esc closes"
            yield Static(_help_text())


def _help_text() -> Text:
    lines = Text()
    for group, keys in grouped():
        lines.append(f"{group}\n", "bold")
        for key in keys:
            where = " (in a list)" if key.scope is Scope.LIST else ""
            lines.append(f"  {key.shown:<{_KEY_CELLS}}", "bold")
            lines.append(f"{key.description}{where}\n")
        lines.append("\n")
    lines.append("Click a section, an actor or a mention to go there; drag over text to select it.")
    return lines
