"""Corrections in the notebook: those of a document, and of whatever else was read from the same file before."""

import sqlite3
import time
from functools import cache
from typing import TYPE_CHECKING

from tuireader.domain.document import DocumentId
from tuireader.domain.history import Taken, Way
from tuireader.errors import CorrectionError
from tuireader.store.versions import VERSIONS, add_versions, wanted

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed

CORRECTION_STEP = """
    CREATE TABLE IF NOT EXISTS corrections
    (number INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT, entry TEXT, at REAL)
    """
"""The table; nothing is ever taken out of it."""

_CORRECTIONS = f"SELECT document, entry FROM corrections WHERE {VERSIONS} ORDER BY number"
_CORRECT = "INSERT INTO corrections (document, entry, at) VALUES (?, ?, ?)"


def corrections_of(database: sqlite3.Connection, document: DocumentId, path: str) -> "tuple[Deed, ...]":
    """What was corrected of a document, and of other versions of its file, in this order."""
    rows = database.execute(_CORRECTIONS, wanted(document, path)).fetchall()
    if rows:
        add_versions(database, path, {document, *(each for each, _ in rows)})
    return tuple(deed for _, words in rows if (deed := _deed(str(words))) is not None)


def keep_correction(database: sqlite3.Connection, document: DocumentId, path: str, deed: "Deed") -> None:
    """Add to what was corrected of a document."""
    from tuireader.store.corrections import written  # noqa: PLC0415 - rarely needed, never at the start

    words = f"{deed.way}\n{written([deed.correction])}" if isinstance(deed, Taken) else written([deed])
    database.execute(_CORRECT, (document, words, time.time()))
    add_versions(database, path, [document])


@cache
def _deed(words: str) -> "Deed | None":
    """What a reader did, if it can be that; damage may have put anything into it."""
    from tuireader.store.corrections import read  # noqa: PLC0415 - rarely needed, never at the start

    first, _, rest = words.partition("\n")
    is_step = first in list(Way)
    try:
        correction = next(iter(read(rest if is_step else words)), None)
    except CorrectionError:
        return None
    return Taken(Way(first), correction) if is_step and correction is not None else correction
