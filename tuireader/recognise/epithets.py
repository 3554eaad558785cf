"""What a text calls somebody directly before the name: `Kremlin spokesman Peskov`, `her sister Jane`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tuireader.domain.actor import ActorKind
from tuireader.recognise import rolewords
from tuireader.recognise.persons import gender_of_title
from tuireader.recognise.phrases import Phrase, Token, tokens_of
from tuireader.recognise.rolewords import ARTICLES, COMPLEMENTS, OWNERS
from tuireader.recognise.words import PORTFOLIOS

_REACH = 100
_NEAR = 28
_LONGEST_COMPLEMENT = 8
_MOST_UNKNOWN = 2
_SMALL = frozenset({"the", "and", "of", "for", "a", "an"})
_FOND = frozenset({"dear", "dearest", "poor", "beloved", "darling"})
_BEING = frozenset({"be", "is", "was", "been", "am", "are", "were"})
_CLOSED = re.compile(r"\s*(?:[,.;:)!?—]|$)")


def epithet(text: str, start: int, end: int, kind: ActorKind) -> Phrase | None:
    """The role that stands before a name.

    Args:
        text: The whole text.
        start: Where the name begins, without titles.
        end: Where it ends.
        kind: What is named.
    """
    if not _may_stand(text, start, kind):
        return None
    tokens = tokens_of(text, start - _REACH, start)
    courtesy = ""
    while tokens and tokens[-1].folded in rolewords.COURTESIES:
        courtesy = tokens.pop().folded
    is_apart = bool(tokens) and tokens[-1].text == ","
    words = tokens[:-1] if is_apart else tokens
    head = _head(words, kind, is_apart=is_apart)
    if head < 0 or not _agrees(words[head].folded, courtesy):
        return None
    first, determiner = _first(words, head, kind)
    is_fit = not is_apart or _opens_with_as(words, first)
    is_fit = is_fit or (bool(_CLOSED.match(text, end)) and _stands_apart(words, first, head))
    if not is_fit or (first and words[first - 1].folded in rolewords.COURTESIES):
        return None
    while first < head and words[first].folded in _FOND:
        first += 1
    phrase = Phrase(words[first:], head - first, determiner)
    return phrase if _is_role(phrase, kind) else None


def _may_stand(text: str, start: int, kind: ActorKind) -> bool:
    """Whether the words before a name deserve a closer look."""
    if not text[start - 1 : start].isspace():
        return False
    words = text[max(0, start - _NEAR) : start].split()
    while words and words[-1].rstrip(".").lower() in rolewords.COURTESIES:
        words.pop()
    if not words:
        return False
    last = words[-1]
    if rolewords.is_head(last.rstrip(","), kind):
        return True
    if kind is not ActorKind.PERSON or not (last[0].isupper() or last[-1] == ","):
        return False
    words = text[max(0, start - _REACH) : start].split()
    return any(second in COMPLEMENTS and rolewords.is_head(first, kind) for first, second in pairwise(words))


def _head(tokens: Sequence[Token], kind: ActorKind, *, is_apart: bool) -> int:
    """The noun of a role that some words end with: the last one, or one with a complement behind it; -1 for none."""
    at = len(tokens) - 1
    for place in range(at, max(-1, at - _LONGEST_COMPLEMENT), -1):
        token = tokens[place]
        if rolewords.is_head(token.text, kind) and (place == at or tokens[place + 1].folded in COMPLEMENTS):
            return place
        following = tokens[place + 1].text if place < at else ""
        if not _may_complete(token, following, is_apart=is_apart):
            break
    return -1


def _may_complete(token: Token, following: str, *, is_apart: bool) -> bool:
    """Whether a word may stand between the noun of a role and the name: `of`, `Ukraine`, `state`."""
    folded = token.folded
    if folded in ("at", "in", "on", "from"):
        return following[:1].isupper()
    if folded in _SMALL or folded in COMPLEMENTS:
        return bool(following)
    if token.text[0].isupper() or folded in PORTFOLIOS:
        return token.text[0].isalpha()
    return is_apart and rolewords.is_content(token.text)


def _first(tokens: Sequence[Token], head: int, kind: ActorKind) -> tuple[int, str]:
    """Where a role begins, and which article or owner stands there."""
    first, unknown, place = head, 0, head - 1
    is_title = tokens[head].text[0].isupper()
    while place >= 0:
        token = tokens[place]
        folded = token.folded
        if folded in ARTICLES or folded in OWNERS:
            return place + 1, folded
        if token.is_owner:
            return _first_of_owner(tokens, place), folded
        if folded in ("and", ",") and not unknown and _is_joined(tokens, place, first, kind):
            first = place = place - 1
        elif (
            not rolewords.is_content(token.text)
            or folded in rolewords.COURTESIES
            or (is_title and _is_common(token.text))
        ):
            break
        elif _is_known(token, kind) or (token.text[0].isupper() and not unknown):
            first, unknown = place, 0
        else:
            unknown += 1
            if unknown > _MOST_UNKNOWN or token.text[0].isupper() or token.text.endswith(("ed", "ing")):
                break
        place -= 1
    return first, ""


def _is_common(word: str) -> bool:
    """Whether a word in lower case does not belong to an office in capitals: `in this | case Captain Hill`."""
    return word[0].islower() and not rolewords.is_adjective(word)


def _is_known(token: Token, kind: ActorKind) -> bool:
    """Whether a word is one that may well stand before the noun of a role."""
    if rolewords.is_modifier(token.text):
        return True
    return rolewords.is_head(token.text, kind) and not rolewords.is_unsure(token.text)


def _first_of_owner(tokens: Sequence[Token], owner: int) -> int:
    """Where the name of an owner begins: `Mr. | Ward's`, `second | king's`."""
    is_name = tokens[owner].text[0].isupper()
    first = owner
    while first > 0:
        word = tokens[first - 1].text
        if not rolewords.is_content(word) or not (word[0].isupper() if is_name else rolewords.is_modifier(word)):
            break
        first -= 1
    return first


def _is_joined(tokens: Sequence[Token], place: int, first: int, kind: ActorKind) -> bool:
    """Whether a role goes on before `and`, or before a comma that stands in front of it."""
    if not place or not rolewords.is_head(tokens[place - 1].text, kind) or tokens[place - 1].folded in rolewords.KIN:
        return False
    if tokens[place].text == "," and not any(token.folded == "and" for token in tokens[first : first + 4]):
        return False
    if tokens[place - 1].text[0].isupper():
        return place < 2 or _is_known(tokens[place - 2], kind) or not tokens[place - 2].text[0].isupper()
    return tokens[first].text[0].islower()


def _opens(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word is the first in its clause."""
    return first == 0 or not tokens[first - 1].text[0].isalnum()


