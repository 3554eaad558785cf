"""Names that are sure even where nothing else is understood: in another language, where all nouns may have capitals."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from tuireader.domain.actor import fold
from tuireader.recognise.foreign_parts import Foreign
from tuireader.recognise.languages import is_particle, is_small_word
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Occurrence, name_key
from tuireader.recognise.persons import is_titled

_MOST_WORDS = 4
_SHORTEST_GIVEN = 3
_WORD = re.compile(r"\S+")


def only_sure(
    text: str, occurrences: Sequence[Occurrence], foreign: Foreign, lower: Mapping[str, int]
) -> list[Occurrence]:
    """Leave out the occurrences in other languages that are not sure to be names.

    Args:
        text: The whole text.
        occurrences: Candidates in order.
        foreign: The parts of the text that are in other languages.
        lower: How often each word of the text stands in lower case.
    """
    if not foreign.spans:
        return list(occurrences)
    inside, outside = _parted(occurrences, foreign)
    judge = _Judge(text, lower)
    sure = [kept for each in inside for kept in judge.keep(each)]
    surnames = {name_key(text[each.start : each.end]).split(" ")[-1] for each in sure}
    again = (each for each in inside if name_key(text[each.start : each.end]) in surnames)
    by_start = {each.start: each for each in (*again, *sure)}
    return sorted((*outside, *by_start.values()), key=attrgetter("start"))


def _parted(occurrences: Sequence[Occurrence], foreign: Foreign) -> tuple[list[Occurrence], list[Occurrence]]:
    """The occurrences in other languages, and those in English."""
    starts = [each.start for each in occurrences]
    ranges = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in foreign.spans]
    gaps = zip((0, *(last for _, last in ranges)), (*(first for first, _ in ranges), len(starts)), strict=True)
    inside = [each for first, last in ranges for each in occurrences[first:last]]
    return inside, [each for first, last in gaps for each in occurrences[first:last]]


class _Judge:
    """Judges the candidates of one text."""

    def __init__(self, text: str, lower: Mapping[str, int]) -> None:
        self._text = text
        self._lower = lower

    def keep(self, occurrence: Occurrence) -> Iterator[Occurrence]:
        """A candidate, without what stands before its given name; nothing if it is not sure to be a name."""
        if is_titled(occurrence):
            yield occurrence
            return
        found = list(_WORD.finditer(self._text, occurrence.start, occurrence.end))
        words = [word[0] for word in found]
        if "organisation" in open_lexicon().known.get(name_key(" ".join(words)), ()):
            yield occurrence
            return
        first = next((number for number in range(len(words) - 1) if self._is_given(words[number])), len(words))
        name = [*takewhile(_may_be_of_name, words[first:])]
        if not 1 < len(name) <= _MOST_WORDS or self._is_plain(name[-1]) or _is_prose(words):
            return
        start, end = found[first].start(), found[first + len(name) - 1].end()
        yield replace(occurrence, start=start, end=end, title_start=start) if first else replace(occurrence, end=end)

    def _is_given(self, word: str) -> bool:
        return len(word) >= _SHORTEST_GIVEN and open_lexicon().is_given(fold(word)) and not self._is_plain(word)

    def _is_plain(self, word: str) -> bool:
        """Whether a text has a word in lower case too, or would if it were not in capitals."""
        return bool(self._lower.get(word.lower())) or is_small_word(word.lower())


def _may_be_of_name(word: str) -> bool:
    """Whether a word may go on a name, as `Aus` does not in `Klaus Weber Aus Berlin`."""
    return not is_small_word(word.lower()) or is_particle(word.lower())


def _is_prose(words: Sequence[str]) -> bool:
    """Whether words in capitals hold a small one, which tells that they are no name: `DANS LE VILLAGE`."""
    return any(is_small_word(word.lower()) for word in words) and all(map(str.isupper, words))
