"""What a reader did, one thing behind the other, with a way back and forth."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.domain.correction import Correction, Entry


class Step(StrEnum):
    """What a reader does with corrections that were made."""

    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class History:
    """The corrections that hold, and those that were undone and may be done again."""

    done: "tuple[Correction, ...]" = ()
    undone: "tuple[Correction, ...]" = ()
    """The one that was undone last stands last."""

    def after(self, entry: "Entry") -> "History":
        """The history with one more entry; where there is nothing to undo or to redo, it stays."""
        if entry is Step.UNDO:
            return History(self.done[:-1], (*self.undone, *self.done[-1:]))
        if entry is Step.REDO:
            return History((*self.done, *self.undone[-1:]), self.undone[:-1])
        assert not isinstance(entry, Step)
        return History((*self.done, entry))
