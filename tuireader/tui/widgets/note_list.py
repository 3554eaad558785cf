"""Notes by place, each with the marked words and below them what the reader says; lost ones at the end."""

from rich.cells import cell_len
from rich.style import Style

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.domain.notes import Note, Notes
from tuireader.domain.span import Span
from tuireader.tui.messages import LineChosen
from tuireader.tui.rows import Part, shortened
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.context import first_words, last_words
from tuireader.typeset.painting import BOOKMARK, NOTE
from tuireader.typeset.wrap import wrap

_INDENT = 2
_CONTEXT = 40
_LONGEST = 300
"""Characters of the marked words that may be seen."""


class NoteList(RowList):
    """Shows notes, each on a row or more; the cursor goes from note to note, and Enter to its place in the text."""

    def __init__(self, document: Document) -> None:
        super().__init__(id="note-list")
        self.empty_text = "No notes yet: m marks what is selected, or where you are"
        self._document = document
        self._notes: list[tuple[Note, Span | None]] = []
        self._rows: list[tuple[int, str | None]] = []
        """Which note is on a row, and what of the reader's words; nothing where the marked words are."""

        self._firsts: list[int] = []
        """The first row of each note, where the cursor stands."""

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    @property
    def marked(self) -> Note | None:
        """The note under the cursor."""
        return self._notes[self._number][0] if self._notes else None

    def list_notes(self, notes: Notes) -> None:
        """List other notes; the cursor stays on its note, and where that is gone, where it is among them."""
        number, marked = self._number, self.marked
        self._notes = [*((note, span) for span, note in notes.placed), *((note, None) for note in notes.lost)]
        ids = [note.id for note, _ in self._notes]
        self._break_lines(ids.index(marked.id) if marked is not None and marked.id in ids else number)

    def mark(self, note: Note) -> None:
        """Put the cursor on a note."""
        self.cursor = self._firsts[[each.id for each, _ in self._notes].index(note.id)]

    def on_resize(self) -> None:
        """Break what the reader says for another width."""
        self._break_lines(self._number)

    def validate_cursor(self, row: int) -> int:
        """The cursor stands on the first row of a note."""
        return self._firsts[self._rows[row][0]] if 0 <= row < len(self._rows) else 0

    def watch_cursor(self) -> None:
        """Have all of the note in sight, as far as there is room for it."""
        following = self._number + 1
        self.show_row((self._firsts[following] if following < len(self._firsts) else len(self._rows)) - 1)
        super().watch_cursor()

    def count_rows(self) -> int:
        """How many rows the notes take."""
        return len(self._rows)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """The marked words and where they are, or what the reader says of them."""
        number, line = self._rows[row]
        if line is not None:
            return [(" " * _INDENT + line, self.ink("note"))], []
        note, place = self._notes[number]
        where = f"  {self._where(place, width // 3)}"
        sign = (f"{NOTE if note.words else BOOKMARK} ", self.ink("quiet" if place is None else "note"))
        return [sign, *self._words_of(note, place, width - _INDENT - cell_len(where))], [(where, self.ink("quiet"))]

    def _words_of(self, note: Note, place: Span | None, room: int) -> list[Part]:
        """The marked words, between those around them if there is room."""
        quiet = self.ink("quiet")
        if place is None:
            return [(shortened(clean_line(note.anchor.words[:_LONGEST]), room), quiet)]
        beginning = Span(place.start, min(place.end, place.start + _LONGEST))
        before, words, after = self._document.context(beginning, _CONTEXT)
        words = shortened(words, room)
        lead = last_words(before, (room - cell_len(words)) * 2 // 5, cell_len)
        rest = first_words(after, room - cell_len(words) - cell_len(lead), cell_len)
        return [(lead, quiet), (words, Style.null()), (rest, quiet)]

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows, to another note at least."""
        row = self._clamped(self.cursor + rows)
        if rows > 0 and self._firsts and self._rows[row][0] == self._number:
            row = self._firsts[min(self._number + 1, len(self._firsts) - 1)]
        self.cursor = row

    def action_choose(self) -> None:
        """Choose the place of the note under the cursor, if its words are there."""
        if self._notes and (place := self._notes[self._number][1]) is not None:
            self.post_message(LineChosen(place))

    @property
    def _number(self) -> int:
        """Which note is under the cursor."""
        return self._rows[self.cursor][0] if self._rows else 0

    def _break_lines(self, number: int) -> None:
        """Set all notes in rows, with the cursor on one of them."""
        room = max(1, self.scrollable_content_region.width - _INDENT)
        self._rows, self._firsts = [], []
        for each, (note, _) in enumerate(self._notes):
            self._firsts.append(len(self._rows))
            self._rows.append((each, None))
            self._rows += ((each, note.words[start:end]) for start, end in wrap(note.words, room, cell_len))
        self.rows_changed()
        self.cursor = self._firsts[min(number, len(self._firsts) - 1)] if self._firsts else 0

    def _where(self, place: Span | None, room: int) -> str:
        """Section and page of a note in some room, or that it is lost."""
        if place is None:
            return "lost"
        document = self._document
        number = document.page_at(place.start)
        page = f"  p. {number}" if number is not None else ""
        title = document.section_title_at(place.start)
        return (shortened(f"§ {title}", room - len(page)) if title else "") + page

    def _row_style(self, row: int) -> Style:
        """The rows of the note under the cursor look alike."""
        return super()._row_style(self.cursor if self._rows[row][0] == self._number else row)
