"""Which panes are shown beside the text of a screen, and which of them has the keys."""

from typing import TYPE_CHECKING

from textual.widget import AwaitMount, Widget

from tuireader.domain.reading import ReadingState
from tuireader.tui.screens.comfort import Comfort
from tuireader.tui.widgets.key_line import KeyLine
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.paragraph_view import ParagraphView

if TYPE_CHECKING:
    from tuireader.tui.widgets.filter_pane import FilterPane
    from tuireader.tui.widgets.search_bar import SearchBar

_SOON = 0.1
"""Seconds from the first frame to making the hidden panes, so that it is out before they take the processor."""


_LARGE = 3_000_000
"""Characters of a text in which a search takes longer than a frame."""

_PATIENCE = 0.15

_OPEN, _BESIDE_FILTER = "-open", "-beside-filter"
"""Classes of panes, and not of the screen, on which Textual would work out the styles of everything that it holds."""


class Panes:
    """The panes of the reader; the filter pane and the search line are made when the first frame is painted."""

    def __init__(self, screen: Comfort, state: ReadingState) -> None:
        """Prepare for a screen."""
        self._screen = screen
        self._state = state
        self._filter: FilterPane | None = None
        self._search: SearchBar | None = None
        self._mounts: list[AwaitMount] = []

    def make_soon(self) -> None:
        """Make the hidden panes in a moment; a key that needs them makes them at once."""
        self._screen.set_timer(_SOON, self._make_in_time)

    def take(self, state: ReadingState) -> None:
        """Hand the state down to the filter pane, now or when it is made."""
        self._state = state
        if self._filter is not None:
            self._filter.state = state

    async def open_filter(self) -> None:
        """Show the filter pane and give it the keys."""
        pane, _ = self._make()
        pane.patience = self._patience
        pane.add_class(_OPEN)
        self._sidebar.remove_class(_OPEN).add_class(_BESIDE_FILTER)
        await self._give_keys(pane.input)

    async def open_search(self) -> None:
        """Show the line for searching and give it the keys."""
        search = self._make()[1]
        search.patience = self._patience
        search.add_class(_OPEN)
        await self._give_keys(search.input)

    @property
    def _patience(self) -> float:
        """Seconds to wait for the next letter before words are looked for."""
        return _PATIENCE if len(self._state.document.text) >= _LARGE else 0.0

    @property
    def is_searching(self) -> bool:
        """Whether the line for searching is open."""
        return self._search is not None and self._search.has_class(_OPEN)

    def end_search(self) -> None:
        """Put the line for searching away."""
        if self._search is not None:
            self._search.remove_class(_OPEN)
            self._search.input.clear()
        self._text.focus()

    def open_sidebar(self, pane: Widget) -> None:
        """Show the sidebar and give one of its panes the keys."""
        if not self._screen.has_class("-widest"):
            self._close_filter()
        self._sidebar.add_class(_OPEN)
        pane.focus()

    def uncover_text(self) -> None:
        """Put away what lies over the text, where the screen is too narrow for both."""
        if self._screen.has_class("-medium") or self._screen.has_class("-narrow"):
            self.close()

    def return_to_text(self) -> None:
        """Give the keys to the text; panes that lie over it are put away."""
        self.uncover_text()
        self._text.focus()

    def close(self) -> None:
        """Put all panes away that a key has opened."""
        self._close_filter()
        self._sidebar.remove_class(_OPEN)
        self._text.focus()

    def _close_filter(self) -> None:
        if self._filter is not None:
            self._filter.remove_class(_OPEN)
        self._sidebar.remove_class(_BESIDE_FILTER)

    def _make_in_time(self) -> None:
        """Make the hidden panes, unless the reader is about to leave."""
        if self._screen.is_attached:
            self._make()

    def _make(self) -> tuple["FilterPane", "SearchBar"]:
        """The filter pane and the search line, made once."""
        if self._filter is None or self._search is None:
            from tuireader.tui.widgets.filter_pane import FilterPane  # noqa: PLC0415 - not needed for the first frame
            from tuireader.tui.widgets.search_bar import SearchBar  # noqa: PLC0415

            cells = self._screen.look.pane_in("filter", self._screen.app.size.width)
            adds_by_space = any(key.id == "list.add" and "space" in key.keys.split(",") for key in self._screen.keys)
            self._filter, self._search = FilterPane(self._state, cells, adds_by_space=adds_by_space), SearchBar()
            self._mounts = [
                self._screen.query_one("#body").mount(self._filter),
                self._screen.mount(self._search, before=self._screen.query_one(KeyLine)),
            ]
        return self._filter, self._search

    async def _give_keys(self, pane: Widget) -> None:
        """Give the keys to a pane as soon as it is there."""
        while self._mounts:
            await self._mounts.pop()
        self._screen.set_focus(pane)

    @property
    def _sidebar(self) -> Pane:
        return self._screen.query_one("#sidebar", Pane)

    @property
    def _text(self) -> ParagraphView:
        return self._screen.query_one(ParagraphView)
