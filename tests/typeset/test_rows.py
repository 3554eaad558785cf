"""What stands on the rows between paragraphs: space, gaps and rules."""

from tests.typeset.texts import PLAIN, RULE, Block, document_of, page_of, prose, table
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.page import Page, Position, RowKind


def kinds(page: Page) -> list[str]:
    return [str(row.kind) for row in page.rows_from(page.start)]


def heading(words: str) -> Block:
    return words, Paragraph(Span(0, len(words)), ParagraphKind.HEADING, 0, 1)


def item(words: str, *, lead: str = "", hang: int = 0) -> Block:
    return words, Paragraph(Span(0, len(words)), ParagraphKind.ITEM, 0, hang=hang, lead=lead)


def quote(words: str, lead: str = "> ") -> Block:
    return words, Paragraph(Span(0, len(words)), ParagraphKind.QUOTE, 0, lead=lead)


def leads(page: Page) -> list[str]:
    return [row.lead for row in page.rows_from(page.start)]


def test_a_page_begins_and_ends_with_a_blank_row() -> None:
    assert kinds(page_of(document_of([prose("One")]))) == ["blank", "text", "blank"]


def test_a_page_of_nothing_is_one_blank_row() -> None:
    page = page_of(document_of([]))
    assert (page.start, page.end, kinds(page)) == (Position(0, 0), Position(0, 0), ["blank"])


def test_a_heading_has_two_blank_rows_above_it() -> None:
    assert kinds(page_of(document_of([prose("a"), heading("b"), prose("c")])))[2:6] == [
        "blank",
        "blank",
        "text",
        "blank",
    ]


def test_headings_that_follow_each_other_have_one_blank_row_between_them() -> None:
    assert kinds(page_of(document_of([heading("a"), heading("b")])))[1:4] == ["text", "blank", "text"]


def test_items_have_no_blank_row_between_them() -> None:
    assert kinds(page_of(document_of([item("a"), item("b"), prose("c")])))[1:5] == ["text", "text", "blank", "text"]


def test_what_an_item_without_words_holds_stands_right_below_its_marker() -> None:
    blocks = [item("•", hang=1), quote("a", "  > "), item("•", hang=1), prose("b")]
    assert kinds(page_of(document_of(blocks)))[1:7] == ["text", "text", "blank", "text", "blank", "text"]


def test_rows_say_what_they_are_nested_in() -> None:
    blocks = [quote("a"), item("- b", lead="> "), quote("c", ">   > "), prose("d")]
    assert leads(page_of(document_of(blocks))) == ["", "> ", "> ", "> ", "> ", ">   > ", "", "", ""]


def test_a_gap_is_nested_in_nothing() -> None:
    page = page_of(document_of([quote("a")] * 3), (0, 2))
    assert [row.lead for row in page.rows_from(page.start) if row.kind is not RowKind.TEXT] == [""] * 5


def test_what_a_narrow_page_is_nested_in_leaves_room_for_words() -> None:
    assert leads(page_of(document_of([quote("ab", "> " * 9)]), width=9))[1] == "> >"


def test_a_rule_is_a_row_of_its_own_kind() -> None:
    assert kinds(page_of(document_of([prose("a"), RULE, prose("b")])))[2:5] == ["blank", "rule", "blank"]


def test_the_head_of_a_table_is_ruled_off() -> None:
    assert kinds(page_of(document_of([table("a\tb\n1\t2")])))[1:4] == ["text", "rule", "text"]


def test_an_empty_line_of_verse_is_blank() -> None:
    verse = ("a\n\nb", Paragraph(Span(0, 4), ParagraphKind.VERSE, 0))
    assert kinds(page_of(document_of([verse])))[1:4] == ["text", "blank", "text"]


def gaps(page: Page) -> list[int]:
    return [row.hidden for row in page.rows_from(page.start) if row.kind is RowKind.GAP]


def test_a_narrowed_page_tells_how_many_paragraphs_each_gap_hides() -> None:
    assert gaps(page_of(PLAIN, (2, 3, 7))) == [2, 3, 1]


def test_a_page_that_shows_everything_has_no_gap() -> None:
    assert gaps(page_of(PLAIN)) == []


def test_a_page_that_shows_nothing_is_one_gap() -> None:
    page = page_of(PLAIN, ())
    assert (gaps(page), kinds(page)) == ([9], ["blank", "gap", "blank"])


def test_a_gap_has_a_blank_row_on_both_sides() -> None:
    rows = kinds(page_of(PLAIN, (0, 2), width=80))
    assert rows == ["blank", "text", "blank", "gap", "blank", "text", "blank", "gap", "blank"]
