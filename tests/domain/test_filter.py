"""Words are found as a person types them."""

import re
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.domain.ferry import ADA, BO, FERRY, FERRY_INDEX, NORWAY, marked
from tests.domain.properties import relaxed
from tuireader.domain import filter as module
from tuireader.domain.filter import Filter, find_in, find_words, paragraphs_holding
from tuireader.domain.span import Span

some_text = st.text(st.sampled_from("abAB \n'’\"“”-–.*"), max_size=40)
pieces = st.integers(1, 9)
some_words = st.text(st.sampled_from("abAB '\"-.*"), max_size=4)


def found(text: str, words: str) -> list[str]:
    return [text[span.start : span.end] for span in find_words(text, words)]


def test_lower_case_finds_any_case() -> None:
    assert found("Boat, boat and BOAT", "boat") == ["Boat", "boat", "BOAT"]


def test_a_capital_finds_only_its_own_case() -> None:
    assert found("Boat, boat and BOAT", "Boat") == ["Boat"]


def test_lower_case_finds_capitals_beyond_the_alphabet_of_english() -> None:
    assert found("ÉTÉ à Łódź", "été") == ["ÉTÉ"]


@pytest.mark.parametrize("text", ["don't", "don’t", "don‘t"])
def test_a_straight_quote_finds_curly_ones(text: str) -> None:
    assert found(text, "don't") == [text]


@pytest.mark.parametrize("text", ['"so"', "“so”"])
def test_a_straight_double_quote_finds_curly_ones(text: str) -> None:
    assert found(text, '"so"') == [text]


@pytest.mark.parametrize("dash", list("-‐‑–"), ids=ascii)
def test_a_hyphen_finds_its_relatives(dash: str) -> None:
    assert found(f"a{dash}b", "a-b") == [f"a{dash}b"]


def test_a_curly_quote_finds_itself_alone() -> None:
    assert found("don't, don’t", "don’t") == ["don’t"]


@pytest.mark.parametrize("space", [" ", "\n", "  ", "\n    ", "\u00a0"], ids=ascii)
def test_a_space_finds_a_line_end_and_wider_spaces(space: str) -> None:
    assert found(f"the harbour{space}master", "harbour master") == [f"harbour{space}master"]


def test_words_are_found_inside_words() -> None:
    assert found("harbours", "arb") == ["arb"]


def test_signs_of_patterns_are_only_signs() -> None:
    assert found("a.c (a*c) abc", "a*c") == ["a*c"]


@pytest.mark.parametrize("words", ["", " ", "\n\t"], ids=ascii)
def test_no_words_find_nothing(words: str) -> None:
    assert find_words("some text", words) == ()


def test_space_around_the_words_does_not_matter() -> None:
    assert found("one two", "  two ") == ["two"]


def test_an_accent_is_not_passed_over() -> None:
    assert found("cafe", "café") == []


@relaxed
@given(some_text, some_words)
def test_places_are_in_order_and_never_overlap(text: str, words: str) -> None:
    places = find_words(text, words)
    assert all(before.end <= after.start for before, after in pairwise(places))


@relaxed
@given(
    st.text(st.sampled_from("aAbB’' \n\x1c—é"), max_size=60),
    st.lists(st.text(st.sampled_from("aAb'é"), min_size=1, max_size=3), min_size=2, max_size=4),
)
def test_words_are_found_wherever_a_naive_search_finds_them(text: str, words: list[str]) -> None:
    asked = " ".join(words)
    pattern = r"\s+".join(word.replace("'", "['’‘]") for word in words)
    flags = re.IGNORECASE if asked == asked.lower() else re.NOFLAG
    naive = [Span(*match.span()) for match in re.finditer(pattern, text, flags)]
    assert list(find_words(text, asked)) == naive


@relaxed
@given(st.text(st.sampled_from("abAB "), max_size=40), st.text(st.sampled_from("ab"), min_size=1, max_size=3), pieces)
@example("abABaB", "ab", 3)
@example("aAaaAaaa", "aa", 3)
def test_a_plain_word_is_found_wherever_a_naive_search_finds_it(text: str, word: str, piece: int) -> None:
    naive = [Span(match.start(), match.end()) for match in re.finditer(word, text.lower())]
    with patch.object(module, "_PIECE", piece):
        assert list(find_words(text, word)) == naive


@relaxed
@given(
    st.text(st.sampled_from("kKsS\u212aſiİıé’ \U0001f600"), max_size=30), st.text(st.sampled_from("ksi"), min_size=1)
)
def test_any_letter_that_is_another_case_of_one_is_found(text: str, word: str) -> None:
    naive = [Span(*match.span()) for match in re.finditer(word, text, re.IGNORECASE)]
    assert list(find_words(text, word)) == naive


@relaxed
@given(some_text.filter(str.strip), st.data())
def test_what_is_copied_from_the_text_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([at for at, character in enumerate(text) if not character.isspace()]))
    words = text[start : data.draw(st.integers(start + 1, len(text)))].rstrip()
    assert any(place.overlaps(Span(start, start + len(words))) for place in find_words(text, words))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("so it is, he", "so it_ is_, he"),
        ("it is", "it_ is"),
        ("connoissure", "connoiss_ure"),
        ("said", "said"),
        ("so_", None),
    ],
)
def test_words_are_found_as_they_are_read(words: str, found: str | None) -> None:
    text = "_But so it_ is_, he said, as a connoiss_ure_."
    assert [text[span.start : span.end] for span in find_in(marked(text), words)] == ([found] if found else [])


@relaxed
@given(st.text(st.sampled_from("ab_ "), max_size=20), st.text(st.sampled_from("ab"), min_size=1, max_size=3))
def test_what_is_found_in_a_marked_text_reads_as_the_words(text: str, words: str) -> None:
    document = marked(text)
    places = find_in(document, words)
    assert [document.shown(place) for place in places] == [words] * len(places)
    assert len(places) == text.replace("_", "").count(words)


def test_an_actor_is_toggled_on_behind_the_others() -> None:
    assert Filter((ADA.id,)).toggling(BO.id) == Filter((ADA.id, BO.id))


def test_an_actor_is_toggled_off_in_place() -> None:
    assert Filter((ADA.id, BO.id, NORWAY.id)).toggling(BO.id) == Filter((ADA.id, NORWAY.id))


@pytest.mark.parametrize(("filter_", "asks"), [(Filter(), False), (Filter((ADA.id,)), True), (Filter((), "x"), True)])
def test_a_filter_is_true_when_it_asks_for_something(filter_: Filter, asks: bool) -> None:
    assert bool(filter_) == asks


def test_paragraphs_that_hold_places_are_numbered_once_each_and_in_order() -> None:
    assert paragraphs_holding(FERRY, FERRY_INDEX.spans_of(())) == (1, 4, 7)


def test_no_places_are_held_by_no_paragraph() -> None:
    assert paragraphs_holding(FERRY, ()) == ()
