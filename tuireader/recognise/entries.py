"""The names to look for in one text, and what stands where one is found."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tuireader.recognise.candidates import Survey
from tuireader.recognise.contexts import Use
from tuireader.recognise.countries import open_countries
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Decision, Name, NameKind
from tuireader.recognise.runs import PREFIX
from tuireader.recognise.traps import misleading_words
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import TITLES

_FIRST = re.compile(rf"{PREFIX}[^\W_]+")
_JOINT = re.compile(r" and the | and | on | for | for the |'s ")
_HYPHEN = re.compile("[-‐‑–]")
_AMPERSAND = re.compile(r" (?:&|and) ")
_LONGEST_ACRONYM = 5
_CLASSES = read_classes("people.txt")
_FRONT_TITLES = TITLES - _CLASSES["saint"]
_KOREAS = {"north": "KP", "south": "KR"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to look for."""

    key: str
    kind: NameKind
    code: str = ""
    use: Use = Use.NAME
    """How it stands for the country of its code."""

    title: str = ""
    """The titles with which it begins."""

    is_acronym: bool = False
    """Whether it is found in capitals only, as `US`."""


Table = Mapping[str, Sequence[Entry]]
"""Entries by their first word, the longest first."""


def entries_of(survey: Survey, decisions: Sequence[Decision]) -> tuple[dict[str, Entry], Table]:
    """What to look for in a text.

    Returns:
        An entry for each decided name that stands for itself, by its key; and the table of all entries, with the
        words of all countries that may be meant.
    """
    misleading = misleading_words(survey, decisions)
    own = {entry.key: entry for decision in decisions for entry in _entries(decision, misleading)}
    return own, _table(own, misleading, _halves(survey))


def _entries(decision: Decision, misleading: Container[str]) -> Iterator[Entry]:
    """What a decision gives to look for; nothing where the tables of countries know better."""
    name, kind = decision.name, decision.kind
    if kind is NameKind.NONE or _is_countrys(name, misleading):
        return
    if kind is NameKind.PERSON and _AMPERSAND.search(name.key):
        yield from (Entry(part, kind) for part in _AMPERSAND.split(name.key))
        return
    rest = _behind_country(name.key)
    if rest:
        yield Entry(rest, NameKind.PERSON)
        return
    is_acronym = name.form.isupper() and len(name.key) <= _LONGEST_ACRONYM and " " not in name.key
    title = _front_titles(name.key) if kind is NameKind.PERSON else ""
    yield Entry(name.key, NameKind.PLACE if kind is NameKind.COUNTRY else kind, title=title, is_acronym=is_acronym)


def _is_countrys(name: Name, misleading: Container[str]) -> bool:
    """Whether the tables of countries say all about a name, or about its parts."""
    countries = open_countries()
    if countries.knows(name.key):
        return name.key not in misleading
    parts = _HYPHEN.split(name.key)
    if len(parts) > 1 and " " not in name.key:
        return any(map(countries.knows, parts))
    country, _, rest = name.key.partition(" ")
    if rest in _CLASSES["half title"] and countries.knows(country):
        return True
    return name.is_joined and _is_mixture(name.key)


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


def _front_titles(key: str) -> str:
    """The titles at the front of a person's name: `prime minister` of `prime minister starmer`."""
    words = key.split()
    count = 0
    while count < len(words) - 1 and words[count] in _FRONT_TITLES and words[count + 1] not in TITLES - {"minister"}:
        count += 1
    return " ".join(words[:count])


def _halves(survey: Survey) -> list[Entry]:
    """`the North` and `the South`, where a text speaks of both Koreas."""
    if not all(f"{half} korea" in survey.names for half in _KOREAS):
        return []
    return [Entry(half, NameKind.COUNTRY, code, Use.HALF) for half, code in _KOREAS.items()]


def _table(own: Mapping[str, Entry], misleading: frozenset[str], halves: Iterable[Entry]) -> Table:
    table = dict(_country_table())
    for word in misleading & table.keys():
        table[word] = [entry for entry in table[word] if entry.key != word]
    added: dict[str, list[Entry]] = {}
    for entry in (*own.values(), *halves):
        added.setdefault(_first_word(entry.key), []).append(entry)
    for word, entries in added.items():
        keys = {entry.key for entry in entries}
        kept = [entry for entry in table.get(word, ()) if entry.key not in keys]
        table[word] = sorted(entries + kept, key=_longest_first)
    return table


@cache
def _country_table() -> Table:
    """The words of all countries; of two meanings the later one here wins."""
    countries = open_countries()
    uses = (
        (Use.CAPITAL, countries.capitals),
        (Use.PREFIX, countries.prefixes),
        (Use.DEMONYM, countries.demonyms),
        (Use.SEAT, countries.seats),
        (Use.NAME, countries.names),
    )
    entries = {key: Entry(key, NameKind.COUNTRY, code, use) for use, codes in uses for key, code in codes.items()}
    entries |= {key: replace(entries[key], is_acronym=True) for key in countries.acronyms}
    entries |= {key: Entry(key, NameKind.OTHER) for key in countries.others}
    table: dict[str, list[Entry]] = {}
    for entry in entries.values():
        table.setdefault(_first_word(entry.key), []).append(entry)
    return {word: sorted(group, key=_longest_first) for word, group in table.items()}


def _longest_first(entry: Entry) -> int:
    return -len(entry.key)


def _first_word(key: str) -> str:
    match = _FIRST.match(key)
    return match[0] if match else key
