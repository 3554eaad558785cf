"""Whether a person of a text is a man or a woman: what titles, given names and the pronouns nearby say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from tuireader.recognise.persons import MAN, UNKNOWN, WOMAN, gender_of_given, gender_of_title, leading_title
from tuireader.recognise.references import UNNAMED, Reference
from tuireader.recognise.words import TITLES

_SIGNS = {MAN: 1, WOMAN: -1, UNKNOWN: 0}
_TITLE, _GIVEN_NAME, _NEARBY = 2.0, 1.0, 1.5
_DOUBT = 2
"""How many pronouns weigh as much as not to know."""


def find_leanings(text: str, references: Sequence[Reference]) -> Mapping[int, float]:
    """How surely each person of a text is a man, above zero, or a woman, below it.

    Args:
        text: The whole text.
        references: Where it refers to people, in order.

    Returns:
        The leaning of each person and each noun, by number.
    """
    titles, given, pronouns = Counter[int](), Counter[int](), defaultdict[int, list[int]](list)
    names = Counter((each.who, text[each.start : each.end]) for each in references if each.who >= 0)
    for (who, name), count in names.items():
        title, first = _parts(name)
        titles[who] += count * _SIGNS[gender_of_title(title)]
        given[who] += count * _SIGNS[gender_of_given(first)]
    for who, gender in _pronouns_behind_names(references):
        pronouns[who].append(_SIGNS[gender])
    leanings = {each.who: _TITLE * _SIGNS[each.gender] for each in references if each.who < UNNAMED}
    for who, _ in names:
        named = _TITLE * _sign(titles[who]) or _GIVEN_NAME * _sign(given[who])
        leanings[who] = named + _NEARBY * sum(pronouns[who]) / (_DOUBT + len(pronouns[who]))
    return leanings


def gender_of_names(names: Sequence[str]) -> str:
    """What the titles of somebody's names say, or else the given names."""
    parts = [_parts(name) for name in names]
    titles = (gender_of_title(title) for title, _ in parts)
    given = (gender_of_given(first) for _, first in parts)
    return next(filter(None, titles), "") or next(filter(None, given), UNKNOWN)


def _parts(name: str) -> tuple[str, str]:
    """The title of a name that says most, and the given name; a single word behind titles is none."""
    words = name.lower().replace(".", "").split()
    titles = list(takewhile(_is_title, words[:-1]))
    is_surname = len(titles) == len(words) - 1 > 0
    return leading_title(" ".join(titles)), "" if is_surname else words[len(titles)]


def _is_title(word: str) -> bool:
    return word in TITLES or bool(gender_of_title(word))


def _pronouns_behind_names(references: Sequence[Reference]) -> Iterator[tuple[int, str]]:
    """Each person with the gender of every pronoun that stands close behind, before any other name."""
    last: Reference | None = None
    for each in references:
        if each.who >= 0:
            last = each
        elif each.is_pronoun and last and each.sentence <= last.sentence + 1:
            yield last.who, each.gender


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
