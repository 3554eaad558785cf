from collections.abc import Sequence

import pytest

from tests.recognise.rolegold import Findings, look, read_phrases, score, score_codes
from tuireader.domain.actor import ActorKind
from tuireader.recognise.recogniser import open_recogniser
from tuireader.recognise.roles import find_roles, office_start
from tuireader.recognise.sightings import Sighting
from tuireader.settings import Settings

PRECISION, RECALL = 92, 80


def roles(text: str, name: str, kind: ActorKind = ActorKind.PERSON) -> list[str]:
    """The roles that a text gives to a name."""
    start = text.index(name)
    found = find_roles(text, kind, [Sighting(start, start, start + len(name), name.lower(), kind)])
    assert all(" ".join(text[each.span.start : each.span.end].split()) == each.text for each in found)
    return [each.text for each in found]


@pytest.fixture(scope="module", params=["tuning", "held_out", "later"])
def findings(request: pytest.FixtureRequest) -> Sequence[Findings]:
    recogniser = open_recogniser(Settings().model)
    return [look(recogniser, phrase) for phrase in read_phrases(request.param)]


def test_roles_are_those_that_a_careful_reader_notes(findings: Sequence[Findings]) -> None:
    found = score(findings)
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


def test_countries_of_people_are_those_that_a_careful_reader_notes(findings: Sequence[Findings]) -> None:
    found = score_codes(findings)
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("met Prime Minister Hill", "Prime Minister"),
        ("with Kremlin spokesman Hill", "Kremlin spokesman"),
        ("with French President Hill", "French President"),
        ("from former Swedish Prime Minister Hill", "former Swedish Prime Minister"),
        ("Opposition leader Sir Hill", "Opposition leader"),
        ("the Polish\nDefence Minister Hill", "Polish Defence Minister"),
        ("US Special Envoy for Ukraine and Russia Hill", "US Special Envoy for Ukraine and Russia"),
        ("her elder sister Hill", "elder sister"),
        ("the king's second wife, Hill, wept", "king's second wife"),
        ("As a young lawyer, Hill rode", "young lawyer"),
        ("a singer and songwriter Hill", "singer and songwriter"),
    ],
)
def test_words_before_a_name_are_a_role(text: str, role: str) -> None:
    assert roles(text, "Hill") == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hill, the Polish defence minister, said", "Polish defence minister"),
        ("Hill, president of the bank, said", "president of the bank"),
        ("Hill, who is the French president, said", "French president"),
        ("Hill (the treasurer) said", "treasurer"),
        ("Hill was a surgeon at the time", "surgeon"),
        ("Hill became king in May", "king"),
        ("Hill was appointed head of sales", "head of sales"),
        ("Hill worked as a nurse.", "nurse"),
        ("Hill, 80, said", "80"),
        ("Hill, a lawyer based in Rome, said", "lawyer"),
        ("Old Hill the gardener found it", "gardener"),
    ],
)
def test_words_behind_a_name_are_a_role(text: str, role: str) -> None:
    assert roles(text, "Hill") == [role]


@pytest.mark.parametrize(
    "text",
    [
        "met Mr. Hill",
        "Sir Hill",
        "in general Hill",
        "by France and Hill",
        "leader. Hill",
        "I will never be his wife, Mr Hill: go",
        "if Hill was a spy",
        "Hill was not a doctor",
        "Hill, the president has left",
        "Lady Anne Hill, her daughter, and Mr Ward",
        "Hill, a lawyer, a doctor and two nurses",
        "a major Hill show",
        "the teacher, and Hill",
        "Hill, admiring the editor",
    ],
)
def test_other_words_beside_a_name_are_no_role(text: str) -> None:
    assert roles(text, "Hill") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the Dutch bank Hill", ["Dutch bank"]),
        ("Hill, a British think tank, doubts it", ["British think tank"]),
        ("Hill is the largest airline in Europe", ["largest airline in Europe"]),
        ("the Hill, the Lutheran Church, and the Pope", []),
    ],
)
def test_an_organisation_may_have_a_role(text: str, role: list[str]) -> None:
    assert roles(text, "Hill", ActorKind.ORGANISATION) == role


def test_a_role_is_given_once() -> None:
    text = "US President Hill and U.S. president Hill"
    sightings = [Sighting(at, at, at + 4, "hill", ActorKind.PERSON) for at in (13, 37)]
    assert [role.text for role in find_roles(text, ActorKind.PERSON, sightings)] == ["US President"]


def test_a_role_is_left_out_where_another_says_more_of_the_same() -> None:
    text = "President Hill and French President Hill and former President Hill"
    sightings = [Sighting(at, at, at + 4, "hill", ActorKind.PERSON) for at in (10, 36, 62)]
    found = find_roles(text, ActorKind.PERSON, sightings)
    assert [role.text for role in found] == ["French President", "former President"]


def test_the_first_words_of_an_office_belong_to_its_title() -> None:
    assert office_start("met Foreign Minister Lavrov", 12) == 4
    assert office_start("met the Minister Lavrov", 8) == 8
