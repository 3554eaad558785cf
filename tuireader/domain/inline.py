"""Words inside a paragraph that stand out, and the signs of a file that say so."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tuireader.domain.columns import Columns, check_numbers, numbered, offsets
from tuireader.domain.span import Span


class InlineStyle(StrEnum):
    """How a few words inside a paragraph stand out."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    CODE = "code"
    LINK = "link"
    NOTE = "note"
    MARK = "mark"
    """No words: a sign in the file that says how its neighbours stand out, and is not shown itself."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A range of characters inside one paragraph that stands out from its text."""

    span: Span
    styles: frozenset[InlineStyle]
    target: str = ""
    """Where a link leads; shown on demand, never followed."""


Look = tuple[frozenset[InlineStyle], str]
"""How some words stand out, and where they lead."""


class Inlines(Columns[Inline]):
    """Inlines in the order of the text. They never overlap, so their starts and their ends are both sorted."""

    __slots__ = ("looks",)

    def __init__(self, *columns: "array[int]", looks: Sequence[Look] = ()) -> None:
        """Keep inlines by their columns.

        Args:
            columns: Starts, ends, and the numbers of looks.
            looks: The different looks.

        Raises:
            ValueError: The columns do not fit together.
        """
        super().__init__(*columns)
        check_numbers(columns[2], looks)
        self.looks = tuple(looks)

    @classmethod
    def of(cls, inlines: Iterable[Inline]) -> "Inlines":
        """Inlines that are objects yet."""
        if isinstance(inlines, cls):
            return inlines
        each = list(inlines)
        looks, look_numbers = numbered((inline.styles, inline.target) for inline in each)
        starts, ends = offsets(inline.span.start for inline in each), offsets(inline.span.end for inline in each)
        return cls(starts, ends, look_numbers, looks=looks)

    def made(self, *row: int) -> Inline:
        """The inline of a number from each column."""
        start, end, look = row
        return Inline(Span(start, end), *self.looks[look])

    def touching(self, span: Span) -> tuple[Inline, ...]:
        """The inlines that share a character with a span, in order."""
        starts, ends, _ = self.columns
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return self[first:last] if first < last else ()


def marks_of(inlines: Iterable[Inline]) -> "array[int]":
    """The offsets of the characters that are not shown, in order."""
    marks = (inline.span for inline in inlines if InlineStyle.MARK in inline.styles)
    return offsets(offset for span in marks for offset in range(span.start, span.end))
