"""What goes on beside reading: the place is remembered, and the file and the notebook are watched."""

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.timer import Timer

from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.engine.desk import Volume
from tuireader.engine.files import Condition
from tuireader.engine.mending import Mending
from tuireader.tui.messages import CorrectionsFound, FileChanged, Noted, NotesFound
from tuireader.tui.times import moment

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed

_PAUSE = 0.5
"""Seconds after which a reader who has not moved has stopped."""

_WATCHED = 4
"""Every so many pauses the file is looked at."""

_SHOWN = 6
"""Pauses for which the first note is shown at least; it goes when the reader moves."""

NOTES = {
    Condition.SAME: "",
    Condition.CHANGED: "the file has changed: {key} reads it again",
    Condition.GONE: "the file is gone: this is what it was",
}
"""What to say of a file, with the key that reads it again."""


class Minder:
    """Minds one document for a screen; all that takes time is done in another thread."""

    def __init__(self, screen: Screen[None], state: ReadingState, volume: Volume | None) -> None:
        """Mind a document as it is first shown; it has no volume if it does not come from a desk."""
        self._screen = screen
        self._document = state.document
        self._volume = volume
        self._timer: Timer | None = None
        self._pauses = 0
        self._place = self._first_place = state.place.offset
        self.has_links = any(inline.target for inline in state.document.inlines)
        """Whether links lead out of the document."""

        self.note = state.document.warning or _first_note(volume)
        """What to say when it is opened: what of it cannot be read, when it was left, or why that is not known."""

        self.mending = volume.mending if volume is not None else Mending(state.document, found=state.index)
        """What the reader corrects of its actors."""

        self.can_reload = False
        """Whether there is something else in the file than what is read."""

    @property
    def source(self) -> str:
        """Where the document comes from; empty if it does not come from a desk."""
        return self._volume.opened.source if self._volume is not None else ""

    def begin(self) -> None:
        """The document is in sight: keep it, and mind it from now on."""
        if self._volume is not None:
            self._volume.keep(self._tell)
            self._look(self._volume)
            self._timer = self._screen.set_interval(_PAUSE, partial(self._pause, self._volume))

    def end(self) -> None:
        """Mind it no longer."""
        if self._timer is not None:
            self._timer.stop()

    def follow(self, state: ReadingState) -> None:
        """The reader is somewhere else; said at every step."""
        self._place = state.place.offset
        if self._volume is not None:
            self._volume.follow(state)

    def take(self, condition: Condition) -> None:
        """The file is in another condition."""
        self.can_reload = condition is Condition.CHANGED

    def correct(self, deed: "Deed") -> Index:
        """Correct the actors, or take that back, and keep it.

        Returns:
            The index as it is now.
        """
        if self._volume is not None:
            self._volume.keep_correction(deed, self._tell)
        return self.mending.after(deed)

    def _pause(self, volume: Volume) -> None:
        volume.settle(self._tell)
        self._look(volume)
        self._pauses += 1
        if self._pauses % _WATCHED == 0:
            volume.watch(self._tell_condition)
        if self._pauses >= _SHOWN and self._place != self._first_place:
            self._screen.post_message(Noted(self._document, "", instead_of=self.note))

    def _look(self, volume: Volume) -> None:
        """See what was noted and corrected before, and what other readers of the document note and correct."""
        volume.notepad.look(self._document, self._tell_notes, self._tell)
        volume.ledger.look(self._tell_corrections, self._tell)

    def _tell(self, note: str) -> None:
        self._screen.post_message(Noted(self._document, note))

    def _tell_notes(self) -> None:
        self._screen.post_message(NotesFound(self._document))

    def _tell_corrections(self, deeds: "tuple[Deed, ...]") -> None:
        self._screen.post_message(CorrectionsFound(self._document, deeds))

    def _tell_condition(self, condition: Condition) -> None:
        self._screen.post_message(FileChanged(self._document, condition))


def _first_note(volume: Volume | None) -> str:
    if volume is None:
        return ""
    if volume.opened.prior.note:
        return volume.opened.prior.note
    bookmark = volume.opened.bookmark
    if bookmark is not None and bookmark.offset:
        return f"left off {moment(bookmark.at, time.time())}"
    return volume.opened.note
