"""What is doubtful among the actors, one by one: yes, no, or the same."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.domain.card import sentence_around
from tuireader.domain.correction import Correction, Deed, Reject
from tuireader.domain.history import Way
from tuireader.domain.reading import ReadingState
from tuireader.domain.review import Doubt, doubts
from tuireader.domain.span import Span
from tuireader.engine.mending import Mending
from tuireader.tui.bindings import bindings, closing
from tuireader.tui.inks import STRONG
from tuireader.tui.keys import Key, Scope, hint
from tuireader.tui.rows import Part
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.palette import SIGNS

_NOTHING = "Nothing is in doubt"


class ReviewScreen(ModalScreen[Span | None]):
    """Lists doubts, and takes an answer to each; its own answer is a place to jump to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *closing("review.open"),
        *bindings(Scope.REVIEW),
    ]

    def __init__(
        self, state: ReadingState, mending: Mending, correct: Callable[[Deed], ReadingState], keys: Sequence[Key]
    ) -> None:
        """Review the index of a state; `correct` takes each answer and gives the state after it."""
        super().__init__()
        self._keys = {what: hint(keys, f"review.{what}") for what in ("yes", "no", "same", "undo")}
        self._state = state
        self._mending = mending
        self._correct = correct
        self._taken: list[int] = []
        """How many corrections each answer was."""

    def compose(self) -> ComposeResult:
        """The doubts, and what follows from an answer to the one under the cursor."""
        with Vertical(id="review") as box:
            box.border_title = "Review"
            yield DoubtList()
            yield Static(id="effect", markup=False)

    def on_mount(self) -> None:
        """List the doubts."""
        self._list()

    def action_answer(self, word: str) -> None:
        """Take an answer to the doubt under the cursor, and go on to the next."""
        if (doubt := self._doubts.marked) is None or not (corrections := _answer(doubt, word)):
            return
        for correction in corrections:
            self._state = self._correct(correction)
        self._taken.append(len(corrections))
        self._list()

    def action_undo(self) -> None:
        """Take the last answer back."""
        for _ in range(self._taken.pop() if self._taken else 0):
            if (taken := self._mending.history.taken(Way.UNDO)) is not None:
                self._state = self._correct(taken)
        self._list()

    def on_doubt_list_marked(self) -> None:
        """Say what follows from each answer."""
        doubt = self._doubts.marked
        self.query_one("#effect", Static).update(Content("" if doubt is None else self._effect(doubt)))

    def on_doubt_list_chosen(self) -> None:
        """Go to the first place of the doubt under the cursor."""
        if (doubt := self._doubts.marked) is not None:
            self.dismiss(doubt.places[0])

    def _list(self) -> None:
        found = doubts(self._state.document, self._state.index, self._state.whole)
        self._doubts.list_doubts(found)
        yes, no, _, again = self._keys.values()
        undo = f"{again} undoes, " if self._taken else ""
        keys = f"{yes} right, {no} wrong, Enter goes there, " if found else ""
        self.query_one("#review").border_subtitle = f"{keys}{undo}Esc closes"
        self.on_doubt_list_marked()

    def _effect(self, doubt: Doubt) -> str:
        """What follows from each answer, above the first sentence that is meant."""
        yes, no, same, _ = (f"{key:<4}" for key in self._keys.values())
        places = _places(len(doubt.places))
        lines = [f"{yes}“{doubt.words}” stays {doubt.actor.name} in {places}"]
        if doubt.others:
            lines.append(f"{no}{doubt.others[0].name} in {places}")
            names = " and ".join(other.name for other in doubt.others)
            are = "is" if len(doubt.others) == 1 else "are"
            lines.append(f"{same}{names} {are} {doubt.actor.name} too: all become one")
        elif isinstance(doubt.no, Reject):
            lines.append(f"{no}{doubt.actor.name} is no actor: {places} marked no longer")
        else:
            lines.append(f"{no}{places} become somebody else called {doubt.words}")
        return "\n".join([*lines, "", sentence_around(self._state.document, doubt.places[0])])

    @property
    def _doubts(self) -> "DoubtList":
        return self.query_one(DoubtList)


class DoubtList(RowList):
    """Shows doubts."""

    class Marked(Message):
        """Another doubt is under the cursor."""

    class Chosen(Message):
        """The reader wants to see the place."""

    def __init__(self) -> None:
        super().__init__(id="doubts")
        self._found: tuple[Doubt, ...] = ()
        self.empty_text = _NOTHING

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    @property
    def marked(self) -> Doubt | None:
        """The doubt under the cursor."""
        return self._found[self.cursor] if self._found else None

    def count_rows(self) -> int:
        """How many doubts there are."""
        return len(self._found)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """The words, whom they are taken to name, and why."""
        doubt, quiet = self._found[row], self.ink("quiet")
        sign = (f"{SIGNS[doubt.actor.kind]} ", self.ink(kind_ink(doubt.actor.kind)))
        names = " or ".join(actor.name for actor in (doubt.actor, *doubt.others))
        told = f"{names}?" if doubt.others else f"{names}? {doubt.confidence:.0%} sure"
        left = [(f"“{doubt.words}” ", STRONG), ("is ", quiet), sign, (told, Style.null())]
        return left, [(f"  {_places(len(doubt.places))}", quiet)]

    def list_doubts(self, found: tuple[Doubt, ...]) -> None:
        """Show other doubts."""
        self._found = found
        self.rows_changed()

    def watch_cursor(self) -> None:
        """Tell which doubt is under it."""
        super().watch_cursor()
        self.post_message(self.Marked())

    def action_choose(self) -> None:
        """Ask to see the place."""
        self.post_message(self.Chosen())


def _answer(doubt: Doubt, word: str) -> Sequence[Correction]:
    if word == "same":
        return doubt.same
    return [doubt.yes if word == "yes" else doubt.no]


def _places(count: int) -> str:
    return f"{count} place" if count == 1 else f"{count} places"
