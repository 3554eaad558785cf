"""A tree of HTML as the tokens that Markdown would give for the same words."""

import re
from collections.abc import Iterator

from tuireader.loaders.hypertext import Reader
from tuireader.loaders.markup import Tag
from tuireader.loaders.token import Token
from tuireader.loaders.tree import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = frozenset(
    {"head", "title", "link", "meta", "colgroup", "rt", "rp", "source", "track", "annotation", "annotation-xml"}
)
_SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_NUMBER = re.compile(r"[0-9n+\u2212-]{1,4}")
_NOTE = re.compile(r"\[?(\d{1,4}|[a-z*†‡§]{1,3})\]?")
_PICTURE_NAME = re.compile(
    r"[\w./-]+\.(?:png|jpe?g|gif|svg|webp)|(?:image|picture|logo|cover|icon|photo|screenshot|thumbnail|avatar|banner)\.?",
    re.IGNORECASE,
)


def tokens_of_tree(root: Element) -> Iterator[Token]:
    """Read a tree of HTML from its beginning to its end.

    Args:
        root: Everything that is to be read.

    Yields:
        Headings, lists, quotes, code, tables, and the words of paragraphs.
    """
    reader = Reader()
    for part in _marked(root):
        if isinstance(part, str):
            reader.take(part)
        else:
            yield from reader.meet(part)
    yield from reader.end()


def _marked(root: Element) -> Iterator[Tag | str]:
    """All tags and words in order."""
    waiting: list[Element | Tag | str] = [root]
    while waiting:
        part = waiting.pop()
        if not isinstance(part, Element):
            yield part
        elif part.name not in _UNREAD and not _is_empty_item(part):
            name = part.name
            yield Tag(name, False, part.attributes)
            waiting.append(Tag(name, True, {}))
            waiting.extend(reversed(_inside(part)))


def _is_empty_item(element: Element) -> bool:
    return element.name == "li" and not element.line and not any(each.get("alt") for each in element.named("img"))


def _inside(element: Element) -> "list[Element | Tag | str]":
    """What is inside of an element, as it is to be read."""
    match element.name:
        case "pre":
            return [_code_of(element)]
        case "sup" | "sub" if (line := element.line) and _NUMBER.fullmatch(line) and element.first("a") is None:
            return [line.translate(_SUPERSCRIPT if element.name == "sup" else _SUBSCRIPT)]
        case "q":
            return ["“", *element.parts, "”"]
        case "a" if _is_note_mark(element):
            return [_noted(element.line)]
        case "dl" | "aside" if "footnote" in element.get("class"):
            _join_labels(element)
        case "img" if _PICTURE_NAME.fullmatch(element.get("alt").strip()):
            element.attributes["alt"] = ""
        case "table" if _is_layout(element):
            _flatten(element)
        case _:
            pass
    return list(element.parts)


def _code_of(element: Element) -> str:
    """The lines of code; what marks a line in them is a line end."""
    for each in element.named("br"):
        each.parts = ["\n"]
    return element.text


def _is_note_mark(link: Element) -> bool:
    """Whether a link is the mark of a note: a number or a sign that leads to another place of the text."""
    if "noteref" in link.get("epub:type") or link.get("role") == "doc-noteref":
        return bool(link.line)
    if "footnote" in link.get("class") and "#" in link.get("href"):
        return bool(_NOTE.fullmatch(link.line))
    is_raised = len(link.children) == 1 and link.children[0].name == "sup" and link.children[0].line == link.line
    return "#" in link.get("href") and is_raised and bool(_NOTE.fullmatch(link.line))


def _noted(mark: str) -> str:
    found = _NOTE.fullmatch(mark)
    return f"[{found[1] if found else mark}]"


def _join_labels(notes: Element) -> None:
    """Put the numbers of notes into the paragraphs that they stand before."""
    label = ""
    for number, part in enumerate(list(notes.parts)):
        if not isinstance(part, Element):
            continue
        if part.name == "dt" or "label" in part.get("class").split():
            label = _noted(part.line)
            notes.parts[number] = ""
        elif label:
            paragraph = part.first("p") or part
            paragraph.parts.insert(0, f"{label} ")
            label = ""


def _is_layout(table: Element) -> bool:
    """Whether a table only puts things in their places: it holds headings, tables or whole texts, or one column."""
    if table.get("role") == "presentation":
        return True
    inside = list(table.walk())[1:]
    if any(each.name in ("table", "ul", "ol", "pre", "blockquote", *_HEADINGS) for each in inside):
        return True
    rows = [each for each in inside if each.name == "tr"]
    cells = [each for each in inside if each.name in ("td", "th")]
    return bool(cells) and len(cells) <= len(rows)


def _flatten(table: Element) -> None:
    """Let a table be blocks, one under the other; tables in it stay."""
    waiting = [table]
    while waiting:
        element = waiting.pop()
        if element.name in ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"):
            element.name = "div"
        waiting.extend(each for each in element.children if each.name != "table")
