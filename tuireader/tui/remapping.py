"""Other keys than those of the table, as the settings want them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tuireader.errors import ConfigurationError
from tuireader.tui.keys import KEYS, SHOWN, Key, Scope

_MODIFIERS = frozenset({"ctrl", "shift", "alt"})
_NAMED = frozenset({*SHOWN, "insert", "comma", *(f"f{number}" for number in range(1, 25))})
_NAMES = {shown: name for name, shown in SHOWN.items() if len(shown) == 1}
_TAKEN = {
    "ctrl+q": "always quits",
    "ctrl+j": "is Enter in a terminal",
    "ctrl+m": "is Enter in a terminal",
    "ctrl+h": "is Backspace in many terminals",
    "ctrl+[": "is Escape in a terminal",
}
"""Keys that cannot be had for anything else, and why."""

_BOXES = (Scope.NOTES, Scope.CONTEXT, Scope.REVIEW, Scope.CORRECTIONS)
_TOGETHER = (
    {Scope.READER, Scope.TEXT},
    {Scope.READER, Scope.LIST},
    {Scope.LIST, Scope.BOX},
    *({own, each} for own in _BOXES for each in (Scope.LIST, Scope.BOX)),
)
"""Scopes of which both are asked when one key is pressed."""


_OPENING = {
    "notes.open": Scope.NOTES,
    "review.open": Scope.REVIEW,
    "corrections.open": Scope.CORRECTIONS,
    "strips.open": Scope.STRIPS,
}
"""What opens a box, and the scope of that."""


def remapped(wanted: Mapping[str, str], keys: Sequence[Key] = KEYS) -> tuple[Key, ...]:
    """A table of keys in which some things have other ones; who had these before has them no longer.

    Args:
        wanted: By the ids of the table, keys with commas between them; nothing for those that shall have no key.
        keys: The table.

    Returns:
        The table in its order.

    Raises:
        ConfigurationError: There is no such id or key, or two things want the same.
    """
    known = {key.id for key in keys}
    if unknown := next((id for id in wanted if id not in known), None):
        raise ConfigurationError(f"cannot use 'keys.{unknown}': `tuireader help keys` lists the names")
    changed = {key.id: replace(key, keys=_sound(key.id, wanted[key.id])) for key in keys if key.id in wanted}
    for one, other in combinations(changed.values(), 2):
        if both := _shared(one, other):
            raise ConfigurationError(f"cannot use 'keys.{one.id}' and 'keys.{other.id}': both are '{both[0]}'")
    return tuple(changed.get(key.id) or _without(key, changed.values()) for key in keys)


def _sound(id: str, wanted: str) -> str:
    keys = [_named(key.strip()) for key in wanted.split(",") if key.strip()]
    for key in keys:
        if key in _TAKEN:
            raise ConfigurationError(f"cannot use 'keys.{id}': '{key}' {_TAKEN[key]}")
        *modifiers, base = key.split("+") if len(key) > 1 else [key]
        is_known = base in _NAMED or (len(base) == 1 and base.isprintable())
        if not is_known or not _MODIFIERS.issuperset(modifiers) or (len(base) == 1 and "shift" in modifiers):
            raise ConfigurationError(f"cannot use 'keys.{id}': there is no key '{key}'; some are n, N, ctrl+n, f5")
    return ",".join(keys)


def _named(key: str) -> str:
    """A key as Textual calls it."""
    small = key if len(key) == 1 else key.lower()
    if small.startswith("shift+") and len(small) == len("shift+x") and small[-1].isalpha():
        return small[-1].upper()
    return _NAMES.get(small, small)


def _without(key: Key, others: Iterable[Key]) -> Key:
    """What is left to a key once others have theirs."""
    taken = {each for other in others for each in _shared(key, other)}
    return replace(key, keys=",".join(each for each in key.keys.split(",") if each not in taken)) if taken else key


def _shared(one: Key, other: Key) -> list[str]:
    """Which keys two things both have where both are asked; what opens a box closes it, too."""
    if not any(here is there or {here, there} in _TOGETHER for here in _scopes(one) for there in _scopes(other)):
        return []
    return [each for each in one.keys.split(",") if each and each in other.keys.split(",")]


def _scopes(key: Key) -> set[Scope]:
    return {key.scope, _OPENING.get(key.id, key.scope)}
