"""Paints one row of a page: text in its styles, mentions in their colours, the sides of quotes and code."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuireader.domain.document import InlineStyle, Paragraph, ParagraphKind
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.inks import STRONG
from tuireader.tui.rows import INVISIBLE
from tuireader.typeset.lines import Piece
from tuireader.typeset.page import Row, RowKind
from tuireader.typeset.table import has_head

_BAR = "▎"
_ITALIC = Style(italic=True)
_CURRENT = Style(bold=True, reverse=True)
_HEADING_STYLES = (Style(bold=True, underline=True), STRONG, Style(bold=True, italic=True))
_INLINE_STYLES = {
    InlineStyle.MARK: Style.null(),
    InlineStyle.STRONG: STRONG,
    InlineStyle.STRUCK: Style(strike=True),
    InlineStyle.LINK: Style(underline=True),
}
_UNBROKEN = {**str.maketrans("\n\t", "  "), **INVISIBLE}


class StyleSource(Protocol):
    """Knows the styles of the theme."""

    def __call__(self, name: str) -> Style:
        """The style of a name, to be laid over others."""
        ...


class _Overlay(NamedTuple):
    """A style for a range of characters; a later overlay covers an earlier one."""

    start: int
    end: int
    style: Style


class RowPainter:
    """Paints the rows of one reading state."""

    def __init__(self, state: ReadingState, ink: StyleSource, base: Style, selection: Span | None) -> None:
        """Prepare to paint.

        Args:
            state: What is read and what is asked for.
            ink: The styles of the theme.
            base: The style of plain text.
            selection: The characters that the reader has selected.
        """
        self._state = state
        self._ink = ink
        self._base = base
        self._selection = selection
        self._chosen = frozenset(state.filter.actors)

    def paint(self, row: Row, column: int, width: int) -> Strip:
        """Paint a row.

        Args:
            row: The row of the page.
            column: Cells to the left of the page.
            width: Width of the page in cells.

        Returns:
            The painted row, from the left edge of the view to the end of its text.
        """
        quiet = self._base + self._ink("quiet")
        margin = [Segment(" " * column, self._base)]
        if row.lead:
            margin.append(Segment(row.lead.replace(">", _BAR), quiet))
        if row.kind is RowKind.GAP:
            noun = "paragraph" if row.hidden == 1 else "paragraphs"
            return Strip([*margin, Segment(f"… {row.hidden} {noun}", quiet)])
        if row.kind is RowKind.RULE:
            return Strip([*margin, Segment("─" * (width - len(row.lead)), quiet)])
        if row.kind is RowKind.BLANK and not row.number:
            return Strip(margin)
        return Strip([*margin, *self._paragraph_row(row, width)])

    def _paragraph_row(self, row: Row, width: int) -> Iterator[Segment]:
        paragraph = self._state.document.paragraphs[row.paragraph]
        base = self._base + self._paragraph_style(paragraph, row.number)
        used = len(row.lead)
        for piece in row.line:
            if piece.column > used:
                yield Segment(" " * (piece.column - used), base)
            used = piece.column
            for segment in self._piece(piece, row.paragraph, paragraph, base):
                used += segment.cell_length
                yield segment
        if paragraph.kind is ParagraphKind.CODE and used < width:
            yield Segment(" " * (width - used), base)

    def _paragraph_style(self, paragraph: Paragraph, line: int) -> Style:
        match paragraph.kind:
            case ParagraphKind.HEADING:
                return _HEADING_STYLES[min(len(_HEADING_STYLES), max(1, paragraph.level)) - 1]
            case ParagraphKind.CODE:
                return self._ink("code")
            case ParagraphKind.TABLE:
                is_head = line == 0 and has_head(self._state.document.text, paragraph)
                return STRONG if is_head else Style.null()
            case _:
                return _ITALIC if ">" in paragraph.lead else Style.null()

    def _piece(self, piece: Piece, number: int, paragraph: Paragraph, base: Style) -> Iterator[Segment]:
        overlays = list(self._overlays(Span(piece.start, piece.end), base))
        cuts = sorted(
            {piece.start, piece.end, *(o.start for o in overlays), *(o.end for o in overlays)}
            & set(range(piece.start, piece.end + 1))
        )
        for start, end in pairwise(cuts):
            style = base
            for overlay in overlays:
                if overlay.start <= start and end <= overlay.end:
                    style += overlay.style
            style += Style.from_meta({"offset": (start - paragraph.span.start, number)})
            yield Segment(self._state.document.text[start:end].translate(_UNBROKEN), style)

    def _overlays(self, span: Span, base: Style) -> Iterator[_Overlay]:
        state = self._state
        for inline in state.document.inlines_touching(span):
            for name in inline.styles:
                yield _Overlay(inline.span.start, inline.span.end, self._inline_style(name, base))
        for mention in state.index.touching(span):
            kind = state.index.actor(mention.actor).kind
            how = "" if not self._chosen else "-chosen" if mention.actor in self._chosen else "-faded"
            yield _Overlay(mention.span.start, mention.span.end, self._ink(f"mention--{kind}{how}"))
        yield from self._marks(span)

    def _marks(self, span: Span) -> Iterator[_Overlay]:
        """Hits, the current place and the selection, which cover everything else."""
        for hit in _touching(self._state.hits, span):
            yield _Overlay(hit.start, hit.end, self._ink("hit"))
        if (current := self._state.current) is not None and current.overlaps(span):
            yield _Overlay(current.start, current.end, _CURRENT)
        if (selection := self._selection) is not None and selection.overlaps(span):
            yield _Overlay(selection.start, selection.end, self._ink("selected"))

    def _inline_style(self, style: InlineStyle, base: Style) -> Style:
        match style:
            case InlineStyle.EMPHASIS:
                return Style(italic=not base.italic)
            case InlineStyle.CODE:
                return self._ink("code")
            case InlineStyle.NOTE:
                return self._ink("quiet")
            case _:
                return _INLINE_STYLES[style]


def _touching(spans: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of some spans, which are in order and never overlap, that share a character with one."""
    first = bisect_right(spans, span.start, key=lambda each: each.end)
    for each in islice(spans, first, None):
        if each.start >= span.end:
            return
        yield each
