from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recognise.naming import ORGANISATION, PERSON, PLACE, named, sightings
from tuireader.domain.actor import MentionForm
from tuireader.recognise.mentions import find_sightings

WORDS = [
    "Keir",
    "Starmer",
    "Sir",
    "Anglo",
    "-",
    "French",
    "U.S.",
    "’s",
    "\n",
    "\n\n",
    "said",
    "Moscow",
    "İ",
    "Paris",
    ".",
]


def seen(text: str, **kinds: str) -> list[str]:
    """The words of each sighting; keywords give the kind of names, with underscores for spaces."""
    known = {"person": PERSON, "place": PLACE, "organisation": ORGANISATION}
    named_kinds = {form.replace("_", " "): known[kind] for form, kind in kinds.items()}
    return [text[each.start : each.end] for each in sightings(text, named_kinds)]


def test_the_man_is_not_mentioned_in_the_name_of_his_tower() -> None:
    assert seen("Trump left Trump Tower.", Trump="person", Trump_Tower="place") == ["Trump"]


def test_a_possessive_stands_outside() -> None:
    assert seen("Trump’s plan, Ukraine's border, the U.S.’s view", Trump="person") == ["Trump", "Ukraine", "U.S."]


def test_an_article_makes_a_river_or_another_one_of_a_name() -> None:
    text = "Mungo Severn came. Boats lay on the Severn. Severn slept; nobody had heard of a Severn in town."
    assert seen(text, Mungo_Severn="person", Severn="person") == ["Mungo Severn", "Severn"]


def test_an_article_before_more_than_a_name_takes_nothing_from_it() -> None:
    assert seen("Kahn spoke. The Kahn drawings burnt. Kahn left.", Kahn="person") == ["Kahn", "Kahn", "Kahn"]


def test_somebody_who_always_has_an_article_keeps_it() -> None:
    assert seen("The Baptist came. They met the Baptist.", Baptist="person") == ["Baptist", "Baptist"]


def test_a_rank_makes_somebody_of_a_capital() -> None:
    text = "He served under General Lima. General Lima fell in the war."
    assert seen(text, Lima="place") == ["General Lima", "General Lima"]


def test_titles_stand_inside() -> None:
    text = "President Volodymyr Zelensky met Foreign Minister Sergei Lavrov."
    assert seen(text, Volodymyr_Zelensky="person", Sergei_Lavrov="person") == [
        "President Volodymyr Zelensky",
        "Foreign Minister Sergei Lavrov",
    ]


def test_a_name_may_go_on_in_the_next_line_but_not_in_the_next_paragraph() -> None:
    assert seen("Then Keir Starmer spoke. Keir\nStarmer left.", Keir_Starmer="person") == [
        "Keir Starmer",
        "Keir\nStarmer",
    ]
    assert seen("Keir Starmer spoke to Keir\n\nStarmer", Keir_Starmer="person") == ["Keir Starmer"]


def test_names_that_no_candidate_held_are_found() -> None:
    survey, blocks, decisions = named("Poor Dorothea! Dorothea.", {"Dorothea": PERSON})
    decisions[0].name.occurrences.pop()
    assert len(find_sightings(survey, blocks, decisions)) == 2


def test_a_compound_gives_both_countries() -> None:
    found = sightings("An Anglo-French plan, the Ukraine-Russia war, Euro-Atlantic security, an Anglo-Saxon king.", {})
    assert [(each.code, each.form) for each in found] == [
        ("GB", MentionForm.DEMONYM),
        ("FR", MentionForm.DEMONYM),
        ("UA", MentionForm.NAME),
        ("RU", MentionForm.NAME),
    ]


@pytest.mark.parametrize(
    "text", ["tell us", "Tell US$5", "polish the china", "in New Mexico", "Latin America", "a US-75"]
)
def test_words_that_look_like_countries_are_none(text: str) -> None:
    assert sightings(text, {}) == []


def test_a_capital_that_does_not_act_hides_the_country_in_its_name() -> None:
    assert sightings("He lives in Mexico City.", {}) == []


def test_a_person_named_like_a_country_is_a_person() -> None:
    text = "Jordan Hill came. Jordan left."
    found = sightings(text, {"Jordan Hill": PERSON, "Jordan": PERSON})
    assert [each.kind for each in found] == ["person", "person"]
    assert [each.code for each in sightings("Jordanians live in Jordan.", {})] == ["JO", "JO"]


def test_georgia_is_a_state_among_states() -> None:
    assert sightings("From Alabama to Georgia.", {"Alabama": PLACE, "Georgia": PLACE}) == []
    text = "Georgia and Russia"
    assert [each.code for each in sightings(text, {"Georgia": PLACE, "Russia": PLACE})] == ["GE", "RU"]


def test_the_north_is_a_country_only_beside_the_south() -> None:
    korea = {"North Korea": PLACE, "South Korea": PLACE}
    found = sightings("North Korea and South Korea met. The ship left the North.", korea)
    assert [each.code for each in found] == ["KP", "KR", "KP"]
    assert sightings("The ship left the North.", {}) == []


def test_two_authors_joined_by_an_ampersand_are_two_people() -> None:
    assert seen("Marsden & Mackey (2014)", **{"Marsden_&_Mackey": "person"}) == ["Marsden", "Mackey"]


def test_a_dish_at_the_start_of_a_sentence_is_no_country() -> None:
    survey, blocks, decisions = named("Turkey was served. He likes turkey. So does Turkey.", {})
    found = find_sightings(replace(survey, lower={"turkey": 1}), blocks, decisions)
    assert [each.start for each in found] == [44]


def test_an_acronym_may_begin_a_sentence_though_its_letters_are_a_word() -> None:
    survey, blocks, decisions = named("US troops came. They told us.", {})
    assert len(find_sightings(replace(survey, lower={"us": 1}), blocks, decisions)) == 1


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60))
def test_mentions_are_in_order_and_never_overlap_or_cross_a_paragraph(text: str) -> None:
    survey, blocks, decisions = named(text, {"Keir Starmer": PERSON, "Starmer": PERSON, "Paris": PLACE})
    found = find_sightings(survey, blocks, decisions)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(any(block.start <= each.start and each.end <= block.end for block in blocks) for each in found)
