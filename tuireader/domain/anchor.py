"""A place in a text held by its words, so that it is found again when the text around it has changed."""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from tuireader.domain.span import Span

_CONTEXT = 40
"""Characters that are held on each side; enough to tell a place from others."""

_SEARCHED = 3 * _CONTEXT
"""Characters that are looked at on each side: there may be more space between words than before."""

_SURE = 8
"""Characters next to the words that tell a place if they are the same on one side."""

_ENOUGH = 0.3
"""The share of the context that tells a place on both sides together, where less than that is held."""

_TELLING = 20
"""Characters of words that tell themselves from others, whatever stands around them."""


class Anchor(NamedTuple):
    """Some words of a text, and what stands around them there; spaces may be others where a person wrote it."""

    words: str
    before: str = ""
    behind: str = ""
    start: int = 0
    """Where the words stood: a hint, for where the same words stand around them elsewhere."""

    length: int = 0
    """How many characters the whole text had: another hint; nothing if that is not known."""

    @property
    def plain(self) -> "Anchor":
        """The same for a file that people read and write: with single spaces, and no more hints than needed."""
        words, before, behind = map(_plain, self[:3])
        return Anchor(words, before, behind, self.start)

    def guesses(self, text: str) -> tuple[int, ...]:
        """Where the words may stand in a text: as far from its beginning as before, or as far from its end."""
        ahead = self.start + len(text) - self.length if self.length else self.start
        return tuple(max(0, guess) for guess in (self.start, ahead))


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a part of a text."""
    before, behind = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return Anchor(text[span.start : span.end], before, behind, span.start, len(text))


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Where the words of an anchor stand now, whatever lines they are broken into.

    Args:
        text: The text, or another version of it.
        anchor: What is looked for.

    Returns:
        The place with the most around it that stood around the words before, of several the one nearest to where they
        stood. Words that nothing around them tells apart count if they are many or stand only once. Nothing if the
        words are gone.
    """
    words, search = anchor.words.split(), _Search(text, anchor)
    if not words:
        return None
    found = search.unmoved()
    if found is not None or not all(word in text for word in words):
        return found
    return search.moved() or search.in_context() or search.alone()


def nearest(text: str, words: str, guesses: Iterable[int]) -> int | None:
    """Where some words stand nearest to one of some guesses; nothing if they stand nowhere."""
    known = tuple(max(0, guess) for guess in guesses)
    places = {text.find(words, guess) for guess in known}
    places |= {text.rfind(words, 0, guess + len(words)) for guess in known}
    return min(places - {-1}, key=lambda place: min(abs(place - guess) for guess in known), default=None)


class _Search:
    """Looks for the words of an anchor in a text: where they stood, then by their context, then by themselves."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        self._text = text
        self._anchor, self._words = anchor, anchor.words
        self._before, self._behind = _plain(anchor.before), _plain(anchor.behind)
        self._held = len(self._before) + len(self._behind)
        self._guesses = anchor.guesses(text)

    def unmoved(self) -> Span | None:
        """One of the places where the words may be expected, if all is as it was there."""
        guesses = (guess for guess in self._guesses if self._text.startswith(self._words, guess))
        places = (Span(guess, guess + len(self._words)) for guess in guesses)
        return next((place for place in places if sum(self._likeness(place)) == self._held), None)

    def moved(self) -> Span | None:
        """The nearest place with all around the words as it was."""
        words, before, behind, *_ = self._anchor
        guesses = [guess - len(before) for guess in self._guesses]
        found = nearest(self._text, before + words + behind, guesses)
        return Span(found + len(before), found + len(before) + len(words)) if found is not None else None

    def in_context(self) -> Span | None:
        """The place that is most like the one that was meant, if any is like it at all."""
        places = {place for pattern in self._patterns() for place in _places(self._text, pattern)}
        likeness = {place: self._likeness(place) for place in places}
        alike = [place for place, each in likeness.items() if self._is_enough(*each)]
        return max(alike, key=lambda place: (sum(likeness[place]), -self._distance(place)), default=None)

    def alone(self) -> Span | None:
        """Where the words stand, if they are enough to tell themselves from others."""
        places = _places(self._text, f"({_flexible(self._words)})")
        if len(self._words) >= _TELLING:
            return min(places, key=self._distance, default=None)
        first = list(islice(places, 2))
        return first[0] if len(first) == 1 else None

    def _patterns(self) -> Iterator[str]:
        """The words with what must be the same on one side of them at least, or all alone if nothing is held."""
        least, words = min(_SURE, math.ceil(self._held * _ENOUGH / 2)), _flexible(self._words)
        if not least:
            yield f"({words})"
        if 0 < least <= len(self._before):
            yield rf"{_flexible(self._before[-least:])}\s*({words})"
        if 0 < least <= len(self._behind):
            yield rf"({words})\s*{_flexible(self._behind[:least])}"

    def _likeness(self, place: Span) -> tuple[int, int]:
        """How many characters on each side are still the same, counted from the words outwards."""
        before = _plain(self._text[max(0, place.start - _SEARCHED) : place.start])
        behind = _plain(self._text[place.end : place.end + _SEARCHED])
        return _same(before[::-1], self._before[::-1]), _same(behind, self._behind)

    def _is_enough(self, before: int, behind: int) -> bool:
        return max(before, behind) >= _SURE or before + behind >= _ENOUGH * self._held

    def _distance(self, place: Span) -> int:
        return min(abs(place.start - guess) for guess in self._guesses)


def _places(text: str, pattern: str) -> Iterator[Span]:
    """Where the group of a pattern is found; places may overlap."""
    search = re.compile(pattern).search
    match = search(text)
    while match is not None:
        yield Span(*match.span(1))
        match = search(text, match.start() + 1)


def _same(text: str, other: str) -> int:
    """How many characters are the same at the beginning of two texts."""
    if text.startswith(other):
        return len(other)
    return next((at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), len(text))


def _plain(text: str) -> str:
    """A text with single spaces, and none at its ends."""
    return " ".join(text.split())


def _flexible(words: str) -> str:
    """A pattern for words with any space between them."""
    return r"\s+".join(map(re.escape, words.split()))
