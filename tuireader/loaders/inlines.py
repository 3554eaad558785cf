"""The inside of a Markdown paragraph as runs of words."""

from collections.abc import Iterator, Sequence

from tuireader.domain.inline import InlineStyle
from tuireader.loaders.builder import Run
from tuireader.loaders.markup import without_tags
from tuireader.loaders.token import Token

_STYLES = {
    "em": InlineStyle.EMPHASIS,
    "strong": InlineStyle.STRONG,
    "s": InlineStyle.STRUCK,
    "code": InlineStyle.CODE,
    "link": InlineStyle.LINK,
}
_OWN_STYLES = {
    "code_inline": frozenset({InlineStyle.CODE}),
    "footnote_ref": frozenset({InlineStyle.NOTE}),
}


def runs_of(tokens: Sequence[Token]) -> Iterator[Run]:
    """Read the tokens of one paragraph.

    Args:
        tokens: What the parser found inside the paragraph.

    Yields:
        Its words as they are shown: soft line ends as spaces, hard ones as line ends, an image as the words that
        stand for it, a footnote as its number in brackets, and tags of HTML as the marks that mean the same.
    """
    opened: list[InlineStyle] = []
    target = last = ""
    for token in without_tags(tokens):
        style = _STYLES.get(token.type.rpartition("_")[0])
        if style and token.nesting == 1:
            opened.append(style)
            target = str(token.attrGet("href") or "") if style is InlineStyle.LINK else target
        elif style in opened and token.nesting == -1:
            opened.remove(style)
            target = "" if style is InlineStyle.LINK else target
        elif text := _text_of(token).removeprefix(" " if last == "\n" else ""):
            last = text
            yield Run(text, frozenset(opened) | _OWN_STYLES.get(token.type, frozenset()), target)


def _text_of(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "footnote_ref":
            return note_mark(token)
        case "footnote_anchor":
            return ""
        case _:
            return token.content


def note_mark(token: Token) -> str:
    """What stands for a footnote, in the text and before the note."""
    return f"[{int(token.meta.get('id', 0)) + 1}]"
