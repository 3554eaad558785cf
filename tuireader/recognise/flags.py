"""What the lists say about a single word, in short marks."""

from functools import lru_cache

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
_LETTERS = (
    ("ow", "O"),
    ("kor", "O"),
    ("kth", "T"),
    ("kpl", "P"),
    ("co", "C"),
    ("st", "P"),
    ("pw", "W"),
    ("ci1", "P"),
    ("ff", "G"),
    ("fm", "G"),
    ("ci2", "P"),
    ("s", "S"),
    ("ci", "P"),
)
_OFTEN_LOWER = ("lc2", "lc3")


def known_flags(key: str) -> list[str]:
    """The classes of well-known names that hold a whole name."""
    return [f"k{title[:2]}" for title, members in open_lexicon().known.items() if key in members]


@lru_cache(maxsize=20_000)
def flags_of(word: str) -> tuple[str, ...]:
    """Which lists hold a word; the last mark is the band of its lower-case share."""
    lexicon = open_lexicon()
    found = []
    for mark, bands in (("f", lexicon.given), ("s", lexicon.surnames), ("ci", lexicon.cities)):
        if word in bands:
            found.append(mark + bands[word])
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
    for mark, letter in _LETTERS:
        if any(flag.startswith(mark) and not (mark == "s" and flag == "st") for flag in flags):
            return letter
    return "l" if flags[-1] in _OFTEN_LOWER else "U"


def _share_band(tenths: int) -> str:
    if tenths < 0:
        return "lc-"
    return "lc0" if tenths < 1 else "lc1" if tenths < 4 else "lc2" if tenths < 8 else "lc3"
