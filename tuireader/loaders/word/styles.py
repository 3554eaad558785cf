"""What the styles of a Word document mean: headings, quotes, code, and the numbers before paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tuireader.loaders.word.part import Node, value_of

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense |block )?(?:quote|quotation|text)$", re.IGNORECASE)
_CODE = re.compile(r"(?:html preformatted|(?:source )?code(?: block)?|plain text|verbatim\w*)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc \d|table of figures|toc heading|index \d)$", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_BULLETS = ("• ", "◦ ", "▪ ")
_DEEPEST = 9
_LONGEST_CHAIN = 20
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph of some style is."""

    name: str = ""
    level: int = 0
    """How high a heading it is; 0 for none."""

    list_id: str = ""
    depth: int = 0

    @property
    def is_title(self) -> bool:
        """Whether it is the title of the document."""
        return self.name.lower() == "title"

    @property
    def is_quote(self) -> bool:
        """Whether it is a block quote."""
        return bool(_QUOTE.match(self.name)) and self.name.lower() != "text"

    @property
    def is_code(self) -> bool:
        """Whether it is code."""
        return bool(_CODE.match(self.name))

    @property
    def is_contents(self) -> bool:
        """Whether it is a line of the table of contents, which the sections say too."""
        return bool(_CONTENTS.match(self.name))


def styles_in(part: Node) -> Mapping[str, Style]:
    """The styles of paragraphs, by their ids; each with what it has from those that it is based on."""
    nodes = {each.get("styleId", ""): each for each in part.iter("style")}
    return {key: _style(key, nodes) for key in nodes}


def _style(key: str, nodes: Mapping[str, Node]) -> Style:
    style = Style(value_of(nodes[key], "name"))
    for _ in range(_LONGEST_CHAIN):
        node = nodes.get(key)
        if node is None:
            break
        style = refined(style, node.find("pPr"), is_based_on=True)
        found = _HEADING.match(value_of(node, "name"))
        style = replace(style, level=style.level or (int(found[1]) if found else 0))
        key = value_of(node, "basedOn")
    return style


def refined(style: Style, properties: Node | None, *, is_based_on: bool = False) -> Style:
    """A style with what the properties of a paragraph say; of those that it is based on, only what it does not say."""
    if properties is None:
        return style
    outline, numbers = value_of(properties, "outlineLvl"), properties.find("numPr")
    level, list_id, depth = style.level, style.list_id, style.depth
    if outline.isdigit() and not (is_based_on and level):
        level = int(outline) + 1 if int(outline) < _DEEPEST else 0
    if numbers is not None and not (is_based_on and list_id):
        list_id = value_of(numbers, "numId") or list_id
        written = value_of(numbers, "ilvl")
        depth = min(int(written), _DEEPEST - 1) if written.isdigit() else depth
    return replace(style, level=level, list_id=list_id, depth=depth)


@dataclass(frozen=True, slots=True)
class _Numbering:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbers:
    """Counts the paragraphs of numbered lists."""

    part: Node
    _lists: dict[str, str] = field(default_factory=dict)
    _levels: dict[tuple[str, int], _Numbering] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.part.findall("num"):
            self._lists[each.get("numId", "")] = value_of(each, "abstractNumId")
        for kind in self.part.findall("abstractNum"):
            for level in kind.findall("lvl"):
                start, depth = value_of(level, "start"), level.get("ilvl", "0")
                numbering = _Numbering(
                    value_of(level, "numFmt"), value_of(level, "lvlText"), int(start) if start.isdigit() else 1
                )
                if depth.isdigit():
                    self._levels[kind.get("abstractNumId", ""), int(depth)] = numbering

    def marker(self, style: Style) -> str:
        """What stands before the next paragraph of a style, with its space; empty for one without number or bullet."""
        kind = self._lists.get(style.list_id)
        if kind is None or style.list_id == "0":
            return ""
        level = self._levels.get((kind, style.depth))
        if level is None or level.form == "bullet":
            return _BULLETS[min(style.depth, len(_BULLETS) - 1)] if style.depth < _DEEPEST else ""
        counts = self._counts.setdefault(kind, [])
        while len(counts) <= style.depth:
            outer = self._levels.get((kind, len(counts)))
            counts.append((outer.start if outer else 1) - (len(counts) == style.depth))
        del counts[style.depth + 1 :]
        counts[style.depth] += 1
        if level.form == "none":
            return ""
        words = _PLACE.sub(lambda match: self._number(kind, int(match[1]) - 1, counts), level.text)
        return f"{words.strip()} " if words.strip() else ""

    def _number(self, kind: str, depth: int, counts: list[int]) -> str:
        level = self._levels.get((kind, depth))
        return _written(counts[depth], level.form if level else "decimal") if depth < len(counts) else ""


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        word = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in ("lowerRoman", "upperRoman") and 0 < number < 4_000:
        word = _roman(number)
    else:
        return str(number)
    return word.upper() if form.startswith("upper") else word


def _roman(number: int) -> str:
    word = ""
    for value, letters in _ROMAN:
        word += letters * (number // value)
        number %= value
    return word
