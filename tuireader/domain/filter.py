"""What the reader asks for: actors and words, and where in a document they are."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tuireader.domain.actor import ActorId
from tuireader.domain.columns import offsets
from tuireader.domain.document import Document
from tuireader.domain.span import Span, Spans

_PLAIN = re.compile("[0-9A-Za-z]+")
_UNUSUAL_CASE = {"i": "ıİ", "s": "ſ", "k": "\N{KELVIN SIGN}"}
"""Letters of English, and those of others whose other case they are."""

_PIECE = 1 << 16
"""Characters that are searched at once."""

_QUOTES = {"'": "['’‘]", '"': '["“”]', "-": "[-‐‑–]"}


@dataclass(frozen=True, slots=True)
class Filter:
    """The actors that are chosen, in the order of choosing, or the question that is asked; the words searched in it."""

    actors: tuple[ActorId, ...] = ()
    words: str = ""
    question: str = ""

    def __bool__(self) -> bool:
        return bool(self.actors or self.words or self.question)

    def toggling(self, actor: ActorId) -> "Filter":
        """This actor too, or no longer."""
        if actor in self.actors:
            return replace(self, actors=tuple(chosen for chosen in self.actors if chosen != actor))
        return replace(self, actors=(*self.actors, actor))


def find_words(text: str, words: str) -> Sequence[Span]:
    """Find words in a text as a person types them.

    Args:
        text: Where to look.
        words: What to look for. Lower case finds any case; straight quotes find curly ones; a space finds a line end.

    Returns:
        The places in order; they never overlap.
    """
    wanted = words.split()
    if not wanted:
        return ()
    ignores_case = words == words.lower()
    unusual = (other for letter, others in _UNUSUAL_CASE.items() if letter in words for other in others)
    is_unusual = ignores_case and any(letter in text for letter in unusual)
    if len(wanted) == 1 and _PLAIN.fullmatch(wanted[0]) and not is_unusual:
        starts = _occurrences(text, wanted[0], ignores_case=ignores_case)
        return Spans(offsets(starts), offsets(start + len(wanted[0]) for start in starts))
    parts = r"\s+".join("".join(_QUOTES.get(c, re.escape(c)) for c in word) for word in wanted)
    pattern = re.compile(parts, re.IGNORECASE if ignores_case else re.NOFLAG)
    plain = [number for number, word in enumerate(wanted) if _PLAIN.fullmatch(word)]
    if plain and not is_unusual:
        longest = max(plain, key=lambda number: len(wanted[number]))
        places = _occurrences(text, wanted[longest], ignores_case=ignores_case, is_overlapping=True)
        matches = _going_on(pattern, text, (_back(text, place, wanted[:longest]) for place in places))
    else:
        matches = [match.span() for match in pattern.finditer(text)]
    return Spans(offsets(start for start, _ in matches), offsets(end for _, end in matches))


def find_in(document: Document, words: str) -> Sequence[Span]:
    """Find words in a document as they are read: marks that are not shown do not part them."""
    if not document.marks:
        return find_words(document.text, words)
    places = find_words(_text_as_read(document), words)
    if not isinstance(places, Spans):
        return places
    starts, ends = places.columns
    marked = [mark - number for number, mark in enumerate(document.marks)]
    return Spans(_marked(starts, marked), _marked(ends, [mark + 1 for mark in marked]))


def _marked(places: Sequence[int], marked: Sequence[int]) -> "array[int]":
    """Offsets of a text, given in order in what is read of it, where marks stand before some offsets of that."""
    passed, shifted = 0, offsets(places)
    for number, place in enumerate(shifted):
        if passed < len(marked) and marked[passed] <= place:
            passed = bisect_right(marked, place, passed)
        shifted[number] = place + passed
    return shifted


def _going_on(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> list[tuple[int, int]]:
    """The matches that begin at one of some places, which are in order and leave none out; they do not overlap."""
    matches, end = [], 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            matches.append((start, end))
    return matches


def _back(text: str, place: int, words: Sequence[str]) -> int:
    """Where as many words as these would begin if they stood before a place, each before some space."""
    for word in reversed(words):
        while place > 0 and text[place - 1].isspace():
            place -= 1
        place = max(0, place - len(word))
    return place


@lru_cache(maxsize=1)
def _text_as_read(document: Document) -> str:
    return document.shown(Span(0, len(document.text)))


def _occurrences(text: str, word: str, *, ignores_case: bool, is_overlapping: bool = False) -> "array[int]":
    """Where a word of plain letters and digits begins, in each other too if they may overlap.

    They are looked for in bytes, one for each character, which are made small ten times as fast as a text; and in
    pieces, which the processor keeps at hand.
    """
    step, wanted = 1 if is_overlapping else len(word), word.encode()
    starts, following = array("q"), 0
    for begin in range(0, len(text), _PIECE):
        data = text[begin : begin + _PIECE + len(word) - 1].encode("ascii", "replace")
        if ignores_case:
            data = data.lower()
        at = data.find(wanted, max(0, following - begin))
        while at >= 0:
            starts.append(begin + at)
            following = begin + at + step
            at = data.find(wanted, at + step)
    return starts


def within(document: Document, places: Sequence[Span], paragraphs: Collection[int]) -> Sequence[Span]:
    """Those of some places that are in some paragraphs."""
    inside = frozenset(paragraphs)
    numbers = document.paragraphs_at(place.start for place in places)
    kept = [place for place, number in zip(places, numbers, strict=True) if number in inside]
    return Spans(offsets(place.start for place in kept), offsets(place.end for place in kept))


def with_gap(shown: Sequence[int], gap: Sequence[int]) -> tuple[int, ...]:
    """The numbers of some paragraphs, with those that are left out between two of them."""
    return tuple(sorted({*shown, *gap}))


def holds_of_section(document: Document, paragraphs: Sequence[int], number: int, *, is_alone: bool) -> bool:
    """Whether any of some paragraphs, which are in order, stands in a section; in one below it, too, unless alone."""
    sections, starts = document.sections, document.paragraph_starts
    behind = (each for each in sections[number + 1 :] if is_alone or each.level <= sections[number].level)
    end_of_it = next((each.span.start for each in behind), len(document.text) + 1)
    first, end = (bisect_left(starts, offset) for offset in (sections[number].span.start, end_of_it))
    at = bisect_left(paragraphs, first)
    return at < len(paragraphs) and paragraphs[at] < end


def paragraphs_holding(document: Document, places: Sequence[Span]) -> tuple[int, ...]:
    """The numbers of the paragraphs that hold at least one of some places, which are in order."""
    starts = places.starts if isinstance(places, Spans) else (place.start for place in places)
    return tuple(dict.fromkeys(document.paragraphs_at(starts)))
