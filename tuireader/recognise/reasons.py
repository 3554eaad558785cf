"""Why somebody is an actor, in words: what the model weighed most among the things that a person would see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from tuireader.domain.actor import ActorKind, MentionForm, Reason, Role
from tuireader.recognise import words
from tuireader.recognise.certainty import ROLE, certainty, certainty_of_form, log_odds, with_role
from tuireader.recognise.decide import KINDS
from tuireader.recognise.flags import flags_of
from tuireader.recognise.linking import Party, surface
from tuireader.recognise.model import Model
from tuireader.recognise.names import Decision, NameKind
from tuireader.recognise.sightings import Sighting, count_forms

_MOST_REASONS = 4
_MOST_CONTEXTS = 6
_NEAR = 24
_ENDING = 3
_MOST_SURE = 0.99
_LEAST = 0.1
_UNSEEN = 0.8
"""How sure a name is that was found only as a part of others."""

_NONE = KINDS.index(NameKind.NONE)
_KINDS = {ActorKind.PERSON: KINDS.index(NameKind.PERSON), ActorKind.ORGANISATION: KINDS.index(NameKind.ORGANISATION)}
_NEXT = re.compile(r"\s*([^\W\d_]+|[^\w\s])")
_LISTS = {
    "f": "given name",
    "s": "surname",
    "kor": "well-known organisation",
    "ow": "organisation word",
    "pw": "place word",
    "xw": "word of works and events",
    "ci": "name of a city",
    "co": "name of a country",
    "de": "name of a people",
}
_SAID = {
    MentionForm.NAME: "name '{}'",
    MentionForm.DEMONYM: "demonym '{}'",
    MentionForm.METONYM: "metonym '{}'",
}


class Explainer:
    """Says why the names of one text were decided as they were, and how surely."""

    def __init__(self, text: str, decisions: Iterable[Decision], model: Model) -> None:
        self._text = text
        self._spellings = {decision.name.key: decision.name.form for decision in decisions}
        self._evidence = {decision.name.key: decision.evidence for decision in decisions}
        self._model = model
        self._certain: dict[tuple[ActorKind, str], float] = {}

    def certainty(self, kind: ActorKind, key: str) -> float:
        """How sure it is that a name is one of a kind."""
        share = self._certain.get((kind, key))
        if share is None:
            evidence = self._evidence.get(key)
            share = certainty(kind, evidence[_KINDS[kind]]) if evidence and kind in _KINDS else _UNSEEN
            self._certain[kind, key] = share
        return share

    def confidence(self, party: Party, roles: Sequence[Role]) -> float:
        """How sure it is that a party is what it is taken for: its names, weighed by how often they stand."""
        if party.kind is ActorKind.COUNTRY:
            return round(max(certainty_of_form(sighting.form) for sighting in party.sightings), 2)
        counts = count_forms([sighting.key for sighting in party.sightings])
        sure = sum([self.certainty(party.kind, key) * counts[key] for key in counts]) / len(party.sightings)
        return min(_MOST_SURE, round(with_role(sure) if any(map(_is_told, roles)) else sure, 2))

    def reasons(self, party: Party, roles: Sequence[Role]) -> tuple[Reason, ...]:
        """The strongest reasons for a party's kind, each weighed against being no name at all."""
        if party.kind not in _KINDS:
            return tuple(_forms(self._text, party))
        weights = {f"called '{role.text}'": ROLE for role in islice(filter(_is_told, roles), 1)}
        kind = _KINDS[party.kind]
        for feature, text, share in self._seen(party):
            weights[text] = weights.get(text, 0.0) + share * self._model.preference(feature, kind, _NONE)
        by_weight = sorted(weights.items(), key=itemgetter(1), reverse=True)
        strongest = [each for each in by_weight if each[1] >= _LEAST] or [each for each in by_weight[:1] if each[1] > 0]
        strongest = strongest or [("all its places together", 0.0)]
        return tuple(Reason(text, round(weight, 2)) for text, weight in strongest[:_MOST_REASONS])

    def _seen(self, party: Party) -> Iterator[tuple[str, str, float]]:
        """What can be seen of a party: features of the model, words for them, and what share of each counts."""
        counts = count_forms([sighting.key for sighting in party.sightings if sighting.key in self._spellings])
        if counts:
            commonest = max(counts, key=counts.__getitem__)
            for feature, text in features_of_name(commonest, self._spellings[commonest]):
                yield feature, text, 1.0
        contexts = _some(party.sightings)
        share = len(contexts) ** -0.5
        for sighting in contexts:
            for feature, text in features_of_place(self._text, sighting):
                yield feature, text, share


