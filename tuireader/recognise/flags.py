"""What the lists say about a single word, in short marks."""

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
_OFTEN_LOWER = ("lc2", "lc3")


def known_flags(key: str) -> list[str]:
    """The classes of well-known names that hold a whole name."""
    return [f"k{title[:2]}" for title in open_lexicon().known.get(key, ())]


@lru_cache(maxsize=20_000)
def flags_of(word: str) -> tuple[str, ...]:
    """Which lists hold a word; the last mark is the band of its lower-case share."""
    lexicon, countries = open_lexicon(), open_countries()
    plain = word if word.isascii() else fold(word)
    found = []
    if plain in lexicon.given:
        found.append("f" + lexicon.given[plain])
    if plain in lexicon.surnames:
        found.append("s" + lexicon.surnames[plain])
    if word in lexicon.cities:
        found.append("ci" + lexicon.cities[word])
    if plain in lexicon.foreign_given:
        found.append("gf" + lexicon.foreign_given[plain])
    if plain in lexicon.foreign_surnames:
        found.append("sf" + lexicon.foreign_surnames[plain])
    if word in countries.names:
        found.append("co")
    if word in countries.demonyms:
        found.append("de")
    if word in lexicon.states:
        found.append("st")
    found += known_flags(word)
    found += [mark for mark, members in _CLASSES if word in members]
    return (*found, _share_band(lexicon.lower_share(word)))


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


def _share_band(tenths: int) -> str:
    if tenths < 0:
        return "lc-"
    return "lc0" if tenths < 1 else "lc1" if tenths < 4 else "lc2" if tenths < 8 else "lc3"
