"""The way from a path to a document and its actors."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.engine.addresses import fetch, is_address
from tuireader.engine.guard import awaited, load_document
from tuireader.engine.jobs import open_document
from tuireader.errors import DocumentNotFoundError, UnreadableError
from tuireader.settings import Settings

if TYPE_CHECKING:
    from tuireader.engine.executor import Executor

STANDARD_INPUT = "-"
"""The source that means: read what is piped in."""

_AT_ONCE = 300_000
"""Characters, some 50,000 words, up to which actors are found while a document is opened."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was opened, and its actors unless they are yet to be found."""

    document: Document
    index: Index | None


class Library:
    """Opens documents and finds their actors."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

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
        return load_document(_bytes_of(source), source, password or self._settings.password)

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
        from tuireader.recognise.recogniser import open_recogniser  # noqa: PLC0415

        index = open_recogniser(self._settings.model).find(document.text, document.paragraphs, reached)
        return self._with_pronouns(document, index) if self._settings.has_pronouns else index

    def _with_pronouns(self, document: Document, index: Index) -> Index:
        from tuireader.recognise.pronouns import add_pronouns  # noqa: PLC0415 - rarely wanted

        return add_pronouns(index, document.text, document.paragraphs)

    def begin(self, source: str, executor: "Executor", password: str = "") -> Callable[[], Opened]:
        """Begin to open a document in another process.

        Args:
            source: A path, a web address, or `-` for the bytes of standard input.
            executor: Where the document is loaded, and its actors are found if it is small.
            password: What opens it, if it is locked and the settings do not know it.

        Returns:
            What waits for the document; it raises a `DocumentError` or a `ModelError` as loading it here would.

        Raises:
            DocumentError: There is no such file, or it cannot be read.
        """
        data = _bytes_of(source)
        job = (data, source, str(self._settings.model), _AT_ONCE, password or self._settings.password)
        future = executor.submit(open_document, *job)

        def opened() -> Opened:
            columns = awaited(future, data, source, otherwise=lambda: open_document(*job))
            return Opened(columns.document.to_document(), columns.index and columns.index.to_index())

        return opened


def _path_of(source: str) -> Path:
    try:
        return Path(source).expanduser()
    except RuntimeError:
        return Path(source)


def _bytes_of(source: str) -> bytes:
    if source == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if is_address(source):
        return fetch(source)
    shown = clean_line(source)
    try:
        path = _path_of(source)
        if path.is_char_device() or path.is_block_device():
            raise UnreadableError(f"cannot read '{shown}': it is a device; name a file")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentNotFoundError(f"cannot find '{shown}': check the name, or press Tab to complete it") from error
    except IsADirectoryError as error:
        raise UnreadableError(f"cannot read '{shown}': it is a folder; name a file inside it") from error
    except PermissionError as error:
        raise UnreadableError(f"cannot read '{shown}': permission denied; ask its owner, or copy it") from error
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error) or type(error).__name__)
        raise UnreadableError(f"cannot read '{shown}': {reason[:1].lower()}{reason[1:]}") from error
