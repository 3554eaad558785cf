"""Nothing that a terminal would obey survives cleaning."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.cleaning import clean, clean_line

_OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_HARMFUL = "\x00\x07\x08\x1b\x7f\x85\x9b\u202e\u2066\ud800"
any_text = st.text(
    st.one_of(
        st.characters(), st.characters(categories=["Cc", "Cs", "Zl", "Zp"]), st.sampled_from("\u202a\u202e\u2069")
    )
)


def is_harmful(character: str) -> bool:
    if character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or unicodedata.bidirectional(character) in _OVERRIDES


@relaxed
@given(any_text)
def test_no_control_character_or_override_survives(text: str) -> None:
    assert not any(map(is_harmful, clean(text)))


def test_every_harmful_character_there_is_becomes_another() -> None:
    harmful = [chr(code) for code in range(0x110000) if is_harmful(chr(code))]
    assert [each for each in harmful if is_harmful(clean(each))] == []


@relaxed
@given(any_text.filter(lambda text: "\r\n" not in text))
def test_offsets_stay_those_of_the_file(text: str) -> None:
    assert len(clean(text)) == len(text)


@relaxed
@given(any_text)
def test_clean_text_is_left_alone(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@relaxed
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"])))
def test_harmless_characters_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\u2028", "\u2029"])
def test_every_line_end_becomes_the_same_one(line_end: str) -> None:
    assert clean(f"one{line_end}two") == "one\ntwo"


def test_two_line_ends_in_a_row_stay_two() -> None:
    assert clean("one\r\n\r\ntwo\r\rthree") == "one\n\ntwo\n\nthree"


def test_a_form_feed_is_a_space() -> None:
    assert clean("one\ftwo\vthree") == "one two three"


@pytest.mark.parametrize("character", list(_HARMFUL), ids=ascii)
def test_a_harmful_character_is_seen_to_have_been_there(character: str) -> None:
    assert clean(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("kept", ["\t", "\u200d", "\u200e", "\u00ad", "\ufe0f"], ids=ascii)
def test_tabs_joiners_and_direction_marks_stay(kept: str) -> None:
    assert clean(f"a{kept}b") == f"a{kept}b"


@relaxed
@given(any_text)
@example("\n\na\r\n\tb \x1b[31m\n")
def test_a_clean_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1
    assert "\t" not in clean_line(text)


def test_a_clean_line_has_single_spaces() -> None:
    assert clean_line("  a\n\n b\t c ") == "a b c"
