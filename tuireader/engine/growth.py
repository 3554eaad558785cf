"""An index that becomes better while the document is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tuireader.domain.document import Document
from tuireader.domain.index import Index


@dataclass(frozen=True, slots=True)
class Growth:
    """An index on its way to the whole text."""

    index: Index
    share: float
    """How much of all the work is done, from 0 to 1."""


Grow = Callable[[Document, int, Callable[[], bool]], Iterator[Growth]]
"""Finds the actors of a document round by round, nearest to an offset first, until it is told that the reader left."""

Find = Callable[[Document, int, Callable[[], bool], Index | None], Iterator[Growth]]
"""The same where the actors may be known already; then only what they say is found."""
