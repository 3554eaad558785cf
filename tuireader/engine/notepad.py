"""The notes of one document on the desk: read when there is time, written at once, and never given up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import sleep

from tuireader.domain.document import Document, DocumentId
from tuireader.domain.notes import Note, Notes, notes_in
from tuireader.engine.keeper import Keeper
from tuireader.errors import NotebookError
from tuireader.store.base import Notebook

_ATTEMPTS = 5
"""How often notes are written when a document is closed and another program holds the notebook."""

_PAUSE = 0.1

Tell = Callable[[str], None]
"""Takes a note for the status line; called in another thread."""


class Notepad:
    """Writes notes of a document into the notebook; those that cannot be written wait for the next time."""

    def __init__(
        self, notebook: Notebook, document: DocumentId, path: str, keeper: Keeper, *, is_secret: bool = False
    ) -> None:
        """Keep notes of a document, unless it is a secret; its file has a path, which may be empty."""
        self._notebook = notebook
        self._document = document
        self._path = path
        self._keeper = keeper
        self._waiting: dict[str, tuple[Note, bool]] = {}
        """Notes that are yet to be written, each with whether it is to be kept."""

        self._writing, self._changing = Lock(), Lock()
        self.refusal = _refusal(notebook, is_secret=is_secret)
        """Why there can be no notes; empty if there can."""

    def look_up(self, document: Document, take: Callable[[Notes], None], tell: Tell) -> None:
        """Find the notes of a document soon, and tell them if there are any."""

        def do() -> None:
            with _told(tell):
                notes = self._notebook.notes(self._document, self._path)
                if notes:
                    take(notes_in(document.text, notes))

        if not self.refusal:
            self._keeper.do(do)

    def keep(self, note: Note, tell: Tell) -> None:
        """Write a note soon."""
        self._await_writing(note, is_kept=True)
        self.write_soon(tell)

    def drop(self, note: Note, tell: Tell) -> None:
        """Strike a note soon."""
        self._await_writing(note, is_kept=False)
        self.write_soon(tell)

    def write_soon(self, tell: Tell) -> None:
        """Write soon what waits; this costs nothing if nothing does."""

        def do() -> None:
            with _told(tell):
                self.write_waiting()

        if self._waiting:
            self._keeper.do(do)

    def write_waiting(self) -> None:
        """Write here and now what waits.

        Raises:
            NotebookError: It cannot be written, and goes on waiting.
        """
        with self._writing:
            for note, is_kept in tuple(self._waiting.values()):
                if is_kept:
                    self._notebook.keep_note(self._document, self._path, note)
                else:
                    self._notebook.drop_note(note)
                self._cease_waiting(note, is_kept=is_kept)

    def close(self) -> None:
        """Write what waits, for there is no next time.

        Raises:
            NotebookError: It cannot be written, although it was tried for a while.
        """
        for _ in range(_ATTEMPTS - 1):
            try:
                return self.write_waiting()
            except NotebookError:
                sleep(_PAUSE)
        return self.write_waiting()

    def _await_writing(self, note: Note, *, is_kept: bool) -> None:
        with self._changing:
            self._waiting[note.id] = (note, is_kept)

    def _cease_waiting(self, note: Note, *, is_kept: bool) -> None:
        """A note is written, unless it has become another one meanwhile."""
        with self._changing:
            if self._waiting.get(note.id) == (note, is_kept):
                del self._waiting[note.id]


@contextmanager
def _told(tell: Tell) -> Iterator[None]:
    try:
        yield
    except NotebookError as error:
        tell(str(error))


def _refusal(notebook: Notebook, *, is_secret: bool) -> str:
    if is_secret:
        return "locked documents keep no notes"
    return "" if notebook.is_lasting else "--private keeps no notes"
