"""The titles and descriptions that a text gives its actors."""

import re
from collections.abc import Iterable, Iterator

from tuireader.domain.actor import ActorKind, Role
from tuireader.domain.span import Span
from tuireader.recognise.appositions import descriptions
from tuireader.recognise.epithets import epithet
from tuireader.recognise.sightings import Sighting
from tuireader.recognise.wordlists import read_classes

_CHANGING = read_classes("roles.txt")["other office"]
_MOST = 64
"""How many different roles of one actor are kept, since each is compared with the others."""

_REACH = 90
_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]{1,4}\.(?=\s)|[^\W_][\w'’‐‑-]*")

_MODIFIERS = read_classes("people.txt")["office modifier"]


def find_roles(text: str, kind: ActorKind, sightings: Iterable[Sighting]) -> tuple[Role, ...]:
    """The roles that a text gives somebody beside the name, in order, each once.

    Args:
        text: The whole text.
        kind: What is named.
        sightings: The places where it is named, in order.
    """
    roles: dict[str, Role] = {}
    for sighting in sightings:
        for span in _beside(text, kind, sighting):
            words = " ".join(text[span.start : span.end].split())
            if len(roles) < _MOST:
                roles.setdefault(_plain(words), Role(words, span))
    kept = [role for words, role in roles.items() if not any(_says_more(other, words) for other in roles)]
    return tuple(sorted(kept, key=lambda role: role.span))


def _plain(role: str) -> str:
    """A role without what only spelling makes different: `U.S. Defense Secretary`."""
    return role.casefold().replace(".", "").replace("defense", "defence").replace("’", "'")


def _says_more(longer: str, shorter: str) -> bool:
    """Whether one role is another one with more about it: `former French president`, `former president`."""
    if len(longer) <= len(shorter):
        return False
    words, rest = shorter.split(), iter(longer.split())
    if not all(word in rest for word in words):
        return False
    return _CHANGING.isdisjoint(set(longer.split()) - set(words))


def _beside(text: str, kind: ActorKind, sighting: Sighting) -> Iterator[Span]:
    """Where roles stand before and behind a name."""
    before = epithet(text, sighting.name_start, sighting.end, kind)
    if before:
        if before.is_title:
            farther = epithet(text, before.span.start, sighting.end, kind)
            if farther and not farther.is_title:
                yield farther.span
        yield before.span
    yield from descriptions(text, sighting.start, sighting.end, kind)


def office_start(text: str, start: int) -> int:
    """Where the words begin that belong to a title: `Foreign | Minister Lavrov`."""
    for span in _words_before(text, start):
        word = text[span.start : span.end]
        if not (word[0].isupper() and word.lower() in _MODIFIERS):
            break
        start = span.start
    return start


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
