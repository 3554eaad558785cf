"""Columns fit the terminal, whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from tuireader.cli.table import lay_out

FIELDS = ("name", "count", "words")


def test_words_stand_left_and_numbers_right() -> None:
    _, _, row = lay_out(("name", "count", "role"), [("Marsh", 7, "master")], 80)
    assert row == "Marsh      7  master"


def test_without_a_width_nothing_is_cut() -> None:
    *_, row = lay_out(FIELDS, [("a" * 50, 1, "b" * 200)], 0)
    assert row.endswith("b" * 200)


def test_the_widest_column_is_cut_first() -> None:
    *_, row = lay_out(FIELDS, [("Idris Bell", 1, "b" * 200)], 40)
    assert row.startswith("Idris Bell  ")
    assert row.endswith("b…")
    assert len(row) == 40


def test_a_wide_character_takes_two_cells() -> None:
    _, rule, first, second = lay_out(("name", "role"), [("北海", "x"), ("Bell", "x")], 80)
    assert rule.startswith("────  ")
    assert first.index("x") == second.index("x") - 2


def test_a_cut_between_the_halves_of_a_wide_character_leaves_a_space() -> None:
    *_, row = lay_out(("name", "role"), [("北海北海北海", "x")], 12)
    assert row == "北海…   x"


def test_a_combining_accent_takes_no_cell() -> None:
    _, rule, _ = lay_out(("n",), [("e\N{COMBINING ACUTE ACCENT}",)], 80)
    assert rule == "─"


@given(st.lists(st.tuples(st.text("abc ", max_size=60), st.integers(0, 9999), st.text("xyz", max_size=60))))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, int, str]]) -> None:
    assert max(map(len, lay_out(FIELDS, rows, 30))) <= 30
