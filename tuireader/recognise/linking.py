"""Sightings become actors-to-be: people, countries and organisations, each with all of its places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tuireader.domain.actor import ActorKind
from tuireader.recognise.countries import open_countries
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.organisations import link_organisations
from tuireader.recognise.people import link_people
from tuireader.recognise.persons import Person, words_of
from tuireader.recognise.sightings import Sighting, count_forms

_STRAY = 100
"""How many times as often as its full form a name must stand alone, so that the full form looks like an accident."""


@dataclass(frozen=True, slots=True, eq=False)
class Party:
    """Somebody or something that is named in a text, and where."""

    name: str
    """The name to show."""

    kind: ActorKind
    code: str
    sightings: Sequence[Sighting]
    person: Person | None = None
    """What is known about somebody's names."""


def link(text: str, sightings: Sequence[Sighting]) -> list[Party]:
    """Find out which sightings mean the same actor.

    Args:
        text: The whole text.
        sightings: The places where actors are named, in order.

    Returns:
        The parties in the order of their first sightings.
    """
    of_kind: dict[ActorKind, list[Sighting]] = {kind: [] for kind in ActorKind}
    for sighting in sightings:
        of_kind[sighting.kind].append(sighting)
    parties = [_person(text, person) for person in link_people(of_kind[ActorKind.PERSON])]
    parties += _countries(of_kind[ActorKind.COUNTRY])
    for organisation in link_organisations(of_kind[ActorKind.ORGANISATION]):
        forms = [each for each in organisation.sightings if each.key == organisation.key]
        name = _commonest(surface(text, each.name_start, each.end) for each in forms)
        parties.append(Party(name, ActorKind.ORGANISATION, "", organisation.sightings))
    return sorted(parties, key=lambda party: party.sightings[0].start)


def surface(text: str, start: int, end: int) -> str:
    """A part of a text on one line."""
    return " ".join(text[start:end].split())


def _person(text: str, person: Person) -> Party:
    """The party of a person, who is called by the longest name; a single name keeps its titles."""
    full = [each for each in person.sightings if len(words_of(each.key)) > 1]
    bare = [each for each in person.sightings if len(words_of(each.key)) == 1]
    if full and not (bare and _is_accidental(full, person)):
        start = attrgetter("start" if person.goes_by_husband else "name_start")
        name = _commonest(surface(text, start(each), each.end) for each in full)
    else:
        name = _commonest(surface(text, each.start, each.end) for each in bare)
    return Party(name, ActorKind.PERSON, "", person.sightings, person)


def _is_accidental(full: Sequence[Sighting], person: Person) -> bool:
    """Whether the longer name only has a stray word before a name that mostly stands alone: `Dismissing Tantripp`."""
    first = words_of(full[0].key)[0]
    if open_lexicon().is_given(first) or any(words_of(each.key) == (first,) for each in person.sightings):
        return False
    return len(full) * _STRAY < len(person.sightings) or open_lexicon().lower_share(first) > 5


def _countries(sightings: Iterable[Sighting]) -> list[Party]:
    by_code: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_code.setdefault(sighting.code, []).append(sighting)
    shown = open_countries().shown
    return [Party(shown[code], ActorKind.COUNTRY, code, places) for code, places in by_code.items()]


def _commonest(forms: Iterable[str]) -> str:
    """The most frequent form that is not all capitals; those are set in title case if there is no other."""
    counts = count_forms(forms)
    form = max(counts, key=lambda form: (not form.isupper(), counts[form], len(form)))
    return form.title() if form.isupper() and len(form.split()) > 1 else form
