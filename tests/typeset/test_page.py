"""A page is the same from wherever it is looked at, and finds every offset again."""

from collections.abc import Sequence
from itertools import islice, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.domain.properties import relaxed
from tests.typeset.texts import PLAIN, WORDS, document_of, documents, page_of, prose, shown_paragraphs, table, widths
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.page import Page, Position, Row, RowKind, view_of


@st.composite
def pages(draw: st.DrawFn) -> Page:
    document = draw(documents)
    spacing = draw(st.integers(0, 2))
    return Page(document, draw(shown_paragraphs(document)), draw(widths), cell_len, spacing=spacing)


def walked(page: Page) -> list[Position]:
    """Every row of a page, one step after another."""
    positions = [page.start]
    while (following := page.moved(positions[-1], 1)) != positions[-1]:
        positions.append(following)
    return positions


def row_at(page: Page, position: Position) -> Row:
    return next(page.rows_from(position))


@relaxed
@given(pages())
def test_a_row_down_and_a_row_up_come_back(page: Page) -> None:
    assert all(page.moved(page.moved(each, 1), -1) == each for each in walked(page)[:-1])


@relaxed
@given(pages())
def test_reading_on_walks_the_same_rows_as_stepping(page: Page) -> None:
    assert [row_at(page, position) for position in walked(page)] == list(page.rows_from(page.start))


@relaxed
@given(pages())
def test_stepping_ends_at_the_lowest_row(page: Page) -> None:
    assert walked(page)[-1] == page.end


@relaxed
@given(pages(), st.integers(-60, 60), st.data())
def test_many_rows_at_once_lead_where_single_steps_lead(page: Page, rows: int, data: st.DataObject) -> None:
    positions = walked(page)
    number = data.draw(st.integers(0, len(positions) - 1))
    goal = min(max(0, number + rows), len(positions) - 1)
    assert page.moved(positions[number], rows) == positions[goal]


@relaxed
@given(pages())
def test_positions_stand_in_the_order_of_the_rows(page: Page) -> None:
    assert walked(page) == sorted(walked(page))


@relaxed
@given(pages())
def test_the_row_of_a_visible_character_shows_it(page: Page) -> None:
    text = page.document.text
    shown = {
        at
        for row in page.rows_from(page.start)
        for piece in row.line
        for at in range(piece.start, piece.end)
        if not text[at].isspace()
    }
    assert all(any(piece.start <= at < piece.end for piece in row_at(page, page.position_of(at)).line) for at in shown)


@relaxed
@given(pages())
def test_the_first_offset_of_a_row_leads_back_to_the_row(page: Page) -> None:
    with_text = [position for position in walked(page) if row_at(page, position).line]
    assert [page.position_of(page.offset_of(position)) for position in with_text] == with_text


@relaxed
@given(pages())
def test_a_row_without_text_has_the_offset_of_the_next_row_that_has_some(page: Page) -> None:
    for position in walked(page):
        row = next((row for row in page.rows_from(position) if row.line), None)
        starts = [len(page.document.text)] if row is None else [piece.start for piece in row.line]
        assert page.offset_of(position) in starts


@relaxed
@given(pages(), st.data())
def test_any_offset_has_a_row_of_the_page(page: Page, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(page.document.text) + 5))
    assert page.position_of(offset) in walked(page)


@relaxed
@given(pages())
def test_every_visible_character_of_shown_paragraphs_stands_on_one_row(page: Page) -> None:
    text, heads = page.document.text, _heads(page)
    rows = [at for row in page.rows_from(page.start) for piece in row.line for at in range(piece.start, piece.end)]
    shown = (page.document.paragraphs[number] for number in page.shown)
    written = [
        at
        for paragraph in shown
        if paragraph.kind is not ParagraphKind.RULE
        for at in range(paragraph.span.start, paragraph.span.end)
    ]
    assert sorted(_visible(text, rows, heads)) == _visible(text, written, heads)


def _heads(page: Page) -> set[int]:
    """The characters of the heads of tables, which records repeat, shorten or leave out."""
    spans = [each.span for each in page.document.paragraphs if each.kind is ParagraphKind.TABLE]
    lines = [page.document.text[span.start : span.end].partition("\n")[0] for span in spans]
    return {span.start + at for span, line in zip(spans, lines, strict=True) for at in range(len(line))}


