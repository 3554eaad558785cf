"""Whether a word of a country means the country where it stands."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from tuireader.domain.actor import MentionForm
from tuireader.recognise.countries import open_countries
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import name_key
from tuireader.recognise.peoples import is_people
from tuireader.recognise.powers import is_acting, is_power, is_power_at_work
from tuireader.recognise.surroundings import Surroundings
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import TITLES

_CLASSES = read_classes("contexts.txt")
_FORENAMES = _CLASSES["forename"] | _CLASSES["direction"]
_ROAD = re.compile(r"[-‐‑ ]\d")
_MONEY = re.compile(r"\$| ?dollars?\b")
_CAPITALISED = re.compile(r"[ \u00a0][A-Z][^\W_]")
_STATE = re.compile(r", ((?:(?:New|North|South|West|Rhode) )?[A-Z][a-z]+)\b")
_BEARER = re.compile(r"\b([A-Z]\w+|gulf|sea|bay|straits?) of (?:the )?(?:[A-Z]\w+ and )?$")
_RIVERS = frozenset({"niger", "jordan", "congo", "senegal", "gambia", "paraguay", "uruguay"})
_ALONG = re.compile(r"\b(\w+)(?: of| over| from)? the $")
_FLOWS = re.compile(r" (?:river|basin|delta|flow|flood|overflow|rises|rose|burst|froze|narrows|meets the)")
_ARTICLE = re.compile(r"\b[Tt]he $")
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?)]|$|(?:is|was|at|in|and|to|from|by|near|below|above)\b)")
_HYPHENS = "-‐‑–"
_PART_BEHIND = re.compile(r"[-‐‑–]([^\W_]+)")
_PART_BEFORE = re.compile(r"([^\W_]+)[-‐‑–]$")


class Use(StrEnum):
    """How a word stands for a country."""

    NAME = "name"
    HALF = "half"
    """*the North*, where a text speaks of both Koreas."""

    DEMONYM = "demonym"
    PREFIX = "prefix"
    """The first half of *Anglo-French*."""

    SEAT = "seat"
    QUARTER = "quarter"
    """A seat that is a street or a district too: *Whitehall*."""

    CAPITAL = "capital"

    @property
    def form(self) -> MentionForm:
        """The form of a mention by such a word."""
        if self in (Use.NAME, Use.HALF):
            return MentionForm.NAME
        return MentionForm.DEMONYM if self in (Use.DEMONYM, Use.PREFIX) else MentionForm.METONYM


def is_common(key: str) -> bool:
    """Whether a folded word of a country is an ordinary word too: `turkey`, `polish`."""
    return key in _CLASSES["common"]


def means_country(use: Use, around: Surroundings) -> bool:
    """Whether a word that may stand for a country does so where it stands."""
    return _is_fit(_part_before(around)) and _is_fit(_part_behind(around)) and _TESTS[use](around)


def _is_name(around: Surroundings) -> bool:
    """Not in `US$`, `US-75`, `Chad Michael Murray`, `Lebanon, Ohio`, nor `New` something that no table knows."""
    if _MONEY.match(around.after) or (around.words.isupper() and (_ROAD.match(around.after) or _is_pronoun(around))):
        return False
    if _is_part_of_name(around) or _is_river(around):
        return False
    state = _STATE.match(around.after)
    if state and state[1].lower() in open_lexicon().states - {"georgia", "washington"}:
        return False
    is_given = open_lexicon().is_given(name_key(around.words))
    return not (is_given and _CAPITALISED.match(around.after) and around.word_after().lower() not in TITLES)


def _is_pronoun(around: Surroundings) -> bool:
    """Whether capitals all around make `US` of *us*, as in `TELL US MORE`."""
    before = around.word_before()
    return around.words == "US" and before.isupper() and before.lower() in _CLASSES["before us"]


def _is_part_of_name(around: Surroundings) -> bool:
    """Whether capitals beside a country make a place or an institution of it: `Jordan Street`, `Bank of Chad`."""
    before, after = around.word_before(), around.word_after()
    if before[:1].isupper() and before.lower() in _FORENAMES and around.before[-1:].isspace():
        return True
    if _CAPITALISED.match(around.after) and after.lower() in _CLASSES["surname"] and not after.isupper():
        return True
    bearer = _BEARER.search(around.before)
    return bearer is not None and bearer[1].lower() in _CLASSES["bearer"] and not around.words.isupper()


def _is_river(around: Surroundings) -> bool:
    """`down the Congo`, `the Niger is wide`."""
    key = name_key(around.words)
    if key not in _RIVERS or not _ARTICLE.search(around.before):
        return False
    along = _ALONG.search(around.before)
    if (along and along[1].lower() in _CLASSES["flowing"]) or _FLOWS.match(around.after):
        return True
    return key in ("niger", "jordan") and bool(_CLAUSE_END.match(around.after))


def _is_half(around: Surroundings) -> bool:
    """`the North`, `North and South Korea`, but not `the North Sea` or `the north of`."""
    if around.after.startswith(" and South Korea"):
        return True
    return (
        around.word_before().lower() == "the" and not _CAPITALISED.match(around.after) and around.word_after() != "of"
    )


def _is_prefix(around: Surroundings) -> bool:
    return _is_of_country(_part_behind(around))


_TESTS: Mapping[Use, Callable[[Surroundings], bool]] = {
    Use.NAME: _is_name,
    Use.HALF: _is_half,
    Use.DEMONYM: is_people,
    Use.PREFIX: _is_prefix,
    Use.SEAT: is_power,
    Use.QUARTER: is_power_at_work,
    Use.CAPITAL: is_acting,
}


def _part_behind(around: Surroundings) -> str:
    """What a hyphen joins behind, as `French` in `Anglo-French`."""
    match = _PART_BEHIND.match(around.after)
    return match[1] if match else ""


def _part_before(around: Surroundings) -> str:
    """What a hyphen joins before."""
    if around.start == 0 or around.text[around.start - 1] not in _HYPHENS:
        return ""
    match = _PART_BEFORE.search(around.before)
    return match[1] if match else ""


def _is_fit(part: str) -> bool:
    """Whether the other half of a compound leaves a country its meaning: another one, or no name at all."""
    return not part[:1].isupper() or _is_of_country(part)


def _is_of_country(part: str) -> bool:
    return bool(part) and open_countries().knows(name_key(part))
