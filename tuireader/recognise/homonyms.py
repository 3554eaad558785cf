"""Words of countries that mean something else in some texts: the other Georgia, the Indians of America."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tuireader import resources
from tuireader.recognise.candidates import Survey
from tuireader.recognise.lexicon import open_lexicon

_FILE = resources.ROOT / "names" / "homonyms.tsv"
_ALWAYS = "*"
_STATES = "STATES"


@dataclass(frozen=True, slots=True, eq=False)
class Homonym:
    """Words of a country that may mean something else, and what tells the two apart."""

    words: frozenset[str]
    others: frozenset[str]
    """What stands near the other meaning."""

    own: frozenset[str]
    """What stands near the country."""

    code: str
    """The country that is meant instead, or nothing."""

    def is_other(self, survey: Survey) -> bool:
        """Whether a text has more of what stands near the other meaning."""
        witnesses = sum(_stands(word, survey) for word in self.others if word not in self.words)
        return witnesses > sum(_stands(word, survey) for word in self.own)


def homonyms_in(survey: Survey) -> Iterator[Homonym]:
    """The homonyms that mean something else in a text."""
    for homonym in _open_homonyms():
        if not survey.names.keys().isdisjoint(homonym.words) and homonym.is_other(survey):
            yield homonym


def _stands(word: str, survey: Survey) -> bool:
    return word == _ALWAYS or word in survey.names or word in survey.lower


@cache
def _open_homonyms() -> tuple[Homonym, ...]:
    rows = [line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(Homonym(_members(row[0]), _members(row[1]), _members(row[2]), row[3]) for row in rows)


def _members(cell: str) -> frozenset[str]:
    words = frozenset(cell.split(";"))
    return words - {_STATES} | open_lexicon().states if _STATES in words else words
