"""Actors as a person calls them on a command line."""

from collections.abc import Iterable, Sequence

from tuireader.cli.documents import Documents
from tuireader.domain.actor import Actor
from tuireader.domain.index import Index
from tuireader.domain.slip import perhaps_meant
from tuireader.errors import UsageError

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
    suggested = perhaps_meant(name, known)[:_SUGGESTIONS]
    return f"did you mean {' or '.join(suggested)}?" if suggested else "`tuireader actors PATH` lists all"
