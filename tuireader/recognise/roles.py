"""The titles and offices that a text puts directly before a name."""

import re
from collections.abc import Iterable, Iterator

from tuireader.domain.actor import Role
from tuireader.domain.span import Span
from tuireader.recognise.countries import open_countries
from tuireader.recognise.names import name_key
from tuireader.recognise.sightings import Sighting
from tuireader.recognise.wordlists import read_classes

_REACH = 90
_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]{1,4}\.(?=\s)|[^\W_][\w'’‐‑-]*")

_CLASSES = read_classes("people.txt")
_OFFICES = _CLASSES["office"]
_MODIFIERS = _CLASSES["office modifier"]
_LINKS = frozenset({"of", "for", "and", "to", "the"})


def find_roles(text: str, sightings: Iterable[Sighting]) -> tuple[Role, ...]:
    """The roles that a text gives somebody directly before the name, in order, each once.

    Args:
        text: The whole text.
        sightings: The places where the person is named, in order.
    """
    roles: dict[str, Role] = {}
    for sighting in sightings:
        span = _role_before(text, sighting.name_start)
        if span:
            words = " ".join(text[span.start : span.end].split())
            roles.setdefault(words.lower(), Role(words, span))
    return tuple(roles.values())


def office_start(text: str, start: int) -> int:
    """Where the words begin that belong to a title: `Foreign | Minister Lavrov`."""
    for span in _words_before(text, start):
        word = text[span.start : span.end]
        if not (word[0].isupper() and word.lower() in _MODIFIERS):
            break
        start = span.start
    return start


def _role_before(text: str, name_start: int) -> Span | None:
    """The words before a name that hold an office: its country, its rank, and what it is for."""
    spans: list[Span] = []
    offices = personal = 0
    for span in _words_before(text, name_start):
        word = text[span.start : span.end]
        folded = word.rstrip(".").lower()
        if not spans and folded in _CLASSES["personal title"]:
            personal += 1
            continue
        is_link = folded in _LINKS and spans and not offices
        if not (is_link or _is_office(word) or _qualifies(word)):
            break
        offices += _is_office(word)
        spans.append(span)
    is_vague = personal and not any(text[span.start].isupper() for span in spans)
    return Span(spans[-1].start, spans[0].end) if offices and not is_vague else None


def _is_office(word: str) -> bool:
    folded = word.rstrip(".").lower()
    return folded in _OFFICES and (word[0].isupper() or folded not in _CLASSES["only capitalised office"])


def _qualifies(word: str) -> bool:
    """Whether a word says whose office it is, or which."""
    folded = word.lower()
    if word[0].islower():
        return folded in _CLASSES["lower-case modifier"]
    countries, key = open_countries(), name_key(word)
    return folded in _MODIFIERS or key in countries.names or key in countries.demonyms or key in countries.seats


def _words_before(text: str, at: int) -> Iterator[Span]:
    """The words before a place from right to left, as long as nothing but space parts them."""
    if not text[at - 1 : at].isspace():
        return
    first = max(0, at - _REACH)
    for match in reversed(list(_WORD.finditer(text, first, at))):
        gap = text[match.end() : at]
        if not gap.isspace() or gap.count("\n") > 1:
            return
        at = match.start()
        yield Span(*match.span())
