"""Paragraphs, sections and inlines are found by an offset."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import FERRY, TEXT, marked, parted, place
from tests.domain.properties import relaxed
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.inline import Inline, InlineStyle
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.span import Span

SENTENCE = "The boats were out when Idris Bell, an old man, walked down to the harbour."
offsets = st.integers(0, len(TEXT))


@relaxed
@given(offsets)
def test_an_offset_is_in_the_last_paragraph_that_begins_before_it(offset: int) -> None:
    begun = [number for number, each in enumerate(FERRY.paragraphs) if each.span.start <= offset]
    assert FERRY.paragraph_at(offset) == begun[-1]


@relaxed
@given(offsets)
def test_an_offset_is_in_the_section_whose_span_holds_it(offset: int) -> None:
    holding = [number for number, each in enumerate(FERRY.sections) if offset in each.span]
    assert FERRY.section_at(offset) == (holding[0] if holding else len(FERRY.sections) - 1)


@relaxed
@given(st.integers(1, 120), st.lists(st.integers(0, 700), max_size=40))
def test_the_paragraphs_of_many_offsets_are_those_of_each(count: int, places: list[int]) -> None:
    document = parted("\n\n".join("word"[: 1 + number % 4] for number in range(count)))
    assert document.paragraphs_at(sorted(places)) == [document.paragraph_at(place) for place in sorted(places)]


def test_an_offset_before_the_first_paragraph_is_in_the_first() -> None:
    assert parted("\n\n  One").paragraph_at(0) == 0


def test_a_document_without_paragraphs_answers_with_the_first_number() -> None:
    assert Document(DocumentId(""), "", "", (), ()).paragraph_at(3) == 0


@relaxed
@given(st.lists(st.booleans(), max_size=20), st.integers(0, 20), st.integers(1, 20))
def test_the_inlines_that_touch_a_span_are_those_that_overlap_it(marked: list[bool], start: int, length: int) -> None:
    inlines = tuple(
        Inline(Span(number * 2, number * 2 + 1 + number % 2), frozenset({InlineStyle.STRONG}))
        for number, is_marked in enumerate(marked)
        if is_marked
    )
    span = Span(start, start + length)
    document = replace(FERRY, inlines=inlines)
    assert document.inlines_touching(span) == tuple(inline for inline in inlines if inline.span.overlaps(span))


@relaxed
@given(st.text(st.sampled_from("ab_ "), max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_what_is_shown_of_a_span_is_its_text_without_marks(text: str, start: int, length: int) -> None:
    span = Span(start, start + length).clip(Span(0, len(text)))
    assert marked(text).shown(span) == text[span.start : span.end].replace("_", "")


def test_a_context_is_shown_without_marks() -> None:
    document = marked("It was the _boat of_ Ada _Lund_ who came.")
    assert document.context(Span(21, 30), 40) == ("It was the boat of ", "Ada Lund", " who came.")


def test_a_context_stops_at_the_paragraph() -> None:
    assert FERRY.context(place("rained"), 80) == ("It ", "rained", ".")


def test_a_context_is_cut_to_whole_words() -> None:
    assert FERRY.context(place("Oslo"), 7) == ("…to ", "Oslo", "; Ada…")


def test_a_context_is_one_line() -> None:
    document = parted("The boats of\nIdris\n  Bell went\nout.")
    assert document.context(Span(13, 25), 40) == ("The boats of ", "Idris Bell", " went out.")


def test_a_context_without_paragraphs_is_taken_from_the_whole_text() -> None:
    document = replace(FERRY, paragraphs=())
    assert document.context(Span(0, 3), 15)[2].startswith(" Ada met")


@relaxed
@given(st.integers(0, len(SENTENCE) - 1), st.integers(1, 12), st.integers(0, 40))
def test_a_context_is_a_part_of_its_paragraph(start: int, length: int, width: int) -> None:
    before, middle, after = parted(SENTENCE).context(Span(start, min(len(SENTENCE), start + length)), width)
    assert before.removeprefix("…") + middle + after.removesuffix("…") in SENTENCE


@relaxed
@given(st.integers(0, len(SENTENCE) - 1), st.integers(0, 40))
def test_a_context_is_no_wider_than_was_asked_for(start: int, width: int) -> None:
    before, _, after = parted(SENTENCE).context(Span(start, start + 1), width)
    assert max(len(before.removeprefix("…")), len(after.removesuffix("…"))) <= width


@pytest.mark.parametrize(
    ("kind", "is_kept"),
    [
        (ParagraphKind.VERSE, True),
        (ParagraphKind.CODE, True),
        (ParagraphKind.TABLE, True),
        (ParagraphKind.TEXT, False),
        (ParagraphKind.QUOTE, False),
        (ParagraphKind.ITEM, False),
        (ParagraphKind.HEADING, False),
    ],
)
def test_some_kinds_of_paragraph_keep_their_lines(kind: ParagraphKind, is_kept: bool) -> None:
    assert kind.keeps_lines == is_kept


def test_a_printed_page_is_known_for_every_offset() -> None:
    printed = Document(DocumentId("x"), "T", "one two six", (), (), pages=(0, 4, 4, 8))
    assert [printed.page_at(offset) for offset in (0, 3, 4, 7, 8, 99)] == [1, 1, 3, 3, 4, 4]
    assert Document(DocumentId("x"), "T", "one", (), ()).page_at(0) is None
