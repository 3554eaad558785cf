"""Rows of lists, and the strips in them."""

import pytest
from rich.cells import cell_len
from rich.style import Style

from tuireader.tui.rows import row_strip, shortened
from tuireader.tui.signs import bars

NO_STYLE = Style.null()


@pytest.mark.parametrize("text", ["", "short", "a text that is too long", "北海の漁業", "aé北"])
@pytest.mark.parametrize("width", range(8))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert cell_len(shortened(text, width)) <= width


def test_a_text_that_fits_is_not_shortened() -> None:
    assert shortened("北海", 4) == "北海"


def test_a_cut_is_shown_by_an_ellipsis() -> None:
    assert shortened("Keir Starmer", 6) == "Keir…"


@pytest.mark.parametrize("width", [1, 5, 12, 20, 40])
def test_a_row_takes_exactly_its_width(width: int) -> None:
    strip = row_strip([("● ", NO_STYLE), ("北海 Guild", NO_STYLE)], [(" 12 ", NO_STYLE)], width, NO_STYLE)
    assert cell_len(strip.text) == width


def test_what_stands_at_the_right_edge_stays_when_the_left_is_cut() -> None:
    strip = row_strip([("● ", NO_STYLE), ("A very long name", NO_STYLE)], [(" 12", NO_STYLE)], 12, NO_STYLE)
    assert strip.text == "● A very… 12"


def test_bars_are_scaled_to_the_highest() -> None:
    assert bars([0, 1, 4, 8]) == " ▁▄█"


def test_anything_above_nothing_is_seen_in_bars() -> None:
    assert bars([1, 1_000]) == "▁█"


def test_no_counts_are_no_bars() -> None:
    assert bars([0, 0, 0]) == "   "
