"""Reading on in another version of a document."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.domain.anchor import nearest
from tuireader.domain.document import Document
from tuireader.domain.filter import Filter
from tuireader.domain.place import Place
from tuireader.domain.reading import ReadingState
from tuireader.errors import QuestionError

if TYPE_CHECKING:
    from tuireader.domain.veil import Veil

_LENGTHS = (400, 120, 40)
"""Characters that are looked for: the more of them are the same, the surer it is the same place."""

_FEWEST = 20
"""Characters that are enough to tell a place from others."""

_STEPS_BACK = 20
"""Paragraphs before the place that are tried when its own words are gone."""


def resumed(state: ReadingState, former: ReadingState) -> ReadingState:
    """A document as it was just opened, at the place and with the chosen actors or the question of a former version."""
    place = Place(offset_in(state.document, former.document, former.place.offset))
    if former.veil is not None:
        limit = offset_in(state.document, former.document, former.veil.limit)
        state = state.veiled(veil_over(state, limit))
    if former.answer is not None:
        with suppress(QuestionError):  # nobody may be called so any longer
            asked = state.asking(former.filter.question)
            narrowed_to = asked.narrowed_to if former.narrowed_to is not None else None
            return replace(asked, place=place, current=None, trail=(), narrowed_to=narrowed_to)
    actors = tuple(actor for actor in former.filter.actors if actor in state.index)
    return replace(state, place=place, filter=Filter(actors))


def veil_over(state: ReadingState, limit: int) -> "Veil":
    """A veil over what stands behind an offset."""
    from tuireader.domain.veil import Veil  # noqa: PLC0415 - rarely needed, never at the start

    return Veil(state.document, state.whole, limit)


def offset_in(document: Document, former: Document, offset: int) -> int:
    """Where a document has the words that stood around an offset of a former version, or else a little before it."""
    here = former.paragraph_at(offset)
    before = [paragraph.span.start for paragraph in former.paragraphs[max(0, here - _STEPS_BACK) : here + 1]]
    shift = len(document.text) - len(former.text)
    for start in (offset, *reversed(before)):
        for length in _LENGTHS:
            behind = _nearest(document.text, former.text[start : start + length], start, shift)
            if behind is not None:
                return behind
            ahead = former.text[max(0, start - length) : start]
            found = _nearest(document.text, ahead, start - len(ahead), shift)
            if found is not None:
                return found + len(ahead)
    return min(offset, len(document.text))


def _nearest(text: str, words: str, start: int, shift: int) -> int | None:
    """Where some words stand nearest to where they stood, counted from the beginning or from the end of the text."""
    if len(words.strip()) < _FEWEST:
        return None
    return nearest(text, words, (start, start + shift))
