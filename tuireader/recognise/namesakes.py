"""Whether a word that is a country and somebody's name means the country where it stands."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from tuireader.recognise.countries import open_countries
from tuireader.recognise.names import name_key
from tuireader.recognise.surroundings import Surroundings
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import SPEECH

_CLASSES = read_classes("contexts.txt")
_WHERE = re.compile(
    r"\b(?:in|into|inside|outside|throughout|across|within|all over|all of|left for|visit(?:s|ed|ing)?|annexed"
    r"|invad(?:e|es|ed|ing)"
    r"|(?:flew|fl(?:y|ies|own|ying)|went|go(?:es|ing|ne)?|c[ao]m(?:e|es|ing)|travel\w*|return(?:s|ed|ing)?|mov(?:e|es|ed|ing)"
    r"|sail\w*|march\w*|(?:ex|im)port\w*|fled|flee\w*|driv\w+|drove|deport\w*|exile\w?|visits?|trips?|journeys?"
    r"|flights?|roads?|trains?|ferr(?:y|ies)|boats?|ships?|planes?|ambassadors?|envoys?|refugees|troops|neighbours?"
    r"|borders?|bordering)"
    r"(?: back| home)? (?:to|for|from|in|with)"
    r"|(?:north|south|east|west|parts?|people|government|king|queen|president|parliament|republic|kingdom|capital|borders?"
    r"|embassy|state|army|maps?|coast|history|economy|ministers?|rulers?|invasion|independence|citizens?|natives?"
    r"|city|cities|towns?|villages?) of)\s+$",
    re.IGNORECASE,
)
_OWN = re.compile(r"['’]s\b")
_LIST_BEFORE = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?)(?:,| and| or|, and|, or| nor| with| to| from| against)\s+$")
_LIST_AFTER = re.compile(
    r"(?:,| and| or|, and|, or| nor| with| to| from| against)(?: the)? ([A-Z][\w.]+(?: [A-Z]\w+)?)"
)
_DETERMINED = re.compile(
    r"\b(?:the|an?|some|many|most|all|other|these|those|two|three|four|few|several|young|old|former|new|of|by|with|both)\s+$",
    re.IGNORECASE,
)
_NOUN = re.compile(r" ([a-z]\w+)")
_PERSONAL = re.compile(
    r",? (?:smil|laugh|nodd|nods|sigh|grin|shrug|frown|whisper|mutter|murmur|blush|wept|sobb|giggl|chuckl|stood up"
    r"|sat down|shook (?:his|her)|himself|herself"
    r"|(?:and )?(?:his|her) (?:wife|husband|mother|father|son|daughter|brother|sister))"
)


class Guard(StrEnum):
    """What the words around must say where a country and somebody share a word."""

    NONE = "none"
    COUNTRY = "country"
    """That the country is meant."""

    PEOPLE = "people"
    """That the demonym is one."""

    PERSON = "person"
    """That somebody is meant, not the country."""

    SPEAKER = "speaker"
    """That somebody is meant, not the demonym."""


def passes(guard: Guard, around: Surroundings) -> bool:
    """Whether the words around a place say what a guard asks for."""
    test = _TESTS.get(guard)
    return not test or test(around)


def _is_person(around: Surroundings) -> bool:
    """Whether somebody does what no country does."""
    return bool(_PERSONAL.match(around.after))


def _is_speaker(around: Surroundings) -> bool:
    """`said French`, `French bowed`, but not `the French bowed`."""
    if _DETERMINED.search(around.before):
        return False
    noun = _NOUN.match(around.after)
    return around.word_before() in SPEECH or (noun is not None and _is_verb(noun[1]))


def _is_placed_name(around: Surroundings) -> bool:
    if _WHERE.search(around.before) and not _OWN.match(around.after):
        return True
    before, after = _LIST_BEFORE.search(around.before), _LIST_AFTER.match(around.after)
    neighbours = [match[1] for match in (before, after) if match]
    return any(map(_names_country, neighbours))


def _names_country(words: str) -> bool:
    """Whether a country is named by all of some words, by the first of them or by the last."""
    names, parts = open_countries().names, name_key(words).split(" ")
    return name_key(words) in names or parts[0] in names or parts[-1] in names


def _is_placed_demonym(around: Surroundings) -> bool:
    """`the French`, `French troops`, but not `French bowed`."""
    if _DETERMINED.search(around.before):
        return not _OWN.match(around.after)
    noun = _NOUN.match(around.after)
    return noun is not None and not _is_verb(noun[1])


def _is_verb(word: str) -> bool:
    """Whether a word behind a name is likely its verb, or a small word."""
    return word in SPEECH or word in _CLASSES["after language"] or word.endswith(("ed", "ing")) or len(word) < 4


_TESTS: Mapping[Guard, Callable[[Surroundings], bool]] = {
    Guard.COUNTRY: _is_placed_name,
    Guard.PEOPLE: _is_placed_demonym,
    Guard.PERSON: _is_person,
    Guard.SPEAKER: _is_speaker,
}
