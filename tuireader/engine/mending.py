"""The corrections of one document: where they come from, and what becomes of its index."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.history import History
from tuireader.domain.index import Index
from tuireader.engine.files import STANDARD_INPUT, Stamp, stamp_of
from tuireader.errors import CorrectionError, NotebookError
from tuireader.store.base import Notebook

if TYPE_CHECKING:
    from tuireader.domain.correction import Correction, Deed

_SUFFIX = ".actors.toml"
_LARGEST = 4_000_000
"""Bytes of a file of corrections; nobody has made so many by hand."""


@dataclass(frozen=True, slots=True)
class Prior:
    """The corrections that a document comes with."""

    shared: "tuple[Correction, ...]" = ()
    """Those of the file that lies beside it."""

    deeds: "tuple[Deed, ...]" = ()
    """What its reader did before."""

    note: str = ""
    """Why some are not known."""


class Mending:
    """Corrects the indexes of a document as its reader goes on correcting."""

    def __init__(self, document: Document, prior: Prior | None = None, found: Index | None = None) -> None:
        """Go on from what was corrected before, and from the index of a document as it was found."""
        self.document = document
        self.shared = prior.shared if prior is not None else ()
        """The corrections of the file beside the document, which come before those of its reader."""

        self.history = reduce(History.after, prior.deeds if prior is not None else (), History())
        """What its reader corrected."""

        self.idle: tuple[Correction, ...] = ()
        """The corrections that speak of nobody in the index that was corrected last."""

        self._found = found or Index()

    @property
    def corrections(self) -> "tuple[Correction, ...]":
        """All that hold, in their order."""
        return (*self.shared, *self.history.done)

    @property
    def is_of_another_text(self) -> bool:
        """Whether the file seems to hold quite another text now: several were corrected, and all of them are idle."""
        return len(self.corrections) > 1 and len(self.idle) == len(self.corrections)

    def corrected(self, index: Index) -> Index:
        """An index as it was found, corrected."""
        self._found = index
        return self._again()

    def after(self, *deeds: "Deed") -> Index:
        """The index that was found last, corrected with more deeds."""
        self.history = reduce(History.after, deeds, self.history)
        return self._again()

    def _again(self) -> Index:
        if not self.corrections:
            self.idle = ()
            return self._found
        from tuireader.domain.correcting import correct  # noqa: PLC0415 - rarely needed, never at the start

        outcome = correct(self.document, self._found, self.corrections)
        self.idle = outcome.idle
        return outcome.index


def prior_of(source: str, document: DocumentId, notebook: Notebook) -> Prior:
    """What was corrected of the file at a path: in the file beside it, and by its reader."""
    stamp, notes = stamp_of(source), list[str]()
    shared: tuple[Correction, ...] = ()
    deeds: tuple[Deed, ...] = ()
    doubts: list[CorrectionError] = []
    try:
        shared = shared_corrections(stamp.path, doubts) if stamp is not None else ()
    except CorrectionError as error:
        doubts.append(error)
    notes += map(str, doubts[:1])
    try:
        deeds = notebook.corrections(document, home_of(source, stamp))
    except NotebookError as error:
        notes.append(str(error))
    return Prior(shared, deeds, "; ".join(notes))


def home_of(source: str, stamp: Stamp | None) -> str:
    """Where another version of a document would be: its whole path or its address; nowhere if it was piped in."""
    return str(stamp.path) if stamp is not None else "" if source == STANDARD_INPUT else source


def shared_corrections(path: Path, doubts: list[CorrectionError]) -> "tuple[Correction, ...]":
    """The corrections in the file beside a document: `novel.actors.toml` or `novel.epub.actors.toml` for `novel.epub`.

    Args:
        path: The document.
        doubts: Takes an error about each correction that cannot be understood.

    Returns:
        The others.

    Raises:
        CorrectionError: The file cannot be read; the message names it.
    """
    for beside in _beside(path):
        if beside.is_file():
            return corrections_in(beside, doubts)
    return ()


def corrections_in(path: Path, doubts: list[CorrectionError] | None = None) -> "tuple[Correction, ...]":
    """The corrections in a file.

    Args:
        path: Where it is.
        doubts: Takes an error about each correction that cannot be understood.

    Returns:
        All of them, or the others.

    Raises:
        CorrectionError: The file cannot be read, or a correction cannot be understood and nobody takes doubts; the
            message names the file.
    """
    from tuireader.store.corrections import read  # noqa: PLC0415 - rarely needed, never at the start

    name = clean_line(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise CorrectionError("it is too large")
        unclear: list[CorrectionError] = []
        found = read(data.decode("utf-8-sig"), None if doubts is None else unclear)
    except OSError as error:
        raise CorrectionError(f"cannot read '{name}': {(error.strerror or 'no such file').lower()}") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"cannot read '{name}': it is not in UTF-8") from error
    except CorrectionError as error:
        raise CorrectionError(f"cannot read '{name}': {error}") from error
    if doubts is not None:
        doubts += (CorrectionError(f"cannot read all of '{name}': {each}") for each in unclear)
    return found


def _beside(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}{_SUFFIX}")
    if path.suffix:
        yield path.with_name(f"{path.stem}{_SUFFIX}")
