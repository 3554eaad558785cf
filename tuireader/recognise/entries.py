"""The names to look for in one text, and what stands where one is found."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from tuireader.recognise.candidates import Survey
from tuireader.recognise.contexts import Use
from tuireader.recognise.countries import demonym_code, open_countries
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Decision, Name, NameKind
from tuireader.recognise.namesakes import Guard
from tuireader.recognise.table import Entries, Entry, Table, country_entries
from tuireader.recognise.traps import Readings, read_traps
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import PLACE, TITLES

_JOINT = re.compile(r" and the | and | on | for | for the |'s ")
_HYPHEN = re.compile("[-‐‑–]")
_PARTS = frozenset({"northern", "southern", "eastern", "western", "central", "mainland"})
_AMPERSAND = re.compile(r" (?:&|and) ")
_LONGEST_ACRONYM = 5
_ERAS = read_classes("contexts.txt")["era"]
_BEFORE_OR_AFTER = ("pre-", "post-")
_OF_AN_ERA = ("ian", "ist")
_CLASSES = read_classes("people.txt")
_FRONT_TITLES = TITLES - _CLASSES["saint"]
_GUARDS = {Use.NAME: Guard.COUNTRY, Use.DEMONYM: Guard.PEOPLE}
_KOREAS = {"north": "KP", "south": "KR"}
_OF_KOREA = (
    "north and south korea",
    "korea",
    "korean",
    "koreans",
    "north korean",
    "south korean",
    "pyongyang",
    "seoul",
)
_STATES = ("u.s", "us", "america", "american", "americans", "united states", "new york", "california", "washington")


def entries_of(survey: Survey, decisions: Sequence[Decision]) -> tuple[dict[str, Entry], Table]:
    """What to look for in a text.

    Returns:
        An entry for each decided name that stands for itself, by its key; and the table of all entries, with the
        words of all countries that may be meant.
    """
    readings = read_traps(survey, decisions)
    others = readings.none | readings.people
    own = {entry.key: entry for decision in decisions for entry in _entries(decision, others)}
    own |= {key: Entry(key, NameKind.PERSON) for key in readings.people}
    own |= {key: _guarded(key) for key in readings.countries}
    of_countries = country_entries()
    entries = dict(_as_read(of_countries, readings))
    for entry in own.values():
        entries[entry.key] = _beside(entry, entries.get(entry.key, of_countries.get(entry.key, ())))
    for half in _halves(survey):
        entries[half.key] = [half, *entries.get(half.key, of_countries.get(half.key, ()))]
    return own, Table.of(entries)


def _guarded(key: str) -> Entry:
    """Somebody who is called like a country of which the text speaks too."""
    is_name = key in open_countries().names
    return Entry(key, NameKind.PERSON, guard=Guard.PERSON if is_name else Guard.SPEAKER)


def _entries(decision: Decision, misleading: Container[str]) -> Iterator[Entry]:
    """What a decision gives to look for; nothing where the tables of countries know better."""
    name, kind = decision.name, decision.kind
    if kind is NameKind.NONE:
        return
    if name.key.isalpha() and not open_countries().knows(name.key):
        yield _plain_entry(name, kind)
        return
    if _is_countrys(name, misleading):
        return
    if kind is NameKind.PERSON and _AMPERSAND.search(name.key):
        yield from (Entry(part, kind) for part in _AMPERSAND.split(name.key))
        return
    if kind is NameKind.PLACE and _is_behind_whole_country(name.key):
        return
    rest = _behind_country(name.key)
    if rest:
        yield Entry(rest, NameKind.PERSON)
        return
    yield _plain_entry(name, kind)


def _plain_entry(name: Name, kind: NameKind) -> Entry:
    """The entry of a name that stands for itself as a whole."""
    is_acronym = name.form.isupper() and len(name.key) <= _LONGEST_ACRONYM and " " not in name.key
    title = _front_titles(name.key) if kind is NameKind.PERSON and " " in name.key else ""
    return Entry(name.key, NameKind.PLACE if kind is NameKind.COUNTRY else kind, title=title, is_acronym=is_acronym)


def _is_countrys(name: Name, misleading: Container[str]) -> bool:
    """Whether the tables of countries say all about a name, or about its parts."""
    countries = open_countries()
    if countries.knows(name.key):
        return name.key not in misleading
    part, _, whole = name.key.partition(" ")
    if whole in countries.names and (part in _PARTS or _is_era(part)):
        return True
    parts = _HYPHEN.split(name.key)
    if len(parts) > 1 and " " not in name.key:
        return any(map(countries.knows, parts))
    country, _, rest = name.key.partition(" ")
    if rest in _CLASSES["half title"] and countries.knows(country):
        return True
    return name.is_joined and _is_mixture(name.key)


def _is_era(word: str) -> bool:
    """Whether a word before a country only says when, or under whom: `Victorian Britain`, `post-war Japan`."""
    if word in _ERAS or word.startswith(_BEFORE_OR_AFTER):
        return True
    return word.endswith(_OF_AN_ERA) and not open_lexicon().is_given(word) and not demonym_code(word)


def _is_mixture(key: str) -> bool:
    """Whether a joined name only puts a country beside something else: `France and Ireland`, `Peru on Sunday`."""
    names = open_countries().names
    first, *others = _JOINT.split(key, maxsplit=1)
    return bool(others) and (first in names or (" and " in key and others[0].removeprefix("the ") in names))


def _behind_country(key: str) -> str:
    """The person whose name ran into that of a country before it: `United States | Keith Kellogg`."""
    words = key.split()
    for count in (1, 2):
        is_country = " ".join(words[:count]) in open_countries().names
        if is_country and len(words) >= count + 2 and open_lexicon().may_be_given(words[count]):
            return " ".join(words[count:])
    return ""


def _is_behind_whole_country(key: str) -> bool:
    """Whether a word that no place is called by ran into a country's name of two words: `New Zealand | Flax`."""
    words = _JOINT.split(key, maxsplit=1)[0].split()
    return len(words) == 3 and " ".join(words[:2]) in open_countries().names and words[2] not in PLACE


