"""Key actors first: how important an actor is to a text."""

import math
import re
from bisect import bisect_right
from collections.abc import Sequence

from tuireader.domain.actor import ActorKind, MentionForm
from tuireader.domain.span import Span
from tuireader.recognise.linking import Party
from tuireader.recognise.sightings import Sighting

_PARTS = 10
_MOST_ASKED = 100
_VERB = re.compile(
    r"\s+(?:[a-z]+ly\s+)?(?!as\b|its\b|this\b|his\b|thus\b|plus\b|versus\b|towards\b)"
    r"(?:had|said|told|will|would|can|could|did|made|went|came|took|gave|began|won|wrote|[a-z]+(?:ed|s))\b"
)
_FIRST_STEP = 100
"""How many characters from the start of a text weigh like the first one."""


def ranked(text: str, parties: Sequence[Party], blocks: Sequence[Span]) -> list[Party]:
    """Set the parties of a text in order, the most important first.

    Args:
        text: The whole text.
        parties: Who is named in the text.
        blocks: The paragraphs of the text, in order.
    """
    starts = [block.start for block in blocks]
    return sorted(parties, key=lambda party: (-importance(text, party, starts), party.sightings[0].start))


def importance(text: str, party: Party, starts: Sequence[int]) -> float:
    """How much a text is about a party: how often, how early and how widely it is named, and whether it acts.

    Args:
        text: The whole text.
        party: Whose sightings are weighed.
        starts: Where the paragraphs of the text begin.
    """
    places = [sighting.start for sighting in party.sightings]
    paragraphs = {bisect_right(starts, place) for place in places}
    parts = {place * _PARTS // len(text) for place in places}
    demonyms = sum(sighting.form is MentionForm.DEMONYM for sighting in party.sightings)
    return (
        2.0 * math.log1p(len(places))
        + math.log1p(len(paragraphs))
        + 1.0 * len(parts) / _PARTS
        - math.log1p(places[0] / _FIRST_STEP)
        + 0.5 * (1 in paragraphs)
        - 1.5 * demonyms / len(places)
        + 0.5 * math.log1p(_acts(text, party.sightings))
        - 0.5 * (party.kind is ActorKind.ORGANISATION)
    )


def _acts(text: str, sightings: Sequence[Sighting]) -> float:
    """How often a verb stands behind a name, reckoned from some of its places."""
    asked = sightings[:: 1 + len(sightings) // _MOST_ASKED]
    return sum(bool(_VERB.match(text, each.end)) for each in asked) * len(sightings) / len(asked)
