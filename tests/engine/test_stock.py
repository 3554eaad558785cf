"""What was made before is taken from the cache if it was made of the same bytes by the same engine."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from tests.domain.ferry import FERRY_INDEX
from tests.tui.documents import HARBOUR
from tuireader.domain.document import Document
from tuireader.engine import codec
from tuireader.engine.fingerprint import fingerprint_with
from tuireader.engine.stock import Mark, Stock
from tuireader.loaders.registry import load
from tuireader.store.base import NoCache

DATA = HARBOUR.encode()
MARK = Mark.of(DATA, "folder/a_note.md")


class DictCache:
    """A cache in memory."""

    is_lasting = True

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.values.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.values[key] = value


@pytest.fixture
def cache() -> DictCache:
    return DictCache()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    path.write_bytes(b"weights")
    fingerprint_with.cache_clear()
    return path


@pytest.fixture
def document() -> Document:
    return load(DATA, "a_note.md")


def test_nothing_is_made_of_a_document_for_a_cache_that_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch, model: Path, document: Document
) -> None:
    for name in ("document_to_bytes", "index_to_bytes"):
        monkeypatch.delattr(codec, name)
    stock = Stock(NoCache(), model)
    stock.keep_document(MARK, document)
    stock.keep_index(MARK, FERRY_INDEX)
    assert (stock.document(MARK), stock.index(MARK, document)) == (None, None)


def test_a_document_is_found_in_another_folder(cache: DictCache, model: Path, document: Document) -> None:
    Stock(cache, model).keep_document(MARK, document)
    found = Stock(cache, model).document(Mark.of(DATA, "elsewhere/a_note.md"))
    assert found is not None
    assert all(getattr(found, field.name) == getattr(document, field.name) for field in fields(document))


@pytest.mark.parametrize("other", [Mark.of(DATA + b" ", "a_note.md"), Mark.of(DATA, "b.md"), Mark.of(DATA, "a_note")])
def test_a_document_of_other_bytes_or_another_name_is_not_found(
    cache: DictCache, model: Path, document: Document, other: Mark
) -> None:
    Stock(cache, model).keep_document(MARK, document)
    assert Stock(cache, model).document(other) is None


def test_actors_are_found_under_another_name_of_the_same_kind(
    cache: DictCache, model: Path, document: Document
) -> None:
    stock = Stock(cache, model)
    stock.keep_index(MARK, FERRY_INDEX)
    names = ("b.md", "B.MD", "b.txt")
    found = [stock.index(Mark.of(DATA, name), document) for name in names]
    assert [index is not None for index in found] == [True, True, False]


def test_other_weights_find_nothing(cache: DictCache, model: Path, document: Document) -> None:
    Stock(cache, model).keep_document(MARK, document)
    os.utime(model, ns=(1, 1))
    fingerprint_with.cache_clear()
    assert Stock(cache, model).document(MARK) is None


def test_what_is_not_sound_is_as_if_it_were_not_there(cache: DictCache, model: Path, document: Document) -> None:
    stock = Stock(cache, model)
    stock.keep_document(MARK, document)
    stock.keep_index(MARK, FERRY_INDEX)
    for key in cache.values:
        cache.values[key] = b"not sound"
    assert (stock.document(MARK), stock.index(MARK, document)) == (None, None)


def test_a_document_under_the_mark_of_another_is_not_taken(cache: DictCache, model: Path) -> None:
    stock = Stock(cache, model)
    stock.keep_document(MARK, load(b"Ada met Bo.", "a_note.md"))
    assert stock.document(MARK) is None


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_a_name_that_is_not_unicode_has_a_key_as_well(model: Path, document: Document) -> None:
    cache, mark = DictCache(), Mark.of(DATA, os.fsdecode(b"a\xff.md"))
    Stock(cache, model).keep_document(mark, document)
    assert [key.encode("ascii") for key in cache.values]


def test_the_fingerprint_is_that_of_the_code_the_lists_and_the_weights(model: Path) -> None:
    first, other = fingerprint_with(model), fingerprint_with(model.with_name("none.bin"))
    assert first != other
    assert first == fingerprint_with(model)
