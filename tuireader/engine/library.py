"""The way from a path to a document and its actors."""

import sys
from functools import cached_property
from pathlib import Path

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.errors import DocumentNotFoundError, UnreadableError
from tuireader.loaders import registry
from tuireader.recognise.recogniser import Recogniser, open_recogniser
from tuireader.settings import Settings

STANDARD_INPUT = "-"
"""The source that means: read what is piped in."""


class Library:
    """Opens documents and finds their actors, here and now."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def load(self, source: str) -> Document:
        """Read a document.

        Args:
            source: A path, or `-` for the bytes of standard input.

        Returns:
            The document.

        Raises:
            DocumentError: There is no such file, or it holds no text that can be read.
        """
        if source == STANDARD_INPUT:
            return registry.load(sys.stdin.buffer.read(), source)
        return registry.load(_bytes_of(Path(source).expanduser()), source)

    def index(self, document: Document) -> Index:
        """The actors of a document and all of their mentions.

        Raises:
            ModelError: The weights of the model of names cannot be read.
        """
        return self._recogniser.find(document.text, document.paragraphs)

    @cached_property
    def _recogniser(self) -> Recogniser:
        return open_recogniser(self._settings.model)


def _bytes_of(path: Path) -> bytes:
    shown = clean_line(str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentNotFoundError(f"cannot find '{shown}': check the name, or press Tab to complete it") from error
    except IsADirectoryError as error:
        raise UnreadableError(f"cannot read '{shown}': it is a folder; name a file inside it") from error
    except PermissionError as error:
        raise UnreadableError(f"cannot read '{shown}': permission denied; ask its owner, or copy it") from error
    except OSError as error:
        reason = clean_line(error.strerror or type(error).__name__)
        raise UnreadableError(f"cannot read '{shown}': {reason.lower()}") from error
