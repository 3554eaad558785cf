"""A place is found again by its words, whatever happens around it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.anchor import Anchor, anchor_of, find_anchor
from tuireader.domain.span import Span

TEXT = "Mary came at one. Mary sat\ndown at two. At three, Mary went, and nobody saw   her again."
STORY = "Ada met Bo at the quay. It rained all day.\n\nBo sailed to Oslo, and Ada met Bo in Norway once more.\n"

LAST = Span(TEXT.rindex("Mary"), TEXT.rindex("Mary") + 4)


EDITS = st.lists(st.tuples(st.integers(0, 199), st.sampled_from(["", "new", "new words in here", "\n\n"])), max_size=30)
"""Words of a long text that become other ones."""


def anchor_on(words: str) -> Anchor:
    start = STORY.rindex(words)
    return anchor_of(STORY, Span(start, start + len(words)))


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


def test_in_the_same_text_words_are_where_it_was_made() -> None:
    for start in range(len(STORY)):
        for end in range(start + 1, len(STORY) + 1):
            if STORY[start:end].strip():
                assert find_anchor(STORY, anchor_of(STORY, Span(start, end))) == Span(start, end)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada met Bo at", "A new beginning. Ada met Bo at"),
        ("Ada met Bo at the quay. ", ""),
        (" once more", ""),
        ("Oslo, and ", "Bergen; yet "),
        ("It rained all day.\n\n", ""),
        (" in Norway", ", as I said, elsewhere"),
        ("Oslo, and Ada met Bo", "Oslo, and Ada\nmet Bo"),
    ],
)
def test_words_are_found_by_what_is_left_around_them(old: str, new: str) -> None:
    text = STORY.replace(old, new)
    place = find_anchor(text, anchor_on("Ada met Bo"))
    assert place is not None
    assert text[place.start : place.end].split() == ["Ada", "met", "Bo"]
    assert place.start == max(text.rfind("Ada met Bo"), text.rfind("Ada\nmet Bo"))


def test_words_that_stand_once_are_found_far_away() -> None:
    text = f"All of this is new: {'more and more ' * 50}Oslo, of all places."
    place = find_anchor(text, anchor_on("Oslo"))
    assert place is not None
    assert text[place.start : place.end] == "Oslo"


def test_a_short_word_is_lost_rather_than_found_in_a_wrong_place() -> None:
    assert find_anchor("Bo slept.\n\nThen Bo woke.", anchor_on("Bo")) is None


def test_many_words_are_found_nearest_to_where_they_were() -> None:
    line = "The same words stand here again.\n"
    anchor = Anchor(line.strip(), "gone", "gone", len(line) * 3 + 2, len(line) * 9)
    assert find_anchor(line * 9, anchor) == Span(len(line) * 3, len(line) * 4 - 1)


def test_words_in_new_lines_are_the_same_words() -> None:
    text = STORY.replace(" ", "\n")
    place = find_anchor(text, anchor_on("sailed to Oslo, and Ada"))
    assert place is not None
    assert text[place.start : place.end].split() == ["sailed", "to", "Oslo,", "and", "Ada"]


@pytest.mark.parametrize("words", ["", " ", "\n\n"])
def test_without_words_there_is_no_place(words: str) -> None:
    assert find_anchor(STORY, Anchor(words)) is None


@relaxed
@given(st.text(max_size=60), st.text(max_size=60), st.integers(-9, 99), st.text(max_size=99))
def test_whatever_is_found_has_the_words(words: str, around: str, start: int, text: str) -> None:
    place = find_anchor(text, Anchor(words, around, around[::-1], start))
    assert place is None or text[place.start : place.end].split() == words.split()


@relaxed
@given(EDITS, st.integers(0, 195), st.integers(1, 5))
def test_edits_elsewhere_leave_an_anchor_at_its_words(edits: list[tuple[int, str]], first: int, count: int) -> None:
    words = [f"w{number:03}" for number in range(200)]
    marked = set(range(first, first + count))
    assume(not marked & {number for number, _ in edits})
    text = " ".join(words)
    anchor = anchor_of(
        text, Span(text.index(words[first]), text.index(words[first + count - 1]) + len(words[first + count - 1]))
    )
    for number, new in edits:
        words[number] = new
    changed = " ".join(words)
    place = find_anchor(changed, anchor)
    assert place is not None
    assert changed[place.start : place.end] == anchor.words


@relaxed
@given(st.lists(st.sampled_from(["Ada ", "met ", "Bo ", "rain "]), min_size=30, max_size=90), st.data())
def test_what_is_put_in_elsewhere_moves_an_anchor_along(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    anchor, new = anchor_of(text, Span(start, end)), "Something else. " * 9
    assert find_anchor(new + text, anchor) == Span(start + len(new), end + len(new))
    assert find_anchor(text + new, anchor) == Span(start, end)


def test_what_a_person_wrote_of_a_place_is_enough() -> None:
    text = "Then Mary sat down. I saw\n  Mary run. Mary slept, and Mary ran."
    assert find_anchor(text, Anchor("Mary", "I saw", "run")) == Span(28, 32)
    assert find_anchor(text, Anchor("Mary", "saw")) == Span(28, 32)
    assert find_anchor(text, Anchor("Mary")) == Span(5, 9)


@pytest.mark.parametrize("anchor", [anchor_on("Bo"), anchor_on("Bo").plain])
def test_one_side_that_is_the_same_is_enough(anchor: Anchor) -> None:
    new = f"{'Bo, always Bo. ' * 9}Everything else is new, but Bo in Norway is happy. Bo, always Bo."
    assert find_anchor(new, anchor) == Span(new.index("Bo in"), new.index("Bo in") + 2)


def test_what_is_plain_is_on_one_line() -> None:
    anchor = anchor_of("It\n rained \n on\n\nBo  and\tAda.\n", Span(17, 24))
    assert anchor.plain == Anchor("Bo and", "It rained on", "Ada.", 17)


@relaxed
@given(st.text("ab \n.", max_size=200), st.data())
def test_a_place_is_found_however_it_was_written_down(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    anchor = anchor_of(text, Span(start, data.draw(st.integers(start, min(len(text), start + 9)))))
    anchor = anchor._replace(length=0)
    exact, plain = find_anchor(text, anchor), find_anchor(text, anchor.plain)
    assert (exact is None) == (plain is None) == (not anchor.words.split())
    assert exact is None or plain is None or text[exact.start : exact.end].split() == anchor.plain.words.split()
