"""Whether a word of a country means the country where it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tuireader.domain.actor import MentionForm
from tuireader.recognise.countries import demonym_code, open_countries
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import name_key
from tuireader.recognise.wordlists import read_classes
from tuireader.recognise.words import TITLES

_NEAR = 48
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")
_CLASSES = read_classes("contexts.txt")
_NO_PEOPLE = _CLASSES["language noun"] | _CLASSES["goods"]
_BEFORE_LANGUAGE = _CLASSES["speaking"] | {"in", "into", "to", "from", "of"}
_SPEAKS = frozenset({"speak", "speaks", "spoke", "spoken", "speaking"})
_IS_SPOKEN = re.compile(
    r"\s+(?:fluently|(?:is|was) (?:(?:very|also|widely|commonly) )*(?:spoken|(?:a|the) [a-z ]{0,24}language))"
    r"|[-‐‑](?:speaking|language)|\$|:"
)
_ROAD = re.compile(r"[-‐‑ ]\d")
_CAPITALISED = re.compile(r"[ \u00a0][A-Z][^\W_]")

_HYPHENS = "-‐‑–"
_PART_BEHIND = re.compile(r"[-‐‑–]([^\W_]+)")
_PART_BEFORE = re.compile(r"([^\W_]+)[-‐‑–]$")

_STANDS_THERE = re.compile(
    r"\b(?:(?<!according )to|in|at|into|inside|outside|near|across|visit|visited|visiting|toured)(?: the)?\s+$",
    re.IGNORECASE,
)
_LIES_THERE = re.compile(r"\b(?:in|at|to|from|near|of|for|via|outside|into)\s+$")
_ACTS = re.compile(
    r"\s+(?:(?:also|now|then|again|has|had|have|will|would|may|might|could|must|should|did|does|recently|repeatedly|not"
    r"|never|already|still|clearly|reportedly|formally|quickly)\s+)*"
    r"(?:sa(?:y|ys|id)|insist|den(?:y|ies|ied)|warn|accus|reject|demand|announc|want|refus|hope[sd]?\b|fear|argue|believ"
    r"|urg|condemn|back(?:s|ed|ing)?\b|impos|threaten|seek|sought|offer|propos|respond|react|retaliat|decid|promis"
    r"|pledg|recogni[sz]|vow|signal|agree|support|deploy|suppl(?:y|ies|ied)|order(?:s|ed)|call(?:s|ed) (?:for|on)|oppos"
    r"|withdr|sanction|criticis|criticiz|welcom|dismiss|ratif|veto|annex|mobilis|mobiliz|negotiat|expel"
    r"|(?:is|was|were|are|be|been|remains?|seems|appears|stands?)\s+(?:(?:now|also|not|still|to be)\s+)*"
    r"(?:open to|ready to|willing|seeking|considering|prepared to|determined|pushing|planning|trying|demanding"
    r"|unwilling|reluctant|expected to|likely to|set to|keen|hesitant|committed|unhappy|angry|concerned|worried"
    r"|anxious|hoping))"
)
_OWNS = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}(?:government|polic(?:y|ies)|position|stance|view|decision|demands?|all(?:y|ies)|troops"
    r"|forces|army|military|war|leaders?|leadership|response|offer|proposals?|plans?|strategy|interests|claims?|support"
    r"|sanctions|diplomats?|ambassador|efforts?|refusal|willingness|security|concerns|officials?|aggression)\b"
)
_RELATES = re.compile(
    r"\b(?:relations?|relationship|tensions?|talks|ties|deal|agreement|conflict|war|dispute|negotiations?|rift|treaty"
    r"|differences|alliance|cooperation|accord|pact|contacts?|dialogue|diplomacy|friendship|trade)\s+between\s+"
    r"(?:[A-Z][\w.]*\s+and\s+)?$"
)
_SUFFERS = re.compile(
    r"\b(?:needed|demanded|rejected|imposed|supported|backed|proposed|requested|recogni[sz]ed|approved|controlled|annexed"
    r"|occupied|offered|sought|supplied|sanctioned|condemned|denied|ordered|accused|threatened|signed|dismissed"
    r"|(?:pressure|support|aid|sanctions|demands|threats|signals|message) (?:from|on|against))\s+(?:by\s+)?$"
)


class Use(StrEnum):
    """How a word stands for a country."""

    NAME = "name"
    HALF = "half"
    """*the North*, where a text speaks of both Koreas."""

    DEMONYM = "demonym"
    PREFIX = "prefix"
    """The first half of *Anglo-French*."""

    SEAT = "seat"
    CAPITAL = "capital"

    @property
    def form(self) -> MentionForm:
        """The form of a mention by such a word."""
        if self in (Use.NAME, Use.HALF):
            return MentionForm.NAME
        return MentionForm.DEMONYM if self in (Use.DEMONYM, Use.PREFIX) else MentionForm.METONYM


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """The words around a place of a text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands at the place itself."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands a few words before."""
        return self.text[max(0, self.start - _NEAR) : self.start]

    @property
    def after(self) -> str:
        """What stands a few words after."""
        return self.text[self.end : self.end + _NEAR]

    def word_before(self) -> str:
        """The word or sign directly before, as written."""
        words = _WORD.findall(self.before)
        return words[-1] if words else ""

    def word_after(self) -> str:
        """The word or sign directly after, as written."""
        match = _WORD.search(self.after)
        return match[0] if match else ""


