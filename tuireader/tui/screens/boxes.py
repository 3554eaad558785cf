"""The boxes that tell more of the actors, and the way from them back into the text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.reactive import reactive
from textual.widget import Widget

from tuireader.domain.inline import Inline
from tuireader.domain.reading import ReadingState
from tuireader.domain.resuming import veil_over
from tuireader.domain.span import Span
from tuireader.tui.messages import LinkClicked
from tuireader.tui.screens.comfort import Comfort
from tuireader.tui.widgets.actor_list import ActorList

if TYPE_CHECKING:
    from tuireader.tui.screens.card import CardScreen


class Boxes(Comfort):
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
        is_growing = self.progress is not None
        screen = ConcordanceScreen(state, state.stops, _asked_for(state), self.keys, is_growing=is_growing)
        self.app.push_screen(screen, self._go_where_picked)

    def action_open_strips(self) -> None:
        """Show who is where in the whole document."""
        from tuireader.tui.screens.strips import StripsScreen  # noqa: PLC0415

        self.app.push_screen(StripsScreen(self.state), self._go_where_picked)

    def action_open_help(self) -> None:
        """Show the keys."""
        from tuireader.tui.screens.help import HelpScreen  # noqa: PLC0415 - rarely needed, never at the start

        self.app.push_screen(HelpScreen(self.keys))

    def action_open_labels(self) -> None:
        """Show a letter at every pane, and give the keys to the one whose letter is pressed."""
        from tuireader.tui.screens.labels import LabelScreen  # noqa: PLC0415

        self.app.push_screen(LabelScreen(self), self._focus_labelled)

    def action_show_links(self) -> None:
        """Show where the links in sight lead."""
        self._show_targets([link for link in self.state.document.inlines_touching(self.view) if link.target])

    @on(LinkClicked)
    def _show_link(self, message: LinkClicked) -> None:
        self._show_targets([message.link])

    def _show_targets(self, links: Sequence[Inline]) -> None:
        """Tell the targets of links, which are never followed."""
        text = self.state.document.text
        lines = [f"{text[link.span.start : link.span.end]}: {link.target}" for link in links]
        self.notify("\n".join(lines) or "no links in sight", title="Links", markup=False)

    def _focus_labelled(self, pane: Widget | None) -> None:
        if pane is not None:
            self.set_focus(pane)

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
