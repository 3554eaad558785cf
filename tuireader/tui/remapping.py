"""Other keys than those of the table, as the settings want them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tuireader.errors import ConfigurationError
from tuireader.tui.keys import KEYS, SHOWN, Key, Scope

_MODIFIERS = frozenset({"ctrl", "shift", "alt"})
_NAMED = frozenset({*SHOWN, "insert", "comma", *(f"f{number}" for number in range(1, 25))})
_NAMES = {shown: name for name, shown in SHOWN.items() if len(shown) == 1}
_TOGETHER = (
    {Scope.READER, Scope.TEXT},
    {Scope.READER, Scope.LIST},
    {Scope.NOTES, Scope.LIST},
)
"""Scopes of which both are asked when one key is pressed."""


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
    keys = [_NAMES.get(key.strip(), key.strip()) for key in wanted.split(",") if key.strip()]
    for key in keys:
        *modifiers, base = key.split("+") if len(key) > 1 else [key]
        if not _MODIFIERS.issuperset(modifiers) or not (len(base) == 1 or base in _NAMED):
            raise ConfigurationError(f"cannot use 'keys.{id}': there is no key '{key}'; some are n, N, ctrl+n, f5")
    return ",".join(keys)


def _without(key: Key, others: Iterable[Key]) -> Key:
    """What is left to a key once others have theirs."""
    taken = {each for other in others for each in _shared(key, other)}
    return replace(key, keys=",".join(each for each in key.keys.split(",") if each not in taken)) if taken else key


def _shared(one: Key, other: Key) -> list[str]:
    """Which keys two things both have where both are asked."""
    if one.scope is not other.scope and {one.scope, other.scope} not in _TOGETHER:
        return []
    return [each for each in one.keys.split(",") if each and each in other.keys.split(",")]
