"""Places of a text in their context, by section or by the words that stand there."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tuireader.domain.actor import MentionForm, fold
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.span import Span, Spans

_LETTERS, _LETTERS_BEFORE = re.compile(r"[\w-]*"), re.compile(r"[\w-]+\Z")
_LONGEST_WORD = 40


class Order(StrEnum):
    """What places stand together."""

    PLACE = "place"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Group:
    """Places that stand together."""

    title: str
    places: Sequence[Span]


class Concordance:
    """Some places of a document."""

    def __init__(self, document: Document, index: Index, places: Sequence[Span]) -> None:
        """Look at places of a document, of which the index says who is mentioned there."""
        self._document = document
        self._index = index
        self.places = places

    def grouped(self, order: Order, without: Collection[str] = (), *, pronouns: bool = True) -> tuple[Group, ...]:
        """The places.

        Args:
            order: What stands together: places in one section, or places with the same words, the commonest first.
            without: Words, as `form` gives them, whose places are left out.
            pronouns: Whether places that are pronouns are there.

        Returns:
            Groups of places, each of which has some; in each group they are in the order of the text.
        """
        places: Sequence[Span] = self.places
        if without or not pronouns:
            places = [each for each in places if self._is_wanted(each, without, pronouns=pronouns)]
        return tuple(self._by_section(places) if order is Order.PLACE else self._by_form(places))

    def form(self, place: Span) -> str:
        """The words at a place, for comparing: without case, accents and line ends; of a hit, the whole words."""
        return fold(self._document.shown(self._whole(place)))

    def _whole(self, place: Span) -> Span:
        if self._index.at(place.start) is not None:
            return place
        first = _LETTERS_BEFORE.search(self._document.text, max(0, place.start - _LONGEST_WORD), place.start)
        last = _LETTERS.match(self._document.text, place.end)
        return Span(first.start() if first else place.start, last.end() if last else place.end)

    def _is_wanted(self, place: Span, without: Collection[str], *, pronouns: bool) -> bool:
        if not pronouns and (mention := self._index.at(place.start)) and mention.form is MentionForm.PRONOUN:
            return False
        return self.form(place) not in without

    def _by_section(self, places: Sequence[Span]) -> Iterator[Group]:
        if not self._document.sections:
            yield from [Group("", places)] if places else []
            return
        starts = places.starts if isinstance(places, Spans) else [place.start for place in places]
        for section, first, end in runs_of_sections(self._document, starts):
            yield Group(f"§ {self._document.sections[section].title}", places[first:end])

    def _by_form(self, places: Sequence[Span]) -> Iterator[Group]:
        forms: dict[str, list[Span]] = {}
        for place in places:
            forms.setdefault(self.form(place), []).append(place)
        for alike in sorted(forms.values(), key=lambda each: -len(each)):
            spellings = Counter(" ".join(self._document.shown(self._whole(place)).split()) for place in alike)
            yield Group(f"“{spellings.most_common(1)[0][0]}”", alike)


def runs_of_sections(document: Document, starts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Which of some offsets, which are in order, stand in the same section.

    Yields:
        The number of a section, and those of the first offset in it and of the first one behind it.
    """
    first = 0
    while first < len(starts):
        section = document.section_at(starts[first])
        end = bisect_left(starts, max(document.sections[section].span.end, starts[first] + 1), first)
        yield section, first, end
        first = end
