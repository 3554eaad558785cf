"""Short texts with the roles that a careful reader would note, and how well a recogniser finds the same."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.domain.actor import ActorId
from tuireader.domain.index import Index
from tuireader.recognise.recogniser import Recogniser

_FOLDER = Path(__file__).parent / "roles"
_COMMENT = re.compile(r"^#.*\n", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_EXPECTED = re.compile(r"  (?P<name>[^:]+): (?P<roles>[^\[]+?)(?: \[(?P<code>[A-Z-]+)\])?")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a text says about somebody."""

    roles: tuple[str, ...]
    code: str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and what it says about whom."""

    text: str
    expected: Mapping[str, Expectation]


@dataclass(frozen=True, slots=True)
class Score:
    """How many roles were found, wanted, and both."""

    hits: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """How many per cent of what was found is wanted."""
        return 100 * self.hits / max(1, self.found)

    @property
    def recall(self) -> float:
        """How many per cent of what is wanted was found."""
        return 100 * self.hits / max(1, self.wanted)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one text beside what is wanted: roles and countries as `name: role`."""

    phrase: Phrase
    found: Counter[str]
    wanted: Counter[str]
    found_codes: Counter[str]
    wanted_codes: Counter[str]


def read_phrases(name: str) -> list[Phrase]:
    """The texts of one of the two files."""
    text = _COMMENT.sub("", (_FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    return [_phrase(block.strip("\n").split("\n")) for block in _BLANK.split(text) if block.strip()]


def look(recogniser: Recogniser, phrase: Phrase) -> Findings:
    """Find the roles of a text."""
    index = recogniser.find(phrase.text)
    names = {actor.id: name for name in phrase.expected for actor in index.named(name)}
    roles = [(names.get(actor.id, actor.name), role.text) for actor in index.actors for role in actor.roles]
    wanted = [(name, role) for name, expected in phrase.expected.items() for role in expected.roles]
    wanted_codes = [(name, expected.code) for name, expected in phrase.expected.items() if expected.code]
    return Findings(phrase, _counted(roles), _counted(wanted), _counted(_codes(index, names)), _counted(wanted_codes))


def score(findings: Sequence[Findings]) -> Score:
    """How well the roles of texts were found."""
    return _score([each.found for each in findings], [each.wanted for each in findings])


def score_codes(findings: Sequence[Findings]) -> Score:
    """How well the countries of people were found."""
    return _score([each.found_codes for each in findings], [each.wanted_codes for each in findings])


def _score(found: Sequence[Counter[str]], wanted: Sequence[Counter[str]]) -> Score:
    hits = sum((one & other).total() for one, other in zip(found, wanted, strict=True))
    return Score(hits, sum(map(Counter.total, found)), sum(map(Counter.total, wanted)))


def _phrase(lines: Sequence[str]) -> Phrase:
    expected = {}
    for line in lines:
        match = _EXPECTED.fullmatch(line)
        if match:
            expected[match["name"]] = Expectation(tuple(match["roles"].split(" | ")), match["code"])
    return Phrase("\n".join(line for line in lines if not line.startswith("  ")), expected)


def _codes(index: Index, names: Mapping[ActorId, str]) -> Iterable[tuple[str, str]]:
    for actor in index.actors:
        if actor.kind == "person" and actor.code:
            yield names.get(actor.id, actor.name), actor.code


def _counted(pairs: Iterable[tuple[str, str]]) -> Counter[str]:
    return Counter(f"{name}: {value}".casefold() for name, value in pairs)
