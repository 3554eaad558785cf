"""The list below the line of the filter pane: the actors that fit, or how a question may go on."""

from rich.style import Style
from textual.message import Message

from tuireader.domain.actor import Actor, ActorId
from tuireader.domain.completion import Completion
from tuireader.domain.reading import ReadingState
from tuireader.tui.rows import Part, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.actor_list import ActorList
from tuireader.typeset.palette import SIGNS


class MatchList(ActorList):
    """The actors that fit what was typed, or how a question may go on; its cursor is seen while the reader types."""

    BORDER_TITLE = ""

    completions: tuple[Completion, ...] = ()
    """What may be put in; without any, actors are listed."""

    class Completed(Message):
        """What is under the cursor is to be put in."""

    class CursorMoved(Message):
        """Another actor is under the cursor."""

    @property
    def shows_cursor(self) -> bool:
        """Whenever keys go to the pane: Enter in the line above chooses the row under the cursor."""
        return self.parent is not None and self.parent.has_pseudo_class("focus-within")

    def count_rows(self) -> int:
        """How many completions or actors are listed."""
        return len(self.completions) or super().count_rows()

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """What may be put in, behind the sign of whom it names, and how much there is of it; or the actor."""
        if not self.completions:
            return super().row_parts(row, width)
        each = self.completions[row]
        sign = [] if each.actor is None else [(f"{SIGNS[each.actor.kind]} ", self.ink(kind_ink(each.actor.kind)))]
        return [*sign, (each.shown, Style.null())], [(f" {shortened(each.note, width // 2)} ", self.ink("quiet"))]

    @property
    def marked(self) -> ActorId | None:
        """The actor under the cursor."""
        if not self.completions:
            return super().marked
        actor = self.completions[self.cursor].actor
        return actor.id if actor is not None else None

    def action_choose(self) -> None:
        """Put in what is under the cursor, or choose the actor."""
        if self.completions:
            self.post_message(self.Completed())
        else:
            super().action_choose()

    def action_add(self) -> None:
        """The same, or choose the actor too."""
        if self.completions:
            self.post_message(self.Completed())
        else:
            super().action_add()

    def list_completions(self, completions: tuple[Completion, ...]) -> None:
        """List how a question may go on."""
        self.completions = completions
        self.rows_changed()

    def list_actors(self, actors: tuple[Actor, ...]) -> None:
        """List actors."""
        self.completions = ()
        super().list_actors(actors)

    def watch_cursor(self) -> None:
        """Tell the pane, which shows the mentions of that actor."""
        super().watch_cursor()
        self.post_message(self.CursorMoved())

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """The pane decides which actors are listed; here only the chosen ones are painted otherwise."""
        if old.filter != state.filter or old.index is not state.index:
            self.refresh()
