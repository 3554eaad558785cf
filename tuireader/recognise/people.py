"""Who is who among people: the longest full name leads, nothing chains through a bare surname."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from tuireader.recognise.persons import (
    MAIDENS,
    MAN,
    UNKNOWN,
    WOMAN,
    Designation,
    Person,
    Rivalry,
    designation_of,
    gender_of_given,
    gender_of_title,
    is_for_commoners,
    is_for_kin,
    is_for_maidens,
    is_for_sovereigns,
    is_for_wives,
    is_form_of,
    is_given_name,
    relatives_of,
    saint_of,
    stands_before_given,
)
from tuireader.recognise.sightings import Sighting

_OUTSHINES = 1.5
"""How many times as often somebody must be named to own a bare surname wherever it stands."""

_LARGEST_FAMILY = 64
"""How many owners of a surname are compared with another one, so that a directory takes no quadratic time."""

_Owners = Mapping[Designation, Sequence[Person]]
"""The persons whom each designation may mean."""

_Index = dict[str, dict[Person, None]]
"""Persons by a word of their names, each once, in the order of finding."""


def link_people(sightings: Sequence[Sighting]) -> list[Person]:
    """Find out who is who.

    Args:
        sightings: The places where people are named, in order.

    Returns:
        The persons, each with its sightings in order.
    """
    designations = [designation_of(sighting.key, sighting.title) for sighting in sightings]
    counts = Counter(designations)
    register = _Register(counts)
    ordered = sorted(counts, key=lambda designation: _fullest_first(designation, counts[designation]))
    owners = {designation: register.owners(designation) for designation in ordered}
    for sighting, person in zip(sightings, _assigned(designations, owners), strict=True):
        person.sightings.append(sighting)
    return [person for person in register.persons if person.sightings]


def _fullest_first(designation: Designation, count: int) -> tuple[int, int, int]:
    """Long names lead, then single names with a title, and saints, then those of kin; frequent ones go first."""
    words, title = designation
    is_bare = len(words) == 1 and not title and not words[0].startswith(saint_of(""))
    return -len(words), 2 * is_bare + is_for_kin(title), -count


def _assigned(designations: Sequence[Designation], owners: _Owners) -> Iterator[Person]:
    """Who is meant each time: the only owner, the owner who outshines the others, or the one named last before."""
    weights = Counter(owners[each][0] for each in designations if len(owners[each]) == 1)
    shared = {each: candidates for each, candidates in owners.items() if len(candidates) > 1}
    stars = {each: _star(candidates, weights) for each, candidates in shared.items()}
    for each, candidates in shared.items():
        for person in candidates:
            person.rivalries[each] = Rivalry(candidates, stars[each] is not None)
    shares = _shares(shared)
    latest: dict[Designation, Person] = {}
    for designation in designations:
        if designation in shared:
            yield stars[designation] or latest.get(designation) or shared[designation][0]
            continue
        person = owners[designation][0]
        latest |= dict.fromkeys(shares.get(person, ()), person)
        yield person


def _star(candidates: Sequence[Person], weights: Mapping[Person, int]) -> Person | None:
    """The candidate who is named far more often than any other."""
    first, second = heapq.nlargest(2, candidates, key=lambda person: weights[person])
    return first if weights[first] >= _OUTSHINES * weights[second] else None


def _shares(shared: _Owners) -> dict[Person, list[Designation]]:
    """The designations that each person shares with others."""
    shares: dict[Person, list[Designation]] = {}
    for designation, candidates in shared.items():
        for person in candidates:
            shares.setdefault(person, []).append(designation)
    return shares


class _Register:
    """The persons found so far, by the words of their names."""

    def __init__(self, counts: Counter[Designation]) -> None:
        self.persons: list[Person] = []
        self._counts = counts
        self._titled_counts = Counter[str]()
        for (words, title), count in counts.items():
            if title and len(words) == 1:
                self._titled_counts[words[0]] += count
        self._by_surname: _Index = {}
        self._by_given: _Index = {}
        self._by_first: _Index = {}
        self._by_front: _Index = {}

    def owners(self, designation: Designation) -> Sequence[Person]:
        """The persons whom a designation may mean; somebody new where it fits nobody."""
        words, title = designation
        if len(words) > 1:
            return [self._full(words, title)]
        if is_for_kin(title):
            return self._kin(words[0], title)
        return [self._titled(words[0], title)] if title else self._bare(words[0])

    def _full(self, words: tuple[str, ...], title: str) -> Person:
        gender = gender_of_title(title) or gender_of_given(words[0])
        near = [*islice(self._by_surname.get(words[-1], ()), _LARGEST_FAMILY), *self._by_surname.get(words[0], ())]
        near += self._by_front.get(" ".join(words[:2]), ())
        hosts = [
            person
            for person in dict.fromkeys(near)
            if person.is_full and is_form_of(words, person.words) and person.agrees(title, gender)
        ]
        exact = [person for person in hosts if (person.words[0], person.words[-1]) == (words[0], words[-1])]
        if is_for_wives(title) and not gender_of_given(words[0]):
            hosts = [person for person in hosts if person.is_wife]
            exact = [person for person in exact if person.is_wife]
        only = _only([person for person in hosts if person.words == words] or exact or hosts)
        if not only:
            return self._new(words, title)
        self._note(only, words)
        return _with_title(only, title)

    def _titled(self, word: str, title: str) -> Person:
        gender = gender_of_title(title)
        given = _agreeing(self._by_given.get(word, ()), title) if gender else []
        surname = _agreeing(self._by_surname.get(word, ()), title)
        if is_for_wives(title):
            surname = self._wives(word, surname)
        elif is_for_commoners(title):
            surname = self._gentlemen(word, surname)
        hosts = (given or surname) if stands_before_given(title) else (surname or given)
        if not hosts and gender and not is_for_sovereigns(title):
            hosts = self._nicknamed(word, title)
        if not hosts and not is_for_wives(title) and not is_for_maidens(title) and self._is_mostly_bare(word):
            hosts = [person for person in self._by_surname.get(word, ()) if person.agrees(title, gender)]
        only = _only(hosts)
        return _with_title(only, title) if only else self._new((word,), title)

    def _kin(self, word: str, title: str) -> Sequence[Person]:
        """The aunts or uncles who may be meant: `aunt Gardiner` is Mrs. Gardiner, whatever her nieces are called."""
        surname = _agreeing(self._by_surname.get(word, ()), title)
        hosts = _agreeing(self._by_given.get(word, ()), title) or self._wives(word, surname) or surname
        return hosts if hosts else [self._titled(word, title)]

    def _is_mostly_bare(self, word: str) -> bool:
        """Whether a name mostly stands without a title, so that all of its titles are one person's."""
        return self._counts[(word,), ""] > self._titled_counts[word]

    def _wives(self, surname: str, women: Sequence[Person]) -> list[Person]:
        """The women whom `Mrs X` may mean: so titled elsewhere, or never called by the given name alone."""
        wives = [woman for woman in women if woman.is_wife and not woman.goes_by_husband]
        has_daughter = any(self._counts[(surname,), maiden] for maiden in MAIDENS)
        if wives or has_daughter:
            return wives
        return [woman for woman in women if woman.gender == WOMAN and not self._familiarity(woman)]

    def _gentlemen(self, surname: str, men: Sequence[Person]) -> list[Person]:
        """The men whom `Mr X` may mean; where a family has one who is called by the given name, it is his father."""
        family = [person for person in self._by_surname.get(surname, ()) if person.is_full]
        formality = self._counts[(surname,), ""]
        has_son = any(man.is_full and self._familiarity(man) > formality for man in men)
        return [] if has_son and len(family) > 1 else list(men)

    def _familiarity(self, person: Person) -> int:
        """How often a text calls somebody by a given name alone."""
        return max((self._counts[(word,), ""] for word in person.words[:-1]), default=0)

    def _bare(self, word: str) -> Sequence[Person]:
        surname = list(self._by_surname.get(word, ()))
        has_gentleman = any(person.gender == MAN and person.titles for person in surname)
        namesakes = [each for each in surname if not (each.gender == WOMAN and (has_gentleman or each.titles))]
        hosts = list(dict.fromkeys([*self._by_given.get(word, ()), *namesakes])) or surname
        saints = list(self._by_surname.get(saint_of(word), ()))
        return hosts or saints or self._nicknamed(word, "") or [self._new((word,), "")]

    def _nicknamed(self, word: str, title: str) -> list[Person]:
        """The only person for whose given name a word is short, or the other way round."""
        gender = gender_of_title(title) or gender_of_given(word)
        alike = [person for other in sorted(relatives_of(word)) for person in self._by_first.get(other, ())]
        hosts = [person for person in alike if person.agrees(title, gender) and _may_have_nickname(person, title)]
        return hosts if len(hosts) == 1 else []

    def _new(self, words: tuple[str, ...], title: str) -> Person:
        has_given = len(words) > 1 or not title or stands_before_given(title)
        gender = gender_of_title(title) or (gender_of_given(words[0]) if has_given else UNKNOWN)
        person = Person(words, {title} - {""}, gender)
        self.persons.append(person)
        _add(self._by_first, words[0], person)
        if len(words) > 1:
            _add(self._by_front, " ".join(words[:2]), person)
            self._note(person, words)
        else:
            _add(self._by_given if stands_before_given(title) else self._by_surname, words[0], person)
        return person

    def _note(self, person: Person, words: tuple[str, ...]) -> None:
        """Remember the first and the last word of a person's full name, unless two names run into one there."""
        if words[0] in self._by_surname and not is_given_name(words[0]):
            return
        if not person.goes_by_husband:
            _add(self._by_given, words[0], person)
        _add(self._by_surname, words[-1], person)