def _opens_with_as(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause begins with `As president,` or `As a young lawyer,`."""
    first -= first > 0 and tokens[first - 1].folded in ARTICLES
    return first > 0 and tokens[first - 1].folded == "as" and _opens(tokens, first - 1)


def _stands_apart(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a role before a comma belongs to the name behind it, and nobody is spoken to: `your wife, Mr Hill`."""
    before = tokens[first - 1].folded if first else ""
    if before in ARTICLES or before in OWNERS:
        return before != "your" and not (first > 1 and tokens[first - 2].folded in _BEING)
    return _opens(tokens, first) or any(each.is_owner for each in tokens[first:head])


def _agrees(head: str, courtesy: str) -> bool:
    """Whether a role and a form of address may be those of one person: no `father` is a `Miss`."""
    genders = gender_of_title(head), gender_of_title(courtesy)
    return not all(genders) or genders[0] == genders[1]


def _is_role(phrase: Phrase, kind: ActorKind) -> bool:
    """Whether a phrase before a name tells what somebody is."""
    head = phrase.tokens[phrase.head]
    is_qualified = bool(phrase.determiner) or phrase.head > 0
    if kind is not ActorKind.PERSON:
        return head.text.islower() and is_qualified
    if head.folded in rolewords.KIN:
        return head.text.islower() and (phrase.head > 0 or phrase.determiner in OWNERS)
    if rolewords.is_quality(head.text):
        return len(phrase.tokens) > 1 or phrase.determiner not in {"", *ARTICLES}
    return is_qualified or head.text[0].isupper() or not rolewords.is_unsure(head.text)
