"""The filter pane: type to narrow the actors, choose one, and see every mention in a line of its context."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui.keys import Scope, bindings
from tuireader.tui.matching import Matcher
from tuireader.tui.messages import ActorAdded, ActorChosen
from tuireader.tui.widgets.actor_list import ActorList
from tuireader.tui.widgets.mention_list import MentionList


class MatchList(ActorList):
    """The actors that fit what was typed; its cursor is seen while the reader types."""

    BORDER_TITLE = ""

    class CursorMoved(Message):
        """Another actor is under the cursor."""

    @property
    def shows_cursor(self) -> bool:
        """Whenever keys go to the pane: Enter in the line above chooses the row under the cursor."""
        return self.parent is not None and self.parent.has_pseudo_class("focus-within")

    def watch_cursor(self) -> None:
        """Tell the pane, which shows the mentions of that actor."""
        super().watch_cursor()
        self.post_message(self.CursorMoved())

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """The pane decides which actors are listed; here only the chosen ones are painted otherwise."""
        if old.filter != state.filter or old.index is not state.index:
            self.refresh()


class NameInput(Input):
    """A line that leaves Space to the pane, which knows whether a name may go on."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the line takes a key before any pane is asked."""
        return key != "space" and super().check_consume_key(key, character)


class FilterPane(Vertical):
    """A line to type in, the actors that fit, and the mentions of the chosen ones or of the one under the cursor."""

    BORDER_TITLE = "Filter"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "add", show=False, priority=True), *bindings(Scope.LIST)]

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)

    def __init__(self, state: ReadingState) -> None:
        super().__init__(id="filter")
        self.set_reactive(FilterPane.state, state)
        self.input = NameInput(placeholder="type a name", compact=True, select_on_focus=True)
        self._matcher = Matcher()
        self._matches = MatchList(id="matches")
        self._mentions = MentionList()

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield self.input
        yield self._matches.data_bind(FilterPane.state)
        yield self._mentions.data_bind(FilterPane.state)

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """List the actors of a better index, and the mentions of other actors."""
        if not self.is_mounted:
            return
        if old.index is not state.index:
            self._matcher = Matcher(state.index.actors)
            self._narrow()
        self._list_mentions()

    def on_mount(self) -> None:
        """List everything."""
        self._matcher = Matcher(self.state.index.actors)
        self._narrow()
        self._list_mentions()

    def action_move(self, rows: int) -> None:
        """Move the cursor of the actors while typing."""
        self._matches.action_move(rows)

    def action_move_page(self, pages: int) -> None:
        """Move it by a page."""
        self._matches.action_move_page(pages)

    def action_choose(self) -> None:
        """Choose the actor under the cursor alone."""
        if (actor := self._matches.marked) is not None:
            self.post_message(ActorChosen(actor))

    def action_add(self) -> None:
        """Choose the actor under the cursor too, unless a space may be part of the name that is being typed."""
        typed = f"{self.input.value} "
        if self.input.has_focus and self.input.value and self._matcher.goes_on(typed):
            self.input.insert_text_at_cursor(" ")
            return
        if (actor := self._matches.marked) is not None:
            self.post_message(ActorAdded(actor))

    @on(Input.Changed)
    def _narrow_actors(self) -> None:
        self._narrow()
        self._matches.cursor = 0
        self._list_mentions()

    @on(Input.Submitted)
    def _choose_match(self) -> None:
        self.action_choose()

    @on(MatchList.CursorMoved)
    def _show_mentions(self) -> None:
        self._list_mentions()

    def _narrow(self) -> None:
        typed = self.input.value
        self._matches.list_actors(self._matcher.matching(typed))
        self._matches.empty_text = f"No actor is called “{typed}”" if typed else "No actors yet"

    def _list_mentions(self) -> None:
        marked = self._matches.marked
        actors = self.state.filter.actors or ((marked,) if marked else ())
        self._mentions.list_mentions(actors)
        names = ", ".join(self.state.index.actor(actor).name for actor in actors)
        self._mentions.border_title = Content(f"Mentions of {names}" if names else "Mentions")
