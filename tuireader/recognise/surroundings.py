"""The words around a place of a text."""

import re
from dataclasses import dataclass

_NEAR = 48
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")


@dataclass(slots=True, eq=False)
class Surroundings:
    """The words around a place of a text. Not frozen, since one is made at every word of a country."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands at the place itself."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands a few words before."""
        return self.text[max(0, self.start - _NEAR) : self.start]

    @property
    def after(self) -> str:
        """What stands a few words after."""
        return self.text[self.end : self.end + _NEAR]

    def word_before(self) -> str:
        """The word or sign directly before, as written."""
        words = _WORD.findall(self.before)
        return words[-1] if words else ""

    def word_after(self) -> str:
        """The word or sign directly after, as written."""
        match = _WORD.search(self.after)
        return match[0] if match else ""
