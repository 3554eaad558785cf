"""Running text without what does not show, and the way back from each of its characters to the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.domain.span import Span
from tuireader.typeset.wrap import Line

_MARK = "\0"
"""Stands for a character that is not shown; no text holds it."""

_LEFT_OUT = re.compile(rf"\s+|{_MARK}")


class Flow(NamedTuple):
    """A text with single spaces and without marks."""

    text: str
    starts: Sequence[int]
    """Where in it something was left out just before, in order; the first one is its beginning."""

    shifts: Sequence[int]
    """How many characters further on the text behind each of these places stands in the document."""

    def spans(self, line: Line) -> Iterator[tuple[Span, int]]:
        """The parts of a line as they stand in the document, each with its distance from the start of the line."""
        first, last = line
        cuts = [first, *self.starts[bisect_right(self.starts, first) : bisect_right(self.starts, last - 1)], last]
        for start, end in pairwise(cuts):
            shift = self.shifts[bisect_right(self.starts, start) - 1]
            yield Span(start + shift, end + shift), start - first


def flow(text: str, span: Span, marks: Sequence[int]) -> Flow:
    """Make a part of a text flow.

    Args:
        text: The whole text.
        span: The part.
        marks: The offsets of the characters in it that are not shown.
    """
    source = _with_marks(text[span.start : span.end], [mark - span.start for mark in marks])
    flowed = _LEFT_OUT.sub(_kept, source) if marks else _LEFT_OUT.sub(" ", source)
    if len(flowed) == len(source):
        return Flow(flowed, [0], [span.start])
    starts, shifts, removed = [0], [span.start], 0
    for match in _LEFT_OUT.finditer(source):
        left_out = len(match[0]) - len(_kept(match))
        if left_out:
            removed += left_out
            starts.append(match.end() - removed)
            shifts.append(span.start + removed)
    return Flow(flowed, starts, shifts)


def _with_marks(source: str, marks: Sequence[int]) -> str:
    for mark in marks:
        source = source[:mark] + _MARK + source[mark + 1 :]
    return source


def _kept(match: re.Match[str]) -> str:
    return "" if match[0] == _MARK else " "
