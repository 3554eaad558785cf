"""What the names of people say about who they are: gender, given names, surname, and which may be one person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tuireader import resources
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Name, Occurrence
from tuireader.recognise.sightings import Sighting
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import COURTESY, ORGANISATION, PLACE, TITLES, UNBOUND_TITLES

_CLASSES = read_classes("people.txt")
_WIVES = _CLASSES["wife"]
MAIDENS = _CLASSES["maiden"]
"""Titles of unmarried women."""

_COMMONERS = _CLASSES["commoner"]
_NOBLES = _CLASSES["noble"]
_SURE_TITLES = COURTESY | {"lord", "queen"}
_KIN = _CLASSES["kin"]
_RANKS = _CLASSES["rank"]
_PERSONAL_TITLES = TITLES - UNBOUND_TITLES
_NAMING_TITLES = TITLES - _CLASSES["saint"] - {"prime", "chief"}
_SITES = PLACE | ORGANISATION
_SOVEREIGNS = _CLASSES["sovereign"]
_RIVALS = (
    (_SOVEREIGNS, TITLES - _SOVEREIGNS),
    (TITLES - _SOVEREIGNS, _SOVEREIGNS),
    (_WIVES, MAIDENS),
    (MAIDENS, _WIVES),
    (_COMMONERS, _NOBLES),
    (_NOBLES, _COMMONERS),
)
"""Titles that one person does not bear in one text."""

_SAINT = re.compile(r"\b(?:st|saint)\.? ")

_DIMINUTIVES = ("y", "ie")

_LONGEST_KIN = 2 + max(map(len, _KIN))
_LAST_OF_KIN = frozenset(word[-1] for word in _KIN)

MAN, WOMAN, UNKNOWN = "m", "f", ""


Designation = tuple[tuple[str, ...], str]
"""The words of a name and its leading title: what a text calls somebody."""


@dataclass(frozen=True, slots=True, eq=False)
class Rivalry:
    """Who may be meant by a designation that several people share."""

    persons: Sequence["Person"]
    is_decided: bool
    """Whether one of them is named so much more often that the designation is taken to be theirs everywhere."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody, under every name that was given to them so far."""

    words: tuple[str, ...]
    """The longest name, folded, without titles."""

    titles: set[str] = field(default_factory=set)
    gender: str = UNKNOWN
    sightings: list[Sighting] = field(default_factory=list)
    rivalries: dict[Designation, Rivalry] = field(default_factory=dict)
    """What the person is called that others are called too."""

    @property
    def is_full(self) -> bool:
        """Whether more than one word of the name is known."""
        return len(self.words) > 1

    @property
    def is_noble(self) -> bool:
        """Whether a title leaves no room for nicknames: `Sir James` is not called Jim."""
        return bool(self.titles & (_NOBLES | {"lady", "dame"}))

    @property
    def is_wife(self) -> bool:
        """Whether a title is one of married women."""
        return bool(self.titles & _WIVES)

    @property
    def goes_by_husband(self) -> bool:
        """Whether a woman bears a man's name: `Mrs Joe Gargery`."""
        given = gender_of_given(self.words[0])
        return self.is_full and self.gender == WOMAN and (given == MAN or (self.is_wife and given == UNKNOWN))

    def agrees(self, title: str, gender: str) -> bool:
        """Whether a title and a gender do not contradict what is known about the person."""
        if gender and self.gender and gender != self.gender:
            return False
        return not any(title in one and self.titles & other for one, other in _RIVALS)


def kin_before(text: str, start: int) -> str:
    """The aunt or uncle, written small, that stands before a single name as a title does: `my aunt Gardiner`."""
    if text[start - 2 : start - 1] not in _LAST_OF_KIN:
        return ""
    before = text[max(0, start - _LONGEST_KIN) : start].split()
    return before[-1] if before and before[-1] in _KIN else ""


@lru_cache(maxsize=20_000)
def words_of(key: str) -> tuple[str, ...]:
    """The words of a folded name, without `Jr.`, `poor` and the like; `Charles II` keeps its number.

    A saint is one word with the name behind it, since `St. Aubert` is a surname.
    """
    words = _SAINT.sub(saint_of(""), key.replace(",", " ")).split()
    suffixes, numerals = _CLASSES["suffix"], _CLASSES["numeral"]
    while len(words) > 1 and words[-1] in (suffixes if len(words) > 2 else suffixes - numerals):
        words.pop()
    while len(words) > 1 and words[0] in _CLASSES["epithet"]:
        words.pop(0)
    return tuple(words)


def saint_of(name: str) -> str:
    """How the word of a saint of a name begins or is."""
    return f"saint_{name}"


@lru_cache(maxsize=4_000)
def leading_title(title: str) -> str:
    """The title that says most about a person: the first with a gender, else the last."""
    words = title.replace(".", "").split()
    return next(filter(gender_of_title, words), words[-1] if words else "")


@lru_cache(maxsize=4_000)
def designation_of(key: str, title: str) -> Designation:
    """The designation of a folded name with folded titles: one value for all of its places."""
    return words_of(key), leading_title(title)


