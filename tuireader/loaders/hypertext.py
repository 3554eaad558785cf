"""Blocks of HTML inside of Markdown, read as the tokens that Markdown itself would give."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.loaders.markup import BLOCKS, TAG, Tag, mark_of, tag_of
from tuireader.loaders.token import Piece, Token

_UNSEEN = re.compile(
    r"<!--(?:.*?-->|.*)|<(script|style|head|template|svg)\b(?:.*?</\1\s*>|.*)|<[!?][^<>]*>", re.IGNORECASE | re.DOTALL
)
_SPACES = re.compile(r"\s+")
_START = re.compile(r"[1-9][0-9]{0,5}")
_CELLS = ("td", "th")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOSING = {
    **dict.fromkeys(_HEADINGS, "heading_close"),
    "blockquote": "blockquote_close",
    "li": "list_item_close",
    "table": "table_close",
}


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    name: str
    parts: int = 0
    """How many items of a list, or rows of a table, or cells of a row there are so far."""


def tokens_of_html(source: str) -> Iterator[Token]:
    """Read a block of HTML.

    Args:
        source: The block; an element that it does not close ends with it.

    Yields:
        Headings, lists, quotes, code, tables, and the words of paragraphs; comments and scripts leave nothing.
    """
    reader, position = Reader(), 0
    seen = _UNSEEN.sub("", source)
    for match in TAG.finditer(seen):
        reader.read(seen[position : match.start()])
        yield from reader.meet(tag_of(match))
        position = match.end()
    reader.read(seen[position:])
    yield from reader.end()


class Reader:
    """Reads one tag after the other, and knows what is open at the moment."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._words: list[Token] = []

    def read(self, source: str) -> None:
        """Take the text between two tags."""
        self.take(html.unescape(source))

    def take(self, text: str) -> None:
        """Take words whose entities have been read already."""
        if not self._is_in("pre"):
            text = _SPACES.sub(" ", text)
            text = text.removeprefix(" ") if self._is_spaced() else text
        if text:
            self._words.append(Piece("text", "", 0, content=text))

    def meet(self, tag: Tag) -> Iterator[Token]:
        """Take a tag."""
        if tag.name not in BLOCKS:
            self._mark(tag)
        elif self._is_among_rows and tag.name not in ("tr", *_CELLS) and (tag.name, tag.is_end) != ("table", True):
            self.read(" ")
        elif tag.is_end:
            self._mark(tag)
            yield from self._flushed()
            yield from self._closed(tag.name)
        else:
            yield from self._flushed()
            yield from self._opened(tag)
            self._mark(tag)

    def end(self) -> Iterator[Token]:
        """Close what is still open."""
        yield from self._flushed()
        while self._open:
            yield from self._closed(self._open[-1].name)

    def _mark(self, tag: Tag) -> None:
        if mark := mark_of(tag):
            self._words.append(mark)

    def _innermost(self, *names: str) -> _Element:
        return next((element for element in reversed(self._open) if element.name in names), _Element(""))

    def _is_in(self, *names: str) -> bool:
        return any(element.name in names for element in self._open)

    @property
    def _is_among_rows(self) -> bool:
        """Whether a table has begun, so that everything up to its end belongs to cells."""
        return bool(self._innermost("table").parts)

    def _is_spaced(self) -> bool:
        """Whether no more space is wanted at this place."""
        last = next((each for each in reversed(self._words) if each.content or each.type == "hardbreak"), None)
        return last is None or last.type == "hardbreak" or last.content.endswith(" ")

    def _flushed(self) -> Iterator[Token]:
        """The words since the last tag of a block."""
        words, self._words = self._words, []
        if self._is_in("pre"):
            yield Piece("fence", "code", 0, content="".join(word.content for word in words).strip("\n"))
        elif self._is_in(*_CELLS) or any(word.content.strip() for word in words):
            yield Piece("inline", "", 0, children=words)

    def _opened(self, tag: Tag) -> Iterator[Token]:
        match tag.name:
            case "hr":
                yield Piece("hr", "hr", 0)
            case "ul" | "ol" | "pre" | "table":
                start = tag.attributes.get("start", "") if tag.name == "ol" else ""
                self._open.append(_Element(tag.name, int(start) - 1 if _START.fullmatch(start) else 0))
            case "blockquote":
                self._open.append(_Element(tag.name))
                yield Piece("blockquote_open", tag.name, 1)
            case "li":
                yield from self._opened_item()
            case "tr" if self._is_in("table"):
                yield from self._closed("tr")
                self._open.append(_Element("tr"))
            case "td" | "th" if self._is_in("table"):
                yield from self._opened_cell(tag)
            case name if name in _HEADINGS:
                self._open.append(_Element(name))
                yield Piece("heading_open", name, 1)

    def _opened_item(self) -> Iterator[Token]:
        if self._innermost("ul", "ol", "li").name == "li":
            yield from self._closed("li")
        around = self._innermost("ul", "ol")
        around.parts += 1
        self._open.append(_Element("li"))
        is_numbered = around.name == "ol"
        yield Piece("list_item_open", "li", 1, info=str(around.parts) * is_numbered, markup="." * is_numbered)

    def _opened_cell(self, tag: Tag) -> Iterator[Token]:
        yield from self._closed(*_CELLS)
        if not self._is_in("tr"):
            self._open.append(_Element("tr"))
        row = self._innermost("tr")
        if not row.parts:
            yield from self._opened_row(tag)
        row.parts += 1
        self._open.append(_Element(tag.name))
        yield Piece("th_open", tag.name, 1, attributes={"style": f"text-align:{tag.attributes.get('align', '')}"})

    def _opened_row(self, first: Tag) -> Iterator[Token]:
        """Begin a row; a table whose first row has no heads gets an empty row above it."""
        table = self._innermost("table")
        if not table.parts:
            yield Piece("table_open", "table", 1)
            if first.name == "td":
                yield Piece("tr_open", "tr", 1)
        table.parts += 1
        yield Piece("tr_open", "tr", 1)

    def _closed(self, *names: str) -> Iterator[Token]:
        """Close the innermost element of some names, and all that is open inside of it."""
        if not self._is_in(*names):
            return
        name = ""
        while name not in names:
            element = self._open.pop()
            name = element.name
            if name in _CLOSING and (name != "table" or element.parts):
                yield Piece(_CLOSING[name], name, -1)
