"""The line in which words are searched."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input, Static

from tuireader.tui.messages import SearchChanged, SearchEnded


class SearchBar(Horizontal):
    """Hits are highlighted while the reader types; Enter goes to the next one.

    It is seen while it has the class `-open`; what happens to the line at other times is no search.
    """

    patience = 0.0
    """Seconds without another letter after which the words are searched: a search in a large text takes a moment."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self._timer: Timer | None = None
        self.input = Input(placeholder="search the text", compact=True)
        """Where the words are typed."""

    def compose(self) -> ComposeResult:
        """A sign and the line."""
        yield Static("/", markup=False)
        yield self.input

    @on(Input.Changed)
    def _tell_change(self, event: Input.Changed) -> None:
        event.stop()
        self._wait_no_longer()
        if not self.has_class("-open"):
            return
        tell = partial(self.post_message, SearchChanged(event.value))
        if self.patience:
            self._timer = self.set_timer(self.patience, tell)
        else:
            tell()

    @on(Input.Submitted)
    def _tell_end(self, event: Input.Submitted) -> None:
        event.stop()
        self._wait_no_longer()
        self.post_message(SearchEnded(event.value))

    def _wait_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
