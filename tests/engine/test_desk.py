"""A volume on the desk remembers its reader's place, keeps his actors, and knows what became of its file."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.domain.ferry import FERRY_INDEX
from tests.engine.executors import SerialExecutor
from tuireader.domain.actor import ActorKind
from tuireader.domain.correction import Deed, Known, Reject
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.resuming import veil_over
from tuireader.engine.desk import Desk, Volume
from tuireader.engine.files import Condition
from tuireader.engine.growth import Growth
from tuireader.engine.indexer import grow_index
from tuireader.engine.library import Library, open_library
from tuireader.engine.opening import Opened
from tuireader.engine.stock import Mark
from tuireader.errors import NotebookError
from tuireader.settings import Settings
from tuireader.store.base import Bookmark, NoNotebook

TEXT = "Ada met Bo.\n\nIt rained.\n\nAda left.\n"


class Told:
    """Takes what is told in another thread."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, words: str) -> None:
        self.words.append(words)


class PatientKeeper:
    """Does all work at once, here."""

    def do(self, work: Callable[[], None]) -> None:
        work()


class InterruptedExecutor(SerialExecutor):
    """Counts how often it is interrupted."""

    def __init__(self) -> None:
        self.interrupted = 0

    def interrupt(self) -> None:
        self.interrupted += 1


class BrokenNotebook(NoNotebook):
    """Cannot remember anything."""

    def remember(self, document: str, bookmark: Bookmark) -> None:
        raise NotebookError("your place is not kept: the disk is full")


@pytest.fixture
def library(store: Path) -> Library:
    return open_library(Settings(cache_folder=store, data_folder=store))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "boats.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def told() -> Told:
    return Told()


def lay(library: Library, source: Path | str) -> Volume:
    """Lay a document on a desk whose keeper is not a thread."""
    return Volume(library.begin(str(source), SerialExecutor())(), library, PatientKeeper())


def place_in(library: Library, volume: Volume) -> int | None:
    bookmark = library.notebook.bookmark(volume.opened.mark.id)
    return bookmark.offset if bookmark is not None else None


def test_a_new_document_begins_at_its_beginning(library: Library, path: Path) -> None:
    assert lay(library, path).first_state.place.offset == 0


