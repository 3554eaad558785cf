"""How a reader comes to correct the actors, and takes that back."""

from typing import TYPE_CHECKING

from textual import on

from tuireader.domain.actor import Actor
from tuireader.domain.history import Way
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.engine.mending import Mending
from tuireader.tui.keys import hint
from tuireader.tui.messages import CorrectionsFound
from tuireader.tui.screens.boxes import Boxes
from tuireader.tui.widgets.actor_list import ActorList

if TYPE_CHECKING:
    from tuireader.domain.correction import Correction, Deed


class Mender(Boxes):
    """Opens the boxes in which actors are corrected, and undoes what was done there."""

    @property
    def mending(self) -> Mending:
        """What the reader corrects."""
        raise NotImplementedError

    @property
    def selected(self) -> Span | None:
        """The characters that are selected."""
        raise NotImplementedError

    def correct(self, deed: "Deed") -> ReadingState:
        """Correct the actors, or take that back; the state is the one after it."""
        raise NotImplementedError

    @on(CorrectionsFound)
    def _take_corrections(self, message: CorrectionsFound) -> None:
        """Show what another reader of the document has corrected."""
        if message.document is self.state.document:
            self.state = self.state.indexed(self.mending.after(*message.deeds))
            if self.app.screen is not self:
                self.app.screen.post_message(CorrectionsFound(message.document, message.deeds))

    def action_open_mend(self) -> None:
        """Correct whom the cursor of a list is on, the selected words, the mention here, or who is chosen."""
        from tuireader.tui.screens.mend import MendScreen  # noqa: PLC0415 - rarely needed, never at the start
        from tuireader.tui.steps import subject_of  # noqa: PLC0415

        state, marked = self.state, self._marked_actor
        here = state.index.at(state.current.start) if state.current is not None else None
        actor = marked or (self._actor_of_interest if here is None else None)
        selected = self.selected if marked is None else None
        subject = subject_of(state, selected=selected, at=here, actor=actor)
        if subject is None:
            self.notify("choose an actor, go to a mention, or select some words first")
        else:
            self.app.push_screen(MendScreen(subject.first_step), self._take_correction)

    def action_open_review(self) -> None:
        """Go through what is doubtful."""
        from tuireader.tui.screens.review import ReviewScreen  # noqa: PLC0415

        self.app.push_screen(ReviewScreen(self.state, self.mending, self.correct, self.keys), self._leave_review)

    def action_open_corrections(self) -> None:
        """Show what was corrected."""
        from tuireader.tui.screens.corrections import CorrectionsScreen  # noqa: PLC0415

        if not self.mending.corrections:
            self.notify(f"nothing was corrected yet: {hint(self.keys, 'actor.correct')} corrects")
            return
        is_known = self.progress is None
        self.app.push_screen(CorrectionsScreen(self.mending, self.correct, self.keys, is_known=is_known))

    def action_undo(self) -> None:
        """Take the last correction back."""
        self._take(Way.UNDO, "Undone", "nothing to undo")

    def action_redo(self) -> None:
        """Do the correction again that was taken back last."""
        self._take(Way.REDO, "Done again", "nothing to do again")

    def _take(self, way: Way, title: str, otherwise: str) -> None:
        if (taken := self.mending.history.taken(way)) is None:
            self.notify(otherwise)
        else:
            self.notify(_told(taken.correction), title=title, markup=False)
            self.correct(taken)

    @property
    def _marked_actor(self) -> Actor | None:
        """The actor under the cursor of the list that has the keys."""
        marked = self.focused.marked if isinstance(self.focused, ActorList) else None
        return self.state.index.actor(marked) if marked is not None else None

    @property
    def _actor_of_interest(self) -> Actor | None:
        """The actor that was chosen last."""
        return self.state.index.actor(self.state.chosen[-1]) if self.state.chosen else None

    def _take_correction(self, correction: "Correction | None") -> None:
        if correction is not None:
            self.clear_selection()
            self.correct(correction)
            outcome = "Nothing like it in this text" if correction in self.mending.idle else "Corrected"
            self.notify(
                f"{_told(correction)}; {hint(self.keys, 'correct.undo')} undoes it", title=outcome, markup=False
            )

    def _leave_review(self, place: Span | None) -> None:
        if place is not None:
            self.state = self.state.picking(place)
            self.uncover_text()


def _told(correction: "Correction") -> str:
    from tuireader.domain.correction import told  # noqa: PLC0415 - rarely needed, never at the start

    return told(correction)
