"""The paragraphs of a document."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

from tuireader.domain.columns import Columns, check_numbers, numbered, numbers, offsets
from tuireader.domain.span import Span


class ParagraphKind(StrEnum):
    """What a paragraph is, and so how it is set."""

    HEADING = "heading"
    TEXT = "text"
    QUOTE = "quote"
    ITEM = "item"
    VERSE = "verse"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"

    @property
    def keeps_lines(self) -> bool:
        """Whether line ends of the text are line ends on the page."""
        return self in (ParagraphKind.VERSE, ParagraphKind.CODE, ParagraphKind.TABLE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text that stands by itself."""

    span: Span
    kind: ParagraphKind
    section: int
    """The number of its section in `Document.sections`."""

    level: int = 0
    """How high a heading stands; 1 is the highest. 0 for anything else."""

    hang: int = 0
    """How many characters at the start (a bullet, a number) stand left of all following lines."""

    lead: str = ""
    """What it is nested in: a sign for each cell by which it stands in, `>` where a quote has its bar, else a space."""

    alignment: str = ""
    """How the columns of a table are set, a sign for each: `<`, `^` or `>`; further columns as `<`."""


_KINDS = tuple(ParagraphKind)
_LOOKED_AT = 200
"""Paragraphs that are remembered as objects; a page asks for each of its own a dozen times."""


class Paragraphs(Columns[Paragraph]):
    """Paragraphs in the order of the text."""

    __slots__ = ("_looked_at", "alignments", "leads")

    def __init__(self, *columns: "array[int]", leads: Sequence[str] = (), alignments: Sequence[str] = ()) -> None:
        """Keep paragraphs by their columns.

        Args:
            columns: Starts, ends, and the numbers of kinds, sections, levels, hangs, leads and alignments.
            leads: The different leads.
            alignments: The different alignments.

        Raises:
            ValueError: The columns do not fit together.
        """
        super().__init__(*columns)
        _, _, kinds, _, _, _, lead_numbers, alignment_numbers = columns
        check_numbers(kinds, _KINDS)
        check_numbers(lead_numbers, leads)
        check_numbers(alignment_numbers, alignments)
        self.leads = tuple(leads)
        self.alignments = tuple(alignments)
        self._looked_at: dict[int, Paragraph] = {}

    @overload
    def __getitem__(self, at: int) -> Paragraph: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Paragraph, ...]: ...

    def __getitem__(self, at: int | slice) -> Paragraph | tuple[Paragraph, ...]:
        if isinstance(at, slice):
            return super().__getitem__(at)
        if (paragraph := self._looked_at.get(at)) is None:
            if len(self._looked_at) >= _LOOKED_AT:
                self._looked_at.clear()
            paragraph = self._looked_at[at] = super().__getitem__(at)
        return paragraph

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> "Paragraphs":
        """Paragraphs that are objects yet."""
        if isinstance(paragraphs, cls):
            return paragraphs
        each = list(paragraphs)
        leads, lead_numbers = numbered(paragraph.lead for paragraph in each)
        alignments, alignment_numbers = numbered(paragraph.alignment for paragraph in each)
        return cls(
            offsets(paragraph.span.start for paragraph in each),
            offsets(paragraph.span.end for paragraph in each),
            numbers(_KINDS.index(paragraph.kind) for paragraph in each),
            numbers(paragraph.section for paragraph in each),
            numbers(paragraph.level for paragraph in each),
            numbers(paragraph.hang for paragraph in each),
            lead_numbers,
            alignment_numbers,
            leads=leads,
            alignments=alignments,
        )

    def made(self, *row: int) -> Paragraph:
        """The paragraph of a number from each column."""
        start, end, kind, section, level, hang, lead, alignment = row
        span = Span(start, end)
        return Paragraph(span, _KINDS[kind], section, level, hang, self.leads[lead], self.alignments[alignment])

    @property
    def starts(self) -> "array[int]":
        """The offset of the first character of each."""
        return self.columns[0]

    def between(self, first: int, end: int) -> "Paragraphs":
        """Those from a number up to another, as if the text began with the first of them."""
        starts, ends, *others = (column[first:end] for column in self.columns)
        shift = starts[0] if starts else 0
        moved = (offsets(each - shift for each in column) for column in (starts, ends))
        return Paragraphs(*moved, *others, leads=self.leads, alignments=self.alignments)
