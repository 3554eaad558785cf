"""A notepad writes every note, if need be later, and reads those of former versions of the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.domain.anchor import anchor_of
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.notes import Note, Notes
from tuireader.domain.span import Span
from tuireader.engine.notepad import Notepad
from tuireader.errors import NotebookError
from tuireader.store.base import NoNotebook
from tuireader.store.notebook import SqliteNotebook

TEXT = "Ada met Bo. It rained."
FIRST, SECOND = DocumentId("1"), DocumentId("2")
BOOK = "/books/b.txt"
ADA = Note("a", anchor_of(TEXT, Span(0, 3)), "who?", 1.0)
RAIN = Note("b", anchor_of(TEXT, Span(12, 21)), "", 2.0)
LOCKED = "your note is not kept: another program holds the notebook"


class PatientKeeper:
    """Does all work at once, here."""

    def do(self, work: Callable[[], None]) -> None:
        work()


class SlowKeeper:
    """Never finds time."""

    def do(self, work: Callable[[], None]) -> None:
        """Let it wait."""


class LockedNotebook(SqliteNotebook):
    """Held by another program for some time."""

    refusals = 0
    readings = 0
    is_unreadable = False

    def notes(self, document: DocumentId, path: str) -> tuple[Note, ...]:
        self.readings += 1
        if self.is_unreadable:
            raise NotebookError(LOCKED)
        return super().notes(document, path)

    def keep_note(self, document: DocumentId, path: str, note: Note) -> None:
        if self.refusals:
            self.refusals -= 1
            raise NotebookError(LOCKED)
        super().keep_note(document, path, note)


@pytest.fixture
def notebook(tmp_path: Path) -> LockedNotebook:
    return LockedNotebook(tmp_path / "notebook.db")


def document(text: str = TEXT) -> Document:
    return Document(FIRST, "", text, (), ())


def looked_up(notepad: Notepad, text: str = TEXT) -> Notes:
    notepad.look(document(text), lambda: None, print)
    return notepad.take_news().notes


def test_a_note_is_written_at_once(notebook: LockedNotebook) -> None:
    notepad = Notepad(notebook, FIRST, BOOK, PatientKeeper())
    notepad.keep(ADA, print)
    assert notebook.notes(FIRST, "") == (ADA,)
    notepad.drop(ADA, print)
    assert notebook.notes(FIRST, "") == ()


def test_notes_are_found_in_a_changed_text(notebook: LockedNotebook) -> None:
    for note in (ADA, RAIN):
        Notepad(notebook, FIRST, BOOK, PatientKeeper()).keep(note, print)
    notes = looked_up(Notepad(notebook, SECOND, BOOK, PatientKeeper()), "So Ada met Bo. It snowed.")
    assert ([each.span for each in notes.placed], notes.lost) == ([Span(3, 6)], (RAIN,))


def test_where_there_are_none_nothing_is_told(notebook: LockedNotebook) -> None:
    told: list[str] = []
    Notepad(notebook, FIRST, BOOK, PatientKeeper()).look(document(), lambda: told.append("news"), told.append)
    assert told == []


def test_a_note_that_cannot_be_written_is_told_and_written_the_next_time(notebook: LockedNotebook) -> None:
    notepad, told = Notepad(notebook, FIRST, BOOK, PatientKeeper()), list[str]()
    notebook.refusals = 1
    notepad.keep(ADA, told.append)
    assert (told, notebook.notes(FIRST, "")) == ([LOCKED], ())
    notepad.write_soon(told.append)
    assert (len(told), notebook.notes(FIRST, "")) == (1, (ADA,))


def test_of_several_words_for_one_note_the_last_are_written(notebook: LockedNotebook) -> None:
    notepad = Notepad(notebook, FIRST, BOOK, SlowKeeper())
    notepad.keep(RAIN, print)
    notepad.keep(ADA, print)
    notepad.drop(RAIN, print)
    assert notebook.notes(FIRST, "") == ()
    notepad.close()
    assert notebook.notes(FIRST, "") == (ADA,)


def test_whoever_closes_a_document_waits_a_little_for_the_notebook(notebook: LockedNotebook) -> None:
    notepad = Notepad(notebook, FIRST, BOOK, SlowKeeper())
    notebook.refusals = 2
    notepad.keep(ADA, print)
    notepad.close()
    assert notebook.notes(FIRST, "") == (ADA,)


def test_a_note_that_can_never_be_written_is_told_in_the_end(notebook: LockedNotebook) -> None:
    notepad = Notepad(notebook, FIRST, BOOK, SlowKeeper())
    notebook.refusals = 99
    notepad.keep(ADA, print)
    with pytest.raises(NotebookError, match="your note is not kept"):
        notepad.close()


def test_notes_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    path, told = tmp_path / "notebook.db", list[str]()
    path.write_bytes(b"no database" * 900)
    Notepad(SqliteNotebook(path), FIRST, "", PatientKeeper()).look(document(), lambda: None, told.append)
    assert told == ["the notebook was damaged: it is now notebook-damaged-1.db"]


def test_what_is_secret_or_private_has_no_notes(notebook: LockedNotebook) -> None:
    secret = Notepad(notebook, FIRST, BOOK, PatientKeeper(), is_secret=True)
    private = Notepad(NoNotebook(), FIRST, BOOK, PatientKeeper())
    open_to_all = Notepad(notebook, FIRST, BOOK, PatientKeeper())
    assert [each.refusal for each in (secret, private, open_to_all)] == [
        "locked documents keep no notes",
        "--private keeps no notes",
        "",
    ]


@pytest.fixture
def pads(notebook: LockedNotebook) -> tuple[Notepad, Notepad]:
    """Those of two readers of one document, who both have looked at it."""
    one, other = (Notepad(notebook, FIRST, BOOK, PatientKeeper()) for _ in range(2))
    for pad in (one, other):
        looked_up(pad)
    return one, other


def test_what_another_reader_notes_is_news_once(pads: tuple[Notepad, Notepad]) -> None:
    one, other = pads
    one.keep(ADA, print)
    assert list(looked_up(other)) == [ADA]
    assert list(looked_up(other)) == []
    assert list(looked_up(one)) == []


def test_what_another_reader_drops_or_says_otherwise_is_news(pads: tuple[Notepad, Notepad]) -> None:
    one, other = pads
    one.keep(ADA, print)
    one.keep(RAIN, print)
    looked_up(other)
    changed = ADA._replace(words="that one")
    one.keep(changed, print)
    one.drop(RAIN, print)
    other.look(document(), lambda: None, print)
    news = other.take_news()
    assert (list(news.notes), news.gone) == ([changed], frozenset({RAIN.id}))


def test_what_the_reader_has_changed_himself_is_no_news(notebook: LockedNotebook) -> None:
    one = Notepad(notebook, FIRST, BOOK, PatientKeeper())
    other = Notepad(notebook, FIRST, BOOK, PatientKeeper())
    for note in (ADA, RAIN):
        one.keep(note, print)
    looked_up(other)
    one.keep(ADA._replace(words="one"), print)
    one.drop(RAIN, print)
    other.look(document(), lambda: None, print)
    mine = ADA._replace(words="mine")
    other.keep(mine, print)
    other.keep(RAIN, print)
    news = other.take_news()
    assert (list(news.notes), news.gone) == ([], frozenset())
    assert list(looked_up(one)) == [mine, RAIN]


def test_what_waits_to_be_written_is_not_lost_to_news(notebook: LockedNotebook) -> None:
    one, other = (Notepad(notebook, FIRST, BOOK, PatientKeeper()) for _ in range(2))
    one.keep(ADA, print)
    looked_up(other)
    notebook.refusals = 1
    mine = ADA._replace(words="mine")
    other.keep(mine, print)
    one.drop(ADA, print)
    other.look(document(), lambda: None, print)
    assert other.take_news().gone == frozenset()
    other.close()
    assert notebook.notes(FIRST, BOOK) == (mine,)


def test_what_could_not_be_read_is_news_the_next_time(pads: tuple[Notepad, Notepad], notebook: LockedNotebook) -> None:
    one, other = pads
    looked_up(other)
    one.keep(RAIN, print)
    notebook.is_unreadable = True
    for _ in range(3):
        assert not list(looked_up(other))
    notebook.is_unreadable = False
    assert list(looked_up(other)) == [RAIN]


def test_looking_costs_no_reading_while_nothing_is_written(notebook: LockedNotebook) -> None:
    notepad = Notepad(notebook, FIRST, BOOK, PatientKeeper())
    notepad.keep(ADA, print)
    for _ in range(9):
        looked_up(notepad)
    assert notebook.readings == 2
