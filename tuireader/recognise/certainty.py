"""How sure a decision is: the model's evidence as a share that holds true in texts that it has not seen.

The numbers were measured on the open documents by `python -m tuireader.training.calibration`.
"""

import math

from tuireader.domain.actor import ActorKind, MentionForm

_SLOPES = {ActorKind.PERSON: (0.84, -0.65), ActorKind.ORGANISATION: (1.16, -0.37)}
"""How the log-odds of the model are stretched and moved."""

ROLE = 0.9
"""How strongly it speaks for an actor that the text says what it is: `the spokesman Dmitry Peskov`."""

_COUNTRIES = {MentionForm.NAME: 0.94, MentionForm.DEMONYM: 0.9}
_OTHERWISE = 0.8
_LEAST = 1e-4


def certainty(kind: ActorKind, evidence: float) -> float:
    """The share of names with some evidence that are what they are taken for.

    Args:
        kind: What a name was decided to be.
        evidence: The log-probability that the model gives that kind.
    """
    slope, move = _SLOPES[kind]
    return _share(slope * log_odds(math.exp(evidence)) + move)


def with_role(share: float) -> float:
    """How sure something becomes that the text gives a role."""
    return _share(log_odds(share) + ROLE)


def certainty_of_form(form: MentionForm) -> float:
    """The share of words of countries in some form that mean the country."""
    return _COUNTRIES.get(form, _OTHERWISE)


def log_odds(share: float) -> float:
    """A share in the unit of evidence."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


def _share(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
