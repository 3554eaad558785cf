"""Which actors are meant by a few letters."""

import pytest

from tests.tui.documents import actor
from tuireader.domain.actor import ActorKind
from tuireader.tui.matching import Matcher

STARMER = actor(ActorKind.PERSON, "Keir Starmer", "Sir Keir")
ZELENSKY = actor(ActorKind.PERSON, "Volodymyr Zelenskyj", "Зеленський")
CREDIT = actor(ActorKind.ORGANISATION, "Crédit Agricole")
STARS = actor(ActorKind.ORGANISATION, "Stars of the North")
ACTORS = (STARMER, ZELENSKY, CREDIT, STARS)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("star", ["Stars of the North", "Keir Starmer"]),
        ("keir", ["Keir Starmer"]),
        ("sir", ["Keir Starmer"]),
        ("CREDIT", ["Crédit Agricole"]),
        ("agri", ["Crédit Agricole"]),
        ("kst", ["Keir Starmer"]),
        ("зел", ["Volodymyr Zelenskyj"]),
        ("zelenski", ["Volodymyr Zelenskyj"]),
        ("qqqq", []),
        ("x", []),
        ("   ", ["Keir Starmer", "Volodymyr Zelenskyj", "Crédit Agricole", "Stars of the North"]),
    ],
)
def test_actors_are_found_by_what_is_typed(typed: str, names: list[str]) -> None:
    assert [each.name for each in Matcher(ACTORS).matching(typed)] == names


@pytest.mark.parametrize(
    ("typed", "goes_on"), [("keir ", True), ("sir ", True), ("starmer ", False), ("stars of ", True), ("credit", True)]
)
def test_a_name_goes_on_behind_some_words(typed: str, goes_on: bool) -> None:
    assert Matcher(ACTORS).goes_on(typed) is goes_on
