"""A place in a text held by its words, so that it is found again when the text around it has changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.domain.span import Span

_CONTEXT = 40
"""Characters that are held on each side; enough to tell a place from others."""

_SEARCHED = 3 * _CONTEXT
"""Characters that are looked at on each side: there may be more space between words than before."""

_ENOUGH = 0.3
"""The share of the context that must still be there where the same words stand at several places."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Some words, and what stands around them; spaces are single."""

    words: str
    before: str = ""
    behind: str = ""
    start: int = 0
    """Where the words stood: a hint, for where the same words stand around them elsewhere."""


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a part of a text."""
    before = _plain(text[max(0, span.start - _SEARCHED) : span.start])
    behind = _plain(text[span.end : span.end + _SEARCHED])
    words = _plain(text[span.start : span.end])
    return Anchor(words, before[-_CONTEXT:].strip(), behind[:_CONTEXT].strip(), span.start)


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Where the words of an anchor stand now.

    Args:
        text: The text, or another version of it.
        anchor: What is looked for.

    Returns:
        The place around which most of the context is the same, of several the one nearest to where they stood. Nothing
        if the words are gone, or stand at several places none of which is like the one that was meant.
    """
    places = list(_places(text, anchor.words))
    if not places:
        return None
    best = max(places, key=lambda place: (_likeness(text, place, anchor), -abs(place.start - anchor.start)))
    needed = _ENOUGH * (len(anchor.before) + len(anchor.behind))
    return best if len(places) == 1 or _likeness(text, best, anchor) >= needed else None


def _places(text: str, words: str) -> Iterator[Span]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    return (Span(match.start(), match.end()) for match in re.finditer(pattern, text)) if pattern else iter(())


def _likeness(text: str, place: Span, anchor: Anchor) -> int:
    """How many characters on both sides are still the same, counted from the words outwards."""
    before = _plain(text[max(0, place.start - _SEARCHED) : place.start])
    behind = _plain(text[place.end : place.end + _SEARCHED])
    return _same(before.rstrip()[::-1], anchor.before[::-1]) + _same(behind.lstrip(), anchor.behind)


def _same(text: str, other: str) -> int:
    return next(
        (at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), min(len(text), len(other))
    )


def _plain(text: str) -> str:
    """A text with single spaces, those at its ends too."""
    return re.sub(r"\s+", " ", text)
