"""Words that are a country and somebody's name, or something else."""

import pytest

from tests.recognise.naming import PERSON, PLACE, named, sightings
from tuireader.domain.actor import ActorKind
from tuireader.recognise.homonyms import homonyms_in
from tuireader.recognise.namesakes import Guard, passes
from tuireader.recognise.recogniser import Recogniser
from tuireader.recognise.surroundings import Surroundings
from tuireader.recognise.traps import read_traps


def says(guard: Guard, text: str) -> bool:
    """Whether the words around those in brackets say what a guard asks for."""
    start, end = text.index("["), text.index("]") - 1
    return passes(guard, Surroundings(text.replace("[", "").replace("]", ""), start, end))


@pytest.mark.parametrize(
    "text", ["She lives in [Jordan].", "He flew to [Chad] in May.", "Syria and [Jordan]", "[Jordan], Iraq and Syria"]
)
def test_words_of_place_and_other_countries_say_that_it_is_the_country(text: str) -> None:
    assert says(Guard.COUNTRY, text)


@pytest.mark.parametrize("text", ["[Jordan] scored.", "It was [Chad].", "in [Jordan]'s room", "He gave it to [Chad]."])
def test_nothing_else_says_so(text: str) -> None:
    assert not says(Guard.COUNTRY, text)


def test_a_demonym_is_one_behind_an_article_or_before_a_noun() -> None:
    assert says(Guard.PEOPLE, "He fought the [French].")
    assert says(Guard.PEOPLE, "[French] soldiers took it.")
    assert not says(Guard.PEOPLE, "[French] bowed.")


def test_somebody_smiles_or_speaks() -> None:
    assert says(Guard.PERSON, "[Jordan] smiled.")
    assert not says(Guard.PERSON, "[Jordan] closed its border.")
    assert says(Guard.SPEAKER, "“No,” said [French].")
    assert not says(Guard.SPEAKER, "The [French] bowed.")


def test_a_title_alone_leaves_the_country_its_name() -> None:
    text = "Mr. Jordan came. The king of Jordan wrote. People in Jordan read it, and Jordan agreed. So did Mr. Jordan."
    survey, _, decisions = named(text, {"Jordan": PERSON})
    assert read_traps(survey, decisions).countries == {"jordan"}
    found = sightings(text, {"Jordan": PERSON})
    assert [each.kind for each in found] == ["person", "country", "country", "country", "person"]


def test_a_full_name_takes_the_bare_one_but_not_where_the_country_is_meant() -> None:
    text = "Jordan Hill came. Jordan was late. Jordan left for Jordan in May."
    survey, _, decisions = named(text, {"Jordan Hill": PERSON, "Jordan": PERSON})
    assert read_traps(survey, decisions).people == {"jordan"}
    found = sightings(text, {"Jordan Hill": PERSON, "Jordan": PERSON})
    assert [each.kind for each in found] == ["person", "person", "person", "country"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Georgia Alabama Atlanta", {"georgia"}),
        ("Georgia Tbilisi Armenia", set()),
        ("Macedonia Alexander Aristotle", {"macedonia", "macedonian", "macedonians"}),
        ("Macedonia Skopje", set()),
    ],
)
def test_what_stands_near_a_homonym_tells_its_meaning(text: str, words: set[str]) -> None:
    survey, _, decisions = named(text, dict.fromkeys(text.split(), PLACE))
    assert read_traps(survey, decisions).none == words


def test_the_other_congo_is_meant_where_its_capital_is_named() -> None:
    survey, _, _ = named("Congo Brazzaville", {"Congo": PLACE, "Brazzaville": PLACE})
    assert [homonym.code for homonym in homonyms_in(survey)] == ["CG"]
    assert [each.code for each in sightings("the Congo and Brazzaville", {"Congo": PLACE, "Brazzaville": PLACE})] == [
        "CG"
    ]


def test_organisations_with_the_name_of_a_country_are_found_without_the_model(recogniser: Recogniser) -> None:
    index = recogniser.find("The EU fined Air France, and the Bank of China paid.")
    assert {actor.name for actor in index.actors} == {"EU", "Air France", "Bank of China"}
    assert all(actor.kind is ActorKind.ORGANISATION for actor in index.actors)
