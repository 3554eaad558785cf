"""Names to look for in a text, found by what stands at a place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tuireader.recognise.contexts import Use
from tuireader.recognise.countries import open_countries
from tuireader.recognise.names import NameKind
from tuireader.recognise.namesakes import Guard
from tuireader.recognise.runs import PREFIX

_FIRST = re.compile(rf"{PREFIX}[^\W_]+")


@dataclass(slots=True, eq=False)
class Entry:
    """A name to look for. Not frozen, since every name of a text gives one."""

    key: str
    kind: NameKind
    code: str = ""
    use: Use = Use.NAME
    """How it stands for the country of its code."""

    title: str = ""
    """The titles with which it begins."""

    is_acronym: bool = False
    """Whether it is found in capitals only, as `US`."""

    guard: Guard = Guard.NONE


Entries = Mapping[str, Sequence[Entry]]
"""What each key may stand for, the likeliest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Entries, found by the first word and the length of their keys: a thousand Johns cost no more than one."""

    entries: Entries
    """Those that a text adds to the entries of countries, or puts in their place."""

    lengths: Mapping[str, Sequence[int]]
    """How long the keys are that begin with a word of theirs, the longest first."""

    @classmethod
    def of(cls, entries: Entries) -> "Table":
        """The table of the entries of one text."""
        return cls(entries, _lengths_of(entries, _country_lengths()))

    def lengths_of(self, word: str) -> Sequence[int]:
        """How long the keys are that begin with a folded word, the longest first."""
        return self.lengths.get(word) or _country_lengths().get(word, ())

    def entries_of(self, key: str) -> Sequence[Entry]:
        """The entries of a key."""
        own = self.entries.get(key)
        return country_entries().get(key, ()) if own is None else own


@cache
def country_entries() -> Entries:
    """The words of all countries; of two meanings the later one here wins."""
    countries = open_countries()
    uses = (
        (Use.CAPITAL, countries.capitals),
        (Use.PREFIX, countries.prefixes),
        (Use.DEMONYM, countries.demonyms),
        (Use.QUARTER, countries.quarters),
        (Use.SEAT, countries.seats),
        (Use.NAME, countries.names),
    )
    entries = {key: Entry(key, NameKind.COUNTRY, code, use) for use, codes in uses for key, code in codes.items()}
    entries |= {key: replace(entries[key], is_acronym=True) for key in countries.acronyms}
    entries |= {key: Entry(key, NameKind.OTHER) for key in countries.others}
    entries |= {key: Entry(key, NameKind.ORGANISATION) for key in countries.organisations}
    return {key: (entry,) for key, entry in entries.items()}


@cache
def _country_lengths() -> Mapping[str, Sequence[int]]:
    return _lengths_of(country_entries(), {})


def _lengths_of(keys: Iterable[str], others: Mapping[str, Sequence[int]]) -> dict[str, Sequence[int]]:
    """The lengths of keys by their first words, together with other ones."""
    lengths: dict[str, set[int]] = {}
    for key in keys:
        word = key if key.isalpha() else _first_word(key)
        lengths.setdefault(word, set()).add(len(key))
    for word in lengths.keys() & others.keys():
        lengths[word].update(others[word])
    return {word: sorted(found, reverse=True) if len(found) > 1 else tuple(found) for word, found in lengths.items()}


def _first_word(key: str) -> str:
    match = _FIRST.match(key)
    return match[0] if match else key
