"""The actors of the document, key actors first: kind, name, count, and where in the document they stand."""

from rich.style import Style
from textual.reactive import reactive

from tuireader.domain.actor import Actor, ActorId
from tuireader.domain.index import Index
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import Span
from tuireader.tui.inks import STRONG
from tuireader.tui.messages import ActorAdded, ActorChosen
from tuireader.tui.rows import Part
from tuireader.tui.signs import bars, kind_ink
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.palette import SIGNS

_STRIP_CELLS = 6


class ActorList(RowList):
    """Shows actors; Enter chooses one alone, Space adds one."""

    BORDER_TITLE = "Key actors"

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)
    view: reactive[Span] = reactive(Span(0, 0), repaint=False)
    """What is in sight of the text; its part of each strip is underlined."""

    def __init__(self, id: str = "actors") -> None:
        super().__init__(id=id)
        self.actors: tuple[Actor, ...] = ()
        """The actors that are listed."""

    def count_rows(self) -> int:
        """How many actors are listed."""
        return len(self.actors)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """Sign and name at the left, count and strip at the right."""
        actor, index = self.actors[row], self.state.index
        is_chosen = actor.id in self.state.chosen
        name = STRONG if is_chosen else Style.null()
        sign = self.ink(kind_ink(actor.kind))
        left = [(f"{SIGNS[actor.kind]} ", sign), (actor.name, name + sign if is_chosen else name)]
        mark = " ✎" if actor.corrections else ""
        count = (f"{mark} {index.count(actor.id)} ", self.ink("quiet"))
        return left, [count, *self._strip(actor, index, sign)]

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """List the actors of a better index without moving the row under the cursor."""
        if old.index is not state.index:
            self.list_actors(state.index.actors)
        if old.filter != state.filter:
            self.refresh()

    def watch_view(self, old: Span, view: Span) -> None:
        """Underline another part of the strips."""
        if self._part_of(old) != self._part_of(view):
            self.refresh()

    def list_actors(self, actors: tuple[Actor, ...]) -> None:
        """List other actors; the cursor stays on the actor it is on, and that on its line of the screen."""
        held = self.actors[self.cursor].id if self.has_focus and self.actors else None
        line = self.cursor - self.scroll_offset.y
        self.actors = actors
        row = next((row for row, actor in enumerate(actors) if actor.id == held), None)
        self.rows_changed()
        if row is not None:
            self.cursor = row
            self.scroll_to(y=row - line, animate=False)

    def action_choose(self) -> None:
        """Choose the actor under the cursor alone."""
        if (actor := self.marked) is not None:
            self.post_message(ActorChosen(actor))

    def action_add(self) -> None:
        """Choose the actor under the cursor too, or no longer."""
        if (actor := self.marked) is not None:
            self.post_message(ActorAdded(actor))

    @property
    def marked(self) -> ActorId | None:
        """The actor under the cursor."""
        return self.actors[self.cursor].id if self.actors else None

    def _part_of(self, view: Span) -> int:
        """Which cell of the strips stands for what is in sight."""
        return min(_STRIP_CELLS - 1, view.start * _STRIP_CELLS // max(1, len(self.state.document.text)))

    def _strip(self, actor: Actor, index: Index, style: Style) -> list[Part]:
        length = max(1, len(self.state.document.text))
        strip = bars(index.spread(actor.id, _STRIP_CELLS, length))
        here = self._part_of(self.view)
        return [
            (strip[:here], style),
            (strip[here], style + Style(underline=True)),
            (strip[here + 1 :], style),
        ]
