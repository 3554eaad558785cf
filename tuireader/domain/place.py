"""Where a reader stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader stands."""

    offset: int = 0
    is_jump: bool = False
    """A jump wants room above it; otherwise the offset is on the first line of the view."""
