"""Why words are taken to name somebody, and who else may be meant."""

import pytest

from tuireader.domain.actor import Mention
from tuireader.domain.index import Index
from tuireader.recognise.recogniser import open_recogniser
from tuireader.settings import Settings


def look(text: str) -> Index:
    return open_recogniser(Settings().model).find(text)


def mention(index: Index, text: str, words: str) -> Mention:
    found = index.at(text.rindex(words))
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Sir Keir Starmer spoke.", "Sir Keir", "title 'Sir'; full name"),
        (
            "Keir Starmer spoke. Then Prime Minister Starmer left.",
            "Prime",
            "title 'Prime Minister'; surname of Keir Starmer",
        ),
        ("Keir Starmer spoke. Then Keir left.", "Keir left", "given name of Keir Starmer"),
        ("William Clinton spoke. Then Bill Clinton left.", "Bill", "form of William Clinton"),
        ("We met Mr. Harding there.", "Mr.", "title 'Mr.'; name"),
        ("The Russian army was there.", "Russian", "demonym of Russia"),
        ("The Kremlin said no.", "Kremlin", "metonym: seat of power of Russia"),
        ("Soon Moscow said no to Russia.", "Moscow", "metonym: capital that acts of Russia"),
        ("They are in the UK now.", "UK", "acronym of United Kingdom"),
        ("They are in Britain now.", "Britain", "name of United Kingdom"),
        ("They are in France now.", "France", "name"),
        ("The World Health Organization met. Then the WHO said so.", "WHO", "acronym of World Health Organization"),
    ],
)
def test_a_mention_says_why_it_is_one(text: str, words: str, reason: str) -> None:
    assert mention(look(text), text, words).reason == reason


def test_a_name_of_two_is_ambiguous_and_the_nearest_is_taken() -> None:
    text = "Ann Hill came. Bob Hill came. Then Hill spoke."
    index = look(text)
    found = mention(index, text, "Hill")
    assert found.reason == "surname of Bob Hill; nearest of 2 called Hill"
    assert [index.actor(each).name for each in found.candidates] == ["Ann Hill"]


def test_a_name_of_two_is_ambiguous_even_where_one_is_named_most() -> None:
    text = "Ann Hill came. Ann Hill spoke. Ann Hill left. Her uncle Bob Hill stayed. Then Hill slept."
    index = look(text)
    found = mention(index, text, "Hill")
    assert found.reason == "surname of Ann Hill; most named of 2 called Hill"
    assert [index.actor(each).name for each in found.candidates] == ["Bob Hill"]


def test_a_name_of_one_has_no_candidates() -> None:
    text = "Ann Hill came. Then Hill spoke."
    assert mention(look(text), text, "Hill").candidates == ()


def test_a_name_of_very_many_has_a_few_candidates() -> None:
    given = ["Ann", "Bob", "Carl", "Dora", "Emil", "Fay", "Gus", "Hugo", "Ivy", "Jane", "Karl", "Lucy"]
    text = " ".join(f"Then {name} Harding came." for name in given) + " Then Harding spoke."
    assert len(mention(look(text), text, "Harding").candidates) == 8


def test_mentions_alike_share_one_basis() -> None:
    text = "Keir Starmer spoke. Then Starmer left. Then Starmer slept."
    _, first, second = look(text).mentions
    assert first.basis is second.basis
