"""Slips of the pen: whom a person may mean by a name that nobody has."""

from collections.abc import Iterable
from itertools import chain

from tuireader.domain.actor import Actor, fold

_NEAR = 0.7
"""How alike two spellings are when one may be meant by the other; 1 is the same."""


def perhaps_meant(name: str, actors: Iterable[Actor]) -> tuple[str, ...]:
    """The names of some of the actors: those with the name as a part of theirs, then those spelt almost like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only for a slip of the pen

    wanted = fold(name)
    spellings = {fold(each): actor.name for actor in actors for each in (*actor.aliases, actor.name)}
    longer = (spelling for spelling in spellings if wanted in spelling)
    near = chain(longer, get_close_matches(wanted, spellings, cutoff=_NEAR))
    return tuple(dict.fromkeys(spellings[each] for each in near))
