"""Lists of given names, surnames, cities and common words, as evidence about the words of a name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tuireader import resources
from tuireader.domain.actor import fold

UNKNOWN_SHARE = -1
"""The lower-case share of a word that is not in the list."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the lists know about words; every key is in lower case."""

    given: Mapping[str, str]
    """Given name to its gender and band: `f1` is a very common name of women, `m3` a rare one of men."""

    surnames: Mapping[str, str]
    """Surname to its band, from `1` (the commonest) to `3`."""

    foreign_given: Mapping[str, str]
    """Given names of other countries without accents, with a band: `1` is one in several countries."""

    foreign_surnames: Mapping[str, str]
    """Surnames of other countries without accents, with a band."""

    cities: Mapping[str, str]
    """City to the band of its population, from `1` (over a million) to `4`."""

    states: frozenset[str]
    """The states of the United States."""

    known: Mapping[str, Sequence[str]]
    """The classes of well-known names: `organisation`, `place`, `people`, `thing` and `figure`."""

    lower: Mapping[str, int]
    """Word to how many tenths of its uses are in lower case."""

    def lower_share(self, word: str) -> int:
        """How many tenths of a word's uses are in lower case, or `UNKNOWN_SHARE`."""
        return self.lower.get(word, UNKNOWN_SHARE)

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name of English-speaking countries."""
        return word in self.given

    def may_be_given(self, word: str) -> bool:
        """Whether a word is a given name anywhere."""
        return word in self.given or (word if word.isascii() else fold(word)) in self.foreign_given


def _bands(name: str) -> Iterator[tuple[str, list[str]]]:
    text = (resources.ROOT / "names" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        band, *words = line.split("\t")
        yield band, words


def _banded(bands: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """The band of each word."""
    banded: dict[str, str] = {}
    for band, words in bands:
        banded.update(dict.fromkeys(words, band))
    return banded


def _shares(bands: Iterable[tuple[str, list[str]]]) -> dict[str, int]:
    """The share of each word, in tenths."""
    shares: dict[str, int] = {}
    for tenths, words in bands:
        shares.update(dict.fromkeys(words, int(tenths)))
    return shares


def _classes(name: str) -> dict[str, list[str]]:
    """The classes of each member of a file."""
    text = (resources.ROOT / "names" / name).read_text(encoding="utf-8")
    classes: dict[str, list[str]] = {}
    for part in text.split("\n[")[1:]:
        title, _, members = part.partition("]")
        for member in members.replace("\n", ";").split(";"):
            classes.setdefault(member.strip(), []).append(title)
    return classes


@cache
def open_lexicon() -> Lexicon:
    """Read the lists, once in a process."""
    places = dict(_bands("cities.txt"))
    states = places.pop("state")
    return Lexicon(
        given=_banded(_bands("given.txt")),
        surnames=_banded(_bands("surnames.txt")),
        foreign_given=_banded(_bands("given_foreign.txt")),
        foreign_surnames=_banded(_bands("surnames_foreign.txt")),
        cities=_banded(places.items()),
        states=frozenset(states),
        known=_classes("known.txt"),
        lower=_shares(_bands("lower.txt")),
    )
