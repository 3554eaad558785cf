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
class Taken:
    """A step back or forth, with the correction that it is taken with: another reader may have made more meanwhile."""

    step: Step
    correction: "Correction"


@dataclass(frozen=True, slots=True)
class History:
    """The corrections that hold, and those that were undone and may be done again."""

    done: "tuple[Correction, ...]" = ()
    undone: "tuple[Correction, ...]" = ()
    """The one that was undone last stands last."""

    def taken(self, step: Step) -> Taken | None:
        """A step with the correction that was made or undone last; nothing if there is none."""
        last = self.done[-1:] if step is Step.UNDO else self.undone[-1:]
        return Taken(step, last[0]) if last else None

    def after(self, entry: "Entry") -> "History":
        """The history with one more entry; a step with a correction that is not there changes nothing."""
        if not isinstance(entry, Taken):
            return History((*self.done, entry))
        if entry.step is Step.UNDO and entry.correction in self.done:
            return History(_without(self.done, entry.correction), (*self.undone, entry.correction))
        if entry.step is Step.REDO and entry.correction in self.undone:
            return History((*self.done, entry.correction), _without(self.undone, entry.correction))
        return self


def _without(corrections: "tuple[Correction, ...]", correction: "Correction") -> "tuple[Correction, ...]":
    """Corrections without the last that is like one."""
    at = len(corrections) - 1 - corrections[::-1].index(correction)
    return (*corrections[:at], *corrections[at + 1 :])
