"""The word lists: they are there, in lower case, and say what they should."""

import pytest

from tuireader.recognise import words
from tuireader.recognise.flags import class_of, flags_of
from tuireader.recognise.lexicon import UNKNOWN_SHARE, Lexicon, open_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_lexicon()


def test_given_names_have_gender_and_band(lexicon: Lexicon) -> None:
    assert (lexicon.given["mary"], lexicon.given["james"]) == ("f1", "m1")
    assert lexicon.is_given("elizabeth")
    assert not lexicon.is_given("table")


def test_surnames_and_cities_have_bands(lexicon: Lexicon) -> None:
    assert lexicon.surnames["smith"] == "1"
    assert lexicon.cities["london"] == "1"
    assert "texas" in lexicon.states


def test_common_words_are_known_by_their_lower_case_share(lexicon: Lexicon) -> None:
    assert lexicon.lower_share("yesterday") == 10
    assert lexicon.lower_share("london") == 0
    assert lexicon.lower_share("xyzzy") == UNKNOWN_SHARE


def test_well_known_names_have_classes(lexicon: Lexicon) -> None:
    assert set().union(*lexicon.known.values()) == {"organisation", "place", "people", "thing", "figure"}
    assert "organisation" in lexicon.known["united nations"]
    assert "place" in lexicon.known["yorkshire"]


def test_all_keys_are_in_lower_case(lexicon: Lexicon) -> None:
    lists = (lexicon.given, lexicon.surnames, lexicon.cities, lexicon.states, lexicon.lower, lexicon.known)
    assert all(word == word.lower() for each in lists for word in each)


def test_the_lists_are_read_once() -> None:
    assert open_lexicon() is open_lexicon()


def test_closed_classes_are_not_empty_and_keep_apart() -> None:
    assert "mr" in words.TITLES
    assert words.COURTESY <= words.TITLES
    assert words.INNER_TITLES <= words.TITLES
    assert words.UNBOUND_TITLES <= words.TITLES
    assert not words.FUNCTION & words.TITLES


def test_a_word_is_flagged_by_every_list_that_holds_it() -> None:
    assert flags_of("elizabeth")[0] == "ff1"
    assert {"co", "lc0"} <= set(flags_of("france"))
    assert flags_of("xyzzy") == ("lc-",)


@pytest.mark.parametrize(
    ("key", "letters"), [("mary sutcliffe", "GS"), ("france", "C"), ("yale university", "OO"), ("xyzzy", "U")]
)
def test_a_phrase_has_a_letter_for_its_ends(key: str, letters: str) -> None:
    assert class_of(key) == letters
