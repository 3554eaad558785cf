"""Actors as a person calls them on a command line."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import chain

from tuireader.cli.documents import Documents
from tuireader.domain.actor import Actor, fold
from tuireader.domain.index import Index
from tuireader.errors import UsageError

_NEAR = 0.7
"""How alike two spellings are when one may be meant by the other; 1 is the same."""

_SUGGESTIONS = 3


class Names:
    """The names that were asked for, each of which one document at least has to know."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._unknown = set(names)
        self._known: list[Actor] = []

    def meet(self, index: Index) -> None:
        """Note who is known in one more document."""
        self._unknown -= {name for name in self._unknown if index.named(name)}
        self._known += index.actors

    def check(self, documents: Documents) -> None:
        """Refuse a name that nobody has, unless no document could be read.

        Raises:
            UsageError: No document has an actor of one of the names.
        """
        for name in self._names:
            if name in self._unknown and documents.failed < len(documents):
                raise UsageError(f"cannot find an actor '{name}': {_suggestion(name, self._known)}")


def _suggestion(name: str, known: Iterable[Actor]) -> str:
    """Where to go from a name that nobody has."""
    wanted = fold(name)
    spellings = {fold(alias): actor.name for actor in known for alias in (*actor.aliases, actor.name)}
    longer = (spelling for spelling in spellings if wanted in spelling)
    near = dict.fromkeys(spellings[each] for each in chain(longer, get_close_matches(wanted, spellings, cutoff=_NEAR)))
    suggested = tuple(near)[:_SUGGESTIONS]
    return f"did you mean {' or '.join(suggested)}?" if suggested else "`tuireader actors PATH` lists all"
