"""Reading on in a file that somebody has changed meanwhile."""

import pytest

from tests.tui.documents import long_source, opened
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.resuming import offset_in, resumed

SOURCE = long_source()


def reading_at(words: str) -> ReadingState:
    state = opened(SOURCE)
    return state.at_offset(state.document.text.index(words))


def words_at(state: ReadingState) -> str:
    return state.document.text[state.place.offset :].split()[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nothing", "nothing"),
        ("# The long way\n", "# The long way\n\nA new beginning, in two lines\nthat were not there.\n"),
        ("w1 w2 w3 ", ""),
        ("w4900 ", "w4900 and much more at the end " * 50),
        ("## Part 2", "## The second part"),
        ("w2103 w2104", "w2103 two words in sight w2104"),
    ],
    ids=["the same", "more before", "less before", "more behind", "another title", "more in sight"],
)
def test_the_place_is_where_its_words_are(old: str, new: str) -> None:
    former = reading_at("w2100")
    assert words_at(resumed(opened(SOURCE.replace(old, new)), former)) == "w2100"


def test_of_places_with_the_same_words_the_nearest_counts() -> None:
    line = "The same words stand here again and again, one line after the other.\n\n"
    former = opened(line * 50).at_offset(len(line) * 20)
    now = opened("A first line.\n\n" + line * 50)
    assert offset_in(now.document, former.document, former.place.offset) in (
        former.place.offset + len("A first line.\n\n"),
        now.document.text.index("The same", former.place.offset),
    )


def test_where_the_words_are_gone_it_is_what_stands_in_their_place() -> None:
    former = reading_at("w2100")
    paragraph = former.document.paragraphs[former.document.paragraph_at(former.place.offset)].span
    gone = former.document.text[paragraph.start : paragraph.end]
    now = resumed(opened(SOURCE.replace(gone, "All of this is new.")), former)
    assert words_at(now) == "All"


def test_where_nothing_is_left_it_is_as_far_from_the_beginning_or_the_end() -> None:
    former = reading_at("w2100")
    assert resumed(opened("Short."), former).place.offset == len("Short.")


def test_a_document_of_few_words_can_be_left_and_come_to() -> None:
    few = opened("Ada.")
    assert resumed(opened("Bo."), few).place.offset == 0
    assert resumed(few, NOTHING).place.offset == 0


def test_chosen_actors_that_are_still_there_stay_chosen() -> None:
    former = opened(SOURCE)
    both = former.toggling(former.index.actors[0].id).toggling(former.index.actors[1].id)
    now = resumed(opened(SOURCE, cast=former.index.actors[:1]), both)
    assert now.filter.actors == (former.index.actors[0].id,)


@pytest.mark.parametrize("is_narrowed", [True, False])
def test_a_question_is_asked_again_at_the_same_place(is_narrowed: bool) -> None:
    asked = opened(SOURCE).asking("-norway")
    former = (asked if is_narrowed else asked.narrowed()).at_offset(opened(SOURCE).document.text.index("w2100"))
    now = resumed(opened(SOURCE.replace("w1 ", "")), former)
    assert (words_at(now), now.filter.question, now.narrowed_to is not None) == ("w2100", "-norway", is_narrowed)
    assert now.answer is not None
    assert former.answer is not None
    assert now.answer.paragraphs == former.answer.paragraphs


def test_a_question_about_somebody_who_is_gone_is_dropped() -> None:
    former = opened(SOURCE).asking("-norway")
    assert not resumed(opened(SOURCE, cast=()), former).filter
