"""The pieces that markup is taken apart into.

They are called as those of the Markdown parser are, so that one writer takes both; who reads HTML need not load it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


class Token(Protocol):
    """Words, or a mark that begins or ends something."""

    @property
    def type(self) -> str:
        """Which of the pieces of Markdown this is."""
        ...

    @property
    def tag(self) -> str:
        """The element of HTML that means the same."""
        ...

    @property
    def nesting(self) -> int:
        """1 where something begins, -1 where it ends, else 0."""
        ...

    @property
    def content(self) -> str:
        """Its words."""
        ...

    @property
    def children(self) -> "Sequence[Token] | None":
        """The pieces of a paragraph."""
        ...

    @property
    def info(self) -> str:
        """The number of an item."""
        ...

    @property
    def markup(self) -> str:
        """The sign that marks it."""
        ...

    @property
    def meta(self) -> Mapping[str, Any]:
        """What else the parser knows of it."""
        ...

    def attrGet(self, name: str) -> str | int | float | None:  # noqa: N802 - so called by the parser
        """The value of an attribute of the element; nothing if it has none of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of our own."""

    type: str
    tag: str = ""
    nesting: int = 0
    content: str = ""
    children: Sequence[Token] | None = None
    info: str = ""
    markup: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def meta(self) -> Mapping[str, Any]:
        """Nothing."""
        return {}

    def attrGet(self, name: str) -> str | None:  # noqa: N802
        """The value of an attribute of the element; nothing if it has none of that name."""
        return self.attributes.get(name)
