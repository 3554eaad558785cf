"""Plain text: kept character for character, and read by its shape."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tuireader.domain.document import Document
from tuireader.domain.inline import Inline
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.span import Span
from tuireader.loaders.cutting import Shape, cut, shape_of
from tuireader.loaders.gutenberg import LICENCE_TITLE, Frame, frame_of
from tuireader.loaders.headings import Family
from tuireader.loaders.kinds import bare, kinds_of
from tuireader.loaders.outline import Blocks, Heading, outline
from tuireader.loaders.sections import Block, Draft, arrange
from tuireader.loaders.source import Source
from tuireader.loaders.underscores import marked_words, unmarked


class TextLoader:
    """Reads plain text. Its text is that of the file, so that offsets point into the file."""

    version = "2"

    def load(self, source: Source) -> Document:
        """Make a document from a text file, with the headings and paragraphs that its shape shows."""
        text = source.text
        shape, frame = shape_of(text), frame_of(text)
        blocks = Blocks(text, cut(text, shape))
        body = _body(blocks.spans, frame)
        headings = outline(blocks, body)
        placed = tuple(_placed(blocks, headings, body, shape))
        draft = Draft(source, frame.title or _title_in(headings), text, placed)
        inlines = tuple(marked_words(text, placed))
        return arrange(_emphasised(draft, inlines) if inlines else draft)


def _emphasised(draft: Draft, inlines: Sequence[Inline]) -> Draft:
    """A draft with emphasised words, and without the signs for it in titles."""
    blocks = [replace(block, title=unmarked(block.title)) if "_" in block.title else block for block in draft.blocks]
    return replace(draft, title=unmarked(draft.title), blocks=blocks, inlines=inlines)


def _body(spans: Sequence[Span], frame: Frame) -> range:
    """The numbers of the blocks of the text proper."""
    first = next((number for number, span in enumerate(spans) if span.start >= frame.start), len(spans))
    last = next((number for number, span in enumerate(spans) if span.start >= frame.end), len(spans))
    return range(first, max(first, last))


def _title_in(headings: Sequence[Heading]) -> str:
    """The title of the text: a heading on its first line that is no chapter's."""
    if not headings or headings[0].block or headings[0].family not in _TITLES:
        return ""
    level = headings[0].level
    is_alone = all(other.level > level for other in headings[1:])
    return headings[0].title if is_alone or headings[0].family is Family.CAPITALS else ""


_TITLES = frozenset({Family.UNDERLINED, Family.HASHED, Family.CAPITALS})


def _placed(blocks: Blocks, headings: Sequence[Heading], body: range, shape: Shape) -> Iterator[Block]:
    """All blocks as what they are."""
    at = {heading.block: heading for heading in headings}
    number = 0
    while number < len(blocks.spans):
        heading = at.get(number)
        if heading:
            yield from _heading(blocks, heading)
            number += heading.blocks
            continue
        parts = kinds_of(blocks.text, blocks.spans[number], shape)
        if number == body.stop:
            first = next(parts)
            yield Block(first.span, ParagraphKind.HEADING, 1, title=LICENCE_TITLE)
        yield from parts
        number += 1


def _heading(blocks: Blocks, heading: Heading) -> Iterator[Block]:
    """A heading; its title line and the line under it are paragraphs of their own."""
    title = heading.title
    for span in blocks.spans[heading.block : heading.block + heading.blocks]:
        for part in _parts(blocks.text, span, heading.family):
            is_line = heading.family is Family.UNDERLINED and not any(
                map(str.isalnum, blocks.text[part.start : part.end])
            )
            kind = ParagraphKind.RULE if is_line else ParagraphKind.HEADING
            yield Block(part, kind, heading.level, title=title)
            title = ""


def _parts(text: str, span: Span, family: Family) -> Iterator[Span]:
    """A heading, or each of its lines where some of them are drawn."""
    if family is not Family.UNDERLINED:
        yield bare(text, span)
        return
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        yield bare(text, Span(start, start + len(line)))
        start += len(line) + 1
