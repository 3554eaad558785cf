"""The paragraphs that a question asks for, and where in them stands what it names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from tuireader.domain.actor import Actor, ActorId, ActorKind, fold
from tuireader.domain.columns import offsets
from tuireader.domain.document import Document
from tuireader.domain.filter import find_in
from tuireader.domain.index import Index
from tuireader.domain.question import Both, Either, Field, Name, Not, Question, Trait, Words
from tuireader.domain.slip import perhaps_meant
from tuireader.domain.span import NO_SPANS, Span, Spans
from tuireader.errors import QuestionError

_LETTERS = re.compile(r"\w+")
_WORD = re.compile(r"\S+")
_FEWEST_LETTERS = 3
"""Of the beginning of a name; two letters mean somebody else too easily: `uk` is not the beginning of Ukraine."""


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

    def until(self, offset: int, document: Document) -> "Answer":
        """The same before an offset of the document."""
        starts = document.paragraph_starts
        paragraphs = tuple(number for number in self.paragraphs if starts[number] < offset)
        hits, said, places = (_until(offset, spans) for spans in (self.hits, self.said, self.places))
        return Answer(paragraphs, self.actors, hits, said, places)


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
    asked = _Asked(document, index, doubts)
    found = asked.paragraphs(question, is_wanted=True)
    actors = tuple(dict.fromkeys(asked.actors))
    mentions = index.spans_of(actors) if actors else NO_SPANS
    hits, said = _ranges(asked.hits), _ranges(asked.said)
    places = _places(document, found, mentions, [*hits, *said]) if found else NO_SPANS
    everybody = tuple(dict.fromkeys((*actors, *asked.speakers)))
    return Answer(tuple(sorted(found)), everybody, _spans(hits), _spans(said), places)


_Range = tuple[int, int]
"""The start and the end of a span: very many of them are faster without objects."""


def _ranges(spans: Iterable[Sequence[Span]]) -> list[_Range]:
    """Each of some spans once, in order."""
    return sorted({(span.start, span.end) for some in spans for span in some})


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

    def __init__(self, document: Document, index: Index, doubts: list[QuestionError] | None) -> None:
        self._document = document
        self._index = index
        self._doubts = doubts
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
                return ask(left) | ask(right)
            case Not(part):
                return set(range(len(self._document.paragraphs))) - self.paragraphs(part, is_wanted=not is_wanted)
            case _:
                try:
                    return self._found(question, is_wanted=is_wanted)
                except QuestionError as error:
                    if self._doubts is None:
                        raise
                    self._doubts.append(error)
                    return set()

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
                return self._mentioning(_actors_with(part, self._index), is_wanted=is_wanted)

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
        return set(self._document.paragraphs_at(hit.start for hit in hits))

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


def actors_called(index: Index, name: str, start: int, end: int) -> Sequence[Actor]:
    """The actors that go by a name, or else those with a word in a name that begins so, with some letters at least.

    Args:
        index: Who there is.
        name: What a person typed.
        start: Where in the question it begins.
        end: Where it ends.

    Raises:
        QuestionError: There is no such actor.
    """
    found = index.named(name) or (index.begun(name) if len(name) >= _FEWEST_LETTERS else ())
    if not found:
        meant = perhaps_meant(name, index.actors)[:1]
        raise QuestionError(f"nobody is called '{name}'" + "".join(f"; {each}?" for each in meant), start, end)
    return found


def _actors_with(trait: Trait, index: Index) -> Sequence[Actor]:
    """The actors of a kind, with a role or of a country."""
    wanted = fold(trait.value)
    found: Callable[[Actor], bool]
    if trait.field is Field.KIND:
        kind = next((kind for kind in ActorKind if _is_plural_or_part(wanted, kind)), None)
        if kind is None:
            raise QuestionError(f"'{trait.value}' is none of {', '.join(ActorKind)}", trait.start, trait.end)
        return [actor for actor in index.actors if actor.kind is kind]
    if trait.field is Field.ROLE:
        found = partial(_has_role, wanted=wanted)
    else:
        codes = {actor.code for actor in index.named(trait.value) if actor.kind is ActorKind.COUNTRY}
        found = partial(_is_of, codes=codes | {trait.value.upper()})
    actors = [actor for actor in index.actors if found(actor)]
    if not actors:
        what = "has the role" if trait.field is Field.ROLE else "is known to be of"
        raise QuestionError(f"nobody {what} '{trait.value}'", trait.start, trait.end)
    return actors


def _is_plural_or_part(wanted: str, kind: ActorKind) -> bool:
    return kind.startswith(wanted) or wanted in (
        f"{kind}s",
        f"{kind[:-1]}ies",
        "people"[: 6 * (kind is ActorKind.PERSON)],
    )


def _has_role(actor: Actor, wanted: str) -> bool:
    return any(f" {wanted}" in f" {fold(role.text)}" for role in actor.roles)


def _is_of(actor: Actor, codes: set[str | None]) -> bool:
    return actor.code in codes
