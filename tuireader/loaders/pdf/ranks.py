"""Which lines are headings: those that the outline names, or else those that are larger or bolder than the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuireader.loaders.pdf.line import Line
from tuireader.loaders.pdf.passage import Form, Headings, Passage, Shape

_WORDS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(
    r"(?:(?:chapter|part|section|appendix)\s+)?(?:\d+|[A-Z]|[IVXLC]+)(?:[.:]\d+)*[.:)]?\s+", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-Z])")
_CONTENTS = re.compile(r"(?:\s*\.){4,}\s*[\divxlc]+$|^(?:table of )?contents$", re.IGNORECASE)
_LISTED = re.compile(r"(?P<title>.*?\S)(?:\s*\.){0,200}\s*[\divxlc]+$", re.IGNORECASE)
_FEWEST_LISTED = 4
_LARGER, _SAME, _SMALLER = 1.12, 0.98, 0.85
"""Of the size of the text: what stands out, what does not, and what may be the size of numbered headings in bold."""

_COUNTED = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2}(?:\.\d{1,2}){0,4})\.\s+[^\W\d_]")
_LONGEST = 140
_MOST_LINES = 4
_MOST_MORE = 24
"""How many letters a heading may have more than its line in the outline: the number of a chapter."""

_MOST_SHARE = 0.2
_SENTENCE = re.compile(r"[a-z][.;,:]$")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline of a file."""

    title: str
    level: int
    page: int
    """Counted from 0."""

    top: float
    """How far down its page it leads."""


def named_headings(lines: Sequence[Line], bookmarks: Sequence[Bookmark]) -> Headings:
    """The headings that the outline names.

    Args:
        lines: All lines in the order of reading.
        bookmarks: The outline.

    Returns:
        By the number of its first line: each heading with its lines, none where the outline has words that the page
        has not.
    """
    firsts: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        firsts.setdefault(line.page, []).append(number)
    found: dict[int, list[Passage]] = {}
    taken: set[int] = set()
    for bookmark in bookmarks:
        numbers = [number for number in firsts.get(bookmark.page, []) if number not in taken]
        if place := _matching(lines, numbers, bookmark):
            taken |= set(range(*place))
            heading = Passage(Form.HEADING, tuple(lines[slice(*place)]), level=bookmark.level)
            found.setdefault(place[0], []).append(heading)
        elif (at := _place_of(bookmark, lines, numbers)) is not None:
            heading = Passage(Form.HEADING, (), level=bookmark.level, title=bookmark.title)
            found.setdefault(at, []).insert(0, heading)
    return found


def _place_of(bookmark: Bookmark, lines: Sequence[Line], numbers: Sequence[int]) -> int | None:
    """The first line below where a bookmark leads."""
    below = (number for number in numbers if lines[number].base > bookmark.top)
    later = (number for number in range(len(lines)) if lines[number].page > bookmark.page)
    return next(below, None) or next(later, None)


def without_contents(lines: Sequence[Line], bookmarks: Sequence[Bookmark]) -> list[Line]:
    """The lines of a document but for its printed table of contents, where the outline says the same.

    Args:
        lines: All of them.
        bookmarks: The outline.

    Returns:
        The lines that are no titles with the number of a page behind them, and not among such lines.
    """
    titles = {_folded(title) for each in bookmarks for title in (each.title, _NUMBER.sub("", each.title, count=1))}
    listed = [_is_listed(line.text, titles) for line in lines]
    often = Counter(line.page for line, is_listed in zip(lines, listed, strict=True) if is_listed)
    return [
        line
        for line, is_listed in zip(lines, listed, strict=True)
        if not (often[line.page] >= _FEWEST_LISTED and (is_listed or _CONTENTS.search(line.text)))
    ]


def _is_listed(words: str, titles: set[str]) -> bool:
    """Whether a line is one of some titles with the number of a page behind it."""
    found = _LISTED.match(words)
    return found is not None and _is_title_of(found["title"], titles)


def _is_title_of(words: str, titles: set[str]) -> bool:
    return _folded(words) in titles or _folded(_NUMBER.sub("", words, count=1)) in titles


