"""Reading on in another version of a document."""

from dataclasses import replace

from tuireader.domain.document import Document
from tuireader.domain.filter import Filter
from tuireader.domain.reading import Place, ReadingState

_LENGTHS = (400, 120, 40)
"""Characters that are looked for: the more of them are the same, the surer it is the same place."""

_STEPS_BACK = 20
"""Paragraphs before the place that are tried when its own words are gone."""


def resumed(state: ReadingState, former: ReadingState) -> ReadingState:
    """A document as it was just opened, at the place and with the chosen actors of a former version of it."""
    offset = offset_in(state.document, former.document, former.place.offset)
    actors = tuple(actor for actor in former.filter.actors if actor in state.index)
    return replace(state, place=Place(offset), filter=Filter(actors))


def offset_in(document: Document, former: Document, offset: int) -> int:
    """Where a document has the words that stood at an offset of a former version, or those just before them."""
    here = former.paragraph_at(offset)
    before = [paragraph.span.start for paragraph in former.paragraphs[max(0, here - _STEPS_BACK) : here + 1]]
    for start in (offset, *reversed(before)):
        found = _found(document.text, former.text, start)
        if found is not None:
            return found
    return min(offset, len(document.text))


def _found(text: str, former: str, start: int) -> int | None:
    """The nearest place with the words that stood at an offset, counted from the beginning or from the end."""
    for length in _LENGTHS:
        words = former[start : start + length]
        if len(words.strip()) < _LENGTHS[-1] // 2:
            continue
        guesses = {start, max(0, start + len(text) - len(former))}
        places = {text.find(words, guess) for guess in guesses} | {
            text.rfind(words, 0, guess + len(words)) for guess in guesses
        }
        if near := places - {-1}:
            return min(near, key=lambda place: min(abs(place - guess) for guess in guesses))
    return None
