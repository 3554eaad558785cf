"""Choosing actors, searching words, narrowing, and a better index."""

from dataclasses import replace

import pytest

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
    SECOND_ADA,
    SECOND_BO,
    THIRD_ADA,
    place,
    reading,
)
from tuireader.domain.actor import Actor, ActorId, ActorKind, Mention, actor_id
from tuireader.domain.filter import Filter
from tuireader.domain.index import Index
from tuireader.domain.place import Place
from tuireader.domain.reading import ReadingState

RAIN = place("It rained.")
ADA_LOVELACE = Actor(actor_id(ActorKind.PERSON, "Ada Lovelace"), "Ada Lovelace", ActorKind.PERSON)


def renamed(*mentions: Mention) -> Index:
    """An index that sees another Ada in the same places, unless it is told who is where."""
    given = mentions or [replace(each, actor=ADA_LOVELACE.id) if each.actor == ADA.id else each for each in MENTIONS]
    return Index((ADA_LOVELACE, BO, NORWAY), tuple(given))


def test_choosing_an_actor_goes_to_its_first_mention() -> None:
    state = reading().choosing(BO.id)
    assert (state.current, state.place) == (FIRST_BO, Place(FIRST_BO.start, is_jump=True))


def test_choosing_an_actor_makes_its_mentions_the_stops() -> None:
    assert list(reading().choosing(BO.id).stops) == [FIRST_BO, SECOND_BO]


def test_choosing_an_actor_lets_the_others_go() -> None:
    assert reading().choosing(ADA.id).choosing(BO.id).filter == Filter((BO.id,))


def test_choosing_an_actor_ends_the_search() -> None:
    state = reading().searching("it").choosing(BO.id)
    assert (state.filter.words, state.hits) == ("", ())


def test_choosing_an_actor_can_be_taken_back() -> None:
    state = replace(reading(), place=Place(RAIN.start)).choosing(BO.id)
    assert state.went_back().place == Place(RAIN.start)


def test_choosing_an_actor_without_mentions_keeps_the_place() -> None:
    state = replace(reading(), place=Place(RAIN.start), index=Index((ADA,))).choosing(ADA.id)
    assert (state.place, state.current) == (Place(RAIN.start), None)


def test_choosing_at_a_mention_stays_there() -> None:
    state = replace(reading(), place=Place(RAIN.start)).choosing_at(MENTIONS[4])
    assert (state.current, state.place, state.filter) == (SECOND_ADA, Place(RAIN.start), Filter((ADA.id,)))


def test_choosing_at_a_mention_leaves_no_trail() -> None:
    assert reading().choosing_at(MENTIONS[4]).trail == ()


def test_toggling_adds_an_actor_to_the_chosen() -> None:
    state = reading().choosing(BO.id).toggling(NORWAY.id)
    assert list(state.stops) == [FIRST_BO, SECOND_BO, OSLO]


def test_toggling_twice_takes_an_actor_away_again() -> None:
    assert reading().toggling(BO.id).toggling(ADA.id).toggling(BO.id).filter == Filter((ADA.id,))


def test_toggling_keeps_the_place() -> None:
    assert replace(reading(), place=Place(RAIN.start)).toggling(BO.id).place == Place(RAIN.start)


def test_toggling_ends_the_search() -> None:
    state = reading().searching("it").toggling(BO.id)
    assert (state.filter, state.hits) == (Filter((BO.id,)), ())


def test_toggling_lets_the_current_stop_go() -> None:
    assert reading().jumped_to(OSLO).toggling(BO.id).current is None


def test_searching_makes_the_hits_the_stops() -> None:
    assert list(reading().searching("came").stops) == [place("came")]


def test_searching_keeps_the_chosen_actors() -> None:
    assert reading().choosing(BO.id).searching("came").filter == Filter((BO.id,), "came")


def test_searching_keeps_the_place_and_lets_the_current_stop_go() -> None:
    state = reading().jumped_to(OSLO).searching("came")
    assert (state.place, state.current) == (Place(OSLO.start, is_jump=True), None)


def test_searching_what_is_nowhere_leaves_no_stops() -> None:
    assert list(reading().searching("whale").stops) == []


def test_searching_for_nothing_gives_the_chosen_mentions_back() -> None:
    assert list(reading().choosing(BO.id).searching("came").searching(" ").stops) == [FIRST_BO, SECOND_BO]


def test_searched_words_are_kept_without_the_space_around_them() -> None:
    assert reading().searching("  came ").filter.words == "came"


def test_next_walks_the_hits_of_a_search() -> None:
    state = reading().choosing(BO.id).searching("ada").at_next_stop().at_next_stop()
    assert state.current == THIRD_ADA


def test_narrowing_shows_only_paragraphs_with_a_stop() -> None:
    assert list(reading().choosing(ADA.id).narrowed().shown) == [1, 4, 7]


