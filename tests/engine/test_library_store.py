"""A library takes what was made before, keeps what it makes, and never fails because of either."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from dataclasses import fields, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from tests.engine.executors import FailingExecutor, SerialExecutor
from tuireader.domain.document import Document
from tuireader.engine.library import Library, open_library
from tuireader.errors import NotebookError
from tuireader.settings import Settings
from tuireader.store.base import Bookmark, NoNotebook

P = ParamSpec("P")
T = TypeVar("T")


class CountingExecutor(SerialExecutor):
    """Counts the jobs that it runs."""

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.submitted += 1
        return super().submit(job, *args, **kwargs)


class BrokenNotebook(NoNotebook):
    """Cannot look anything up."""

    def bookmark(self, document: str) -> Bookmark | None:
        raise NotebookError("your place is not kept: another program holds the notebook")


@pytest.fixture
def settings(store: Path) -> Settings:
    return Settings(cache_folder=store, data_folder=store)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "boats.txt"
    path.write_text("Angela Merkel met Ada Lund in Norway.\n\nIt rained.", encoding="utf-8")
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.txt"
    path.write_text("Angela Merkel met Ada Lund in Norway.\n\n" * 9_000, encoding="utf-8")
    return path


def parts_of(document: Document) -> list[object]:
    return [getattr(document, field.name) for field in fields(document)]


def test_the_second_time_a_document_and_its_actors_are_there_at_once(settings: Settings, path: Path) -> None:
    first = open_library(settings).begin(str(path), SerialExecutor())()
    open_library(settings).keep(first)
    executor = FailingExecutor(BrokenExecutor())
    second = open_library(settings).begin(str(path), executor)()
    assert first.index is not None
    assert second.index is not None
    assert second.index.mentions == first.index.mentions
    assert parts_of(second.document) == parts_of(first.document)
    assert (executor.submitted, second.is_kept) == (0, True)


def test_the_actors_of_a_large_document_are_there_at_once_too(settings: Settings, large: Path) -> None:
    library = open_library(settings)
    first = library.begin(str(large), SerialExecutor())()
    library.keep(first)
    before = library.begin(str(large), SerialExecutor())()
    index = library.quoted(first.document)
    library.stock.keep_index(first.mark, index)
    after = library.begin(str(large), SerialExecutor())()
    assert (first.index, before.index, before.is_kept) == (None, None, True)
    assert after.index is not None and after.index.mentions == index.mentions


@pytest.mark.parametrize("damage", [lambda data: data[:-5_000], lambda data: b"x" * len(data)], ids=["cut", "other"])
def test_a_damaged_cache_is_as_if_there_were_none(
    settings: Settings, store: Path, path: Path, damage: Callable[[bytes], bytes]
) -> None:
    library = open_library(settings)
    library.keep(library.begin(str(path), SerialExecutor())())
    (store / "cache.db").write_bytes(damage((store / "cache.db").read_bytes()))
    executor = CountingExecutor()
    opened = library.begin(str(path), executor)()
    assert opened.index is not None and opened.index.mentions
    assert executor.submitted == 1
    library.keep(opened)
    assert library.begin(str(path), executor)().is_kept


def test_commands_take_documents_and_actors_from_the_cache(settings: Settings, path: Path) -> None:
    first = open_library(settings)
    document = first.load(str(path))
    index = first.index(document)
    other = open_library(settings)
    again = other.load(str(path))
    assert parts_of(again) == parts_of(document)
    found = other.stock.index(first.begin(str(path), SerialExecutor())().mark, again)
    assert found is not None and found.mentions == index.mentions == other.index(again).mentions


def test_commands_remember_no_place_and_no_recent_document(settings: Settings, store: Path, path: Path) -> None:
    library = open_library(settings)
    library.index(library.load(str(path)))
    assert [each.name for each in store.iterdir()] == ["cache.db"]


def test_pronouns_are_found_in_what_was_kept_without_them(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text("Angela Merkel smiled. She left.", encoding="utf-8")
    counts = []
    for wanted in (False, True, False):
        library = open_library(replace(settings, has_pronouns=wanted))
        counts.append(len(library.index(library.load(str(path))).mentions))
    assert counts == [1, 2, 1]


def test_in_private_nothing_is_kept(settings: Settings, store: Path, path: Path) -> None:
    library = open_library(replace(settings, is_private=True))
    opened = library.begin(str(path), SerialExecutor())()
    library.keep(opened)
    library.notebook.remember(opened.mark.id, Bookmark(5, 9, 1.0))
    assert (store.exists(), library.recent()) == (False, ())


def test_a_library_for_programs_keeps_nothing(store: Path, path: Path) -> None:
    library = Library(Settings(cache_folder=store, data_folder=store))
    library.index(library.load(str(path)))
    assert not store.exists()


def test_a_document_is_opened_where_it_was_left_under_any_path(settings: Settings, path: Path, tmp_path: Path) -> None:
    library = open_library(settings)
    place = Bookmark(40, 50, 7.5)
    library.notebook.remember(library.begin(str(path), SerialExecutor())().mark.id, place)
    moved = path.rename(tmp_path / "renamed.md")
    assert open_library(settings).begin(str(moved), SerialExecutor())().bookmark == place


def test_a_notebook_that_fails_is_a_note_beside_the_document(path: Path) -> None:
    opened = Library(Settings(), notebook=BrokenNotebook()).begin(str(path), SerialExecutor())()
    assert opened.document.text.startswith("Angela")
    assert (opened.bookmark, opened.note) == (None, "your place is not kept: another program holds the notebook")


def test_recent_documents_are_those_that_are_still_there(settings: Settings, path: Path, large: Path) -> None:
    library = open_library(settings)
    for each in (path, large):
        library.keep(library.begin(str(each), SerialExecutor())())
    both = [recent.path for recent in library.recent()]
    large.unlink()
    assert both == [str(large), str(path)]
    assert [recent.path for recent in library.recent()] == [str(path)]


def test_neither_standard_input_nor_the_bundled_document_is_recent(
    settings: Settings, briefing_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(settings)
    library.keep(library.begin(str(briefing_path), SerialExecutor())())
    monkeypatch.setattr("tuireader.engine.library.bytes_of", lambda source: b"Ada met Bo.")
    library.keep(library.begin("-", SerialExecutor())())
    assert library.recent() == ()


def test_a_relative_path_is_recent_from_anywhere(
    settings: Settings, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(settings)
    monkeypatch.chdir(path.parent)
    library.keep(library.begin(path.name, SerialExecutor())())
    assert [recent.path for recent in library.recent()] == [str(path)]


def test_what_is_said_is_found_once_and_kept(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "late.txt"
    path.write_text("“It is late,” said Angela Merkel.", encoding="utf-8")
    library = open_library(settings)
    document = library.load(str(path))
    assert library.index(document).quotations is None
    found = library.quoted(document)
    assert found.quotations is not None and len(found.quotations) == 1
    again = open_library(settings)
    kept = again.index(again.load(str(path)))
    assert kept.quotations == found.quotations


def test_actors_that_were_kept_without_what_they_say_are_there_at_once(settings: Settings, large: Path) -> None:
    library = open_library(settings)
    library.keep(library.begin(str(large), SerialExecutor())())
    library.index(library.load(str(large)))
    index = library.begin(str(large), SerialExecutor())().index
    assert index is not None
    assert index.quotations is None
    library.quoted(library.load(str(large)))
    index = library.begin(str(large), SerialExecutor())().index
    assert index is not None
    assert index.quotations is not None


def test_pronouns_tell_speakers_where_they_are_wanted(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "hat.txt"
    path.write_text(
        "Anna Berg met Mary Reed. Anna Berg laughed. She took her hat. “We go,” she said.", encoding="utf-8"
    )
    library = open_library(replace(settings, has_pronouns=True))
    index = library.quoted(library.load(str(path)))
    (quotation,) = index.quotations or ()
    assert quotation.speaker is not None and index.actor(quotation.speaker).name == "Anna Berg"
