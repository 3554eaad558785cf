"""Prose is unwrapped, verse and code keep their lines, and every piece points at its characters."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.domain.properties import relaxed
from tests.typeset.texts import (
    Block,
    document_of,
    joined,
    odd_words,
    plain_texts,
    plain_words,
    prose,
    text_blocks,
    widths,
)
from tuireader.domain.inline import Inline, InlineStyle
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.lines import LineSetter, SetLine, indent_of

KEPT_KINDS = (ParagraphKind.VERSE, ParagraphKind.CODE)
FLOWED_KINDS = (ParagraphKind.TEXT, ParagraphKind.QUOTE, ParagraphKind.ITEM, ParagraphKind.HEADING)

odd_blocks = joined(odd_words, (" ", "\n", "\t")).map(prose)


def set_lines(text: str, paragraph: Paragraph, width: int) -> list[SetLine]:
    return LineSetter(document_of([(text, paragraph)]), width, cell_len).set(paragraph)


def painted(text: str, line: SetLine) -> str:
    """A line as it stands on the screen, where a tab or a line end takes one cell."""
    row = ""
    for piece in line:
        row += " " * (piece.column - cell_len(row)) + text[piece.start : piece.end].translate({9: " ", 10: " "})
    return row


def rows(text: str, kind: ParagraphKind, width: int, *, lead: str = "", hang: int = 0) -> list[str]:
    paragraph = Paragraph(Span(0, len(text)), kind, 0, 0, hang, lead)
    return [painted(text, line) for line in set_lines(text, paragraph, width)]


def end_of(text: str, line: SetLine) -> int:
    return line[-1].column + cell_len(text[line[-1].start : line[-1].end].replace("\t", " ")) if line else 0


@relaxed
@given(st.one_of(text_blocks(), odd_blocks), widths)
@example(("- \t漢", Paragraph(Span(0, 4), ParagraphKind.ITEM, 0, 0, 3, "> " * 8)), 2)
def test_every_visible_character_stands_on_the_page_once_and_in_order(block: Block, width: int) -> None:
    text, paragraph = block
    characters = "".join(text[piece.start : piece.end] for line in set_lines(text, paragraph, width) for piece in line)
    assert "".join(characters.split()) == "".join(text.split())


@relaxed
@given(text_blocks(), widths)
def test_pieces_are_in_order_and_never_overlap_in_the_text(block: Block, width: int) -> None:
    pieces = [piece for line in set_lines(*block, width) for piece in line]
    assert all(before.end <= after.start for before, after in pairwise(pieces))


@relaxed
@given(text_blocks(), widths)
def test_pieces_never_overlap_on_the_page(block: Block, width: int) -> None:
    for line in set_lines(*block, width):
        assert all(end_of(block[0], (before,)) <= after.column for before, after in pairwise(line))


@relaxed
@given(text_blocks(), widths)
def test_no_piece_is_empty(block: Block, width: int) -> None:
    assert all(piece.start < piece.end for line in set_lines(*block, width) for piece in line)


@relaxed
@given(text_blocks(words=plain_words), widths)
def test_no_line_of_one_cell_text_passes_the_edge(block: Block, width: int) -> None:
    assert all(end_of(block[0], line) <= width for line in set_lines(*block, width))


@relaxed
@given(text_blocks(), st.integers(12, 60))
def test_no_line_passes_the_edge_of_a_page_that_is_not_very_narrow(block: Block, width: int) -> None:
    assert all(end_of(block[0], line) <= width for line in set_lines(*block, width))


@relaxed
@given(text_blocks(FLOWED_KINDS), widths)
def test_where_a_line_of_prose_ends_depends_on_its_words_alone(block: Block, width: int) -> None:
    text, paragraph = block
    body = Span(paragraph.hang, len(text))
    single = text[: body.start] + " ".join(text[body.start :].split())
    set_again = set_lines(single, replace(paragraph, span=Span(0, len(single))), width)
    lines = set_lines(text, paragraph, width)
    assert [" ".join(painted(text, line).split()) for line in lines] == [
        " ".join(painted(single, line).split()) for line in set_again
    ]


@relaxed
@given(text_blocks(KEPT_KINDS))
def test_verse_and_code_have_a_line_for_each_line_where_there_is_room(block: Block) -> None:
    text, _ = block
    assert len(set_lines(*block, 10_000)) == len(text.rstrip().split("\n"))


@pytest.mark.parametrize("kind", [kind for kind in ParagraphKind if kind is not ParagraphKind.TABLE])
def test_an_empty_paragraph_is_one_empty_line(kind: ParagraphKind) -> None:
    assert set_lines("", Paragraph(Span(0, 0), kind, 0), 10) == [()]


def test_a_rule_is_one_empty_line() -> None:
    assert rows("* * *", ParagraphKind.RULE, 20) == [""]


@relaxed
@given(plain_texts)
def test_prose_of_single_spaces_is_set_in_one_piece_a_line(text: str) -> None:
    assert all(len(line) == 1 for line in set_lines(*prose(text), 20))


def test_hard_line_ends_of_prose_are_unwrapped() -> None:
    assert rows("The boats\nwent out\nat dawn.", ParagraphKind.TEXT, 18) == ["The boats went out", "at dawn."]


def test_many_spaces_in_prose_become_one() -> None:
    text = "The   boats\n   went \t out."
    assert rows(text, ParagraphKind.TEXT, 40) == ["The boats went out."]


def test_a_piece_behind_many_spaces_points_at_its_own_characters() -> None:
    text = "The   boats\n   went"
    (line,) = set_lines(*prose(text), 40)
    assert [text[piece.start : piece.end].strip() for piece in line] == ["The", "boats", "went"]


def test_a_paragraph_in_the_middle_of_a_text_points_at_its_own_characters() -> None:
    text = "One.\n\nTwo  three\nfour.\n\nFive."
    lines = set_lines(text, Paragraph(Span(6, 22), ParagraphKind.TEXT, 0), 11)
    assert [painted(text, line) for line in lines] == ["Two three", "four."]


def test_the_lines_of_an_item_hang_behind_its_marker() -> None:
    text = "12. The boats went out."
    assert rows(text, ParagraphKind.ITEM, 14, hang=4) == ["12. The boats", "    went out."]


def test_a_nested_item_stands_in_by_what_it_is_nested_in() -> None:
    assert rows("- boats", ParagraphKind.ITEM, 20, lead="   > ", hang=2) == ["     - boats"]


def test_a_marker_with_a_tab_is_as_wide_as_it_is_painted() -> None:
    assert rows("-\tThe boats", ParagraphKind.ITEM, 7, hang=2) == ["- The", "  boats"]


def test_a_marker_wider_than_the_page_hangs_no_more() -> None:
    assert rows("(12) ab", ParagraphKind.ITEM, 4, hang=5) == ["(12)", "ab"]


def test_an_item_that_is_only_a_marker_is_one_line() -> None:
    assert rows("- ", ParagraphKind.ITEM, 20, hang=2) == ["- "]


def test_a_quote_stands_in_by_its_bars() -> None:
    assert rows("so it was", ParagraphKind.QUOTE, 20, lead="> > ") == ["    so it was"]


def test_a_deeply_nested_paragraph_keeps_most_of_the_page() -> None:
    assert rows("so it was said", ParagraphKind.QUOTE, 12, lead="> " * 40) == ["    so it", "    was said"]


@pytest.mark.parametrize(
    ("kind", "lead", "indent"),
    [
        (ParagraphKind.HEADING, "", 0),
        (ParagraphKind.TEXT, "", 0),
        (ParagraphKind.TEXT, "  ", 2),
        (ParagraphKind.ITEM, "   ", 3),
        (ParagraphKind.QUOTE, "> > ", 4),
        (ParagraphKind.CODE, "", 2),
        (ParagraphKind.CODE, "   ", 5),
        (ParagraphKind.VERSE, "", 2),
    ],
)
def test_a_paragraph_stands_in_by_its_kind_and_by_what_it_is_nested_in(
    kind: ParagraphKind, lead: str, indent: int
) -> None:
    assert indent_of(Paragraph(Span(0, 0), kind, 0, lead=lead)) == indent


def kept(text: str, width: int, **setting: str) -> list[str]:
    """The rows of prose of a document that keeps its lines."""
    paragraph = Paragraph(Span(0, len(text)), ParagraphKind.TEXT, 0, lead=setting.get("lead", ""))
    document = replace(document_of([(text, paragraph)]), keeps_lines=True)
    return [painted(text, line) for line in LineSetter(document, width, cell_len).set(paragraph)]


def test_line_ends_that_are_meant_break_lines_and_long_lines_are_wrapped() -> None:
    assert kept("The boats went out\n  at dawn.", 12) == ["The boats", "went out", "at dawn."]


def test_two_line_ends_that_are_meant_leave_a_line_free() -> None:
    assert kept("a\n\nb", 12, lead="> ") == ["  a", "", "  b"]


def test_a_line_end_that_is_meant_breaks_an_item_under_its_words() -> None:
    text = "- a\n  b"
    paragraph = Paragraph(Span(0, len(text)), ParagraphKind.ITEM, 0, hang=2)
    document = replace(document_of([(text, paragraph)]), keeps_lines=True)
    assert [painted(text, line) for line in LineSetter(document, 9, cell_len).set(paragraph)] == ["- a", "  b"]


def marked(text: str, kind: ParagraphKind, width: int) -> list[str]:
    """The rows of a paragraph whose underscores are marks."""
    paragraph = Paragraph(Span(0, len(text)), kind, 0)
    marks = [Inline(Span(at, at + 1), frozenset({InlineStyle.MARK})) for at, sign in enumerate(text) if sign == "_"]
    document = replace(document_of([(text, paragraph)]), inlines=tuple(marks))
    return [painted(text, line) for line in LineSetter(document, width, cell_len).set(paragraph)]


def test_marks_take_no_room_in_prose() -> None:
    text = "_The_ boats _went\nout_ at (_dawn_)."
    assert marked(text, ParagraphKind.TEXT, 18) == ["The boats went out", "at (dawn)."]


def test_marks_take_no_room_in_verse() -> None:
    assert marked("O _sea_, my _sea_,\n  _my_ sea", ParagraphKind.VERSE, 30) == ["  O sea, my sea,", "    my sea"]


def test_a_line_of_marks_is_empty() -> None:
    assert marked("a\n__\nb", ParagraphKind.VERSE, 30) == ["  a", "", "  b"]


@relaxed
@given(text_blocks((ParagraphKind.VERSE, ParagraphKind.TEXT), plain_words), st.integers(8, 60))
def test_marks_change_nothing_but_themselves(block: Block, width: int) -> None:
    text, paragraph = block
    with_marks = text.replace("a", "_a").replace("b", "b_")
    rows = " ".join(marked(with_marks, paragraph.kind, width)).split()
    assert "".join(rows) == "".join(text.split())


def test_verse_keeps_its_lines_and_their_indents() -> None:
    assert rows("O sea,\n  my sea,\n\nO sea!", ParagraphKind.VERSE, 20) == ["  O sea,", "    my sea,", "", "  O sea!"]


def test_the_margin_that_all_lines_share_is_left_out() -> None:
    assert rows("    a\n      b\n    c", ParagraphKind.CODE, 20) == ["  a", "    b", "  c"]


def test_the_spaces_before_the_first_line_count_as_its_indent() -> None:
    text = "\n\n    a\n  b"
    lines = set_lines(text, Paragraph(Span(6, len(text)), ParagraphKind.VERSE, 0), 20)
    assert [painted(text, line) for line in lines] == ["    a", "  b"]


def test_a_bullet_before_the_first_line_is_no_indent_of_it() -> None:
    text = "- a\n  b"
    lines = set_lines(text, Paragraph(Span(2, len(text)), ParagraphKind.VERSE, 0), 20)
    assert [painted(text, line) for line in lines] == ["  a", "    b"]


def test_spaces_inside_a_line_of_code_are_kept() -> None:
    assert rows("a    = 1", ParagraphKind.CODE, 20) == ["  a    = 1"]


def test_a_line_of_verse_that_is_too_long_goes_on_further_in() -> None:
    text = "The boats went out at the break of day"
    assert rows(text, ParagraphKind.VERSE, 26) == ["  The boats went out", "      at the break of day"]


def test_a_deeply_indented_line_of_code_that_is_too_long_keeps_room() -> None:
    text = "a\n" + " " * 30 + "the boats went out"
    assert rows(text, ParagraphKind.CODE, 18) == [
        "  a",
        "        the",
        "           boats",
        "           went",
        "           out",
    ]


def test_tabs_stand_at_every_fourth_cell() -> None:
    assert rows("a\tb\n\tc\nlong\td", ParagraphKind.CODE, 20) == ["  a b", "    c", "  long  d"]


def test_a_line_whose_tabs_do_not_fit_is_set_with_spaces() -> None:
    assert rows("one\ttwo\tsix", ParagraphKind.CODE, 13) == ["  one two six"]


def test_a_line_with_a_tab_that_is_too_long_goes_on_further_in() -> None:
    assert rows("\tseven\tmasted", ParagraphKind.CODE, 13) == ["  seven", "    masted"]
