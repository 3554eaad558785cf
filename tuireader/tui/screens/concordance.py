"""Mentions in context: wide lines with what is mentioned below one another, in several orders, to be kept as a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tuireader.domain.cleaning import clean_line
from tuireader.domain.concordance import Concordance, Group, Order
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.bindings import bindings
from tuireader.tui.inks import STRONG
from tuireader.tui.keys import Key, Scope, hint
from tuireader.tui.messages import LineChosen
from tuireader.tui.rows import Part, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.context import first_words, last_words
from tuireader.typeset.export import FORMS, exported

_CONTEXT = 160
"""Characters on each side; more than a line of the widest screen has room for."""

_DONE = {
    "context.sort": "order",
    "context.leave": "leaves out",
    "context.pronouns": "pronouns",
    "context.all": "all",
    "context.write": "writes",
    "list.choose": "goes there",
}
"""What is told of some keys."""


class ConcordanceScreen(ModalScreen[Span | None]):
    """Shows places in context; its answer is one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", "Back", priority=True),
        Binding("q", "dismiss", "Close"),
        *bindings(Scope.CONTEXT),
    ]

    def __init__(
        self, state: ReadingState, places: Sequence[Span], title: str, keys: Sequence[Key], *, is_growing: bool = False
    ) -> None:
        """Show places of a state under a title, which says if more of them are being found."""
        super().__init__()
        self._hints = ", ".join(f"{hint(keys, id)} {what}" for id, what in _DONE.items())
        self._concordance = Concordance(state.document, state.index, places)
        self._state = state
        self._title = title
        self._so_far = ", found so far" if is_growing else ""
        self._order = Order.PLACE
        self._without: frozenset[str] = frozenset()
        self._has_pronouns = True
        self._groups: tuple[Group, ...] = ()

    def compose(self) -> ComposeResult:
        """A box with the places, and a line for the name of a file."""
        with Vertical(id="concordance") as box:
            box.border_subtitle = self._hints
            yield PlaceList(self._state)
            yield Input(placeholder=f"a file: {' '.join(FORMS)}", compact=True)

    def on_mount(self) -> None:
        """List the places."""
        self._line.display = False
        self._list()

    def action_step_back(self) -> None:
        """Put the line away, or close the box."""
        if self._line.display:
            self._end_writing()
        else:
            self.dismiss(None)

    def action_sort(self) -> None:
        """By place, or by form."""
        self._order = Order.FORM if self._order is Order.PLACE else Order.PLACE
        self._list()

    def action_leave_out(self) -> None:
        """Leave out the places with the words under the cursor."""
        if (place := self._rows.marked) is not None:
            self._without |= {self._concordance.form(place)}
            self._list()

    def action_toggle_pronouns(self) -> None:
        """Leave out the pronouns, or take them in again."""
        self._has_pronouns = not self._has_pronouns
        self._list()

    def action_take_all(self) -> None:
        """Take everything in again."""
        self._without, self._has_pronouns = frozenset(), True
        self._list()

    def action_write(self) -> None:
        """Ask for the name of a file."""
        self._line.display = True
        self._line.value = f"{'-'.join(self._title.lower().split()) or 'mentions'}.csv".replace("/", "-")
        self._line.focus()

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        event.stop()
        path = Path(event.value.strip()).expanduser()
        if path.suffix.lower() not in FORMS:
            self.notify(f"the name must end in one of {' '.join(FORMS)}", severity="warning")
            return
        words = exported(self._state.document, self._groups, self._title, path.suffix.lower())
        name = clean_line(str(path))
        try:
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(words)
        except FileExistsError:
            self.notify(f"'{name}' is there already: choose another name", severity="warning", markup=False)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "not a name"
            self.notify(f"cannot write '{name}': {reason.lower()}", severity="error", markup=False)
        else:
            self._end_writing()
            self.notify(f"written: {name}", markup=False)

    @on(LineChosen)
    def _choose(self, message: LineChosen) -> None:
        message.stop()
        self.dismiss(message.span)

    def _end_writing(self) -> None:
        self._line.display = False
        self._rows.focus()

    def _list(self) -> None:
        self._groups = self._concordance.grouped(self._order, self._without, pronouns=self._has_pronouns)
        self._rows.list_groups(self._groups)
        shown, known = sum(len(group.places) for group in self._groups), len(self._concordance.places)
        count = f"{shown}" if shown == known else f"{shown} of {known}"
        self.query_one("#concordance").border_title = Content(f"{self._title}: {count}{self._so_far}, by {self._order}")

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    @property
    def _rows(self) -> "PlaceList":
        return self.query_one(PlaceList)


class PlaceList(RowList):
    """Shows places in groups, all of them in the same column; Enter chooses one."""

    def __init__(self, state: ReadingState) -> None:
        super().__init__(id="places")
        self._state = state
        self._lines: list[Group | Span] = []
        self._first = state.current
        self.empty_text = "Nothing is left: a shows all again"

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    @property
    def marked(self) -> Span | None:
        """The place under the cursor, or the first one below a title."""
        if not self._lines:
            return None
        line = self._lines[self.cursor]
        return line.places[0] if isinstance(line, Group) else line

    def count_rows(self) -> int:
        """How many places and titles there are."""
        return len(self._lines)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """A title with its count, or a place between the words around it."""
        line, quiet = self._lines[row], self.ink("quiet")
        if isinstance(line, Group):
            return [(line.title, STRONG)], [(f"  {len(line.places)}", quiet)]
        before, words, behind = self._state.document.context(line, _CONTEXT)
        room = width * 9 // 20
        words = shortened(words, width - room)
        before = last_words(before, room, cell_len)
        mention = self._state.index.at(line.start)
        kind = self.ink(kind_ink(self._state.index.actor(mention.actor).kind) if mention else "accent") + STRONG
        lead = " " * (room - cell_len(before))
        behind = first_words(behind, width - room - cell_len(words), cell_len)
        doubt = [("  uncertain", quiet)] if self._state.index.is_uncertain(line) else []
        return [(lead + before, Style.null()), (words, kind), (behind, Style.null())], doubt

    def list_groups(self, groups: tuple[Group, ...]) -> None:
        """Show other places; the cursor stays on its place, at first where the reader is, if that is there."""
        marked, self._first = self._first or self.marked, None
        self._lines = []
        for group in groups:
            self._lines += [group, *group.places] if group.title else group.places
        self.rows_changed()
        if marked is not None:
            at = next((row for row, line in enumerate(self._lines) if line == marked), None)
            self.cursor = self._clamped(self.cursor) if at is None else at

    def action_choose(self) -> None:
        """Choose the place under the cursor."""
        if (place := self.marked) is not None:
            self.post_message(LineChosen(place))
