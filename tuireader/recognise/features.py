"""What a name's own words, its document and its contexts say, as features of the linear model.

Each is the number of a row (see `rows.py`), which a hash gives it, so a change here needs new weights.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tuireader.recognise.candidates import Survey
from tuireader.recognise.flags import flags_of
from tuireader.recognise.forms import class_of_name, form_features, joint_features
from tuireader.recognise.names import Name, Occurrence
from tuireader.recognise.neighbours import context_features
from tuireader.recognise.rows import rows_of

_MOST_CONTEXTS = 16
_MOST_PARTNERS = 4
_THIRD = ("he", "she", "his", "her", "him")
_SECOND = ("you", "your")


@dataclass(slots=True, eq=False)
class Description:
    """The features of one name. Not frozen, since every name of a text gets one."""

    own: list[int]
    """What its words and the document say, each once."""

    contexts: list[int]
    """What its occurrences say, one after the other."""

    occurrences: int
    """How many occurrences were asked; their features share a weight of one over the root of it."""


class Describer:
    """Describes the names of one survey."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._ending, self._beginning = _partners(survey.names)
        self._kinds = {key: class_of_name(name) for key, name in survey.names.items()}
        tones = _tones(survey.lower, self._kinds.values())
        self._tones = {kind: _crossed_tones(kind, *tones) for kind in set(self._kinds.values())}

    def describe(self, name: Name) -> Description:
        """Gather all features of a name."""
        parts = name.key.split(" ")
        kind = self._kinds[name.key]
        own = form_features(name, parts)
        own += self._features_of_word(name) if len(parts) == 1 else self._features_of_phrase(name, parts)
        own += self._tones[kind]
        if name.is_joined:
            own += joint_features(name, self._survey.names)
        occurrences = _some(name.occurrences)
        contexts: list[int] = []
        for occurrence in occurrences:
            contexts += context_features(self._survey.text, occurrence, kind)
        return Description(own, contexts, len(occurrences))

    def _features_of_word(self, name: Name) -> list[int]:
        """How a text uses a single word in capitals, in lower case and in longer names."""
        key, lower, inner = name.key, self._survey.lower, self._survey.inner
        last, first = self._ending.get(key, ()), self._beginning.get(key, ())
        here, inside = _band(lower.get(key, 0)), _band(inner.get(key, 0))
        found = [*_use_of_word(_band(len(name.occurrences)), here, inside, len(last), len(first))]
        for longer in last[:_MOST_PARTNERS]:
            found += _partner_features("la", longer.partition(" ")[0])
        for longer in first[:_MOST_PARTNERS]:
            found += _partner_features("fi", longer.rpartition(" ")[2])
        return found

    def _features_of_phrase(self, name: Name, parts: Sequence[str]) -> tuple[int, ...]:
        """How a text uses the first and the last word of a name by themselves."""
        lower, names, first, last = self._survey.lower, self._survey.names, parts[0], parts[-1]
        here = _band(len(name.occurrences))
        return _use_of_ends(here, first in names, last in names, _band(lower.get(first, 0)), _band(lower.get(last, 0)))


@lru_cache(maxsize=4_000)
def _use_of_word(here: str, lower: str, inner: str, ending: int, beginning: int) -> tuple[int, ...]:
    """How often a word stands as a name, in lower case, inside sentences, and in longer names."""
    return rows_of(("c" + here, "lo" + lower, f"lm{lower}_{inner}", "la" + _band(ending), "fi" + _band(beginning)))


@lru_cache(maxsize=4_000)
def _use_of_ends(here: str, is_first: bool, is_last: bool, lower_first: str, lower_last: str) -> tuple[int, ...]:
    """How often a phrase stands as a name, and how its first and last word stand alone."""
    return rows_of(("c" + here, f"pl{is_last}", f"pf{is_first}", "llo" + lower_last, "flo" + lower_first))


@lru_cache(maxsize=4_000)
def _partner_features(mark: str, word: str) -> tuple[int, ...]:
    """What a word says that stands beside a name in a longer one."""
    return rows_of((f"{mark}w={word}", *(f"{mark}x={flag}" for flag in flags_of(word))))


@lru_cache(maxsize=2_000)
def _crossed_tones(kind: str, *tones: str) -> tuple[int, ...]:
    """The tones of a text, each by itself and with the class of a name."""
    return rows_of(sign for tone in tones for sign in (tone, f"{tone}|{kind}"))


def _tones(lower: Mapping[str, int], kinds: Collection[str]) -> tuple[str, ...]:
    """What sort of text it is: how much of *he*, *she* and *you* it has, and how many names look like places."""
    total = 1 + sum(lower.values())
    third, second = (100 * sum(lower.get(word, 0) for word in person) // total for person in (_THIRD, _SECOND))
    places = 8 * sum(kind[-1] in "CPW" for kind in kinds) // (len(kinds) + 2)
    return f"gd={min(6, third)}", f"gy={min(3, second)}", f"gp={min(5, places)}"


def _partners(names: Iterable[str]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The longer names that end with a word, and those that begin with it."""
    ending, beginning = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for key in names:
        parts = key.split(" ")
        if 1 < len(parts) <= 4:
            ending[parts[-1]].append(key)
            beginning[parts[0]].append(key)
    return ending, beginning


def _some(occurrences: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """At most so many occurrences, evenly spread over the text."""
    count = len(occurrences)
    if count <= _MOST_CONTEXTS:
        return occurrences
    return [occurrences[number * count // _MOST_CONTEXTS] for number in range(_MOST_CONTEXTS)]


def _band(count: int) -> str:
    if count < 3:
        return str(count)
    return "3" if count < 5 else "5" if count < 10 else "10" if count < 30 else "30"
