"""What goes on beside reading: the place is remembered, and the file is watched."""

import time

from textual.screen import Screen

from tuireader.engine.desk import Volume
from tuireader.engine.files import Condition
from tuireader.tui.messages import FileChanged, Noted
from tuireader.tui.times import moment

_PAUSE = 0.5
"""Seconds after which a reader who has not moved has stopped."""

_WATCHED = 4
"""Every so many pauses the file is looked at."""

NOTES = {
    Condition.SAME: "",
    Condition.CHANGED: "the file has changed: R reads it again",
    Condition.GONE: "the file is gone: this is what it was",
}


class Minder:
    """Minds one document for a screen; all of its work is done in another thread."""

    def __init__(self, screen: Screen[None], volume: Volume | None) -> None:
        """Mind a document; none if it does not come from a desk."""
        self._screen = screen
        self._volume = volume
        self._pauses = 0
        self.can_reload = False
        """Whether there is something else in the file than what is read."""

    @property
    def note(self) -> str:
        """What to say when the document is opened: where it was left, or why that is not known."""
        if self._volume is None:
            return ""
        opened = self._volume.opened
        if opened.bookmark is not None and opened.bookmark.offset:
            return f"left off {moment(opened.bookmark.at, time.time())}"
        return opened.note

    @property
    def source(self) -> str:
        """Where the document comes from."""
        return self._volume.opened.source if self._volume is not None else ""

    def begin(self) -> None:
        """The document is in sight: keep it, and mind it from now on."""
        if self._volume is not None:
            self._volume.keep(self._tell)
            self._screen.set_interval(_PAUSE, self._pause)

    def follow(self, offset: int) -> None:
        """The reader is at an offset."""
        if self._volume is not None:
            self._volume.stand_at(offset)

    def take(self, condition: Condition) -> None:
        """The file is in another condition."""
        self.can_reload = condition is Condition.CHANGED

    def _pause(self) -> None:
        assert self._volume is not None
        self._volume.settle(self._tell)
        self._pauses += 1
        if self._pauses % _WATCHED == 0:
            self._volume.watch(self._tell_condition)

    def _tell(self, note: str) -> None:
        self._screen.post_message(Noted(note))

    def _tell_condition(self, condition: Condition) -> None:
        self._screen.post_message(FileChanged(condition))
