"""What stands around a name: the words beside it, what the text says that it is, the list it stands in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile

from tuireader.recognise import words
from tuireader.recognise.candidates import CITATION
from tuireader.recognise.flags import class_of
from tuireader.recognise.model import Feature
from tuireader.recognise.names import Occurrence

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?|\d+|[^\w\s]|\n[ \t]*\n")
_LEFT, _RIGHT = 36, 30
_LONGEST_DESCRIPTION = 70
_BEFORE_DESCRIPTION = frozenset({",", "is", "was", "became", "("})
_DESCRIPTION = re.compile(
    r"(?:,|\s+(?:is|was|became)|\s+\()\s*(?:also\s+|then\s+)?(?:an?|the|his|her|their|my|our|its)\s+"
    r"((?:[\w'’-]+\s+){0,4}[\w-]+)"
)
_BEFORE_CITATION = frozenset({",", "et", "(", "0000"})
_LIST_SIGNS = frozenset({",", "and", "&", "or"})
_NOUNS: Mapping[str, str] = {
    word: mark
    for mark, nouns in (("L", words.SITE), ("B", words.BODY), ("K", words.RELATIVE), ("J", words.OCCUPATION))
    for word in nouns
}
"""Nouns that say what somebody or something is, with the mark of their class."""


def _signs_of(classes: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """The signs of each word that belongs to some classes."""
    signs: dict[str, tuple[str, ...]] = {}
    for sign, members in classes:
        for word in members:
            signs[word] = (*signs.get(word, ()), sign)
    return signs


_BEFORE_SIGNS = _signs_of(
    [
        ("PR", words.PREPOSITION),
        ("lT", words.TITLES),
        *((f"l{mark}", [word]) for word, mark in _NOUNS.items()),
    ]
)


def context_features(text: str, occurrence: Occurrence, kind: str) -> list[Feature]:
    """What the surroundings of one occurrence say.

    Args:
        text: The whole text.
        occurrence: Where the name stands.
        kind: The coarse class of the name, which is crossed with the signs.
    """
    start, end = occurrence.title_start, occurrence.end
    left = ["^", "^", "^", *_WORD.findall(text, max(0, start - _LEFT), start)][-3:]
    right = [*_WORD.findall(text, end, end + _RIGHT), "$", "$", "$"][:3]
    third, second, first = map(_plain, left)
    following, after, last = map(_plain, right)
    signs = []
    if following in "'’" and after == "s":
        following, after = "'s", last
        signs.append("POS")
    if following in words.SPEECH or first in words.SPEECH or after in words.SPEECH:
        signs.append("SP")
    signs += _shape_signs("l", left[::-1])
    signs += _shape_signs("r", right)
    signs += _place_signs(occurrence, text)
    signs += _signs_behind(text, end, following)
    found: list[Feature] = [
        "l2=" + second,
        "l3=" + third,
        "r2=" + after,
        f"l12={second} {first}",
        f"r12={following} {after}",
        f"lr={first}|{following}",
        _features_before(first, kind),
        _features_behind(following, kind),
        _crossed_signs(kind, *signs),
    ]
    if occurrence.title:
        found.append("T=" + occurrence.title.rpartition(" ")[2])
    if occurrence.starts_sentence:
        found.append("SSr1=" + following)
    return found


def _plain(word: str) -> str:
    """A word in lower case; a number by its length, the end of a paragraph as one sign."""
    if word.isalpha():
        return word.lower()
    if word.isdigit():
        return "0" * len(word)
    return "¶" if word[0] == "\n" else word.lower()


@lru_cache(maxsize=4_000)
def _crossed_signs(kind: str, *signs: str) -> tuple[str, ...]:
    """Signs, and signs with the class of a name."""
    return (*signs, *(f"{kind}|{sign}" for sign in signs))


@lru_cache(maxsize=20_000)
def _features_before(word: str, kind: str) -> tuple[str, ...]:
    """What the word before a name of some class says."""
    signs = ("l1=" + word, *_BEFORE_SIGNS.get(word, ()))
    ending = ("ls=" + word[-3:],) if len(word) > 3 else ()
    return (*signs, *(f"{kind}|{sign}" for sign in signs), *ending)


@lru_cache(maxsize=20_000)
def _features_behind(word: str, kind: str) -> tuple[str, ...]:
    """What the word behind a name of some class says."""
    signs = ["r1=" + word] + ["rO"] * (word in words.ORGANISATION)
    endings = [f"{mark}={word[-size:]}" for mark, size in (("rs2", 2), ("rs", 3)) if len(word) > size]
    return (*signs, *(f"{kind}|{sign}" for sign in signs), *endings)


def _shape_signs(side: str, tokens: Sequence[str]) -> Sequence[str]:
    """Whether the next word on one side is capitalised, or of which class the next ones of a list are."""
    if tokens[0][0].isupper():
        return (side + "C",)
    return _listed(side, tokens) if tokens[0] in _LIST_SIGNS else ()


def _listed(side: str, tokens: Sequence[str]) -> Sequence[str]:
    """The class of the capitalised words behind the signs of a list: `Smith, Brown and Jones`."""
    others = dropwhile(_LIST_SIGNS.__contains__, tokens)
    phrase = list(takewhile(lambda token: token[0].isupper(), others))
    return (f"{side}Li={class_of(' '.join(phrase if side == 'r' else phrase[::-1]).lower())}",) if phrase else ()


def _place_signs(occurrence: Occurrence, text: str) -> Sequence[str]:
    """Where a name stands: behind a title, at the start of a sentence, in a heading, in capitals."""
    signs = []
    if occurrence.title:
        signs.append("T")
    if occurrence.starts_sentence:
        signs.append("SS")
    if occurrence.in_heading:
        signs.append("TH")
    if occurrence.end - occurrence.start > 4 and text[occurrence.start : occurrence.end].isupper():
        signs.append("HD")
    return signs


def _signs_behind(text: str, end: int, following: str) -> Sequence[str]:
    """What a text says behind a name that it is, and whether it is cited there."""
    signs = list(_said_to_be(text, end)) if following in _BEFORE_DESCRIPTION else []
    if following in _BEFORE_CITATION and CITATION.match(text, end):
        signs.append("CIT")
    return signs


def _said_to_be(text: str, end: int) -> Iterator[str]:
    """The classes of what a text says behind a name that it is: `X, a town in Kent`."""
    described = _DESCRIPTION.match(text, end, end + _LONGEST_DESCRIPTION)
    for word in described[1].lower().split() if described else ():
        if word in words.PREPOSITION or word in words.FUNCTION:
            return
        if word in _NOUNS:
            yield f"r{_NOUNS[word]}"
