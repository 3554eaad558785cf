"""A small document of three sections and the actors in it, made by hand."""

import re
from dataclasses import replace

from tuireader.domain.actor import Actor, ActorKind, Mention, MentionForm, actor_id
from tuireader.domain.document import Document, DocumentId, Section
from tuireader.domain.index import Index
from tuireader.domain.inline import Inline, InlineStyle
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span

TEXT = """\
One

Ada met Bo.

It rained.

Two

Bo sailed to Oslo; Ada stayed.

Three

Nobody came.

Ada left.
"""

ADA = Actor(actor_id(ActorKind.PERSON, "Ada"), "Ada", ActorKind.PERSON)
BO = Actor(actor_id(ActorKind.PERSON, "Bo"), "Bo", ActorKind.PERSON)
NORWAY = Actor(actor_id(ActorKind.COUNTRY, "Norway"), "Norway", ActorKind.COUNTRY, code="NO")


def place(words: str) -> Span:
    """Where some words first stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


FIRST_ADA, SECOND_ADA, THIRD_ADA = (Span(start, start + 3) for start in (m.start() for m in re.finditer("Ada", TEXT)))
FIRST_BO, SECOND_BO = place("Bo"), Span(place("Bo sailed").start, place("Bo sailed").start + 2)
OSLO = place("Oslo")

MENTIONS = (
    Mention(FIRST_ADA, ADA.id),
    Mention(FIRST_BO, BO.id),
    Mention(SECOND_BO, BO.id),
    Mention(OSLO, NORWAY.id, MentionForm.METONYM),
    Mention(SECOND_ADA, ADA.id),
    Mention(THIRD_ADA, ADA.id),
)


def parted(text: str, *headings: str) -> Document:
    """A document with a paragraph for each block between blank lines; those that are headings begin sections."""
    blocks = [(Span(*match.span()), match[0]) for match in re.finditer(r"\S(?:.|\n(?!\n))*", text)]
    starts = [0, *[span.start for span, words in blocks if words in headings][1:], len(text)]
    sections = [Section(text[:20], 1, Span(0, len(text)))]
    if headings:
        sections = [Section(*each) for each in zip(headings, [1] * 99, map(Span, starts, starts[1:]), strict=False)]
    paragraphs = [
        Paragraph(
            span,
            ParagraphKind.HEADING if words in headings else ParagraphKind.TEXT,
            max(number for number, start in enumerate(starts) if start <= span.start),
        )
        for span, words in blocks
    ]
    return Document(DocumentId("parted"), "Parted", text, tuple(sections), tuple(paragraphs))


def marked(text: str) -> Document:
    """A document whose underscores are marks."""
    marks = [Inline(Span(*match.span()), frozenset({InlineStyle.MARK})) for match in re.finditer("_", text)]
    return replace(parted(text), inlines=tuple(marks))


FERRY = parted(TEXT, "One", "Two", "Three")
FERRY_INDEX = Index((ADA, BO, NORWAY), MENTIONS)


def reading() -> ReadingState:
    """The document as it has just been opened."""
    return ReadingState(FERRY, FERRY_INDEX)