def means_country(use: Use, around: Surroundings) -> bool:
    """Whether a word that may stand for a country does so where it stands."""
    return _is_fit(_part_before(around)) and _is_fit(_part_behind(around)) and _TESTS[use](around)


def _is_name(around: Surroundings) -> bool:
    """Not in `US$`, `US-75`, `Chad Michael Murray`, nor `New` something that the tables do not know."""
    if around.after[:1] == "$" or (_ROAD.match(around.after) and around.words.isupper()):
        return False
    before = around.word_before()
    if before[:1].isupper() and before.lower() in _CLASSES["direction"] and around.before[-1:].isspace():
        return False
    is_given = open_lexicon().is_given(name_key(around.words))
    return not (is_given and _CAPITALISED.match(around.after) and around.word_after().lower() not in TITLES)


def _is_half(around: Surroundings) -> bool:
    """`the North`, `North and South Korea`, but not `the North Sea` or `the north of`."""
    if around.after.startswith(" and South Korea"):
        return True
    return around.word_before() == "the" and not _CAPITALISED.match(around.after) and around.word_after() != "of"


def _is_people(around: Surroundings) -> bool:
    """Not a language, a currency, a dish or a kind of dog."""
    following, preceding = around.word_after().lower(), around.word_before().lower()
    if following in _NO_PEOPLE or _IS_SPOKEN.match(around.after):
        return False
    if preceding in _SPEAKS or (around.words == "English" and demonym_code(preceding)):
        return False
    is_last = not following[:1].isalpha() or following in _CLASSES["after language"]
    return not (is_last and preceding in _BEFORE_LANGUAGE)


def _is_prefix(around: Surroundings) -> bool:
    return _is_of_country(_part_behind(around))


def _is_seat(around: Surroundings) -> bool:
    """Not the mere building."""
    return not _STANDS_THERE.search(around.before)


def _is_acting(around: Surroundings) -> bool:
    """Whether a capital does what governments do."""
    before, after = around.before, around.after
    if _RELATES.search(before) or _SUFFERS.search(before) or _OWNS.match(after):
        return True
    return bool(_ACTS.match(after)) and not _LIES_THERE.search(before)


_TESTS: Mapping[Use, Callable[[Surroundings], bool]] = {
    Use.NAME: _is_name,
    Use.HALF: _is_half,
    Use.DEMONYM: _is_people,
    Use.PREFIX: _is_prefix,
    Use.SEAT: _is_seat,
    Use.CAPITAL: _is_acting,
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