def _is_told(role: Role) -> bool:
    """Whether a role says what somebody is, and not only how old."""
    return not role.text.isdigit()


def shown_title(text: str, sighting: Sighting) -> str:
    """The titles before a name as they stand in the text, without a particle of the name."""
    title = surface(text, sighting.start, sighting.name_start).split()
    while title and len(title) > 1 and title[-1].islower():
        title.pop()
    return " ".join(title)


def features_of_name(key: str, form: str) -> Iterator[tuple[str, str]]:
    """What can be seen in the key and the spelling of a name: features of the model, with words for them."""
    parts, forms = key.split(" "), form.split(" ")
    places = "o" if len(parts) == 1 else "f" + "m" * (len(parts) - 2) + "l"
    for place, part, written in zip(places, parts, forms, strict=True):
        for flag, told in _told_by(flags_of(part.rstrip("."))):
            yield f"{place}x={flag}", f"{told} '{written}'"
    if len(parts[-1]) > _ENDING:
        ending = parts[-1][-_ENDING:]
        yield f"{places[-1]}s{_ENDING}={ending}", f"ending '-{ending}'"
    yield "k=" + key, "known name"
    if len(parts) == 1 and key.isalpha() and form.isupper():
        yield f"ACR{min(len(key), 6)}", "acronym"


@lru_cache(maxsize=4_000)
def _told_by(flags: Sequence[str]) -> Sequence[tuple[str, str]]:
    """What flags say, in words; nothing of one where a person would not see why."""
    told = {flag: [text for mark, text in _LISTS.items() if flag.startswith(mark)] for flag in flags}
    return tuple([(flag, texts[-1]) for flag, texts in told.items() if texts and flag != "st"])


def features_of_place(text: str, sighting: Sighting) -> Iterator[tuple[str, str]]:
    """What can be seen around one place."""
    if sighting.title:
        title = shown_title(text, sighting) or sighting.title
        yield "T", f"title '{title}'"
        yield "T=" + sighting.title.rpartition(" ")[2], f"title '{title}'"
    following = _NEXT.match(text, sighting.end)
    word = following[1].lower() if following else ""
    if word in words.SPEECH:
        yield "SP", word
        yield f"r1={word}", word
    elif word and word in "'’":
        yield "POS", "owns something"
    elif word.isalpha() and word not in words.FUNCTION:
        yield f"r1={word}", f"before '{word}'"
    preceding = text[max(0, sighting.start - _NEAR) : sighting.start].split()
    if preceding and preceding[-1].isalpha() and preceding[-1].lower() not in words.FUNCTION:
        yield f"l1={preceding[-1].lower()}", f"behind '{preceding[-1].lower()}'"


def _some(sightings: Sequence[Sighting]) -> Sequence[Sighting]:
    """At most so many sightings, evenly spread."""
    count = len(sightings)
    if count <= _MOST_CONTEXTS:
        return sightings
    return [sightings[number * count // _MOST_CONTEXTS] for number in range(_MOST_CONTEXTS)]


def _forms(text: str, party: Party) -> Iterator[Reason]:
    """How a country is named: the commonest words of each form."""
    seen: dict[MentionForm, Counter[str]] = {}
    for sighting in party.sightings:
        seen.setdefault(sighting.form, Counter())[surface(text, sighting.start, sighting.end)] += 1
    for form in sorted(seen, key=certainty_of_form, reverse=True):
        ((words_of_form, _),) = seen[form].most_common(1)
        weight = round(log_odds(certainty_of_form(form)), 2)
        yield Reason(_SAID.get(form, f"{form} '{{}}'").format(words_of_form), weight)
