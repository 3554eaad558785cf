"""What a reader keeps of a text: marks with or without words, and copies that say where they come from."""

import os
import time
from dataclasses import replace
from functools import partial

from textual import on
from textual.reactive import reactive
from textual.timer import Timer

from tuireader.domain.anchor import anchor_of
from tuireader.domain.document import Document
from tuireader.domain.notes import Note, Notes
from tuireader.domain.span import Span
from tuireader.engine.notepad import Notepad
from tuireader.tui.keys import hint
from tuireader.tui.messages import Noted, NoteDropped, NoteLeft, NotesChanged, NotesFound, NoteWritten
from tuireader.tui.rows import shortened
from tuireader.tui.screens.mender import Mender
from tuireader.tui.widgets.key_line import KeyLine
from tuireader.tui.widgets.paragraph_view import ParagraphView

_MOMENT = 4.0
"""Seconds for which something is said."""

_LONGEST = 4_000
"""Characters that one note can mark."""

_TOLD = 24
"""Cells of copied words that are said at most."""

_TELLING = 38
"""Cells of the line at the top that cannot be had for them."""


class Noting(Mender):
    """Marks what the reader points at, and hands it to the notepad of the document."""

    note: reactive[str] = reactive("", repaint=False)

    def __init__(self, notepad: Notepad | None = None) -> None:
        """Keep notes on a notepad; without any, as long as a document is on its way, there are none."""
        super().__init__()
        self.notepad = notepad
        self._said = self._unsaid = ""
        self._moment: Timer | None = None

    def take_notepad(self, notepad: Notepad) -> None:
        """Another document is shown: what was being written is not for this one."""
        self.notepad = notepad
        if self.is_noting:
            self.post_message(NoteLeft())

    async def action_write_note(self) -> None:
        """Mark what is selected, else the mention or hit that the reader is at, else the passage at the top."""
        if self._is_refused():
            return
        if self.is_noting:
            self.set_focus(self.query_one("NoteLine Input"))
            return
        place, notes = self._pointed_at(), self.state.notes
        if not place:
            self.say("there are no words here to mark")
            return
        if self.selected is not None and len(self.selected) > _LONGEST:
            self.say(f"one note marks {_LONGEST:,} characters at most")
        known = notes.at(place) if place == self.state.current else notes.holding(place)
        anchor = anchor_of(self.state.document.text, place)
        await self._open_line(known or Note(os.urandom(8).hex(), anchor, "", time.time()))

    def action_open_notes(self) -> None:
        """Show all notes of the document."""
        from tuireader.tui.screens.notes import NotesScreen  # noqa: PLC0415 - rarely needed, never at the start

        if not self._is_refused():
            self.app.push_screen(NotesScreen(self.state, self.post_message, self.keys), self._leave_card)

    def action_copy_with_source(self) -> None:
        """Copy what is selected, else the paragraph that the reader is at, and below it where it comes from."""
        from tuireader.domain.passages import as_read, source_of  # noqa: PLC0415 - rarely needed, never at the start

        document = self.state.document
        place = self.selected or self._paragraph_here()
        words = as_read(document, place) if document.paragraphs else ""
        if not words:
            self.say("there are no words here to copy")
            return
        self.app.copy_to_clipboard(f"{words}\n{source_of(document, place.start)}")
        room = min(_TOLD, self.size.width - _TELLING)
        self.say(f"copied with its source: “{shortened(' '.join(words.split()), room)}”")

    def say(self, words: str) -> None:
        """Say something in the line at the top for a moment, and then again what stood there before."""
        if self.note != self._said:
            self._unsaid = self.note
        self._said = self.note = words
        end = Noted(self.state.document, self._unsaid, instead_of=words)
        if self._moment is not None:
            self._moment.stop()
        self._moment = self.set_timer(_MOMENT, partial(self.post_message, end))

    @property
    def is_noting(self) -> bool:
        """Whether a note is being written."""
        return self.has_class("-noting")

    @on(NotesFound)
    def _take_notes(self, message: NotesFound) -> None:
        """Show the notes that were kept before, or what another reader of the document made of them meanwhile."""
        if self.notepad is not None and message.document is self.state.document:
            notes, gone = self.notepad.take_news()
            if not self.state.notes and notes.are_of_another_text:
                self.say(f"{hint(self.keys, 'notes.open')} keeps your notes on another text")
            self._show_notes(self.state.notes.joined(notes, gone))

    @on(NoteWritten)
    async def _keep_note(self, message: NoteWritten) -> None:
        is_known = message.note.id in {note.id for note in self.state.notes}
        self._show_notes(self.state.notes.having(message.note, self.state.document.text))
        if self.notepad is not None:
            self.notepad.keep(message.note, partial(self._tell, self.state.document))
        self.clear_selection()
        await self._close_line()
        if not is_known:
            self.say(f"kept: {hint(self.keys, 'notes.open')} lists your notes")

    @on(NoteDropped)
    def _drop_note(self, message: NoteDropped) -> None:
        self._show_notes(self.state.notes.without(message.note))
        if self.notepad is not None:
            self.notepad.drop(message.note, partial(self._tell, self.state.document))

    @on(NoteLeft)
    async def _leave_note(self) -> None:
        await self._close_line()

    def _show_notes(self, notes: Notes) -> None:
        """Show other notes, also in the list that may lie over the text."""
        self.state = replace(self.state, notes=notes)
        self.app.screen.post_message(NotesChanged(notes))

    def _is_refused(self) -> bool:
        """Say why there can be no notes, if that is so."""
        refusal = "no notes before the document is there" if self.notepad is None else self.notepad.refusal
        if refusal:
            self.say(refusal)
        return bool(refusal)

    async def _open_line(self, note: Note) -> None:
        """Show the line for a note and give it the keys."""
        from tuireader.tui.widgets.note_line import NoteLine  # noqa: PLC0415 - rarely needed, never at the start

        line = NoteLine(note)
        self.add_class("-noting")
        await self.mount(line, before=self.query_one(KeyLine))
        self.set_focus(line.input)

    async def _close_line(self) -> None:
        if self.is_noting:
            self.remove_class("-noting")
            self.set_focus(self._text_pane)
            await self.query("NoteLine").remove()

    def _pointed_at(self) -> Span:
        """The words that a mark is for; empty if there are none."""
        from tuireader.domain.passages import passage_at, whole_words  # noqa: PLC0415

        document, current = self.state.document, self.state.current
        if current is not None and self.selected is None:
            return current
        place = self.selected or passage_at(document, self.state.place.offset)
        return whole_words(document.text, Span(place.start, min(place.end, place.start + _LONGEST)))

    def _paragraph_here(self) -> Span:
        """The paragraph of the mention or hit that the reader is at, else the one at the top."""
        document, current = self.state.document, self.state.current
        if not document.paragraphs:
            return Span(0, 0)
        offset = self.state.place.offset if current is None else current.start
        return document.paragraphs[document.paragraph_at(offset)].span

    def _tell(self, document: Document, words: str) -> None:
        """Say from another thread what became of a note."""
        self.post_message(Noted(document, words))

    @property
    def _text_pane(self) -> ParagraphView:
        return self.query_one(ParagraphView)
