"""The notes of one document on the desk: read when there is time, written at once, and never given up."""

from collections.abc import Callable, Collection
from functools import partial
from threading import Lock
from time import sleep
from typing import NamedTuple

from tuireader.domain.document import Document, DocumentId
from tuireader.domain.notes import NO_NOTES, Note, Notes, notes_in
from tuireader.engine.keeper import Keeper, Tell, do_or_tell
from tuireader.engine.lookout import Lookout
from tuireader.errors import NotebookError
from tuireader.store.base import Notebook

_ATTEMPTS = 5
"""How often notes are written when a document is closed and another program holds the notebook."""

_PAUSE = 0.1


class News(NamedTuple):
    """What became of the notes of a document in the notebook."""

    notes: Notes = NO_NOTES
    """Those that are new, or in other words."""

    gone: frozenset[str] = frozenset()
    """The ids of those that were dropped."""

    def after(self, notes: Notes, gone: Collection[str]) -> "News":
        """These, and later ones."""
        return News(self.notes.joined(notes, gone), self.gone.union(gone) - {note.id for note in notes})

    def without(self, ids: Collection[str]) -> "News":
        """These, but for some notes."""
        return News(self.notes.joined(NO_NOTES, ids), self.gone.difference(ids))


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

        self._known: dict[str, Note] = {}
        """The notes as they are in the notebook, by their ids."""

        self._news = News()
        self._lookout = Lookout(notebook)
        self._writing, self._changing = Lock(), Lock()
        self.refusal = _refusal(notebook, is_secret=is_secret)
        """Why there can be no notes; empty if there can."""

    def look(self, document: Document, tell_news: Callable[[], None], tell: Tell) -> None:
        """See soon whether there are other notes of a document than at the last look, and tell it if so."""

        def do() -> None:
            if self._lookout.news(partial(self._finds_news, document.text)):
                tell_news()

        if not self.refusal:
            do_or_tell(self._keeper, do, tell)

    def take_news(self) -> News:
        """All news since the last time this was asked, but for notes that the reader himself has changed meanwhile."""
        with self._changing:
            news, self._news = self._news, News()
            return news

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
        if self._waiting:
            do_or_tell(self._keeper, self.write_waiting, tell)

    def write_waiting(self) -> None:
        """Write here and now what waits.

        Raises:
            NotebookError: It cannot be written, and goes on waiting.
        """
        with self._writing:
            for note, is_kept in tuple(self._waiting.values()):
                if is_kept:
                    self._notebook.keep_note(self._document, self._path, note)
                    self._known[note.id] = note
                else:
                    self._notebook.drop_note(note)
                    self._known.pop(note.id, None)
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

    def _finds_news(self, text: str) -> bool:
        """Compare the notebook with what is known; what waits to be written is no news, for it comes later."""
        notes = {note.id: note for note in self._notebook.notes(self._document, self._path)}
        others = notes_in(text, [note for note in notes.values() if self._known.get(note.id) != note])
        gone = self._known.keys() - notes.keys()
        self._known = notes
        with self._changing:
            self._news = self._news.after(others, gone).without(self._waiting)
        return bool(others or gone)

    def _await_writing(self, note: Note, *, is_kept: bool) -> None:
        with self._changing:
            self._waiting[note.id] = (note, is_kept)
            self._news = self._news.without([note.id])

    def _cease_waiting(self, note: Note, *, is_kept: bool) -> None:
        """A note is written, unless it has become another one meanwhile."""
        with self._changing:
            if self._waiting.get(note.id) == (note, is_kept):
                del self._waiting[note.id]


def _refusal(notebook: Notebook, *, is_secret: bool) -> str:
    if is_secret:
        return "locked documents keep no notes"
    return "" if notebook.is_lasting else "--private keeps no notes"
