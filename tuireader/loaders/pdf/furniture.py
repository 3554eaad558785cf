"""Running heads, running feet and page numbers: lines at the edges of pages that come again and again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from tuireader.loaders.pdf.line import Line

_EDGE = 8
"""How many lines at the top and at the bottom of a page may be furniture."""

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|p\.|seite|strana)\s*)?(?:#)(?:\s*(?:of|/|von|z)\s*#)?\W*", re.IGNORECASE)
_SAME_PLACE = 4.0
"""Points by which a running head may move from page to page."""

_LONGEST = 500
_ENDS = re.compile(r"^(?:\d{1,4}|[ivxlc]{1,6})\b|\b(?:\d{1,4}|[ivxlc]{1,6})$")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all pages but those that only say what page this is.

    Args:
        pages: The lines of each page, in the order of reading.

    Returns:
        The same without running heads and feet and the numbers of pages.
    """
    edges = [[line for edge in _edges_of(page) for line in edge] for page in pages]
    words = Counter(key for edge in edges for key in {_key(line) for line in edge})
    places = Counter(_place(line) for edge in edges for line in edge if _is_often(words[_key(line)], len(pages)))
    unwanted = {
        id(line)
        for page in pages
        for edge in _edges_of(page)
        for line in takewhile(lambda line: _is_furniture(line, words[_key(line)], places, len(pages)), edge)
    }
    kept = [[line for line in page if id(line) not in unwanted] for page in pages]
    return kept if any(kept) else [list(page) for page in pages]


def _edges_of(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines highest on a page from above, and those lowest on it from below."""
    down = sorted(page, key=lambda line: line.base)
    return down[:_EDGE], down[: -_EDGE - 1 : -1]


def _key(line: Line) -> tuple[str, int]:
    """What a line says but for numbers, and where it stands."""
    return _NUMBERS.sub("#", line.text.casefold()), _place(line)


def _place(line: Line) -> int:
    return round(line.base / _SAME_PLACE)


def _is_often(count: int, pages: int) -> bool:
    return count >= (2 if pages < 6 else 3)


def _is_furniture(line: Line, count: int, places: Counter[int], pages: int) -> bool:
    words = _NUMBERS.sub("#", line.text.strip())
    is_number = bool(_PAGE_NUMBER.fullmatch(words))
    if _is_often(count, pages):
        return is_number or len(line.text) < _LONGEST
    is_at_usual_place = max(places[_place(line) + step] for step in (-1, 0, 1)) * 4 > pages
    return is_at_usual_place and (is_number or bool(_ENDS.search(line.text)))