def titled_share(name: Name) -> float:
    """How large a part of the occurrences of a name has a title that none but people bear: `Miss Pole`."""
    borne = [each.title for each in name.occurrences if each.title]
    if not borne:
        return 0.0
    if " " not in name.key:
        return sum(map(_is_sure, borne)) / len(name.occurrences)
    return sum([leading_title(title) in _PERSONAL_TITLES for title in borne]) / len(name.occurrences)


def names_person(occurrence: Occurrence, key: str) -> bool:
    """Whether a title shows that a name which is a place elsewhere means somebody here."""
    is_site = not _SITES.isdisjoint(key.split())
    return not is_site and leading_title(occurrence.title) in _NAMING_TITLES


def is_titled(occurrence: Occurrence) -> bool:
    """Whether a title that none but people bear stands before a name."""
    return bool(occurrence.title) and _is_sure(occurrence.title)


def _is_sure(title: str) -> bool:
    """Whether a title shows that the name behind it is somebody's: `Mrs`, `General`, but not `Attorney General`."""
    return title in _RANKS or leading_title(title) in _SURE_TITLES


def gender_of_title(title: str) -> str:
    """Man, woman or unknown."""
    if title in _CLASSES["man"]:
        return MAN
    return WOMAN if title in _CLASSES["woman"] else UNKNOWN


def gender_of_given(word: str) -> str:
    """The gender of a given name, unless it is rare."""
    band = open_lexicon().given.get(word, "")
    return band[0] if band and band[1] in "12" else UNKNOWN


def is_given_name(word: str) -> bool:
    """Whether a word is a known given name."""
    return open_lexicon().is_given(word)


def is_for_wives(title: str) -> bool:
    """Whether a title before a surname names the wife of its owner rather than his daughter or sister."""
    return title in _WIVES


def is_for_kin(title: str) -> bool:
    """Whether a title is one of an aunt or an uncle, who goes by it with a given name or a surname."""
    return title in _KIN


def is_for_commoners(title: str) -> bool:
    """Whether a title is one of plain men."""
    return title in _COMMONERS


def is_for_sovereigns(title: str) -> bool:
    """Whether a title is one of rulers, who go by it and one name."""
    return title in _SOVEREIGNS


def is_for_maidens(title: str) -> bool:
    """Whether a title is one of unmarried women."""
    return title in MAIDENS


def stands_before_given(title: str) -> bool:
    """Whether a title stands before given names: `Sir Walter`, `Aunt Julia`."""
    return title in _CLASSES["before given name"]


def is_form_of(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether two full names may be one: middle names left out, initials, nicknames, surname first, a stray word."""
    count = len(shorter)
    if tuple(reversed(shorter)) == tuple(longer):
        return count == 2
    if tuple(longer[:count]) == tuple(shorter):
        return True
    if tuple(longer[-count:]) == tuple(shorter):
        return _is_whole(shorter[0], longer[:-count])
    return shorter[-1] == longer[-1] and _given_match(shorter[:-1], longer[:-1])


def _is_whole(first: str, left_out: Sequence[str]) -> bool:
    """Whether a name is complete without the words before it: `Scientologist | Tom Cruise`, `Vincent | van Gogh`."""
    return not is_given_name(first) or not any(map(is_given_name, left_out)) or left_out[-1] in _CLASSES["particle"]


def _given_match(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether given names match in order; the first ones must, unless the longer name begins with an initial."""
    if not _may_be_one(shorter[0], longer[0]):
        return len(longer) > 1 and _is_initial(longer[0]) and _given_match(shorter, longer[1:])
    rest = iter(longer)
    return all(any(_may_be_one(word, other) for other in rest) for word in shorter)


def _may_be_one(first: str, second: str) -> bool:
    """Whether two given names are equal, or one is an initial or a nickname of the other."""
    if first == second:
        return True
    if _is_initial(first) or _is_initial(second):
        return first[0] == second[0]
    return second in relatives_of(first)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


@lru_cache(maxsize=4_000)
def relatives_of(word: str) -> frozenset[str]:
    """The given names for which a given name is short, and its nicknames: `Kate` of `Katherine`."""
    known = _relatives()
    relatives = known.get(word, frozenset())
    if not word.endswith(_DIMINUTIVES):
        return relatives
    stem = word.removesuffix("y").removesuffix("ie")
    single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    stems = {stem, single, f"{stem}e"}
    return relatives | stems | {other for each in stems for other in known.get(each, ())}


@cache
def _relatives() -> dict[str, frozenset[str]]:
    lines = (resources.ROOT / "names" / "nicknames.tsv").read_text(encoding="utf-8").splitlines()
    relatives: dict[str, set[str]] = {}
    for given, _, nicknames in (line.partition("\t") for line in lines):
        for nickname in nicknames.split(";"):
            relatives.setdefault(given, set()).add(nickname)
            relatives.setdefault(nickname, set()).add(given)
    return {word: frozenset(others) for word, others in relatives.items()}
