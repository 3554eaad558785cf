"""A text with all that was found on the way to its index."""

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.recognise.candidates import Survey, survey
from tuireader.recognise.decide import decide
from tuireader.recognise.linking import Party, link
from tuireader.recognise.mentions import find_sightings
from tuireader.recognise.model import open_model
from tuireader.recognise.recogniser import open_recogniser
from tuireader.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """What was found in a text of one paragraph."""

    survey: Survey
    parties: Sequence[Party]
    index: Index


def explained(text: str) -> Explained:
    """Find the actors of a text, and keep what led to them."""
    blocks = [Span(0, len(text))]
    found = survey(text, blocks)
    decisions = decide(found, open_model(Settings().model))
    parties = link(text, find_sightings(found, blocks, decisions))
    return Explained(found, parties, open_recogniser(Settings().model).find(text))
