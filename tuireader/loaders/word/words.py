"""The words of a Word paragraph: as they stand after all changes, without comments and field codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tuireader.domain.inline import InlineStyle
from tuireader.loaders.builder import Run
from tuireader.loaders.word.part import Node, inside, is_on

_UNREAD_NAMES = """
    del moveFrom pPr rPr sdtPr instrText delText commentReference annotationRef txbxContent Fallback rt fldData
    footnoteRef endnoteRef separator continuationSeparator tblPr trPr tcPr sectPr
"""
_UNREAD = frozenset(_UNREAD_NAMES.split())
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_NOTES = ("footnoteReference", "endnoteReference")
_SYMBOL_PAGE = 0xF000


@dataclass(slots=True)
class Notes:
    """The notes that the text has called for so far."""

    called: dict[tuple[str, str], int] = field(default_factory=dict)
    """The kind and the id of each, with its number."""

    def call(self, kind: str, key: str) -> str:
        """The mark of a note, in the text and before the note."""
        return f"[{self.called.setdefault((kind, key), len(self.called) + 1)}]"


def runs_of(paragraph: Node, links: Mapping[str, str], notes: Notes) -> list[Run]:
    """Read the words of a paragraph.

    Args:
        paragraph: Its node.
        links: Where links lead, by their ids.
        notes: Gets the notes that it calls for.

    Returns:
        Its words, each with how they stand out; pictures as the words that stand for them.
    """
    runs: list[Run] = []
    waiting: list[tuple[Node, frozenset[InlineStyle], str]] = [(paragraph, frozenset(), "")]
    while waiting:
        node, styles, target = waiting.pop()
        if node.tag in _UNREAD:
            continue
        if node.tag == "hyperlink":
            target = links.get(node.get("id", ""), "")
            styles = styles | {InlineStyle.LINK} if target else styles
        elif node.tag == "r":
            properties = node.find("rPr")
            if is_on(properties, "vanish"):
                continue
            styles = styles | frozenset(_styles(properties))
        runs += _run(node, styles, target, notes)
        waiting.extend((child, styles, target) for child in reversed(node))
    return runs


def _run(node: Node, styles: frozenset[InlineStyle], target: str, notes: Notes) -> Iterator[Run]:
    """The words of a node itself."""
    match node.tag:
        case "t":
            yield Run((node.text or "").replace("\u00ad", ""), styles, target)
        case "br" if node.get("type") in ("page", "column"):
            yield Run(" ")
        case tag if tag in _SIGNS:
            yield Run(_SIGNS[tag], styles, target)
        case tag if tag in _NOTES:
            yield Run(notes.call(tag.removesuffix("Reference"), node.get("id", "")), styles | {InlineStyle.NOTE})
        case "sym":
            yield Run(_symbol(node.get("char", "")), styles, target)
        case "docPr" if node.get("descr", "").strip():
            yield Run(node.get("descr", ""), styles | {InlineStyle.EMPHASIS})


def _styles(properties: Node | None) -> Iterator[InlineStyle]:
    if is_on(properties, "b"):
        yield InlineStyle.STRONG
    if is_on(properties, "i"):
        yield InlineStyle.EMPHASIS
    if is_on(properties, "strike") or is_on(properties, "dstrike"):
        yield InlineStyle.STRUCK


def _symbol(code: str) -> str:
    """A sign of a font of signs; those fonts put theirs on a page of their own."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if number >= _SYMBOL_PAGE else chr(number)


def boxes_of(paragraph: Node) -> Iterator[Node]:
    """The text boxes that hang on a paragraph."""
    for choice in inside(paragraph, "AlternateContent", "txbxContent"):
        if choice.tag == "txbxContent":
            yield choice
        else:
            yield from list(inside(choice, "txbxContent"))[:1]
