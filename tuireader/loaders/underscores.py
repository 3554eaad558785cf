"""Words that a plain text sets between underscores, as Project Gutenberg does with those in italics."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tuireader.domain.inline import Inline, InlineStyle
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.span import Span
from tuireader.loaders.sections import Block

_SINGLE = re.compile(r"_(?<!__)(?!_)")
_AROUND_WORDS = re.compile(r"_(?<!\w_)(?=[^\s_])[^_]+(?<=\S)_(?!\w)")
_INSIDE_A_WORD = re.compile(r"_(?<=[^\W\d_]_)[^\W\d_]+_(?!\w)|_(?<!\w_)[^\W\d_]+_(?=[^\W\d_])")
_EDGE = re.compile(r"_(?<!\w_)(?!_)|_(?<!__)(?!\w)")
_MOST_STRAYS = 0.25
"""How many underscores without a partner there may be for each pair in a text that uses them for emphasis only."""

_LONGEST = 2_000
_MARK = frozenset({InlineStyle.MARK})
_EMPHASIS = frozenset({InlineStyle.EMPHASIS})


def marked_words(text: str, blocks: Sequence[Block]) -> Iterator[Inline]:
    """Find what underscores emphasise.

    Args:
        text: The whole text.
        blocks: Its paragraphs in order; nothing is found across their edges, nor in code.

    Yields:
        For each place the underscore before it, the words, and the underscore behind them. `snake_case` and `__init__`
        are none; where a text uses underscores otherwise too, only single words in full are taken.
    """
    if "_" not in text:
        return
    starts = [block.span.start for block in blocks]
    for span in _pairs(text):
        block = blocks[bisect_right(starts, span.start) - 1]
        if span.end <= block.span.end and block.kind is not ParagraphKind.CODE and len(span) <= _LONGEST:
            yield Inline(Span(span.start, span.start + 1), _MARK)
            yield Inline(Span(span.start + 1, span.end - 1), _EMPHASIS)
            yield Inline(Span(span.end - 1, span.end), _MARK)


def unmarked(title: str) -> str:
    """A title without the underscores at the edges of its words; one may have lost its partner on the way."""
    return _EDGE.sub("", title)


def _pairs(text: str) -> list[Span]:
    around = [Span(*match.span()) for match in _AROUND_WORDS.finditer(text)]
    strays = sum(1 for _ in _SINGLE.finditer(text)) - 2 * len(around)
    if strays > len(around) * _MOST_STRAYS:
        return [span for span in around if not any(map(str.isspace, text[span.start : span.end]))]
    inside = (Span(*match.span()) for match in _INSIDE_A_WORD.finditer(text))
    return sorted([*around, *inside])
