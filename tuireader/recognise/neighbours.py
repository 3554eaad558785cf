"""What stands around a name: the words beside it, what the text says that it is, the list it stands in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from tuireader.recognise import words
from tuireader.recognise.candidates import CITATION
from tuireader.recognise.flags import class_of
from tuireader.recognise.names import Occurrence
from tuireader.recognise.rows import ROW_MASK, begin, row_of, rows_of

_LETTER = "A-Za-zÀ-ɏ"
_SIGN = r"\d++|[^\w\s×÷]|\n[ \t]*+\n"
_WORD = rf"[{_LETTER}]++(?:['’][A-Za-z]++)?|{_SIGN}"
_MIRRORED = rf"[{_LETTER}]++(?!['’][{_LETTER}])|{_SIGN}"
"""A word from its end, unless there is an apostrophe in it, which only those who read forward can parse."""

_SKIPPED = rf" ?+(?:[^\S\n]|\n(?![ \t]*\n)|(?![{_LETTER}\d])\w)*"
_LEFT, _RIGHT = 36, 30


def _three(word: str) -> re.Pattern[str]:
    """At most three words and what is skipped before each; to find all of a passage takes twice as long."""
    return re.compile(rf"{_SKIPPED}({word})(?:{_SKIPPED}({word})(?:{_SKIPPED}({word}))?)?")


_WORDS, _BEHIND, _BEFORE = re.compile(_WORD), _three(_WORD), _three(_MIRRORED)
_FIRST, _FIRST_ENDING, _SECOND, _THIRD = map(begin, ("l1=", "ls=", "l2=", "l3="))
_FOLLOWING, _AFTER = begin("r1="), begin("r2=")
_FOLLOWING_ENDINGS = ((begin("rs2="), 2), (begin("rs="), 3))
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


def context_features(text: str, occurrence: Occurrence, kind: str) -> list[int]:
    """What the surroundings of one occurrence say.

    Args:
        text: The whole text.
        occurrence: Where the name stands.
        kind: The coarse class of the name, which is crossed with the signs.
    """
    start, end = occurrence.title_start, occurrence.end
    left, right = _words_before(text, start), _words_behind(text, end)
    first, second, third = map(_plain, left)
    following, after, last = map(_plain, right)
    signs = []
    if following in "'’" and after == "s":
        following, after = "'s", last
        signs.append("POS")
    if not words.SPEECH.isdisjoint((following, first, after)):
        signs.append("SP")
    signs += _signs_beside(left, right)
    signs += _place_signs(occurrence, text)
    signs += _signs_behind(text, end, following)
    found = [
        crc32(second.encode(), _SECOND) & ROW_MASK,
        crc32(third.encode(), _THIRD) & ROW_MASK,
        crc32(after.encode(), _AFTER) & ROW_MASK,
        row_of(f"l12={second} {first}"),
        row_of(f"r12={following} {after}"),
        row_of(f"lr={first}|{following}"),
        *_features_before(first, kind),
        *_features_behind(following, kind),
        *_crossed_signs(kind, *signs),
    ]
    if occurrence.title:
        found.append(row_of("T=" + occurrence.title.rpartition(" ")[2]))
    if occurrence.starts_sentence:
        found.append(row_of("SSr1=" + following))
    return found


def _words_before(text: str, start: int) -> Sequence[str]:
    """The last three words before a place, the nearest first."""
    near = text[start - _LEFT if start > _LEFT else 0 : start]
    match = _BEFORE.match(near[::-1])
    if match and match[3]:
        first, second, third = match.groups()
        return first[::-1], second[::-1], third[::-1]
    return [*_WORDS.findall(near)[:-4:-1], "^", "^", "^"][:3]


def _words_behind(text: str, end: int) -> Sequence[str]:
    """The next three words behind a place."""
    match = _BEHIND.match(text, end, end + _RIGHT)
    return match.groups("$") if match else ("$", "$", "$")


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """A word in lower case; a number by its length, the end of a paragraph as one sign."""
    if word.isalpha():
        return word.lower()
    if word.isdigit():
        return "0" * len(word)
    return "¶" if word[0] == "\n" else word.lower()


@lru_cache(maxsize=4_000)
def _crossed_signs(kind: str, *signs: str) -> tuple[int, ...]:
    """Signs, and signs with the class of a name."""
    return rows_of((*signs, *(f"{kind}|{sign}" for sign in signs)))


@lru_cache(maxsize=20_000)
def _features_before(word: str, kind: str) -> tuple[int, ...]:
    """What the word before a name of some class says."""
    signs, whole = _BEFORE_SIGNS.get(word, ()), word.encode()
    found = [crc32(whole, _FIRST) & ROW_MASK, *rows_of(signs), crc32(whole, begin(f"{kind}|l1=")) & ROW_MASK]
    if signs:
        found += rows_of(f"{kind}|{sign}" for sign in signs)
    if len(word) > 3:
        found.append(crc32(word[-3:].encode(), _FIRST_ENDING) & ROW_MASK)
    return tuple(found)


@lru_cache(maxsize=20_000)
def _features_behind(word: str, kind: str) -> tuple[int, ...]:
    """What the word behind a name of some class says."""
    signs, whole = ("rO",) if word in words.ORGANISATION else (), word.encode()
    found = [crc32(whole, _FOLLOWING) & ROW_MASK, *rows_of(signs), crc32(whole, begin(f"{kind}|r1=")) & ROW_MASK]
    if signs:
        found += rows_of(f"{kind}|{sign}" for sign in signs)
    found += [crc32(word[-size:].encode(), mark) & ROW_MASK for mark, size in _FOLLOWING_ENDINGS if len(word) > size]
    return tuple(found)


def _signs_beside(left: Sequence[str], right: Sequence[str]) -> Sequence[str]:
    """Whether the next word on each side is capitalised, or of which class the next ones of a list are."""
    signs = []
    for side, tokens in (("l", left), ("r", right)):
        if tokens[0][0].isupper():
            signs.append(side + "C")
        elif tokens[0] in _LIST_SIGNS:
            signs += _listed(side, tokens)
    return signs


def _listed(side: str, tokens: Sequence[str]) -> Sequence[str]:
    """The class of the capitalised words behind the signs of a list: `Smith, Brown and Jones`."""
    phrase: list[str] = []
    for token in tokens:
        if token[0].isupper():
            phrase.append(token)
        elif phrase or token not in _LIST_SIGNS:
            break
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
