"""The cache: a file of SQLite with what can be made again.

Anything that goes wrong with it is as if there were none: a damaged file or one of another version is made anew, and
one that cannot be written is left alone.
"""

import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

from tuireader.store.places import make_room

_VERSION = 1
_LIMIT = 256_000_000
"""Bytes of all values; the oldest ones are dropped when there are more."""

_OVERHEAD = 1_000
"""Bytes that an entry is counted for beside its value, so that small ones cannot be without number."""

_READING_PATIENCE, _WRITING_PATIENCE = 0.05, 2.0
"""Seconds to wait for another process; making a document anew often takes less than a long wait."""

_SETTINGS = "PRAGMA page_size = 32768; PRAGMA synchronous = OFF"
"""Large pages for large values; a power cut that damages the file costs no more than the file."""

_TABLE = """
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, size INTEGER NOT NULL, checksum INTEGER NOT NULL, value BLOB
)"""
_DROP_OLDEST = """
DELETE FROM entries WHERE number IN (
    SELECT number FROM (SELECT number, SUM(size) OVER (ORDER BY number DESC) AS total FROM entries) WHERE total > ?
)"""


class SqliteCache:
    """Bytes under keys, in a file that may be deleted at any time."""

    is_lasting = True

    def __init__(self, path: Path, limit: int = _LIMIT) -> None:
        self._path = path
        self._limit = limit

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, exactly as it was; nothing if there is none."""
        try:
            with closing(self._open("ro", _READING_PATIENCE)) as database:
                if _version_of(database) != _VERSION:
                    return None
                row = database.execute("SELECT checksum, value FROM entries WHERE key = ?", [key]).fetchone()
        except (sqlite3.Error, UnicodeDecodeError, MemoryError):
            return None
        if row is None or not isinstance(row[1], bytes) or zlib.crc32(row[1]) != row[0]:
            return None
        return row[1]

    def put(self, key: str, value: bytes) -> None:
        """Keep some bytes, if that can be done."""
        if len(value) + _OVERHEAD > self._limit:
            return
        with suppress(OSError, sqlite3.Error, UnicodeDecodeError):
            make_room(self._path)
            try:
                self._write(key, value)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not _is_damage(error):
                    return
                self._path.unlink()
                make_room(self._path)
                self._write(key, value)

    def _write(self, key: str, value: bytes) -> None:
        with closing(self._open("rw", _WRITING_PATIENCE)) as database:
            database.executescript(_SETTINGS)
            database.execute("BEGIN IMMEDIATE")
            if _version_of(database) not in (0, _VERSION):
                database.execute("DROP TABLE IF EXISTS entries")
            database.execute(_TABLE)
            size = len(value) + _OVERHEAD
            database.execute(_DROP_OLDEST, [self._limit - size])
            row = (key, size, zlib.crc32(value), value)
            database.execute("INSERT OR REPLACE INTO entries (key, size, checksum, value) VALUES (?, ?, ?, ?)", row)
            database.execute(f"PRAGMA user_version = {_VERSION}")
            database.execute("COMMIT")

    def _open(self, mode: str, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._path.as_uri()}?mode={mode}", timeout=patience, isolation_level=None, uri=True)


def _is_damage(error: Exception) -> bool:
    """Whether an error says that a file is no database, a broken one, or one with other tables than ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
    return isinstance(error, UnicodeDecodeError) or code in damage


def _version_of(database: sqlite3.Connection) -> int:
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    return version