def _visible(text: str, offsets: Sequence[int], heads: set[int]) -> list[int]:
    return [at for at in offsets if at not in heads and not text[at].isspace()]


@relaxed
@given(pages())
def test_paragraphs_that_are_left_out_are_counted_at_the_gaps(page: Page) -> None:
    hidden = sum(row.hidden for row in page.rows_from(page.start) if row.kind is RowKind.GAP)
    assert hidden + len(page.shown) == len(page.document.paragraphs)


def test_lines_of_a_paragraph_are_counted_from_nought() -> None:
    rows = page_of(document_of([prose(WORDS)] * 2)).rows_from(Position(0, 0))
    assert [(row.paragraph, row.number) for row in rows if row.line] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]


@pytest.mark.parametrize("place", [0, 30, 60, 205, len(PLAIN.text) - 3])
@pytest.mark.parametrize("width", [1, 5, 30, 80])
def test_a_narrow_page_still_finds_the_readers_place(place: int, width: int) -> None:
    narrow = page_of(PLAIN, width=width)
    (piece,) = row_at(narrow, narrow.position_of(place)).line
    assert piece.start <= place <= piece.end


def test_an_offset_that_is_not_shown_has_the_first_row_of_text_behind_it() -> None:
    page = page_of(PLAIN, (0, 4))
    hidden = PLAIN.paragraphs[2].span.start + 5
    assert row_at(page, page.position_of(hidden)).line[0].start == PLAIN.paragraphs[4].span.start


def test_an_offset_behind_all_that_is_shown_is_at_the_end() -> None:
    page = page_of(PLAIN, (0, 4))
    assert page.position_of(len(PLAIN.text)) == page.end


def test_the_offset_behind_all_text_is_the_length_of_the_text() -> None:
    page = page_of(PLAIN)
    assert page.offset_of(page.end) == len(PLAIN.text)


def test_a_record_is_found_by_its_own_cells_and_not_by_the_head_beside_it() -> None:
    text = "Boat\tMaster\nAda\tBell\nBo\tMarsh"
    page = page_of(document_of([table(text)]), width=12)
    second = page.position_of(text.index("Bo\t"))
    assert page.offset_of(second) == text.index("Bo\t")


def test_the_tab_between_two_cells_is_found_beside_the_first_of_them() -> None:
    text = "Boat\tMaster\nAda\tBell\nBo\tMarsh"
    page = page_of(document_of([table(text)]), width=12)
    assert page.position_of(text.index("\tBell")) == page.position_of(text.index("Ada"))


def test_a_page_moves_no_further_than_its_ends() -> None:
    page = page_of(PLAIN)
    assert (page.moved(page.start, -5), page.moved(page.end, 5)) == (page.start, page.end)


def test_a_row_above_or_below_any_paragraph_is_brought_back_to_it() -> None:
    page = page_of(PLAIN, width=80)
    assert (page.moved(Position(0, 3), 0), page.moved(Position(2, -1), 0)) == (Position(1, 1), Position(1, 1))


class CountingMeasure:
    """Measures texts, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, text: str) -> int:
        self.asked += 1
        return cell_len(text)


def test_only_what_is_looked_at_is_set() -> None:
    measure = CountingMeasure()
    page = Page(document_of([prose("船 " * 10)] * 500), range(500), 20, measure)
    list(islice(page.rows_from(page.position_of(6000)), 5))
    assert 0 < measure.asked < 200


def test_what_was_looked_at_is_set_once() -> None:
    measure = CountingMeasure()
    page = Page(document_of([prose("船 " * 10)] * 3), range(3), 20, measure)
    rows = list(page.rows_from(page.start))
    asked = measure.asked
    assert list(page.rows_from(page.start)) == rows and measure.asked == asked


def test_a_page_longer_than_its_memory_is_still_the_same() -> None:
    page = page_of(document_of([prose("a")] * 2500))
    assert sum(row.kind is RowKind.TEXT for row in page.rows_from(page.start)) == 2500


def test_the_view_reaches_from_the_first_character_to_the_last() -> None:
    page = page_of(PLAIN, width=80)
    rows = list(takewhile(lambda row: row.paragraph < 3, page.rows_from(page.start)))
    assert view_of(rows) == Span(0, PLAIN.paragraphs[2].span.end)


def test_rows_without_text_have_no_view() -> None:
    assert view_of([Row(RowKind.BLANK, 0), Row(RowKind.GAP, 1, hidden=3)]) is None