def test_narrowing_to_a_search_shows_only_paragraphs_with_a_hit() -> None:
    assert list(reading().choosing(ADA.id).searching("came").narrowed().shown) == [6]


def test_narrowing_without_a_filter_shows_everything() -> None:
    assert reading().narrowed().narrowed_to is None


def test_narrowing_twice_shows_everything_again() -> None:
    assert reading().choosing(ADA.id).narrowed().narrowed().narrowed_to is None


def test_a_narrowed_view_follows_the_choice() -> None:
    assert list(reading().choosing(ADA.id).narrowed().choosing(BO.id).shown) == [1, 4]


def test_a_narrowed_view_follows_the_search() -> None:
    assert list(reading().choosing(ADA.id).narrowed().searching("rained").shown) == [2]


def test_a_search_that_finds_nothing_never_narrows_the_text_to_nothing() -> None:
    searched = reading().choosing(ADA.id).narrowed().searching("whale")
    assert list(searched.shown) == list(range(len(searched.document.paragraphs)))


def test_a_narrowed_view_is_widened_when_the_last_actor_is_toggled_off() -> None:
    assert reading().choosing(ADA.id).narrowed().toggling(ADA.id).narrowed_to is None


def test_narrowing_keeps_the_current_stop() -> None:
    assert reading().choosing(ADA.id).narrowed().current == FIRST_ADA


def everything() -> ReadingState:
    return reading().choosing(BO.id).narrowed().searching("came")


def test_widening_ends_the_search_first() -> None:
    state = everything().widened()
    assert (state.filter, state.narrowed_to) == (Filter((BO.id,)), (1, 4))


def test_widening_ends_the_narrowing_next() -> None:
    state = everything().widened().widened()
    assert (state.filter, state.narrowed_to) == (Filter((BO.id,)), None)


def test_widening_lets_the_actors_go_last() -> None:
    state = everything().widened().widened().widened()
    assert (state.filter, list(state.stops)) == (Filter(), [mention.span for mention in MENTIONS])


def test_widening_keeps_the_place() -> None:
    assert everything().widened().widened().widened().place == everything().place


def test_a_better_index_keeps_actors_that_it_knows() -> None:
    assert reading().choosing(BO.id).indexed(renamed()).filter == Filter((BO.id,))


def test_a_better_index_keeps_an_actor_under_its_new_name() -> None:
    assert reading().choosing(ADA.id).indexed(renamed()).filter == Filter((ADA_LOVELACE.id,))


def test_an_actor_is_followed_to_whoever_has_most_of_its_mentions() -> None:
    shared = renamed(
        Mention(FIRST_ADA, BO.id), Mention(SECOND_ADA, ADA_LOVELACE.id), Mention(THIRD_ADA, ADA_LOVELACE.id)
    )
    assert reading().choosing(ADA.id).indexed(shared).filter == Filter((ADA_LOVELACE.id,))


def test_two_actors_that_turn_out_to_be_one_are_chosen_once() -> None:
    merged = Index((ADA_LOVELACE,), tuple(replace(each, actor=ADA_LOVELACE.id) for each in MENTIONS))
    assert reading().toggling(ADA.id).toggling(BO.id).indexed(merged).filter == Filter((ADA_LOVELACE.id,))


def test_an_actor_without_a_successor_is_let_go() -> None:
    assert reading().toggling(ADA.id).toggling(BO.id).indexed(Index((BO,))).filter == Filter((BO.id,))


def test_an_actor_that_no_index_knew_is_let_go() -> None:
    assert reading().toggling(ActorId("person:nobody")).indexed(renamed()).filter == Filter()


def test_a_better_index_does_not_move_the_reader() -> None:
    state = reading().choosing(ADA.id).at_next_stop()
    better = state.indexed(renamed())
    assert (better.place, better.current, better.trail) == (state.place, state.current, state.trail)


def test_a_better_index_keeps_the_search() -> None:
    state = reading().searching("came").indexed(renamed())
    assert (state.filter.words, list(state.hits)) == ("came", [place("came")])


def test_a_narrowed_view_follows_a_better_index() -> None:
    fewer = Index((ADA,), MENTIONS[:1])
    assert list(reading().choosing(ADA.id).narrowed().indexed(fewer).shown) == [1]


def test_a_narrowed_view_is_widened_when_its_actors_are_gone() -> None:
    assert reading().choosing(ADA.id).narrowed().indexed(Index()).narrowed_to is None


@pytest.mark.parametrize("index", [FERRY_INDEX, renamed(), Index()])
def test_a_better_index_is_the_one_that_is_shown(index: Index) -> None:
    assert reading().choosing(ADA.id).indexed(index).index is index


def test_the_document_stays_the_same_one_through_it_all() -> None:
    assert everything().indexed(renamed()).widened().document is FERRY
