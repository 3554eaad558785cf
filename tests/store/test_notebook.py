"""The notebook gives back every place it was given, and says in a few words when it cannot."""

import os
import random
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tuireader.domain.actor import ActorKind
from tuireader.domain.correction import Deed, Known, Merge, Reject
from tuireader.domain.document import DocumentId
from tuireader.domain.history import Taken, Way
from tuireader.errors import NotebookError
from tuireader.store.base import Bookmark, Recent
from tuireader.store.notebook import SqliteNotebook

BOOK, LETTER = DocumentId("b" * 64), DocumentId("c" * 64)
HERE = Bookmark(120, 5_000, 1_000.5)
OPENED = Recent("/books/b.txt", BOOK, "A book", 1_000.0)

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

AS_AT_FIRST = """
CREATE TABLE places (document TEXT PRIMARY KEY, position INTEGER, length INTEGER, at REAL) WITHOUT ROWID;
INSERT INTO places VALUES ('{book}', 120, 5000, 1000.5);
PRAGMA user_version = 1;
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notebook.db"


@pytest.fixture
def notebook(path: Path) -> SqliteNotebook:
    return SqliteNotebook(path)


def refusal(notebook: SqliteNotebook) -> str:
    with pytest.raises(NotebookError) as caught:
        notebook.remember(BOOK, HERE)
    return str(caught.value)


def test_a_place_is_remembered(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    assert SqliteNotebook(path).bookmark(BOOK) == HERE


def test_another_document_has_a_place_of_its_own(notebook: SqliteNotebook) -> None:
    notebook.remember(BOOK, HERE)
    assert notebook.bookmark(LETTER) is None


def test_the_latest_place_counts_in_whatever_order_they_come(notebook: SqliteNotebook) -> None:
    later = Bookmark(7, 5_000, 2_000.0)
    for bookmark in (HERE, later, HERE):
        notebook.remember(BOOK, bookmark)
    assert notebook.bookmark(BOOK) == later


def test_a_share_is_how_far_into_the_text_a_place_is() -> None:
    assert [Bookmark(offset, length, 0.0).share for offset, length in ((0, 0), (1, 4), (9, 4))] == [0.0, 0.25, 1.0]


def test_recent_documents_come_latest_first_with_their_places(notebook: SqliteNotebook) -> None:
    letter = Recent("/books/c.md", LETTER, "A letter", 3_000.0)
    for recent in (letter, OPENED):
        notebook.add_recent(recent)
    notebook.remember(BOOK, HERE)
    assert [(each.path, each.title, each.share) for each in notebook.recent()] == [
        ("/books/c.md", "A letter", 0.0),
        ("/books/b.txt", "A book", 0.024),
    ]


def test_a_document_that_is_opened_again_is_listed_once(notebook: SqliteNotebook) -> None:
    for at in (1.0, 2.0):
        notebook.add_recent(Recent("/books/b.txt", BOOK, "A book", at))
    assert [each.at for each in notebook.recent()] == [2.0]


def test_the_list_of_recent_documents_ends_somewhere(notebook: SqliteNotebook) -> None:
    for number in range(103):
        notebook.add_recent(Recent(f"/books/{number}", BOOK, "", float(number)))
    recent = notebook.recent()
    assert (len(recent), recent[0].path, recent[-1].path) == (100, "/books/102", "/books/3")


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
@pytest.mark.parametrize("name", [b"/books/\xff.txt", "/books/Zoë\n.txt".encode()])
def test_any_name_of_a_file_is_kept_as_it_is(notebook: SqliteNotebook, name: bytes) -> None:
    notebook.add_recent(Recent(os.fsdecode(name), BOOK, "A book", 1.0))
    assert os.fsencode(notebook.recent()[0].path) == name


def test_a_notebook_of_the_first_version_loses_nothing(notebook: SqliteNotebook, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(AS_AT_FIRST.format(book=BOOK))
    notebook.add_recent(OPENED)
    assert (notebook.bookmark(BOOK), len(notebook.recent())) == (HERE, 1)


def test_a_notebook_of_a_newer_version_is_left_alone(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    assert "newer" in refusal(notebook)
    assert path.read_bytes() == before


def test_a_notebook_that_is_locked_is_told_soon(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(notebook) == "your place is not kept: another program holds the notebook"


def test_places_can_be_looked_up_while_another_process_writes(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM places")
        assert notebook.bookmark(BOOK) == HERE


@pytest.mark.parametrize("content", [b"no database" * 900, b"SQLite format 3\0" + bytes(90) * 99])
def test_a_damaged_notebook_is_put_aside_and_a_new_one_begun(
    notebook: SqliteNotebook, path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert refusal(notebook) == "the notebook was damaged: it is now notebook-damaged-1.db"
    notebook.remember(BOOK, HERE)
    assert notebook.bookmark(BOOK) == HERE
    assert path.with_name("notebook-damaged-1.db").read_bytes() == content


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_costs_no_more_than_what_was_damaged(path: Path, seed: int) -> None:
    notebook, chance = SqliteNotebook(path), random.Random(seed)
    notebook.remember(BOOK, HERE)
    notebook.add_recent(OPENED)
    data = bytearray(path.read_bytes())
    first = chance.randrange(len(data)) if seed % 3 else chance.randrange(200)
    for place in range(first, min(len(data), first + chance.choice([1, 16, 4_000]))):
        data[place] = chance.randrange(256)
    path.write_bytes(data[: chance.randrange(len(data))] if seed % 5 == 0 else data)
    for _ in range(4):
        with suppress(NotebookError):
            notebook.bookmark(BOOK)
            notebook.recent()
            notebook.add_recent(OPENED)
            notebook.remember(LETTER, HERE)
    assert notebook.bookmark(LETTER) == HERE
    assert OPENED.path in [each.path for each in notebook.recent()]


def test_a_second_damaged_notebook_does_not_replace_the_first(notebook: SqliteNotebook, path: Path) -> None:
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(b"no database" * number * 900)
        assert f"notebook-damaged-{number}.db" in refusal(notebook)
    assert (
        path.with_name("notebook-damaged-1.db").stat().st_size < path.with_name("notebook-damaged-2.db").stat().st_size
    )


def test_a_place_that_cannot_be_is_none(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    for values in ("position = 'x'", "position = -5", "position = 9999, length = 10", "length = NULL"):
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"UPDATE places SET {values}")
        assert notebook.bookmark(BOOK) is None


@pytest.mark.parametrize("name", ["file/notebook.db", "folder"])
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    assert refusal(SqliteNotebook(tmp_path / name)).startswith("your place is not kept: ")


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="nothing is forbidden to this user")
def test_a_folder_that_cannot_be_written_is_told(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    told = refusal(notebook)
    path.parent.chmod(0o700)
    assert told == "your place is not kept: its folder cannot be written"


def test_many_readers_at_once_lose_nothing(path: Path) -> None:
    documents = [[DocumentId(f"{reader}-{number}") for number in range(10)] for reader in range(4)]

    def read(own: list[DocumentId]) -> None:
        for document in own:
            SqliteNotebook(path).remember(document, HERE)

    threads = [threading.Thread(target=read, args=[own]) for own in documents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {SqliteNotebook(path).bookmark(each) for own in documents for each in own} == {HERE}


@pytest.mark.skipif(os.name == "nt", reason="no such permissions on Windows")
def test_only_its_owner_may_look_into_it(notebook: SqliteNotebook, path: Path) -> None:
    notebook.remember(BOOK, HERE)
    assert [each.stat().st_mode & 0o077 for each in (path.parent, path)] == [0, 0]


NO_LIGHT = Reject(Known(ActorKind.PERSON, "the Light"))
ADA_IS_BO = Merge(Known(ActorKind.PERSON, "Ada"), Known(ActorKind.PERSON, "Bo"))


def test_corrections_come_back_in_their_order(notebook: SqliteNotebook, path: Path) -> None:
    deeds: list[Deed] = [NO_LIGHT, Taken(Way.UNDO, NO_LIGHT), ADA_IS_BO, Taken(Way.REDO, NO_LIGHT)]
    for deed in deeds:
        notebook.correct(BOOK, "/books/b.txt", deed)
    assert SqliteNotebook(path).corrections(BOOK, "/books/b.txt") == tuple(deeds)


def test_corrections_are_found_by_what_is_in_a_file_and_by_where_it_is(notebook: SqliteNotebook) -> None:
    notebook.correct(BOOK, "/books/b.txt", NO_LIGHT)
    assert notebook.corrections(BOOK, "/moved/b.txt") == (NO_LIGHT,)
    assert notebook.corrections(LETTER, "/books/b.txt") == (NO_LIGHT,)
    assert notebook.corrections(DocumentId("e" * 64), "/books/c.txt") == ()


def test_corrections_hold_however_a_file_is_changed_and_moved(notebook: SqliteNotebook) -> None:
    notebook.correct(BOOK, "/books/b.txt", NO_LIGHT)
    changed = DocumentId("d" * 64)
    for document, path in ((changed, "/books/b.txt"), (changed, "/moved.txt"), (LETTER, "/moved.txt")):
        assert notebook.corrections(document, path) == (NO_LIGHT,)
    notebook.correct(LETTER, "/moved.txt", ADA_IS_BO)
    assert notebook.corrections(LETTER, "/copied.txt") == (NO_LIGHT, ADA_IS_BO)


def test_what_was_piped_in_has_no_other_version(notebook: SqliteNotebook) -> None:
    notebook.correct(BOOK, "", NO_LIGHT)
    assert notebook.corrections(BOOK, "") == (NO_LIGHT,)
    assert notebook.corrections(LETTER, "") == ()


def test_a_correction_that_cannot_be_understood_is_passed_over_and_kept(notebook: SqliteNotebook, path: Path) -> None:
    notebook.correct(BOOK, "", NO_LIGHT)
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO corrections (document, entry, at) VALUES (?, 'x = ', 'y')", [BOOK])
        database.commit()
        notebook.correct(BOOK, "", ADA_IS_BO)
        assert notebook.corrections(BOOK, "") == (NO_LIGHT, ADA_IS_BO)
        assert database.execute("SELECT count(*) FROM corrections").fetchone() == (3,)


def test_readers_who_correct_at_the_same_time_lose_nothing(path: Path) -> None:
    def correct(number: int) -> None:
        name = Known(ActorKind.PERSON, f"reader {number}")
        for _ in range(10):
            SqliteNotebook(path).correct(BOOK, "", Reject(name))

    threads = [threading.Thread(target=correct, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(SqliteNotebook(path).corrections(BOOK, "")) == 30
