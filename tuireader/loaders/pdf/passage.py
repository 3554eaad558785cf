"""Lines put together to the paragraphs that they were before they were set."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from tuireader.loaders.pdf.line import Line

_ITEM = re.compile(r"(?P<marker>[•‣◦▪·●○■□–*∙➢✓-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\[\d{1,3}\])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_DOTS = re.compile(r"(?:\s*\.){4,}\s*(?=[\divxlc]*$)|(?:\s*[.·_]){6,}\s*", re.IGNORECASE)
_INSIDE = "/~([“‘\"'&"
_LOOSE = 1.3
"""How much wider than usual the distance between lines is where a paragraph ends."""

_INDENT = 0.7
"""Of the size of the letters; a line that stands in by more begins a paragraph."""

_RAGGED = 0.4
"""How much room, of the width of a column, a line may leave that was not ended on purpose."""

_NEAR = 3
"""How many lines above and below a line show how wide its block is."""

_NARROW_RAGGED = 0.2
_OTHER_SIZE = 0.08
_SMALL = 0.93
_SHORT = 0.75


class Form(Enum):
    """What some lines are."""

    PROSE = auto()
    HEADING = auto()
    ITEM = auto()
    CODE = auto()
    TABLE = auto()
    LINES = auto()
    """Lines that end where they do on purpose."""

    NOTE = auto()
    """Small print at the foot of a page."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of one paragraph."""

    form: Form
    lines: tuple[Line, ...]
    marker: str = ""
    """What stands before an item, with its space."""

    level: int = 0
    """How high a heading stands; 1 is the highest."""

    title: str = ""
    """The words of a heading, where they are not those of its lines."""


Headings = Mapping[int, Sequence[Passage]]
"""Headings by the number of the line that they begin with, or before which they belong."""


