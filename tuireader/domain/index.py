"""Who is where: the actors of a document, all of their mentions, and what they say."""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise

from tuireader.domain.actor import Actor, ActorId, Basis, Mention, fold
from tuireader.domain.columns import Chosen, numbers, picked
from tuireader.domain.mentions import Mentions
from tuireader.domain.quotation import Quotation, Quotations
from tuireader.domain.span import NO_SPANS, Span, Spans


@dataclass(frozen=True, eq=False, repr=False)
class Index:
    """The actors of a document and their mentions. It is large, so it is compared by identity, and never spelt out.

    Mentions are in order and never overlap, so their starts and their ends are both sorted.
    """

    actors: tuple[Actor, ...] = ()
    """In order of importance, key actors first."""

    mentions: Sequence[Mention] = ()
    quotations: Sequence[Quotation] | None = None
    """What is said, in order, never one inside another; nothing where nobody has looked for it yet."""

    @cached_property
    def _actors(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions.of(self.mentions)

    @cached_property
    def _quotations(self) -> Quotations | None:
        return None if self.quotations is None else Quotations.of(self.quotations)

    @cached_property
    def _spans(self) -> dict[tuple[ActorId, ...], Spans]:
        return {}

    @cached_property
    def _by_name(self) -> dict[str, list[Actor]]:
        names: dict[str, list[Actor]] = {}
        for actor in self.actors:
            for name in set(map(fold, actor.names)):
                names.setdefault(name, []).append(actor)
        return names

    def __reduce__(self) -> tuple[object, ...]:
        """Travels between processes as columns, which is several times faster than as objects."""
        return Index, (self.actors, self._mentions, self._quotations)

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
        wanted = fold(name)
        return self._by_name.get(wanted) or [self._actors[actor] for actor in (ActorId(wanted),) if actor in self]

    def begun(self, name: str) -> Sequence[Actor]:
        """The actors with a name in which a word begins with what was typed, whatever its case and accents."""
        wanted = fold(name)
        found = (actors for own, actors in self._by_name.items() if own.startswith(wanted) or f" {wanted}" in own)
        return tuple({actor.id: actor for actors in found for actor in actors}.values()) if wanted else ()

    def touching(self, span: Span) -> Sequence[Mention]:
        """The mentions that share a character with the span, in order."""
        starts, ends, *_ = self._mentions.columns
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return self._mentions[first:last] if first < last else ()

    def of(self, actors: Collection[ActorId]) -> Sequence[Mention]:
        """The mentions of some actors in order; unknown actors have none."""
        return Chosen(self._mentions, self._numbers_of(actors))

    def based_on(self, wanted: Callable[[Basis], bool]) -> Sequence[Mention]:
        """The mentions that rest on a basis of some sort, in order."""
        return Chosen(self._mentions, self._mentions.based_on(wanted))

    def spans_of(self, actors: tuple[ActorId, ...]) -> Spans:
        """Where some actors are mentioned, in order; where any is, if none is named."""
        if actors not in self._spans:
            starts, ends, *_ = self._mentions.columns
            chosen = self._numbers_of(actors)
            self._spans[actors] = Spans(picked(starts, chosen), picked(ends, chosen)) if actors else Spans(starts, ends)
        return self._spans[actors]

    def said_by(self, actors: Collection[ActorId]) -> Spans:
        """What some actors say, in order; nothing as long as nobody has looked for it."""
        return self._quotations.spans_of(actors) if self._quotations is not None else NO_SPANS

    def is_uncertain(self, place: Span) -> bool:
        """Whether a place is something said of which the text does not tell for certain who says it."""
        if self._quotations is None:
            return False
        number = bisect_left(self._quotations.columns[0], place.start)
        found = self._quotations[number] if number < len(self._quotations) else None
        return found is not None and found.span == place and not found.is_certain

    def at(self, offset: int) -> Mention | None:
        """The mention that covers an offset."""
        return next(iter(self.touching(Span(offset, offset + 1))), None)

    def count(self, actor: ActorId) -> int:
        """How often an actor is mentioned."""
        return self._mentions.count(actor)

    def numbers_of(self, actor: ActorId) -> Sequence[int]:
        """Which of the mentions name an actor, counted from 0, in order."""
        return self._mentions.numbers_of(actor)

    def spread(self, actor: ActorId, parts: int, length: int) -> list[int]:
        """How often an actor is mentioned in each of so many equal parts of a text.

        Args:
            actor: Whose mentions are counted.
            parts: Into how many parts the text is cut.
            length: Length of the text in characters.

        Returns:
            A count for each part, from the beginning to the end of the text.
        """
        mentions, starts = self._mentions.numbers_of(actor), self._mentions.columns[0]
        ends = [-(-length * part // parts) for part in range(1, parts)]
        cuts = [0, *(bisect_left(mentions, end, key=starts.__getitem__) for end in ends), len(mentions)]
        return [end - start for start, end in pairwise(cuts)]

    def until(self, offset: int, actors: tuple[Actor, ...]) -> "Index":
        """Only some actors, their mentions before an offset, and what is said there; others speak as nobody."""
        known = {actor.id for actor in actors}
        mentions = self._mentions.until(offset)
        hidden = [each for each in mentions.actors if each not in known and mentions.count(each)]
        if hidden:
            mentions = mentions.edited({}, (), frozenset(chain.from_iterable(map(mentions.numbers_of, hidden))))
        return Index(actors, mentions, self._quotations and self._quotations.until(offset, known))

    def moved(self, characters: int) -> "Index":
        """The same for a text with so many characters more in front."""
        if not characters:
            return self
        actors = tuple(_moved(actor, characters) for actor in self.actors)
        quotations = None if self._quotations is None else self._quotations.moved(characters)
        return Index(actors, self._mentions.moved(characters), quotations)

    def quoting(self, quotations: Sequence[Quotation]) -> "Index":
        """The same with what is said."""
        return Index(self.actors, self._mentions, quotations)

    def heir_of(self, actor: ActorId, other: "Index") -> ActorId | None:
        """Whom another index of the same text sees where this one sees an actor."""
        if actor in other:
            return actor
        heirs = Counter(mention.actor for span in self.spans_of((actor,)) for mention in other.touching(span))
        return heirs.most_common(1)[0][0] if heirs else None

    def _numbers_of(self, actors: Collection[ActorId]) -> "array[int]":
        """Which of the mentions name some actors."""
        each = [self._mentions.numbers_of(actor) for actor in actors]
        return each[0] if len(each) == 1 else numbers(sorted(chain.from_iterable(each)))


def _moved(actor: Actor, characters: int) -> Actor:
    """An actor whose roles stand so many characters further on."""
    spans = (Span(role.span.start + characters, role.span.end + characters) for role in actor.roles)
    return replace(actor, roles=tuple(replace(role, span=span) for role, span in zip(actor.roles, spans, strict=True)))
