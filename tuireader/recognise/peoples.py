"""Whether a demonym means a country and its people, or a language, money, a dish or a kind of dog."""

import re

from tuireader.recognise.countries import country_code, demonym_code
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import name_key
from tuireader.recognise.surroundings import Surroundings
from tuireader.recognise.wordlists import read_classes

_CLASSES = read_classes("contexts.txt")
_LANGUAGES = _CLASSES["language"]
_NO_PEOPLE = _CLASSES["language noun"] | _CLASSES["goods"] | _CLASSES["land"]
_SPEAKS = frozenset({"speak", "speaks", "spoke", "spoken", "speaking"})
_AMOUNTS = frozenset({"any", "some", "little", "much", "no", "enough"})
_OWNERS = frozenset({"my", "your", "his", "her", "our", "their"})
_BEFORE_LANGUAGE = _CLASSES["speaking"] | {"in", "into", "to", "from", "of"}
_IS_SPOKEN = re.compile(
    r"\s+(?:fluently|(?:is|was) (?:(?:very|also|widely|commonly) )*(?:spoken|(?:a|the) [a-z ]{0,24}language))"
    r"|[-‐‑](?:speaking|language|speaker)|\$|:|,? (?:a|an|the) (?:[\w-]+ ){0,3}(?:language|dialect)\b"
)
_SPACED_HALF = re.compile(r" - [A-Z][a-z]+(?:ic|ist)\b")
"""The rest of a compound that no country is in, where space was put round its hyphen: `American - Islamic`."""

_LABEL = re.compile(r" \(([A-Z][\w ]+)\)")
_PARAGRAPH_END = re.compile(r"[ \t]*\n[ \t]*\n")
_CHAIN = re.compile(r"\b([A-Z]\w+)(?:,| and| or|, and|, or)(?: (?:in|into|from|a little|some))? $")
_QUALITY = re.compile(r"\b(\w+) ([a-z]+) $")
_IMPROVES = re.compile(r" (?:is|was|has|had|isn['’]t|wasn['’]t|improve[sd]|came back|got)\b")
_OBJECT = re.compile(r" (?:the|your|my|his|her|its|our|their|a|an|it|them|up|off)\b")


def is_people(around: Surroundings) -> bool:
    """Whether a demonym means a country and its people."""
    following = around.word_after().lower()
    if following in _NO_PEOPLE or _IS_SPOKEN.match(around.after):
        return False
    if _SPACED_HALF.match(around.after) or _stands_before_country(around):
        return False
    if around.words == "English" and demonym_code(around.word_before().lower()):
        return False
    if _is_team(around):
        return False
    if around.words == "Polish" and _OBJECT.match(around.after):
        return False
    return not (_may_be_spoken(around.words) and _is_language(around.before, around.after, following))


def _stands_before_country(around: Surroundings) -> bool:
    """Whether a country follows in brackets, so that the word before it is only a language of it: `Lao (Laos)`."""
    label = _LABEL.match(around.after)
    return label is not None and country_code(name_key(label[1])) == demonym_code(name_key(around.words))


def is_spoken(around: Surroundings) -> bool:
    """Whether a demonym is surely the name of a language."""
    return _may_be_spoken(around.words) and not is_people(around)


def _is_team(around: Surroundings) -> bool:
    """Whether a people stands behind its city: `Indianapolis Indians`."""
    before = around.word_before()
    return (
        around.words.endswith("s")
        and before[:1].isupper()
        and before.lower() in open_lexicon().cities
        and (around.before[-1:] == " ")
    )


def _may_be_spoken(word: str) -> bool:
    """Whether a demonym may be the name of a language, as `Dane` and `Swiss` may not."""
    key = name_key(word)
    return bool(demonym_code(key)) and (key in _LANGUAGES or key.endswith(("ian", "ish", "ese")))


def _is_language(before: str, after: str, following: str) -> bool:
    """Whether the word between two texts is a language there."""
    words = before.split()
    preceding = words[-1].lower().strip("“‘\"'(") if words else ""
    if preceding in _SPEAKS:
        return True
    is_end = not following[:1].isalpha() or bool(_PARAGRAPH_END.match(after))
    if not is_end and following not in _CLASSES["after language"]:
        return preceding in _OWNERS and bool(_IMPROVES.match(after))
    if preceding in _BEFORE_LANGUAGE or (preceding in _AMOUNTS and is_end):
        return True
    quality = _QUALITY.search(before)
    if quality and quality[2] in _CLASSES["quality"] and quality[1].lower() in _BEFORE_LANGUAGE | {"a"}:
        return is_end or quality[1].lower() != "a"
    return _follows_language(before) or (preceding in _OWNERS and bool(_IMPROVES.match(after)))


def _follows_language(before: str) -> bool:
    """Whether a text ends with a language and a joint, as in `taught English and`."""
    link = _CHAIN.search(before)
    if not link or not _may_be_spoken(link[1]):
        return False
    return _is_language(before[: link.start()], " and", "and")
