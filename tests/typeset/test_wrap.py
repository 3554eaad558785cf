"""Wrapping loses no character but spaces at breaks, and makes no line too wide."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.domain.properties import relaxed
from tests.typeset.texts import CLUSTERS, narrow_widths, odd_texts, plain_texts, wide_texts, widths
from tuireader.typeset.wrap import is_one_cell_each, wrap

UNSEEN = re.compile("\u200d.|\ufe0f|[\U0001f1e6-\U0001f1ff](?=[\U0001f1e6-\U0001f1ff])")
"""Characters that widen nothing in the company they are in, whatever they take alone."""

all_texts = st.one_of(plain_texts, wide_texts, odd_texts)


def wrapped(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, cell_len)]


def unasked(_: str) -> int:
    raise AssertionError("a text of one-cell characters was measured")


@relaxed
@given(all_texts, widths)
@example(" 漢", 2)
@example("\u3000\u3000漢", 2)
@example("\u200d", 1)
@example("e\u0301" * 9, 1)
@example("a" * 500, 3)
def test_no_character_is_lost_but_spaces_at_breaks(text: str, width: int) -> None:
    lines = wrap(text, width, cell_len)
    edges = [0, *(edge for line in lines for edge in line), len(text)]
    assert not any(text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True))


@relaxed
@given(all_texts, widths)
def test_lines_are_in_order_and_never_overlap(text: str, width: int) -> None:
    lines = wrap(text, width, cell_len)
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


@relaxed
@given(all_texts, widths)
@example(" 漢", 2)
def test_no_line_is_empty_or_begins_or_ends_with_a_space(text: str, width: int) -> None:
    assert all(line and line == line.strip(" ") for line in wrapped(text, width))


@relaxed
@given(plain_texts, widths)
def test_no_line_of_one_cell_text_is_too_wide(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(text, width))


@relaxed
@given(wide_texts, st.integers(2, 40))
def test_no_line_of_wide_text_is_too_wide(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrapped(text, width))


@relaxed
@given(st.one_of(wide_texts, odd_texts), narrow_widths)
def test_a_line_that_is_too_wide_holds_one_visible_character_alone(text: str, width: int) -> None:
    too_wide = [UNSEEN.sub("", line) for line in wrapped(text, width) if cell_len(line) > width]
    assert all(sum(cell_len(character) > 0 for character in line) <= 1 for line in too_wide)


@relaxed
@given(st.lists(st.sampled_from(CLUSTERS), min_size=1, max_size=12), narrow_widths)
def test_a_mark_stays_with_its_character(clusters: list[str], width: int) -> None:
    starts = {sum(map(len, clusters[:number])) for number in range(len(clusters))}
    assert {start for start, _ in wrap("".join(clusters), width, cell_len)} <= starts


@relaxed
@given(st.one_of(plain_texts, wide_texts), widths)
def test_a_line_is_as_full_as_it_can_be(text: str, width: int) -> None:
    for (start, end), (following, _) in pairwise(wrap(text, width, cell_len)):
        word = text[following:].split(maxsplit=1)[0]
        assert text[end:following] == "" or cell_len(text[start:following] + word) > width or not word.isascii()


@relaxed
@given(plain_texts, widths)
def test_text_of_one_cell_characters_is_never_measured(text: str, width: int) -> None:
    assert wrap(text, width, unasked) == wrap(text, width, cell_len)


@relaxed
@given(st.characters(exclude_categories=["Cc", "Cs"]))
def test_a_character_known_to_take_one_cell_takes_one(character: str) -> None:
    assert not is_one_cell_each(character) or cell_len(character) == 1


def test_every_character_known_to_take_one_cell_takes_one() -> None:
    characters = (chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in ("Cc", "Cs"))
    assert [each for each in characters if is_one_cell_each(each) and cell_len(each) != 1] == []


@pytest.mark.parametrize("character", ["漢", "\u0301", "\u200d", "👍", "\u00ad", "\ufe0f"], ids=ascii)
def test_a_character_of_another_width_is_measured(character: str) -> None:
    assert not is_one_cell_each(f"abc{character}")


@pytest.mark.parametrize("text", ["", " ", "\u3000"], ids=ascii)
def test_nothing_visible_makes_no_line(text: str) -> None:
    assert wrap(text, 5, cell_len) == []


def test_lines_break_at_spaces() -> None:
    assert wrapped("the boats went out", 10) == ["the boats", "went out"]


def test_a_line_that_just_fits_is_not_broken() -> None:
    assert wrapped("the boats", 9) == ["the boats"]


def test_a_word_too_long_is_broken_inside() -> None:
    assert wrapped("of Llanfairpwll", 5) == ["of", "Llanf", "airpw", "ll"]


@pytest.mark.parametrize("dash", list("—–-/"))
def test_a_line_may_break_behind_a_dash(dash: str) -> None:
    assert wrapped(f"seven{dash}masted", 8) == [f"seven{dash}", "masted"]


def test_ideographs_break_anywhere() -> None:
    assert wrapped("東京都港区", 4) == ["東京", "都港", "区"]


@pytest.mark.parametrize("sign", list("，。、！？：；」』）》”"))
def test_closing_punctuation_never_begins_a_line(sign: str) -> None:
    assert wrapped(f"東京都{sign}港区", 6) == ["東京", f"都{sign}港", "区"]


@pytest.mark.parametrize("sign", list("「『（《【“"))
def test_an_opening_bracket_never_ends_a_line(sign: str) -> None:
    assert wrapped(f"東京{sign}港区", 6 if cell_len(sign) == 2 else 5) == ["東京", f"{sign}港区"]


def test_a_bracket_is_parted_from_its_word_where_there_is_no_room_for_both() -> None:
    assert wrapped("（港）、", 3) == ["（", "港", "）", "、"]


def test_a_word_of_letters_among_ideographs_is_not_broken() -> None:
    assert wrapped("用Python写", 8) == ["用Python", "写"]
    assert wrapped("我用Python写", 8) == ["我用", "Python写"]


def test_a_wide_character_never_stands_half_over_the_edge() -> None:
    assert wrapped("漢字", 3) == ["漢", "字"]


def test_a_combined_emoji_is_not_taken_apart() -> None:
    assert wrapped("👩‍👩‍👧👍🏽☺️", 2) == ["👩‍👩‍👧", "👍🏽", "☺️"]


def test_a_wide_character_stands_alone_where_the_width_is_one() -> None:
    assert wrapped("a漢b", 1) == ["a", "漢", "b"]
