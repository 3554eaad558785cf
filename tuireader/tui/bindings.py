"""The table of keys as Textual wants to have it."""

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from tuireader.tui.keys import KEYS, Key, Scope

_NONE = "none"
"""A key that nobody can press."""


def bindings(scope: Scope) -> list[BindingType]:
    """The bindings of a scope, each with its id, so that settings can move it to another key."""
    return [
        Binding(key.keys, key.action, key.description, id=key.id, show=bool(key.label))
        for key in KEYS
        if key.scope is scope
    ]


def closing(*ids: str) -> list[BindingType]:
    """What closes a box: Escape, q, and the keys that open it, wherever settings move these."""
    opening = [Binding(key.keys, "dismiss", "Close", id=key.id) for key in KEYS if key.id in ids]
    return [Binding("escape,q", "dismiss", "Close"), *opening]


def keymap(keys: Sequence[Key]) -> dict[str, str]:
    """What of a table of keys is not as it was at first, by the ids of the bindings."""
    return {key.id: key.keys or _NONE for key, first in zip(keys, KEYS, strict=True) if key.keys != first.keys}
