"""Which words say what somebody is: the heads of roles, and what may stand before them."""

import re
from functools import lru_cache

from tuireader.domain.actor import ActorKind
from tuireader.recognise import words
from tuireader.recognise.countries import open_countries
from tuireader.recognise.names import name_key
from tuireader.recognise.wordlists import read_classes

_CLASSES = read_classes("roles.txt")

OFFICES = _CLASSES["office"]
KIN = _CLASSES["kinship"]
_PERSONS = OFFICES | _CLASSES["occupation"] | _CLASSES["description"] | KIN | _CLASSES["relation"]
_HEADS = {ActorKind.PERSON: _PERSONS, ActorKind.ORGANISATION: _CLASSES["organisation head"]}
_UNSURE = _CLASSES["capital or qualified"]
_ADJECTIVES = _CLASSES["modifier"]
_MODIFIERS = _ADJECTIVES | _CLASSES["field"]
_ORDINALS = frozenset({"first", "second", "third", "most", "only", "own"})
_NAMES = frozenset({"US", "IT", "WHO", "States"})
_STOPS = (words.FUNCTION | words.SPEECH | words.MONTH | _CLASSES["not modifier"]) - _ORDINALS - _MODIFIERS

ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their", "this", "that"})
COMPLEMENTS = frozenset({"of", "for", "at", "in", "to", "from", "on"})
TIMES = _CLASSES["time"]
BEHIND = _CLASSES["behind a role"]
OF_FIELD = _CLASSES["of a field"]
COUNTS = _CLASSES["count"]
COURTESIES = read_classes("people.txt")["personal title"] - KIN
"""Forms of address, which are no roles."""

_DOER = re.compile(r"\w\w(?:er|or|ist|ian|eer|ess|man|woman|wright|monger|smith)$")
_QUALITY = re.compile(r"\d.*|.*(?:-\w+|al|ic|ish|ive|ous|ary|ful|less|an|ese|born|est)")


def is_adjective(word: str) -> bool:
    """Whether a word is one that qualifies an office: `former`, `new`."""
    return word in _ADJECTIVES or word in _ORDINALS


def is_head(word: str, kind: ActorKind) -> bool:
    """Whether a word is one that roles of actors of a kind end with: `spokesman`, `company`."""
    return word.lower() in _HEADS[kind]


def is_unsure(word: str) -> bool:
    """Whether a word in lower case as often is something else than a role: `judge`, `nurse`."""
    return word in _UNSURE


def is_quality(word: str) -> bool:
    """Whether a word in lower case without another one before it is no role at all: `a major Warhol show`."""
    return word in _CLASSES["quality"]


def is_doer(word: str) -> bool:
    """Whether a plain word ends like one for somebody who does something: `bellmaker`."""
    return word.islower() and bool(_DOER.search(word[-7:])) and word not in _CLASSES["not person"] and len(word) > 4


def is_content(word: str) -> bool:
    """Whether a word may stand inside a role."""
    is_stop = word not in _NAMES and word.rstrip(".").lower() in _STOPS
    return word[0].isalnum() and not is_stop and not word.endswith("ly")


def is_participle(word: str) -> bool:
    """Whether a word begins a description behind a role: `a lawyer based in Rome`."""
    return word in _CLASSES["participle"] or (word.islower() and word.endswith("ing") and len(word) > 5)


@lru_cache(maxsize=4_000)
def is_modifier(word: str) -> bool:
    """Whether a word is known to tell whose or which: `former`, `Polish`, `defence`, `award-winning`."""
    return word.lower() in _MODIFIERS or bool(_QUALITY.fullmatch(word)) or is_of_country(word)


def is_of_country(word: str) -> bool:
    """Whether a word is a country's, or of one: `Polish`, `US`, `Kremlin`."""
    countries, key = open_countries(), name_key(word)
    return word[0].isupper() and (key in countries.names or key in countries.demonyms or key in countries.seats)
