"""Usual capitals for texts that have nothing but capitals."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tuireader.recognise import words
from tuireader.recognise.countries import open_countries
from tuireader.recognise.gazetteer import Gazetteer, capitalised, is_often_given
from tuireader.recognise.lexicon import UNKNOWN_SHARE, open_lexicon
from tuireader.recognise.wordlists import read_classes

_NAMED_WHOLE = frozenset({"organisation", "place"})
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W\d_]+")
_APOSTROPHES = ("'", "’")
_RARE_SHARE, _PLAIN_SHARE = 1, 5
_LONGEST_ACRONYM = 5
_LARGE_BANDS = ("1", "2")
_ENDINGS = ("ies", "es", "s", "ed", "d", "ing", "ly", "er", "ers", "or", "ors", "able", "less", "ness", "ment", "ments")
_OF_VERBS = ("ed", "ing", "ly", "ise", "ises", "ize", "izes")
_SPOKEN = frozenset(
    {"dunno", "gonna", "gotta", "kinda", "lotta", "outta", "sorta", "wanna", "e.g", "i.e", "a.m", "p.m"}
)
_BEFORE_US = read_classes("contexts.txt")["before us"]
_OF_OFFICE = words.TITLES | words.RANKS | words.PORTFOLIOS
_PLAIN = words.FUNCTION | words.SPEECH | words.PREPOSITION | _SPOKEN
_NEARBY = frozenset({" ", "\n", "-", "‑", ". "})


class Case(StrEnum):
    """How a word is written."""

    LOWER = "lower"
    CAPITAL = "capital"
    UPPER = "upper"
    UNKNOWN = "unknown"
    """A word of no list, which may be a name."""


@dataclass(slots=True, eq=False)
class _Token:
    """A word of a text in capitals."""

    start: int
    end: int
    key: str
    case: Case
    gap: str
    """What stands between it and the word before."""


class Recaser:
    """Restores the capitals of the passages of one text."""

    def __init__(self, texts: Iterable[str]) -> None:
        tokens = [token for text in texts for token in _tokens(text)]
        self._names = {token.key for token in tokens if token.case is Case.CAPITAL}

    def recase(self, text: str) -> str:
        """A passage with the usual capitals: for names, and for titles before them."""
        tokens = _tokens(text)
        for token in tokens:
            if token.case is Case.UNKNOWN:
                token.case = Case.CAPITAL if token.key in self._names else Case.LOWER
        _raise_titles(tokens)
        letters = list(text)
        for token in tokens:
            word = text[token.start : token.end]
            new = {Case.LOWER: word.lower(), Case.CAPITAL: capitalised(word)}.get(token.case, word)
            if len(new) == len(word):
                letters[token.start : token.end] = new
        return "".join(letters)


def _tokens(text: str) -> list[_Token]:
    """The words of a passage, with what the lists and the words beside them say about their case."""
    folded = text.lower()
    if len(folded) != len(text):
        return []
    tokens, end, known = list[_Token](), 0, 0
    for match in _WORD.finditer(folded):
        start, gap = match.start(), folded[end : match.start()]
        if start >= known:
            known = start + len(_known_names().longest_at(folded, start))
        case = Case.CAPITAL if start < known and match[0] not in words.FUNCTION else _case_alone(match[0], gap)
        tokens.append(_Token(start, match.end(), match[0], case, gap))
        end = match.end()
    _judge_by_neighbours(tokens)
    return tokens


def _case_alone(word: str, gap: str) -> Case:
    """What the lists say about a word."""
    lexicon = open_lexicon()
    key = word.rstrip(".")
    share = lexicon.lower_share(key)
    if key in _PLAIN or share >= _PLAIN_SHARE or gap in _APOSTROPHES:
        return Case.LOWER
    if "." in key or len(key) == 1 or _is_acronym(key):
        return Case.UPPER
    is_known = open_countries().knows(key) or key in words.MONTH or lexicon.is_given(key)
    if UNKNOWN_SHARE < share <= _RARE_SHARE or is_known or lexicon.cities.get(key) in _LARGE_BANDS:
        return Case.CAPITAL
    return Case.LOWER if share != UNKNOWN_SHARE or _is_derived(key) else Case.UNKNOWN


def _is_acronym(key: str) -> bool:
    if key in open_countries().acronyms:
        return True
    is_known = "organisation" in open_lexicon().known.get(key, ())
    return is_known and len(key) <= _LONGEST_ACRONYM and open_lexicon().lower_share(key) < _PLAIN_SHARE


def _is_derived(word: str) -> bool:
    """Whether a word is an ordinary one with an ending."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    forms = (stem + letter for stem in stems for letter in ("", "e", "y"))
    return any(open_lexicon().lower_share(form) >= _PLAIN_SHARE for form in forms)


