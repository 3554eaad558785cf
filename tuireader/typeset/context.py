"""A place between the words around it, in so many cells."""

import re

from tuireader.typeset.wrap import Measure

_WORD_START = re.compile(r"(?<=\s)\S|$")
_WORD_END = re.compile(r"(?<=\S)\s|^")


def last_words(text: str, width: int, measure: Measure) -> str:
    """The end of a text in at most so many cells, cut between words where it has any."""
    if measure(text) <= width:
        return text
    cuts = [cut.start() for cut in _WORD_START.finditer(text)] or list(range(len(text)))
    return next(("…" + text[cut:] for cut in cuts if measure(text[cut:]) < width), "")


def first_words(text: str, width: int, measure: Measure) -> str:
    """The beginning of a text in at most so many cells, cut between words where it has any."""
    if measure(text) <= width:
        return text
    cuts = [cut.start() for cut in _WORD_END.finditer(text)] or list(range(len(text)))
    return next((text[:cut] + "…" for cut in reversed(cuts) if measure(text[:cut]) < width), "")
