"""The notebook: a file of SQLite with what a reader would miss."""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tuireader.domain.document import DocumentId
from tuireader.domain.notes import Note
from tuireader.errors import NotebookError
from tuireader.store import mended, notes
from tuireader.store.base import Bookmark, Edition, Recent
from tuireader.store.places import edition_of, make_room
from tuireader.store.versions import VERSION_STEP

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed

T = TypeVar("T")

_PATIENCE = 0.4
"""Seconds to wait while another process holds the notebook."""

_MOST_RECENT = 100

_STEPS = (
    """
    CREATE TABLE IF NOT EXISTS places (document TEXT PRIMARY KEY, position INTEGER, length INTEGER, at REAL)
    WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS recent (path BLOB PRIMARY KEY, document TEXT, title TEXT, at REAL) WITHOUT ROWID
    """,
    mended.CORRECTION_STEP,
    """
    CREATE TABLE IF NOT EXISTS limits (document TEXT PRIMARY KEY, furthest INTEGER) WITHOUT ROWID
    """,
    notes.NOTE_STEP,
    VERSION_STEP,
    """
    CREATE TABLE IF NOT EXISTS choices (name TEXT PRIMARY KEY, value ANY) WITHOUT ROWID
    """,
)
"""How a notebook of each version becomes one of the next; these are only ever added to."""

