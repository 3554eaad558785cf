"""What a reader has settled before he sits down."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.look import Look
from tuireader.tui.keys import KEYS, Key


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the screen looks at first, and which keys it obeys."""

    look: Look = field(default_factory=Look)
    usual: Look = field(default_factory=Look)
    """How it looks to whoever has chosen nothing."""

    keys: Sequence[Key] = KEYS
    """The table of keys, with others in the place of some."""

    is_colourless: bool = False
    """Whether to paint without colours."""
