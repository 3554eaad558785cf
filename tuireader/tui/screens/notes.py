"""The notes of a document, to go to one, put it in other words or delete it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen

from tuireader.domain.notes import Notes
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.bindings import bindings, closing
from tuireader.tui.keys import Key, Scope, hint
from tuireader.tui.messages import LineChosen, NoteDropped, NoteLeft, NotesChanged, NoteWritten
from tuireader.tui.widgets.note_line import NoteLine
from tuireader.tui.widgets.note_list import NoteList

_DONE = {"list.choose": "goes there", "note.edit": "edits", "note.drop": "deletes", "note.restore": "undoes"}
"""What is told of some keys; the first only where there is room."""

_WIDE = 70
"""Columns of a screen on which all of the keys can be told."""


class NotesScreen(ModalScreen[Span | None]):
    """Lists notes; its answer is a place to jump to. What happens to a note is told at once."""

    BINDINGS: ClassVar = [*closing("notes.open"), *bindings(Scope.NOTES)]

    def __init__(self, state: ReadingState, tell: Callable[[Message], object], keys: Sequence[Key]) -> None:
        """Show the notes of a state, and tell which of them become others; keys are named as in a table."""
        super().__init__()
        self._keys = keys
        self._text = state.document.text
        self._notes = state.notes
        self._tell = tell
        self._list = NoteList(state.document)

    def compose(self) -> ComposeResult:
        """A box with the notes."""
        with Vertical(id="notes") as box:
            told = [f"{hint(self._keys, id)} {what}" for id, what in _DONE.items()]
            box.border_subtitle = ", ".join([*told[self.app.size.width < _WIDE :], "Esc closes"])
            yield self._list

    def on_mount(self) -> None:
        """List them."""
        self._show(self._notes)

    async def action_edit_note(self) -> None:
        """Put the note under the cursor in other words."""
        if (note := self._list.marked) is not None and not self.query(NoteLine):
            line = NoteLine(note)
            await self.query_one("#notes").mount(line)
            self.set_focus(line.input)

    def action_drop_note(self) -> None:
        """Delete the note under the cursor."""
        if (note := self._list.marked) is not None:
            self._tell(NoteDropped(note))
            self._show(self._notes.without(note))

    def action_restore_note(self) -> None:
        """Bring back the note that was deleted last."""
        if self._notes.dropped:
            note = self._notes.dropped[-1]
            self._tell(NoteWritten(note))
            self._show(self._notes.having(note, self._text))
            self._list.mark(note)

    @on(NoteWritten)
    async def _take_words(self, message: NoteWritten) -> None:
        message.stop()
        self._tell(NoteWritten(message.note))
        self._show(self._notes.having(message.note, self._text))
        await self._close_line()

    @on(NoteLeft)
    async def _leave_line(self, message: NoteLeft) -> None:
        message.stop()
        await self._close_line()

    @on(LineChosen)
    def _choose(self, message: LineChosen) -> None:
        message.stop()
        self.dismiss(message.span)

    @on(NotesChanged)
    def _take_notes(self, message: NotesChanged) -> None:
        message.stop()
        self._show(message.notes)

    async def _close_line(self) -> None:
        self._list.focus()
        await self.query(NoteLine).remove()

    def _show(self, notes: Notes) -> None:
        self._notes = notes
        self._list.list_notes(notes)
        lost = f", {len(notes.lost)} lost" if notes.lost else ""
        lost = ", on another text" if notes.are_of_another_text else lost
        self.query_one("#notes").border_title = f"Notes: {len(notes)}{lost}" if notes else "Notes"