def _front_titles(key: str) -> str:
    """The titles at the front of a person's name: `prime minister` of `prime minister starmer`."""
    words = key.split()
    count = 0
    while count < len(words) - 1 and words[count] in _FRONT_TITLES and words[count + 1] not in TITLES - {"minister"}:
        count += 1
    return " ".join(words[:count])


def _halves(survey: Survey) -> list[Entry]:
    """`the North` and `the South`, where a text speaks of both Koreas; `the States`, where it speaks of America."""
    names = survey.names
    entries = []
    koreas = sum(f"{half} korea" in names for half in _KOREAS)
    if koreas == 2 or (koreas and any(word in names for word in _OF_KOREA)):
        entries = [Entry(half, NameKind.COUNTRY, code, Use.HALF) for half, code in _KOREAS.items()]
    if not names.keys().isdisjoint(_STATES):
        entries.append(Entry("states", NameKind.COUNTRY, "US", Use.HALF))
    return entries


def _as_read(entries: Entries, readings: Readings) -> Iterator[tuple[str, list[Entry]]]:
    """The entries of countries' words that a text reads in another way."""
    codes = readings.codes or {}
    for key in (readings.none | readings.people | codes.keys()) & entries.keys():
        yield key, [read for entry in entries[key] for read in _read(entry, readings)]


def _read(entry: Entry, readings: Readings) -> Iterator[Entry]:
    """A country's entry as a text reads its word."""
    if not entry.code:
        yield entry
    elif readings.codes and entry.key in readings.codes:
        yield replace(entry, code=readings.codes[entry.key])
    elif entry.key not in readings.none and entry.use in _GUARDS:
        yield replace(entry, guard=_GUARDS[entry.use])


def _beside(entry: Entry, others: Sequence[Entry]) -> list[Entry]:
    """A text's own entry with those of countries for the same word: guarded ones first, the rest if it is guarded."""
    guarded = [other for other in others if other.guard is not Guard.NONE]
    return [*guarded, entry, *(others if entry.guard is not Guard.NONE else ())]
