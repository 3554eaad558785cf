"""Every move through a document makes a new state at the right place."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import (
    ADA,
    BO,
    FERRY,
    FERRY_INDEX,
    FIRST_ADA,
    FIRST_BO,
    MENTIONS,
    NORWAY,
    OSLO,
    SECOND_BO,
    TEXT,
    THIRD_ADA,
    place,
    reading,
)
from tests.domain.properties import relaxed
from tuireader.domain.actor import ActorId
from tuireader.domain.index import Index
from tuireader.domain.place import Place
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import Span

ALL_STOPS = [mention.span for mention in MENTIONS]
RAIN = place("It rained.")
EVERYWHERE = Span(0, len(TEXT))

Move = Callable[[ReadingState], ReadingState]

offsets = st.integers(0, len(TEXT))
choices = st.lists(st.sampled_from([ADA.id, BO.id, NORWAY.id]), unique=True, max_size=3).map(tuple)


def standing(offset: int, actors: tuple[ActorId, ...] = ()) -> ReadingState:
    state = replace(reading(), place=Place(offset))
    return replace(state, filter=replace(state.filter, actors=actors))


@relaxed
@given(offsets, choices)
def test_the_next_stop_is_the_first_from_the_top_line_on(offset: int, actors: tuple[ActorId, ...]) -> None:
    state = standing(offset, actors)
    behind = [stop for stop in state.stops if stop.start >= offset]
    assert state.at_next_stop().current == (behind[0] if behind else state.stops[0])


@relaxed
@given(offsets, choices)
def test_the_previous_stop_is_the_last_above_the_top_line(offset: int, actors: tuple[ActorId, ...]) -> None:
    state = standing(offset, actors)
    before = [stop for stop in state.stops if stop.start < offset]
    assert state.at_previous_stop().current == (before[-1] if before else state.stops[-1])


@relaxed
@given(choices)
def test_going_on_visits_every_stop_once_and_comes_round(actors: tuple[ActorId, ...]) -> None:
    state = standing(0, actors)
    visited = []
    for _ in range(len(state.stops) + 1):
        state = state.at_next_stop()
        visited.append(state.current)
    assert visited == [*state.stops, state.stops[0]]


@relaxed
@given(choices)
def test_going_backwards_visits_every_stop_once_and_comes_round(actors: tuple[ActorId, ...]) -> None:
    state = standing(0, actors)
    visited = []
    for _ in range(len(state.stops) + 1):
        state = state.at_previous_stop()
        visited.append(state.current)
    assert visited == [*reversed(state.stops), state.stops[-1]]


@relaxed
@given(offsets)
def test_a_step_on_and_a_step_back_end_where_they_began(offset: int) -> None:
    state = standing(offset).at_next_stop()
    assert state.at_next_stop().at_previous_stop().current == state.current


def test_a_stop_is_walked_from_even_when_the_top_line_is_elsewhere() -> None:
    state = replace(standing(len(TEXT)), current=FIRST_ADA)
    assert state.at_next_stop().current == FIRST_BO


def test_a_current_place_that_is_no_stop_is_walked_from_too() -> None:
    state = replace(standing(0), current=RAIN)
    assert (state.at_next_stop().current, state.at_previous_stop().current) == (SECOND_BO, FIRST_BO)


@pytest.mark.parametrize("move", [ReadingState.at_next_stop, ReadingState.at_previous_stop, ReadingState.at_first_stop])
def test_without_stops_the_reader_stays(move: Move) -> None:
    state = ReadingState(FERRY, Index())
    assert move(state) is state


def test_the_first_stop_is_the_first_wherever_the_reader_is() -> None:
    assert standing(len(TEXT)).at_first_stop().current == FIRST_ADA


def test_a_jump_to_a_stop_wants_room_above_it() -> None:
    assert reading().jumped_to(OSLO).place == Place(OSLO.start, is_jump=True)


def test_stops_are_counted_from_one() -> None:
    assert [reading().jumped_to(stop).current_number for stop in ALL_STOPS] == [1, 2, 3, 4, 5, 6]


def test_a_reader_at_no_stop_has_number_nought() -> None:
    assert reading().current_number == 0


def test_a_current_place_that_is_no_stop_has_number_nought() -> None:
    assert reading().jumped_to(RAIN).current_number == 0


def test_a_current_place_behind_the_last_stop_has_number_nought() -> None:
    assert reading().jumped_to(place("left")).current_number == 0


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_section_begins_on_the_top_line(number: int) -> None:
    assert reading().at_section(number).place == Place(FERRY.sections[number].span.start)


def test_sections_follow_each_other_up_to_the_last() -> None:
    state, visited = reading(), []
    for _ in range(4):
        state = state.at_next_section()
        visited.append(state.section)
    assert visited == [1, 2, 2, 2]


def test_behind_the_last_section_there_is_nothing_to_move_to() -> None:
    state = reading().at_section(2)
    assert state.at_next_section() is state


def test_sections_go_backwards_down_to_the_first() -> None:
    state, visited = reading().at_section(2), []
    for _ in range(3):
        state = state.at_previous_section()
        visited.append(state.section)
    assert visited == [1, 0, 0]


def test_inside_a_section_the_previous_one_is_its_own_beginning() -> None:
    assert standing(OSLO.start).at_previous_section().place == Place(FERRY.sections[1].span.start)


def test_at_the_beginning_of_a_section_the_previous_one_is_the_one_before() -> None:
    assert standing(FERRY.sections[1].span.start).at_previous_section().section == 0


def test_without_sections_there_is_no_next_one() -> None:
    assert NOTHING.at_next_section() is NOTHING


def test_the_section_is_that_of_the_current_stop() -> None:
    assert replace(standing(0), current=OSLO).section == 1


def test_the_section_is_that_of_the_top_line_when_nothing_is_current() -> None:
    assert standing(RAIN.start).section == 0


def test_a_section_jumped_to_is_kept_while_its_heading_is_in_sight() -> None:
    state = reading().at_section(2).scrolled_to(OSLO.start, Span(OSLO.start, len(TEXT)))
    assert state.section == 2


def test_a_section_jumped_to_is_let_go_when_its_heading_leaves() -> None:
    state = reading().at_section(2).scrolled_to(OSLO.start, Span(OSLO.start, OSLO.end))
    assert state.section == 1


def test_scrolling_keeps_a_current_stop_that_is_in_sight() -> None:
    assert reading().jumped_to(OSLO).scrolled_to(0, EVERYWHERE).current == OSLO


def test_scrolling_keeps_a_current_stop_that_is_partly_in_sight() -> None:
    assert reading().jumped_to(OSLO).scrolled_to(0, Span(0, OSLO.start + 1)).current == OSLO


def test_scrolling_lets_a_current_stop_go_that_is_out_of_sight() -> None:
    assert reading().jumped_to(OSLO).scrolled_to(0, Span(0, OSLO.start)).current is None


def test_scrolling_leaves_no_trail() -> None:
    assert standing(0).scrolled_to(RAIN.start, EVERYWHERE).trail == ()


def test_the_start_and_the_end_are_the_ends_of_the_text() -> None:
    state = standing(RAIN.start)
    assert (state.at_offset(0).place, state.at_end().place) == (Place(0), Place(len(TEXT)))


def test_going_to_an_offset_lets_the_current_stop_go() -> None:
    state = reading().jumped_to(OSLO).at_offset(RAIN.start)
    assert (state.place, state.current) == (Place(RAIN.start), None)


some_moves = st.lists(
    st.sampled_from(
        [
            ReadingState.at_next_stop,
            ReadingState.at_previous_stop,
            ReadingState.at_next_section,
            ReadingState.at_previous_section,
            lambda state: state.at_offset(0),
            ReadingState.at_end,
        ]
    ),
    max_size=8,
)


@relaxed
@given(offsets, some_moves)
def test_going_back_retraces_every_jump(offset: int, moves: list[Move]) -> None:
    state = standing(offset)
    for move in moves:
        state = move(state)
    while state.trail:
        state = state.went_back()
    assert state.place == Place(offset)


def test_going_back_undoes_one_jump() -> None:
    state = reading().jumped_to(OSLO).at_section(2)
    assert state.went_back().place == Place(OSLO.start, is_jump=True)


def test_going_back_lets_go_what_was_jumped_to() -> None:
    state = reading().at_section(2).went_back()
    assert (state.current, state.heading, state.section) == (None, None, 0)


def test_without_a_trail_there_is_no_way_back() -> None:
    state = reading()
    assert state.went_back() is state


def test_a_jump_back_and_forth_leaves_the_same_place_only_once_in_a_row() -> None:
    state = reading().jumped_to(THIRD_ADA).jumped_to(THIRD_ADA).jumped_to(THIRD_ADA)
    assert state.trail == (Place(0), Place(THIRD_ADA.start, is_jump=True))


def test_the_old_state_is_left_as_it_was() -> None:
    state = reading()
    state.at_next_stop()
    assert (state.place, state.current, state.trail) == (Place(0), None, ())


def test_all_paragraphs_are_shown_at_first() -> None:
    assert list(reading().shown) == list(range(len(FERRY.paragraphs)))


def test_the_stops_are_all_mentions_at_first() -> None:
    assert list(reading().stops) == ALL_STOPS


def test_forward_goes_again_to_where_back_came_from() -> None:
    state = reading().at_offset(RAIN.start).at_end()
    back = state.went_back().went_back()
    assert [back.place, back.went_forward().place, back.went_forward().went_forward().place] == [
        Place(0),
        Place(RAIN.start),
        state.place,
    ]
    assert back.went_forward().went_forward().went_back().place == Place(RAIN.start)


def test_after_another_jump_there_is_no_way_forward() -> None:
    state = reading().at_end().went_back().at_offset(RAIN.start)
    assert state.went_forward() is state


def test_scrolling_keeps_the_way_forward() -> None:
    state = reading().at_end().went_back().scrolled_to(RAIN.start, EVERYWHERE)
    assert state.went_forward().went_back().place == Place(RAIN.start)


def test_a_state_is_never_spelt_out() -> None:
    """Whoever describes a task by its arguments would have the reader wait for all of the text."""
    whole = "".join(map(repr, (FERRY, reading(), FERRY_INDEX)))
    assert len(whole) < 500 and TEXT[:20] not in whole
