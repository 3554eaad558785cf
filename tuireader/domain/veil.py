"""An index as far as its text was read, so that nothing of the rest is told."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tuireader.domain.actor import Actor, ActorId, ActorKind, MentionForm
from tuireader.domain.document import Document
from tuireader.domain.index import Index


@dataclass(frozen=True, eq=False)
class Veil:
    """Hides what stands behind an offset of a text."""

    document: Document
    whole: Index
    """Everybody in the whole text."""

    limit: int
    """The offset behind the last character that was read."""

    _known: dict[int, tuple[Actor, ...]] = field(default_factory=dict)
    """The actors as they are known after so many events."""

    @cached_property
    def index(self) -> Index:
        """Everybody who was mentioned so far, under the names and with the roles that were told so far."""
        told = bisect_right(self._events, self.limit)
        if told not in self._known:
            self._known.clear()
            self._known[told] = tuple(self._actors())
        return self.whole.until(self.limit, self._known[told])

    def at(self, limit: int) -> "Veil":
        """The same further down or further up."""
        veil = Veil(self.document, self.whole, limit, self._known)
        veil.__dict__.update(_events=self._events, _names=self._names)
        return veil

    def over(self, whole: Index) -> "Veil":
        """The same over a better index."""
        return Veil(self.document, whole, self.limit)

    @cached_property
    def _names(self) -> dict[ActorId, Sequence[tuple[int, str]]]:
        """Behind which offset each actor is first called by each of its names."""
        firsts: dict[ActorId, dict[str, int]] = {actor.id: {} for actor in self.whole.actors}
        for actor in self.whole.actors:
            own = firsts[actor.id]
            for mention in self.whole.of((actor.id,)):
                if mention.form is not MentionForm.PRONOUN:
                    own.setdefault(" ".join(self.document.shown(mention.span).split()), mention.span.end)
        return {actor: [(end, name) for name, end in own.items()] for actor, own in firsts.items()}

    @cached_property
    def _events(self) -> list[int]:
        """The offsets at which anything new is told of anybody, in order."""
        roles = {role.span.end for actor in self.whole.actors for role in actor.roles}
        return sorted(roles.union(end for names in self._names.values() for end, _ in names))

    def _actors(self) -> Iterator[Actor]:
        for actor in self.whole.actors:
            names = [name for end, name in self._names[actor.id] if end <= self.limit]
            if names:
                roles = tuple(role for role in actor.roles if role.span.end <= self.limit)
                aliases = tuple(name for name in actor.aliases if name in names) or tuple(names)
                name = actor.name if self._is_told(actor, names) else _fullest(names)
                yield replace(actor, name=name, aliases=aliases, roles=roles, reasons=())

    def _is_told(self, actor: Actor, names: Sequence[str]) -> bool:
        """Whether the name of an actor may be known with some of its names; countries are no secret.

        Neither is what readers call an actor themselves, which stands nowhere in the text.
        """
        words = set(actor.name.split())
        if actor.kind is ActorKind.COUNTRY or any(words <= set(name.split()) for name in names):
            return True
        own = set(" ".join(name for _, name in self._names[actor.id]).split())
        return bool(actor.corrections) and not words <= own


def _fullest(names: Sequence[str]) -> str:
    return max(names, key=lambda name: (not name.isupper(), len(name)))