_STRANGEST = 1_000
"""A version above this one was never given: the number is damaged."""

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""No database, a broken one, or one with other tables than ours."""

_PLACE = "SELECT position, length, at, furthest FROM places LEFT JOIN limits USING (document) WHERE document = ?"
_REMEMBER = """
INSERT INTO places VALUES (?, ?, ?, ?) ON CONFLICT (document) DO UPDATE
SET position = excluded.position, length = excluded.length, at = excluded.at WHERE excluded.at >= at"""
_LIMIT = "INSERT OR REPLACE INTO limits VALUES (?, ?)"
_RECENT = """
SELECT path, document, title, recent.at, position, length FROM recent LEFT JOIN places USING (document)
ORDER BY recent.at DESC"""
_FORGET_OLDEST = """
DELETE FROM recent WHERE path NOT IN (SELECT path FROM recent ORDER BY at DESC LIMIT ?)"""

_CHOOSE = "INSERT OR REPLACE INTO choices VALUES (?, ?)"

_PLACE_LOST = "your place is not kept"
_CORRECTION_LOST = "your correction is not kept"
_NOTE_LOST = "your note is not kept"
_CHOICE_LOST = "the look is not kept"


class SqliteNotebook:
    """Places, recent documents, corrections, notes, and how the reader wants it all to look.

    Each call opens the file anew, so that any thread may call and nothing stays locked.
    A damaged file is put aside under another name, never deleted; one of a newer version is not touched.
    """

    is_lasting = True

    def __init__(self, path: Path) -> None:
        self._path = path

    def edition(self) -> Edition:
        """How its files look from outside: otherwise whenever something was written."""
        return edition_of(self._path)

    def bookmark(self, document: DocumentId) -> Bookmark | None:
        """Where a document was left, under whatever path."""
        row = self._do(lambda database: database.execute(_PLACE, [document]).fetchone())
        return _bookmark(*row) if row else None

    def remember(self, document: DocumentId, bookmark: Bookmark) -> None:
        """Where a document is left, unless a later place is known."""
        row = (document, bookmark.offset, bookmark.length, bookmark.at)

        def remember(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            database.execute(_REMEMBER, row)
            database.execute(_LIMIT, (document, bookmark.limit))
            database.execute("COMMIT")

        self._do(remember)

    def add_recent(self, recent: Recent) -> None:
        """A document was opened."""
        title = recent.title.encode("utf-8", "replace").decode()
        row = (os.fsencode(recent.path), recent.document, title, recent.at)

        def add(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT OR REPLACE INTO recent VALUES (?, ?, ?, ?)", row)
            database.execute(_FORGET_OLDEST, [_MOST_RECENT])
            database.execute("COMMIT")

        self._do(add)

    def recent(self) -> tuple[Recent, ...]:
        """The documents that were opened, the latest first."""
        rows = self._do(lambda database: database.execute(_RECENT).fetchall())
        return tuple(recent for row in rows if (recent := _recent(row)) is not None)

    def corrections(self, document: DocumentId, source: str) -> "tuple[Deed, ...]":
        """What was corrected of a document, and of other versions of the file at its path."""
        return self._do(partial(mended.corrections_of, document=document, path=source), "corrections are not known")

    def correct(self, document: DocumentId, source: str, deed: "Deed") -> None:
        """Add to what was corrected; nothing is ever taken out."""
        self._do(partial(mended.keep_correction, document=document, path=source, deed=deed), _CORRECTION_LOST)

    def notes(self, document: DocumentId, path: str) -> tuple[Note, ...]:
        """The notes of a document, and of other versions of the file at its path."""
        return self._do(partial(notes.notes_of, document=document, path=path), "your notes are not kept")

    def keep_note(self, document: DocumentId, path: str, note: Note) -> None:
        """Keep a note, instead of what it was before."""
        self._do(partial(notes.keep_note, document=document, path=path, note=note), _NOTE_LOST)

    def drop_note(self, note: Note) -> None:
        """Keep a note no longer."""
        self._do(partial(notes.drop_note, note=note), _NOTE_LOST)

    def choices(self) -> Mapping[str, object]:
        """What the reader has chosen of the look, by its names."""
        return dict(self._do(lambda database: database.execute("SELECT * FROM choices").fetchall(), _CHOICE_LOST))

    def choose(self, choices: Mapping[str, str | int]) -> None:
        """Remember what was chosen, instead of what was under the same names."""
        self._do(lambda database: database.executemany(_CHOOSE, list(choices.items())), _CHOICE_LOST)

    def _do(self, work: Callable[[sqlite3.Connection], T], lost: str = _PLACE_LOST) -> T:
        """Do something with the database; `lost` is what to say where that fails.

        Raises:
            NotebookError: It cannot be done; the message is short enough for the status line.
        """
        file = 0
        try:
            make_room(self._path)
            file = self._path.stat().st_ino
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as database:
                database.text_factory = _decode
                _prepare(database, lost)
                return work(database)
        except OSError as error:
            raise NotebookError(f"{lost}: {(error.strerror or 'no folder for it').lower()}") from error
        except UnicodeDecodeError as error:  # this comes of an error that quotes damaged words
            raise NotebookError(self._put_aside(file, lost)) from error
        except sqlite3.Error as error:
            raise NotebookError(self._note_of(error, file, lost)) from error

    def _note_of(self, error: sqlite3.Error, file: int, lost: str) -> str:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGE:
            return self._put_aside(file, lost)
        reasons = {
            sqlite3.SQLITE_BUSY: "another program holds the notebook",
            sqlite3.SQLITE_LOCKED: "another program holds the notebook",
            sqlite3.SQLITE_FULL: "the disk is full",
            sqlite3.SQLITE_READONLY: "its folder cannot be written",
            sqlite3.SQLITE_CANTOPEN: "its folder cannot be written",
        }
        return f"{lost}: {reasons.get(code, 'the notebook cannot be used')}"

    def _put_aside(self, file: int, lost: str) -> str:
        """Make room for a new notebook, unless another reader has just done so; keep the damaged one for mending."""
        number = 1
        while (aside := self._path.with_name(f"{self._path.stem}-damaged-{number}.db")).exists():
            number += 1
        with suppress(OSError):
            if self._path.stat().st_ino != file:
                return "the notebook was damaged: there is a new one"
            for end in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    Path(f"{self._path}{end}").rename(f"{aside}{end}")
            self._path.rename(aside)
            return f"the notebook was damaged: it is now {aside.name}"
        return f"{lost}: the notebook is damaged"


def _prepare(database: sqlite3.Connection, lost: str) -> None:
    """Bring a notebook to the newest version.

    Raises:
        NotebookError: It is of a version that is not known here.
    """
    version = _version_of(database)
    if version == len(_STEPS):
        return
    if len(_STEPS) < version < _STRANGEST:
        raise NotebookError(f"{lost}: a newer tuireader made the notebook")
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    version = _version_of(database)
    for step in _STEPS[version if version in range(len(_STEPS)) else 0 :]:
        database.execute(step)
    database.execute(f"PRAGMA user_version = {len(_STEPS)}")
    database.execute("COMMIT")


def _version_of(database: sqlite3.Connection) -> int:
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    return version


def _bookmark(position: object, length: object, at: object, limit: object = None) -> Bookmark | None:
    """A bookmark, if it can be one."""
    if isinstance(position, int) and isinstance(length, int) and isinstance(at, float) and 0 <= position <= length:
        return Bookmark(position, length, at, limit if isinstance(limit, int) and 0 <= limit <= length else None)
    return None


def _recent(row: tuple[object, ...]) -> Recent | None:
    """A recent document, if it can be one."""
    path, document, title, at, position, length = row
    if not (isinstance(path, bytes) and isinstance(document, str) and isinstance(title, str) and isinstance(at, float)):
        return None
    left = _bookmark(position, length, at)
    return Recent(os.fsdecode(path), DocumentId(document), title, at, left.share if left else 0.0)


def _decode(words: bytes) -> str:
    return words.decode("utf-8", "replace")
