"""Which documents are versions of each other: what was read from one file as it changed, or as it was moved."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from tuireader.domain.document import DocumentId

VERSION_STEP = """
    CREATE TABLE IF NOT EXISTS versions (path BLOB, document TEXT, PRIMARY KEY (path, document)) WITHOUT ROWID
    """
"""The table of what was read from a file of which something is kept."""

VERSIONS = """
document = :document OR document IN (
    SELECT document FROM versions WHERE path = :path OR path IN (SELECT path FROM versions WHERE document = :document)
)"""
"""What is true of a row that belongs to a document or to a version of it, as `wanted` gives the names."""

_KNOWN = "SELECT document FROM versions WHERE path = ?"
_ADD = "INSERT OR IGNORE INTO versions VALUES (?, ?)"


def wanted(document: DocumentId, path: str) -> dict[str, object]:
    """The names in `VERSIONS` for a document and the path of its file, which may be empty."""
    return {"document": document, "path": os.fsencode(path)}


def add_versions(database: sqlite3.Connection, path: str, documents: Iterable[str]) -> None:
    """Know documents as versions of what a file holds, unless another program keeps the notebook from learning it."""
    if not path:
        return
    file = os.fsencode(path)
    known = {document for (document,) in database.execute(_KNOWN, [file])}
    for document in set(documents) - known:
        with suppress(sqlite3.OperationalError):  # what is kept is found all the same
            database.execute(_ADD, (file, document))
