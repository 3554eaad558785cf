"""Notes in the notebook: those of a document, and of whatever else was read from the same file before."""

import os
import sqlite3
from contextlib import suppress

from tuireader.domain.cleaning import clean, clean_line
from tuireader.domain.document import DocumentId
from tuireader.domain.notes import Note, Quote

NOTE_STEPS = (
    """
    CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, document TEXT, words TEXT, before TEXT, after TEXT,
    start INTEGER, length INTEGER, note TEXT, at REAL) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS versions (path BLOB, document TEXT, PRIMARY KEY (path, document)) WITHOUT ROWID
    """,
)
"""The tables; `versions` says which documents with notes were read from a file, as it changed."""

_LATEST = 253_402_300_800.0
"""The end of the year 9999: no note was made later."""

_NOTES = """
SELECT id, words, before, after, start, length, note, at FROM notes WHERE document = :document OR document IN (
    SELECT document FROM versions WHERE path = :path OR path IN (SELECT path FROM versions WHERE document = :document)
) ORDER BY at, id"""
_KEEP = "INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DROP = "DELETE FROM notes WHERE id = ?"
_KNOWS_VERSION = "SELECT 1 FROM versions WHERE path = ? AND document = ?"
_ADD_VERSION = "INSERT OR IGNORE INTO versions VALUES (?, ?)"


def notes_of(database: sqlite3.Connection, document: DocumentId, path: str) -> tuple[Note, ...]:
    """The notes of a document, and of other versions of its file, the oldest first."""
    file = os.fsencode(path)
    rows = database.execute(_NOTES, {"document": document, "path": file}).fetchall()
    if rows and path and not database.execute(_KNOWS_VERSION, (file, document)).fetchone():
        with suppress(sqlite3.OperationalError):  # the notes are known all the same
            database.execute(_ADD_VERSION, (file, document))
    return tuple(note for row in rows if (note := _note(row)) is not None)


def keep_note(database: sqlite3.Connection, document: DocumentId, path: str, note: Note) -> None:
    """Keep a note of a document, instead of what it was before."""
    quote = note.quote
    words = (clean(each) for each in (quote.words, quote.before, quote.after))
    row = (note.id, document, *words, quote.start, quote.length, clean_line(note.words), note.at)
    database.execute("BEGIN IMMEDIATE")
    database.execute(_KEEP, row)
    if path:
        database.execute(_ADD_VERSION, (os.fsencode(path), document))
    database.execute("COMMIT")


def drop_note(database: sqlite3.Connection, note: Note) -> None:
    """Keep a note no longer."""
    database.execute(_DROP, [note.id])


def _note(row: tuple[object, ...]) -> Note | None:
    """A note, if it can be one; damage may have put anything into it."""
    key, words, before, after, start, length, told, at = row
    if not (isinstance(key, str) and isinstance(at, float) and 0 <= at < _LATEST):
        return None
    if not (isinstance(words, str) and isinstance(before, str) and isinstance(after, str) and isinstance(told, str)):
        return None
    if not (isinstance(start, int) and isinstance(length, int) and 0 <= start <= length):
        return None
    quote = Quote(clean(words), clean(before), clean(after), start, length)
    return Note(key, quote, clean_line(told), at)
