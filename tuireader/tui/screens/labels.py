"""A letter at every pane in sight: pressing it gives that pane the keys."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

LABELS = {"#sections": "s", "#actors": "a", "#text": "t", "#filter Input": "f", "#mentions": "m"}
"""The letters of the panes."""


class LabelScreen(ModalScreen[Widget | None]):
    """Lies over a screen without hiding it, until a key is pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close")]

    def __init__(self, below: Screen[None]) -> None:
        """Label the panes of a screen."""
        super().__init__()
        panes = [(letter, below.query(name)) for name, letter in LABELS.items()]
        self._panes = {letter: found.first() for letter, found in panes if found and _is_in_sight(found.first())}

    def compose(self) -> ComposeResult:
        """The letters, each at the upper left corner of its pane."""
        for letter, pane in self._panes.items():
            label = Static(f" {letter} ", classes="label")
            label.styles.offset = pane.region.offset
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go to a pane, or nowhere."""
        event.stop()
        self.dismiss(self._panes.get(event.key))


def _is_in_sight(pane: Widget) -> bool:
    return all(node.display for node in pane.ancestors_with_self if isinstance(node, Widget)) and bool(pane.size)
