"""Which actors a person means who types a few letters: any alias, any accents, small slips forgiven."""

import re
from collections.abc import Sequence

from tuireader.domain.actor import Actor, fold

_CLOSE = 78
"""Similarity, from 0 to 100, from which a slip of the pen is forgiven."""

_SHORTEST_SLIP = 4
"""Letters from which there can be a slip; fewer are too often like something else."""


class Matcher:
    """Some actors, with their names made ready to be compared."""

    def __init__(self, actors: Sequence[Actor] = ()) -> None:
        """Prepare for actors, key actors first."""
        self._actors = tuple(actors)
        self._names = ["\n" + "\n".join(map(fold, actor.names)) for actor in actors]
        """All names of each actor, a line each, behind an empty one."""

    def matching(self, typed: str) -> tuple[Actor, ...]:
        """The actors that a person means.

        Args:
            typed: What was typed so far; nothing means all.

        Returns:
            First those with a name that begins so, then those with a word that does, then those that hold it anywhere,
            then those that have its letters in this order; or those that are like it, if there is none of these. Inside
            each group key actors first.
        """
        wanted = fold(typed)
        if not wanted:
            return self._actors
        groups: tuple[list[Actor], ...] = ([], [], [], [])
        begun, inner, has_letters = f"\n{wanted}", f" {wanted}", _with_letters(wanted).search
        for actor, names in zip(self._actors, self._names, strict=True):
            if wanted in names:
                groups[0 if begun in names else 1 if inner in names else 2].append(actor)
            elif has_letters(names):
                groups[3].append(actor)
        if not any(groups) and len(wanted) >= _SHORTEST_SLIP:
            return self._similar(wanted)
        return tuple(actor for group in groups for actor in group)

    def goes_on(self, typed: str) -> bool:
        """Whether any actor has a name that goes on exactly as typed."""
        wanted = fold(typed) + (" " if typed.endswith(" ") else "")
        return any(wanted in names for names in self._names)

    def _similar(self, wanted: str) -> tuple[Actor, ...]:
        from rapidfuzz import fuzz  # noqa: PLC0415 - only needed for a slip of the pen

        scores = (
            max(fuzz.partial_ratio(wanted, name, score_cutoff=_CLOSE) for name in names.splitlines()[1:])
            for names in self._names
        )
        close = [(score, actor) for score, actor in zip(scores, self._actors, strict=True) if score]
        return tuple(actor for _, actor in sorted(close, key=lambda pair: -pair[0]))


def _with_letters(wanted: str) -> re.Pattern[str]:
    """A name that begins with the first letter, and has the others in this order: `kst`, Keir Starmer."""
    return re.compile("\n" + "[^\n]*?".join(map(re.escape, wanted.replace(" ", ""))))
