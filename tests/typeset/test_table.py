"""A table stands in columns where they fit, else as one record below the other."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.domain.properties import relaxed
from tests.typeset.texts import Block, table, table_blocks, widths
from tuireader.typeset.lines import Piece, SetLine
from tuireader.typeset.table import has_head, set_table

BOATS = "Boat\tMaster\nAda\tIdris Bell\nBo\tZoë Marsh"


def set_lines(text: str, width: int) -> list[SetLine]:
    return set_table(*table(text), width, cell_len)


def painted(text: str, line: SetLine) -> str:
    row = ""
    for piece in line:
        row += " " * (piece.column - cell_len(row)) + text[piece.start : piece.end]
    return row


def rows(text: str, width: int) -> list[str]:
    return [painted(text, line) for line in set_lines(text, width)]


def end_of(text: str, piece: Piece) -> int:
    return piece.column + cell_len(text[piece.start : piece.end])


@relaxed
@given(table_blocks(), widths)
def test_every_visible_character_of_the_rows_stands_on_the_page_once(block: Block, width: int) -> None:
    text, _ = block
    head = text.find("\n")
    shown = [
        at for line in set_table(*block, width, cell_len) for piece in line for at in range(piece.start, piece.end)
    ]
    visible = [at for at, character in enumerate(text) if at > head and not character.isspace()]
    assert sorted(at for at in shown if at > head and not text[at].isspace()) == visible


@relaxed
@given(table_blocks(), widths)
def test_pieces_never_overlap_on_the_page(block: Block, width: int) -> None:
    text, _ = block
    for line in set_table(*block, width, cell_len):
        assert all(end_of(text, before) <= after.column for before, after in pairwise(line))


@relaxed
@given(table_blocks(), st.integers(3, 60))
def test_no_line_passes_the_edge(block: Block, width: int) -> None:
    text, _ = block
    assert all(end_of(text, piece) <= width for line in set_table(*block, width, cell_len) for piece in line)


@relaxed
@given(table_blocks(), st.integers(1, 60))
def test_a_table_is_at_least_one_line(block: Block, width: int) -> None:
    assert set_table(*block, width, cell_len)


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert rows(BOATS, 40) == ["Boat   Master", "", "Ada    Idris Bell", "Bo     Zoë Marsh"]


def test_columns_just_fit() -> None:
    assert rows(BOATS, 17)[0] == "Boat   Master"


def test_an_empty_line_rules_off_the_head() -> None:
    assert set_lines(BOATS, 40)[1] == ()


def test_columns_of_wide_characters_are_measured_in_cells() -> None:
    assert rows("船\t長\n北海丸\tBell", 40) == ["船       長", "", "北海丸   Bell"]


def test_the_widest_column_is_narrowed_first() -> None:
    text = "No\tNews\n1\tThe boats went out at the break of day"
    assert rows(text, 22) == ["No   News", "", "1    The boats went", "     out at the break", "     of day"]


def test_a_cell_of_many_lines_stands_beside_its_neighbours() -> None:
    text = "Name of it\tNews\nboats of Oslo\tnone at all today"
    assert rows(text, 21)[3:] == ["boats of    none at", "Oslo        all today"]


def test_an_empty_cell_leaves_its_column_free() -> None:
    assert rows("a\tb\tc\n1\t\t3", 40)[2] == "1       3"


def set_rows(text: str, width: int, *, lead: str = "", alignment: str = "") -> list[str]:
    _, paragraph = table(text)
    return [
        painted(text, line)
        for line in set_table(text, replace(paragraph, lead=lead, alignment=alignment), width, cell_len)
    ]


def test_columns_are_aligned_with_their_heads() -> None:
    text = "Boat\tMaster\tCrowns\nAda\tBell\t1\nA long name\tIdris\t1,200"
    assert set_rows(text, 40, alignment="<^>") == [
        "Boat          Master   Crowns",
        "",
        "Ada            Bell         1",
        "A long name   Idris     1,200",
    ]


def test_every_line_of_a_cell_is_aligned() -> None:
    assert set_rows("Name of it\tNews\na\tnone at all today", 21, alignment="^>")[3:] == [
        "    a         none at",
        "            all today",
    ]


def test_a_table_stands_in_by_what_it_is_nested_in() -> None:
    text = "a\tb\n  1\t2"
    assert set_rows(text, 40, lead="> ") == ["  a   b", "", "  1   2"]


def test_a_table_without_heads_has_no_rule() -> None:
    text = "\t\nAda\tBell"
    assert not has_head(*table(text))
    assert set_rows(text, 40) == ["Ada   Bell"]
    assert set_rows(text, 6) == ["Ada", "Bell", ""]


def test_columns_too_narrow_to_read_become_records() -> None:
    assert rows(BOATS, 15) == ["Boat Ada", "Mast Idris Bell", "", "Boat Bo", "Mast Zoë Marsh", ""]


def test_a_record_goes_on_below_its_own_cells() -> None:
    assert rows("Boat\tNews\nAda\tnone at all", 12)[:3] == ["Boa Ada", "New none at", "    all"]


def test_a_record_leaves_out_cells_that_are_empty() -> None:
    assert rows("Boat\tMaster\tPort\nAda\t\tOslo", 15) == ["Boat Ada", "Port Oslo", ""]


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5])
def test_a_very_narrow_record_has_no_heads(width: int) -> None:
    text = "Boat\tMaster\nAda\tBell"
    assert all(
        piece.column == 0 and piece.start > text.index("\n") for line in set_lines(text, width) for piece in line
    )


def test_a_head_that_does_not_fit_beside_a_record_is_left_out() -> None:
    assert rows("船\t港\nBell\tOslo", 6) == ["  Bell", "  Oslo", ""]


def test_a_table_that_is_only_a_head_is_shown_where_its_columns_do_not_fit() -> None:
    assert rows("Boat\tMaster", 9) == ["Boat", "Master"]
