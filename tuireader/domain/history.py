"""What a reader did, one thing behind the other, with a way back and forth."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuireader.domain.correction import Correction, Deed


class Way(StrEnum):
    """Which way a reader goes among the corrections that were made."""

    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Taken:
    """A step back or forth, with the correction that it is taken with: another reader may have made more meanwhile."""

    way: Way
    correction: "Correction"


@dataclass(frozen=True, slots=True)
class History:
    """The corrections that hold, and those that were undone and may be done again."""

    done: "tuple[Correction, ...]" = ()
    undone: "tuple[Correction, ...]" = ()
    """The one that was undone last stands last."""

    def taken(self, way: Way) -> Taken | None:
        """A step with the correction that was made or undone last; nothing if there is none."""
        last = self.done[-1:] if way is Way.UNDO else self.undone[-1:]
        return Taken(way, last[0]) if last else None

    def after(self, deed: "Deed") -> "History":
        """The history with one more deed; a step with a correction that is not there changes nothing."""
        if not isinstance(deed, Taken):
            return History((*self.done, deed))
        if deed.way is Way.UNDO and deed.correction in self.done:
            return History(_without(self.done, deed.correction), (*self.undone, deed.correction))
        if deed.way is Way.REDO and deed.correction in self.undone:
            return History((*self.done, deed.correction), _without(self.undone, deed.correction))
        return self


def _without(corrections: "tuple[Correction, ...]", correction: "Correction") -> "tuple[Correction, ...]":
    """Corrections without the last that is like one."""
    at = len(corrections) - 1 - corrections[::-1].index(correction)
    return (*corrections[:at], *corrections[at + 1 :])
