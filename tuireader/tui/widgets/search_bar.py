"""The line in which words are searched."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tuireader.tui.messages import SearchChanged, SearchEnded


class SearchBar(Horizontal):
    """Hits are highlighted while the reader types; Enter goes to the next one.

    It is seen while its screen has the class `-searching`; what happens to the line at other times is no search.
    """

    def __init__(self) -> None:
        super().__init__(id="search")
        self.input = Input(placeholder="search the text", compact=True)
        """Where the words are typed."""

    def compose(self) -> ComposeResult:
        """A sign and the line."""
        yield Static("/", markup=False)
        yield self.input

    @on(Input.Changed)
    def _tell_change(self, event: Input.Changed) -> None:
        event.stop()
        if self.screen.has_class("-searching"):
            self.post_message(SearchChanged(event.value))

    @on(Input.Submitted)
    def _tell_end(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(SearchEnded(event.value))
