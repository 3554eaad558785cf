"""Noun phrases beside a name that say what somebody is: `former Swedish Prime Minister`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.domain.actor import ActorKind
from tuireader.domain.span import Span
from tuireader.recognise import rolewords
from tuireader.recognise.rolewords import ARTICLES, COMPLEMENTS, OWNERS, is_content, is_head, is_modifier

_ABBREVIATION = r"(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Jr|Sr)\."
_TOKEN = re.compile(
    rf"(?:[^\W_]\.){{2,}}|{_ABBREVIATION}|[^\W_](?:(?:[\w‐‑'’]|-(?!-))*[^\W_])?['’]?|--|\n[ \t]*\n|[^\w\s]"
)
_LONGEST = 8
_REACH = 150
_CLOSING = frozenset(",.;:)!?—–-\"”’'") | {"--"}
_BEFORE_COMPLEMENT = ARTICLES | OWNERS


class Token(NamedTuple):
    """A word or a sign of a text."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """In lower case, without the full stop of an abbreviation."""
        return self.text.rstrip(".").lower() or self.text

    @property
    def is_owner(self) -> bool:
        """Whether it owns what follows: `king's`."""
        return self.text.endswith(("'s", "’s", "s'", "s’"))


class Phrase(NamedTuple):
    """A role as it stands in a text."""

    tokens: Sequence[Token]
    """Its words, without an article."""

    head: int
    """Which of them is its noun."""

    determiner: str
    """The article, owner or pronoun that makes sure that it is a noun phrase."""

    following: Token | None = None
    """What stands behind a phrase that was read forwards."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def is_title(self) -> bool:
        """Whether its noun is written like a part of the name: `Captain`."""
        return self.tokens[self.head].text[0].isupper()


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a part of a text."""
    return [Token(match[0], *match.span()) for match in _TOKEN.finditer(text, max(0, start), end)]


class Reading:
    """The words and signs behind a place, read no farther than anybody asks."""

    def __init__(self, text: str, start: int) -> None:
        self._coming = _TOKEN.finditer(text, start, start + _REACH)
        self._read: list[Token] = []

    def has(self, number: int) -> bool:
        """Whether there are more words than a number."""
        while len(self._read) <= number:
            match = next(self._coming, None)
            if match is None:
                return False
            self._read.append(Token(match[0], *match.span()))
        return True

    def __getitem__(self, number: int) -> Token:
        """A word; raises `IndexError` behind the last one."""
        self.has(number)
        return self._read[number]

    def part(self, first: int, end: int) -> Sequence[Token]:
        """Some words that are known to be there."""
        return self._read[first:end]


def is_closing(token: Token | None) -> bool:
    """Whether a phrase behind a name is complete before a word or sign."""
    return (
        not token or token.text in _CLOSING or token.folded in rolewords.BEHIND or rolewords.is_participle(token.text)
    )


def read_phrase(reading: Reading, kind: ActorKind, *, is_predicate: bool = False) -> Phrase | None:
    """Read a role at the beginning of some words.

    Args:
        reading: The words and signs.
        kind: What the role is one of.
        is_predicate: Whether it stands behind a verb, where offices do without an article: `became king`.
    """
    if not reading.has(0):
        return None
    first = reading[0].folded in ARTICLES or reading[0].folded in OWNERS
    end = _run(reading, first)
    if end == first or (rolewords.is_participle(reading[first].text) and not is_modifier(reading[first].text)):
        return None
    owners = (each.text for each in reading.part(first, end - 1) if each.is_owner)
    determiner = reading[0].folded if first else next(owners, "")
    head = end - 1
    if not _is_noun(reading[head].text, kind, is_sure=bool(determiner)):
        return None
    end = _with_complements(reading, end)
    end = _with_others(reading, end, kind, is_predicate=is_predicate)
    following = reading[end] if reading.has(end) else None
    phrase = Phrase(reading.part(first, end), head - first, determiner, following)
    if not is_predicate and _is_title_of_work(phrase):
        return None
    return phrase if determiner or _needs_no_article(phrase, kind, is_predicate=is_predicate) else None


def _is_title_of_work(phrase: Phrase) -> bool:
    """Whether a phrase is rather a name in brackets or a list: `The Last Tycoon`, `Senator Baker`."""
    head = phrase.tokens[phrase.head]
    if head.text[0].islower() or head.folded in rolewords.OFFICES or phrase.head + 1 < len(phrase.tokens):
        return False
    return phrase.head == 0 or not rolewords.is_of_country(phrase.tokens[phrase.head - 1].text)


def _run(reading: Reading, first: int) -> int:
    """Where words end that may stand together in a role."""
    end = first
    while end < first + _LONGEST and reading.has(end) and is_content(reading[end].text):
        if end > first and _breaks_off(reading[end - 1].text, reading[end].text):
            break
        end += 1
    return end


def _breaks_off(before: str, word: str) -> bool:
    """Whether a word behind a noun is a verb or the beginning of a description: `lawyer | based in Rome`."""
    is_verb = (rolewords.is_participle(word) or word.endswith("ed")) and not is_modifier(word)
    return is_verb and (is_head(before, ActorKind.PERSON) or is_head(before, ActorKind.ORGANISATION))


def _is_noun(word: str, kind: ActorKind, *, is_sure: bool) -> bool:
    if is_head(word, kind):
        return word[0].islower() or kind is ActorKind.PERSON
    return is_sure and kind is ActorKind.PERSON and rolewords.is_doer(word)


def _with_complements(reading: Reading, end: int) -> int:
    """Where a role ends with what it is of, for, at, in or from."""
    while reading.has(end) and reading[end].folded in COMPLEMENTS:
        inner = end + 1
        while reading.has(inner) and reading[inner].folded in _BEFORE_COMPLEMENT:
            inner += 1
        if reading.has(inner) and reading[inner].folded in rolewords.COUNTS and reading[end].folded == "of":
            end = inner + 1
            continue
        behind = _run(reading, inner)
        if behind == inner or not _may_complete(reading[end - 1], reading.part(end, behind)):
            break
        end = _with_second(reading, behind)
    return end


def _may_complete(before: Token, tokens: Sequence[Token]) -> bool:
    """Whether words from a preposition on say more about an office, rather than when or how: `at last`, `in 1990`."""
    is_placed = tokens[0].folded in ("at", "in", "from")
    is_field = tokens[0].folded == "in" and before.folded in rolewords.OF_FIELD
    if is_placed and not is_field and not (tokens[1].text[0].isupper() or tokens[1].folded in _BEFORE_COMPLEMENT):
        return False
    return not any(token.text.isdigit() for token in tokens) and tokens[-1].folded not in rolewords.TIMES


def _with_second(reading: Reading, end: int) -> int:
    """Where a complement ends that has two parts: `Ukraine and Russia`."""
    if reading.has(end + 1) and reading[end].folded == "and":
        behind = _run(reading, end + 1)
        if end + 1 < behind <= end + 3 and (not reading.has(behind) or is_closing(reading[behind])):
            return behind
    return end


def _with_others(reading: Reading, end: int, kind: ActorKind, *, is_predicate: bool) -> int:
    """Where a role ends that names two offices: `nurse and mother of two`."""
    if not reading.has(end + 1) or reading[end].folded != "and":
        return end
    first = end + 1 + (is_predicate and reading[end + 1].folded in ARTICLES)
    behind = _run(reading, first)
    words = [token.text for token in reading.part(first, behind)]
    if words and is_head(words[-1], kind) and all(word.islower() or is_modifier(word) for word in words[:-1]):
        return _with_complements(reading, behind)
    return end


def _needs_no_article(phrase: Phrase, kind: ActorKind, *, is_predicate: bool) -> bool:
    """Whether a phrase without an article is a role: `president of Peru`, `Russian foreign minister`."""
    if kind is not ActorKind.PERSON:
        return False
    head, before = phrase.tokens[phrase.head], phrase.tokens[: phrase.head]
    has_complement = phrase.head + 1 < len(phrase.tokens)
    if head.folded in rolewords.KIN or rolewords.is_unsure(head.text):
        return has_complement
    if is_predicate:
        return head.folded in rolewords.OFFICES
    if any(not is_modifier(token.text) and not is_head(token.text, kind) for token in before):
        return has_complement and before[0].text[0].isupper()
    return has_complement or bool(before) or head.text.islower()
