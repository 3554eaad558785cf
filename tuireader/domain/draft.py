"""A working copy of an index, in which mentions go from one actor to another."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from operator import itemgetter
from typing import TypeVar

from tuireader.domain.actor import Actor, ActorId, Basis, MentionForm, actor_id, fold
from tuireader.domain.correction import Known
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.mentions import Mentions
from tuireader.domain.quotation import Quotations
from tuireader.domain.span import Span

T = TypeVar("T")


class Draft:
    """Mentions are known by their numbers: those of the index first, behind them those that were added."""

    def __init__(self, document: Document, index: Index) -> None:
        """Copy the index of a document, which takes no time: only what is changed is looked at."""
        self._document = document
        self._index = index
        self._mentions = Mentions.of(index.mentions)
        self._actors = {actor.id: actor for actor in index.actors}
        self._ranks = {actor.id: rank for rank, actor in enumerate(index.actors)}
        self._held: dict[ActorId, list[int]] = {}
        """The mentions of each actor that was changed."""

        self._given: dict[int, tuple[ActorId, Basis]] = {}
        """Whom a mention names now, and why."""

        self._added: list[Span] = []
        self._added_ends: list[tuple[int, int]] = []
        """Where they end and their numbers, in the order of the text."""

        self._dropped: set[int] = set()
        self._heirs: dict[ActorId, ActorId] = {}
        """Who stands in the place of an actor that is no more; whoever is there stands for itself."""

    def known(self, known: Known) -> Actor | None:
        """The actor of a kind and a name, else the most important one of that kind that goes by the name."""
        exact = actor_id(known.kind, known.name)
        others = (self._heir(each.id) for each in self._index.named(known.name))
        there = (self._actors[id_] for id_ in chain([exact], others) if self._is_there(id_))
        return next((actor for actor in there if actor.kind is known.kind), None)

    def numbers_of(self, actor: Actor) -> list[int]:
        """The mentions of an actor, those of the index in order."""
        held = self._held.get(actor.id)
        return list(self._mentions.numbers_of(actor.id)) if held is None else held[:]

    def called(self, actor: Actor, name: str) -> list[int]:
        """The mentions of an actor in some words, whatever their case."""
        wanted = fold(name)
        return [number for number in self.numbers_of(actor) if fold(self._words(number)) == wanted]

    def at(self, span: Span) -> tuple[int, Actor] | None:
        """The first mention that has a character of a place, and whom it names."""
        return next(((number, self._actors[self._owner(number)]) for number in self._touching(span)), None)

    def new(self, known: Known) -> Actor:
        """An actor that nothing names yet."""
        plain = id_ = actor_id(known.kind, known.name)
        number = 1
        while self._is_there(id_):
            number += 1
            id_ = ActorId(f"{plain}#{number}")
        self._held[id_] = []
        self._heirs.pop(id_, None)
        self._actors[id_] = Actor(id_, known.name, known.kind)
        return self._actors[id_]

    def give(self, numbers: Collection[int], owner: Actor, to: Actor, why: str) -> None:
        """Let mentions of an actor name another one from now on."""
        given = set(numbers)
        self._give_roles(given, owner, to)
        self._held[owner.id] = [number for number in self.numbers_of(owner) if number not in given]
        self._held[to.id] = [*self.numbers_of(to), *numbers]
        self._given.update(dict.fromkeys(given, (to.id, Basis(why))))
        self._note(to, why)

    def merge(self, actor: Actor, into: Actor, why: str) -> None:
        """Let all that names an actor name another one; it takes the better place and a country that it lacked."""
        self.give(self.numbers_of(actor), actor, into, why)
        if into.code is None and actor.kind is into.kind:
            self._actors[into.id] = replace(self._actors[into.id], code=actor.code)
        if (rank := self._ranks.get(actor.id)) is not None:
            self._ranks[into.id] = min(rank, self._ranks.get(into.id, rank))
        self._heirs[actor.id] = into.id
        self._heirs.pop(into.id, None)

    def become(self, actor: Actor, other: Actor, why: str) -> None:
        """Let an actor have another name or kind, and so another id, which nobody else has."""
        if other.id != actor.id:
            self._actors[other.id], self._held[other.id] = replace(other, roles=()), []
            bases = {number: (other.id, self._basis(number)) for number in self.numbers_of(actor)}
            self.merge(actor, other, why)
            self._given.update(bases)
        else:
            self._actors[actor.id], self._held[actor.id] = other, self.numbers_of(actor)
            self._note(other, why)

    def drop(self, numbers: Collection[int], owner: Actor, why: str) -> None:
        """Let mentions of an actor name nobody."""
        dropped = set(numbers)
        self._held[owner.id] = [number for number in self.numbers_of(owner) if number not in dropped]
        self._dropped |= dropped
        self._note(owner, why)

    def confirm(self, numbers: Collection[int], owner: Actor, why: str) -> None:
        """Doubt no longer whom mentions name."""
        self._held[owner.id] = self.numbers_of(owner)
        self._given.update(dict.fromkeys(numbers, (owner.id, Basis(why))))

    def add(self, words: str, actor: Actor, why: str) -> bool:
        """Let words name an actor wherever they stand; shorter mentions inside them give way, longer ones stay.

        Returns:
            Whether they stand anywhere.
        """
        added, covered = list[int](), dict[ActorId, list[int]]()
        for span in _places(self._document.text, words):
            if self._document.paragraph_at(span.start) != self._document.paragraph_at(span.end - 1):
                continue
            there = list(self._touching(span))
            if all(span.clip(self._span(number)) == self._span(number) for number in there):
                for number in there:
                    covered.setdefault(self._owner(number), []).append(number)
                added.append(len(self._mentions) + len(self._added))
                self._added.append(span)
                insort(self._added_ends, (span.end, added[-1]))
        for owner, numbers in covered.items():
            self.drop(numbers, self._actors[owner], why)
        self.give(added, actor, actor, why)
        return bool(added)

    def finished(self) -> Index:
        """The index with all of this, without those whom nothing names any longer."""
        if not self._held:
            return self._index
        for id_, numbers in self._held.items():
            if numbers:
                self._actors[id_] = replace(self._actors[id_], aliases=self._aliases(numbers))
            else:
                del self._actors[id_]
        self._doubt_otherwise()
        mentions = self._mentions.edited(self._given, self._added, self._dropped)
        return Index(tuple(self._in_order()), mentions, self._quotations())

    def _is_there(self, actor: ActorId) -> bool:
        """Whether anything still names an actor."""
        return actor in self._actors and self._held.get(actor) != []

    def _heir(self, actor: ActorId) -> ActorId:
        while actor in self._heirs:
            actor = self._heirs[actor]
        return actor

    def _span(self, number: int) -> Span:
        if number >= len(self._mentions):
            return self._added[number - len(self._mentions)]
        starts, ends, *_ = self._mentions.columns
        return Span(starts[number], ends[number])

    def _words(self, number: int) -> str:
        return " ".join(self._document.shown(self._span(number)).split())

    def _touching(self, span: Span) -> Iterator[int]:
        """The mentions that have a character of a place."""
        starts, ends, *_ = self._mentions.columns
        old = range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        first = bisect_right(self._added_ends, (span.start, len(starts) + len(self._added)))
        new = (self._added_ends[at][1] for at in range(first, len(self._added_ends)))
        numbers = chain(old, takewhile(lambda each: self._span(each).overlaps(span), new))
        return (number for number in numbers if number not in self._dropped)

    def _owner(self, number: int) -> ActorId:
        if number in self._given:
            return self._given[number][0]
        return self._mentions.actors[self._mentions.columns[2][number]]

    def _basis(self, number: int) -> Basis:
        if number in self._given:
            return self._given[number][1]
        return self._mentions.bases[self._mentions.columns[4][number]]

    def _note(self, actor: Actor, why: str) -> None:
        now = self._actors[actor.id]
        if why not in now.corrections:
            self._actors[actor.id] = replace(now, corrections=(*now.corrections, why))

    def _give_roles(self, given: Collection[int], owner: Actor, to: Actor) -> None:
        """The roles that stand next to mentions that go elsewhere go along."""
        own = self._actors[owner.id]
        if not own.roles or owner.id == to.id:
            return
        spans = sorted((self._span(number), number in given) for number in self.numbers_of(owner))
        leaving = {role for role in own.roles if _nearest(spans, role.span)}
        self._actors[owner.id] = replace(own, roles=tuple(role for role in own.roles if role not in leaving))
        roles = sorted((*self._actors[to.id].roles, *leaving), key=lambda role: role.span)
        self._actors[to.id] = replace(self._actors[to.id], roles=tuple(roles))

    def _aliases(self, numbers: Collection[int]) -> tuple[str, ...]:
        pronoun, forms = tuple(MentionForm).index(MentionForm.PRONOUN), self._mentions.columns[3]
        named = (each for each in numbers if each >= len(forms) or forms[each] != pronoun)
        return tuple(name for name, _ in Counter(map(self._words, named)).most_common())

    def _doubt_otherwise(self) -> None:
        """Name other actors where those who may be meant as well are no more."""
        _, _, owners, _, bases = self._mentions.columns
        stale = {
            number
            for number, basis in enumerate(self._mentions.bases)
            if any(self._heir(each) != each or each not in self._actors for each in basis.candidates)
        }
        for number, basis_number in enumerate(bases if stale else ()):
            if basis_number in stale and number not in self._given and number not in self._dropped:
                basis, owner = self._mentions.bases[basis_number], self._mentions.actors[owners[number]]
                others = dict.fromkeys(map(self._heir, basis.candidates))
                kept = tuple(each for each in others if each != owner and each in self._actors)
                self._given[number] = (owner, replace(basis, candidates=kept))

    def _quotations(self) -> Quotations | None:
        """What is said, by whoever goes now by the name that told the speaker."""
        if self._index.quotations is None:
            return None
        quotations, speakers = Quotations.of(self._index.quotations), dict[int, ActorId | None]()
        for speaker in [each for each in self._held if self._mentions.count(each)]:
            spans = [(self._span(number), self._heir_of(number)) for number in self._mentions.numbers_of(speaker)]
            for number in quotations.numbers_of((speaker,)):
                said = quotations[number]
                speakers[number] = _nearest(spans, said.cue or said.span)
        return quotations.told_by(speakers)

    def _heir_of(self, number: int) -> ActorId | None:
        return None if number in self._dropped else self._owner(number)

    def _in_order(self) -> Iterator[Actor]:
        """The actors in the order of importance; new ones stand where others are named as often."""
        order = sorted((rank, id_) for id_, rank in self._ranks.items() if id_ in self._actors)
        counts = {id_: -self._count(id_) for id_ in self._actors}
        ranked = [id_ for _, id_ in order]
        for id_ in sorted((id_ for id_ in self._actors if id_ not in self._ranks), key=counts.__getitem__):
            at = next((at for at, other in enumerate(ranked) if counts[other] > counts[id_]), len(ranked))
            ranked.insert(at, id_)
        return map(self._actors.__getitem__, ranked)

    def _count(self, actor: ActorId) -> int:
        held = self._held.get(actor)
        return self._mentions.count(actor) if held is None else len(held)


def _places(text: str, words: str) -> Iterator[Span]:
    """Where some words stand whole, in this case and with any space between them.

    What stands before them is looked at last: a pattern that begins with letters is found twenty times as fast.
    """
    pattern = r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    for match in re.finditer(pattern, text):
        if not (text[match.start() - 1 : match.start()].isalnum() and match.start()):
            yield Span(match.start(), match.end())


def _nearest(spans: Sequence[tuple[Span, T]], place: Span) -> T:
    """What is said of that one of some spans, in order, that stands nearest to a place."""
    at = bisect_left(spans, place, key=itemgetter(0))
    near = spans[max(0, at - 1) : at + 1]
    return min(near, key=lambda each: max(each[0].start - place.end, place.start - each[0].end))[1]
