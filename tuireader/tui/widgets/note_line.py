"""The line in which a note is written."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tuireader.domain.cleaning import clean, clean_line
from tuireader.domain.notes import Note
from tuireader.tui.messages import NoteLeft, NoteWritten
from tuireader.typeset.painting import NOTE

_HELP = "your note; Enter alone makes a bookmark"
_LONGEST = 200
"""Characters of the marked words that may be shown beside the line."""


class NoteLine(Horizontal):
    """Shows which words are marked; Enter keeps the note, without words as a bookmark, and Escape leaves it."""

    BINDINGS: ClassVar = [Binding("escape", "leave", "Leave")]

    def __init__(self, note: Note) -> None:
        """Begin with the words of a note, which may have none yet."""
        super().__init__()
        self._note = note
        self.input = Input(note.words, placeholder=_HELP, compact=True, select_on_focus=False)
        """Where the words are typed."""

    def compose(self) -> ComposeResult:
        """The marked words and the line."""
        yield Static(f"{NOTE} {clean_line(self._note.anchor.words[:_LONGEST])}", markup=False)
        yield self.input

    @on(Input.Changed)
    def _make_harmless(self, event: Input.Changed) -> None:
        """Whatever is pasted is as harmless as what is typed; of the same length, so that the cursor stays.

        What counts is what stands in the line now: where a key is held down, more was typed since.
        """
        event.stop()
        if (harmless := clean(self.input.value)) != self.input.value:
            self.input.value = harmless

    @on(Input.Submitted)
    def _tell_words(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(NoteWritten(self._note._replace(words=clean_line(event.value))))

    def action_leave(self) -> None:
        """Change nothing."""
        self.post_message(NoteLeft())
