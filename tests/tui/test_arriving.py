"""The beginning of a large text is read until all of it is there."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.engine.executors import SerialExecutor
from tests.tui.sitting import Sitting, sit_at
from tuireader.engine import heads
from tuireader.engine.delivery import Delivery
from tuireader.engine.desk import Volume
from tuireader.engine.heads import TextBeginning
from tuireader.engine.library import open_library
from tuireader.engine.opening import Opened, Opening
from tuireader.errors import UnreadableError
from tuireader.settings import Settings
from tuireader.tui.app import ReaderApp

TEXT = "".join(f"CHAPTER {number}\n\nAda saw boat {number}, and Bo saw another one.\n\n" for number in range(1, 400))
HEAD = 2_000


class Post:
    """Brings a document when it is told to."""

    def __init__(self, store: Path, path: Path) -> None:
        self._library = open_library(Settings(cache_folder=store, data_folder=store))
        self._path = path
        self._is_there = Event()
        self.error: UnreadableError | None = None

    def arrive(self) -> None:
        self._is_there.set()

    def delivery(self) -> Delivery:
        return Delivery(Opening(self._wait, TextBeginning(self._path.read_bytes(), "boats.txt")), self._lay)

    def _wait(self) -> Opened:
        self._is_there.wait(60)
        if self.error is not None:
            raise self.error
        return self._library.begin(str(self._path), SerialExecutor())()

    def _lay(self, opened: Opened) -> Volume:
        class Keeper:
            def do(self, work: Callable[[], None]) -> None:
                work()

        return Volume(opened, self._library, Keeper())


@pytest.fixture
def post(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Post:
    monkeypatch.setattr(heads, "LARGE", HEAD)
    monkeypatch.setattr(heads, "HEAD", HEAD)
    path = tmp_path / "boats.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Post(store, path)


async def test_the_beginning_is_read_until_the_rest_is_there(post: Post) -> None:
    async with sit_at(ReaderApp(volume=post.delivery())) as sitting:
        assert sitting.shows("opening the rest")
        await sitting.press("pagedown")
        before, size = sitting.text_rows(), len(sitting.state.document.text)
        post.arrive()
        await _whole(sitting)
        assert size < len(sitting.state.document.text)
        assert sitting.text_rows() == before
        assert not sitting.shows("opening the rest")
        await sitting.press("G")
        assert sitting.shows("boat 399")


async def test_an_actor_can_be_chosen_as_soon_as_the_rest_is_there(post: Post) -> None:
    post.arrive()
    async with sit_at(ReaderApp(volume=post.delivery())) as sitting:
        await _whole(sitting)
        await sitting.choose("bo")
        assert sitting.state.filter.actors == ("person:bo",)


async def test_a_text_whose_rest_cannot_be_read_ends_the_program_with_its_reason(post: Post) -> None:
    post.error = UnreadableError("cannot read 'boats.txt': it is damaged")
    app = ReaderApp(volume=post.delivery())
    async with sit_at(app) as sitting:
        assert sitting.shows("boat 1")
        post.arrive()
        await sitting.until(lambda: app.failure is not None)
    assert app.failure is post.error


async def _whole(sitting: Sitting) -> None:
    await sitting.until(lambda: len(sitting.state.document.text) > HEAD)
