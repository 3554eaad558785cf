"""Readers whose documents are files, with a store of their own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from tests.engine.executors import SerialExecutor
from tests.tui.sitting import WIDE, Sitting, sit_at
from tuireader.engine.desk import Desk
from tuireader.engine.indexer import grow_index
from tuireader.engine.library import open_library
from tuireader.engine.looks import look_of
from tuireader.settings import Settings
from tuireader.tui.app import ReaderApp
from tuireader.tui.preferences import Preferences


class Study:
    """Where readers sit down at files, one after the other or at the same time."""

    def __init__(self, store: Path) -> None:
        self.settings = Settings(cache_folder=store, data_folder=store)
        self.library = open_library(self.settings)

    def desk(self) -> Desk:
        """A desk of another reader."""
        executor = SerialExecutor()
        return Desk(open_library(self.settings), executor, partial(grow_index, self.settings.model, executor))

    @asynccontextmanager
    async def sit_down(self, path: Path | None, *, size: tuple[int, int] = WIDE) -> AsyncIterator[Sitting]:
        """Read a file, or pick a recent one; in the end the place is remembered as the program does it."""
        desk = self.desk()
        preferences = Preferences(look_of(self.settings, open_library(self.settings).notebook))
        app = ReaderApp(volume=desk.begin(str(path))() if path else None, desk=desk, preferences=preferences)
        async with sit_at(app, size=size) as sitting:
            yield sitting
        if app.volume is not None:
            app.volume.close()

    def place_of(self, path: Path) -> int | None:
        """Where a file was left."""
        bookmark = self.library.begin(str(path), SerialExecutor())().bookmark
        return bookmark.offset if bookmark is not None else None