def test_pronouns_are_shown_to_who_wants_them_and_never_kept(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "anna.txt"
    path.write_text("Anna Holm saw Norway. She smiled.", encoding="utf-8")
    settings = Settings(cache_folder=store, data_folder=store)
    shown = []
    for has_pronouns in (True, False):
        library = open_library(replace(settings, has_pronouns=has_pronouns))
        volume = lay(library, path)
        library.keep(volume.opened)
        shown.append([str(mention.form) for mention in volume.first_state.index.mentions])
    assert shown == [["name", "name", "pronoun"], ["name", "name"]]
    assert volume.opened.is_kept


def stand_at(volume: Volume, offset: int) -> None:
    """The reader goes to an offset."""
    volume.follow(volume.first_state.at_offset(offset))


def test_a_place_is_remembered_when_the_reader_has_stopped(library: Library, path: Path, told: Told) -> None:
    volume = lay(library, path)
    places = []
    for offset in (5, 13, 13, 13):
        stand_at(volume, offset)
        volume.settle(told)
        places.append(place_in(library, volume))
    assert places == [None, None, 13, 13]


def test_a_reader_who_has_not_moved_writes_nothing(library: Library, path: Path, told: Told, store: Path) -> None:
    volume = lay(library, path)
    for _ in range(3):
        volume.settle(told)
    volume.close()
    assert not (store / "notebook.db").exists()


def test_closing_remembers_the_place_at_once(library: Library, path: Path) -> None:
    volume = lay(library, path)
    stand_at(volume, 13)
    volume.close()
    assert lay(library, path).first_state.place.offset == 13


def test_going_back_to_the_beginning_is_remembered_as_well(library: Library, path: Path) -> None:
    for offset in (13, 0):
        volume = lay(library, path)
        stand_at(volume, offset)
        volume.close()
    assert lay(library, path).first_state.place.offset == 0


def test_the_last_of_two_readers_of_one_document_counts(library: Library, path: Path) -> None:
    one, other = lay(library, path), lay(library, path)
    for volume, offset in ((one, 5), (other, 13), (one, 24)):
        stand_at(volume, offset)
        volume.close()
    assert lay(library, path).first_state.place.offset == 24


def test_how_far_a_reader_wants_to_know_is_remembered_and_taken_back(library: Library, path: Path) -> None:
    volume = lay(library, path)
    volume.follow(volume.first_state.veiled(veil_over(volume.first_state, 13)))
    volume.close()
    volume = lay(library, path)
    assert volume.first_state.veil is not None
    assert volume.first_state.veil.limit == 13
    volume.follow(volume.first_state.veiled(None))
    volume.close()
    assert lay(library, path).first_state.veil is None


def test_a_place_behind_the_end_is_the_end(library: Library, path: Path) -> None:
    library.notebook.remember(lay(library, path).opened.mark.id, Bookmark(900, 1_000, time.time()))
    assert lay(library, path).first_state.place.offset == len(TEXT)


def test_what_cannot_be_remembered_is_told_and_no_error(path: Path, told: Told) -> None:
    volume = lay(Library(Settings(), notebook=BrokenNotebook()), path)
    stand_at(volume, 13)
    volume.settle(told)
    volume.settle(told)
    stand_at(volume, 14)
    volume.close()
    assert told.words == ["your place is not kept: the disk is full"]


def test_the_last_index_that_is_found_is_kept(library: Library, path: Path) -> None:
    opened = library.begin(str(path), SerialExecutor())()
    large = Opened(opened.document, None, str(path), opened.mark)

    def grow(
        document: Document, near: int, stopped: Callable[[], bool], known: Index | None = None
    ) -> Iterator[Growth]:
        yield Growth(Index(), 0.5)
        yield Growth(FERRY_INDEX, 1.0)

    volume = Volume(large, library, PatientKeeper(), grow)
    assert volume.grow is not None
    growths = list(volume.grow(opened.document, 0, lambda: False))
    assert [growth.share for growth in growths] == [0.5, 1.0]
    assert library.stock.index(opened.mark, _as_long(opened.document)) is not None


def test_an_index_that_is_not_finished_is_not_kept(library: Library, path: Path) -> None:
    opened = library.begin(str(path), SerialExecutor())()
    large = Opened(opened.document, None, str(path), opened.mark)
    volume = Volume(large, library, PatientKeeper(), lambda *_: iter([Growth(Index(), 0.5)]))
    assert volume.grow is not None
    assert len(list(volume.grow(opened.document, 0, lambda: True))) == 1
    assert library.stock.index(opened.mark, opened.document) is None


def test_a_document_with_all_its_actors_does_not_grow(library: Library, path: Path) -> None:
    opened = library.begin(str(path), SerialExecutor())()
    assert opened.index is not None
    whole = replace(opened, index=opened.index.quoting(()))
    assert Volume(whole, library, PatientKeeper(), lambda *_: iter(())).grow is None


def test_what_is_said_in_a_small_text_is_found_and_kept_while_it_is_read(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "said.txt"
    path.write_text("Ada Lund met Bo Berg. “We go,” said Ada Lund.\n", encoding="utf-8")
    executor = SerialExecutor()
    find = partial(grow_index, Settings().model, executor)
    opened = library.begin(str(path), executor)()
    volume = Volume(opened, library, PatientKeeper(), find)
    assert volume.grow is not None
    [growth] = volume.grow(opened.document, 0, lambda: False)
    assert growth.share == 1
    assert [len(each.span) for each in growth.index.quotations or ()] == [len("We go,")]
    assert library.stock.index(opened.mark, opened.document) is not None


def _touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def _change(path: Path) -> None:
    path.write_text("Something else.", encoding="utf-8")


def _change_in_place(path: Path) -> None:
    path.write_text(TEXT.replace("rained", "snowed"), encoding="utf-8")
    os.utime(path, ns=(2, 2))


def _write_anew(path: Path) -> None:
    path.unlink()
    path.write_text(TEXT, encoding="utf-8")


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("act", "conditions"),
    [
        (_touch, []),
        (_write_anew, []),
        (_change, [Condition.CHANGED]),
        (_change_in_place, [Condition.CHANGED]),
        (Path.unlink, [Condition.GONE]),
        (_replace_by_folder, [Condition.GONE]),
    ],
)
def test_it_is_told_once_what_became_of_the_file(
    library: Library, path: Path, told: Told, act: Callable[[Path], None], conditions: list[Condition]
) -> None:
    volume = lay(library, path)
    volume.watch(told)
    act(path)
    volume.watch(told)
    volume.watch(told)
    assert told.words == conditions


def test_a_file_that_comes_back_as_it_was_is_the_same_again(library: Library, path: Path, told: Told) -> None:
    volume = lay(library, path)
    for act in (Path.unlink, _change, lambda path: path.write_text(TEXT, encoding="utf-8")):
        act(path)
        volume.watch(told)
    assert told.words == [Condition.GONE, Condition.CHANGED, Condition.SAME]


def test_what_is_no_file_is_not_watched(library: Library, told: Told) -> None:
    opened = Opened(Document(Mark.of(b"", "-").id, "", "", (), ()), Index(), "-")
    Volume(opened, library, PatientKeeper()).watch(told)
    assert told.words == []


def test_a_desk_opens_documents_and_lists_them(library: Library, path: Path, told: Told) -> None:
    desk = Desk(library, SerialExecutor(), lambda *_: iter(()))
    volume = desk.begin(str(path))()
    volume.keep(told)
    for _ in range(500):
        if desk.recent():
            break
        time.sleep(0.01)
    assert [recent.path for recent in desk.recent()] == [str(path)]


def test_opening_another_document_gives_up_finding_the_actors_of_the_one_before(
    library: Library, path: Path, tmp_path: Path
) -> None:
    path.write_text(TEXT * 10_000, encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Bo left.", encoding="utf-8")
    executor, halted = InterruptedExecutor(), []

    def grow(
        document: Document, near: int, stopped: Callable[[], bool], known: Index | None = None
    ) -> Iterator[Growth]:
        yield Growth(Index(), 0.5)
        halted.append(stopped())

    desk = Desk(library, executor, grow)
    volume = desk.begin(str(path))()
    assert volume.grow is not None
    growths = volume.grow(volume.opened.document, 0, lambda: False)
    next(growths)
    desk.begin(str(other))()
    list(growths)
    assert (executor.interrupted, halted) == (1, [True])


def test_nothing_is_given_up_where_nothing_is_done(library: Library, path: Path) -> None:
    executor = InterruptedExecutor()
    desk = Desk(library, executor, lambda *_: iter(()))
    for _ in range(2):
        desk.begin(str(path))()
    assert executor.interrupted == 0


def _as_long(document: Document) -> Document:
    """A document that has room for the mentions of another one."""
    return Document(document.id, "", document.text * 9, (), ())


class BusyNotebook(NoNotebook):
    """Another program holds it at first."""

    is_lasting = True

    def __init__(self) -> None:
        self.kept: list[Deed] = []
        self.is_busy = True

    def correct(self, document: str, source: str, deed: Deed) -> None:
        if self.is_busy:
            raise NotebookError("your correction is not kept: another program holds the notebook")
        self.kept.append(deed)


def test_corrections_that_had_to_wait_are_kept_later_in_their_order(path: Path, told: Told) -> None:
    notebook = BusyNotebook()
    volume = lay(Library(Settings(), notebook=notebook), path)
    deeds = [Reject(Known(ActorKind.PERSON, name)) for name in ("Ada", "Bo")]
    for deed in deeds:
        volume.keep_correction(deed, told)
    assert notebook.kept == []
    notebook.is_busy = False
    volume.settle(told)
    assert notebook.kept == deeds
    volume.close()
    assert notebook.kept == deeds


def test_what_is_kept_nowhere_is_told_once(path: Path, told: Told) -> None:
    volume = lay(Library(Settings()), path)
    volume.keep_correction(Reject(Known(ActorKind.PERSON, "Ada")), told)
    volume.settle(told)
    volume.close()
    assert len(told.words) == 1
