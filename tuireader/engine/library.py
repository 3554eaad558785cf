"""The way from a path to a document and its actors."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from tuireader import resources
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.notes import Notes, notes_in
from tuireader.engine.files import bytes_of, reading_again, stamp_of
from tuireader.engine.guard import awaited, is_dangerous, load_document
from tuireader.engine.heads import HEAD, LARGE, Beginning, BookBeginning, TextBeginning, head_of
from tuireader.engine.jobs import open_document, open_head, with_quotations
from tuireader.engine.mending import Mending, Prior, home_of, prior_of
from tuireader.engine.opening import Opened, Opening
from tuireader.engine.stock import Mark, Stock
from tuireader.errors import NotebookError
from tuireader.settings import Settings
from tuireader.store.base import Bookmark, NoCache, NoNotebook, Notebook, Recent
from tuireader.store.folders import open_cache, open_notebook

if TYPE_CHECKING:
    from tuireader.domain.correction import Correction
    from tuireader.engine.executor import Executor

_AT_ONCE = 300_000
"""Characters, some 50,000 words, up to which actors are found while a document is opened."""


class Library:
    """Opens documents and finds their actors, and remembers where readers left them."""

    def __init__(self, settings: Settings, stock: Stock | None = None, notebook: Notebook | None = None) -> None:
        """Open documents with settings; nothing is kept unless it is said where."""
        self._settings = settings
        self._marks: WeakKeyDictionary[Document, Mark] = WeakKeyDictionary()
        self._priors: WeakKeyDictionary[Document, Prior] = WeakKeyDictionary()
        self.stock = stock or Stock(NoCache(), settings.model)
        """What was made before."""

        self.notebook = notebook or NoNotebook()
        """What is remembered of readers."""

    def load(self, source: str, password: str = "") -> Document:
        """Read a document here and now.

        Args:
            source: A path, a web address, or `-` for the bytes of standard input.
            password: What opens it, if it is locked and the settings do not know it.

        Returns:
            The document.

        Raises:
            DocumentError: There is no such file, or it holds no text that can be read.
        """
        data = bytes_of(source)
        mark = Mark.of(data, source)
        password = password or self._settings.password
        document = None if password else self.stock.document(mark)
        if document is None:
            document = load_document(data, source, password)
            if not password:
                self.stock.keep_document(mark, document)
        if not password:
            self._marks[document] = mark
        self._priors[document] = prior_of(source, mark.id, self.notebook)
        return document

    def index(self, document: Document, reached: Callable[[float], None] | None = None) -> Index:
        """The actors of a document and all of their mentions.

        Args:
            document: Where to look.
            reached: Told now and then how much of the work is done, from 0 to 1.

        Returns:
            Its index.

        Raises:
            ModelError: The weights of the model of names cannot be read.
        """
        return self.mended(document, reached)[1]

    def mended(self, document: Document, reached: Callable[[float], None] | None = None) -> tuple[Mending, Index]:
        """The same, with what corrected it."""
        mending = self._mending(document)
        return mending, mending.corrected(self.shown(document, self._plain_index(document, reached)))

    def _mending(self, document: Document) -> Mending:
        return Mending(document, self._priors.get(document))

    def note_on(self, document: Document) -> str:
        """Why some of what was corrected of a document is not known; empty if all is."""
        prior = self._priors.get(document)
        return prior.note if prior is not None else ""

    def add_corrections(self, source: str, document: Document, corrections: "Iterable[Correction]") -> None:
        """Add to what was corrected of a document that was loaded here.

        Raises:
            NotebookError: They cannot be kept.
        """
        home = home_of(source, stamp_of(source))
        for each in corrections:
            self.notebook.correct(document.id, home, each)

    def quoted(self, document: Document, reached: Callable[[float], None] | None = None) -> Index:
        """The actors of a document, all of their mentions, and what they say.

        Args:
            document: Where to look.
            reached: Told now and then how much of the work on the actors is done, from 0 to 1.

        Returns:
            Its index.

        Raises:
            ModelError: The weights of the model of names cannot be read.
        """
        index = self._plain_index(document, reached)
        if index.quotations is None:
            index = with_quotations(index, document.text, document.paragraphs)
            if (mark := self._marks.get(document)) is not None:
                self.stock.keep_index(mark, index)
        return self._mending(document).corrected(self.shown(document, index))

    def shown(self, document: Document, index: Index) -> Index:
        """An index of a document as it is to be shown: with pronouns, if they are wanted."""
        if not self._settings.has_pronouns:
            return index
        from tuireader.recognise.pronouns import add_pronouns  # noqa: PLC0415 - rarely wanted

        shown = add_pronouns(index, document.text, document.paragraphs)
        return shown if index.quotations is None else with_quotations(shown, document.text, document.paragraphs)

    def _plain_index(self, document: Document, reached: Callable[[float], None] | None) -> Index:
        mark = self._marks.get(document)
        if mark is not None and (kept := self.stock.index(mark, document)) is not None:
            return kept
        from tuireader.recognise.recogniser import open_recogniser  # noqa: PLC0415

        index = open_recogniser(self._settings.model).find(document.text, document.paragraphs, reached)
        if mark is not None:
            self.stock.keep_index(mark, index)
        return index

    def first_sight(self, source: str) -> Document | None:
        """The beginning of a text that takes a moment to read, if nothing says that it was left further down."""
        stamp = stamp_of(source)
        if stamp is None or stamp.size < LARGE or self._was_opened(str(stamp.path)):
            return None
        try:
            with stamp.path.open("rb") as file:
                return head_of(file.read(2 * HEAD), source, HEAD)
        except OSError:
            return None

    def _was_opened(self, path: str) -> bool:
        try:
            return any(recent.path == path for recent in self.notebook.recent())
        except NotebookError:
            return True

    def begin(self, source: str, executor: "Executor", password: str = "") -> Opening:
        """Begin to open a document: take it from the cache, or have it made in another process.

        Args:
            source: A path, a web address, or `-` for the bytes of standard input.
            executor: Where the document is loaded, and its actors are found if it is small.
            password: What opens it, if it is locked and the settings do not know it.

        Returns:
            The document on its way.

        Raises:
            DocumentError: There is no such file, or it cannot be read.
        """
        stamp, data = stamp_of(source), bytes_of(source)
        mark = Mark.of(data, source)
        prior = prior_of(source, mark.id, self.notebook)
        bookmark, note = self._bookmark(mark)
        kept = self.stock.document(mark)
        if kept is not None:
            index = self.stock.index(mark, kept)
            if index is not None or len(kept.text) > _AT_ONCE:
                opened = Opened(kept, index, source, mark, stamp, bookmark, note, prior, is_kept=True)
                return Opening(lambda: opened, is_there=True)
        password = password or self._settings.password
        is_new = bookmark is None or not bookmark.offset
        beginning = _beginning(data, source, password, executor) if is_new else None
        details = (source, str(self._settings.model), _AT_ONCE, password)
        future, is_guarded = executor.submit(open_document, data, *details), is_dangerous(data, source)
        again = reading_again(source, data, stamp)

        def wait_for_it() -> Opened:
            """Hold no bytes of the file meanwhile, which may be many."""
            made = awaited(future, source, is_guarded=is_guarded, otherwise=lambda: open_document(again(), *details))
            opened = Opened(made.document, made.index, source, mark, stamp, bookmark, note, prior)
            return replace(opened, is_secret=bool(password))

        return Opening(wait_for_it, beginning)

    def keep(self, opened: Opened) -> None:
        """Keep what was made of a file, and remember that it was opened.

        Raises:
            NotebookError: It cannot be remembered.
        """
        try:
            if opened.stamp is not None and not opened.stamp.path.is_relative_to(resources.ROOT):
                title = opened.document.title
                self.notebook.add_recent(Recent(str(opened.stamp.path), opened.mark.id, title, time.time()))
        finally:  # which takes longer, and a reader may leave meanwhile
            if not opened.is_kept and not opened.is_secret:
                self.stock.keep_document(opened.mark, opened.document)
                if opened.index is not None:
                    self.stock.keep_index(opened.mark, opened.index)

    def recent(self) -> tuple[Recent, ...]:
        """The documents that were opened and are still there, the latest first.

        Raises:
            NotebookError: They cannot be looked up.
        """
        return tuple(recent for recent in self.notebook.recent() if stamp_of(recent.path) is not None)

    def notes(self, source: str, document: Document) -> Notes:
        """What was marked in the document at a path, or in a former version of it.

        Raises:
            NotebookError: It cannot be looked up.
        """
        home = home_of(source, stamp_of(source))
        return notes_in(document.text, self.notebook.notes(document.id, home))

    def _bookmark(self, mark: Mark) -> tuple[Bookmark | None, str]:
        try:
            return self.notebook.bookmark(mark.id), ""
        except NotebookError as error:
            return None, str(error)


def _beginning(data: bytes, source: str, password: str, executor: "Executor") -> Beginning:
    """What can be seen of a file while all of it is read; of a book as soon as an executor gets to it."""
    from tuireader.loaders import registry  # noqa: PLC0415 - what comes from the cache needs none of it

    if not registry.has_head(data, source):
        return TextBeginning(data, source)
    return BookBeginning(executor.submit(open_head, data, source, password))


def open_library(settings: Settings) -> Library:
    """A library that keeps what it makes, and remembers where readers left off, unless that is not wanted."""
    return Library(settings, Stock(open_cache(settings), settings.model), open_notebook(settings))
