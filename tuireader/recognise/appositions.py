"""What a text says about somebody directly behind the name: `X, the Polish Defence Minister,`, `X was a banker`."""

import re
from collections.abc import Iterator

from tuireader.domain.actor import ActorKind
from tuireader.domain.span import Span
from tuireader.recognise import rolewords
from tuireader.recognise.phrases import Phrase, Reading, is_closing, read_phrase
from tuireader.recognise.runs import starts_sentence

_MOST = 4
_SPACE = r"(?:[ \u00a0]|[ \u00a0]?\n(?!\s*\n)[ \t]*)"
_ADVERB = rf"(?:(?:also|now|still|then|once|later|formerly|currently|already|again|himself|herself|long){_SPACE})*"
_BE = rf"(?:(?:is|was|became|becomes|remains|remained|(?:has|had){_SPACE}been){_SPACE}{_ADVERB})"
_CHOICE = rf"appointed|elected|named|made|crowned|chosen|ordained|sworn{_SPACE}in|promoted|hired|created|proclaimed"
_CHOSEN = rf"(?:re-?)?(?:{_CHOICE}){_SPACE}"
_SERVES = rf"(?:serve[ds]?|works|worked|acts|acted|began|starts|started){_SPACE}"
_WHERE = rf"(?:\w+ly{_SPACE}|for{_SPACE}[A-Z]\w+{_SPACE})?"
_VERB = rf"{_ADVERB}(?:{_BE}(?:{_CHOSEN}(?:(?:as|to){_SPACE})?)?|{_SERVES}{_WHERE}as{_SPACE})"
_COPULA = re.compile(rf"(?:,?{_SPACE}(?:who|which))?{_SPACE}{_VERB}|,{_SPACE}who{_SPACE}{_VERB}")
_RESUMED = re.compile(rf",{_SPACE}{_VERB}")
_THE = re.compile(rf"{_SPACE}(?=the{_SPACE})")
_OLD = re.compile(r"(?:Old|Young|Poor|Little) $")
_SIGN = re.compile(rf"{_SPACE}?(?:,{_SPACE}|\({_SPACE}?|(?:--|—){_SPACE}?)|{_SPACE}[-–]{_SPACE}")
_AND = re.compile(rf",{_SPACE}and\b")
_LATER = re.compile(_ADVERB)
_TIME = re.compile(rf"(?:then|later|once|formerly){_SPACE}")
_AGE = re.compile(rf"(?:aged?{_SPACE})?(\d{{1,2}})(?={_SPACE}?[,.;:)]|{_SPACE}(?:and|when|years)\b)")
_AS_IF = re.compile(r"\b(?:if|whether|unless|though|wish|wished|suppose)\s+$", re.IGNORECASE)


def descriptions(text: str, start: int, end: int, kind: ActorKind) -> Iterator[Span]:
    """The roles that stand behind a name, in order.

    Args:
        text: The whole text.
        start: Where the name begins, with its titles.
        end: Where it ends.
        kind: What is named.
    """
    verb = _COPULA.match(text, end)
    if verb:
        if not _AS_IF.search(text[max(0, start - 12) : start]):
            yield from _predicate(text, verb.end(), kind)
        return
    spans = list(_appositions(text, end, kind)) or list(_surnamed(text, start, end, kind))
    yield from spans
    verb = _RESUMED.match(text, spans[-1].end) if spans else None
    if verb:
        yield from _predicate(text, verb.end(), kind)


def _surnamed(text: str, start: int, end: int, kind: ActorKind) -> Iterator[Span]:
    """The role behind a name that opens a sentence: `Old Peter the gardener`."""
    article = _THE.match(text, end)
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
        sign = _SIGN.match(text, at)
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
