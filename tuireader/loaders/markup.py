"""Tags of HTML inside of Markdown, read as the marks that mean the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tuireader.loaders.token import Piece, Token

TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-z][\w:-]*+)(?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+'){0,200}+)>""", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_STYLES = {
    **dict.fromkeys(("b", "strong", "summary", "dt"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), "em"),
    **dict.fromkeys(("s", "del", "strike"), "s"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "a": "link",
}
_PHRASES = """
    a abbr acronym audio b bdi bdo big br button cite code data del dfn em font i img input ins kbd label map mark math
    nobr output picture q rp rt ruby s samp slot small source span strike strong sub sup time track tt u var video wbr
"""
_BLOCKS = """
    address article aside blockquote body caption center col colgroup dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li link main menu meta nav object ol p pre
    section summary table tbody td tfoot th thead title tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
"""The elements that stand by themselves, and not among words."""

_ELEMENTS = BLOCKS | frozenset(_PHRASES.split())


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of HTML."""

    name: str
    is_end: bool
    attributes: Mapping[str, str]


def tag_of(match: re.Match[str]) -> Tag:
    """The tag that was found."""
    attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(match["attributes"])}
    return Tag(match["name"].lower(), bool(match["end"]), attributes)


def mark_of(tag: Tag) -> Token | None:
    """The mark of Markdown that means the same as a tag; nothing for a tag that changes no words."""
    match tag.name:
        case "br":
            return Piece("hardbreak", "br", 0)
        case "img":
            return Piece("image", "img", 0, content=tag.attributes.get("alt", ""))
        case "a" if not tag.is_end and "href" not in tag.attributes:
            return None
        case name if style := _STYLES.get(name):
            if tag.is_end:
                return Piece(f"{style}_close", name, -1)
            return Piece(f"{style}_open", name, 1, attributes={"href": tag.attributes.get("href", "")})
        case _:
            return None


def without_tags(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens of a paragraph with marks for the tags between them.

    A word in angle brackets that is no element of HTML and is never closed stands for itself: `git checkout <branch>`.
    """
    found = [match for token in tokens if token.type == "html_inline" and (match := TAG.fullmatch(token.content))]
    ended = {match["name"].lower() for match in found if match["end"]}
    for token in tokens:
        if token.type != "html_inline":
            yield token
        elif match := TAG.fullmatch(token.content):
            name = match["name"].lower()
            is_word = name not in ended | _ELEMENTS and not match["attributes"]
            mark = Piece("text", "", 0, content=token.content) if is_word else mark_of(tag_of(match))
            if mark:
                yield mark
