"""A line of print, and where it stands on its page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Some words on one base line; measures are in points, from the upper left corner of the page."""

    text: str
    page: int
    """Counted from 0."""

    left: float
    right: float
    base: float
    """Where its letters stand."""

    size: float
    is_bold: bool = False
    weight: int = 0
    """How heavy its font says that it is: 400 is usual, 700 bold; 0 if it does not."""

    is_fixed: bool = False
    """Whether all letters are equally wide, as in code."""

    breaks_word: bool = False
    """Whether a hyphen at its end divides a word."""

    column: int = 0
    """Which of the columns of its page it stands in, counted in the order of reading over the whole page."""

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def letter(self) -> float:
        """How wide one of its characters is on average."""
        return self.width / max(1, len(self.text))
