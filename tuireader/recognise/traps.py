"""How a text reads the words of countries that also name somebody or something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tuireader.recognise import words
from tuireader.recognise.candidates import Survey
from tuireader.recognise.countries import open_countries
from tuireader.recognise.homonyms import homonyms_in
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Decision, Name, NameKind
from tuireader.recognise.namesakes import Guard, passes
from tuireader.recognise.peoples import is_spoken
from tuireader.recognise.persons import is_titled, titled_share
from tuireader.recognise.surroundings import Surroundings

_MOSTLY = 0.5
_PLACED_SHARE, _SMALL_SHARE = 0.5, 0.2
"""More than this part of the bare uses of a word must surely mean the country, so that it does so everywhere.
The smaller part is enough where nobody's full name is known."""

_OFTEN = 5
"""How often a capital's name must stand in a text so that it may be somebody of whom no full name is known."""

_OFTEN_SPOKEN = 3
"""How often a text must surely speak of a language so that its name means nothing else."""

_NO_SURNAME = words.PLACE | words.ORGANISATION | words.OTHER | words.TITLES


@dataclass(frozen=True, slots=True)
class Readings:
    """What the words of countries mean in one text, where it is not what they mean elsewhere."""

    none: frozenset[str] = frozenset()
    """Words that mean no country."""

    people: frozenset[str] = frozenset()
    """Words that mean somebody unless the words around say that it is the country."""

    countries: frozenset[str] = frozenset()
    """Words that mean the country unless a title or the words around say that it is somebody."""

    codes: Mapping[str, str] | None = None
    """Words that mean another country than elsewhere."""


def read_traps(survey: Survey, decisions: Sequence[Decision]) -> Readings:
    """Find out how a text reads the words of countries.

    Args:
        survey: The candidates of the text.
        decisions: What they turned out to be.
    """
    none, codes = set[str](), dict[str, str]()
    for homonym in homonyms_in(survey):
        if homonym.code:
            codes |= dict.fromkeys(homonym.words, homonym.code)
        else:
            none |= homonym.words
    none.update(_languages_in(survey))
    people = _People(survey, decisions)
    namesakes = list(people.namesakes())
    persons = frozenset(name.key for name in namesakes if people.prevail(name))
    others = frozenset(name.key for name in namesakes if people.may_share(name)) - persons
    return Readings(frozenset(none), persons, others, codes)


def _languages_in(survey: Survey) -> Iterator[str]:
    """The demonyms that a text mostly uses for a language, as one about its poetry does."""
    demonyms = open_countries().demonyms
    for key in filter(demonyms.__contains__, survey.names):
        places = survey.names[key].occurrences
        if len(places) >= _OFTEN_SPOKEN:
            spoken = sum(is_spoken(Surroundings(survey.text, each.start, each.end)) for each in places)
            if spoken >= _OFTEN_SPOKEN and 2 * spoken > len(places):
                yield key


@dataclass(frozen=True, eq=False)
class _People:
    """The people of one text who are called like countries."""

    survey: Survey
    decisions: Sequence[Decision]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(each.name.key for each in self.decisions if each.kind is NameKind.PERSON)

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(word for name in self._names if " " in name for word in name.split())

    @cached_property
    def _givens(self) -> frozenset[str]:
        """Given names that stand before a surname somewhere."""
        pairs = (key.split(" ") for key in self.survey.names if " " in key)
        return frozenset(pair[0] for pair in pairs if _is_given(pair[0]) and self._is_surname(pair[-1]))

    def _is_surname(self, word: str) -> bool:
        return word in open_lexicon().surnames and word not in _NO_SURNAME

    def namesakes(self) -> Iterator[Name]:
        """The words of countries that somebody in the text is called."""
        for key in filter(_words_of_countries().__contains__, self.survey.names):
            name = self.survey.names[key]
            if self._is_called(key) or any(map(is_titled, name.occurrences)):
                yield name

    def _is_called(self, key: str) -> bool:
        if key in self._names:
            return key in self._parts or _is_given(key)
        return key in self._givens

    def may_share(self, name: Name) -> bool:
        """Whether a word may mean the country at one place and somebody at another; a capital needs a full name."""
        is_full = name.key in self._parts or any(map(is_titled, name.occurrences))
        return is_full or name.key not in open_countries().capitals

    def prevail(self, name: Name) -> bool:
        """Whether a bare word means the person rather than the country."""
        if titled_share(name) >= _MOSTLY:
            return True
        if not self._is_called(name.key):
            return False
        if name.key in open_countries().capitals:
            if name.key in self._parts:
                return True
            if len(name.occurrences) < _OFTEN:
                return False
        is_full = name.key in self._parts or name.key in self._givens
        return self._placed_share(name) <= (_PLACED_SHARE if is_full else _SMALL_SHARE) and not self._speaks_of(
            name.key
        )

    def _placed_share(self, name: Name) -> float:
        guard = Guard.COUNTRY if name.key in open_countries().names else Guard.PEOPLE
        bare = [each for each in name.occurrences if not is_titled(each)]
        placed = [passes(guard, Surroundings(self.survey.text, each.start, each.end)) for each in bare]
        return sum(placed) / max(1, len(placed))

    def _speaks_of(self, word: str) -> bool:
        """Whether a text speaks of the people or of the capital of a word's country."""
        countries, code = open_countries(), _code(word)
        tables = (countries.demonyms, countries.capitals)
        return any(table.get(key) == code for key in self.survey.names if key != word for table in tables)


def _is_given(word: str) -> bool:
    return open_lexicon().is_given(word)


@cache
def _words_of_countries() -> frozenset[str]:
    countries = open_countries()
    return frozenset([*countries.names, *countries.demonyms, *countries.capitals])


def _code(key: str) -> str:
    countries = open_countries()
    return countries.names.get(key) or countries.demonyms.get(key) or countries.capitals.get(key) or ""
