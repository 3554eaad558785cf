"""Documents and indexes travel as columns and arrive as they were."""

import pickle
from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.domain.ferry import FERRY_INDEX, MENTIONS
from tuireader.domain.actor import Basis, MentionForm
from tuireader.domain.document import Document, ParagraphKind
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.engine.columns import DocumentColumns, IndexColumns
from tuireader.loaders.registry import load

MARKDOWN = b"# A *b*\n\n- one\n  - two\n\n> three\n\n```\nfour\n```\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n* * *\n"


def travelled(index: Index, shift: int = 0) -> Index:
    columns: IndexColumns = pickle.loads(pickle.dumps(IndexColumns.of(index)))
    return columns.to_index(shift)


def parts_of(document: Document) -> SimpleNamespace:
    return SimpleNamespace(**{field.name: getattr(document, field.name) for field in fields(document)})


@pytest.mark.parametrize("index", [FERRY_INDEX, Index()], ids=["some", "none"])
def test_mentions_arrive_as_they_were(index: Index) -> None:
    assert travelled(index).mentions == index.mentions


def test_actors_arrive_as_they_were_and_in_order(briefing_index: Index) -> None:
    assert travelled(briefing_index).actors == briefing_index.actors


@pytest.mark.parametrize("form", list(MentionForm))
def test_every_form_of_mention_makes_the_journey(form: MentionForm) -> None:
    mention = type(MENTIONS[0])(MENTIONS[0].span, MENTIONS[0].actor, form)
    assert travelled(Index(FERRY_INDEX.actors, (mention,))).mentions == (mention,)


def test_mentions_alike_still_share_one_basis() -> None:
    basis = Basis("surname of Ada", 0.5, (MENTIONS[0].actor,))
    index = Index(FERRY_INDEX.actors, tuple(replace(mention, basis=basis) for mention in MENTIONS))
    arrived = travelled(index).mentions
    assert arrived == index.mentions
    assert len({id(mention.basis) for mention in arrived}) == 1


@pytest.mark.parametrize("shift", [1000, 2**33])
def test_a_shift_moves_every_mention(shift: int) -> None:
    moved = [Span(each.span.start + shift, each.span.end + shift) for each in MENTIONS]
    assert [mention.span for mention in travelled(FERRY_INDEX, shift).mentions] == moved


def test_pages_and_a_warning_make_the_journey() -> None:
    document = replace(load(MARKDOWN, "a.md"), pages=(0, 3, 3), warning="one page is damaged")
    arrived = DocumentColumns.of(document).to_document()
    assert (arrived.pages, arrived.warning) == (document.pages, document.warning)


@pytest.mark.parametrize("data", [MARKDOWN, b"Ada met Bo.\n\n    O sea,\n    O sea!"], ids=["Markdown", "text"])
def test_a_document_arrives_as_it_was(data: bytes) -> None:
    document = load(data, "a.md" if data is MARKDOWN else "a.txt")
    columns: DocumentColumns = pickle.loads(pickle.dumps(DocumentColumns.of(document)))
    assert parts_of(columns.to_document()) == parts_of(document)


def test_the_document_that_travels_has_paragraphs_of_most_kinds() -> None:
    kinds = {paragraph.kind for paragraph in load(MARKDOWN, "a.md").paragraphs}
    assert kinds == set(ParagraphKind) - {ParagraphKind.TEXT, ParagraphKind.VERSE}


def test_a_large_document_travels_in_few_objects(briefing_path: Path) -> None:
    document = load(briefing_path.read_bytes() * 20, "a.md")
    as_columns, as_objects = (pickle.dumps(each) for each in (DocumentColumns.of(document).starts, document.paragraphs))
    assert len(as_columns) * 3 < len(as_objects)
