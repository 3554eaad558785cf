"""Whether a person is a man or a woman."""

import pytest

from tests.recognise.people import index_of
from tuireader.recognise.genders import find_leanings
from tuireader.recognise.references import find_references


def leaning(text: str, name: str) -> float:
    """How surely somebody is a man rather than a woman."""
    return find_leanings(text, find_references(text, (), index_of(text, [name])))[0]


@pytest.mark.parametrize("name", ["John Berg", "Mr. Quill", "Sir Keir Quill", "Prime Minister Paul Quill", "Paul"])
def test_a_man_leans_to_one_side(name: str) -> None:
    assert leaning(f"{name} came.", name) > 0


@pytest.mark.parametrize("name", ["Anna Holm", "Mrs. Quill", "Miss Paul", "Mrs John Berg", "Queen Mary"])
def test_a_woman_leans_to_the_other_side(name: str) -> None:
    assert leaning(f"{name} came.", name) < 0


@pytest.mark.parametrize("name", ["Quill", "President Quill", "Professor Paul"])
def test_of_some_nothing_is_known(name: str) -> None:
    assert leaning(f"{name} came.", name) == 0


def test_a_title_tells_more_than_a_given_name() -> None:
    assert leaning("Mrs Quill came.", "Mrs Quill") < leaning("Anna Quill came.", "Anna Quill")


def test_pronouns_close_behind_a_name_tell_a_gender() -> None:
    once = leaning("Quill came. She bowed. It rained. It rained. He was away.", "Quill")
    twice = leaning("Quill came. She bowed. Quill left. She ran.", "Quill")
    assert twice < once < 0
