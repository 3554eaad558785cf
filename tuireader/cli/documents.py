"""The documents that a command is asked about: one that cannot be read is reported, and the rest go on."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol

from tuireader.cli import options
from tuireader.cli.forms import Format
from tuireader.cli.passwords import unlocked
from tuireader.cli.progress import Progress
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.notes import Notes
from tuireader.engine.library import open_library
from tuireader.errors import DocumentError, MissingExtraError

_LOADED = 0.1
"""How much of the work on a document is done when it is loaded and its actors are yet to be found."""


class Shelf(Protocol):
    """Where documents and their actors come from."""

    def load(self, source: str, password: str = "") -> Document:
        """The document at a path."""

    def index(self, document: Document, reached: Callable[[float], None]) -> Index:
        """The actors of a document; told on the way how much of the work is done, from 0 to 1."""

    def note_on(self, document: Document) -> str:
        """What a person must know of a document's corrections; empty if there is nothing."""

    def quoted(self, document: Document, reached: Callable[[float], None]) -> Index:
        """The actors of a document with what they say."""

    def notes(self, source: str, document: Document) -> Notes:
        """What was marked in the document at a path."""


class Documents:
    """Documents one after the other, each with the path that was asked for."""

    def __init__(self, sources: Sequence[str], shelf: Shelf, *, is_watched: bool = False) -> None:
        self._sources = sources
        self._shelf = shelf
        self._is_watched = is_watched
        self.failed = 0
        """How many could not be read so far."""

    def __len__(self) -> int:
        return len(self._sources)

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        with self._progress() as progress:
            yield from self._loaded(progress)

    def indexed(self) -> Iterator[tuple[str, Document, Index]]:
        """The documents with their actors."""
        return self._with(self._shelf.index)

    def quoted(self) -> Iterator[tuple[str, Document, Index]]:
        """The documents with their actors and what they say."""
        return self._with(self._shelf.quoted)

    def _with(
        self, find: Callable[[Document, Callable[[float], None]], Index]
    ) -> Iterator[tuple[str, Document, Index]]:
        with self._progress() as progress:
            for source, document in self._loaded(progress):
                progress.reach(source, _LOADED)
                if note := self._shelf.note_on(document):
                    progress.say(f"tuireader: {note}")
                yield source, document, find(document, partial(_reach_index, progress, source))

    def noted(self) -> Iterator[tuple[str, Document, Notes]]:
        """The documents with what was marked in them; one whose notebook was damaged has failed."""
        with self._progress() as progress:
            for source, document in self._loaded(progress):
                if note := self._shelf.note_on(document):
                    self.failed += 1
                    progress.say(f"tuireader: {note}")
                yield source, document, self._shelf.notes(source, document)

    def notes_on(self, source: str, document: Document) -> Notes:
        """What was marked in one of the documents; raises `NotebookError` if that is not known."""
        return self._shelf.notes(source, document)

    def _loaded(self, progress: Progress) -> Iterator[tuple[str, Document]]:
        for source in self._sources:
            progress.begin(source)
            try:
                document = unlocked(source, partial(self._shelf.load, source))
            except (DocumentError, MissingExtraError) as error:
                self.failed += 1
                progress.say(f"tuireader: {error}")
            else:
                if document.warning:
                    progress.say(f"tuireader: of '{source}', {document.warning}")
                yield source, document
            progress.finish(source)

    def _progress(self) -> Progress:
        return Progress(self._sources, is_watched=self._is_watched)

    @property
    def exit_code(self) -> int:
        """0 when all could be read, else 1."""
        return 1 if self.failed else 0


def open_documents(args: Namespace) -> Documents:
    """The documents that a command line names."""
    library = open_library(options.settings(args))
    return Documents(args.paths, library, is_watched=sys.stderr.isatty() and not _rows_tell_enough(args))


def _reach_index(progress: Progress, source: str, share: float) -> None:
    progress.reach(source, _LOADED + (1 - _LOADED) * share)


def _rows_tell_enough(args: Namespace) -> bool:
    """Whether rows appear on the terminal one by one, where a bar would only disturb them."""
    is_streamed = "format" not in args or Format(args.format).is_streamed
    return is_streamed and args.output is None and sys.stdout.isatty()
