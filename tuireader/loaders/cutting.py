"""A plain text cut into blocks: at blank lines, or where its own shape shows that a paragraph begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, pairwise

from tuireader.domain.span import Span
from tuireader.loaders.headings import ends_label, ends_underline

_GAP = re.compile(r"\n(?:[^\S\n]*+\n)+")
_SAMPLE = 300_000
_INDENTED_LINE = re.compile(r"(?<=\S)[^\S\n]*\n(?=[ \t]{1,12}\S)")
_INDENTED_PARAGRAPH = re.compile(r"\n\n[ \t]+\S[^\n]*\n\S")
_CLOSED_INDENTED_LINE = re.compile(r"[.!?:…][”’\"')_*]*[^\S\n]*\n(?=[ \t]{1,12}\S)")
_CLOSED = re.compile(r"[.!?…][”’\"')_*]*\s*$")
_LONGEST_WRAPPED_LINE = 120
_TALLEST_PARAGRAPH = 12
"""Lines that blocks have on average when blank lines no longer separate paragraphs."""


class Breaks(Enum):
    """What separates the paragraphs of a text, besides blank lines."""

    BLANKS = auto()
    """Nothing else."""

    LINES = auto()
    """Every line end: lines are as long as their paragraphs."""

    INDENTS = auto()
    """The first line of a paragraph is indented."""

    SHORT_LINES = auto()
    """The last line of a paragraph is short."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text is set in its file."""

    width: int = 1
    """The length of its full lines."""

    margin: int = 0
    """By how much nearly all lines stand in."""

    breaks: Breaks = Breaks.BLANKS
    is_first_indented: bool = False
    """Whether paragraphs begin with an indented line."""


def shape_of(text: str) -> Shape:
    """Find out how a text is set, from its beginning."""
    sample = text[:_SAMPLE]
    lines = [line for line in sample.split("\n") if line and not line.isspace()]
    if not lines:
        return Shape()
    lengths = sorted(map(len, lines))
    margin = sorted(len(line) - len(line.lstrip(" \t")) for line in lines)[len(lines) // 10]
    if sum(length for length in lengths if length > _LONGEST_WRAPPED_LINE) > sum(lengths) / 2:
        return Shape(_LONGEST_WRAPPED_LINE, margin, Breaks.LINES)
    breaks = _breaks_of_wrapped(sample, len(lines))
    indented = len(_INDENTED_PARAGRAPH.findall(sample)) * 4 > len(_GAP.findall(sample))
    is_first_indented = breaks is Breaks.INDENTS or indented
    return Shape(lengths[len(lines) * 9 // 10], margin, breaks, is_first_indented)


def _breaks_of_wrapped(sample: str, lines: int) -> Breaks:
    blocks = len(_GAP.findall(sample.strip())) + 1
    if lines < blocks * _TALLEST_PARAGRAPH:
        return Breaks.BLANKS
    indented = len(_INDENTED_LINE.findall(sample))
    closed = len(_CLOSED_INDENTED_LINE.findall(sample))
    if lines * 0.02 < indented < lines * 0.5 and closed > indented * 0.6:
        return Breaks.INDENTS
    return Breaks.BLANKS if indented > lines * 0.02 else Breaks.SHORT_LINES


def cut(text: str, shape: Shape) -> list[Span]:
    """Cut a text into blocks.

    Args:
        text: The whole text.
        shape: How it is set.

    Returns:
        Blocks of whole lines with something visible in each; a heading is cut from the lines below it.
    """
    heads = chain.from_iterable(_without_head(text, block) for block in _between_gaps(text))
    return list(chain.from_iterable(_broken(text, block, shape) for block in heads))


def _broken(text: str, block: Span, shape: Shape) -> Iterator[Span]:
    if text.find("\n", block.start, block.end) < 0:
        yield block
    else:
        yield from _at(block, _breaks_in(text, block, shape))


def _between_gaps(text: str) -> Iterator[Span]:
    start = text.rfind("\n", 0, len(text) - len(text.lstrip())) + 1
    for gap in _GAP.finditer(text, start):
        yield Span(start, gap.start())
        start = gap.end()
    if start < len(text.rstrip()):
        yield Span(start, len(text.rstrip()))


def _at(block: Span, breaks: Iterable[int]) -> Iterator[Span]:
    """The parts of a block; each break is the offset of a line end."""
    for first, last in pairwise([block.start - 1, *breaks, block.end]):
        yield Span(first + 1, last)


def _breaks_in(text: str, block: Span, shape: Shape) -> Iterator[int]:
    match shape.breaks:
        case Breaks.LINES:
            yield from _breaks_of_lines(text, block)
        case Breaks.INDENTS:
            yield from (match.end() - 1 for match in _INDENTED_LINE.finditer(text, block.start, block.end))
        case Breaks.SHORT_LINES:
            yield from _breaks_behind_short_lines(text, block, shape.width)
        case Breaks.BLANKS:
            pass


def _breaks_of_lines(text: str, block: Span) -> Iterator[int]:
    """Every line end, unless all lines are short: those are verse or a list and stay together."""
    if max(map(len, text[block.start : block.end].split("\n"))) > _LONGEST_WRAPPED_LINE // 2:
        yield from _line_ends(text, block)


def _breaks_behind_short_lines(text: str, block: Span, width: int) -> Iterator[int]:
    start = block.start
    for end in _line_ends(text, block):
        if end - start < width * 0.7 and _CLOSED.search(text, start, end):
            yield end
        start = end + 1


def _line_ends(text: str, block: Span) -> Iterator[int]:
    end = text.find("\n", block.start, block.end)
    while end >= 0:
        yield end
        end = text.find("\n", end + 1, block.end)


def _without_head(text: str, block: Span) -> Iterator[Span]:
    """A block, parted behind its first lines if they are a heading by themselves."""
    end = ends_label(text, block) or ends_underline(text, block)
    if not end or end >= block.end:
        yield block
        return
    yield Span(block.start, end)
    yield Span(end + 1, block.end)