@dataclass(frozen=True, eq=False)
class Shape:
    """How a document is set."""

    lines: Sequence[Line]

    @cached_property
    def size(self) -> float:
        """The size of most letters."""
        sizes = Counter[float]()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return sizes.most_common(1)[0][0] if sizes else 10.0

    @cached_property
    def leading(self) -> float:
        """The usual distance from line to line, as a multiple of the size of letters."""
        gaps = [
            (below.base - above.base) / above.size
            for above, below in zip(self.lines, self.lines[1:], strict=False)
            if _is_beside(above, below)
            and above.size == below.size == self.size
            and 0.5 < (below.base - above.base) / above.size < 3
        ]
        return sorted(gaps)[len(gaps) // 3] if gaps else 1.2

    @cached_property
    def edges(self) -> dict[tuple[int, int], tuple[float, float]]:
        """The left and right edge of each column."""
        columns: dict[tuple[int, int], list[Line]] = {}
        for line in self.lines:
            columns.setdefault((line.page, line.column), []).append(line)
        return {key: _edges_of(lines) for key, lines in columns.items()}

    @cached_property
    def is_indented(self) -> bool:
        """Whether paragraphs begin with an indent rather than under a gap."""
        pairs = [(a, b) for a, b in zip(self.lines, self.lines[1:], strict=False) if _is_beside(a, b)]
        indents = sum(self.indent(b) > _INDENT * b.size > self.indent(a) for a, b in pairs if not self.is_apart(a, b))
        gaps = sum(self.is_apart(a, b) and self.indent(b) < b.size for a, b in pairs)
        return indents > gaps

    @cached_property
    def _rights(self) -> dict[int, float]:
        """The right edge of each line that stands in a block narrower than its column, beside a picture for example."""
        found: dict[int, float] = {}
        for number, line in enumerate(self.lines):
            near = [
                each
                for each in self.lines[max(0, number - _NEAR) : number + _NEAR + 1]
                if _is_beside(line, each) and abs(each.left - line.left) < line.size * 2 and each.size == line.size
            ]
            right = max(each.right for each in near)
            full = sum(right - each.right < (right - line.left) * _NARROW_RAGGED for each in near)
            if full > _NEAR and right < self.edges[line.page, line.column][1] - line.size:
                found[id(line)] = right
        return found

    def indent(self, line: Line) -> float:
        """How far a line stands in from the left edge of its column."""
        return line.left - self.edges[line.page, line.column][0]

    def room(self, line: Line) -> float:
        """How much room is left behind a line."""
        return self._rights.get(id(line), self.edges[line.page, line.column][1]) - line.right

    def is_apart(self, above: Line, below: Line) -> bool:
        """Whether a gap stands between two lines of a column."""
        gap = below.base - above.base
        return gap > max(above.size, below.size) * self.leading * _LOOSE or gap < 0


def _is_beside(above: Line, below: Line) -> bool:
    return (above.page, above.column) == (below.page, below.column)


def _edges_of(lines: Sequence[Line]) -> tuple[float, float]:
    """Where a column begins and ends: where most of its longer lines do."""
    lefts = Counter(round(line.left) for line in lines)
    often = [left for left, count in lefts.items() if count * 8 >= len(lines)] or list(lefts)
    rights = sorted(line.right for line in lines)
    return min(often) - 0.5, rights[int(len(rights) * 0.9)] if len(rights) > 8 else rights[-1]


def passages(shape: Shape, headings: Headings) -> Iterator[Passage]:
    """Put lines together.

    Args:
        shape: All lines, without furniture, in the order of reading.
        headings: Which of them are headings.

    Yields:
        Headings, paragraphs, items, tables and code, in order; a note at the foot of a page stands behind the paragraph
        that it interrupts.
    """
    notes: list[Passage] = []
    held: Passage | None = None
    for passage in _grouped(shape, headings):
        if passage.form is Form.NOTE:
            notes.append(passage)
            continue
        if held and (_goes_on(held, passage, shape) or _is_more_code(held, passage)):
            held = Passage(held.form, (*held.lines, *passage.lines), held.marker)
            continue
        if held:
            yield held
            yield from notes
            notes = []
        held = passage
    if held:
        yield held
    yield from notes


def _grouped(shape: Shape, headings: Headings) -> Iterator[Passage]:
    """Passages that do not go over the end of a column."""
    number, lines = 0, shape.lines
    feet = _feet(shape)
    while number < len(lines):
        found = headings.get(number, ())
        yield from found
        if taken := sum(len(heading.lines) for heading in found):
            number += taken
            continue
        end = number + 1
        while end < len(lines) and end not in headings and not _is_broken(lines[end - 1], lines[end], shape):
            end += 1
        group = lines[number:end]
        yield _passage(group, shape, is_foot=number in feet)
        number = end


def _feet(shape: Shape) -> set[int]:
    """The numbers of the lines of small print that end their pages."""
    found: set[int] = set()
    small = False
    for number in range(len(shape.lines) - 1, -1, -1):
        line = shape.lines[number]
        is_last = number + 1 == len(shape.lines) or not _is_beside(line, shape.lines[number + 1])
        small = line.size < shape.size * _SMALL and (small or is_last)
        if small:
            found.add(number)
    return found


def _is_alike(above: Line, below: Line) -> bool:
    return above.is_fixed == below.is_fixed and abs(above.size - below.size) <= above.size * _OTHER_SIZE


def _is_broken(above: Line, below: Line, shape: Shape) -> bool:
    """Whether a paragraph ends between two lines."""
    if not _is_beside(above, below) or not _is_alike(above, below) or shape.is_apart(above, below):
        return True
    if above.is_fixed or ("\t" in above.text and "\t" in below.text):
        return False
    if _ITEM.match(below.text) and (shape.indent(below) > 1 or _SENTENCE_END.search(above.text)):
        return True
    if above.breaks_word:
        return False
    indent = below.left - above.left
    if indent > below.size * _INDENT and not _ITEM.match(above.text):
        return True
    return not _runs_on(above, below, shape) and _had_room(above, below, shape)


def _runs_on(above: Line, below: Line, shape: Shape) -> bool:
    """Whether a sentence goes on from line to line, so that it does not matter where the upper one ends."""
    left, right = shape.edges[above.page, above.column]
    is_long = shape.room(above) < (right - left) * _RAGGED
    return is_long and not _SENTENCE_END.search(above.text) and (below.text[:1].islower() or below.text[:1] in _INSIDE)


def _had_room(above: Line, below: Line, shape: Shape) -> bool:
    """Whether the first word of a line would have stood on the line above it, so that this one was ended on purpose."""
    word = below.text.partition(" ")[0]
    return shape.room(above) > (len(word) + 2) * below.letter * 1.1 + below.size * 0.4


def _passage(lines: Sequence[Line], shape: Shape, *, is_foot: bool) -> Passage:
    group = tuple(lines)
    if group[0].is_fixed and all(line.is_fixed for line in group):
        return Passage(Form.CODE, group)
    if sum("\t" in line.text for line in group) * 2 > len(group) and len(group) > 1:
        return Passage(Form.TABLE, group)
    if sum(bool(_DOTS.search(line.text)) for line in group) * 2 > len(group):
        return Passage(Form.LINES, group)
    item = _ITEM.match(group[0].text)
    if is_foot:
        return Passage(Form.NOTE, group)
    if item and (shape.indent(group[0]) > 1 or len(group) < 2 or group[1].left > group[0].left + 1):
        return Passage(Form.ITEM, group, item[0])
    return Passage(Form.PROSE, group)


def _goes_on(held: Passage, following: Passage, shape: Shape) -> bool:
    """Whether a paragraph goes on behind the end of its column or page."""
    if held.form not in (Form.PROSE, Form.ITEM) or following.form is not Form.PROSE:
        return False
    above, below = held.lines[-1], following.lines[0]
    if _is_beside(above, below) or not _is_alike(above, below) or "\t" in above.text + below.text:
        return False
    if above.breaks_word:
        return True
    had_room = _had_room(above, below, shape)
    if not _SENTENCE_END.search(above.text):
        return below.text[:1].islower() or not (below.text[:1].isdigit() or had_room)
    is_indented = shape.indent(below) >= below.size * _INDENT
    return not had_room and shape.is_indented and not is_indented and below.text[:1].isalpha()


def _is_more_code(held: Passage, following: Passage) -> bool:
    """Whether code goes on behind an empty line."""
    above, below = held.lines[-1:], following.lines[:1]
    is_code = held.form is following.form is Form.CODE
    return is_code and _is_beside(above[0], below[0]) and below[0].base - above[0].base < above[0].size * 4


def plain(text: str) -> str:
    """A line of a table of contents without the dots in it."""
    return _DOTS.sub("  ", text)
