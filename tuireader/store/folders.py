"""Where the files of the store are; SQLite is loaded only once there is one of them, or something to keep."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.domain.document import DocumentId
from tuireader.domain.notes import Note
from tuireader.settings import Settings
from tuireader.store.base import Bookmark, Cache, Edition, NoCache, NoNotebook, Notebook, Recent
from tuireader.store.places import edition_of, is_there

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed
    from tuireader.store.cache import SqliteCache
    from tuireader.store.notebook import SqliteNotebook

_NAME = "tuireader"


def open_cache(settings: Settings) -> Cache:
    """The cache of whoever runs the program."""
    if settings.is_private:
        return NoCache()
    return LateCache(folders_of(settings)[0] / "cache.db")


def open_notebook(settings: Settings) -> Notebook:
    """The notebook of whoever runs the program."""
    if settings.is_private:
        return NoNotebook()
    return LateNotebook(folders_of(settings)[1] / "notebook.db")


def folders_of(settings: Settings) -> tuple[Path, Path]:
    """Where the cache and the notebook are, or would be."""
    folders = settings.cache_folder or _usual_cache_folder(), settings.data_folder or _usual_data_folder()
    return folders[0].absolute(), folders[1].absolute()


class LateCache:
    """A cache that is opened when it is needed."""

    is_lasting = True

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _cache(self) -> "SqliteCache":
        from tuireader.store.cache import SqliteCache  # noqa: PLC0415

        return SqliteCache(self._path)

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; nothing if there is none."""
        return self._cache.get(key) if is_there(self._path) else None

    def put(self, key: str, value: bytes) -> None:
        """Keep some bytes, if that can be done."""
        self._cache.put(key, value)


class LateNotebook:
    """A notebook that is opened when it is needed."""

    is_lasting = True

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _notebook(self) -> "SqliteNotebook":
        from tuireader.store.notebook import SqliteNotebook  # noqa: PLC0415

        return SqliteNotebook(self._path)

    def edition(self) -> Edition:
        """How its files look from outside."""
        return edition_of(self._path)

    def bookmark(self, document: DocumentId) -> Bookmark | None:
        """Where a document was left."""
        return self._notebook.bookmark(document) if is_there(self._path) else None

    def remember(self, document: DocumentId, bookmark: Bookmark) -> None:
        """Where a document is left."""
        self._notebook.remember(document, bookmark)

    def add_recent(self, recent: Recent) -> None:
        """A document was opened."""
        self._notebook.add_recent(recent)

    def recent(self) -> tuple[Recent, ...]:
        """The documents that were opened, the latest first."""
        return self._notebook.recent() if is_there(self._path) else ()

    def corrections(self, document: DocumentId, source: str) -> "tuple[Deed, ...]":
        """What was corrected of a document."""
        return self._notebook.corrections(document, source) if is_there(self._path) else ()

    def correct(self, document: DocumentId, source: str, deed: "Deed") -> None:
        """Add to what was corrected."""
        self._notebook.correct(document, source, deed)

    def notes(self, document: DocumentId, path: str) -> tuple[Note, ...]:
        """The notes of a document."""
        return self._notebook.notes(document, path) if is_there(self._path) else ()

    def keep_note(self, document: DocumentId, path: str, note: Note) -> None:
        """Keep a note."""
        self._notebook.keep_note(document, path, note)

    def drop_note(self, note: Note) -> None:
        """Keep a note no longer."""
        self._notebook.drop_note(note)

    def choices(self) -> Mapping[str, object]:
        """What the reader has chosen of the look."""
        return self._notebook.choices() if is_there(self._path) else {}

    def choose(self, choices: Mapping[str, str | int]) -> None:
        """Remember what was chosen."""
        self._notebook.choose(choices)


def _usual_cache_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - the screen needs it as well, a small command may not

    return platformdirs.user_cache_path(_NAME, appauthor=False)


def _usual_data_folder() -> Path:
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_data_path(_NAME, appauthor=False)
