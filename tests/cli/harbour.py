"""A small document and its actors, made by hand, so that output does not depend on how actors are found."""

from collections.abc import Callable
from dataclasses import replace

from tuireader.domain.actor import Actor, ActorKind, Basis, Mention, MentionForm, Reason, Role, actor_id
from tuireader.domain.anchor import Anchor, anchor_of
from tuireader.domain.document import Document, DocumentId, Section
from tuireader.domain.index import Index
from tuireader.domain.notes import Note, Notes, notes_in
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.quotation import Quotation
from tuireader.domain.span import Span
from tuireader.errors import DocumentNotFoundError

TEXT = """\
Harbour news

Zoë Marsh, the harbour master, met Captain Idris
Bell on Monday. "The French boats, all nine,
stay out," Marsh said.

What Paris said

Paris sent [Bell] a note; 北海 Fisheries did not.
"""

MISSING = "missing.txt"
NEAREST = Basis("nearest of 2 called Marsh", 0.65, (actor_id(ActorKind.PERSON, "Ned Marsh"),))


def harbour() -> Document:
    """A document of two sections."""
    second = TEXT.index("What Paris")
    bounds = [(0, "Harbour news"), (14, 'out," Marsh said.'), (second, "What Paris said"), (second + 17, "did not.")]
    kinds = [ParagraphKind.HEADING, ParagraphKind.TEXT] * 2
    return Document(
        id=DocumentId("harbour"),
        title="Harbour news",
        text=TEXT,
        sections=(
            Section("Harbour news", 1, Span(0, second)),
            Section("What Paris said", 2, Span(second, len(TEXT))),
        ),
        paragraphs=tuple(
            Paragraph(Span(start, TEXT.index(end) + len(end)), kind, at // 2)
            for at, ((start, end), kind) in enumerate(zip(bounds, kinds, strict=True))
        ),
    )


def harbour_index() -> Index:
    """Everybody in the document."""
    france = _actor(ActorKind.COUNTRY, "France", "Paris", "French")
    marsh, bell = _actor(ActorKind.PERSON, "Zoë Marsh", "Marsh"), _actor(ActorKind.PERSON, "Idris Bell", "Bell")
    fisheries = _actor(ActorKind.ORGANISATION, "北海 Fisheries")
    mentions = [
        _mention("Zoë Marsh", marsh),
        _mention("Idris\nBell", bell),
        _mention("French", france, MentionForm.DEMONYM),
        replace(_mention("Marsh said", marsh, length=5), basis=NEAREST),
        _mention("Paris said", france, MentionForm.METONYM, length=5),
        _mention("Paris sent", france, MentionForm.METONYM, length=5),
        _mention("Bell]", bell, length=4),
        _mention("北海 Fisheries", fisheries),
    ]
    return Index((france, marsh, bell, fisheries), tuple(mentions))


def harbour_quotations() -> tuple[Quotation, ...]:
    """What is said in the document, and something that nobody says in particular."""
    words, said = _span("The French boats, all nine,\nstay out,"), _span("said.")
    marsh = actor_id(ActorKind.PERSON, "Zoë Marsh")
    return (
        Quotation(words, marsh, Span(said.start, said.end - 1), True, "said behind the words"),
        Quotation(_span("Bell] a note"), actor_id(ActorKind.COUNTRY, "France"), None, False, "turn in a dialogue"),
        Quotation(_span("did not")),
    )


def harbour_notes() -> Notes:
    """A bookmark, a note, and one whose words are gone."""
    spans = [_span("Captain Idris\nBell"), _span("Paris sent [Bell] a note")]
    gone = Note("c", Anchor("The boats\x1b are *British*."), "1. was it so? | who knows", 86_400.0)
    notes = [
        Note("a", anchor_of(TEXT, spans[0]), "", 0.0),
        Note("b", anchor_of(TEXT, spans[1]), "When? # 1", 1.5e9),
        gone,
    ]
    return notes_in(TEXT, notes)


class HarbourShelf:
    """A library with one document, which goes by every name but one."""

    def load(self, source: str, password: str = "") -> Document:
        if source == MISSING:
            raise DocumentNotFoundError(f"cannot find '{source}'")
        return harbour()

    def index(self, document: Document, reached: Callable[[float], None]) -> Index:
        reached(0.5)
        return harbour_index()

    def note_on(self, document: Document) -> str:
        return ""

    def quoted(self, document: Document, reached: Callable[[float], None]) -> Index:
        return self.index(document, reached).quoting(harbour_quotations())

    def notes(self, source: str, document: Document) -> Notes:
        return harbour_notes()


def _actor(kind: ActorKind, name: str, *aliases: str) -> Actor:
    roles = {"Zoë Marsh": "the harbour master", "Idris Bell": "Captain"}
    return Actor(
        id=actor_id(kind, name),
        name=name,
        kind=kind,
        code="FR" if name == "France" else None,
        aliases=(*aliases, name) if kind is not ActorKind.COUNTRY else aliases,
        roles=tuple(Role(text, _span(text)) for text in [roles.get(name)] if text),
        reasons=(Reason("title 'Captain'", 1.5), Reason("said", 0.25)) if name == "Idris Bell" else (),
        confidence=0.9 if name == "Idris Bell" else 1.0,
    )


def _mention(words: str, actor: Actor, form: MentionForm = MentionForm.NAME, length: int = 0) -> Mention:
    span = _span(words)
    return Mention(Span(span.start, span.start + length) if length else span, actor.id, form)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))
