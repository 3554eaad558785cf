"""Which actors a person means who types a few letters: any alias, any accents, small slips forgiven."""

from collections.abc import Sequence

from tuireader.domain.actor import Actor, fold

_CLOSE = 78
"""Similarity, from 0 to 100, from which a slip of the pen is forgiven."""

_SHORTEST_SLIP = 4
"""Letters from which there can be a slip; fewer are too often like something else."""


def matching_actors(actors: Sequence[Actor], typed: str) -> tuple[Actor, ...]:
    """The actors that a person means.

    Args:
        actors: Key actors first.
        typed: What was typed so far; nothing means all.

    Returns:
        First those with a name that begins so, then those with a word that does, then those that hold it anywhere, then
        those that are like it; inside each group key actors first.
    """
    wanted = fold(typed)
    if not wanted:
        return tuple(actors)
    ranked = [(rank, actor) for actor in actors if (rank := _rank(actor, wanted)) is not None]
    if not ranked and len(wanted) >= _SHORTEST_SLIP:
        return _similar(actors, wanted)
    return tuple(actor for _, actor in sorted(ranked, key=lambda pair: pair[0]))


def holds(actors: Sequence[Actor], typed: str) -> bool:
    """Whether any actor has a name that goes on exactly as typed."""
    wanted = " ".join(fold(typed).split()) + (" " if typed.endswith(" ") else "")
    return any(wanted in name for actor in actors for name in _names(actor))


def _rank(actor: Actor, wanted: str) -> int | None:
    names = _names(actor)
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(f" {wanted}" in name for name in names):
        return 1
    if any(wanted in name for name in names):
        return 2
    return 3 if any(_has_letters(name, wanted) for name in names) else None


def _has_letters(name: str, wanted: str) -> bool:
    """Whether the letters stand in a name in this order, each word begun at its first letter: `kst`, Keir Starmer."""
    letters = iter(name)
    return name[0] == wanted[0] and all(letter in letters for letter in wanted if letter != " ")


def _similar(actors: Sequence[Actor], wanted: str) -> tuple[Actor, ...]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only needed for a slip of the pen

    scored = [(max(fuzz.partial_ratio(wanted, name) for name in _names(actor)), actor) for actor in actors]
    close = [(score, actor) for score, actor in scored if score >= _CLOSE]
    return tuple(actor for _, actor in sorted(close, key=lambda pair: -pair[0]))


def _names(actor: Actor) -> list[str]:
    return [fold(name) for name in actor.names]
