"""Why words are taken to name an actor, and who else may be meant."""

from collections.abc import Mapping, Sequence
from itertools import islice

from tuireader.domain.actor import ActorId, ActorKind, Basis, MentionForm
from tuireader.recognise.certainty import certainty_of_form
from tuireader.recognise.countries import open_countries
from tuireader.recognise.linking import Party, surface
from tuireader.recognise.names import name_key
from tuireader.recognise.persons import Person, Rivalry, is_given_name, leading_title, relatives_of, words_of
from tuireader.recognise.reasons import Explainer, shown_title
from tuireader.recognise.sightings import Sighting

_MOST_CANDIDATES = 8
_SURE, _DECIDED, _NEAREST = 0.98, 0.97, 0.7
"""How often words mean the one they are taken for: by nobody shared, owned by one of several, the nearest of them."""

_Alike = tuple[ActorId, str, str, MentionForm]


class Bases:
    """The bases of the mentions of one text: one value for all that are alike."""

    def __init__(
        self, text: str, ids: Mapping[Party, ActorId], confidences: Mapping[Party, float], explainer: Explainer
    ) -> None:
        self._text = text
        self._ids = ids
        self._confidences = confidences
        self._explainer = explainer
        self._persons = {party.person: id_ for party, id_ in ids.items() if party.person}
        self._known: dict[_Alike, Basis] = {}

    def of(self, party: Party, sighting: Sighting) -> Basis:
        """Why a sighting is one of a party."""
        alike = (self._ids[party], sighting.key, sighting.title, sighting.form)
        basis = self._known.get(alike)
        if basis is None:
            basis = self._known[alike] = self._make(party, sighting)
        return basis

    def _make(self, party: Party, sighting: Sighting) -> Basis:
        if party.person and sighting.form is MentionForm.NAME:
            return self._of_person(party, party.person, sighting)
        reason = _reason(party, sighting, self._text)
        if party.kind is ActorKind.COUNTRY:
            return Basis(reason, certainty_of_form(sighting.form))
        return Basis(reason, round(_SURE * self._certainty(party, sighting), 2))

    def _of_person(self, party: Party, person: Person, sighting: Sighting) -> Basis:
        """Why words name somebody, by which title and part of the name, and who else is called so."""
        words = words_of(sighting.key)
        title = shown_title(self._text, sighting)
        reasons = [f"title '{title}'"] if title else []
        reasons.append(_part_reason(person, party.name, words))
        rivalry = person.rivalries.get((words, leading_title(sighting.title)))
        candidates = self._candidates(person, rivalry.persons) if rivalry else ()
        share = _SURE
        if rivalry and candidates:
            reasons.append(_choice(rivalry, surface(self._text, sighting.name_start, sighting.end)))
            share = _DECIDED if rivalry.is_decided else _NEAREST
        return Basis("; ".join(reasons), round(share * self._certainty(party, sighting), 2), candidates)

    def _certainty(self, party: Party, sighting: Sighting) -> float:
        """How sure the kind of a name is: at least as sure as that of all names of its actor."""
        return max(self._explainer.certainty(party.kind, sighting.key), self._confidences[party])

    def _candidates(self, person: Person, persons: Sequence[Person]) -> tuple[ActorId, ...]:
        """The others who are called the same; the first few of very many."""
        others = (self._persons[other] for other in persons if other is not person and other in self._persons)
        return tuple(islice(others, _MOST_CANDIDATES))


def _part_reason(person: Person, name: str, words: Sequence[str]) -> str:
    """What a name is of somebody's full one."""
    if tuple(words) == person.words:
        return "full name" if person.is_full else "given name" if is_given_name(words[0]) else "name"
    if len(words) > 1:
        return f"form of {name}"
    if words[0] == person.words[-1] and person.is_full:
        return f"surname of {name}"
    if words[0] == person.words[0]:
        return f"given name of {name}"
    return f"nickname of {name}" if words[0] in relatives_of(person.words[0]) else f"part of {name}"


def _choice(rivalry: Rivalry, name: str) -> str:
    """How one of several was chosen."""
    return f"{'most named' if rivalry.is_decided else 'nearest'} of {len(rivalry.persons)} called {name}"


def _reason(party: Party, sighting: Sighting, text: str) -> str:
    """How words stand for a country or an organisation."""
    words = text[sighting.name_start : sighting.end]
    if sighting.form is MentionForm.METONYM:
        is_seat = sighting.key in open_countries().seats
        return f"metonym: {'seat of power' if is_seat else 'capital that acts'} of {party.name}"
    if sighting.form is not MentionForm.NAME:
        return f"{sighting.form} of {party.name}"
    if name_key(words) == name_key(party.name):
        return "full name" if " " in words else "name"
    if words.replace(".", "").isupper() and not party.name.isupper():
        return f"acronym of {party.name}"
    return f"name of {party.name}"
