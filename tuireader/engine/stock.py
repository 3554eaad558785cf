"""Documents and indexes that were made before, and those that are kept for another time."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePath

from tuireader.domain.document import Document, DocumentId
from tuireader.domain.index import Index
from tuireader.engine.fingerprint import fingerprint_with
from tuireader.store.base import Cache


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells a file from all others that give another document: its bytes, and its name without the folder."""

    id: DocumentId
    name: str

    @classmethod
    def of(cls, data: bytes, source: str) -> "Mark":
        """The mark of the bytes that were read from a path."""
        return cls(DocumentId(hashlib.sha256(data).hexdigest()), PurePath(source).name)


class Stock:
    """Keeps documents and indexes as bytes in a cache; what is not there, or not sound, is made anew by others."""

    def __init__(self, cache: Cache, model: Path) -> None:
        """Take from a cache what was made with the weights in a file."""
        self._cache = cache
        self._model = model

    def document(self, mark: Mark) -> Document | None:
        """The document of a file."""
        if (data := self._cache.get(self._document_key(mark))) is None:
            return None
        from tuireader.engine import codec  # noqa: PLC0415 - JSON is loaded only where something is found

        try:
            document = codec.document_from_bytes(data)
        except codec.DamagedError:
            return None
        return document if document.id == mark.id else None

    def index(self, mark: Mark, document: Document) -> Index | None:
        """The actors of the document of a file."""
        if (data := self._cache.get(self._index_key(mark))) is None:
            return None
        from tuireader.engine import codec  # noqa: PLC0415

        try:
            return codec.index_from_bytes(data, len(document.text))
        except codec.DamagedError:
            return None

    def keep_document(self, mark: Mark, document: Document) -> None:
        """Keep a document for the next time."""
        if self._cache.is_lasting:
            from tuireader.engine import codec  # noqa: PLC0415

            self._cache.put(self._document_key(mark), codec.document_to_bytes(document))

    def keep_index(self, mark: Mark, index: Index) -> None:
        """Keep an index for the next time."""
        if self._cache.is_lasting:
            from tuireader.engine import codec  # noqa: PLC0415

            self._cache.put(self._index_key(mark), codec.index_to_bytes(index))

    def _document_key(self, mark: Mark) -> str:
        """The title of a document may come from the name of its file."""
        return f"document {mark.id} {fingerprint_with(self._model)} {mark.name!a}"

    def _index_key(self, mark: Mark) -> str:
        """The suffix tells which text a file has."""
        return f"index {mark.id} {fingerprint_with(self._model)} {PurePath(mark.name).suffix.lower()!a}"
