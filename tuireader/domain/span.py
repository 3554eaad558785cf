"""A range of characters in a document's text."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import overload


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


class Spans(Sequence[Span]):
    """Very many spans in order, kept as numbers: each is made when it is looked at."""

    def __init__(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        """Keep spans by their starts and their ends, of which there are as many."""
        self._starts = array("q", starts)
        self._ends = array("q", ends)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...

    @overload
    def __getitem__(self, at: slice) -> "Spans": ...

    def __getitem__(self, at: int | slice) -> "Span | Spans":
        if isinstance(at, slice):
            return Spans(self._starts[at], self._ends[at])
        return Span(self._starts[at], self._ends[at])

    def __iter__(self) -> Iterator[Span]:
        return starmap(Span, zip(self._starts, self._ends, strict=True))
