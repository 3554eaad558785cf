"""What has time: small work on the store, one piece after the other, in a thread that nobody waits for."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

from tuireader.errors import NotebookError

_LOG = logging.getLogger(__name__)


class Keeper(Protocol):
    """Does small work when there is time."""

    def do(self, work: Callable[[], None]) -> None:
        """Do something soon."""


Tell = Callable[[str], None]
"""Takes a note for the reader; called in another thread."""


def do_or_tell(keeper: Keeper, work: Callable[[], None], tell: Tell) -> None:
    """Do something with the notebook soon, or tell why that cannot be done."""

    def do() -> None:
        try:
            work()
        except NotebookError as error:
            tell(str(error))

    keeper.do(do)


class ThreadKeeper:
    """Does work in its order. When the program ends, what is not done is not done: all of it can bear that."""

    def __init__(self) -> None:
        self._work: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: Thread | None = None

    def do(self, work: Callable[[], None]) -> None:
        """Do something soon."""
        self._work.put(work)
        if self._thread is None:
            self._thread = Thread(target=self._serve, name="keeper", daemon=True)
            self._thread.start()

    def _serve(self) -> None:
        while True:
            work = self._work.get()
            try:
                work()
            except Exception:  # nobody waits for what is lost here, and what comes behind it may still be done
                _LOG.debug("work on the store was lost", exc_info=True)
