"""Whose somebody is: the country that the roles of a text tell, never one that we know."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tuireader.domain.actor import ActorKind, MentionForm, Role
from tuireader.recognise import rolewords
from tuireader.recognise.countries import is_official, open_countries
from tuireader.recognise.linking import Party
from tuireader.recognise.names import name_key
from tuireader.recognise.phrases import Token, tokens_of
from tuireader.recognise.rolewords import COMPLEMENTS, OFFICES
from tuireader.recognise.runs import starts_sentence
from tuireader.recognise.sightings import Sighting
from tuireader.recognise.wordlists import read_classes

_CLASSES = read_classes("roles.txt")
_TAUGHT = _CLASSES["language taught"]
_TOPICS = _CLASSES["topic"]
_ABROAD = _CLASSES["about places"]
_SENT = _CLASSES["sent by"]
_UNDER = _CLASSES["under others"]
_COMPANION = re.compile(r",?\s+and\s+(?:the\s+)?$")
_RULERS = _CLASSES["ruler"]
_REALM = re.compile(r"\s+(?:[A-Z][\w’']*\s+){1,3}of\s+")
_ITS = re.compile(r"[.!?]\s+Its\s+$")
_NEAR = 60
_SENTENCE = 200


class Nationalities:
    """The countries of a text, and which of them its roles belong to."""

    def __init__(self, text: str, parties: Iterable[Party], roles: Mapping[Party, Sequence[Role]]) -> None:
        self._text = text
        countries = [each for party in parties if party.kind is ActorKind.COUNTRY for each in party.sightings]
        self._countries = sorted(countries, key=lambda sighting: sighting.start)
        self._starts = [sighting.start for sighting in self._countries]
        self._told = {party: [self._of(role) or self._realm(role) for role in roles[party]] for party in roles}
        self._roles = roles
        self._companions = self._ends_of_told()

    def of(self, party: Party) -> str | None:
        """The code of somebody's country, where roles tell one and no other as often."""
        told = self._told.get(party)
        if not told:
            return None
        codes = Counter(filter(None, told)) or Counter(filter(None, map(self._implied, self._roles.get(party, ()))))
        best = codes.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]

    def _of(self, role: Role) -> str:
        """The country that a role names as its own: `Polish Defence Minister`, `king of Spain`."""
        tokens = tokens_of(self._text, role.span.start, role.span.end)
        head = _head(tokens)
        first, end = bisect_left(self._starts, role.span.start), bisect_left(self._starts, role.span.end)
        found = [*self._countries[first:end], *_adjectives(tokens[:head])]
        codes = {each.code for each in found if is_official(each.code) and _is_own(tokens, head, each)}
        return codes.pop() if len(codes) == 1 else ""

    def _realm(self, role: Role) -> str:
        """The country behind the name of somebody who rules: `King Harald of Norway`."""
        realm = _REALM.match(self._text, role.span.end) if role.text.split()[-1].lower() in _RULERS else None
        at = bisect_left(self._starts, realm.end()) if realm else len(self._starts)
        if not realm or at == len(self._starts) or self._starts[at] != realm.end():
            return ""
        return self._countries[at].code if is_official(self._countries[at].code) else ""

    def _ends_of_told(self) -> dict[int, tuple[str, Role]]:
        """Where names end that stand directly behind a role of a country."""
        ends = {}
        for party, codes in self._told.items():
            starts = [(role.span.end, code, role) for role, code in zip(self._roles[party], codes, strict=True) if code]
            for sighting in party.sightings if starts else ():
                for end, code, role in starts:
                    if 0 < sighting.end - end < _NEAR and end <= sighting.name_start:
                        ends[sighting.end] = code, role
        return ends

    def _implied(self, role: Role) -> str:
        """The country of a minister or spokesman: that of whom he stands beside, or of the sentence before."""
        words = role.text.lower().split()
        if words[-1] not in _UNDER or "prime" in words:
            return ""
        before = self._text[max(0, role.span.start - _NEAR) : role.span.start]
        companion = _COMPANION.search(before)
        if companion:
            code, other = self._companions.get(role.span.start - len(companion[0]), ("", role))
            return code if other.text.lower().split()[-2:] != words[-2:] else ""
        return self._subject_before(role.span.start) if _ITS.search(before) else ""

    def _subject_before(self, place: int) -> str:
        """The country with which the sentence before begins: `The Kremlin denied it. Its spokesman, ...`."""
        first, end = bisect_left(self._starts, place - _SENTENCE), bisect_left(self._starts, place)
        for sighting in reversed(self._countries[first:end]):
            start = sighting.start
            start -= len("The ") if self._text[start - 4 : start] == "The " else 0
            if starts_sentence(self._text, start, 0):
                return sighting.code if is_official(sighting.code) else ""
        return ""


def _adjectives(tokens: Sequence[Token]) -> Iterator[Sighting]:
    """Words before the noun of a role that are a country's even where the text was not read so: `US Special Envoy`."""
    countries = open_countries()
    for token in tokens:
        key = name_key(token.text)
        code = countries.demonyms.get(key) or (countries.names.get(key) if key in countries.acronyms else None)
        if code and token.text[0].isupper():
            form = MentionForm.DEMONYM if key in countries.demonyms else MentionForm.NAME
            yield Sighting(token.start, token.start, token.end, key, ActorKind.COUNTRY, code=code, form=form)


def _head(tokens: Sequence[Token]) -> int:
    """The noun of a role: the last word before its complements."""
    for place, token in enumerate(tokens):
        if place and token.folded in COMPLEMENTS and rolewords.is_head(tokens[place - 1].text, ActorKind.PERSON):
            return place - 1
    return len(tokens) - 1


def _is_own(tokens: Sequence[Token], head: int, sighting: Sighting) -> bool:
    """Whether a country in a role is the one whose role it is."""
    noun = tokens[head].folded
    place = next(number for number, token in enumerate(tokens) if token.end > sighting.start)
    last = next((number for number, token in enumerate(tokens) if token.end >= sighting.end), place)
    if place > head:
        return noun in OFFICES - _ABROAD and _is_whole_complement(tokens, place, last)
    if sighting.start != tokens[place].start or "-" in tokens[last].text:
        return False
    between = {token.folded for token in tokens[last + 1 : head]}
    if sighting.form is MentionForm.DEMONYM:
        return not between & _TOPICS and (noun not in _TAUGHT or bool(between))
    if sighting.form is MentionForm.METONYM or tokens[last].is_owner:
        return True
    words = "".join(token.text for token in tokens[place : last + 1])
    return noun not in _ABROAD or (noun in _SENT and words.replace(".", "").isupper())


def _is_whole_complement(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Whether nothing but a country stands behind `of`: `of Sweden`, `of the French`, but not `of French Guiana`."""
    before = place - 1 - (tokens[place - 1].folded == "the")
    return tokens[before].folded == "of" and (last + 1 == len(tokens) or tokens[last + 1].folded in COMPLEMENTS)