def _judge_by_neighbours(tokens: Sequence[_Token]) -> None:
    """Make names of words that the lists do not know, or know as a surname, where the words beside them say so."""
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else None
        after = tokens[number + 1] if number + 1 < len(tokens) else None
        if token.key == "us":
            token.case = Case.LOWER if _is_pronoun(before, after) else Case.UPPER
        elif (token.case is Case.UNKNOWN and _is_name(token, before, after)) or _is_surname(token, before):
            token.case = Case.CAPITAL


def _is_pronoun(before: _Token | None, after: _Token | None) -> bool:
    """Whether `US` is *us*: behind *of* or *give*, and before a small word or a stop, save for `THE US`."""
    if before and before.key == "the":
        return False
    if before and before.key in _BEFORE_US:
        return True
    return after is None or after.gap != " " or after.key in _PLAIN


def _is_name(token: _Token, before: _Token | None, after: _Token | None) -> bool:
    """Whether a title, a given name or a name stands before an unknown word, or a verb of speaking behind it."""
    if after and after.gap == " " and after.key in words.SPEECH:
        return True
    if not before:
        return False
    is_titled = before.key.rstrip(".") in words.TITLES
    if token.gap == ", ":
        return is_titled and after is not None and after.gap == " " and after.case is Case.UNKNOWN
    if token.gap not in _NEARBY:
        return False
    is_verb = token.key.endswith(_OF_VERBS)
    return is_titled or (before.case is Case.CAPITAL and not _is_of_world(before.key) and not is_verb)


def _is_surname(token: _Token, before: _Token | None) -> bool:
    """Whether an ordinary word stands behind a given name, and is a surname: `JOHN BAKER`."""
    if token.case is not Case.LOWER or not before or before.case is not Case.CAPITAL or token.gap not in (" ", "\n"):
        return False
    is_word = token.key in _PLAIN or token.key in words.TITLES or (token.key.endswith("s") and _is_derived(token.key))
    is_frequent = open_lexicon().surnames.get(token.key) in _LARGE_BANDS
    return is_often_given(before.key) and is_frequent and not is_word


def _is_of_world(key: str) -> bool:
    """Whether a word is of a country or the calendar, so that what stands behind it is likely no name."""
    return open_countries().knows(key) or key in words.MONTH


def _raise_titles(tokens: Sequence[_Token]) -> None:
    """Give capitals to titles and offices that stand directly before a name."""
    for number in range(len(tokens) - 2, -1, -1):
        token, after = tokens[number], tokens[number + 1]
        is_of_name = after.case is Case.CAPITAL and after.gap in _NEARBY and not open_countries().knows(after.key)
        if is_of_name and token.case is Case.LOWER and token.key in _OF_OFFICE:
            token.case = Case.CAPITAL


@cache
def _known_names() -> Gazetteer:
    """Names of several words that are known as a whole."""
    countries, lexicon = open_countries(), open_lexicon()
    lists = (countries.names, countries.demonyms, countries.capitals, countries.seats, countries.organisations)
    places = (city for city, band in lexicon.cities.items() if band in _LARGE_BANDS)
    known = [key for key, classes in lexicon.known.items() if not _NAMED_WHOLE.isdisjoint(classes)]
    names = [*known, *lexicon.states, *places, *(key for each in lists for key in each)]
    return Gazetteer.of(key for key in names if " " in key and "." not in key)
