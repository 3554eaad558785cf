import pytest

from tuireader.domain.actor import ActorKind
from tuireader.recognise.roles import find_roles, office_start
from tuireader.recognise.sightings import Sighting


def roles(text: str, name: str) -> list[str]:
    """The roles that a text gives to a name."""
    start = text.rindex(name)
    sighting = Sighting(start, start, start + len(name), name.lower(), ActorKind.PERSON)
    found = find_roles(text, [sighting])
    assert all(" ".join(text[each.span.start : each.span.end].split()) == each.text for each in found)
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("met Prime Minister Starmer", "Prime Minister"),
        ("with Kremlin spokesman Peskov", "Kremlin spokesman"),
        ("with French President Macron", "French President"),
        ("from former Swedish Prime Minister Bildt", "former Swedish Prime Minister"),
        ("Opposition leader Sir Keir", "Opposition leader"),
        ("the Polish\nDefence Minister Kosiniak", "Polish Defence Minister"),
        (
            "US Special Presidential Envoy for Ukraine and Russia Kellogg",
            "US Special Presidential Envoy for Ukraine and Russia",
        ),
    ],
)
def test_an_office_before_a_name_is_a_role(text: str, role: str) -> None:
    assert roles(text, text.rsplit(maxsplit=1)[-1]) == [role]


@pytest.mark.parametrize("text", ["met Mr. Hill", "Sir Keir", "in general Hill", "by France and Hill", "leader. Hill"])
def test_other_words_before_a_name_are_no_role(text: str) -> None:
    assert roles(text, text.rsplit(maxsplit=1)[-1]) == []


def test_a_role_is_given_once() -> None:
    text = "President Hill and president Hill"
    sightings = [Sighting(at, at, at + 4, "hill", ActorKind.PERSON) for at in (10, 29)]
    assert [role.text for role in find_roles(text, sightings)] == ["President"]


def test_the_first_words_of_an_office_belong_to_its_title() -> None:
    assert office_start("met Foreign Minister Lavrov", 12) == 4
    assert office_start("met the Minister Lavrov", 8) == 8
