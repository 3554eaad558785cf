"""Documents and indexes come back from bytes as they were, or not at all."""

import random
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.domain.ferry import FERRY_INDEX, MENTIONS
from tests.tui.documents import HARBOUR
from tuireader.domain.actor import ActorId, Basis, MentionForm, Reason, Role
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.index import Index
from tuireader.domain.quotation import Quotation
from tuireader.domain.span import Span
from tuireader.engine.codec import (
    DamagedError,
    document_from_bytes,
    document_to_bytes,
    index_from_bytes,
    index_to_bytes,
)
from tuireader.loaders.registry import load

LONG = 10_000


def parts_of(document: Document) -> list[object]:
    return [getattr(document, field.name) for field in fields(document)]


@pytest.mark.parametrize(
    ("source", "name"),
    [(HARBOUR, "a.md"), ("Ada met Bo.\n\n    O _sea_,\n    O sea!", "a.txt"), ("# \N{WOLF FACE}\n\nZoë \u4e2d", "")],
    ids=["Markdown", "text", "wide"],
)
def test_a_document_comes_back_as_it_was(source: str, name: str) -> None:
    document = load(source.encode(), name)
    assert parts_of(document_from_bytes(document_to_bytes(document))) == parts_of(document)


def test_the_briefing_and_its_actors_come_back_as_they_were(briefing: Document, briefing_index: Index) -> None:
    document = document_from_bytes(document_to_bytes(briefing))
    index = index_from_bytes(index_to_bytes(briefing_index), len(document.text))
    assert parts_of(document) == parts_of(briefing)
    assert (index.actors, index.mentions) == (briefing_index.actors, briefing_index.mentions)


def test_a_document_without_paragraphs_comes_back() -> None:
    empty = Document(DocumentId("x"), "", "", (), ())
    assert parts_of(document_from_bytes(document_to_bytes(empty))) == parts_of(empty)


def test_a_text_with_half_a_character_comes_back() -> None:
    odd = Document(DocumentId("x"), "\ud800", "\udfff", (), ())
    assert document_from_bytes(document_to_bytes(odd)).text == "\udfff"


@pytest.mark.parametrize("index", [FERRY_INDEX, Index()], ids=["some", "none"])
def test_an_index_comes_back_as_it_was(index: Index) -> None:
    found = index_from_bytes(index_to_bytes(index), LONG)
    assert (found.actors, found.mentions) == (index.actors, index.mentions)


def test_everything_that_is_known_of_actors_and_mentions_comes_back() -> None:
    first = replace(
        FERRY_INDEX.actors[0],
        code="NO",
        roles=(Role("skipper", Span(2, 9)),),
        reasons=(Reason("title", 1 / 3),),
        confidence=0.1 + 0.2,
        other_names=("uk",),
    )
    basis = Basis("surname", 1 / 7, (first.id,))
    mentions = tuple(replace(each, form=MentionForm.METONYM, basis=basis) for each in MENTIONS)
    index = Index((first, *FERRY_INDEX.actors[1:]), mentions)
    found = index_from_bytes(index_to_bytes(index), LONG)
    assert (found.actors, found.mentions) == (index.actors, index.mentions)


def test_what_is_said_comes_back() -> None:
    quotations = (
        Quotation(Span(2, 9), FERRY_INDEX.actors[0].id, Span(0, 1), True, "said before the words"),
        Quotation(Span(9, 12)),
    )
    assert index_from_bytes(index_to_bytes(FERRY_INDEX.quoting(quotations)), LONG).quotations == quotations
    assert index_from_bytes(index_to_bytes(FERRY_INDEX.quoting(())), LONG).quotations == ()
    assert index_from_bytes(index_to_bytes(FERRY_INDEX), LONG).quotations is None


@pytest.mark.parametrize(
    "quotation",
    [Quotation(Span(2, LONG + 1)), Quotation(Span(2, 9), ActorId("person:nobody"))],
    ids=["outside", "nobody"],
)
def test_what_cannot_be_said_is_refused(quotation: Quotation) -> None:
    with pytest.raises(DamagedError):
        index_from_bytes(index_to_bytes(FERRY_INDEX.quoting((quotation,))), LONG)


def test_an_index_of_a_longer_text_is_refused() -> None:
    with pytest.raises(DamagedError):
        index_from_bytes(index_to_bytes(FERRY_INDEX), MENTIONS[-1].span.end - 1)


def test_a_document_is_no_index_and_an_index_no_document() -> None:
    with pytest.raises(DamagedError):
        index_from_bytes(document_to_bytes(load(HARBOUR.encode(), "a.md")), LONG)
    with pytest.raises(DamagedError):
        document_from_bytes(index_to_bytes(FERRY_INDEX))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_what_was_cut_off_is_refused(share: float) -> None:
    data = document_to_bytes(load(HARBOUR.encode(), "a.md"))
    with pytest.raises(DamagedError):
        document_from_bytes(data[: int(len(data) * share)])


@pytest.mark.parametrize("seed", range(30))
def test_no_damage_is_more_than_refused(seed: int, briefing_index: Index) -> None:
    chance = random.Random(seed)
    quoting = briefing_index.quoting((Quotation(Span(2, 9), briefing_index.actors[0].id, None, True, "said"),))
    for data in (document_to_bytes(load(HARBOUR.encode(), "a.md")), index_to_bytes(quoting)):
        damaged = bytearray(data)
        for _ in range(8):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        _read_or_refuse(bytes(damaged))


def _read_or_refuse(data: bytes) -> None:
    for read in (document_from_bytes, lambda given: index_from_bytes(given, LONG)):
        try:
            read(data)
        except DamagedError:
            continue


def test_mentions_take_a_few_bytes_each(briefing_path: Path) -> None:
    many = Index(FERRY_INDEX.actors, tuple(replace(MENTIONS[0], span=Span(at, at + 1)) for at in range(9_000)))
    assert len(index_to_bytes(many)) < 9_000 * 34


def test_pages_and_a_warning_come_back_and_pages_outside_of_the_text_are_refused() -> None:
    document = replace(load(b"Ada met Bo.", "a.txt"), pages=(0, 4, 4), warning="a page is damaged")
    arrived = document_from_bytes(document_to_bytes(document))
    assert (arrived.pages, arrived.warning) == (document.pages, document.warning)
    for pages in ((0, 99), (4, 0), (-1,)):
        with pytest.raises(DamagedError):
            document_from_bytes(document_to_bytes(replace(document, pages=pages)))
