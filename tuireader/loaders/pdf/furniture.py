"""Running heads, running feet and page numbers: lines at the edges of pages that come again and again."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise, takewhile

from tuireader.loaders.pdf.line import Line

_EDGE = 8
"""How many lines at the top and at the bottom of a page may be furniture."""

_NUMBERS = re.compile(r"\d+|\b[ivxlcIVXLC]+\b")
_MOST_FIGURES = 9
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|p\.|seite|strana)\s*)?(?:#)(?:\s*(?:of|/|von|z)\s*#)?\W*", re.IGNORECASE)
_SAME_PLACE = 4.0
"""Points by which a running head may move from page to page."""

_LONGEST = 500
_LARGER = 1.12
"""Of the size of the text; what is larger is a heading, and not the number of a page."""

_FEW_PAGES = 6
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ENDS = re.compile(r"^(?:\d{1,4}|[ivxlc]{1,6})\b|\b(?:\d{1,4}|[ivxlc]{1,6})$")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all pages but those that only say what page this is.

    Args:
        pages: The lines of each page, in the order of reading.

    Returns:
        The same without running heads and feet and the numbers of pages.
    """
    edges = [[line for edge in _edges_of(page) for line in edge] for page in pages]
    largest = _usual_size(pages) * _LARGER
    running = _running(edges, largest)
    places = Counter(_place(line) for edge in edges for line in edge if _key(line) in running)

    def is_furniture(line: Line) -> bool:
        if _key(line) in running:
            return is_number(line) or len(line.text) < _LONGEST
        near = max(places[_place(line) + step] for step in (-1, 0, 1))
        return near * 4 > len(pages) and line.size <= largest and (is_number(line) or bool(_ENDS.search(line.text)))

    def is_number(line: Line) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(_unnumbered(line.text.strip())))

    unwanted = {id(line) for page in pages for edge in _edges_of(page) for line in takewhile(is_furniture, edge)}
    kept = [[line for line in page if id(line) not in unwanted] for page in pages]
    return kept if any(kept) else [list(page) for page in pages]


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _running(edges: Sequence[Sequence[Line]], largest: float) -> set[tuple[str, int]]:
    """What comes again and again at the edges of pages: the same words, or the number of the page.

    The numbered headings of chapters that all begin at the same place of a page come as often, but with numbers that
    have nothing to do with those of the pages.
    """
    found = defaultdict[tuple[str, int], list[Line]](list)
    for edge in edges:
        for key, line in {_key(line): line for line in edge}.items():
            found[key].append(line)
    fewest = 2 if len(edges) < _FEW_PAGES else 3
    return {key for key, lines in found.items() if len(lines) >= fewest and _runs(lines, largest)}


def _runs(lines: Sequence[Line], largest: float) -> bool:
    """Whether most of some lines, one a page, say the same as the one before, or a number grown with the pages."""
    is_bare = bool(_PAGE_NUMBER.fullmatch(_unnumbered(lines[0].text.strip())))
    if is_bare and lines[0].size <= largest:
        return True
    least = (len(lines) - 1) / 2
    if sum(one.text.casefold() == other.text.casefold() for one, other in pairwise(lines)) >= least:
        return True
    growths = Counter(growth for one, other in pairwise(lines) for growth in _growths(one, other))
    return bool(growths) and max(growths.values()) >= least and (is_bare or lines[0].size <= largest)


def _growths(one: Line, other: Line) -> set[int]:
    """By how much the numbers in a line grow with each page: by two where a picture of two pages is one."""
    pages = other.page - one.page
    numbers = zip(_NUMBERS.findall(one.text), _NUMBERS.findall(other.text), strict=False)
    steps = (_value(later) - _value(earlier) for earlier, later in numbers)
    return {step // pages for step in steps if pages > 0 and step > 0 and step % pages == 0}


def _value(number: str) -> int:
    """What a number in figures or in Roman letters is; a very long one is none."""
    if number.isdecimal():
        return int(number) if len(number) <= _MOST_FIGURES else 0
    worth = [_ROMAN[letter] for letter in number.lower()]
    return sum(-here if here < after else here for here, after in zip(worth, [*worth[1:], 0], strict=True))


def _edges_of(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines highest on a page from above, and those lowest on it from below."""
    down = sorted(page, key=lambda line: line.base)
    return down[:_EDGE], down[: -_EDGE - 1 : -1]


def _key(line: Line) -> tuple[str, int]:
    """What a line says but for numbers, and where it stands."""
    return _unnumbered(line.text.casefold()), _place(line)


def _unnumbered(words: str) -> str:
    return _NUMBERS.sub("#", words)


def _place(line: Line) -> int:
    return round(line.base / _SAME_PLACE)
