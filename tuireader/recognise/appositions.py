"""What a text says about somebody directly behind the name: `X, the Polish Defence Minister,`, `X was a banker`."""

import re
from collections.abc import Iterator

from tuireader.domain.actor import ActorKind
from tuireader.domain.span import Span
from tuireader.recognise import rolewords
from tuireader.recognise.phrases import Phrase, Reading, is_closing, read_phrase
from tuireader.recognise.runs import starts_sentence

_MOST = 4
_BLANK_LINE = 2
"""How many line ends make a new paragraph."""

_ADVERBS = "also|now|still|then|once|later|formerly|currently|already|again|himself|herself|long"
_ADVERB = rf"(?:(?:{_ADVERBS})\s+)*"
_BE = r"(?:is|was|became|becomes|remains|remained|(?:has|had)\s+been)\s+"
_CHOICE = (
    r"(?:re-?)?(?:appointed|elected|named|made|crowned|chosen|ordained|sworn\s+in|promoted|hired|created|proclaimed)"
)
_SERVES = r"(?:serve[ds]?|works|worked|acts|acted|began|starts|started)\s+(?:\w+ly\s+|for\s+[A-Z]\w+\s+)?as\s+"
_COPULA = re.compile(
    rf",?(\s+(?:who|which))?\s+{_ADVERB}(?:{_BE}{_ADVERB}(?:{_CHOICE}\s+(?:(?:as|to)\s+)?)?|{_SERVES})"
)
_THE = re.compile(r"\s+(?=the\s)")
_OLD = re.compile(r"(?:Old|Young|Poor|Little) $")
_SIGN = re.compile(r"\s?(?:,\s+|\(\s?|(?:--|—)\s?)|\s[-–]\s")
_OPENING = re.compile(
    rf"\s*+(?:[,(—–-]|(?:who|which|the|is|was|became|becomes|remain|ha[sd]|serve|work|act|began|start|{_ADVERBS}))"
)
"""With what any description begins: most names need no closer look."""

_AND = re.compile(r",\s+and\b")
_LATER = re.compile(_ADVERB)
_TIME = re.compile(r"(?:then|later|once|formerly)\s+")
_AGE = re.compile(r"(?:aged?\s+)?(\d{1,2})(?=\s?[,.;:)]|\s+(?:and|when|years)\b)")
_AS_IF = re.compile(r"\b(?:if|whether|unless|though|wish|wished|suppose)\s+$", re.IGNORECASE)


def descriptions(text: str, start: int, end: int, kind: ActorKind) -> Iterator[Span]:
    """The roles that stand behind a name, in order.

    Args:
        text: The whole text.
        start: Where the name begins, with its titles.
        end: Where it ends.
        kind: What is named.
    """
    if not _OPENING.match(text, end):
        return
    verb = _matched(_COPULA, text, end)
    if verb and (text[end] != "," or verb[1]):
        if not _AS_IF.search(text[max(0, start - 12) : start]):
            yield from _predicate(text, verb.end(), kind)
        return
    spans = list(_appositions(text, end, kind)) or list(_surnamed(text, start, end, kind))
    yield from spans
    verb = _matched(_COPULA, text, spans[-1].end) if spans else None
    if verb and verb[0].startswith(","):
        yield from _predicate(text, verb.end(), kind)


def _matched(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """What stands at a place, unless a paragraph ends there."""
    match = pattern.match(text, at)
    return match if match and match[0].count("\n") < _BLANK_LINE else None


def _surnamed(text: str, start: int, end: int, kind: ActorKind) -> Iterator[Span]:
    """The role behind a name that opens a sentence: `Old Peter the gardener`."""
    article = _matched(_THE, text, end)
    if not article or kind is not ActorKind.PERSON:
        return
    opening = _OLD.search(text, max(0, start - 8), start)
    if starts_sentence(text, opening.start() if opening else start, 0):
        phrase = read_phrase(Reading(text, article.end()), kind)
        if phrase and phrase.tokens[phrase.head].text.islower():
            yield phrase.span


def _predicate(text: str, at: int, kind: ActorKind) -> Iterator[Span]:
    age = _AGE.match(text, at) if kind is ActorKind.PERSON else None
    if age:
        yield Span(*age.span(1))
        return
    phrase = read_phrase(Reading(text, at), kind, is_predicate=True)
    if phrase and not (phrase.following and phrase.following.text == "?"):
        yield phrase.span


def _appositions(text: str, at: int, kind: ActorKind) -> Iterator[Span]:
    """Ages and phrases behind commas, in brackets or between dashes."""
    found: list[Span] = []
    for _ in range(_MOST):
        sign = _matched(_SIGN, text, at)
        if not sign:
            break
        later = _LATER.match(text, sign.end())
        start = later.end() if later else sign.end()
        age = _AGE.match(text, start) if kind is ActorKind.PERSON else None
        if age:
            yield Span(*age.span(1))
            at = age.end()
            continue
        phrase = read_phrase(Reading(text, start), kind)
        if phrase and found and _is_last_of_list(phrase):
            return
        if not phrase or not is_closing(phrase.following) or _is_listed(text, phrase):
            break
        at = phrase.span.end
        found.append(Span(_with_time(text, sign.end(), phrase.span.start), at))
    yield from found


def _with_time(text: str, at: int, start: int) -> int:
    """Where a role begins that is not held now: `then president of the senate`."""
    time = _TIME.match(text, at)
    return at if time and time.end() == start else start


def _is_listed(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is somebody else in a list: `Lady Anne, her daughter, and Mr Hill`."""
    return phrase.determiner in rolewords.OWNERS and bool(_AND.match(text, phrase.span.end))


def _is_last_of_list(phrase: Phrase) -> bool:
    """Whether a phrase ends a list of others beside somebody: `Tom, a lawyer, a doctor and two nurses`."""
    return bool(phrase.following and phrase.following.folded == "and")
