"""What a reader at the screen can ask for: documents, the recent ones, and that a place is remembered."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.place import Place
from tuireader.domain.reading import ReadingState
from tuireader.domain.resuming import resumed, veil_over
from tuireader.engine.delivery import Delivery
from tuireader.engine.executor import Executor
from tuireader.engine.files import Condition, bytes_of, stamp_of
from tuireader.engine.growth import Find, Grow, Growth
from tuireader.engine.keeper import Keeper, Tell, ThreadKeeper, do_or_tell
from tuireader.engine.ledger import Ledger
from tuireader.engine.library import Library
from tuireader.engine.mending import Mending, home_of
from tuireader.engine.notepad import Notepad
from tuireader.engine.opening import Opened
from tuireader.engine.stock import Mark
from tuireader.errors import DocumentError, NotebookError
from tuireader.store.base import Bookmark, Recent

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed


class Interruptible(Executor, Protocol):
    """An executor that can give up what it does."""

    def interrupt(self) -> None:
        """Give up the job that runs, for there is something better to do."""

    def close(self) -> None:
        """Stop for good, whatever is running."""


class Volume:
    """One document on the desk: knows where its reader stands, and what became of its file."""

    def __init__(self, opened: Opened, library: Library, keeper: Keeper, grow: Find | None = None) -> None:
        """Lay a document on the desk; `grow` finds what of its index is not known yet."""
        self._opened = opened
        self._library = library
        self._keeper = keeper
        self._grow = grow
        self._stamp = opened.stamp
        self.mending = Mending(opened.document, opened.prior)
        """What its reader corrects."""

        self._condition = Condition.SAME
        self._is_growing = self._is_halted = False
        self._place = self._before = self._kept = _standing(self.first_state)
        home = home_of(opened.source, opened.stamp)
        self.notepad = Notepad(library.notebook, opened.mark.id, home, keeper, is_secret=opened.is_secret)
        """What the reader has marked in it."""

        self.ledger = Ledger(library.notebook, opened.mark.id, home, keeper, opened.prior.deeds)
        """Where it is written down what he corrects."""

    @property
    def opened(self) -> Opened:
        """The document as it was opened."""
        return self._opened

    @property
    def path(self) -> str:
        """The whole path of its file; empty if it comes from elsewhere."""
        return str(self._opened.stamp.path) if self._opened.stamp is not None else ""

    @cached_property
    def first_state(self) -> ReadingState:
        """The document at the place where it was left."""
        opened = self._opened
        index = Index()
        if opened.index is not None:
            index = self.mending.corrected(self._library.shown(opened.document, opened.index))
        offset = opened.bookmark.offset if opened.bookmark is not None else 0
        place = Place(min(offset, len(opened.document.text)))
        state = ReadingState(opened.document, index, place=place)
        limit = opened.bookmark.limit if opened.bookmark is not None else None
        return state if limit is None else state.veiled(veil_over(state, limit))

    def state_after(self, state: ReadingState) -> ReadingState:
        """The document read on from a former version of it."""
        return resumed(self.first_state, state)

    @property
    def grow(self) -> Grow | None:
        """What finds the actors and what they say while the document is read; nothing when all of it is known."""
        index = self._opened.index
        is_known = index is not None and index.quotations is not None
        return None if is_known or self._grow is None else self._grow_and_keep

    def halt(self) -> bool:
        """Find no more actors.

        Returns:
            Whether some were being looked for.
        """
        self._is_halted = True
        return self._is_growing

    def keep(self, tell: Tell) -> None:
        """Keep what was made of the file, and remember that it was opened."""
        do_or_tell(self._keeper, partial(self._library.keep, self._opened), tell)

    def keep_correction(self, deed: "Deed", tell: Tell) -> None:
        """Keep what the reader has just corrected, or tell why that cannot be done."""
        if self._opened.is_secret:
            tell("your correction holds until you leave: nothing of a locked document is kept")
        else:
            self.ledger.keep(deed, tell)

    def follow(self, state: ReadingState) -> None:
        """The reader moved; this costs nothing, so it may be said at every step."""
        self._place = _standing(state)

    def settle(self, tell: Tell) -> None:
        """Remember where the reader stands if he has not moved since the last time this was asked."""
        self.notepad.write_soon(tell)
        self.ledger.write_soon(tell)
        if self._place == self._before and self._place != self._kept:
            do_or_tell(self._keeper, self._remember, tell)
        self._before = self._place

    def leave(self) -> None:
        """Remember soon where the reader stands, for he goes on with another document; what he wrote at once."""
        with suppress(NotebookError):
            self.notepad.write_waiting()
        self._keeper.do(self.close)

    def close(self) -> None:
        """Remember here and now where the reader stands, what was corrected just before, and notes yet to be written.

        Raises:
            NotebookError: A note cannot be written.
        """
        with suppress(NotebookError):
            self.ledger.write_waiting()
        if self._place != self._kept:
            with suppress(NotebookError):
                self._remember()
        self.notepad.close()

    def watch(self, tell: Callable[[Condition], None]) -> None:
        """Look whether the file is still the same, and tell it if that is not what was told before."""
        if self._opened.stamp is not None:
            self._keeper.do(partial(self._look, tell))

    def _grow_and_keep(self, document: Document, near: int, stopped: Callable[[], bool]) -> Iterator[Growth]:
        assert self._grow is not None
        self._is_growing, self._is_halted, growth = True, False, None
        for growth in self._grow(document, near, lambda: self._is_halted or stopped(), self._opened.index):
            yield replace(growth, index=self._library.shown(document, growth.index))
        self._is_growing = False
        if growth is not None and growth.share >= 1 and not self._opened.is_secret:
            self._keeper.do(partial(self._library.stock.keep_index, self._opened.mark, growth.index))

    def _remember(self) -> None:
        place, self._kept = self._place, self._place
        offset, limit = place
        bookmark = Bookmark(offset, len(self._opened.document.text), time.time(), limit)
        self._library.notebook.remember(self._opened.mark.id, bookmark)

    def _look(self, tell: Callable[[Condition], None]) -> None:
        condition = self._condition_now()
        if condition is not self._condition:
            self._condition = condition
            tell(condition)

    def _condition_now(self) -> Condition:
        """What became of the file; it is read only if it looks different from outside."""
        source, mark = self._opened.source, self._opened.mark
        stamp = stamp_of(source)
        if stamp is None:
            self._stamp = None
            return Condition.GONE
        if stamp == self._stamp:
            return self._condition
        self._stamp = stamp
        try:
            is_same = Mark.of(bytes_of(source), source) == mark
        except DocumentError:
            return Condition.CHANGED
        return Condition.SAME if is_same else Condition.CHANGED


def _standing(state: ReadingState) -> tuple[int, int | None]:
    """Where the reader of a state stands, and behind which offset nothing is to be known."""
    return state.place.offset, None if state.veil is None else state.veil.limit


class Desk:
    """Opens one document after the other."""

    def __init__(self, library: Library, executor: Interruptible, grow: Find) -> None:
        """Open documents of a library in another process, and find actors of large ones with `grow`."""
        self._library = library
        self._executor = executor
        self._grow = grow
        self._keeper = ThreadKeeper()
        self._latest: Volume | None = None
        self._choosing = Lock()
        self._choices: Mapping[str, str | int] = {}
        """What was chosen of the look and is not written yet."""

    def first_sight(self, source: str) -> ReadingState | None:
        """The beginning of a large text that was never opened, before all of it is read."""
        document = self._library.first_sight(source)
        return ReadingState(document) if document is not None else None

    def begin(self, source: str, password: str = "") -> Delivery:
        """Begin to open a document, and find no more actors of the one before.

        Returns:
            The document on its way.

        Raises:
            DocumentError: There is no such file, or it cannot be read.
        """
        opening = self._library.begin(source, self._executor, password)
        if self._latest is not None and self._latest.halt():
            self._executor.interrupt()

        return Delivery(opening, self._lay)

    def _lay(self, opened: Opened) -> Volume:
        self._latest = Volume(opened, self._library, self._keeper, self._grow)
        return self._latest

    def close(self) -> None:
        """Find and open nothing more, so that nobody waits for it; what was just chosen of the look is kept."""
        self._executor.close()
        with suppress(NotebookError):
            self._write_look()

    def recent(self) -> tuple[Recent, ...]:
        """The documents that were opened and are still there, the latest first.

        Raises:
            NotebookError: They cannot be looked up.
        """
        return self._library.recent()

    def keep_look(self, choices: Mapping[str, str | int], tell: Tell) -> None:
        """Remember soon what the reader chose of the look, or tell why that cannot be done; a drag chooses often."""
        with self._choosing:
            self._choices = {**self._choices, **choices}
        do_or_tell(self._keeper, self._write_look, tell)

    def _write_look(self) -> None:
        with self._choosing:
            choices, self._choices = self._choices, {}
        if not choices:
            return
        try:
            self._library.notebook.choose(choices)
        except NotebookError:
            with self._choosing:
                self._choices = {**choices, **self._choices}
            raise
