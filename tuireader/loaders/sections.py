"""Paragraphs put under sections: a document from a text and the blocks found in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tuireader.domain.document import Document, Section, shown
from tuireader.domain.inline import Inline, marks_of
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.loaders.source import Source
from tuireader.loaders.titles import title_of

_MOST = 30
"""How many sections a text without headings gets at most."""

_SMALLEST = 500
"""How many characters a section of a text without headings has at least."""

_OPENING = 500
"""How many characters are looked at for a title."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that does not know its section yet."""

    span: Span
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    hang: int = 0
    lead: str = ""
    alignment: str = ""
    title: str = ""
    """The title of the section that begins here; empty inside a section."""


@dataclass(frozen=True, eq=False)
class Draft:
    """All that a loader knows of a document."""

    source: Source
    title: str
    """What the file itself says that it is called; empty when it does not."""

    text: str
    blocks: Sequence[Block]
    inlines: Sequence[Inline] = ()
    keeps_lines: bool = False
    pages: tuple[int, ...] = ()
    warning: str = ""

    @cached_property
    def _marks(self) -> Sequence[int]:
        return marks_of(self.inlines)

    def title_in(self, span: Span) -> str:
        """A title from the words of a part of the text."""
        return title_of(shown(self.text, Span(span.start, min(span.end, span.start + _OPENING)), self._marks))


def arrange(draft: Draft) -> Document:
    """Divide a text into sections.

    Args:
        draft: The text with its blocks, which are in order and cover every visible character.

    Returns:
        The document; a text that begins before its first heading has a section for its opening, and one without
        headings has sections named by its own words.
    """
    title = draft.title or draft.source.title or draft.title_in(Span(0, len(draft.text))) or "Untitled"
    openings = list(_openings(draft, title))
    starts = [0, *(draft.blocks[number].span.start for number, _, _ in openings[1:]), len(draft.text)]
    sections = tuple(
        Section(name, level, Span(start, end))
        for (_, name, level), (start, end) in zip(openings, pairwise(starts), strict=True)
    )
    paragraphs = tuple(_paragraphs(draft, openings))
    document = Document(draft.source.id, title, draft.text, sections, paragraphs, tuple(draft.inlines))
    return replace(document, keeps_lines=draft.keeps_lines, pages=draft.pages, warning=draft.warning)


_Opening = tuple[int, str, int]
"""The number of a section's first block, its title and its level."""


def _openings(draft: Draft, title: str) -> Iterator[_Opening]:
    headings = [(number, block.title, max(1, block.level)) for number, block in enumerate(draft.blocks) if block.title]
    if not headings:
        yield from _made(draft, 0, 1) if draft.blocks else [(0, title, 1)]
        return
    first = headings[0][0]
    if first > 0:
        is_named = draft.title and all(name != draft.title for _, name, _ in headings)
        yield 0, draft.title if is_named else _words_of(draft, 0, first), 1
    yield from headings
    if first == 0 and len(headings) == 1:
        yield from _below_title(draft)


def _below_title(draft: Draft) -> Iterator[_Opening]:
    """Sections of a text whose only heading is its title."""
    start = 1
    while start < len(draft.blocks) and draft.blocks[start].kind in (ParagraphKind.HEADING, ParagraphKind.RULE):
        start += 1
    made = list(_made(draft, start, draft.blocks[0].level + 1)) if start < len(draft.blocks) else []
    yield from made if len(made) > 1 else []


def _made(draft: Draft, start: int, level: int) -> Iterator[_Opening]:
    """Sections of a text without headings: as many as help the reader, each named by its first words."""
    smallest = max(_SMALLEST, -(-len(draft.text) // _MOST))
    filled = 0
    for number in range(start, len(draft.blocks)):
        block = draft.blocks[number]
        filled += len(block.span)
        if filled >= smallest and draft.blocks[-1].span.end - block.span.end >= smallest // 2:
            yield start, _words_of(draft, start, number + 1), level
            start, filled = number + 1, 0
    yield start, _words_of(draft, start, len(draft.blocks)), level


def _words_of(draft: Draft, start: int, end: int) -> str:
    """A title from the first of some blocks that has words."""
    titles = (draft.title_in(block.span) for block in draft.blocks[start:end])
    return next((title for title in titles if any(map(str.isalpha, title))), "…")


def _paragraphs(draft: Draft, openings: Sequence[_Opening]) -> Iterator[Paragraph]:
    first_blocks = {number: section for section, (number, _, _) in enumerate(openings)}
    section = 0
    for number, block in enumerate(draft.blocks):
        section = first_blocks.get(number, section)
        yield Paragraph(block.span, block.kind, section, block.level, block.hang, block.lead, block.alignment)
