"""Which organisations are one: an acronym and what it stands for, a company with and without its legal form."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tuireader.recognise.sightings import Sighting
from tuireader.recognise.wordlists import read_classes

_CLASSES = read_classes("people.txt")


@dataclass(slots=True, eq=False)
class Organisation:
    """An organisation under every name that a text gives it."""

    key: str
    sightings: list[Sighting] = field(default_factory=list)


def link_organisations(sightings: Sequence[Sighting]) -> list[Organisation]:
    """Find out which names mean one organisation.

    Args:
        sightings: The places where organisations are named, in order.

    Returns:
        The organisations, each with its sightings in order.
    """
    leaders = _leaders({sighting.key for sighting in sightings})
    organisations: dict[str, Organisation] = {}
    for sighting in sightings:
        leader = leaders[sighting.key]
        organisations.setdefault(leader, Organisation(leader)).sightings.append(sighting)
    return list(organisations.values())


def _leaders(keys: set[str]) -> dict[str, str]:
    """The leading name for each name."""
    by_short: dict[str, list[str]] = {}
    for key in sorted(keys):
        for short in {_acronym(key), _without_legal_form(key)} - {key, ""}:
            by_short.setdefault(short, []).append(key)
    leaders = {}
    for key in keys:
        longer = by_short.get(key.replace(".", ""), ())
        leaders[key] = longer[0] if len(longer) == 1 else key
    return leaders


def _acronym(key: str) -> str:
    words = key.replace("-", " ").split()
    initials = "".join(word[0] for word in words if word not in _CLASSES["small word"])
    return initials if len(initials) > 1 else ""


def _without_legal_form(key: str) -> str:
    words = key.replace(",", "").split()
    while len(words) > 1 and words[-1] in _CLASSES["legal form"]:
        words.pop()
    return " ".join(words)
