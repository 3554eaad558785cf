"""What a reader corrects of the actors, as facts in words that outlast the text and the engine."""

from dataclasses import dataclass

from tuireader.domain.actor import Actor, ActorKind
from tuireader.domain.anchor import Anchor
from tuireader.domain.history import Taken


@dataclass(frozen=True, slots=True)
class Known:
    """How a correction speaks of an actor: what it is, and one of its names."""

    kind: ActorKind
    name: str

    @classmethod
    def of(cls, actor: Actor) -> "Known":
        """How an actor of an index is spoken of."""
        return cls(actor.kind, actor.name)


@dataclass(frozen=True, slots=True)
class Merge:
    """Two are the same: everything that names the one names the other."""

    actor: Known
    into: Known


@dataclass(frozen=True, slots=True)
class Split:
    """A name, or one place, names somebody else. Two who were never merged are then never the same."""

    actor: Known
    name: str
    to: Known
    at: Anchor | None = None
    """The only place that is meant; nothing means wherever the actor goes by the name."""


@dataclass(frozen=True, slots=True)
class Rename:
    """An actor is called otherwise."""

    actor: Known
    name: str


@dataclass(frozen=True, slots=True)
class Retype:
    """An actor is of another kind."""

    actor: Known
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Reject:
    """Nobody is named: not by the actor at all, or not by one of its names, or not at one place."""

    actor: Known
    name: str = ""
    at: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """Some words name an actor, an old one or a new one, wherever they stand."""

    words: str
    actor: Known


@dataclass(frozen=True, slots=True)
class Confirm:
    """A name that was doubtful names whom it is taken to name."""

    actor: Known
    name: str


Correction = Merge | Split | Rename | Retype | Reject | Add | Confirm


def told(correction: Correction) -> str:  # noqa: PLR0911 - one line for each kind of correction
    """A correction in a few words, for a list and for the reasons of an actor."""
    match correction:
        case Merge(actor, into):
            return f"{actor.name} is {into.name}"
        case Split(actor, name, to, at):
            here = " here" if at is not None else ""
            return f"“{name}”{here} is {to.name if to.name != actor.name else 'somebody else'}, not {actor.name}"
        case Rename(actor, name):
            return f"{actor.name} is called {name}"
        case Retype(actor, kind):
            return f"{actor.name} is {_article(kind)} {kind}"
        case Reject(actor, name, at):
            if at is not None:
                return f"“{at.words}” names nobody here"
            return f"“{name}” is not {actor.name}, nor anybody" if name else f"{actor.name} is no actor"
        case Add(words, actor):
            known = "" if words == actor.name else f" {actor.name},"
            return f"“{words}” names{known} {_article(actor.kind)} {actor.kind}"
        case Confirm(actor, name):
            return f"“{name}” is rightly {actor.name}"


Deed = Correction | Taken
"""What a reader does: a notebook keeps one behind the other, and never takes one back."""


def _article(kind: ActorKind) -> str:
    return "an" if kind is ActorKind.ORGANISATION else "a"
