"""What the lists say about a single word, in short marks."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from tuireader.domain.actor import fold
from tuireader.recognise import words
from tuireader.recognise.countries import open_countries
from tuireader.recognise.lexicon import open_lexicon

_CLASSES = (
    ("ow", words.ORGANISATION),
    ("pw", words.PLACE),
    ("xw", words.OTHER),
    ("mo", words.MONTH),
    ("ti", words.TITLES),
)
_LETTERS = "ow O, kor O, kth T, kpl P, kfi F, co C, st P, pw W, ci1 P, ff G, fm G, gf G, ci2 P, s S, sf S, ci3 P, ci4 P"
_RANKS = {mark: (rank, letter) for rank, (mark, letter) in enumerate(pair.split() for pair in _LETTERS.split(", "))}
_UNRANKED = (len(_RANKS), "")
_SHARE_BANDS = ("lc0", "lc1", "lc1", "lc1", "lc2", "lc2", "lc2", "lc2", "lc3", "lc3", "lc3", "lc-")
"""The mark of each share of lower case in tenths, and of an unknown one, which is -1."""

_OFTEN_LOWER = ("lc2", "lc3")


def known_flags(key: str) -> list[str]:
    """The classes of well-known names that hold a whole name."""
    return [f"k{title[:2]}" for title in open_lexicon().known.get(key, ())]


@lru_cache(maxsize=20_000)
def flags_of(word: str) -> tuple[str, ...]:
    """Which lists hold a word; the last mark is the band of its lower-case share."""
    lexicon = open_lexicon()
    plain = word if word.isascii() else fold(word)
    bands = (
        ("f", lexicon.given.get(plain)),
        ("s", lexicon.surnames.get(plain)),
        ("ci", lexicon.cities.get(word)),
        ("gf", lexicon.foreign_given.get(plain)),
        ("sf", lexicon.foreign_surnames.get(plain)),
    )
    banded = [mark + band for mark, band in bands if band]
    return (*banded, *_flags_of_classes().get(word, ()), _SHARE_BANDS[lexicon.lower_share(word)])


@cache
def _flags_of_classes() -> Mapping[str, Sequence[str]]:
    """The marks of each word that is in a list without bands."""
    lexicon, countries = open_lexicon(), open_countries()
    flags: dict[str, list[str]] = {}
    for mark, members in (("co", countries.names), ("de", countries.demonyms), ("st", lexicon.states)):
        for word in members:
            flags.setdefault(word, []).append(mark)
    for word in lexicon.known:
        flags.setdefault(word, []).extend(known_flags(word))
    for mark, members in _CLASSES:
        for word in members:
            flags.setdefault(word, []).append(mark)
    return flags


def class_of(key: str) -> str:
    """The coarse class of a phrase: a letter each for its first and its last word."""
    parts = key.split(" ")
    return (_letter(parts[0]) if len(parts) > 1 else "") + _letter(parts[-1])


@lru_cache(maxsize=20_000)
def _letter(word: str) -> str:
    """The first class that a word belongs to, in the order of what it tells."""
    flags = flags_of(word.rstrip("."))
    _, letter = min(map(_rank, flags))
    return letter or ("l" if flags[-1] in _OFTEN_LOWER else "U")


@cache
def _rank(flag: str) -> tuple[int, str]:
    """Where a flag stands in the order of what it tells, and the letter of its class."""
    return _RANKS.get(flag) or _RANKS.get(flag.rstrip("123"), _UNRANKED)
