"""Breaks a line of text into lines that fit a width."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

Measure = Callable[[str], int]
"""Width of a text in terminal cells."""

Line = tuple[int, int]
"""Start and end of a line in its text. A plain pair, since a book has tens of thousands of lines."""

_UNUSUAL = re.compile(
    "[^\\x00-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f"
    "\u2190-\u2193\u2500-\u2590]"
)
"""Characters that may take no cell or two; all others are known to take one."""

_WORD = re.compile(r"\S+\s*|\s+")
_IDEOGRAPH = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_BREAKS_ANYWHERE = re.compile(_IDEOGRAPH)
_MARKS = "(?:\u200d.|[\u0300-\u036f\u200c\ufe00-\ufe0f\U0001f3fb-\U0001f3ff])*"
_CLUSTER = re.compile(f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|(?s:.)){_MARKS}\\s*")
"""A character, or the two of a flag, with the marks that belong to it and the space behind it."""

_OPENING = "（「『【〔〈《〖〘〝［｛“‘«(\\[{"
_CLOSING = (
    "、。，．・：；？！）」』】〕〉》〗〙〟］｝”’»…‥ー々〜～)\\]},.:;?!%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_LETTERS = f"(?:[!-'*-Z\\\\^-z|~\u00c0-\u02af]{_MARKS})+"
_BODY = f"(?:{_LETTERS}|{_IDEOGRAPH}{_MARKS})"
_GROUP = rf"[{_OPENING}]*{_BODY}(?<!\s)(?:[{_CLOSING}]{_MARKS})*\s*|{_CLUSTER.pattern}"
"""What a line of ideographs is not broken inside: brackets with what they stand at, punctuation, a word of letters."""


def is_one_cell_each(text: str) -> bool:
    """Whether every character of a text is known to take exactly one cell."""
    return _UNUSUAL.search(text) is None


def wrap(text: str, width: int, measure: Measure) -> list[Line]:
    """Break a text into lines, at spaces or behind dashes where it can, inside a word where it must.

    Args:
        text: A text without line ends or tabs, its spaces already single.
        width: Cells that a line may take, at least 1.
        measure: Width of a text in cells; asked only where a character may not take exactly one.

    Returns:
        The lines in order; the space at a break, or before the first word, belongs to no line.
    """
    if is_one_cell_each(text):
        return [match.span(1) for match in _lines_of(width).finditer(text)]
    return list(_wrap_measured(text, width, measure))


@lru_cache(8)
def _lines_of(width: int) -> re.Pattern[str]:
    """Matches one line: as much as fits up to a space, a dash or the end, or else a full line of one long word."""
    rest = width - 1
    return re.compile(rf" *([^ ](?:.{{0,{rest}}}(?:(?<! )(?= |$)|(?<=[—–/-])(?=\w))|.{{0,{rest}}}))")


def _wrap_measured(text: str, width: int, measure: Measure) -> Iterator[Line]:
    start = end = used = 0
    for piece_start, piece_end in _unbroken(text, width, measure):
        word = text[piece_start:piece_end].rstrip()
        if not word:
            start = end = piece_end
            continue
        if used and used + measure(word) > width:
            yield start, end
            start, used = piece_start, 0
        used += measure(text[piece_start:piece_end])
        end = piece_start + len(word)
    if end > start:
        yield start, end


def _unbroken(text: str, width: int, measure: Measure) -> Iterator[Line]:
    """The pieces between which a line may end: words, or parts of them where a word is too long or ideographic."""
    for word in _WORD.finditer(text):
        pieces = re.compile(_GROUP) if _BREAKS_ANYWHERE.search(word[0]) else _WORD
        for piece in pieces.finditer(text, *word.span()):
            if measure(piece[0].rstrip()) <= width:
                yield piece.span()
            else:
                yield from (cluster.span() for cluster in _CLUSTER.finditer(text, *piece.span()))
