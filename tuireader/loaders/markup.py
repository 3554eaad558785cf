"""HTML inside of Markdown: what remains of it is its text."""

import html
import re

_UNSEEN = re.compile(r"<!--(?:.*?-->|.*)|<(script|style|head)\b(?:.*?</\1\s*>|.*)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[/!?a-z][^<>]*>", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n\s*\n")


def paragraphs_of_html(source: str) -> list[str]:
    """The text of a block of HTML as paragraphs, without comments and scripts."""
    text = _TAG.sub("", _BREAK.sub("\n\n", _UNSEEN.sub(" ", source)))
    parts = _EMPTY_LINES.split(_BLANKS.sub(" ", html.unescape(text)))
    return [" ".join(part.split()) for part in parts if part.strip()]


def is_line_break(tag: str) -> bool:
    """Whether an HTML tag breaks the line."""
    return bool(_LINE_BREAK.fullmatch(tag))
