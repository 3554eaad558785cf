"""What stands on a row of a page and in which inks; whoever paints it turns these into the colours of a terminal."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from tuireader.domain.inline import InlineStyle
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.typeset.lines import Piece
from tuireader.typeset.page import Row, RowKind
from tuireader.typeset.table import has_head
from tuireader.typeset.wrap import Measure

INVISIBLE = {ord("\N{ZERO WIDTH SPACE}"): None, ord("\N{ZERO WIDTH NO-BREAK SPACE}"): None}
"""For `str.translate`: characters that take no cell and mean nothing on a screen, but can hide things in a text."""

Inks = tuple[str, ...]
"""Names of styles; each is laid over those before it."""

BOOKMARK, NOTE = "▪", "✎"
"""The signs in the margin of a line where marked words begin: without words of the reader, and with some."""

_SIGN_CELLS = 2
_BAR = "▎"
_DEEPEST = 3
"""Headings below this level look alike."""

_SLANTED = {"italic", f"heading-{_DEEPEST}"}
_INLINE_INKS = {
    InlineStyle.STRONG: "strong",
    InlineStyle.CODE: "code",
    InlineStyle.NOTE: "quiet",
    InlineStyle.STRUCK: "struck",
    InlineStyle.LINK: "underlined",
    InlineStyle.MARK: "plain",
}
_UNBROKEN = {**str.maketrans("\n\t", "  "), **INVISIBLE}


class Run(NamedTuple):
    """Characters side by side in the same inks."""

    text: str
    inks: Inks = ()


class _Overlay(NamedTuple):
    """An ink for a range of characters; a later overlay covers an earlier one."""

    start: int
    end: int
    ink: str


class RowPainter:
    """Paints the rows of one reading state."""

    def __init__(self, state: ReadingState, measure: Measure, selection: Span | None = None) -> None:
        """Prepare to paint.

        Args:
            state: What is read and what is asked for.
            measure: Width of a text in cells.
            selection: The characters that the reader has selected.
        """
        self._state = state
        self._measure = measure
        self._selection = selection
        self._chosen = frozenset(state.chosen)

    def paint(self, row: Row, column: int, width: int) -> Iterator[Run]:
        """Paint a row.

        Args:
            row: The row of the page.
            column: Cells to the left of the page.
            width: Width of the page in cells.

        Yields:
            What stands on it, from the left edge of the view to the end of its text.
        """
        yield from self._margin(row, column)
        if row.lead:
            yield Run(row.lead.replace(">", _BAR), ("quiet",))
        if row.kind is RowKind.GAP:
            noun = "paragraph" if row.hidden == 1 else "paragraphs"
            yield Run(f"… {row.hidden} {noun}", ("quiet",))
        elif row.kind is RowKind.RULE:
            yield Run("─" * (width - len(row.lead)), ("quiet",))
        elif row.kind is not RowKind.BLANK or row.number:
            yield from self._paragraph_row(row, width)

    def _margin(self, row: Row, column: int) -> Iterator[Run]:
        """What is left of a row: a sign where notes begin on it, if there is room for one."""
        notes = self._state.notes.beginning_in(Span(row.line[0].start, row.line[-1].end)) if row.line else ()
        if not notes or column < _SIGN_CELLS:
            yield Run(" " * column)
            return
        sign = NOTE if any(each.note.words for each in notes) else BOOKMARK
        yield Run(" " * (column - _SIGN_CELLS))
        yield Run(f"{sign} ", ("note",))

    def _paragraph_row(self, row: Row, width: int) -> Iterator[Run]:
        paragraph = self._state.document.paragraphs[row.paragraph]
        base = self._inks_of(paragraph, row.number)
        used = len(row.lead)
        for piece in row.line:
            if piece.column > used:
                yield Run(" " * (piece.column - used), base)
            used = piece.column
            for run in self._piece(piece, base):
                used += self._measure(run.text)
                yield run
        if paragraph.kind is ParagraphKind.CODE and used < width:
            yield Run(" " * (width - used), base)

    def _inks_of(self, paragraph: Paragraph, line: int) -> Inks:
        match paragraph.kind:
            case ParagraphKind.HEADING:
                return (f"heading-{min(_DEEPEST, max(1, paragraph.level))}",)
            case ParagraphKind.CODE:
                return ("code",)
            case ParagraphKind.TABLE:
                return ("strong",) if line == 0 and has_head(self._state.document.text, paragraph) else ()
            case _:
                return ("italic",) if ">" in paragraph.lead else ()

    def _piece(self, piece: Piece, base: Inks) -> Iterator[Run]:
        document, overlays = self._state.document, list(self._overlays(Span(piece.start, piece.end), base))
        cuts = sorted(
            {piece.start, piece.end, *(o.start for o in overlays), *(o.end for o in overlays)}
            & set(range(piece.start, piece.end + 1))
        )
        for start, end in pairwise(cuts):
            inks = tuple(overlay.ink for overlay in overlays if overlay.start <= start and end <= overlay.end)
            yield Run(document.text[start:end].translate(_UNBROKEN), base + inks)

    def _overlays(self, span: Span, base: Inks) -> Iterator[_Overlay]:
        state = self._state
        for inline in state.document.inlines_touching(span):
            for style in inline.styles:
                yield _Overlay(inline.span.start, inline.span.end, _inline_ink(style, base))
        for said in _touching(state.said, span):
            yield _Overlay(said.start, said.end, _inline_ink(InlineStyle.EMPHASIS, base))
        for highlight in _touching(state.notes.highlights, span):
            yield _Overlay(highlight.start, highlight.end, "marked")
        for mention in state.whole.touching(span):
            kind = state.whole.actor(mention.actor).kind
            how = "" if not self._chosen else "-chosen" if mention.actor in self._chosen else "-faded"
            yield _Overlay(mention.span.start, mention.span.end, f"mention--{kind}{how}")
        yield from self._marks(span)

    def _marks(self, span: Span) -> Iterator[_Overlay]:
        """Hits, the current place and the selection, which cover everything else."""
        for hit in _touching(self._state.hits, span):
            yield _Overlay(hit.start, hit.end, "hit")
        if (current := self._state.current) is not None and current.overlaps(span):
            yield _Overlay(current.start, current.end, "current")
        if (selection := self._selection) is not None and selection.overlaps(span):
            yield _Overlay(selection.start, selection.end, "selected")


def _inline_ink(style: InlineStyle, base: Inks) -> str:
    """The ink of an inline style; emphasis stands upright in what is italic."""
    if style is InlineStyle.EMPHASIS:
        return "upright" if set(base) & _SLANTED else "italic"
    return _INLINE_INKS[style]


def _touching(spans: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of some spans, which are in order and never overlap, that share a character with one."""
    first = bisect_right(spans, span.start, key=lambda each: each.end)
    for each in islice(spans, first, None):
        if each.start >= span.end:
            return
        yield each
