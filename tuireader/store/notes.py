"""Notes in the notebook: those of a document, and of whatever else was read from the same file before."""

import sqlite3

from tuireader.domain.anchor import Anchor
from tuireader.domain.cleaning import clean, clean_line
from tuireader.domain.document import DocumentId
from tuireader.domain.notes import Note
from tuireader.store.versions import VERSIONS, add_versions, wanted

NOTE_STEP = """
    CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, document TEXT, words TEXT, before TEXT, after TEXT,
    start INTEGER, length INTEGER, note TEXT, at REAL) WITHOUT ROWID
    """
"""The table."""

_LATEST = 253_402_300_800.0
"""The end of the year 9999: no note was made later."""

_NOTES = f"""
SELECT id, words, before, after, start, length, note, at, document FROM notes WHERE {VERSIONS} ORDER BY at, id"""
_KEEP = "INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DROP = "DELETE FROM notes WHERE id = ?"


def notes_of(database: sqlite3.Connection, document: DocumentId, path: str) -> tuple[Note, ...]:
    """The notes of a document, and of other versions of its file, the oldest first."""
    rows = database.execute(_NOTES, wanted(document, path)).fetchall()
    if rows:
        add_versions(database, path, {document, *(str(row[-1]) for row in rows)})
    return tuple(note for *row, _ in rows if (note := _note(tuple(row))) is not None)


def keep_note(database: sqlite3.Connection, document: DocumentId, path: str, note: Note) -> None:
    """Keep a note of a document, instead of what it was before."""
    anchor = note.anchor
    words = (clean(each) for each in (anchor.words, anchor.before, anchor.behind))
    row = (note.id, document, *words, anchor.start, anchor.length, clean_line(note.words), note.at)
    database.execute("BEGIN IMMEDIATE")
    database.execute(_KEEP, row)
    add_versions(database, path, [document])
    database.execute("COMMIT")


def drop_note(database: sqlite3.Connection, note: Note) -> None:
    """Keep a note no longer."""
    database.execute(_DROP, [note.id])


def _note(row: tuple[object, ...]) -> Note | None:
    """A note, if it can be one; damage may have put anything into it."""
    key, words, before, behind, start, length, told, at = row
    if not (isinstance(key, str) and isinstance(at, float) and 0 <= at < _LATEST):
        return None
    if not (isinstance(words, str) and isinstance(before, str) and isinstance(behind, str) and isinstance(told, str)):
        return None
    if not (isinstance(start, int) and isinstance(length, int) and 0 <= start <= length):
        return None
    anchor = Anchor(clean(words), clean(before), clean(behind), start, length)
    return Note(key, anchor, clean_line(told), at)
