"""HTML and XML as a tree, however badly written: nothing is fetched, nothing declared, nothing nested too deep."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tuireader.loaders.markup import BLOCKS

_UNSEEN = re.compile(
    r"<!--(?:.*?-->|.*)|<(script|style|template|noscript|svg|textarea|select|iframe|object)\b[^<>]*(?<!/)>"
    r"(?:.*?</\1\s*>|.*)|<\?[^<>]*>|<!(?!\[CDATA\[)[^<>\[]*+(?:>|\[(?:[^\]]*+\][^<>]*+>|.*+))",
    re.IGNORECASE | re.DOTALL,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-z][\w:.-]*+)(?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+'){0,200}+)>""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_CLOSED_BY_BLOCKS = "p"
_RIVALS = {
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "td", "th"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tbody": (("thead", "tbody", "tr"), ("table",)),
}
"""Which open elements a tag ends, and beyond which it ends nothing."""

_DEEPEST = 150


@dataclass(slots=True, eq=False)
class Element:
    """An element with the elements and words in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: "list[Element | str]" = field(default_factory=list)

    def walk(self) -> "Iterator[Element]":
        """This element and all inside of it, in the order of the text."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(part for part in reversed(element.parts) if isinstance(part, Element))

    def named(self, *names: str) -> "Iterator[Element]":
        """The elements of some names, this one among them."""
        return (element for element in self.walk() if element.name in names)

    def first(self, *names: str) -> "Element | None":
        """The first element of one of some names."""
        return next(self.named(*names), None)

    def get(self, name: str) -> str:
        """An attribute; empty if there is none."""
        return self.attributes.get(name, "")

    @property
    def children(self) -> "list[Element]":
        """The elements right inside of this one."""
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """All words inside."""
        words: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                words.append(part)
            else:
                waiting.extend(reversed(part.parts))
        return "".join(words)

    @property
    def line(self) -> str:
        """All words inside, on one line."""
        return " ".join(self.text.split())


def tree_of(source: str) -> Element:
    """Read HTML.

    Args:
        source: The whole page.

    Returns:
        A nameless element with all that is in it but scripts, styles, forms and comments. It never fails.
    """
    return _Builder(ends_itself=False).built(_UNSEEN.sub("", source))


def xml_tree_of(source: str) -> Element:
    """Read XML, or XHTML, where any element may be empty; declarations are passed over, so no entity means anything."""
    plain = _CDATA.sub(lambda match: html.escape(match[1]), source)
    return _Builder(ends_itself=True).built(_UNSEEN.sub("", plain))


class _Builder:
    """Knows which elements are open."""

    def __init__(self, *, ends_itself: bool) -> None:
        self._root = Element("")
        self._open = [self._root]
        self._ends_itself = ends_itself

    def built(self, source: str) -> Element:
        """Take everything."""
        position = 0
        for match in _TAG.finditer(source):
            self._write(source[position : match.start()])
            name, written = match["name"].lower(), match["attributes"]
            if match["end"]:
                self._close(name)
            else:
                self._begin(name, written)
            position = match.end()
        self._write(source[position:])
        return self._root

    def _write(self, source: str) -> None:
        if source:
            self._open[-1].parts.append(html.unescape(source) if "&" in source else source)

    def _begin(self, name: str, written: str) -> None:
        if not self._ends_itself:
            self._make_room(name)
        element = Element(name, _attributes_in(written))
        self._open[-1].parts.append(element)
        is_empty = name in _VOID or (self._ends_itself and written.endswith("/"))
        if not is_empty and len(self._open) < _DEEPEST:
            self._open.append(element)

    def _make_room(self, name: str) -> None:
        """End what cannot go on where this element begins."""
        if name in BLOCKS and self._open[-1].name == _CLOSED_BY_BLOCKS:
            self._open.pop()
        if name in _RIVALS:
            rivals, borders = _RIVALS[name]
            for depth in range(len(self._open) - 1, 0, -1):
                if self._open[depth].name in borders:
                    return
                if self._open[depth].name in rivals:
                    del self._open[depth:]

    def _close(self, name: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == name:
                del self._open[depth:]
                return


def _attributes_in(written: str) -> dict[str, str]:
    if len(written) < 2:
        return {}
    return {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(written)}
