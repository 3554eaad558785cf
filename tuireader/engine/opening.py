"""A document that was opened, or is on its way."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.engine.files import Stamp
from tuireader.engine.heads import Beginning
from tuireader.engine.mending import Prior
from tuireader.engine.stock import Mark
from tuireader.store.base import Bookmark


@dataclass(frozen=True, eq=False)
class Opened:
    """A document that was opened, and its actors unless they are yet to be found."""

    document: Document
    index: Index | None
    source: str = ""
    mark: Mark = field(default_factory=lambda: Mark.of(b"", ""))
    stamp: Stamp | None = None
    """How the file looked when it was read; nothing if it is no file that can be read again."""

    bookmark: Bookmark | None = None
    """Where the reader left it."""

    note: str = ""
    """Why that is not known."""

    prior: Prior = field(default_factory=Prior)
    """What was corrected of it."""

    is_kept: bool = False
    """Whether all of it comes from the cache."""

    is_secret: bool = False
    """Whether a password opened it, so that nothing of it is kept."""


class Opening:
    """A document on its way: call it to wait for all of it."""

    def __init__(
        self, wait: Callable[[], Opened], beginning: Beginning | None = None, *, is_there: bool = False
    ) -> None:
        """Wait only when somebody asks.

        Args:
            wait: What waits for the document.
            beginning: What a new reader can see of it meanwhile.
            is_there: Whether it need not be waited for.
        """
        self._wait = wait
        self.beginning = beginning
        self.is_there = is_there

    def __call__(self) -> Opened:
        """The whole of it; raises a `DocumentError` or a `ModelError` as loading it here would."""
        opened = self._wait()
        self._wait, self.beginning = (lambda: opened), None  # which hold the bytes of the file
        return opened
