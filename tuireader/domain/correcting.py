"""An index as its reader corrected it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial

from tuireader.domain.actor import Actor, actor_id
from tuireader.domain.anchor import Anchor, find_anchor
from tuireader.domain.correction import (
    Add,
    Confirm,
    Correction,
    Known,
    Merge,
    Reject,
    Rename,
    Retype,
    Split,
    told,
)
from tuireader.domain.document import Document
from tuireader.domain.draft import Draft
from tuireader.domain.index import Index


@dataclass(frozen=True, eq=False)
class Corrected:
    """What became of an index."""

    index: Index
    idle: tuple[Correction, ...] = ()
    """The corrections that changed nothing: the text, or whoever found its actors, no longer has what they speak of."""


def correct(document: Document, index: Index, corrections: Iterable[Correction]) -> Corrected:
    """Correct an index.

    Args:
        document: What it is the index of.
        index: The index as it was found.
        corrections: What its reader corrected, in this order.

    Returns:
        Another index, and the corrections that no longer speak of anything.
    """
    draft = Draft(document, index)
    idle = tuple(each for each in corrections if not _Corrector(draft, document, told(each)).do(each))
    return Corrected(draft.finished(), idle)


class _Corrector:
    """Carries one correction out."""

    def __init__(self, draft: Draft, document: Document, why: str) -> None:
        self._draft = draft
        self._document = document
        self._why = why

    def do(self, correction: Correction) -> bool:  # noqa: PLR0911 - one line for each kind of correction
        """Carry it out.

        Returns:
            Whether it holds now; not if it speaks of somebody who is not there.
        """
        match correction:
            case Merge(actor, into):
                return self._merge(actor, into)
            case Split(actor, name, to, at):
                return self._split(actor, name, to) if at is None else self._at(at, partial(self._give, to))
            case Reject(actor, name, at):
                return self._reject(actor, name) if at is None else self._at(at, self._drop)
            case Rename(actor, name):
                return self._become(actor, Known(actor.kind, name))
            case Retype(actor, kind):
                return self._become(actor, Known(kind, actor.name))
            case Add(words, actor):
                return self._draft.add(words, self._draft.known(actor) or self._draft.new(actor), self._why)
            case Confirm(actor, name):
                return self._confirm(actor, name)

    def _merge(self, known: Known, into: Known) -> bool:
        actor, other = self._draft.known(known), self._draft.known(into)
        if actor is None or other is None:
            return False
        if actor.id != other.id:
            self._draft.merge(actor, other, self._why)
        return True

    def _split(self, known: Known, name: str, to: Known) -> bool:
        owner, other = self._draft.known(known), self._draft.known(to)
        numbers = self._draft.called(owner, name) if owner is not None else []
        if owner is None or not numbers:
            return owner is not None and other is not None
        self._give(to, numbers, owner)
        return True

    def _drop(self, numbers: Collection[int], owner: Actor) -> None:
        self._draft.drop(numbers, owner, self._why)

    def _give(self, to: Known, numbers: Collection[int], owner: Actor) -> None:
        other = self._draft.known(to)
        if other is None or (other.id == owner.id and owner.name != to.name):
            other = self._draft.new(to)
        self._draft.give(numbers, owner, other, self._why)

    def _become(self, known: Known, other: Known) -> bool:
        actor = self._draft.known(known)
        if actor is None:
            return False
        name = actor.name if known.name == other.name else other.name
        there = self._draft.known(Known(other.kind, name))
        if there is not None and there.id == actor_id(other.kind, name) and there.id != actor.id:
            self._draft.merge(actor, there, self._why)
            return True
        code = actor.code if actor.kind is other.kind else None
        changed = replace(actor, id=actor_id(other.kind, name), name=name, kind=other.kind, code=code)
        self._draft.become(actor, changed, self._why)
        return True

    def _reject(self, known: Known, name: str) -> bool:
        actor = self._draft.known(known)
        if actor is None:
            return False
        numbers = self._draft.called(actor, name) if name else self._draft.numbers_of(actor)
        self._draft.drop(numbers, actor, self._why)
        return bool(numbers)

    def _confirm(self, known: Known, name: str) -> bool:
        actor = self._draft.known(known)
        numbers = self._draft.called(actor, name) if actor is not None else []
        if actor is not None and numbers:
            self._draft.confirm(numbers, actor, self._why)
        return bool(numbers)

    def _at(self, anchor: Anchor, do: Callable[[Collection[int], Actor], None]) -> bool:
        """Do something with the mention at a place."""
        span = find_anchor(self._document.text, anchor)
        found = self._draft.at(span) if span is not None else None
        if found is not None:
            number, owner = found
            do([number], owner)
        return found is not None