def _add(index: _Index, word: str, person: Person) -> None:
    index.setdefault(word, {})[person] = None


def _only(persons: Sequence[Person]) -> Person | None:
    return persons[0] if len(persons) == 1 else None


def _agreeing(persons: Iterable[Person], title: str) -> list[Person]:
    """The persons to whom a title may belong, or only those of whom it is sure."""
    gender = gender_of_title(title)
    agreeing = [person for person in persons if person.agrees(title, gender) and _may_share(person, title)]
    titled = [person for person in agreeing if title in person.titles and not is_for_maidens(title)]
    sure = [person for person in agreeing if gender and person.gender == gender]
    return titled or sure or agreeing


def _may_have_nickname(person: Person, title: str) -> bool:
    """Whether somebody may be called by a short name, with a title or none: `Aunt Polly` is not called `Mary`."""
    goes_by_title = not person.is_full and any(map(stands_before_given, person.titles))
    return not person.is_noble and (not goes_by_title or title in person.titles)


def _may_share(person: Person, title: str) -> bool:
    """Whether a person known by one word and other titles can bear this one too; `Dr X` and `Miss X` are two."""
    if title in person.titles:
        return True
    if person.is_full:
        return not is_for_sovereigns(title)
    gender = gender_of_title(title)
    return bool(gender) and person.gender == gender and not is_for_maidens(title)


def _with_title(person: Person, title: str) -> Person:
    """A person with one more title."""
    if title:
        person.titles.add(title)
        person.gender = person.gender or gender_of_title(title)
    return person
