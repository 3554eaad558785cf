"""The headings of a book's page made those of its table of contents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from tuireader.loaders.package import ContentsLine
from tuireader.loaders.tree import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINES = ("p", "div", "span", "b", "strong", "center")
_BLOCKS = ("p", "div", "section", "table", "ul", "ol", "dl", "pre", "blockquote")
_WORDS = re.compile(r"\w+")
_NEAR = 120
"""How many characters may stand between the place of an entry and its heading."""

_PAGE_BREAKS = ("pagebreak",)
_NOTES = ("footnote", "endnote", "rearnote", "note")


@dataclass(slots=True)
class Levels:
    """How deep the headings of a book are, from page to page."""

    entry: int = 0
    """The level of the entry that the page belongs to; 0 before the first one."""

    heading: int = 1
    """The number of the heading that this entry had on its page."""

    def of(self, heading: int) -> int:
        """The level of a heading that is not in the table of contents."""
        return min(6, self.entry + max(1, heading - self.heading)) if self.entry else heading


def set_headings(body: Element, entries: Sequence[ContentsLine], levels: Levels) -> None:
    """Give a page the headings that the table of contents has for it.

    Args:
        body: The page; its headings are changed, and what is missing is added.
        entries: The lines of the table of contents that lead to this page, in order.
        levels: How deep the page before was; it is brought to the end of this one.
    """
    page = _Page(body)
    for entry in entries:
        page.mark(entry)
    page.absorb_subtitles()
    for each in body.named(*_HEADINGS):
        if found := page.marked.get(each):
            levels.entry, levels.heading = found.level, int(each.name[1])
            each.name = f"h{found.level}"
        else:
            each.name = f"h{levels.of(int(each.name[1]))}"


def move_notes(body: Element) -> None:
    """Put the notes of a page at its end, and take away the numbers of printed pages."""
    notes: list[Element] = []
    for each in list(body.walk()):
        asides = [part for part in each.children if part.name == "aside" and _is_kind(part, _NOTES)]
        unwanted = {*asides, *(part for part in each.children if _is_kind(part, _PAGE_BREAKS))}
        if unwanted:
            each.parts = [part for part in each.parts if isinstance(part, str) or part not in unwanted]
            notes += asides
    if notes:
        body.parts += [Element("hr"), *notes]


def _is_kind(element: Element, kinds: Sequence[str]) -> bool:
    said = f"{element.get('epub:type')} {element.get('role').removeprefix('doc-')}"
    return any(kind in said.split() for kind in kinds)


def _same(line: str, title: str) -> bool:
    return _WORDS.findall(line.lower()) == _WORDS.findall(title.lower())


def _is_line_of(element: Element, title: str) -> bool:
    return element.name in _LINES and _same(element.line, title) and element.first(*_HEADINGS) is None


class _Page:
    """Knows where everything is on a page, and which headings are in the table of contents."""

    def __init__(self, body: Element) -> None:
        self._body = body
        self._elements = list(body.walk())
        self._parents = {part: each for each in self._elements for part in each.children}
        self._places: dict[str, int] = {}
        for number, each in enumerate(self._elements):
            for name in (each.get("id"), each.get("name")):
                self._places.setdefault(name, number)
        self.marked: dict[Element, ContentsLine] = {}

    def mark(self, entry: ContentsLine) -> None:
        """Find the heading that an entry means, or add one."""
        place = self._places.get(entry.fragment, 0) if entry.fragment else 0
        heading = self._heading_at(place, entry) or self._added(self._elements[place], entry)
        self.marked.setdefault(heading, entry)

    def absorb_subtitles(self) -> None:
        """Make one heading of two where the contents have both in one line: *Chapter I* and *The Storm*."""
        headings = [each for each in self._elements if each.name in _HEADINGS and each.line]
        for first, second in pairwise(headings):
            entry = self.marked.get(first)
            if entry and second not in self.marked and _same(f"{first.line} {second.line}", entry.title):
                first.parts = [entry.title]
                second.name, second.parts = "span", []

    def _heading_at(self, place: int, entry: ContentsLine) -> Element | None:
        """The heading around a place, or the next one; else a line with the words of the entry."""
        around: Element | None = self._elements[place]
        while around is not None:
            if around.name in _HEADINGS:
                return None if around in self.marked else around
            around = self._parents.get(around)
        passed = 0
        for each in islice(self._elements, place, None):
            if each.name in _HEADINGS and each.line:
                return None if each in self.marked else each
            if each not in self.marked and _is_line_of(each, entry.title):
                each.name = "h2"
                return each
            passed += sum(len(part.strip()) for part in each.parts if isinstance(part, str))
            if passed > _NEAR:
                return None
        return None

    def _added(self, target: Element, entry: ContentsLine) -> Element:
        """A heading with the words of an entry, before the block where its place is."""
        heading = Element(f"h{entry.level}", {}, [entry.title])
        block = target
        while block is not self._body and block.name not in _BLOCKS:
            block = self._parents.get(block, self._body)
        around = self._parents.get(block)
        if around is None:
            self._body.parts.insert(0, heading)
        else:
            around.parts.insert(next(number for number, part in enumerate(around.parts) if part is block), heading)
        return heading
