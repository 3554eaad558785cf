"""What a text itself says of its actors: every fact stands somewhere in it, and nothing else is told."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tuireader.domain.actor import ActorId, ActorKind, Mention, MentionForm
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.passages import sentence_of
from tuireader.domain.span import Span

_MOST_NAMES = 12
_MOST_COMPANIONS = 6
_MOST_REASONS = 4
_LONGEST = 240
"""Characters of a sentence that are told."""


class Topic(StrEnum):
    """What a fact is about."""

    INTRODUCTION = "introduced"
    ROLE = "role"
    COUNTRY = "country"
    NAME = "called"
    PLACE = "mentioned"
    COMPANION = "beside"
    REASON = "why"
    CORRECTION = "corrected"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card."""

    topic: Topic
    text: str
    note: str = ""
    """How often, or how surely."""

    span: Span | None = None
    """Where it stands in the text."""

    actor: ActorId | None = None
    """Whom it names, if that is another actor."""


def card_of(document: Document, index: Index, actor_id: ActorId) -> tuple[Fact, ...]:
    """The card of an actor.

    Args:
        document: What is read.
        index: Its actors.
        actor_id: One of them that is mentioned at least once.

    Returns:
        How it is introduced, what it is said to be, what it is called, where it is first and last, beside whom it
        stands most often, and why it was found.
    """
    actor = index.actor(actor_id)
    mentions = [each for each in index.of((actor_id,)) if each.form is not MentionForm.PRONOUN]
    if not mentions:
        return ()
    first = next((each for each in mentions if each.form is MentionForm.NAME), mentions[0])
    facts = [Fact(Topic.INTRODUCTION, sentence_around(document, first.span), span=first.span)]
    roles: dict[str, Fact] = {}
    for role in actor.roles:
        roles.setdefault(role.text.casefold(), Fact(Topic.ROLE, role.text, span=role.span))
    facts += roles.values()
    if actor.code and actor.kind is ActorKind.PERSON:
        country = next((each for each in index.named(actor.code) if each.kind is ActorKind.COUNTRY), None)
        facts.append(
            Fact(Topic.COUNTRY, country.name if country else actor.code, actor=country.id if country else None)
        )
    facts += _names(document, mentions)
    for word, mention in (("first", mentions[0]), ("last", mentions[-1])):
        title = document.section_title_at(mention.span.start)
        facts.append(Fact(Topic.PLACE, f"{word} in § {title}" if title else word, span=mention.span))
    facts += _companions(document, index, mentions)
    sure = f"{actor.confidence:.0%} sure"
    facts += (
        Fact(Topic.REASON, reason.text, "" if number else sure)
        for number, reason in enumerate(actor.reasons[:_MOST_REASONS])
    )
    facts += (Fact(Topic.CORRECTION, correction) for correction in actor.corrections)
    return tuple(facts)


def cast_of(document: Document, index: Index, view: Span) -> tuple[Fact, ...]:
    """Who is mentioned in a part of a text, in the order of the text, and where each was seen first."""
    facts = []
    for actor_id in dict.fromkeys(mention.actor for mention in index.touching(view)):
        actor, first = index.actor(actor_id), index.of((actor_id,))[0].span
        title = document.section_title_at(first.start)
        told = f"{actor.name}, {actor.roles[0].text}" if actor.roles else actor.name
        where = "here" if first.overlaps(view) else f"§ {title}" if title else "before"
        facts.append(Fact(Topic.SEEN, told, f"first {where}", first, actor_id))
    return tuple(facts)


def sentence_around(document: Document, span: Span) -> str:
    """The sentence that holds a span, on one line, cut where it is very long."""
    text = " ".join(document.shown(sentence_of(document, span)).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _names(document: Document, mentions: list[Mention]) -> Iterator[Fact]:
    """Under which words an actor is mentioned, the commonest first."""
    counts = Counter[str]()
    first: dict[str, Mention] = {}
    for mention in mentions:
        words = " ".join(document.shown(mention.span).split())
        counts[words] += 1
        first.setdefault(words, mention)
    for words, count in counts.most_common(_MOST_NAMES):
        form = first[words].form
        note = f"{count}" if form is MentionForm.NAME else f"{form} {count}"
        yield Fact(Topic.NAME, words, note, first[words].span)


def _companions(document: Document, index: Index, mentions: list[Mention]) -> Iterator[Fact]:
    """Who stands in the same paragraphs most often, and where first."""
    together: dict[ActorId, int] = {}
    first: dict[ActorId, Span] = {}
    firsts = {document.paragraph_at(mention.span.start): mention for mention in reversed(mentions)}
    for number, mention in reversed(firsts.items()):
        for other in dict.fromkeys(each.actor for each in index.touching(document.paragraphs[number].span)):
            if other != mention.actor:
                together[other] = together.get(other, 0) + 1
                first.setdefault(other, mention.span)
    for other in sorted(together, key=lambda each: -together[each])[:_MOST_COMPANIONS]:
        number = together[other]
        noun = "paragraph" if number == 1 else "paragraphs"
        yield Fact(Topic.COMPANION, index.actor(other).name, f"{number} {noun}", first[other], other)
