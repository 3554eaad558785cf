"""A place is found again by its words, whatever happens around it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.anchor import Anchor, anchor_of, find_anchor
from tuireader.domain.span import Span

TEXT = "Mary came at one. Mary sat\ndown at two. At three, Mary went, and nobody saw   her again."
LAST = Span(TEXT.rindex("Mary"), TEXT.rindex("Mary") + 4)


def test_words_that_stand_once_are_found_whatever_is_around_them() -> None:
    assert find_anchor("all else is new but Mary", Anchor("Mary", "at three,", "went")) == Span(20, 24)


def test_of_many_places_the_one_with_the_same_words_around_it_is_found() -> None:
    assert find_anchor(TEXT, anchor_of(TEXT, LAST)) == LAST


def test_a_place_is_found_where_lines_are_broken_otherwise() -> None:
    broken = TEXT.replace("At three, ", "At\n   three,\n\n").replace(", and ", ",\nand ")
    found = find_anchor(broken, anchor_of(TEXT, LAST))
    assert found is not None
    assert broken[found.start : found.end + 6] == "Mary went,"


def test_words_that_are_gone_are_not_found() -> None:
    assert find_anchor("nobody is here", anchor_of(TEXT, LAST)) is None


def test_many_places_none_of_which_is_like_the_one_that_was_meant_are_none() -> None:
    assert find_anchor("Mary! Mary! Mary!", anchor_of(TEXT, LAST)) is None


def test_nothing_is_nowhere() -> None:
    assert find_anchor(TEXT, Anchor("")) is None


@relaxed
@given(st.text("ab \n.", max_size=60), st.data())
def test_a_place_is_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    words = text[span.start : span.end]
    found = find_anchor(text, anchor_of(text, span))
    assert found is not None if words.split() else found is None
    assert found is None or text[found.start : found.end].split() == words.split()


@relaxed
@given(st.text(max_size=40), st.text(max_size=40))
def test_a_place_is_found_behind_whatever_is_put_elsewhere(front: str, back: str) -> None:
    text = f"{front} {TEXT} {back}"
    found = find_anchor(text, anchor_of(TEXT, LAST))
    assert found == Span(LAST.start + len(front) + 1, LAST.end + len(front) + 1)


def test_of_places_with_the_same_words_around_them_the_nearest_is_found() -> None:
    text = "Tom sang. " * 60
    assert find_anchor(text, anchor_of(text, Span(300, 303))) == Span(300, 303)
    assert find_anchor("Now. " + text, anchor_of(text, Span(300, 303))) in (Span(295, 298), Span(305, 308))
