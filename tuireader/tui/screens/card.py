"""What the text says of an actor, or who is on this page: every line jumps to where it stands."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.markup import escape
from textual.screen import ModalScreen

from tuireader.domain.actor import Actor, ActorId
from tuireader.domain.card import Fact, Topic, card_of, cast_of
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.bindings import closing
from tuireader.tui.inks import STRONG
from tuireader.tui.messages import LineChosen
from tuireader.tui.rows import Part, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.palette import SIGNS
from tuireader.typeset.wrap import wrap

_LABEL = 12
"""Cells for what a fact is about."""


def card_for(state: ReadingState, view: Span, marked: ActorId | None) -> "CardScreen | None":
    """The card of the actor that is marked in a list, that the reader is at, that was chosen last, or that is in sight.

    Returns:
        Its screen; nothing if there is no such actor.
    """
    here = state.index.at(state.current.start) if state.current is not None else None
    in_sight = (mention.actor for mention in state.index.touching(view))
    actor = marked or (here and here.actor) or next(iter(state.chosen[-1:]), None) or next(in_sight, None)
    if actor is None:
        return None
    return CardScreen(state.index.actor(actor).name, card_of(state.document, state.index, actor), state.index)


def cast_for(state: ReadingState, view: Span) -> "CardScreen | None":
    """The cast of what is in sight; nothing if nobody is mentioned there."""
    facts = cast_of(state.document, state.index, view)
    return CardScreen("On this page", facts, state.index) if facts else None


class CardScreen(ModalScreen[Span | None]):
    """Shows facts; its answer is a place to jump to."""

    BINDINGS: ClassVar = closing("actor.card", "page.cast")

    def __init__(self, title: str, facts: Sequence[Fact], index: Index) -> None:
        """Show facts under a title; the index knows the actors that they name."""
        super().__init__()
        self._title = title
        self._facts = facts
        self._index = index

    def compose(self) -> ComposeResult:
        """A box with the facts."""
        leads_on = any(fact.span is not None for fact in self._facts)
        with Vertical(id="card") as box:
            box.border_title = escape(self._title)
            box.border_subtitle = "Enter goes there, Esc closes" if leads_on else "Esc closes"
            yield FactList(self._facts, self._index)

    @on(LineChosen)
    def _choose(self, message: LineChosen) -> None:
        message.stop()
        self.dismiss(message.span)


class FactList(RowList):
    """Shows facts, long ones on several rows; Enter chooses the place of one."""

    def __init__(self, facts: Sequence[Fact], index: Index) -> None:
        super().__init__(id="facts")
        self._facts = facts
        self._index = index
        self._rows: list[tuple[Fact, str, bool]] = []
        """A fact, what of it stands on the row, and whether that is its beginning."""

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    def on_resize(self) -> None:
        """Break long facts for another width."""
        width = self.size.width - _LABEL - 4
        self._rows = [
            (fact, line, number == 0)
            for fact in self._facts
            for number, line in enumerate(_lines_of(fact.text, width - cell_len(self._note_of(fact))))
        ]
        super().on_resize()

    def count_rows(self) -> int:
        """How many rows the facts take."""
        return len(self._rows)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """What a fact is about, what it says, and how often."""
        fact, line, is_first = self._rows[row]
        is_new = is_first and (row == 0 or self._rows[row - 1][0].topic is not fact.topic)
        label = fact.topic if is_new and fact.topic is not Topic.SEEN else ""
        quiet, style = self.ink("quiet"), Style.null() if fact.span is not None else self.ink("quiet")
        left = [(f"{label:<{_LABEL}}", quiet)] if fact.topic is not Topic.SEEN else []
        if fact.actor is not None:
            left.append(self._sign(self._index.actor(fact.actor)) if is_first else ("  ", quiet))
        left.append((line, style + STRONG if fact.topic is Topic.ROLE else style))
        return left, [(f"  {self._note_of(fact)}", quiet)] if is_first and fact.note else []

    def action_choose(self) -> None:
        """Choose the place of the fact under the cursor, if it has one."""
        if self._rows and (span := self._rows[self.cursor][0].span) is not None:
            self.post_message(LineChosen(span))

    def _note_of(self, fact: Fact) -> str:
        """How often or where, in no more than a third of the row."""
        return shortened(fact.note, self.size.width // 3)

    def _sign(self, actor: Actor) -> Part:
        return f"{SIGNS[actor.kind]} ", self.ink(kind_ink(actor.kind))


def _lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, max(1, width), cell_len)] or [""]
