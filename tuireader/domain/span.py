"""A range of characters in a document's text."""

from array import array
from dataclasses import dataclass

from tuireader.domain.columns import Columns, offsets


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in a document's text."""

    start: int
    """Offset of the first character."""

    end: int
    """Offset just behind the last character."""

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def clip(self, other: "Span") -> "Span":
        """The part of this span that lies in the other; empty where they do not meet."""
        start = min(max(self.start, other.start), other.end)
        return Span(start, max(start, min(self.end, other.end)))


class Spans(Columns[Span]):
    """Very many spans in order, as a column of starts and one of ends."""

    __slots__ = ()

    def made(self, *row: int) -> Span:
        """The span from a start to an end."""
        return Span(*row)

    @property
    def starts(self) -> "array[int]":
        """The offset of the first character of each."""
        return self.columns[0]


NO_SPANS = Spans(offsets(()), offsets(()))
"""Nowhere."""
