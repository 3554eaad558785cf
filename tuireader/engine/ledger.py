"""The corrections of one document on the desk: written at once or as soon as it can be done, and read from others."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from threading import Lock
from typing import TYPE_CHECKING

from tuireader.domain.document import DocumentId
from tuireader.engine.keeper import Keeper, Tell, do_or_tell
from tuireader.engine.lookout import Lookout
from tuireader.errors import NotebookError
from tuireader.store.base import Notebook

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed


class Ledger:
    """Writes what a reader corrects into the notebook, in its order, and sees what others write there."""

    def __init__(
        self, notebook: Notebook, document: DocumentId, path: str, keeper: Keeper, known: "tuple[Deed, ...]"
    ) -> None:
        """Go on behind what is known already; the file of the document has a path, which may be empty."""
        self._notebook = notebook
        self._document = document
        self._path = path
        self._keeper = keeper
        self._known = Counter(known)
        self._waiting: deque[Deed] = deque()
        self._writing = Lock()
        self._lookout = Lookout(notebook)

    def keep(self, deed: "Deed", tell: Tell) -> None:
        """Write a deed soon."""
        self._waiting.append(deed)
        self.write_soon(tell)

    def write_soon(self, tell: Tell) -> None:
        """Write soon what waits; this costs nothing if nothing does."""
        if self._waiting:
            do_or_tell(self._keeper, self.write_waiting, tell)

    def write_waiting(self) -> None:
        """Write here and now what waits; whoever comes second waits until the first is done.

        Raises:
            NotebookError: It cannot be written; it goes on waiting if it may be some other time.
        """
        with self._writing:
            while self._waiting:
                try:
                    self._notebook.correct(self._document, self._path, self._waiting[0])
                except NotebookError:
                    if not self._notebook.is_lasting:
                        self._waiting.popleft()
                    raise
                self._known[self._waiting.popleft()] += 1

    def look(self, take: "Callable[[tuple[Deed, ...]], None]", tell: Tell) -> None:
        """See soon what others have corrected since the last look, and hand it over if there is anything."""

        def do() -> None:
            if deeds := self._lookout.news(lambda: tuple(self._news())):
                self._known.update(deeds)
                take(deeds)

        do_or_tell(self._keeper, do, tell)

    def _news(self) -> "Iterator[Deed]":
        known = self._known.copy()
        for deed in self._notebook.corrections(self._document, self._path):
            if not known[deed]:
                yield deed
            known[deed] -= bool(known[deed])
