"""What the reader asks for: actors and words, and where in a document they are."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tuireader.domain.actor import ActorId
from tuireader.domain.document import Document
from tuireader.domain.span import Span

_QUOTES = {"'": "['’‘]", '"': '["“”]', "-": "[-‐‑–]"}


@dataclass(frozen=True, slots=True)
class Filter:
    """The actors that are chosen, in the order of choosing, and the words that are searched."""

    actors: tuple[ActorId, ...] = ()
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.actors or self.words)

    def toggling(self, actor: ActorId) -> "Filter":
        """This actor too, or no longer."""
        if actor in self.actors:
            return replace(self, actors=tuple(chosen for chosen in self.actors if chosen != actor))
        return replace(self, actors=(*self.actors, actor))


def find_words(text: str, words: str) -> tuple[Span, ...]:
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
    pattern = r"\s+".join("".join(_QUOTES.get(c, re.escape(c)) for c in word) for word in wanted)
    flags = re.NOFLAG if words != words.lower() else re.IGNORECASE
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text, flags))


def find_in(document: Document, words: str) -> tuple[Span, ...]:
    """Find words in a document as they are read: marks that are not shown do not part them."""
    if not document.marks:
        return find_words(document.text, words)
    places = find_words(document.shown(Span(0, len(document.text))), words)
    marked = [mark - number for number, mark in enumerate(document.marks)]
    firsts = (place.start + bisect_right(marked, place.start) for place in places)
    lasts = (place.end - 1 + bisect_right(marked, place.end - 1) for place in places)
    return tuple(Span(first, last + 1) for first, last in zip(firsts, lasts, strict=True))


def paragraphs_holding(document: Document, places: Sequence[Span]) -> tuple[int, ...]:
    """The numbers of the paragraphs that hold at least one of some places, which are in order."""
    return tuple(dict.fromkeys(document.paragraph_at(place.start) for place in places))
