"""The notebook gives back every note it was given, also for another version of the same file."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tuireader.domain.anchor import Anchor
from tuireader.domain.document import DocumentId
from tuireader.domain.notes import Note
from tuireader.errors import NotebookError
from tuireader.settings import Settings
from tuireader.store.base import Bookmark, Recent
from tuireader.store.folders import open_notebook
from tuireader.store.notebook import SqliteNotebook

FIRST, SECOND, THIRD = DocumentId("1" * 64), DocumentId("2" * 64), DocumentId("3" * 64)
BOOK = "/books/b.txt"
OSLO = Note("a1", Anchor("Oslo", "sailed to ", "; Ada stayed", 30, 60), "a town, “perhaps”", 1_000.5)
ADA = Note("a2", Anchor("Ada"), "", 2_000.0)
HERE = Bookmark(120, 5_000, 1_000.5)

AS_IT_WAS = """
CREATE TABLE places (document TEXT PRIMARY KEY, position INTEGER, length INTEGER, at REAL) WITHOUT ROWID;
CREATE TABLE recent (path BLOB PRIMARY KEY, document TEXT, title TEXT, at REAL) WITHOUT ROWID;
INSERT INTO places VALUES ('{document}', 120, 5000, 1000.5);
INSERT INTO recent VALUES (X'2f62', '{document}', 'A book', 1000.5);
PRAGMA user_version = 2;
"""

WRITE = """
import sys
from pathlib import Path
from tuireader.domain.document import DocumentId
from tuireader.domain.anchor import Anchor
from tuireader.domain.notes import Note
from tuireader.errors import NotebookError
from tuireader.store.notebook import SqliteNotebook
notebook, reader = SqliteNotebook(Path(sys.argv[1])), sys.argv[2]
for number in range(25):
    note = Note(f"{reader}-{number}", Anchor("words"), "", float(number))
    for _ in range(50):
        try:
            notebook.keep_note(DocumentId("shared"), "/books/shared", note)
            break
        except NotebookError:
            continue
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notebook.db"


@pytest.fixture
def notebook(path: Path) -> SqliteNotebook:
    return SqliteNotebook(path)


def test_notes_are_kept_whole_and_come_oldest_first(notebook: SqliteNotebook, path: Path) -> None:
    for note in (ADA, OSLO):
        notebook.keep_note(FIRST, BOOK, note)
    assert SqliteNotebook(path).notes(FIRST, "") == (OSLO, ADA)


def test_another_document_has_notes_of_its_own(notebook: SqliteNotebook) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    assert notebook.notes(SECOND, "/books/c.txt") == ()
    assert notebook.notes(SECOND, "") == ()


def test_a_note_in_other_words_replaces_itself(notebook: SqliteNotebook) -> None:
    changed = OSLO._replace(words="a city")
    for note in (OSLO, changed):
        notebook.keep_note(FIRST, BOOK, note)
    assert notebook.notes(FIRST, BOOK) == (changed,)


def test_a_note_that_is_dropped_is_gone_and_can_be_kept_again(notebook: SqliteNotebook) -> None:
    for note in (OSLO, ADA):
        notebook.keep_note(FIRST, BOOK, note)
    notebook.drop_note(OSLO)
    assert notebook.notes(FIRST, BOOK) == (ADA,)
    notebook.keep_note(FIRST, BOOK, OSLO)
    assert notebook.notes(FIRST, BOOK) == (OSLO, ADA)


def test_a_new_version_of_a_file_has_the_notes_of_the_former_ones(notebook: SqliteNotebook) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    notebook.keep_note(SECOND, BOOK, ADA)
    assert notebook.notes(THIRD, BOOK) == (OSLO, ADA)
    assert notebook.notes(FIRST, BOOK) == (OSLO, ADA)


def test_a_file_that_was_changed_and_then_moved_keeps_its_notes(notebook: SqliteNotebook) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    assert notebook.notes(SECOND, BOOK) == (OSLO,)
    assert notebook.notes(SECOND, "/elsewhere/b.txt") == (OSLO,)


def test_a_file_that_was_moved_and_then_changed_keeps_its_notes(notebook: SqliteNotebook) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    assert notebook.notes(FIRST, "/elsewhere/b.txt") == (OSLO,)
    assert notebook.notes(SECOND, "/elsewhere/b.txt") == (OSLO,)


