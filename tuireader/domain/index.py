"""Who is where: the actors of a document and all of their mentions."""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from tuireader.domain.actor import Actor, ActorId, Mention, fold
from tuireader.domain.span import Span


@dataclass(frozen=True, eq=False)
class Index:
    """The actors of a document and their mentions. It is large, so it is compared by identity.

    Mentions are in order and never overlap, so their starts and their ends are both sorted.
    """

    actors: tuple[Actor, ...] = ()
    """In order of importance, key actors first."""

    mentions: tuple[Mention, ...] = ()

    @cached_property
    def _actors(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _ends(self) -> list[int]:
        return [mention.span.end for mention in self.mentions]

    @cached_property
    def _mentions_of(self) -> dict[ActorId, list[Mention]]:
        mentions: dict[ActorId, list[Mention]] = {actor.id: [] for actor in self.actors}
        for mention in self.mentions:
            mentions[mention.actor].append(mention)
        return mentions

    @cached_property
    def _spans(self) -> dict[tuple[ActorId, ...], list[Span]]:
        return {}

    @cached_property
    def _by_name(self) -> dict[str, list[Actor]]:
        names: dict[str, list[Actor]] = {}
        for actor in self.actors:
            own = {actor.id, *map(fold, actor.names)}
            for name in own:
                names.setdefault(name, []).append(actor)
        return names

    def __contains__(self, actor: ActorId) -> bool:
        return actor in self._actors

    def actor(self, actor: ActorId) -> Actor:
        """The actor with an id.

        Raises:
            KeyError: The index knows no such actor.
        """
        return self._actors[actor]

    def named(self, name: str) -> Sequence[Actor]:
        """The actors that go by a name, an alias, an ISO code or an id, whatever its case and accents."""
        return self._by_name.get(fold(name), ())

    def touching(self, span: Span) -> Sequence[Mention]:
        """The mentions that share a character with the span, in order."""
        return self.mentions[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def of(self, actors: Collection[ActorId]) -> Sequence[Mention]:
        """The mentions of some actors in order; unknown actors have none."""
        each = [self._mentions_of.get(actor, []) for actor in actors]
        if len(each) == 1:
            return each[0]
        return list(heapq.merge(*each, key=lambda mention: mention.span))

    def spans_of(self, actors: tuple[ActorId, ...]) -> Sequence[Span]:
        """Where some actors are mentioned, in order; where any is, if none is named."""
        if actors not in self._spans:
            mentions = self.of(actors) if actors else self.mentions
            self._spans[actors] = [mention.span for mention in mentions]
        return self._spans[actors]

    def at(self, offset: int) -> Mention | None:
        """The mention that covers an offset."""
        return next(iter(self.touching(Span(offset, offset + 1))), None)

    def count(self, actor: ActorId) -> int:
        """How often an actor is mentioned."""
        return len(self._mentions_of[actor])

    def spread(self, actor: ActorId, parts: int, length: int) -> list[int]:
        """How often an actor is mentioned in each of so many equal parts of a text.

        Args:
            actor: Whose mentions are counted.
            parts: Into how many parts the text is cut.
            length: Length of the text in characters.

        Returns:
            A count for each part, from the beginning to the end of the text.
        """
        counts = [0] * parts
        for mention in self._mentions_of[actor]:
            counts[min(parts - 1, mention.span.start * parts // max(1, length))] += 1
        return counts
