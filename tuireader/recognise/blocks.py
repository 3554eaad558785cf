"""The parts of a text that are read by themselves."""

import re
from collections.abc import Iterator, Sequence

from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span

_GAP = re.compile(r"\n[^\S\n]*\n\s*")


def blocks_of(text: str, paragraphs: Sequence[Paragraph]) -> list[Span]:
    """The paragraphs of a text but its code; without any, what stands between its blank lines."""
    if not paragraphs:
        return list(_parted(text))
    return [each.span for each in paragraphs if each.kind is not ParagraphKind.CODE]


def _parted(text: str) -> Iterator[Span]:
    start = 0
    for gap in _GAP.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))
