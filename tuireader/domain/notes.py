"""Notes of a reader: words of a text that are marked, and what the reader says of them.

A note knows the words it marks and what stood around them, so that it finds them in another version of the text. One
whose words are gone is lost, but kept.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tuireader.domain.anchor import Anchor, find_anchor
from tuireader.domain.span import Span


class Note(NamedTuple):
    """A mark on some words of a text."""

    id: str
    """No other note has it."""

    anchor: Anchor
    """The words it marks."""

    words: str
    """What the reader says; nothing makes it a bookmark."""

    at: float
    """When it was made, in seconds since 1970."""


class Placed(NamedTuple):
    """A note whose words are found."""

    span: Span
    note: Note


@dataclass(frozen=True, eq=False)
class Notes:
    """The notes of one document."""

    placed: tuple[Placed, ...] = ()
    """Those whose words are found, by place."""

    lost: tuple[Note, ...] = ()
    """Those whose words are gone, the oldest first."""

    dropped: tuple[Note, ...] = ()
    """Those that were dropped since the document was opened, the latest last."""

    def __len__(self) -> int:
        return len(self.placed) + len(self.lost)

    def __iter__(self) -> Iterator[Note]:
        yield from (each.note for each in self.placed)
        yield from self.lost

    @property
    def are_of_another_text(self) -> bool:
        """Whether their file seems to hold quite another text now: there are several, and none of them is found."""
        return len(self.lost) > 1 and not self.placed

    @cached_property
    def highlights(self) -> Sequence[Span]:
        """All that is marked, in order; notes that overlap are one highlight."""
        spans: list[Span] = []
        for span, _ in self.placed:
            if spans and span.start < spans[-1].end:
                spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
            else:
                spans.append(span)
        return spans

    def beginning_in(self, span: Span) -> Sequence[Placed]:
        """The notes whose first character is in a span."""
        return self.placed[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def at(self, span: Span) -> Note | None:
        """The note that marks exactly a span."""
        return next((note for each, note in self.beginning_in(span) if each == span), None)

    def holding(self, span: Span) -> Note | None:
        """The note that marks a span and the least around it."""
        holders = [each for each in self.placed if each.span.start <= span.start and span.end <= each.span.end]
        return min(holders, key=lambda each: len(each.span)).note if holders else None

    def having(self, note: Note, text: str) -> "Notes":
        """With a note of a text, new or in other words."""
        rest, span = self.without(note), find_anchor(text, note.anchor)
        dropped = tuple(each for each in self.dropped if each.id != note.id)
        if span is None:
            return Notes(rest.placed, tuple(sorted((*rest.lost, note), key=_made)), dropped)
        return Notes(tuple(sorted((*rest.placed, Placed(span, note)), key=_order)), rest.lost, dropped)

    def without(self, note: Note) -> "Notes":
        """Without a note, which is one of the dropped now."""
        placed = tuple(each for each in self.placed if each.note.id != note.id)
        lost = tuple(each for each in self.lost if each.id != note.id)
        return Notes(placed, lost, (*self.dropped, note))

    def joined(self, others: "Notes", gone: Collection[str] = ()) -> "Notes":
        """With notes that somebody else made or put in other words, and without those that he dropped, by their ids."""
        ids = {note.id for note in others}
        placed = [each for each in self.placed if each.note.id not in ids and each.note.id not in gone]
        lost = [each for each in self.lost if each.id not in ids and each.id not in gone]
        dropped = tuple(each for each in self.dropped if each.id not in ids)
        placed, lost = sorted([*placed, *others.placed], key=_order), sorted([*lost, *others.lost], key=_made)
        return Notes(tuple(placed), tuple(lost), dropped)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.span.start for each in self.placed]


NO_NOTES = Notes()
"""None."""


def notes_in(text: str, notes: Iterable[Note]) -> Notes:
    """Find the places of notes in a text."""
    found = [(find_anchor(text, note.anchor), note) for note in notes]
    placed = sorted((Placed(span, note) for span, note in found if span is not None), key=_order)
    return Notes(tuple(placed), tuple(sorted((note for span, note in found if span is None), key=_made)))


def _order(each: Placed) -> tuple[Span, float, str]:
    return each.span, each.note.at, each.note.id


def _made(note: Note) -> tuple[float, str]:
    return note.at, note.id
