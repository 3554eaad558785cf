"""How the text and the panes look: what a reader may choose, and what holds unless he does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

LIMITS: Mapping[str, tuple[int, int]] = {
    "width": (20, 200),
    "margin": (0, 40),
    "spacing": (0, 2),
    "sidebar": (20, 80),
    "filter": (24, 80),
}
"""The least and the most of what is a number."""

NARROW, BESIDE = 60, 100
"""Columns of a screen from which on there is more than text, and panes stand beside it, not over it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is chosen of the look."""

    theme: str = "night"
    width: int = 74
    """Cells of the longest line; a wider view gets wider margins."""

    margin: int = 2
    """Cells beside the text at least."""

    spacing: int = 0
    """Blank rows between two lines of a paragraph."""

    sidebar: int = 33
    """Cells of the panes with the sections and the key actors."""

    filter: int = 36
    """Cells of the filter pane."""

    @property
    def lines(self) -> tuple[int, int, int]:
        """What the lines of the text depend on."""
        return self.width, self.margin, self.spacing

    def having(self, choices: Mapping[str, object]) -> "Look":
        """The same with some choices, by the names of the fields; what cannot be one is left out."""
        sound: dict[str, Any] = {name: value for name, value in choices.items() if is_choice(name, value)}
        return replace(self, **sound)

    def having_more(self, name: str, step: int) -> "Look":
        """The same with one of the numbers so much larger, as far as it may be."""
        least, most = LIMITS[name]
        return self.having({name: max(least, min(self._number(name) + step, most))})

    def with_pane(self, name: str, cells: int, columns: int) -> "Look":
        """The same with another width of a pane, as far as a screen of so many columns has room for it."""
        look = self.having_more(name, cells - self._number(name))
        return look.having({name: look.pane_in(name, columns)})

    def pane_in(self, name: str, columns: int) -> int:
        """How many cells the sidebar or the filter pane takes of a screen of so many columns, which is never most."""
        fifths = 2 if columns >= BESIDE else 3
        return max(LIMITS[name][0], min(self._number(name), columns * fifths // 5))

    def _number(self, name: str) -> int:
        number: int = getattr(self, name)
        return number


def is_choice(name: str, value: object) -> bool:
    """Whether a field can have a value."""
    if name == "theme":
        return isinstance(value, str)
    if name not in LIMITS or not isinstance(value, int) or isinstance(value, bool):
        return False
    least, most = LIMITS[name]
    return least <= value <= most
