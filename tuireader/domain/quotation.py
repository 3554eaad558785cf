"""Quotations: words that a text has from somebody, and who that is."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from tuireader.domain.actor import ActorId
from tuireader.domain.columns import Columns, check_numbers, numbered, numbers, offsets, picked
from tuireader.domain.span import Span, Spans

_MARKS = re.compile(r"[\"“„«‘:]|(?<![^\s(])'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, or a turn of a transcript; of a long speech, those of one paragraph."""

    span: Span
    """The words without their marks."""

    speaker: ActorId | None = None
    """Who says them; nobody where the text names nobody, or does not make it clear."""

    cue: Span | None = None
    """What tells the speaker: a verb of speaking, or a name."""

    is_certain: bool = False
    """Whether the text itself says who speaks, and not only the order of turns or a pronoun."""

    reason: str = ""
    """How the speaker is told, in a few words: `said behind the words`."""


class Quotations(Columns[Quotation]):
    """Quotations in the order of the text. They never overlap: one inside another is a part of that."""

    __slots__ = ("speakers", "tellings")

    def __init__(
        self,
        *columns: "array[int]",
        speakers: Sequence[ActorId | None] = (),
        tellings: Sequence[tuple[bool, str]] = (),
    ) -> None:
        """Keep quotations by their columns.

        Args:
            columns: Starts, ends, the numbers of speakers, how far behind its start each cue begins, how long cues
                are, and the numbers of tellings.
            speakers: Who speaks.
            tellings: The different ways in which speakers are told: whether for certain, and how.

        Raises:
            ValueError: The columns do not fit together.
        """
        super().__init__(*columns)
        _, _, speaker_numbers, _, _, telling_numbers = columns
        check_numbers(speaker_numbers, speakers)
        check_numbers(telling_numbers, tellings)
        self.speakers = tuple(speakers)
        self.tellings = tuple(tellings)

    @classmethod
    def of(cls, quotations: Iterable[Quotation]) -> "Quotations":
        """Quotations that are objects yet."""
        if isinstance(quotations, cls):
            return quotations
        each = list(quotations)
        speakers, speaker_numbers = numbered(quotation.speaker for quotation in each)
        tellings, telling_numbers = numbered((quotation.is_certain, quotation.reason) for quotation in each)
        return cls(
            offsets(quotation.span.start for quotation in each),
            offsets(quotation.span.end for quotation in each),
            speaker_numbers,
            numbers(quotation.cue.start - quotation.span.start if quotation.cue else 0 for quotation in each),
            numbers(len(quotation.cue) if quotation.cue else 0 for quotation in each),
            telling_numbers,
            speakers=speakers,
            tellings=tellings,
        )

    def made(self, *row: int) -> Quotation:
        """The quotation of a number from each column."""
        start, end, speaker, shift, length, telling = row
        is_certain, reason = self.tellings[telling]
        cue = Span(start + shift, start + shift + length) if length else None
        return Quotation(Span(start, end), self.speakers[speaker], cue, is_certain, reason)

    def spans_of(self, speakers: Collection[ActorId]) -> Spans:
        """Where some actors speak, in order."""
        starts, ends, *_ = self.columns
        chosen = self.numbers_of(speakers)
        return Spans(picked(starts, chosen), picked(ends, chosen))

    def moved(self, characters: int) -> "Quotations":
        """The same ones so many characters further on."""
        moved = copy(self)
        starts, ends, *others = self.columns
        moved.columns = (*(offsets(each + characters for each in column) for column in (starts, ends)), *others)
        return moved

    def until(self, offset: int, known: Collection[ActorId]) -> "Quotations":
        """Those that end before an offset, or at it; those who are not known speak as nobody."""
        cut = copy(self)
        count = bisect_right(self.columns[1], offset)
        cut.columns = tuple(column[:count] for column in self.columns)
        cut.speakers = tuple(speaker if speaker in known else None for speaker in self.speakers)
        return cut

    def numbers_of(self, speakers: Collection[ActorId]) -> list[int]:
        """Which of the quotations some actors say, in order."""
        wanted = {number for number, speaker in enumerate(self.speakers) if speaker in speakers}
        return [number for number, owner in enumerate(self.columns[2]) if owner in wanted]

    def told_by(self, speakers: Mapping[int, ActorId | None]) -> "Quotations":
        """The same with other speakers of some quotations, by their numbers."""
        told, number_of = copy(self), {speaker: number for number, speaker in enumerate(self.speakers)}
        starts, ends, owners, *others = self.columns
        owners = numbers(owners)
        for number, speaker in speakers.items():
            owners[number] = number_of.setdefault(speaker, len(number_of))
        told.columns, told.speakers = (starts, ends, owners, *others), tuple(number_of)
        return told


def may_quote(text: str) -> bool:
    """Whether there is any mark in a text with which a quotation or a turn of a transcript could begin."""
    return _MARKS.search(text) is not None
