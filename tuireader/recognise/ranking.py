"""Key actors first: how important an actor is to a text."""

import math
from bisect import bisect_right
from collections.abc import Sequence

from tuireader.domain.actor import ActorKind, MentionForm
from tuireader.domain.span import Span
from tuireader.recognise.linking import Party

_PARTS = 10
_FIRST_STEP = 100
"""How many characters from the start of a text weigh like the first one."""


def ranked(parties: Sequence[Party], blocks: Sequence[Span]) -> list[Party]:
    """Set the parties of a text in order, the most important first.

    Args:
        parties: Who is named in the text.
        blocks: The paragraphs of the text, in order.
    """
    starts = [block.start for block in blocks]
    length = blocks[-1].end if blocks else 1
    return sorted(parties, key=lambda party: (-importance(party, starts, length), party.sightings[0].start))


def importance(party: Party, starts: Sequence[int], length: int) -> float:
    """How much a text is about a party: how often, how early and how widely it is named, and by its own name.

    Args:
        party: Whose sightings are weighed.
        starts: Where the paragraphs of the text begin.
        length: Length of the text in characters.
    """
    places = [sighting.start for sighting in party.sightings]
    paragraphs = {bisect_right(starts, place) for place in places}
    parts = {place * _PARTS // length for place in places}
    demonyms = sum(sighting.form is MentionForm.DEMONYM for sighting in party.sightings)
    return (
        2.0 * math.log1p(len(places))
        + math.log1p(len(paragraphs))
        + 1.0 * len(parts) / _PARTS
        - math.log1p(places[0] / _FIRST_STEP)
        + 0.5 * (1 in paragraphs)
        - 1.5 * demonyms / len(places)
        - 0.5 * (party.kind is ActorKind.ORGANISATION)
    )
