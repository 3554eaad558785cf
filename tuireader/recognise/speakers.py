"""The people of a text as its speakers: where each is named, and who is a man or a woman."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cache

from tuireader.domain.actor import ActorKind
from tuireader.domain.index import Index
from tuireader.domain.mentions import Mentions
from tuireader.domain.span import Span
from tuireader.recognise.genders import gender_of_names
from tuireader.recognise.quotemarks import Quoted
from tuireader.recognise.wordlists import read_classes

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s+(?=\S)")

_GENITIVE = re.compile(r"['’]s?(?!\w)")
_LONGEST_PREPOSITION = 12
_REACH = 3_000
"""How many characters before a place somebody may be named who is meant there."""

_SURE = 0.8
"""How sure an ambiguous name must be for its owner to be a certain speaker."""


class People:
    """The mentions of a text by place, and who is a man or a woman."""

    def __init__(self, text: str, index: Index) -> None:
        self.text = text
        self._mentions = Mentions.of(index.mentions)
        self.actors = self._mentions.actors
        self._index = index
        self.starts, self.ends, self.owners, *_ = self._mentions.columns
        self._is_person = [index.actor(actor).kind is ActorKind.PERSON for actor in self.actors]
        self.gender = cache(self._gender)

    def is_doubtful(self, number: int) -> bool:
        """Whether a mention may mean somebody else as well."""
        basis = self._mentions.bases[self._mentions.columns[4][number]]
        return bool(basis.candidates) and basis.confidence < _SURE

    def is_person(self, owner: int) -> bool:
        """Whether an actor is a person."""
        return self._is_person[owner]

    def numbers_in(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin in a stretch of text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def meant_at(self, place: int) -> int | None:
        """Whom a pronoun means, where pronouns are mentions too."""
        number = bisect_left(self.starts, place)
        return self.owners[number] if number < len(self.starts) and self.starts[number] == place else None

    def named(self, start: int, end: int, quoted: Sequence[Quoted]) -> list[int]:
        """The persons that the end of a stretch of text names outside of quotations, each once, in order."""
        found = dict.fromkeys(
            self.owners[number]
            for number in self.numbers_in(max(start, end - _REACH), end)
            if not _is_quoted(self.starts[number], quoted)
        )
        return [owner for owner in found if self._is_person[owner]]

    def acts(self, owner: int, span: Span) -> bool:
        """Whether a stretch of text names somebody otherwise than behind a preposition or before what is theirs."""
        return any(
            self.owners[number] == owner
            and not _GENITIVE.match(self.text, self.ends[number])
            and not self._is_behind_preposition(self.starts[number])
            for number in self.numbers_in(max(span.start, span.end - _REACH), span.end)
        )

    def _is_behind_preposition(self, place: int) -> bool:
        word = self.text[max(0, place - _LONGEST_PREPOSITION) : place].split()[-1:]
        return bool(word) and word[0] in read_classes("speech.txt")["preposition"]

    def likeliest(self, span: Span, quoted: Sequence[Quoted], gender: str, without: Collection[int] = ()) -> int | None:
        """Whom a pronoun behind a stretch of text means most likely: the first of the last sentence with such names."""
        first = max(span.start, span.end - _REACH)
        starts = [first, *self.stops(first, span.end)]
        for start, end in zip(starts[::-1], [span.end, *starts[:0:-1]], strict=True):
            for owner in self.named(start, end, quoted):
                if owner not in without and self.agrees(owner, gender):
                    return owner
        return None

    def stops(self, start: int, end: int) -> list[int]:
        """Where sentences begin behind others in a stretch of text; no title ends one: `Mr. Bennet`."""
        stops = (match.end() for match in _ENDS_SENTENCE.finditer(self.text, start, end))
        return [stop for stop in stops if not self._is_in_mention(stop)]

    def _is_in_mention(self, place: int) -> bool:
        number = bisect_left(self.starts, place) - 1
        return number >= 0 and place < self.ends[number]

    def agrees(self, owner: int, gender: str) -> bool:
        """Whether somebody may be meant by a pronoun."""
        return self.gender(owner) in (gender, "")

    def _gender(self, owner: int) -> str:
        return gender_of_names(self._index.actor(self.actors[owner]).names)


def _is_quoted(place: int, quoted: Sequence[Quoted]) -> bool:
    """Whether a place is inside one of some quotations, which are in order."""
    at = bisect_right(quoted, place, key=_opening) - 1
    return at >= 0 and place < quoted[at].behind


def _opening(quoted: Quoted) -> int:
    return quoted.opening
