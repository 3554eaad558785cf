"""A document on its way to the desk, and what can be seen of it meanwhile."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tuireader.domain.document import Document
from tuireader.domain.reading import ReadingState
from tuireader.engine.opening import Opened, Opening

if TYPE_CHECKING:
    from tuireader.engine.desk import Volume


class Delivery:
    """A document on its way to the desk: call it to wait for all of it."""

    def __init__(self, opening: Opening, lay: "Callable[[Opened], Volume]") -> None:
        """Lay on the desk what is being opened."""
        self._opening = opening
        self._lay = lay
        self._volume: Volume | None = None

    def __call__(self) -> "Volume":
        """The document on the desk; raises a `DocumentError` or a `ModelError` if it cannot be read."""
        self._volume = self._volume or self._lay(self._opening())
        return self._volume

    @property
    def head(self) -> Document | None:
        """The beginning of a large text, to be read meanwhile."""
        beginning = self._opening.beginning
        return beginning.head if beginning is not None else None

    @property
    def glimpse(self) -> ReadingState | None:
        """What can be seen at once: a known document where it was left, or the first page of a new text."""
        if self._opening.is_there:
            return self().first_state
        beginning = self._opening.beginning
        first = beginning.first_page if beginning is not None else None
        return ReadingState(first) if first is not None else None
