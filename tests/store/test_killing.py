"""Whoever kills a reader at any moment loses no place and no note that was kept.

Twenty readers are killed in each run of the tests; `TUIREADER_KILLS=200` kills more.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tuireader.domain.document import DocumentId
from tuireader.store.cache import SqliteCache
from tuireader.store.notebook import SqliteNotebook

KILLS = int(os.environ.get("TUIREADER_KILLS", "20"))
"""How many readers are killed."""

READERS = 4
"""How many read at the same time."""

READ = """
import sys, time
from pathlib import Path
from tuireader.domain.document import DocumentId
from tuireader.domain.anchor import Anchor
from tuireader.domain.notes import Note
from tuireader.errors import NotebookError
from tuireader.store.base import Bookmark, Recent
from tuireader.store.cache import SqliteCache
from tuireader.store.notebook import SqliteNotebook
folder, reader = Path(sys.argv[1]), sys.argv[2]
notebook, cache = SqliteNotebook(folder / "notebook.db"), SqliteCache(folder / "cache.db")
number = 0
while True:
    number += 1
    try:
        notebook.remember(DocumentId(reader), Bookmark(number, 1_000_000, time.time()))
        if number % 5 == 0:
            notebook.keep_note(DocumentId(reader), "", Note(f"{reader}-{number}", Anchor("words"), "", 1.0))
    except NotebookError:
        continue
    print(number, flush=True)
    if number % 5 == 0:
        cache.put(reader, reader.encode() * 20_000)
        notebook.add_recent(Recent(f"/books/{reader}", DocumentId(reader), "", time.time()))
"""


def test_every_place_that_was_remembered_is_there_after_a_kill(tmp_path: Path) -> None:
    chance = random.Random(1)
    for first in range(0, KILLS, READERS):
        readers = {str(number): _start(tmp_path, str(number)) for number in range(first, first + READERS)}
        for process in readers.values():
            assert process.stdout is not None
            process.stdout.readline()
        time.sleep(chance.random() / 5)
        for process in readers.values():
            process.kill()
        for reader, process in readers.items():
            _check(tmp_path, reader, process.communicate()[0])
    assert _is_whole(tmp_path / "notebook.db")


def _start(folder: Path, reader: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", READ, str(folder), reader], stdout=subprocess.PIPE, text=True)


def _check(folder: Path, reader: str, printed: str) -> None:
    """Look for the last place that a reader printed in whole, or one behind it, and for every note."""
    numbers = [1] + [int(line) for line in printed.splitlines(keepends=True) if line.endswith("\n")]
    notebook = SqliteNotebook(folder / "notebook.db")
    bookmark = notebook.bookmark(DocumentId(reader))
    assert bookmark is not None and bookmark.offset >= numbers[-1]
    noted = {f"{reader}-{number}" for number in numbers if number % 5 == 0}
    assert noted <= {note.id for note in notebook.notes(DocumentId(reader), "")}
    assert SqliteCache(folder / "cache.db").get(reader) in (reader.encode() * 20_000, None)


def _is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
