"""What a reader means who points at a line, and how that is written elsewhere."""

import pytest

from tests.tui.documents import HARBOUR, opened
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.passages import as_read, passage_at, source_of, whole_words
from tuireader.domain.span import Span


def passage(source: str, words: str, name: str = "a_note.md") -> str:
    document = opened(source, name=name).document
    span = passage_at(document, document.text.index(words))
    return document.text[span.start : span.end]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Ada Lund keeps", "Ada Lund keeps the harbour of the island."),
        ("harbour of", "Norway pays for the light, and nobody else does."),
        ("nobody else", "nobody else does."),
        ("The letter", "The letter"),
        ("Lund answers", "Lund answers on Monday,"),
        ("print(lamp)", "print(lamp)"),
    ],
)
def test_a_passage_is_a_sentence_or_a_line(words: str, meant: str) -> None:
    assert passage(HARBOUR, words) == meant


def test_a_sentence_in_quotation_marks_keeps_the_last_of_them() -> None:
    assert passage("“It rains.” Nobody came.\n", "It") == "Nobody came."
    assert passage("“It rains.” Nobody came.\n", "“It") == "“It rains.”"


def test_where_nothing_is_there_is_no_passage() -> None:
    assert not passage_at(Document(DocumentId(""), "", "", (), ()), 0)


def test_what_is_copied_has_its_paragraphs_unwrapped() -> None:
    document = opened("One line\nand another.\n\nMore.\n", name="a.txt").document
    assert as_read(document, Span(4, 99)) == "line and another.\n\nMore."


def test_a_source_is_title_and_section() -> None:
    document = opened(HARBOUR).document
    assert source_of(document, 0) == "— The harbour"
    assert source_of(document, document.text.index("rained")) == "— The harbour, § The letter"


def test_a_source_has_the_page_where_there_are_pages() -> None:
    document = Document(DocumentId(""), "Boats", "One.\n\nTwo.", (), (), pages=(0, 6))
    assert source_of(document, 7) == "— Boats, p. 2"


@pytest.mark.parametrize(
    ("selected", "whole"),
    [("ench pl", "French plan"), ("F", "French"), (" to ", "to"), ("中文", "中文"), (" ", ""), ("here", "here")],
)
def test_a_selection_is_taken_as_whole_words(selected: str, whole: str) -> None:
    text = "the French plan, to deploy 中文字符 here"
    start = text.index(selected)
    words = whole_words(text, Span(start, start + len(selected)))
    assert text[words.start : words.end] == whole


def test_marks_on_letters_are_parts_of_words_and_a_word_has_an_end() -> None:
    text = "Beyonce\u0301 sang " + "x" * 5_000
    assert whole_words(text, Span(0, 5)) == Span(0, 8)
    assert len(whole_words(text, Span(2_000, 2_001))) < 500
