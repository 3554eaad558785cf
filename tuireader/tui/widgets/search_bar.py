"""The line in which words are searched."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tuireader.tui.messages import SearchChanged, SearchEnded


class SearchBar(Horizontal):
    """Hits are highlighted while the reader types; Enter goes to the next one."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self._input = Input(placeholder="search the text", compact=True)

    def compose(self) -> ComposeResult:
        """A sign and the line."""
        yield Static("/", markup=False)
        yield self._input

    def open(self) -> None:
        """Show the bar, empty, and give it the keys."""
        self.add_class("-open")
        self._input.clear()
        self._input.focus()

    def close(self) -> None:
        """Put the bar away."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether the bar is seen."""
        return self.has_class("-open")

    @on(Input.Changed)
    def _tell_change(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(SearchChanged(event.value))

    @on(Input.Submitted)
    def _tell_end(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(SearchEnded(is_kept=bool(event.value.strip())))
