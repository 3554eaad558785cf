"""Why a name is what it is: the strongest features of the model, in words."""

from collections import defaultdict
from collections.abc import Iterator

from tuireader.domain.actor import Reason
from tuireader.recognise.features import Description
from tuireader.recognise.model import Model
from tuireader.recognise.names import NameKind

_MOST_REASONS = 4
_KINDS = tuple(NameKind)
_NONE = _KINDS.index(NameKind.NONE)
_SENTENCES = {
    "T": "stands behind a title",
    "SP": "does what people do with words",
    "POS": "owns something",
    "PR": "stands behind a preposition of place",
    "CO": "is the name of a country",
    "Kkor": "is a well-known organisation",
    "Kkpl": "is a well-known place",
}
_QUOTES = {
    "T": "is called “{}”",
    "l1": "stands behind “{}”",
    "r1": "stands before “{}”",
    "l12": "stands behind “{}”",
    "r12": "stands before “{}”",
    "law": "is the last name of “{}”",
    "fiw": "is the first name of “{}”",
    "ow": "is “{}”",
    "fw": "begins with “{}”",
    "lw": "ends with “{}”",
}
_LISTS = {
    "f": "has a known given name",
    "s": "has a known surname",
    "ci": "has the name of a city",
    "co": "has the name of a country",
    "ow": "has a word that organisations are called by",
    "pw": "has a word that places are called by",
    "kor": "has the name of a well-known organisation",
    "kpl": "has the name of a well-known place",
}


def explain(description: Description, kind: NameKind, model: Model) -> tuple[Reason, ...]:
    """The strongest features that speak for a kind and can be said in words, the strongest first.

    Args:
        description: The features of the name.
        kind: What it was decided to be.
        model: The model that decided.

    Returns:
        At most four reasons, each weighed against being no name at all.
    """
    number = _KINDS.index(kind)
    said = defaultdict[str, float](float)
    for feature, share in _shares(description):
        words = _in_words(feature)
        if words:
            weights = model.weights(feature)
            said[words] += share * (weights[number] - weights[_NONE])
    strongest = sorted(said, key=said.__getitem__, reverse=True)[:_MOST_REASONS]
    return tuple(Reason(words, round(said[words], 2)) for words in strongest if said[words] > 0)


def _shares(description: Description) -> Iterator[tuple[str, float]]:
    """Every feature with the weight that it has in the sum."""
    for feature in description.own:
        yield feature, 1.0
    for feature in description.contexts:
        yield feature, description.occurrences**-0.5


def _in_words(feature: str) -> str:
    """A feature as half a sentence, or nothing if it would not help anybody."""
    if feature in _SENTENCES:
        return _SENTENCES[feature]
    mark, equals, seen = feature.partition("=")
    if mark in ("ox", "fx", "lx"):
        return next((words for flag, words in _LISTS.items() if seen.startswith(flag) and seen != "st"), "")
    if not equals or mark not in _QUOTES or not any(letter.isalpha() for letter in seen):
        return ""
    return _QUOTES[mark].format(seen)
