"""Words of countries that mean none in a text: a person, a state, a road."""

from collections.abc import Iterable

from tuireader.recognise.candidates import Survey
from tuireader.recognise.countries import open_countries
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Decision, NameKind
from tuireader.recognise.persons import titled_share

_MOSTLY = 0.5
_STATE = "georgia"
_NEAR_STATE = frozenset({"atlanta", "savannah", "augusta"})
_NEAR_COUNTRY = frozenset({"abkhazia", "south ossetia", "armenia", "azerbaijan", "russia", "caucasus", "turkey"})


def misleading_words(survey: Survey, decisions: Iterable[Decision]) -> frozenset[str]:
    """The folded words of countries that mean no country in this text.

    Args:
        survey: The candidates of the text.
        decisions: What they turned out to be.
    """
    persons = [decision.name for decision in decisions if decision.kind is NameKind.PERSON]
    people = [name.key for name in persons]
    parts = {word for name in people if " " in name for word in name.split()}
    words = {name for name in people if name in parts or _is_given(name)}
    words |= {name.split()[0] for name in people if _is_given(name.split()[0])}
    capitals = open_countries().capitals
    words = {word for word in words if (word in capitals and word in parts) or not _speaks_of(survey, _code(word))}
    words |= {name.key for name in persons if titled_share(name) >= _MOSTLY}
    if _is_state(survey):
        words.add(_STATE)
    return frozenset(words)


def _is_given(word: str) -> bool:
    return open_lexicon().is_given(word)


def _is_state(survey: Survey) -> bool:
    """Whether a text's Georgia is the one among the United States."""
    if _speaks_of(survey, "GE") or _NEAR_COUNTRY & survey.names.keys():
        return False
    states = open_lexicon().states - {_STATE}
    return any(key in states or key in _NEAR_STATE or _code(key) == "US" for key in survey.names)


def _code(key: str) -> str:
    countries = open_countries()
    return countries.names.get(key) or countries.demonyms.get(key) or countries.capitals.get(key) or ""


def _speaks_of(survey: Survey, code: str) -> bool:
    """Whether a text speaks of a country's people or of its capital."""
    countries = open_countries()
    return bool(code) and any(
        countries.demonyms.get(key) == code or countries.capitals.get(key) == code for key in survey.names
    )
