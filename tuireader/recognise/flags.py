"""What the lists say about a single word, in short marks."""

from functools import lru_cache

from tuireader.domain.actor import fold
from tuireader.recognise import words
from tuireader.recognise.countries import country_code, demonym_code
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
    lexicon = open_lexicon()
    plain = word if word.isascii() else fold(word)
    found = []
    for mark, bands in (("f", lexicon.given), ("s", lexicon.surnames)):
        if plain in bands:
            found.append(mark + bands[plain])
    if word in lexicon.cities:
        found.append("ci" + lexicon.cities[word])
    for mark, bands in (("gf", lexicon.foreign_given), ("sf", lexicon.foreign_surnames)):
        if plain in bands:
            found.append(mark + bands[plain])
    if country_code(word):
        found.append("co")
    if demonym_code(word):
        found.append("de")
    if word in lexicon.states:
        found.append("st")
    found += known_flags(word)
    found += (mark for mark, members in _CLASSES if word in members)
    found.append(_share_band(lexicon.lower_share(word)))
    return tuple(found)


def class_of(key: str) -> str:
    """The coarse class of a phrase: a letter each for its first and its last word."""
    parts = key.split(" ")
    return (_letter(parts[0]) if len(parts) > 1 else "") + _letter(parts[-1])


@lru_cache(maxsize=20_000)
def _letter(word: str) -> str:
    """The first class that a word belongs to, in the order of what it tells."""
    flags = flags_of(word.rstrip("."))
    _, letter = min(_RANKS.get(flag) or _RANKS.get(flag.rstrip("123"), _UNRANKED) for flag in flags)
    return letter or ("l" if flags[-1] in _OFTEN_LOWER else "U")


def _share_band(tenths: int) -> str:
    if tenths < 0:
        return "lc-"
    return "lc0" if tenths < 1 else "lc1" if tenths < 4 else "lc2" if tenths < 8 else "lc3"
