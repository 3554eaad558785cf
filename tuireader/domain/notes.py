"""Notes of a reader: words of a text that are marked, and what the reader says of them.

A note knows the words it marks and what stood around them, so that it finds them in another version of the text. One
whose words are gone is lost, but kept.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tuireader.domain.anchors import nearest
from tuireader.domain.span import Span

_CONTEXT = 40
"""Characters on each side of the marked words that are kept with them."""

_LENGTHS = (_CONTEXT, 20, 10)
"""How many of them are looked for: the more are the same, the surer it is the same place."""

_FEWEST = 20
"""Characters that are enough to tell words from others without what stands around them."""


class Quote(NamedTuple):
    """Words of a text, and what stands around them there."""

    words: str
    before: str = ""
    after: str = ""
    start: int = 0
    """Where the words stood: a hint."""

    length: int = 0
    """How many characters the whole text had: another one."""

    def guesses(self, text: str) -> tuple[int, int]:
        """Where the words may stand in a text: as far from its beginning as before, or as far from its end."""
        return self.start, self.start + len(text) - self.length


class Note(NamedTuple):
    """A mark on some words of a text."""

    id: str
    """No other note has it."""

    quote: Quote
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
        rest, span = self.without(note), place_of(note.quote, text)
        dropped = tuple(each for each in self.dropped if each.id != note.id)
        if span is None:
            return Notes(rest.placed, tuple(sorted((*rest.lost, note), key=_made)), dropped)
        return Notes(tuple(sorted((*rest.placed, Placed(span, note)), key=_order)), rest.lost, dropped)

    def without(self, note: Note) -> "Notes":
        """Without a note, which is one of the dropped now."""
        placed = tuple(each for each in self.placed if each.note.id != note.id)
        lost = tuple(each for each in self.lost if each.id != note.id)
        return Notes(placed, lost, (*self.dropped, note))

    @cached_property
    def _starts(self) -> list[int]:
        return [each.span.start for each in self.placed]


NO_NOTES = Notes()
"""None."""


def quote_of(text: str, span: Span) -> Quote:
    """The words of a span, with what stands around them."""
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    return Quote(text[span.start : span.end], before, after, span.start, len(text))


def notes_in(text: str, notes: Iterable[Note]) -> Notes:
    """Find the places of notes in a text."""
    found = [(place_of(note.quote, text), note) for note in notes]
    placed = sorted((Placed(span, note) for span, note in found if span is not None), key=_order)
    return Notes(tuple(placed), tuple(sorted((note for span, note in found if span is None), key=_made)))


def place_of(quote: Quote, text: str) -> Span | None:
    """Where the words of a quote stand.

    Args:
        quote: The words, as they stood in this text or in another version of it.
        text: Where to look.

    Returns:
        The place with the most around it that stood around the words before, of several the one nearest to where they
        stood. Words that nothing around them tells apart count if they are many or stand only once. Nothing if the
        words are gone.
    """
    words = quote.words.split()
    if not words:
        return None
    whole = quote.before + quote.words + quote.after
    for start in quote.guesses(text):
        if start >= len(quote.before) and text.startswith(whole, start - len(quote.before)):
            return Span(start, start + len(quote.words))
    if not all(word in text for word in words):
        return None
    around = _flexible(quote.before[-_FEWEST:]), _flexible(quote.after[:_FEWEST])
    return _in_context(quote, text) or _nearest_match(quote, text, *around) or _alone(quote, text)


def _in_context(quote: Quote, text: str) -> Span | None:
    """Where the words stand with as much around them as stood there before."""
    for before, after in _contexts(quote) if quote.words in text else ():
        guesses = (guess - len(before) for guess in quote.guesses(text))
        found = nearest(text, before + quote.words + after, guesses)
        if found is not None:
            return Span(found + len(before), found + len(before) + len(quote.words))
    return None


def _contexts(quote: Quote) -> Iterator[tuple[str, str]]:
    """What to look for before and behind the words, the surest first."""
    for length in _LENGTHS:
        before, after = quote.before[-length:], quote.after[:length]
        yield before, after
        if length <= len(quote.before):
            yield before, ""
        if length <= len(quote.after):
            yield "", after


def _alone(quote: Quote, text: str) -> Span | None:
    """Where the words stand, if they are enough to tell themselves from others."""
    is_telling = len(quote.words) >= _FEWEST
    found = nearest(text, quote.words, quote.guesses(text))
    if found is None:
        return _nearest_match(quote, text, is_only=not is_telling)
    is_only = text.find(quote.words) == text.rfind(quote.words)
    return Span(found, found + len(quote.words)) if is_telling or is_only else None


def _nearest_match(quote: Quote, text: str, before: str = "", after: str = "", *, is_only: bool = False) -> Span | None:
    """Where the words stand between two patterns, whatever lines they are broken into."""
    places = [match.span(1) for match in re.finditer(f"{before}({_flexible(quote.words)}){after}", text)]
    if not places or (is_only and len(places) > 1):
        return None
    return Span(*min(places, key=lambda place: min(abs(place[0] - guess) for guess in quote.guesses(text))))


def _flexible(words: str) -> str:
    """A pattern for words with any space between them."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", words)))


def _order(each: Placed) -> tuple[Span, float, str]:
    return each.span, each.note.at, each.note.id


def _made(note: Note) -> tuple[float, str]:
    return note.at, note.id
