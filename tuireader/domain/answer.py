"""The paragraphs that a question asks for, and where in them stands what it names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tuireader.domain.actor import Actor, ActorId, fold
from tuireader.domain.called import actors_called, actors_with
from tuireader.domain.columns import offsets
from tuireader.domain.document import Document
from tuireader.domain.filter import find_in
from tuireader.domain.index import Index
from tuireader.domain.question import Both, Either, Field, Name, Not, Question, Trait, Words
from tuireader.domain.span import NO_SPANS, Span, Spans
from tuireader.errors import QuestionError

_LETTERS = re.compile(r"\w+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, eq=False)
class Answer:
    """What a document answers to a question."""

    paragraphs: tuple[int, ...] = ()
    """The numbers of the paragraphs asked for, in order."""

    actors: tuple[ActorId, ...] = ()
    """Who is asked for, in the order of the question; not those who must not be there."""

    hits: Sequence[Span] = ()
    """Where the words stand that are asked for."""

    said: Sequence[Span] = ()
    """What those say who are asked for as speakers."""

    places: Spans = field(default_factory=lambda: NO_SPANS)
    """Where in the paragraphs somebody or something asked for stands; in a paragraph without any, its first word."""

    unknown: tuple[QuestionError, ...] = ()
    """The alternatives that name somebody or something that is not there, beside others that do not."""

    def until(self, offset: int, document: Document) -> "Answer":
        """The same before an offset of the document."""
        starts = document.paragraph_starts
        paragraphs = tuple(number for number in self.paragraphs if starts[number] < offset)
        hits, said, places = (_until(offset, spans) for spans in (self.hits, self.said, self.places))
        return Answer(paragraphs, self.actors, hits, said, places, self.unknown)


def _until(offset: int, spans: Sequence[Span]) -> Spans:
    return _spans([(span.start, span.end) for span in spans[: bisect_right(spans, offset, key=_end)]])


def _end(span: Span) -> int:
    return span.end


def answer(question: Question, document: Document, index: Index, doubts: list[QuestionError] | None = None) -> Answer:
    """Answer a question.

    Args:
        question: What is asked.
        document: Where to look.
        index: Its actors.
        doubts: Takes the error about each part that names somebody or something that is not there; nothing is then
            found for that part.

    Returns:
        The paragraphs, and the places in them.

    Raises:
        QuestionError: It names somebody or something that is not there, and nobody takes doubts.
    """
    asked = _Asked(document, index)
    found = asked.paragraphs(question, is_wanted=True)
    if doubts is not None:
        doubts += asked.doubts
    elif asked.doubts:
        raise asked.doubts[0]
    actors = tuple(dict.fromkeys(asked.actors))
    mentions = index.spans_of(actors) if actors else NO_SPANS
    hits, said = _ranges(asked.hits), _ranges(asked.said)
    places = _places(document, found, mentions, [*hits, *said]) if found else NO_SPANS
    everybody = tuple(dict.fromkeys((*actors, *asked.speakers)))
    return Answer(tuple(sorted(found)), everybody, _spans(hits), _spans(said), places, tuple(asked.unknown))


_Range = tuple[int, int]
"""The start and the end of a span: very many of them are faster without objects."""


def _ranges(spans: Iterable[Sequence[Span]]) -> list[_Range]:
    """Each of some spans once, in order."""
    several = [some for some in spans if some]
    if len(several) == 1 and isinstance(several[0], Spans):
        return list(zip(*several[0].columns, strict=True))
    return sorted({(span.start, span.end) for some in several for span in some})


def _places(document: Document, paragraphs: set[int], mentions: Spans, hits: list[_Range]) -> Spans:
    """The mentions, hits and quotations in some paragraphs in order, one where they overlap."""
    starts, ends = mentions.columns
    both = sorted([*zip(starts, ends, strict=True), *hits]) if hits else list(zip(starts, ends, strict=True))
    numbers = document.paragraphs_at([start for start, _ in both])
    if not hits and paragraphs == set(numbers):
        return mentions
    kept = [place for place, number in zip(both, numbers, strict=True) if number in paragraphs]
    if bare := paragraphs.difference(numbers):
        kept += (_first_word(document, number) for number in bare)
        kept.sort()
    return _spans(_apart(kept) if hits else kept)


def _apart(places: Iterable[_Range]) -> list[_Range]:
    """Places without those that begin in the one before."""
    apart: list[_Range] = []
    for start, end in places:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _spans(places: Sequence[_Range]) -> Spans:
    return Spans(offsets(start for start, _ in places), offsets(end for _, end in places))


def _first_word(document: Document, number: int) -> _Range:
    span = document.paragraphs[number].span
    word = _WORD.search(document.text, span.start, span.end)
    return word.span() if word else (span.start, span.start)


class _Asked:
    """Answers the parts of a question, and notes whom and what it names."""

    def __init__(self, document: Document, index: Index) -> None:
        self._document = document
        self._index = index
        self.doubts: list[QuestionError] = []
        """What is wrong with parts that the question cannot do without."""

        self.unknown: list[QuestionError] = []
        """What is wrong with alternatives that it can do without."""

        self.actors: list[ActorId] = []
        self.speakers: list[ActorId] = []
        self.hits: list[Sequence[Span]] = []
        self.said: list[Sequence[Span]] = []

    def paragraphs(self, question: Question, *, is_wanted: bool) -> set[int]:
        """The numbers of the paragraphs that a part asks for; it is unwanted behind an odd number of negations."""
        ask = partial(self.paragraphs, is_wanted=is_wanted)
        match question:
            case Both(left, right):
                return ask(left) & ask(right)
            case Either(left, right):
                return self._either(left, right, is_wanted=is_wanted)
            case Not(part):
                return set(range(len(self._document.paragraphs))) - self.paragraphs(part, is_wanted=not is_wanted)
            case _:
                try:
                    return self._found(question, is_wanted=is_wanted)
                except QuestionError as error:
                    self.doubts.append(error)
                    return set()

    def _either(self, left: Question, right: Question, *, is_wanted: bool) -> set[int]:
        """What either side asks for; one that names somebody who is not there is left out if the other does not."""
        before = self._counts()
        one = self.paragraphs(left, is_wanted=is_wanted)
        between = self._counts()
        other = self.paragraphs(right, is_wanted=is_wanted)
        is_left_known, is_right_known = before[0] == between[0], between[0] == len(self.doubts)
        if is_left_known == is_right_known:
            return one | other
        self.unknown += self.doubts[before[0] :]
        for place, (start, middle) in zip(self._lists(), zip(before, between, strict=True), strict=True):
            if is_left_known:
                del place[middle:]
            else:
                del place[start:middle]
        return one if is_left_known else other

    def _lists(self) -> tuple[list[Any], ...]:
        return self.doubts, self.actors, self.speakers, self.hits, self.said

    def _counts(self) -> tuple[int, ...]:
        return tuple(map(len, self._lists()))

    def _found(self, part: Name | Words | Trait, *, is_wanted: bool) -> set[int]:
        match part:
            case Words(words):
                return self._holding(words, is_wanted=is_wanted)
            case Name(name, start, end):
                return self._mentioning(actors_called(self._index, name, start, end), is_wanted=is_wanted)
            case Trait(Field.IN, value, start, end):
                return self._in_section(value, start, end)
            case Trait(Field.SAID, value, start, end):
                return self._quoting(actors_called(self._index, value, start, end), is_wanted=is_wanted)
            case Trait():
                return self._mentioning(actors_with(part, self._index), is_wanted=is_wanted)

    def _mentioning(self, actors: Iterable[Actor], *, is_wanted: bool) -> set[int]:
        ids = tuple(actor.id for actor in actors)
        if is_wanted:
            self.actors += ids
        return set(self._document.paragraphs_at(self._index.spans_of(ids).starts)) if ids else set()

    def _quoting(self, actors: Iterable[Actor], *, is_wanted: bool) -> set[int]:
        ids = tuple(actor.id for actor in actors)
        said = self._index.said_by(ids)
        if is_wanted:
            self.speakers += ids
            self.said.append(said)
        return set(self._document.paragraphs_at(said.starts))

    def _holding(self, words: str, *, is_wanted: bool) -> set[int]:
        hits = find_in(self._document, words)
        if is_wanted:
            self.hits.append(hits)
        starts = hits.starts if isinstance(hits, Spans) else ()
        return set(self._document.paragraphs_at(starts))

    def _in_section(self, value: str, start: int, end: int) -> set[int]:
        """The paragraphs of a section, by its number from 1 or by words of its title, and of those below it."""
        document, numbers = self._document, range(len(self._document.sections))
        if value.isdecimal():
            chosen = [number for number in numbers if str(number + 1) == value.lstrip("0")]
        else:
            chosen = [number for number in numbers if _plain(value) in _plain(document.sections[number].title)]
        if not chosen:
            count = len(numbers)
            raise QuestionError(
                f"there is no section '{value}'; they are 1 to {count}, or words of a title", start, end
            )
        found: set[int] = set()
        for number in chosen:
            first = document.sections[number]
            following = (section for section in document.sections[number + 1 :] if section.level <= first.level)
            stop = next((section.span.start for section in following), len(document.text) + 1)
            starts = document.paragraph_starts
            found.update(range(bisect_left(starts, first.span.start), bisect_left(starts, stop)))
        return found


def _plain(title: str) -> str:
    """The words of a title, each between spaces."""
    return f" {' '.join(_LETTERS.findall(fold(title)))} "
