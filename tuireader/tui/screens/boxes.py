"""The boxes that tell more of the actors, and the way from them back into the text."""

from typing import TYPE_CHECKING

from textual.reactive import reactive

from tuireader.domain.reading import ReadingState
from tuireader.domain.resuming import veil_over
from tuireader.domain.span import Span
from tuireader.tui.screens.walker import Walker
from tuireader.tui.widgets.actor_list import ActorList

if TYPE_CHECKING:
    from tuireader.tui.screens.card import CardScreen


class Boxes(Walker):
    """Opens boxes over the text, each made when it is wanted, and goes where their lines lead."""

    view: reactive[Span] = reactive(Span(0, 0), repaint=False)
    """What is in sight of the text."""

    progress: reactive[float | None] = reactive(None, repaint=False)
    """How much of the work of finding actors is done; nothing when all of it is."""

    def uncover_text(self) -> None:
        """Put away what lies over the text."""
        raise NotImplementedError

    def action_toggle_veil(self) -> None:
        """Hide what was not read yet from counts, cards, lists, strips and jumps, or lift that."""
        state = self.state
        self.state = state.veiled(None if state.veil is not None else veil_over(state, self.view.end))

    def action_open_card(self) -> None:
        """Show what the text says of an actor."""
        from tuireader.tui.screens.card import card_for  # noqa: PLC0415 - rarely needed, never at the start

        marked = self.focused.marked if isinstance(self.focused, ActorList) else None
        self._open_card(card_for(self.state, self.view, marked))

    def action_open_cast(self) -> None:
        """Show who is mentioned on this page."""
        from tuireader.tui.screens.card import cast_for  # noqa: PLC0415

        self._open_card(cast_for(self.state, self.view))

    def action_open_concordance(self) -> None:
        """Show in wide lines what is chosen, searched or asked for, or else whom the cursor or the reader is at."""
        from tuireader.tui.screens.concordance import ConcordanceScreen  # noqa: PLC0415

        state = self.state
        marked = self.focused.marked if isinstance(self.focused, ActorList) else None
        here = state.index.at(state.current.start) if state.current is not None else None
        if marked is not None:
            state = state.choosing(marked)
        elif here is not None and not state.filter:
            state = state.choosing_at(here)
        screen = ConcordanceScreen(state, state.stops, _asked_for(state), is_growing=self.progress is not None)
        self.app.push_screen(screen, self._go_where_picked)

    def action_open_strips(self) -> None:
        """Show who is where in the whole document."""
        from tuireader.tui.screens.strips import StripsScreen  # noqa: PLC0415

        self.app.push_screen(StripsScreen(self.state), self._go_where_picked)

    def action_open_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - rarely needed, never at the start

        self.app.push_screen(HelpScreen())

    def _open_card(self, card: "CardScreen | None") -> None:
        if card is None:
            self.notify("nobody is mentioned here")
        else:
            self.app.push_screen(card, self._leave_card)

    def _leave_card(self, place: Span | None) -> None:
        if place is not None:
            self.state = self.state.jumped_to(place)
            self.uncover_text()

    def _go_where_picked(self, place: Span | None) -> None:
        if place is not None:
            self.state = self.state.picking(place) if place else self.state.jumped_to(place)
            self.uncover_text()


def _asked_for(state: ReadingState) -> str:
    """What the stops of a state are, in a few words."""
    if state.filter.words:
        return f"“{state.filter.words}”"
    if state.filter.question:
        return state.filter.question
    return ", ".join(state.index.actor(actor).name for actor in state.filter.actors) or "All mentions"
