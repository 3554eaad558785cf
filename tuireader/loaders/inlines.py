"""The inside of a Markdown paragraph as runs of words."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from tuireader.domain.document import InlineStyle
from tuireader.loaders.builder import Run
from tuireader.loaders.markup import is_line_break

_STYLES = {
    "em": InlineStyle.EMPHASIS,
    "strong": InlineStyle.STRONG,
    "s": InlineStyle.STRUCK,
    "link": InlineStyle.LINK,
}


def runs_of(tokens: Sequence[Token]) -> Iterator[Run]:
    """Read the tokens of one paragraph.

    Args:
        tokens: What the parser found inside the paragraph.

    Yields:
        Its words as they are shown: soft line ends as spaces, hard ones as line ends, an image as the words that
        stand for it, a footnote as its number in brackets, and no tags of HTML.
    """
    opened: list[InlineStyle] = []
    target = ""
    for token in tokens:
        style = _STYLES.get(token.type.rpartition("_")[0])
        if style and token.nesting == 1:
            opened.append(style)
            target = str(token.attrGet("href") or "") if style is InlineStyle.LINK else target
        elif style and token.nesting == -1:
            opened.remove(style)
            target = "" if style is InlineStyle.LINK else target
        elif text := _text_of(token):
            yield Run(text, frozenset({*opened, *_own_style(token)}), target)


def _text_of(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if is_line_break(token.content) else ""
        case "footnote_ref":
            return note_mark(token)
        case "footnote_anchor":
            return ""
        case _:
            return token.content


def _own_style(token: Token) -> tuple[InlineStyle, ...]:
    match token.type:
        case "code_inline":
            return (InlineStyle.CODE,)
        case "footnote_ref":
            return (InlineStyle.NOTE,)
        case _:
            return ()


def note_mark(token: Token) -> str:
    """What stands for a footnote, in the text and before the note."""
    return f"[{int(token.meta.get('id', 0)) + 1}]"
