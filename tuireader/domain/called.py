"""Whom a name or a field of a question means."""

from collections.abc import Callable, Sequence
from functools import partial

from tuireader.domain.actor import Actor, ActorKind, fold
from tuireader.domain.index import Index
from tuireader.domain.question import Field, Trait
from tuireader.domain.slip import perhaps_meant
from tuireader.errors import QuestionError

_FEWEST_LETTERS = 3
"""Of the beginning of a name; two letters mean somebody else too easily: `uk` is not the beginning of Ukraine."""


def actors_called(index: Index, name: str, start: int, end: int) -> Sequence[Actor]:
    """The actors that go by a name, or else those with a word in a name that begins so, with some letters at least.

    Args:
        index: Who there is.
        name: What a person typed.
        start: Where in the question it begins.
        end: Where it ends.

    Raises:
        QuestionError: There is no such actor.
    """
    found = index.named(name) or (index.begun(name) if len(name) >= _FEWEST_LETTERS else ())
    if not found:
        meant = perhaps_meant(name, index.actors)[:1]
        raise QuestionError(f"nobody is called '{name}'" + "".join(f"; {each}?" for each in meant), start, end)
    return found


def actors_with(trait: Trait, index: Index) -> Sequence[Actor]:
    """The actors of a kind, with a role or of a country."""
    wanted = fold(trait.value)
    found: Callable[[Actor], bool]
    if trait.field is Field.KIND:
        kind = next((kind for kind in ActorKind if _is_plural_or_part(wanted, kind)), None)
        if kind is None:
            raise QuestionError(f"there is no kind '{trait.value}': {', '.join(ActorKind)}", trait.start, trait.end)
        return [actor for actor in index.actors if actor.kind is kind]
    if trait.field is Field.ROLE:
        found = partial(_has_role, wanted=wanted)
    else:
        codes = {actor.code for actor in index.named(trait.value) if actor.kind is ActorKind.COUNTRY}
        found = partial(_is_of, codes=codes | {trait.value.upper()})
    actors = [actor for actor in index.actors if found(actor)]
    if not actors:
        what = "has the role" if trait.field is Field.ROLE else "is known to be of"
        raise QuestionError(f"nobody {what} '{trait.value}'", trait.start, trait.end)
    return actors


def _is_plural_or_part(wanted: str, kind: ActorKind) -> bool:
    return kind.startswith(wanted) or wanted in (
        f"{kind}s",
        f"{kind[:-1]}ies",
        "people"[: 6 * (kind is ActorKind.PERSON)],
    )


def _has_role(actor: Actor, wanted: str) -> bool:
    return any(f" {wanted}" in f" {fold(role.text)}" for role in actor.roles)


def _is_of(actor: Actor, codes: set[str | None]) -> bool:
    return actor.code in codes
