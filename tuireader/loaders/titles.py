"""Titles made from a text's own words, for what has none."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from tuireader.domain.cleaning import clean_line

_SHORTEST, _LONGEST = 20, 42
_ADDRESS = re.compile(r"https?://(?P<host>[^/?#]*)(?P<path>[^?#]*)", re.IGNORECASE)
_OPENING = re.compile(r"[\s\W_]*")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?…]+[”’\"')]*(?=\s)")
_PAUSE = re.compile(r"[,;:—–]$|--$|[.!?][”’\"')]*$")
_LOOSE_ENDS = ".,;:—–-…_*\"“”‘’'( "
_STEM_BREAK = re.compile(r"[_\s]+|(?<=[a-z])-(?=[a-z])")
_PHRASE_WORDS = """
    a about after against although an and are around as at be because been before being between but by can could did do
    does for from had has have he her his however i if in into is it its may might more must my nor not of on or our
    over shall she should since so such than that the their them then there these they this those though through to
    under until up upon was we were what when where which while who whom whose will with would you your
"""
"""Words that open a phrase: a title may end before one, never with one."""

_OPENERS = frozenset(_PHRASE_WORDS.split())


def title_of(text: str) -> str:
    """A title for a passage: its first words, cut where a phrase ends.

    Args:
        text: The passage, or its beginning.

    Returns:
        The first sentence if it is short, else its beginning with an ellipsis; empty for a text without words.
    """
    line = clean_line(text[:400])
    line = line[_end_of_opening(line) :]
    sentence = _SENTENCE_END.search(line + " ")
    if sentence and sentence.start() <= _LONGEST:
        return line[: sentence.start()].rstrip(_LOOSE_ENDS) or line[:_LONGEST]
    if len(line) <= _LONGEST:
        return line.rstrip(_LOOSE_ENDS) or line
    return line[: _cut(line)].rstrip(_LOOSE_ENDS) + "…"


def title_from_name(name: str) -> str:
    """A title for a file or an address: its name without folder and suffix, in words; empty for pipes."""
    address = _ADDRESS.match(name)
    path = PurePath(name.replace("\\", "/"))
    if path.parent.name == "fd":
        return ""
    stem = path.stem if address is None else _last_of(address)
    words = clean_line(_STEM_BREAK.sub(" ", stem))
    if not any(map(str.isalnum, words)):
        return ""
    return words[:1].upper() + words[1:] if words.islower() else words


def _last_of(address: re.Match[str]) -> str:
    """The last part of the path of an address, or else its host."""
    from urllib.parse import unquote  # noqa: PLC0415 - most documents are files

    return PurePath(unquote(address["path"])).stem or address["host"]


def _end_of_opening(line: str) -> int:
    match = _OPENING.match(line)
    return match.end() if match and match.end() < len(line) else 0


def _cut(line: str) -> int:
    """Where to end a title: at a pause, else before a phrase, else behind the last word that fits."""
    words = [match for match in _WORD.finditer(line[: _LONGEST + 20]) if match.start() <= _LONGEST + 1]
    ends = [word.end() for word in words if _SHORTEST <= word.end() <= _LONGEST]
    if not ends:
        return _LONGEST
    pauses = [word.end() for word in words if word.end() in ends and _PAUSE.search(word[0])]
    return (pauses or _phrase_ends(words) or ends)[-1]


def _phrase_ends(words: Sequence[re.Match[str]]) -> list[int]:
    """Where a phrase is over: behind a word with weight, or better where the next phrase begins."""
    whole = [
        (word.end(), _bare(following) in _OPENERS)
        for before, word, following in zip(words, words[1:], words[2:], strict=False)
        if _SHORTEST <= word.end() <= _LONGEST and _bare(word) not in _OPENERS and _bare(before) != "to"
    ]
    return [end for end, is_last in whole if is_last] or [end for end, _ in whole]


def _bare(word: re.Match[str]) -> str:
    return word[0].strip(_LOOSE_ENDS).lower()