def test_a_document_without_notes_leaves_nothing_behind(notebook: SqliteNotebook, path: Path) -> None:
    notebook.notes(FIRST, BOOK)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM versions").fetchone() == (0,)


def test_any_name_of_a_file_may_have_notes(notebook: SqliteNotebook) -> None:
    strange = "/books/\udcff\n.txt"
    notebook.keep_note(FIRST, strange, OSLO)
    assert notebook.notes(SECOND, strange) == (OSLO,)


def test_nothing_harmful_comes_out_of_a_notebook(notebook: SqliteNotebook) -> None:
    notebook.keep_note(
        FIRST, BOOK, Note("a", Anchor("x\x1b[31m", "\x9b", "\u202e", 3, 9), "two\nlines\x1b]52;c\x07 \udcff", 1.0)
    )
    (note,) = notebook.notes(FIRST, BOOK)
    told = "".join((note.words, note.anchor.words, note.anchor.before, note.anchor.behind))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\n", "\udcff"} & set(told)


def test_a_notebook_from_before_notes_loses_nothing(notebook: SqliteNotebook, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(AS_IT_WAS.format(document=FIRST))
    notebook.keep_note(FIRST, BOOK, OSLO)
    assert (notebook.bookmark(FIRST), len(notebook.recent())) == (HERE, 1)
    assert notebook.notes(FIRST, "") == (OSLO,)


def test_a_notebook_of_a_newer_version_is_left_alone(notebook: SqliteNotebook, path: Path) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(NotebookError, match="your note is not kept: a newer tuireader made the notebook"):
        notebook.keep_note(FIRST, BOOK, ADA)
    with pytest.raises(NotebookError, match="your notes are not kept: a newer tuireader"):
        notebook.notes(FIRST, BOOK)
    assert path.read_bytes() == before


def test_notes_can_be_read_while_another_program_writes(notebook: SqliteNotebook, path: Path) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert notebook.notes(SECOND, BOOK) == (OSLO,)
        with pytest.raises(NotebookError, match="your note is not kept: another program holds"):
            notebook.keep_note(FIRST, BOOK, ADA)


@pytest.mark.parametrize(
    "damage",
    ["at = 'x'", "at = NULL", "at = -1e300", "at = 9e99", "start = -1", "length = 2", "words = X'00'", "note = NULL"],
)
def test_a_note_that_cannot_be_is_none(notebook: SqliteNotebook, path: Path, damage: str) -> None:
    notebook.keep_note(FIRST, BOOK, OSLO)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE notes SET {damage}")
    assert notebook.notes(FIRST, BOOK) == ()


@pytest.mark.parametrize("seed", range(30))
def test_damage_anywhere_never_stops_a_reader(path: Path, seed: int) -> None:
    notebook, chance = SqliteNotebook(path), random.Random(seed)
    for number in range(40):
        notebook.keep_note(FIRST, BOOK, OSLO._replace(id=str(number)))
    data = bytearray(path.read_bytes())
    first = chance.randrange(len(data))
    for place in range(first, min(len(data), first + chance.choice([1, 16, 4_000]))):
        data[place] = chance.randrange(256)
    path.write_bytes(data)
    for _ in range(4):
        with suppress(NotebookError):
            notebook.notes(FIRST, BOOK)
            notebook.keep_note(SECOND, "/books/c.txt", ADA)
            notebook.add_recent(Recent(BOOK, FIRST, "", 1.0))
    assert ADA in notebook.notes(SECOND, "/books/c.txt")


def test_several_programs_at_once_lose_no_note(path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITE, str(path), str(number)]) for number in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    notes = SqliteNotebook(path).notes(DocumentId("shared"), "")
    assert len({note.id for note in notes}) == 4 * 25


def test_where_nothing_is_remembered_there_are_no_notes(tmp_path: Path) -> None:
    notebook = open_notebook(Settings(data_folder=tmp_path / "data", is_private=True))
    notebook.keep_note(FIRST, BOOK, OSLO)
    notebook.drop_note(OSLO)
    assert (notebook.is_lasting, notebook.notes(FIRST, BOOK), (tmp_path / "data").exists()) == (False, (), False)


def test_looking_for_notes_makes_no_notebook(tmp_path: Path) -> None:
    notebook = open_notebook(Settings(data_folder=tmp_path / "data"))
    assert (notebook.is_lasting, notebook.notes(FIRST, BOOK), (tmp_path / "data").exists()) == (True, (), False)
