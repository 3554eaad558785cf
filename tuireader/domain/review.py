"""What is doubtful in an index, to be looked at by its reader one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tuireader.domain.actor import Actor, ActorId, Basis, Mention, MentionForm, fold
from tuireader.domain.correction import Confirm, Correction, Known, Merge, Reject, Split
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.span import Span

_SURE = 0.6
"""From this share on a mention is not asked about; below it, about every second one is wrong."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Some words that may not name whom they are taken to name."""

    words: str
    actor: Actor
    others: tuple[Actor, ...]
    """Who else goes by these words."""

    reason: str
    confidence: float
    """How sure it is that the actor is meant, as a share."""

    places: tuple[Span, ...] = field(compare=False)
    whole: Index = field(compare=False)
    """Everybody in the whole text: corrections speak of actors by the names that they have there."""

    def _known(self, actor: Actor) -> Known:
        return Known.of(self.whole.actor(actor.id))

    @property
    def yes(self) -> Correction:
        """What holds if the words are rightly taken."""
        return Confirm(self._known(self.actor), self.words)

    @property
    def same(self) -> tuple[Correction, ...]:
        """What holds if all who go by the words are the same; nothing if nobody else does."""
        merged = (Merge(self._known(other), self._known(self.actor)) for other in self.others)
        return (*merged, self.yes) if self.others else ()

    @property
    def no(self) -> Correction:
        """What holds if they are not: somebody else is meant who goes by them, or nobody."""
        actor = self._known(self.actor)
        if self.others:
            return Split(actor, self.words, self._known(self.others[0]))
        if {fold(name) for name in self.actor.aliases} <= {fold(self.words)}:
            return Reject(actor)
        return Split(actor, self.words, Known(self.actor.kind, self.words))


def doubts(document: Document, index: Index, whole: Index | None = None) -> tuple[Doubt, ...]:
    """What is doubtful, where most places hang on it first.

    Args:
        document: What was read.
        index: Who was found in it, as far as that may be known.
        whole: Who was found in all of it; the same unless it is said.

    Returns:
        The words that are ambiguous or not sure to name anybody, with all places where they stand.
    """
    found: dict[tuple[ActorId, str], list[Mention]] = {}
    for mention in index.based_on(_is_doubtful):
        if mention.form is MentionForm.NAME:
            words = " ".join(document.shown(mention.span).split())
            found.setdefault((mention.actor, fold(words)), []).append(mention)
    return tuple(sorted(_doubts(found, document, index, whole or index), key=lambda doubt: -len(doubt.places)))


def _doubts(
    found: dict[tuple[ActorId, str], list[Mention]], document: Document, index: Index, whole: Index
) -> Iterator[Doubt]:
    for (actor, _), mentions in found.items():
        first = mentions[0]
        others = tuple(index.actor(each) for each in first.candidates if each in index)
        if not others and first.confidence >= _SURE:
            continue  # the others are hidden, or are no more
        words = " ".join(document.shown(first.span).split())
        places = tuple(mention.span for mention in mentions)
        yield Doubt(words, index.actor(actor), others, first.reason, first.confidence, places, whole)


def _is_doubtful(basis: Basis) -> bool:
    return bool(basis.candidates) or basis.confidence < _SURE
