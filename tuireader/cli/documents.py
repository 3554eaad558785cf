"""The documents that a command is asked about: one that cannot be read is reported, and the rest go on."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from tuireader.cli.output import Format
from tuireader.cli.progress import Progress
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.engine.library import Library
from tuireader.errors import DocumentError, MissingExtraError
from tuireader.settings import Settings


class Shelf(Protocol):
    """Where documents and their actors come from."""

    def load(self, source: str) -> Document:
        """The document at a path."""

    def index(self, document: Document) -> Index:
        """The actors of a document."""


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
        with Progress(self._sources, is_watched=self._is_watched) as progress:
            for source in self._sources:
                progress.begin(source)
                try:
                    document = self._shelf.load(source)
                except (DocumentError, MissingExtraError) as error:
                    self.failed += 1
                    progress.say(f"tuireader: {error}")
                else:
                    yield source, document
                progress.finish(source)

    def indexed(self) -> Iterator[tuple[str, Document, Index]]:
        """The documents with their actors."""
        for source, document in self:
            yield source, document, self._shelf.index(document)

    @property
    def exit_code(self) -> int:
        """0 when all could be read, else 1."""
        return 1 if self.failed else 0


def open_documents(args: Namespace) -> Documents:
    """The documents that a command line names."""
    settings = Settings.from_environment(os.environ)
    library = Library(replace(settings, has_pronouns="pronouns" in args and args.pronouns))
    return Documents(args.paths, library, is_watched=sys.stderr.isatty() and not _rows_tell_enough(args))


def _rows_tell_enough(args: Namespace) -> bool:
    """Whether rows appear on the terminal one by one, where a bar would only disturb them."""
    is_streamed = "format" not in args or Format(args.format).is_streamed
    return is_streamed and args.output is None and sys.stdout.isatty()
