"""What the other rooms see of the store: a cache that may forget anything, and a notebook that must forget nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tuireader.domain.document import DocumentId
from tuireader.domain.notes import Note
from tuireader.errors import NotebookError

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a reader left a document."""

    offset: int
    """The first character on the top line."""

    length: int
    """How many characters the whole text has."""

    at: float
    """When that was, in seconds since 1970."""

    limit: int | None = None
    """Behind which offset nothing is to be known yet; nothing if all may be."""

    @property
    def share(self) -> float:
        """How far into the text it is, from 0 to 1."""
        return min(1.0, self.offset / self.length) if self.length else 0.0


@dataclass(frozen=True, slots=True)
class Recent:
    """A document that was opened from a file."""

    path: str
    document: DocumentId
    title: str
    at: float
    """When it was opened last, in seconds since 1970."""

    share: float = 0.0
    """How far into the text the reader was, from 0 to 1."""


Edition = tuple[tuple[int, ...] | None, ...]
"""What tells a notebook from what it was before."""


class Cache(Protocol):
    """Keeps bytes that can be made again; it may forget them at any time, and never fails."""

    is_lasting: bool
    """Whether it keeps anything at all."""

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, exactly as it was; nothing if there is none."""

    def put(self, key: str, value: bytes) -> None:
        """Keep some bytes, if that can be done."""


class Notebook(Protocol):
    """Remembers what cannot be made again; each method raises a `NotebookError` when it cannot."""

    is_lasting: bool
    """Whether it remembers at all."""

    def edition(self) -> Edition:
        """How its files look from outside: otherwise whenever something was written. To ask costs next to nothing."""

    def bookmark(self, document: DocumentId) -> Bookmark | None:
        """Where a document was left, under whatever path."""

    def remember(self, document: DocumentId, bookmark: Bookmark) -> None:
        """Where a document is left, unless a later place is known."""

    def add_recent(self, recent: Recent) -> None:
        """A document was opened."""

    def recent(self) -> tuple[Recent, ...]:
        """The documents that were opened, the latest first."""

    def corrections(self, document: DocumentId, source: str) -> "tuple[Deed, ...]":
        """What was corrected of a document, under whatever path, and of whatever else was read from this path."""

    def correct(self, document: DocumentId, source: str, deed: "Deed") -> None:
        """Add to what was corrected."""

    def notes(self, document: DocumentId, path: str) -> tuple[Note, ...]:
        """The notes of a document, and of other versions of the file at its path, which may be empty."""

    def keep_note(self, document: DocumentId, path: str, note: Note) -> None:
        """Keep a note, instead of what it was before."""

    def drop_note(self, note: Note) -> None:
        """Keep a note no longer."""

    def choices(self) -> Mapping[str, object]:
        """What the reader has chosen of the look, by its names."""

    def choose(self, choices: Mapping[str, str | int]) -> None:
        """Remember what was chosen, instead of what was under the same names."""


class NoCache:
    """A cache for those who want nothing kept."""

    is_lasting = False

    def get(self, key: str) -> bytes | None:
        """Nothing."""

    def put(self, key: str, value: bytes) -> None:
        """Let it go."""


class NoNotebook:
    """A notebook for those who want nothing remembered."""

    is_lasting = False

    def edition(self) -> Edition:
        """The only one."""
        return ()

    def bookmark(self, document: DocumentId) -> Bookmark | None:
        """Nowhere."""

    def remember(self, document: DocumentId, bookmark: Bookmark) -> None:
        """Let it go."""

    def add_recent(self, recent: Recent) -> None:
        """Let it go."""

    def recent(self) -> tuple[Recent, ...]:
        """None."""
        return ()

    def corrections(self, document: DocumentId, source: str) -> "tuple[Deed, ...]":
        """None."""
        return ()

    def correct(self, document: DocumentId, source: str, deed: "Deed") -> None:
        """Say that it is not kept."""
        raise NotebookError("your correction holds until you leave: nothing is kept with --private")

    def notes(self, document: DocumentId, path: str) -> tuple[Note, ...]:
        """None."""
        return ()

    def keep_note(self, document: DocumentId, path: str, note: Note) -> None:
        """Let it go."""

    def drop_note(self, note: Note) -> None:
        """Let it go."""

    def choices(self) -> Mapping[str, object]:
        """None."""
        return {}

    def choose(self, choices: Mapping[str, str | int]) -> None:
        """Let it go."""
