"""Lists of given names, surnames, cities and common words, as evidence about the words of a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tuireader import resources

UNKNOWN_SHARE = -1
"""The lower-case share of a word that is not in the list."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the lists know about words; every key is in lower case."""

    given: Mapping[str, str]
    """Given name to its gender and band: `f1` is a very common name of women, `m3` a rare one of men."""

    surnames: Mapping[str, str]
    """Surname to its band, from `1` (the commonest) to `3`."""

    cities: Mapping[str, str]
    """City to the band of its population, from `1` (over a million) to `4`."""

    states: frozenset[str]
    """The states of the United States."""

    known: Mapping[str, frozenset[str]]
    """The classes of well-known names: `organisation`, `place`, `people` and `thing`."""

    lower: Mapping[str, int]
    """Word to how many tenths of its uses are in lower case."""

    def lower_share(self, word: str) -> int:
        """How many tenths of a word's uses are in lower case, or `UNKNOWN_SHARE`."""
        return self.lower.get(word, UNKNOWN_SHARE)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name."""
        return word in self.given


def _bands(name: str) -> Iterator[tuple[str, list[str]]]:
    text = (resources.ROOT / "names" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        band, *words = line.split("\t")
        yield band, words


def _banded(name: str) -> dict[str, str]:
    return {word: band for band, words in _bands(name) for word in words}


def _classes(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    text = (resources.ROOT / "names" / name).read_text(encoding="utf-8")
    for part in text.split("\n[")[1:]:
        title, _, members = part.partition("]")
        yield title, frozenset(filter(None, map(str.strip, members.replace("\n", ";").split(";"))))


@cache
def open_lexicon() -> Lexicon:
    """Read the lists, once in a process."""
    places = dict(_bands("cities.txt"))
    states = places.pop("state")
    return Lexicon(
        given=_banded("given.txt"),
        surnames=_banded("surnames.txt"),
        cities={city: band for band, cities in places.items() for city in cities},
        states=frozenset(states),
        known=dict(_classes("known.txt")),
        lower={word: int(tenths) for tenths, words in _bands("lower.txt") for word in words},
    )