def _matching(lines: Sequence[Line], numbers: Sequence[int], bookmark: Bookmark) -> tuple[int, int] | None:
    """The lines of a page that say what a bookmark says, with or without the number of a chapter."""
    wanted = {_folded(bookmark.title), _folded(_NUMBER.sub("", bookmark.title, count=1))}
    longest = max(map(len, wanted)) + _MOST_MORE
    best: tuple[float, int, int] | None = None
    for first in numbers:
        said = ""
        for end in range(first + 1, min(first + _MOST_LINES, numbers[-1] + 1) + 1):
            said = f"{said} {lines[end - 1].text}".lstrip()
            if len(said) > longest * 2 or len(words := _folded(said)) > longest:
                break
            if words in wanted or _folded(_NUMBER.sub("", said, count=1)) in wanted:
                away = abs(lines[first].base - bookmark.top) - lines[first].size * 3
                best = min(best or (away, first, end), (away, first, end))
    return best[1:] if best else None


def _folded(words: str) -> str:
    return "".join(_WORDS.findall(words.casefold()))


def drawn_headings(shape: Shape) -> Headings:
    """The headings of a file without an outline: short, and larger or bolder than the text.

    Returns:
        Each by the number of its first line.
    """
    groups = list(_standing_out(shape))
    styles = Counter[tuple[float, bool]]()
    for first, end in groups:
        styles[_style(shape.lines[first])] += end - first
    usual = {style for style, count in styles.items() if count > len(shape.lines) * _MOST_SHARE}
    kept = [(first, end) for first, end in groups if _style(shape.lines[first]) not in usual]
    ranks = sorted({_style(shape.lines[first]) for first, _ in kept}, reverse=True)
    return {
        first: [Passage(Form.HEADING, tuple(shape.lines[first:end]), level=_level(shape.lines[first], ranks))]
        for first, end in kept
    }


def _level(line: Line, ranks: Sequence[tuple[float, bool]]) -> int:
    rank = ranks.index(_style(line)) + 1
    numbered = _NUMBERED.match(line.text)
    return min(6, max(rank, numbered["number"].count(".") + 1) if numbered else rank)


def _style(line: Line) -> tuple[float, bool]:
    return round(line.size * 2) / 2, line.is_bold


def _standing_out(shape: Shape) -> Iterator[tuple[int, int]]:
    """Groups of neighbouring lines that look like a heading."""
    number, lines = 0, shape.lines
    is_bold = sum(len(line.text) for line in lines if line.is_bold) * 3 > sum(len(line.text) for line in lines)
    while number < len(lines):
        end = number
        while (
            end < len(lines) and _stands_out(lines[end], shape, is_bold=is_bold) and _is_same(lines, number, end, shape)
        ):
            end += 1
        words = " ".join(line.text for line in lines[number:end])
        if (
            number < end <= number + _MOST_LINES
            and len(words) <= _LONGEST
            and _is_title(words, lines, number, end, shape)
        ):
            yield number, end
        number = max(end, number + 1)


def _stands_out(line: Line, shape: Shape, *, is_bold: bool) -> bool:
    if line.is_fixed or "\t" in line.text:
        return False
    if line.size < shape.size * _SAME:
        is_head = line.is_bold and not is_bold and line.size >= shape.size * _SMALLER
        return is_head and _COUNTED.match(line.text) is not None
    return line.size >= shape.size * _LARGER or (line.is_bold and not is_bold)


def _is_same(lines: Sequence[Line], first: int, number: int, shape: Shape) -> bool:
    one, other = lines[first], lines[number]
    if number == first:
        return True
    is_near = other.base - lines[number - 1].base <= max(one.size, other.size) * shape.leading * 1.5
    return _style(one) == _style(other) and (one.page, one.column) == (other.page, other.column) and is_near


def _is_title(words: str, lines: Sequence[Line], first: int, end: int, shape: Shape) -> bool:
    if sum(map(str.isalpha, words)) < 3 or (_SENTENCE.search(words) and lines[first].size < shape.size * _LARGER):
        return False
    is_larger = lines[first].size >= shape.size * _LARGER
    below = lines[end] if end < len(lines) else None
    runs_on = below and below.page == lines[first].page and words[-1:].islower() and below.text[:1].islower()
    return is_larger or not runs_on
