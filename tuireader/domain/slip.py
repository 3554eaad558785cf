"""Slips of the pen: whom a person may mean by a name that nobody has."""

from collections.abc import Iterable
from itertools import chain

from tuireader.domain.actor import Actor, fold

_NEAR = 0.8
"""How alike two spellings are when one may be meant by the other; 1 is the same."""

_FEWEST = 4
"""Letters of a word of a name that may be meant alone."""


def perhaps_meant(name: str, actors: Iterable[Actor]) -> tuple[str, ...]:
    """The names of some actors: those with it as a part of theirs, then those spelt almost so, or with such a word.

    A slip in the first letter is not forgiven: there would be too many to compare.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only for a slip of the pen

    wanted = fold(name)
    spellings = {fold(each): actor.name for actor in actors for each in (*actor.aliases, actor.name)}
    longer = [spelling for spelling in spellings if wanted in spelling]
    words = {word: name for spelling, name in spellings.items() for word in spelling.split() if len(word) >= _FEWEST}
    alike = ([each for each in some if each[:1] == wanted[:1]] for some in (spellings, words))
    near = (get_close_matches(wanted, each, cutoff=_NEAR) for each in alike)
    meant = chain((spellings[each] for each in longer), map({**words, **spellings}.__getitem__, chain(*near)))
    return tuple(dict.fromkeys(meant))
